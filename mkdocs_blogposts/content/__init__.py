"""What front matter says of a text, key by key, and the values that it becomes. Knows no MkDocs and no templates."""
