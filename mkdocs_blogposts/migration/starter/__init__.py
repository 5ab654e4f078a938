"""The texts that a new site starts with."""

from __future__ import annotations

from pathlib import Path


def starter_text(name: str) -> str:
    """The text of a file in this folder."""
    return Path(__file__).with_name(name).read_text(encoding="utf-8")
