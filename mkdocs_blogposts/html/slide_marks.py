"""The text of a talk, taken apart at what says which slide is meant: `<!-- slide 7 -->`, or `## Slide 7: Why`."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from ..light_dataclasses import dataclass
from .excerpts import plain_text
from .phrases import inline_html

_MARK = re.compile(r"\s*(?:slide\s*[:#]?\s*(?P<number>\d{1,4})|/\s*slides)\s*", re.IGNORECASE)
_NEARLY_A_MARK = re.compile(r"\s*/?\s*slides?\b[^\n]{,20}", re.IGNORECASE)
_LEVELS = {f"h{level}": level for level in range(1, 7)}
_NEVER_CLOSED = frozenset(
    {"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)
_FOOTNOTES = frozenset({"footnote", "footnotes"})
"""Classes of what Python-Markdown and kramdown put at the end of a text."""
_AFTER_NUMBER = r"\s*(?:$|[:.–—-])"  # noqa: RUF001


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a text begins to speak of a slide."""

    number: int | None
    """Counted from 1; `None` for the end of all slides."""
    start: int
    end: int
    level: int = 0
    """Of the heading that it is; 0 for a comment."""
    is_inner: bool = False
    """Whether it stands in something else: in a list, a quote."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What a text says to a slide."""

    heading: str
    """HTML of the heading that it begins with, where that names the slide."""
    content: str
    """HTML."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """The HTML of a talk by what it is said to; nothing of it is left out."""

    above: str
    """What stands above all slides."""
    notes: dict[int, Note]
    """By number of slide."""
    below: str
    """What stands below all slides."""
    level: int
    """Of the headings that name slides; 0 where none does."""
    unknown: tuple[Mark, ...]
    """Marks of slides that are not there; their text belongs to the slide before."""
    repeated: tuple[Mark, ...]
    """Further marks of a slide; their text follows that of the first."""
    inner: tuple[Mark, ...]
    """Marks that are none, as they stand in something else."""
    odd: tuple[str, ...]
    """Comments that are nearly marks: `<!-- slide two -->`."""


def annotation_of(content: str, count: int, slide_0: str) -> Annotation:
    """The HTML of a talk with so many slides; `slide_0` is what a slide 0 is called in the site's language."""
    reader = _Reader(content, re.compile(heading_pattern(slide_0)))
    reader.feed(content[: content.rfind(">") + 1])  # behind it, the end of each tag would be looked for in vain
    reader.close()
    outer = [mark for mark in reader.marks if not mark.is_inner]
    known = [mark for mark in outer if mark.number is None or 0 < mark.number <= count]
    notes: dict[int, Note] = {}
    repeated: list[Mark] = []
    below = ""
    begun = [*known, *reader.end_after(known[-1] if known else None)]
    for mark, end in zip(begun, [*(mark.start for mark in begun[1:]), len(content)], strict=False):
        heading, text = content[mark.start : mark.end] if mark.level else "", content[mark.end : end].strip()
        if mark.number is None:
            below = f"{below}\n{text}".strip()
        elif before := notes.get(mark.number):
            repeated.append(mark)
            joined = "\n".join(filter(None, (before.content, heading, text)))
            notes[mark.number] = Note(heading=before.heading, content=joined)
        else:
            notes[mark.number] = Note(heading=heading, content=text)
    return Annotation(
        above=(content[: known[0].start] if known else content).strip(),
        notes=notes,
        below=below,
        level=min((mark.level for mark in known if mark.level), default=0),
        unknown=tuple(mark for mark in outer if mark not in known),
        repeated=tuple(repeated),
        inner=tuple(mark for mark in reader.marks if mark.is_inner),
        odd=tuple(reader.odd),
    )


def heading_pattern(slide_0: str) -> str:
    """What a heading that names a slide begins with, in lower case, as a regular expression."""
    names = {re.escape(name.casefold()).replace("0", r"\#?(\d{1,4})") for name in ("slide 0", slide_0)}
    return f"(?:{'|'.join(sorted(names))}){_AFTER_NUMBER}"


class _Reader(HTMLParser):
    """Finds marks, and knows which of them stand in nothing else."""

    def __init__(self, content: str, heading: re.Pattern[str]) -> None:
        super().__init__(convert_charrefs=False)
        self.marks: list[Mark] = []
        self.odd: list[str] = []
        self._headings: list[tuple[int, int]] = []
        """Where each heading that is no mark begins, and its level."""
        self._content = content
        self._heading = heading
        self._open: list[tuple[str, int]] = []
        self._lines = [0, *(found.end() for found in re.finditer("\n", content))]

    def end_after(self, last: Mark | None) -> tuple[Mark, ...]:
        """Where the last slide ends, if a heading names it: at one of that level that names none."""
        if last is None or not last.level:
            return ()
        ends = (start for start, level in self._headings if start > last.start and level <= last.level)
        return tuple(Mark(None, start, start) for start in (*ends,)[:1])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what is open from here on; footnotes belong below all slides."""
        if not self._open and dict(attrs).get("class") in _FOOTNOTES:
            self.marks.append(Mark(None, self._position(), self._position()))
        if tag not in _NEVER_CLOSED:
            self._open.append((tag, self._position()))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take nothing for open that is closed at once."""

    def handle_endtag(self, tag: str) -> None:
        """Take this for closed, and what is open in it; a heading may be a mark."""
        place = next((place for place in reversed(range(len(self._open))) if self._open[place][0] == tag), None)
        if place is None:
            return
        start = self._open[place][1]
        del self._open[place:]
        if tag not in _LEVELS or self._open:
            return
        end = self._content.find(">", self._position()) + 1
        found = self._heading.match(plain_text(inline_html(self._content[start:end])).casefold())
        if found:
            number = next(int(digits) for digits in found.groups() if digits)
            self.marks.append(Mark(number, start, end, level=_LEVELS[tag]))
        else:
            self._headings.append((start, _LEVELS[tag]))

    def handle_comment(self, data: str) -> None:
        """Take a comment for a mark, if it is one."""
        if found := _MARK.fullmatch(data):
            start = self._position()
            number = int(found["number"]) if found["number"] else None
            end = self._content.find("-->", start) + len("-->")
            self.marks.append(Mark(number, start, end, is_inner=bool(self._open)))
        elif _NEARLY_A_MARK.fullmatch(data):
            self.odd.append(f"<!--{data}-->")

    def _position(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column
