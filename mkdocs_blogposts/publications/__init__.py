"""Papers in files of BibTeX: read, with signs instead of LaTeX, and written for whoever cites them."""
