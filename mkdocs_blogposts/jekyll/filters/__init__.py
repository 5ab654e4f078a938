"""Filters of Liquid as Jekyll has them: what they make of values, and the site that they see. Pure."""
