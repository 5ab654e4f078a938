"""The sections that the parser of Material's search plugin finds in HTML, found several times as fast.

Code that is highlighted is taken as one text, since what the plugin keeps of it has no marks. What is kept of each
tag and text, and where, follows `handle_starttag`, `handle_endtag` and `handle_data` of that parser step by step. HTML
with anything that is not known for certain is not read at all.
"""

from __future__ import annotations

from html import escape, unescape
from typing import TYPE_CHECKING

from ..late_patterns import late_pattern
from .known_tags import UnknownHtmlError, pieces_of

if TYPE_CHECKING:
    from .known_tags import KnownTag

_MARKED = late_pattern(r'<span(?: (?:class|id|style)="[^"<>&]*")*>([^<]*)</span>')
_LINE_ANCHOR = late_pattern(r'<a(?: (?:href|id|name)="[^"<>&]*")*></a>')
_UNFINISHED = late_pattern("<[^>]*<")
"""A sign that with what is behind a mark might be a tag."""
_DEEPEST = 6
"""How deep marks may lie in one another, plus one."""
_ENTITY = late_pattern("&(?:amp|gt|lt|quot|#39);")


class SearchSection:
    """A heading, and what follows it up to the next."""

    __slots__ = ("depth", "id", "tag", "text", "title")

    def __init__(self, tag: str, depth: float) -> None:
        self.tag = tag
        """Of its heading, or `hx` where there is none."""
        self.depth = depth
        self.id: str | None = None
        self.title: list[str] = []
        """Pieces of text and tags."""
        self.text: list[str] = []


def sections_of(html: str) -> list[SearchSection] | None:
    """The sections of HTML; `None` if the parser of the plugin has to find them."""
    reading = _Reading()
    try:
        for text, tag in pieces_of(_without_marks(html)):
            if text:
                reading.take_text(text)
            if tag.begins:
                reading.start(tag)
            if tag.ends:
                reading.end(tag)
    except UnknownHtmlError:
        return None
    return reading.sections


def _without_marks(html: str) -> str:
    """HTML with each block of code as one text, as far as its marks are known for certain."""
    before, *blocks = html.split("<pre")
    return "<pre".join([before, *map(_with_plain_code, blocks)])


def _with_plain_code(html: str) -> str:
    code, end, after = html.partition("</pre>")
    if "<span" not in code or "linenodiv" in code or _UNFINISHED.search(code):
        return html
    if code.count("&") != len(_ENTITY.findall(code)):
        return html
    if "<a " in code:
        code = "".join(_LINE_ANCHOR.split(code))
    for _ in range(_DEEPEST):
        if "<span" not in code:
            return f"{code}{end}{after}"
        code = "".join(_MARKED.split(code))
    return html


class _Reading:
    """How far HTML is read."""

    def __init__(self) -> None:
        self.sections: list[SearchSection] = []
        self._section: SearchSection | None = None
        """The one at hand."""
        self._open: list[KnownTag] = []
        """Elements that have begun, and not ended."""
        self._hidden: set[str] = set()
        """Names of elements in which nothing is taken."""
        self._is_hidden = self._in_title = self._in_permalink = self._in_code = False

    def take_text(self, text: str) -> None:
        """Take what stands between two tags."""
        if self._is_hidden:
            return
        if "&" in text or ">" in text:
            text = unescape(text)
        is_blank = text.isspace()
        if not self._in_code:
            text = " " if is_blank else text.replace("\n", " ")
        section = self._section or self._begin("hx", 0)
        if self._in_title:
            if not self._in_permalink:
                section.title.append(escape(text, quote=False))
        elif not is_blank:
            section.text.append(escape(text, quote=False))
        elif self._in_code or not section.text or not section.text[-1].isspace():
            section.text.append(text)

    def start(self, tag: KnownTag) -> None:
        """Take the tag that begins an element."""
        self._open.append(tag)
        section = self._section_of(tag)
        if tag.hides:
            self._hidden.add(tag.name)
        if tag.matters or self._hidden:
            self._settle(section)
        if tag.name == "pre" and section.depth > len(self._open) + 1:
            raise UnknownHtmlError  # marks within, which are gone, might have ended that section
        if tag.kept and not self._is_hidden:
            self._pieces(section).append(tag.kept)

    def _section_of(self, tag: KnownTag) -> SearchSection:
        """The section that an element is in, or begins."""
        depth = len(self._open)
        if tag.id is None:
            return self._section or self._begin("hx", 0)
        if tag.name != "h1" and not self.sections:
            self._begin("hx", depth)
        is_first = not self.sections
        section = self._begin(tag.name, depth)
        if not is_first:
            section.id = tag.id
        return section

    def end(self, tag: KnownTag) -> None:
        """Take the tag that ends one."""
        if not self._open or self._open[-1].name != tag.name or self._section is None:
            return
        if self._section.depth > len(self._open):
            self._leave(self._section)
        opened = self._open.pop()
        was_hidden = tag.name in self._hidden
        if opened.matters or self._hidden:
            self._hidden.discard(tag.name)
            self._settle(self._section)
        if tag.kept and not was_hidden and not self._is_hidden:
            _end_kept(self._pieces(self._section), tag.kept)

    def _leave(self, section: SearchSection) -> None:
        """Go on with an earlier section where an element ends in which this one has begun."""
        depth = len(self._open)
        for earlier in reversed(self.sections):
            if earlier.depth <= depth:
                section.depth = float("inf")
                self._section = earlier
                self._settle(earlier)
                return

    def _begin(self, tag: str, depth: int) -> SearchSection:
        self._section = section = SearchSection(tag, depth)
        self.sections.append(section)
        self._settle(section)
        return section

    def _settle(self, section: SearchSection) -> None:
        """Know what becomes of text from now on."""
        names = [tag.name for tag in self._open]
        self._in_title = section.tag in names
        self._in_permalink = any(tag.is_permalink for tag in self._open)
        self._in_code = "pre" in names
        self._is_hidden = not self._hidden.isdisjoint(names)

    def _pieces(self, section: SearchSection) -> list[str]:
        """Where a piece of a section goes."""
        return section.title if self._in_title else section.text


def _end_kept(pieces: list[str], start: str) -> None:
    """End an element that is kept, or take back all since the first of its kind if that is empty."""
    try:
        first = pieces.index(start)
    except ValueError:
        raise UnknownHtmlError from None  # the plugin fails then, and is to say so itself
    for number in range(first + 1, len(pieces)):
        if not pieces[number].isspace():
            pieces.append(f"</{start[1:]}")
            return
    del pieces[first:]
