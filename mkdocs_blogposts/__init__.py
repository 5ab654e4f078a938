"""A blog for the docs site that already exists: dated posts, tags, teaser cards and talks."""

__version__ = "0.1.0"
