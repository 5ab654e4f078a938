"""Files of posts and talks are changed in single places, and stay as they are in all others."""
