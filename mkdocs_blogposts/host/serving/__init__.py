"""What is to be known of the server of MkDocs."""
