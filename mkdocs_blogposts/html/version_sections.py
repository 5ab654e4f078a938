"""The sections of a rendered changelog, each with the id of its heading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import html
from markupsafe import escape

from ..light_dataclasses import dataclass
from .excerpts import parse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_LEVELS = ("h1", "h2", "h3")
_TEXT = ".//text()[not(ancestor::a[contains(@class, 'headerlink')])]"


@dataclass(frozen=True, slots=True)
class Section:
    """What stands below a heading."""

    heading: str
    """Its text."""
    anchor: str
    """Its id; empty where it has none."""
    content: str
    """HTML up to the next heading of its kind, or of the same level."""


def sections_in(content: str, is_start: Callable[[str], bool]) -> Iterator[Section]:
    """The sections whose headings are what is looked for."""
    blocks = list(parse(content))
    starts = {place: text for place, text in _headings(blocks) if is_start(text)}
    for place, text in starts.items():
        level = blocks[place].tag
        end = next(
            (n for n in range(place + 1, len(blocks)) if n in starts or _is_above(blocks[n], level)), len(blocks)
        )
        inner = "".join(html.tostring(block, encoding="unicode") for block in blocks[place + 1 : end])
        yield Section(text, blocks[place].get("id", ""), f"{escape(blocks[place].tail or '')}{inner}".strip())


def _headings(blocks: list[html.HtmlElement]) -> Iterator[tuple[int, str]]:
    for place, block in enumerate(blocks):
        if block.tag in _LEVELS:
            yield place, " ".join("".join(block.xpath(_TEXT)).split())


def _is_above(block: html.HtmlElement, level: str) -> bool:
    return block.tag in _LEVELS and block.tag <= level
