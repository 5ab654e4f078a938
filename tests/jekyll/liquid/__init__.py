"""Tests of Liquid; no MkDocs needed. `tests.jekyll.liquid.rendering` is their language."""
