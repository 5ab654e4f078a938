"""What stands above and below the text of a post or talk on its own page."""
