"""HTML within a line, as it may stand in any title: formatting without links, pictures as what they say."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from ..late_patterns import late_pattern
from .unclosed import hide_unclosed, replace_tags, show_unclosed

INLINE_TAGS = {"abbr", "b", "code", "del", "em", "i", "kbd", "mark", "q", "s", "small", "span", "strong", "sub", "sup"}
_ICON_TAGS = {"svg", "path"}
_ATTRIBUTES = {"span": {"class"}, "svg": {"viewBox", "xmlns"}, "path": {"d"}}
"""What icons need that stand in a text; a class does no harm."""

_OF_MARKUP = frozenset("<>&")

HEADING = re.compile(r"<h1\b[^<>]*>(?P<text>(?:(?!<h1\b).)*?)</h1\s*>", re.DOTALL | re.IGNORECASE)
"""A heading of the first level; none lies in another."""
_NOT_OF_TITLES = re.compile(
    r"""<(?P<tag>a|sup)\b(?=[^<>]*\b(?:class=["']?headerlink|id=["']?fnref)).*?</(?P=tag)\s*>""",
    re.DOTALL | re.IGNORECASE,
)
"""The permanent link of a heading, and the marks of footnotes."""
_IMAGE = re.compile(r"""<img\b(?:[^>"']++|"[^"]*"|'[^']*')*>""", re.IGNORECASE)
_ALT = late_pattern(r"""\balt\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)


def inline_html(content: str) -> Markup:
    """HTML of a line without links; of a picture its words, and of any other element what stands in it."""
    content = show_unclosed(_NOT_OF_TITLES.sub("", hide_unclosed(content, "a", "sup")))
    content = replace_tags(_IMAGE, _words_of, content)
    if content.isprintable() and _OF_MARKUP.isdisjoint(content):
        return Markup(" ".join(content.split()))  # has none
    import nh3  # noqa: PLC0415  # most titles are plain

    has_icons = "<svg" in content
    tags, attributes = (INLINE_TAGS | _ICON_TAGS, _ATTRIBUTES) if has_icons else (INLINE_TAGS, {})
    return Markup(" ".join(nh3.clean(content, tags=tags, attributes=attributes).split()))  # cleaned


def heading_html(content: str) -> Markup:
    """What the first heading of the first level says in some HTML; empty where there is none."""
    heading = HEADING.search(content)
    return inline_html(heading["text"]) if heading else Markup()


def _words_of(image: re.Match[str]) -> str:
    alt = _ALT.search(image[0])
    return str(escape(Markup(alt[1] or alt[2] or "").unescape())) if alt else ""
