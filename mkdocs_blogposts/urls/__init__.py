"""What stands at each URL of a site: who gets it, and what a link to it leads to."""
