"""Pages that differ in title, text and address alone, made from what one of them has around these.

Templates of Material take a millisecond for a page, and a blog has a page for each tag. Two of those that seem alike
are rendered as ever. Only if what the next one has around its own parts makes the same of them, all others get it.
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from ..light_dataclasses import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from mkdocs.structure.pages import Page

    Values = Mapping[str, str]

_EXAMPLES = 2
"""Pages that are rendered as ever before another is taken for all others."""

_MARKS: Values = {
    **{name: f"\ue000{name}\ue001" for name in ("title", "canonical_url", "description")},
    "content": "<h1>\ue000content\ue001</h1>",
}
"""What a page has in place of its own parts, with letters that neither addresses nor plain titles have."""
_NAMES = {mark: name for name, mark in _MARKS.items()}
_ANY_MARK = re.compile(f"({'|'.join(_NAMES)})")

_PLAIN = re.compile(r"\w+(?:[ -]\w+)*")
"""Titles that are the same however a template prints them."""

OWN = frozenset({"title", "content", "canonical_url", "abs_url", "first_address", "nav_title", "name"})
OWN |= {"_shown_name", "_title_from_render", "meta"}
"""Attributes of a page that say which one it is."""
OWN_META = frozenset({"title", "description"})
"""The same among its metadata."""


@dataclass(frozen=True, slots=True)
class PageShells:
    """What pages have around their own parts, under the digest of all that this depends on."""

    may_share: Callable[[Page], bool]
    """Whether there may be many that are like a page."""
    key_of: Callable[[Mapping[str, Any], str | None], str | None]
    """All that a page depends on, but for its own parts; `None` where that can't be known."""
    _shells: dict[str, _Shell] = field(default_factory=dict, init=False)

    def render(self, context: Mapping[str, Any], template: str | None, render: Callable[[], str]) -> str:
        """A finished page, as `render` makes it."""
        page: Page = context["page"]
        values = _values_of(page) if self.may_share(page) else None
        key = self.key_of(context, template) if values else None
        if key is None or values is None:
            return render()
        return self._shells.setdefault(key, _Shell()).page(page, values, render)


class _Shell:
    """What some pages have around their own parts."""

    def __init__(self) -> None:
        self.examples: list[tuple[Values, str]] = []
        self.parts: Sequence[str] | None = None
        """What it is, with marks between; empty if the pages are not alike."""

    def page(self, page: Page, values: Values, render: Callable[[], str]) -> str:
        """One of the pages."""
        if self.parts is None and len(self.examples) < _EXAMPLES:
            output = render()
            self.examples.append((values, output))
            return output
        if self.parts is None:
            with _marked(page):
                parts = _ANY_MARK.split(render())
            self.parts = parts if all(_filled(parts, known) == output for known, output in self.examples) else ()
            self.examples.clear()
        return _filled(self.parts, values) if self.parts else render()


def _values_of(page: Page) -> Values | None:
    """The parts of a page that are its own; `None` for one that is like no other, or that marks may not stand for."""
    title, content, url = page.title, page.content or "", page.canonical_url
    if not (isinstance(title, str) and _PLAIN.fullmatch(title) and url and "<h1" in content):
        return None
    if page.meta.get("title", title) != title:
        return None
    if any(heading.children for heading in page.toc):
        return None  # with the titles of its posts it is like no other, and would be remembered in vain
    return {
        "title": title,
        "canonical_url": url,
        "description": str(page.meta.get("description") or ""),
        "content": content,
    }


@contextmanager
def _marked(page: Page) -> Iterator[None]:
    """A page with marks in place of its own parts."""
    kept = dict(vars(page))
    vars(page).update({name: mark for name, mark in _MARKS.items() if name != "description"})
    page.meta = {name: _MARKS[name] if name in OWN_META and value else value for name, value in page.meta.items()}
    try:
        yield
    finally:
        vars(page).clear()
        vars(page).update(kept)


def _filled(parts: Sequence[str], values: Values) -> str:
    """The page that some parts make with these values, of which every other part is the mark."""
    return "".join(values[_NAMES[part]] if number % 2 else part for number, part in enumerate(parts))
