"""Quicker ways through Python-Markdown and Pygments, taken only where their code is what each was compared with."""
