"""All that only Jekyll's dialect needs: its configuration, its files, its permalinks, its texts. Pure."""
