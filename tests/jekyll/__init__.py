"""Tests of what Jekyll says of its files, and of where they stand."""
