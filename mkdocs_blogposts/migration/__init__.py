"""From the folder of another site builder to a site of MkDocs: reads the site, plans what becomes of it, and writes."""
