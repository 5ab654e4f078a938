"""From the text of a file to a `Post` or a `Talk`. Knows no MkDocs and no templates."""
