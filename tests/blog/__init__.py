"""Tests of `blog/`, which knows no MkDocs."""
