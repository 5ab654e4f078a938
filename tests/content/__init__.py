"""Tests of the way from a file to a post; no MkDocs needed. `tests.content.reading` is their language."""
