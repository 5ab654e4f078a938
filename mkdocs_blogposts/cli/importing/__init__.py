"""`blogposts import`: the terminal's side of what comes from elsewhere."""
