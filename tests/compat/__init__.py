"""Other plugins, themes and hosts, one file for each."""
