"""Texts of Jekyll's posts."""
