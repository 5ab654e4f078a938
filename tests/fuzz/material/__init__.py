"""Blogs as Material's `blog` builds them, and what ours makes of the same files."""
