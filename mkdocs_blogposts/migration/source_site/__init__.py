"""The site of the other builder, as it is: its files, its addresses, its menu, its name."""
