"""Texts of strangers as Markdown that shows what they say, and does nothing else in the site of who imports them."""

from __future__ import annotations

import re
from functools import cache
from urllib.parse import urlsplit

import nh3
from lxml import html
from markdown import Markdown

_HTML = re.compile(r"</(?:p|div|ul|ol|li|h[1-6]|blockquote|table|a|b|i|strong|em)\s*>|<br\s*/?>", re.IGNORECASE)
_TAGS = {
    *("a", "abbr", "b", "blockquote", "br", "code", "dd", "del", "div", "dl", "dt", "em", "h1", "h2", "h3", "h4"),
    *("h5", "h6", "hr", "i", "kbd", "li", "ol", "p", "pre", "q", "s", "small", "span", "strong", "sub", "sup"),
    *("table", "tbody", "td", "tfoot", "th", "thead", "tr", "u", "ul"),
}
"""Elements that a text may consist of."""
_SHOWN = _TAGS | {"img"}
_ATTRIBUTES = {"href", "src", "alt", "title", "class", "id", "role", "start", "style"}
_SAFE = {"http", "https", "mailto"}

_CODE = re.compile(
    r"^(?P<mark>`{3,}|~{3,})[^\n`]*\n.*?^(?P=mark)[ \t]*$"
    r"|(?<!`)(?P<ticks>`+)(?!`)[^\n]+?(?<!`)(?P=ticks)(?!`)",
    re.MULTILINE | re.DOTALL,
)
_TAG = re.compile(r"<(?=[a-zA-Z/!?])")
_PAIR = re.compile(r"<(sup|sub|kbd|b|i|em|strong|u|s|del)>([^<>\n]*)</\1>", re.IGNORECASE)
_TARGET = re.compile(
    r"(!?)\[([^\[\]\n]*)\]\(\s*<?([^\s()<>]*(?:\([^\s()<>]*\))?[^\s()<>]*)>?(?:\s+[\"'][^\n]*?[\"'])?\s*\)"
)
_HOST = re.compile(r"www\.[\w-]+(?:\.[\w-]+)+(?:/\S*)?", re.IGNORECASE)
_FIRST = re.compile(r"^(#{1,5})(?=[^#\n])(?=.*\S)", re.MULTILINE)
_UNDERLINED = re.compile(r"^([^\s#>\-*+|][^\n]*)\n=+[ \t]*$", re.MULTILINE)
_ACTIVE = re.compile(r"\{:|8<|^[^\S\n]*(?:/{3,}|:{3,})", re.MULTILINE)
"""What extensions of Markdown act upon: attributes, files to be read in, blocks."""

_SIGNS = re.compile(r"[\\`*_{}\[\]]")
_LINE_BEGINS = re.compile(r"^[ \t]*([^\w\s\\&(\"'])?", re.MULTILINE)
_LONGEST = 50_000
"""Characters of a text that is taken for Markdown."""
_MOST_OF_A_SIGN = 500
_MOST_LINKS = 300
_SOUGHT = "<*_`>#-=|:~(!"
"""Signs whose other end Markdown looks for, or that begin a line."""
_ENTITY = re.compile(r"&(?=#?\w+;)")
_LINE_SIGNS = re.compile(r"(?<![^\W_])_+|_+(?![^\W_])|(?<!\s)\*+|\*+(?!\s)|[\\`]|(?<=\])\(|\[(?=\^)|(?<=\])\[")


def markdown_line(text: str) -> str:
    """A line as Markdown, which shows it letter by letter."""
    escaped = _LINE_SIGNS.sub(lambda signs: "".join(f"\\{sign}" for sign in signs[0]), _ENTITY.sub("&amp;", text))
    return _TAG.sub("&lt;", escaped)


def markdown_text(text: str) -> str:
    """A text as it is, be it Markdown or HTML, without what would run, or be taken for a part of the site."""
    if not text:
        return ""
    if _is_too_much(text):
        return _letter_by_letter(text)
    text = _cleaned(text) if _HTML.search(_PAIR.sub("", text)) else _without_tags(text)
    text = _lowered(_TARGET.sub(_link, text))
    return text if _is_harmless(text) else _letter_by_letter(text)


def _is_too_much(text: str) -> bool:
    """Whether Markdown may take long for it, as for a run of `[`; nobody says so much of a talk."""
    if len(text) > _LONGEST or text.count("[") > _MOST_LINKS:
        return True
    return any(text.count(sign) > _MOST_OF_A_SIGN for sign in _SOUGHT)


def _cleaned(text: str) -> str:
    """HTML that says the same; whoever has written it with blank lines has them as paragraphs."""
    return nh3.clean(
        text,
        tags=_TAGS,
        attributes={"a": {"href", "title"}, "ol": {"start"}, "abbr": {"title"}},
        attribute_filter=lambda _, name, value: value if name != "href" or _is_whole(value) else None,
        link_rel=None,
    ).strip()


def _without_tags(text: str) -> str:
    """Markdown in which nothing begins an element, but in code, where nothing does so anyway."""
    parts: list[str] = []
    end = 0
    for code in _CODE.finditer(text):
        parts += (_text_without_tags(text[end : code.start()]), code[0])
        end = code.end()
    return "".join((*parts, _text_without_tags(text[end:])))


def _text_without_tags(text: str) -> str:
    """The same where there is no code; what is small, bold or the like stays so."""
    marked = _PAIR.sub(r"\0\1\0\2\0/\1\0", text)
    return re.sub(r"\0(/?\w+)\0", r"<\1>", _TAG.sub("&lt;", marked))


def _link(found: re.Match[str]) -> str:
    """A link that leads somewhere on the web; of any other its words and where it would have led."""
    bang, label, target = found.groups()
    if _is_whole(target):
        return found[0]
    if not bang and _HOST.fullmatch(target) and not urlsplit(target).scheme:
        return f"[{label}](https://{target})"
    return f"{label} ({target})" if target and "`" not in target and not _SIGNS.search(target) else label


def _is_whole(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme.lower() in _SAFE and bool(parts.netloc or parts.path)


def _lowered(text: str) -> str:
    """The text with headings that stand below a title, which is not in it."""
    text = _UNDERLINED.sub(r"# \1", text)
    outside = _CODE.sub("", text)
    return _FIRST.sub(r"#\1", text) if re.search(r"^#(?!#)", outside, re.MULTILINE) else text


@cache
def _renderer() -> Markdown:
    return Markdown(extensions=["extra", "sane_lists"])


def _is_harmless(text: str) -> bool:
    """Whether a page shows nothing of it but text, links to the web and pictures from there."""
    if _ACTIVE.search(_CODE.sub("", text)):
        return False
    try:
        content = html.fragment_fromstring(_renderer().reset().convert(text), create_parent="div")
    except Exception:  # noqa: BLE001  (a text may be too much for Markdown in many ways; it is shown as it is)
        return False
    return all(_is_plain(element) for element in content.iter())


def _is_plain(element: html.HtmlElement) -> bool:
    if element.tag not in _SHOWN or not set(element.attrib) <= _ATTRIBUTES:
        return False
    if "style" in element.attrib and element.tag not in {"td", "th"}:
        return False
    urls = (element.get("href"), element.get("src"))
    return all(url is None or _is_whole(url) or url.startswith(("#fn:", "#fnref")) for url in urls)


def _letter_by_letter(text: str) -> str:
    """The text with all its signs, none of which means anything."""
    escaped = _SIGNS.sub(lambda sign: f"&#{ord(sign[0])};", text.replace("&", "&amp;").replace("<", "&lt;"))
    return _LINE_BEGINS.sub(lambda found: f"&#{ord(found[1])};" if found[1] else "", escaped)
