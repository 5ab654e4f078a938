"""Where everything stands: sources found and read, and each file given its URL and its page."""
