"""Posts of Jekyll sites, each built by Jekyll and by ours."""
