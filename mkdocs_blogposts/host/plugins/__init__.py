"""Plugins whose inner parts have to be known, each for itself."""
