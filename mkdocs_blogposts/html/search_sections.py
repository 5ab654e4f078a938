"""The sections that the parser of Material's search plugin finds in HTML, found several times as fast.

That parser is fed by Python's `html.parser`, tag by tag. Here, HTML is taken apart by regular expressions, and code
that is highlighted is taken as one text, since what the plugin keeps of it has no marks. What is kept of each tag and
text, and where, follows the methods of that parser (`handle_starttag`, `handle_endtag`, `handle_data`) step by step.
HTML with anything that is not known for certain is not read at all.
"""

from __future__ import annotations

import re
from html import escape, unescape

from ..late_patterns import late_pattern
from ..light_dataclasses import dataclass

_VOID = frozenset(
    {
        *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track"),
        "wbr",
    }
)
_KEPT = frozenset({"p", "code", "pre", "li", "ol", "ul", "sub", "sup"})
"""Elements whose tags are in the index, too."""
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_OTHERS = frozenset(
    {
        *("a", "abbr", "address", "article", "aside", "audio", "b", "bdi", "bdo", "big", "blockquote", "button"),
        *("caption", "center", "cite", "colgroup", "data", "dd", "del", "details", "dfn", "dialog", "div", "dl", "dt"),
        *("em", "figcaption", "figure", "font", "footer", "form", "header", "hgroup", "i", "ins", "kbd", "label"),
        *("legend", "main", "mark", "meter", "nav", "optgroup", "option", "picture", "progress", "q", "rp", "rt"),
        *("ruby", "s", "samp", "section", "select", "small", "span", "strike", "strong", "summary", "table", "tbody"),
        *("td", "tfoot", "th", "thead", "time", "tr", "tt", "u", "var", "video"),
        *("circle", "defs", "ellipse", "g", "line", "path", "polygon", "polyline", "rect", "svg", "use"),
    }
)
"""What else may hold text and tags, which the plugin leaves out. Not here is what any `html.parser` reads as text."""
_KNOWN = _VOID | _KEPT | _HEADINGS | _OTHERS

_TAGS = late_pattern(r"(<[^<>]*>)")
_END = late_pattern(r"</([a-z][a-z0-9]*)>", re.ASCII)
_START = late_pattern(
    r"""<([a-z][a-z0-9]*)((?:[ \n]+[A-Za-z_:@][\w:.@-]*(?:="[^"]*"|='[^']*')?)*)[ \n]*(/?)>""", re.ASCII
)
_ATTRIBUTE = late_pattern(r"""([A-Za-z_:@][\w:.@-]*)(?:="([^"]*)"|='([^']*)')?""", re.ASCII)
_TELLING = late_pattern("&|data-search|headerlink|linenodiv", re.IGNORECASE)
"""What is in attributes that mean anything to the plugin, but for those of headings."""
_COMMENT = late_pattern(r"<!-- (?:[^<>-]|-(?!-))*-->")

_MARKED = late_pattern(r'<span(?: (?:class|id|style)="[^"<>&]*")*>([^<]*)</span>')
_LINE_ANCHOR = late_pattern(r'<a(?: (?:href|id|name)="[^"<>&]*")*></a>')
_DEEPEST = 6
"""How deep marks may lie in one another, plus one."""
_ENTITY = late_pattern("&(?:amp|gt|lt|quot|#39);")


@dataclass(frozen=True, slots=True)
class _Tag:
    """What a tag means to the plugin."""

    name: str = ""
    """Of its element; none where it means nothing."""
    begins: bool = False
    ends: bool = False
    kept: str = ""
    """How it is in the index, if it is."""
    id: str | None = None
    """Of a heading that has one."""
    is_permalink: bool = False
    """Whether it begins the link of a heading to itself."""
    hides: bool = False
    """Whether it begins numbers of lines."""
    matters: bool = False
    """Whether it changes what becomes of the text within."""


_NOTHING = _Tag()
_PLAIN: dict[str, _Tag] = {}
"""Tags without attributes that were met before. There are not many, as all are of elements that are known."""


class _UnknownError(Exception):
    """HTML that is not known for certain."""


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
    html = _without_marks(html)
    pieces = _TAGS.split(html)
    if html.count("<") != len(pieces) // 2:
        return None
    reading = _Reading()
    pieces.append("")
    following = iter(pieces)
    try:
        for text, tag in zip(following, following, strict=True):
            if text:
                reading.take_text(text)
            if tag:
                known = _PLAIN.get(tag) or _known(tag)
                if known.begins:
                    reading.start(known)
                if known.ends:
                    reading.end(known)
    except _UnknownError:
        return None
    return reading.sections


def _without_marks(html: str) -> str:
    """HTML with each block of code as one text, as far as its marks are known for certain."""
    before, *blocks = html.split("<pre")
    return "<pre".join([before, *map(_with_plain_code, blocks)])


def _with_plain_code(html: str) -> str:
    code, end, after = html.partition("</pre>")
    if "<span" not in code or "linenodiv" in code or code.count("&") != len(_ENTITY.findall(code)):
        return html
    if "<a " in code:
        code = "".join(_LINE_ANCHOR.split(code))
    for _ in range(_DEEPEST):
        if "<span" not in code:
            return f"{code}{end}{after}"
        code = "".join(_MARKED.split(code))
    return html


def _known(tag: str) -> _Tag:
    """What a tag means; an error where that is not known."""
    if found := _END.fullmatch(tag):
        name = found[1]
        _PLAIN[tag] = made = _NOTHING if name in _VOID else _Tag(_checked(name), ends=True, kept=_kept(name))
        return made
    if found := _START.fullmatch(tag):
        name, attributes, slash = found.groups()
        if _checked(name) in _VOID:
            return _NOTHING
        if slash and (name in _KEPT or name in _HEADINGS):
            raise _UnknownError
        if name not in _HEADINGS and not _TELLING.search(attributes):
            return _plain(f"<{name}{slash}>", name, is_empty=bool(slash))
        return _with_attributes(name, attributes, is_empty=bool(slash))
    if _COMMENT.fullmatch(tag):
        return _NOTHING
    raise _UnknownError


def _plain(tag: str, name: str, *, is_empty: bool) -> _Tag:
    made = _PLAIN.get(tag)
    if made is None:
        _PLAIN[tag] = made = _Tag(name, begins=True, ends=is_empty, kept=_kept(name), matters=name == "pre")
    return made


def _with_attributes(name: str, attributes: str, *, is_empty: bool) -> _Tag:
    values = {key.lower(): unescape(one or other) for key, one, other in _ATTRIBUTE.findall(attributes)}
    kind, is_heading = values.get("class"), name in _HEADINGS
    hides, is_permalink = kind == "linenodiv", name == "a" and kind == "headerlink"
    if "data-search-exclude" in values or (is_heading and hides):
        raise _UnknownError
    return _Tag(
        name,
        begins=True,
        ends=is_empty,
        kept=_kept(name),
        id=values.get("id") if is_heading else None,
        is_permalink=is_permalink,
        hides=hides,
        matters=is_heading or hides or is_permalink or name == "pre",
    )


def _checked(name: str) -> str:
    if name not in _KNOWN:
        raise _UnknownError
    return name


def _kept(name: str) -> str:
    return f"<{name}>" if name in _KEPT else ""


class _Reading:
    """How far HTML is read."""

    def __init__(self) -> None:
        self.sections: list[SearchSection] = []
        self._section: SearchSection | None = None
        """The one at hand."""
        self._open: list[_Tag] = []
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

    def start(self, tag: _Tag) -> None:
        """Take the tag that begins an element."""
        self._open.append(tag)
        section = self._section_of(tag)
        if tag.hides:
            self._hidden.add(tag.name)
        if tag.matters or self._hidden:
            self._settle(section)
        if tag.name == "pre" and section.depth > len(self._open) + 1:
            raise _UnknownError  # marks within, which are gone, might have ended that section
        if tag.kept and not self._is_hidden:
            self._pieces(section).append(tag.kept)

    def _section_of(self, tag: _Tag) -> SearchSection:
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

    def end(self, tag: _Tag) -> None:
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
        raise _UnknownError from None  # the plugin fails then, and is to say so itself
    for number in range(first + 1, len(pieces)):
        if not pieces[number].isspace():
            pieces.append(f"</{start[1:]}")
            return
    del pieces[first:]
