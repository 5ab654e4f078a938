"""The pages of MkDocs, and the files in memory, that stand for what a blog shows."""
