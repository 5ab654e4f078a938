"""The text of Jekyll's posts as kramdown reads it, by extensions of Python-Markdown."""
