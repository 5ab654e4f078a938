"""The way through a listing of several pages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .listing_values import PagerItem, PagerLinks

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..settings import Settings

_RADIUS = re.compile(r"~(\d+)~")
"""In `pagination_format`, how many page numbers are shown on each side of the one at hand."""


def pager_links(number: int, urls: Sequence[str], settings: Settings) -> PagerLinks | None:
    """The links of page `number`; `None` where there is but one page and the site wants no pager then."""
    is_single = len(urls) == 1
    if is_single and not settings.pagination_if_single_page:
        return None
    return PagerLinks(
        items=tuple(_items(number, urls, _radius(settings))),
        previous=urls[number - 2] if number > 1 else None,
        next=urls[number] if number < len(urls) else None,
    )


def _radius(settings: Settings) -> int:
    found = _RADIUS.search(settings.pagination_format)
    return int(found.group(1)) if found else 2


def _items(number: int, urls: Sequence[str], radius: int) -> Iterable[PagerItem]:
    near = range(max(1, number - radius), min(len(urls), number + radius) + 1)
    shown = sorted({1, *near, len(urls)})
    for before, each in zip([0, *shown], shown, strict=False):
        if each - before > 1:
            yield PagerItem(number=None, url=None)
        yield PagerItem(number=each, url=None if each == number else urls[each - 1])
