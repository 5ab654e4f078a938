"""The parts of MkDocs, Material and other plugins that no documentation promises; nothing else touches them."""
