"""The last touch to each page: what its theme may print, what stands around its text, and its head."""
