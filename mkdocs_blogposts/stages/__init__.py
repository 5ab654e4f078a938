"""One build of one blog: each stage takes values, and hands on what the next events of MkDocs need."""
