"""Where everything stands: each file is given its URL and its page."""
