"""Where everything stands: sources found, URLs given, files and pages of MkDocs made."""
