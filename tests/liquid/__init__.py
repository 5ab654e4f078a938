"""Tests of Liquid; no MkDocs needed. `tests.liquid.rendering` is their language."""
