"""Listings as readers see them, and cards in other pages."""
