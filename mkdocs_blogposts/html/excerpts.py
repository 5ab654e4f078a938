"""Excerpts: cut from the rendered HTML of a post, well-formed, and fit for any page of the site."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree, html
from markupsafe import Markup

from ..jekyll.kramdown.contents import CONTENTS_ID
from .html_urls import rebase_url, rewrite_urls

if TYPE_CHECKING:
    from collections.abc import Iterable

_BLOCKS = ("p", "blockquote", "ul", "ol", "dl")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_MEDIA = ("img", "picture", "figure", "video", "audio", "iframe", "object", "embed")
_NOT_ON_CARDS = (*_HEADINGS, *_MEDIA, "script", "style", "noscript", "input", "form", "table", "hr")
_SKIPPED_TEXT = re.compile(r"<(script|style|svg|object)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_INLINE_TAG = re.compile(r"</?(?:a|abbr|b|code|del|em|i|kbd|mark|q|s|small|span|strong|sub|sup)\b[^>]*>", re.IGNORECASE)
_MARKUP = re.compile(r"<!--.*?-->|<[^>]*>", re.DOTALL)


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


def cut_excerpt(content: str, separators: Iterable[str], page_url: str) -> Excerpt:
    """The excerpt of a rendered post: what stands above a separator, else the first block that holds text."""
    ends = [position for position in (content.find(separator) for separator in separators) if position >= 0]
    if ends:
        # The parser closes what is still open where the text is cut.
        root = _parse(content[: min(ends)])
        _fit_for_cards(root, page_url)
        return Excerpt(_serialize(root), more=True, is_marked=True)
    root = _parse(content)
    blocks = [element for element in root if isinstance(element.tag, str)]
    for position, block in enumerate(blocks):
        if block.tag in _BLOCKS:
            only = html.Element("div")
            only.append(block)
            _fit_for_cards(only, page_url)
            if only.text_content().strip():
                return Excerpt(_serialize(only), more=position + 1 < len(blocks))
    return Excerpt(Markup(), more=bool(blocks))


def fit_excerpt(content: str, page_url: str) -> Markup:
    """HTML of an excerpt that front matter gives, as one cut from the text would be."""
    root = _parse(content)
    _fit_for_cards(root, page_url)
    return _serialize(root)


def list_excerpt(content: str, separators: Iterable[str], page_url: str, title: Markup, *, anchor: str) -> ListExcerpt:
    """The excerpt of a rendered post for Material's list: all of it, unless a separator ends it."""
    ends = [(content.find(separator), separator) for separator in separators if separator in content]
    end, separator = min(ends, default=(len(content), ""))
    root = _parse(content[:end])
    if not len(root) or root[0].tag != "h1":
        heading = html.fromstring(f"<h1>{title}</h1>")
        heading.set("id", anchor)
        heading.tail, root.text = root.text, None
        root.insert(0, heading)
    heading = root[0]
    fitted = _fit_for_list(root, page_url, title=heading)
    rest = _parse(content[end + len(separator) :]) if separator else None
    return ListExcerpt(
        html=fitted,
        title=Markup.escape(" ".join(heading.text_content().split())),
        anchor=heading.get("id", anchor),
        more=_fit_for_list(rest, page_url) if rest is not None else None,
    )


def _fit_for_list(root: html.HtmlElement, page_url: str, *, title: html.HtmlElement | None = None) -> Markup:
    """HTML with its headings one level down and linked, the title to the post and all others to their places in it."""
    for heading in list(root.iter(*_HEADINGS)):
        _link_heading(heading, "" if heading is title else f"#{heading.get('id', '')}")
    return Markup(rewrite_urls(str(_serialize(root)), lambda url: rebase_url(url, page_url)))  # rendered by the site


def _link_heading(heading: html.HtmlElement, href: str) -> None:
    for anchor in heading.xpath("./a[contains(@class, 'headerlink')]"):
        _drop(anchor)
    heading.tag = f"h{min(6, int(heading.tag[1]) + 1)}"
    link = html.Element("a", {"class": "toclink", "href": href})
    link.text, heading.text = heading.text, None
    link.extend(list(heading))
    heading.append(link)


def plain_text(content: str) -> str:
    """The text of some HTML in one line, without entities."""
    text = _INLINE_TAG.sub("", _SKIPPED_TEXT.sub(" ", content))
    return " ".join(Markup(_MARKUP.sub(" ", text)).unescape().split())


def _parse(content: str) -> html.HtmlElement:
    return html.fragment_fromstring(content, create_parent="div") if content.strip() else html.Element("div")


def _serialize(root: html.HtmlElement) -> Markup:
    inner = (root.text or "") and str(Markup.escape(root.text))
    inner += "".join(html.tostring(child, encoding="unicode") for child in root)
    return Markup(inner.strip())  # it comes from Markdown that the site has rendered


def _fit_for_cards(root: html.HtmlElement, page_url: str) -> None:
    """Take out what belongs to the post's own page only, and make links good for any page."""
    for element in list(root.iter(etree.Comment, etree.ProcessingInstruction, *_NOT_ON_CARDS)):
        _drop(element)
    for element in list(root.iterdescendants()):
        identity = element.attrib.pop("id", "")
        element.attrib.pop("for", None)
        href = element.get("href")
        if _is_of_the_page(element, identity, href):
            _drop(element)
        elif element.tag == "a" and href is not None:
            element.set("href", rebase_url(href, page_url))
    for element in reversed(list(root.iterdescendants(*_BLOCKS, "li", "div"))):
        if not len(element) and not (element.text or "").strip():
            _drop(element)


def _is_of_the_page(element: html.HtmlElement, identity: str, href: str | None) -> bool:
    """Whether an element only leads about its own page: to a footnote, a heading or a line of code."""
    if element.tag == "sup":
        return identity.startswith("fnref")
    is_anchor = "headerlink" in element.get("class", "").split() or (href or "").startswith("#__codelineno")
    is_anchor = is_anchor or identity.startswith(CONTENTS_ID)
    return element.tag == "a" and is_anchor


def _drop(element: html.HtmlElement) -> None:
    """Take an element out and leave what follows it."""
    if element.getparent() is not None:
        element.drop_tree()
