"""Finished HTML: cut, changed and read. Pure."""
