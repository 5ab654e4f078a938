"""Tests of front matter, value by value; `tests.content.reading` is their language."""
