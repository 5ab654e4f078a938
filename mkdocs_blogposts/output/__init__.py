"""What is written beside the pages: feeds and metadata."""
