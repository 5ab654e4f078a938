"""HTML as tags and the texts between them, taken apart by regular expressions, where all of it is known for certain.

Search plugins are fed by Python's `html.parser`. What it makes of tags that begin and end elements of HTML, with
attributes in quotes, is plain; all else is not known here: scripts and what else it takes for text, comments with tags
in them, elements of a site's own.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from ..late_patterns import late_pattern
from ..light_dataclasses import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

_VOID = frozenset(
    {
        *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track"),
        "wbr",
    }
)
_KEPT = frozenset({"p", "code", "pre", "li", "ol", "ul", "sub", "sup"})
"""Elements whose tags Material's search keeps."""
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
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
"""What else may hold text and tags. Not here is what any `html.parser` takes for text alone."""
_KNOWN = _VOID | _KEPT | HEADINGS | _OTHERS

_TAGS = late_pattern(r"(<[^<>]*>)")
_END = late_pattern(r"</([a-z][a-z0-9]*)>", re.ASCII)
_START = late_pattern(
    r"""<([a-z][a-z0-9]*)((?:[ \n]+[A-Za-z_:@][\w:.@-]*(?:="[^"]*"|='[^']*')?)*)[ \n]*(/?)>""", re.ASCII
)
_ATTRIBUTE = late_pattern(r"""([A-Za-z_:@][\w:.@-]*)(?:="([^"]*)"|='([^']*)')?""", re.ASCII)
_TELLING = late_pattern("&|data-search|headerlink|linenodiv", re.IGNORECASE)
"""What is in attributes that mean anything to a search plugin, but for those of headings."""
_COMMENT = late_pattern(r"<!-- (?:[^<>-]|-(?!-))*-->")


@dataclass(frozen=True, slots=True)
class KnownTag:
    """What a tag means to search plugins; most of it to Material's alone."""

    name: str = ""
    """Of its element; none where it means nothing, as that of an element without content."""
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


_NOTHING = KnownTag()
_MET: dict[str, KnownTag] = {}
"""Tags that were met before."""
_SHORT, _MANY = 40, 4000
"""Of these: how long those with attributes may be, and how many."""


class UnknownHtmlError(Exception):
    """HTML that is not known for certain."""


def pieces_of(html: str) -> Iterator[tuple[str, KnownTag]]:
    """Each text of HTML, and the tag behind it; `UnknownHtmlError` where these are not known."""
    pieces = _TAGS.split(html)
    if html.count("<") != len(pieces) // 2:
        raise UnknownHtmlError
    pieces.append("")
    following = iter(pieces)
    for text, tag in zip(following, following, strict=True):
        yield text, (_MET.get(tag) or _known(tag)) if tag else _NOTHING


def _known(tag: str) -> KnownTag:
    if found := _END.fullmatch(tag):
        name = found[1]
        _MET[tag] = made = _NOTHING if name in _VOID else KnownTag(_checked(name), ends=True, kept=_kept(name))
        return made
    if found := _START.fullmatch(tag):
        name, attributes, slash = found.groups()
        if _checked(name) in _VOID:
            return _NOTHING
        if slash and (name in _KEPT or name in HEADINGS):
            raise UnknownHtmlError
        if name not in HEADINGS and not _TELLING.search(attributes):
            made = _plain(f"<{name}{slash}>", name, is_empty=bool(slash))
            if len(tag) <= _SHORT and len(_MET) < _MANY:
                _MET[tag] = made
            return made
        return _with_attributes(name, attributes, is_empty=bool(slash))
    if _COMMENT.fullmatch(tag):
        return _NOTHING
    raise UnknownHtmlError


def _plain(tag: str, name: str, *, is_empty: bool) -> KnownTag:
    made = _MET.get(tag)
    if made is None:
        _MET[tag] = made = KnownTag(name, begins=True, ends=is_empty, kept=_kept(name), matters=name == "pre")
    return made


def _with_attributes(name: str, attributes: str, *, is_empty: bool) -> KnownTag:
    values = {key.lower(): unescape(one or other) for key, one, other in _ATTRIBUTE.findall(attributes)}
    kind, is_heading = values.get("class"), name in HEADINGS
    hides, is_permalink = kind == "linenodiv", name == "a" and kind == "headerlink"
    if "data-search-exclude" in values or (is_heading and (hides or values.get("id") == "")):
        raise UnknownHtmlError
    return KnownTag(
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
        raise UnknownHtmlError
    return name


def _kept(name: str) -> str:
    return f"<{name}>" if name in _KEPT else ""
