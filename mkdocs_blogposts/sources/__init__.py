"""The files that a blog is made from are found and read."""
