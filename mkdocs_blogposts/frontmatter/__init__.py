"""The head of a file, value by value: read from YAML, TOML or JSON, each with its place. Pure."""
