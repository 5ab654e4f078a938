"""All that follows from the posts and talks together. Knows no MkDocs and no templates."""
