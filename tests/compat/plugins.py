"""What the tests of other plugins share."""

from __future__ import annotations

import importlib.metadata

import pytest


def needs(*distributions: str) -> None:
    """Skip all tests of a file unless those packages are there; group `test` of pyproject.toml has them."""
    for name in distributions:
        try:
            importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            pytest.skip(f"needs {name}: pip install --group test", allow_module_level=True)


POSTS = """
    docs/index.md
    | # Home
    docs/guide.md
    | # Guide
    |
    | ## First steps
    docs/blog/.authors.yml
    | authors:
    |   ada:
    |     name: Ada
    |     description: Writes
    |     avatar: https://example.org/ada.png
    docs/blog/posts/first.md
    | ---
    | date: 2024-01-31
    | authors: [ada]
    | categories: [News]
    | tags: [Python]
    | description: What was first
    | ---
    | # First post
    |
    | It begins.
    |
    | <!-- more -->
    |
    | It goes on.
    docs/blog/posts/second.md
    | ---
    | date:
    |   created: 2024-02-29 10:30:00
    |   updated: 2024-03-01
    | categories: [News, Tools]
    | tags: [Docs, Python]
    | ---
    | # Second post
    |
    | It is about [the guide](../../guide.md).
    docs/blog/posts/secret.md
    | ---
    | date: 2024-03-31
    | draft: true
    | tags: [Secret]
    | ---
    | # Secret post
"""
"""A page and three posts, one of them a draft."""

FIRST = "blog/2024/01/31/first-post/"
SECOND = "blog/2024/02/29/second-post/"

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360000000000200012735"
    "27250000000049454e44ae426082"
)
"""The smallest picture."""
