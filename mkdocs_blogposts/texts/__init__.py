"""A file's text becomes a post, a talk or an ordinary page. Pure: knows no MkDocs and no templates."""
