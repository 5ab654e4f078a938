"""Excerpts: cut from the rendered HTML of a post, well-formed, and fit for any page of the site."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree, html
from markupsafe import Markup

from .cards import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_BLOCKS = ("p", "blockquote", "ul", "ol", "dl")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_MEDIA = ("img", "picture", "figure", "video", "audio", "iframe", "object", "embed")
_NOT_ON_CARDS = (*_HEADINGS, *_MEDIA, "script", "style", "noscript", "input", "form", "table", "hr")
_OUT_OF_SITE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")
_SKIPPED_TEXT = re.compile(r"<(script|style|svg|object)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_MARKUP = re.compile(r"<!--.*?-->|<[^>]*>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The beginning of a post."""

    html: Markup
    """Blocks of text without ids; links start with `ROOT`."""
    more: bool
    """Whether the post goes on after it."""


def cut_excerpt(content: str, separators: Iterable[str], page_url: str) -> Excerpt:
    """The excerpt of a rendered post: what stands above a separator, else the first block that holds text."""
    ends = [position for position in (content.find(separator) for separator in separators) if position >= 0]
    if ends:
        # The parser closes what is still open where the text is cut.
        root = _parse(content[: min(ends)])
        _fit_for_cards(root, page_url)
        return Excerpt(_serialize(root), more=True)
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


def plain_text(content: str) -> str:
    """The text of some HTML in one line, without entities."""
    return " ".join(Markup(_MARKUP.sub(" ", _SKIPPED_TEXT.sub(" ", content))).unescape().split())


def rebase_url(url: str, page_url: str) -> str:
    """A relative URL of the page at `page_url`, from the site's root by `ROOT`; any other as it is."""
    if _OUT_OF_SITE.match(url) or url.startswith("/"):
        return url
    path_end = min((position for position in (url.find("?"), url.find("#")) if position >= 0), default=len(url))
    path, suffix = url[:path_end], url[path_end:]
    if not path:
        return f"{ROOT}/{page_url}{suffix}"
    folder = page_url if page_url.endswith("/") or not page_url else posixpath.dirname(page_url)
    absolute = posixpath.normpath(posixpath.join("/", folder, path)).lstrip("/")
    is_folder = path.endswith(("/", "..")) or path in {".", ".."}
    return f"{ROOT}/{absolute}{'/' if is_folder and absolute else ''}{suffix}"


def rewrite_urls(content: str, rewrite: Callable[[str], str | None]) -> str:
    """HTML in which each URL is what `rewrite(url)` gives; an attribute for which it gives `None` goes."""
    return _LINKING_TAG.sub(lambda tag: _rewrite_tag(tag, rewrite), content)


_LINKING_TAG = re.compile(r"<(?:a|img|source|video|audio|iframe|embed|area|track|image|use)\b[^<>]*>", re.IGNORECASE)
_URL_ATTRIBUTE = re.compile(r"""(\s(?:href|src|poster)\s*=\s*)(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)


def _rewrite_tag(tag: re.Match[str], rewrite: Callable[[str], str | None]) -> str:
    def attribute(found: re.Match[str]) -> str:
        given = found.group(2) if found.group(2) is not None else found.group(3)
        url = str(Markup(given).unescape())
        new = rewrite(url)
        if new is None:
            return ""
        return found.group() if new == url else f'{found.group(1)}"{Markup.escape(new)}"'

    return _URL_ATTRIBUTE.sub(attribute, tag.group())


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
    return element.tag == "a" and is_anchor


def _drop(element: html.HtmlElement) -> None:
    """Take an element out and leave what follows it."""
    if element.getparent() is not None:
        element.drop_tree()
