"""A file as it is handed to whoever reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..light_dataclasses import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A file before it is read."""

    src_uri: str
    """Path below `docs_dir`, always `/`-separated; for a file outside, the path it pretends to have."""
    path: str
    """The file as its author would name it, from the folder of `mkdocs.yml`."""
    content: bytes
    """What is in the file."""
    defaults: Mapping[str, Any] = field(default_factory=dict)
    """Front matter that the folder gives to all its files (`.meta.yml`)."""
    jekyll_defaults: Mapping[str, Any] = field(default_factory=dict)
    """Front matter that a Jekyll site gives to the file (`defaults` of `_config.yml`)."""
    is_draft: bool = False
    """Whether the site has made it a draft, whatever is in it."""
    is_at_listing: bool = False
    """Whether it lies where a listing may be, so that it is the head of one if it has no date."""
