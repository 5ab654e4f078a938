"""Excerpts: cut from the rendered HTML of a post, well-formed, and fit for any page of the site."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

from lxml import html
from markupsafe import Markup

from ..late_patterns import late_pattern
from ..light_dataclasses import dataclass
from .card_texts import HEADINGS, drop, end_lead_in, first_blocks, fit_for_cards
from .escaping import NOT_XML
from .html_urls import rebase_url, rewrite_urls
from .ids import names_in, new_names
from .unclosed import hide_unclosed, replace_tags, show_unclosed

if TYPE_CHECKING:
    from collections.abc import Iterable

_SKIPPED_TEXT = re.compile(r"<(script|style|svg|object)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_INLINE_TAG = re.compile(r"</?(?:a|abbr|b|code|del|em|i|kbd|mark|q|s|small|span|strong|sub|sup)\b[^>]*>", re.IGNORECASE)
_NUMBER = late_pattern(r"&#(?:[xX]([0-9a-fA-F]+)|([0-9]+));?")
_MARKUP = re.compile(r"<!--.*?-->|<[^>]*>", re.DOTALL)


_LONGEST = 300
"""Characters after which a description made from a text ends, at a word."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The beginning of a post."""

    html: Markup
    """Blocks of text without ids; links start with `ROOT`."""
    more: bool
    """Whether the post goes on after it."""
    is_marked: bool = False
    """Whether its author has put a separator below it."""


@dataclass(frozen=True, slots=True)
class ListExcerpt:
    """The beginning of a post in Material's list, or all of it."""

    html: Markup
    """With its headings one level down and linked; links start with `ROOT`."""
    more: Markup | None
    """What follows the separator; `None` where there is none."""
    title: Markup
    """Text of the title."""
    anchor: str
    """Id of the title."""
    names: tuple[str, ...]
    """All ids, and names of groups of buttons."""


def cut_excerpt(content: str, separators: Iterable[str], page_url: str) -> Excerpt:
    """The excerpt of a rendered post: what stands above a separator, else the first block that holds text."""
    ends = [position for position in (content.find(separator) for separator in separators) if position >= 0]
    if ends:
        # The parser closes what is still open where the text is cut.
        root = parse(content[: min(ends)])
        fit_for_cards(root, page_url)
        return Excerpt(serialize(root), more=True, is_marked=True)
    root = parse(content)
    for block in first_blocks(root):
        goes_on = block.getparent() is not root or block.getnext() is not None
        only = html.Element("div")
        only.append(block)
        fit_for_cards(only, page_url)
        if goes_on and len(only):
            end_lead_in(only[-1])
        if only.text_content().strip():
            return Excerpt(serialize(only), more=goes_on)
    return Excerpt(Markup(), more=len(root) > 0)


def fit_excerpt(content: str, page_url: str) -> Markup:
    """HTML of an excerpt that front matter gives, as one cut from the text would be."""
    root = parse(content)
    fit_for_cards(root, page_url)
    return serialize(root)


def list_excerpt(content: str, separators: Iterable[str], page_url: str, title: Markup, *, anchor: str) -> ListExcerpt:
    """The excerpt of a rendered post for Material's list: all of it, unless a separator ends it."""
    ends = [(content.find(separator), separator) for separator in separators if separator in content]
    end, separator = min(ends, default=(len(content), ""))
    root = parse(content[:end])
    if not len(root) or root[0].tag != "h1":
        heading = html.fromstring(f"<h1>{title}</h1>")
        heading.tail, root.text = root.text, None
        root.insert(0, heading)
    heading = root[0]
    if not heading.get("id"):
        heading.set("id", next(iter(new_names((anchor,), set(root.xpath(".//@id"))).values()), anchor))
    seen: set[str] = set()
    fitted = _fit_for_list(root, page_url, seen, title=heading)
    rest = parse(content[end + len(separator) :]) if separator else None
    more = _fit_for_list(rest, page_url, seen) if rest is not None else None
    return ListExcerpt(
        html=fitted,
        title=Markup.escape(" ".join(heading.text_content().split())),
        anchor=heading.get("id", anchor),
        more=more,
        names=names_in(f"{fitted}{more or ''}"),
    )


def _fit_for_list(
    root: html.HtmlElement, page_url: str, seen: set[str], *, title: html.HtmlElement | None = None
) -> Markup:
    """HTML with its headings one level down and linked, the title to the post and all others to their places in it."""
    for element in root.xpath(".//*[@id]"):
        identity = element.get("id")
        if not identity or identity in seen:
            del element.attrib["id"]
        seen.add(identity)
    for heading in list(root.iter(*HEADINGS)):
        _link_heading(heading, "" if heading is title else f"#{heading.get('id', '')}")
    return Markup(rewrite_urls(str(serialize(root)), lambda url: rebase_url(url, page_url)))  # rendered by the site


def _link_heading(heading: html.HtmlElement, href: str) -> None:
    for anchor in heading.xpath("./a[contains(@class, 'headerlink')]"):
        drop(anchor)
    heading.tag = f"h{min(6, int(heading.tag[1]) + 1)}"
    link = html.Element("a", {"class": "toclink", "href": href})
    link.text, heading.text = heading.text, None
    link.extend(list(heading))
    heading.append(link)


def plain_text(content: str) -> str:
    """The text of some HTML in one line, without entities."""
    if "<" not in content and "&" not in content:
        return " ".join(str(content).split())
    hidden = hide_unclosed(content, "script", "style", "svg", "object")
    text = replace_tags(_MARKUP, " ", replace_tags(_INLINE_TAG, "", _SKIPPED_TEXT.sub(" ", hidden)))
    return " ".join(Markup(show_unclosed(text)).unescape().split())


def shortened(text: str) -> str:
    """A text no longer than descriptions are, which ends at a word."""
    if len(text) <= _LONGEST:
        return text
    return text[:_LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:.-") + "…"


def parse(content: str) -> html.HtmlElement:
    """The elements of some HTML below one of ours, whatever is never closed in it, or closed too often."""
    root = html.Element("div")
    # A document of its own is read as part of this one; trees take no control characters, and a NUL would end them.
    content = NOT_XML.sub("", _NUMBER.sub(_unless_control, content) if "&#" in content else content)
    document = html.document_fromstring(f"<html><body>{content}</body></html>")
    for body in document.iter("body", "frameset"):
        root.text = (root.text or "") + (body.text or "")
        root.extend(list(body))
    return root


def _unless_control(reference: re.Match[str]) -> str:
    """A character by its number, unless it is one that no document may have."""
    number = int(reference[1], 16) if reference[1] else int(reference[2][:9])
    return reference[0] if number <= sys.maxunicode and not NOT_XML.match(chr(number)) else ""


def serialize(root: html.HtmlElement) -> Markup:
    """HTML of what stands in an element."""
    inner = (root.text or "") and str(Markup.escape(root.text))
    inner += "".join(html.tostring(child, encoding="unicode") for child in root)
    return Markup(inner.strip())  # it comes from Markdown that the site has rendered
