"""Pictures of posts and talks: their sizes, and smaller copies for smaller places."""
