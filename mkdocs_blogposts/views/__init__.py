"""What readers see: cards, bylines and listings, and what templates get of them."""
