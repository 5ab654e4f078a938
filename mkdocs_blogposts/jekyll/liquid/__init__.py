"""Jekyll's Liquid: its tags, filters and values, on top of python-liquid. Pure: reads no file, knows no MkDocs."""
