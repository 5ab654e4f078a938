"""Bars as SVG, that can be read on a light and on a dark ground."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

WIDTH = 760
LABEL = 170
"""Where bars begin."""
FIGURE = 70
"""Room behind the longest bar, for its figure."""
BAR = 13
ROW = 2 * BAR + 12
HEAD = 52
TITLE = 26

STYLE = """\
text{font:13px system-ui,sans-serif;fill:#767676}
.small{font-size:11.5px}
.title{font-weight:600}
.cold{fill:#7a9cc6}
.edited{fill:#d98a4b}
.ours .cold{fill:#00796b}
.ours .edited{fill:#4db6ac}
"""


@dataclass(frozen=True, slots=True)
class Bars:
    """The two figures of one builder."""

    name: str
    cold: float
    edited: float


def plot(groups: Sequence[tuple[str, Sequence[Bars]]], about: str) -> str:
    """A picture of some groups of bars, each group with a title and a scale of its own."""
    height = HEAD + sum(TITLE + ROW * len(bars) + 8 for _, bars in groups)
    return "".join(f"{line}\n" for line in _lines(groups, about, height))


def _lines(groups: Sequence[tuple[str, Sequence[Bars]]], about: str, height: int) -> Iterator[str]:
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" '
        f'height="{height}" role="img" aria-labelledby="t">'
    )
    yield f'<title id="t">{escape(about)}</title>\n<style>\n{STYLE}</style>'
    yield f'<text class="title" x="0" y="16">{escape(about)}</text>'
    yield '<g class="ours small"><rect class="cold" x="0" y="26" width="13" height="11"/>'
    yield '<text class="small" x="19" y="36">first build</text>'
    yield '<rect class="edited" x="100" y="26" width="13" height="11"/>'
    yield '<text class="small" x="119" y="36">again, with one post edited</text></g>'
    top = HEAD
    for title, bars in groups:
        yield f'<text class="title" x="0" y="{top + 16}">{escape(title)}</text>'
        top += TITLE
        longest = max(max(bar.cold, bar.edited) for bar in bars) or 1
        for number, bar in enumerate(bars):
            yield from _row(bar, top + number * ROW, (WIDTH - LABEL - FIGURE) / longest, is_ours=number == 0)
        top += ROW * len(bars) + 8
    yield "</svg>"


def _row(bar: Bars, top: int, scale: float, *, is_ours: bool) -> Iterator[str]:
    yield f"<g{' class=' + chr(34) + 'ours' + chr(34) if is_ours else ''}>"
    yield f'<text x="0" y="{top + BAR + 5}">{escape(bar.name)}</text>'
    for kind, value, y in (("cold", bar.cold, top), ("edited", bar.edited, top + BAR + 1)):
        width = value * scale
        yield f'<rect class="{kind}" x="{LABEL}" y="{y}" width="{width:.1f}" height="{BAR}" rx="2"/>'
        yield f'<text class="small" x="{LABEL + width + 6:.1f}" y="{y + BAR - 2}">{seconds(value)}</text>'
    yield "</g>"


def seconds(value: float) -> str:
    """A time as people read it."""
    return f"{value:.2f} s" if value < 1 else f"{value:.1f} s"
