"""Where posts, talks and listings become pages of MkDocs."""
