"""What of a rendered text stands on cards: each construct whole, or what a reader needs of it, never a half.

On a card nothing may have an id, since the same text stands on many pages, and beside others. So what works by ids or
by a script of the theme is replaced by what it says: tabs by the first of them, a task by its tick, code with numbered
lines by the code.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree, html
from markupsafe import Markup

from ..jekyll.slugs import CONTENTS_ID
from ..late_patterns import late_pattern
from .html_urls import rebase_url

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

BLOCKS = ("p", "blockquote", "ul", "ol", "dl")
"""What can be an excerpt by itself."""
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")

_MEDIA = ("img", "picture", "figure", "video", "audio", "canvas", "iframe", "object", "embed", "form", "table", "map")
"""What a sentence above it may lead to."""
_NOT_ON_CARDS = (*HEADINGS, *_MEDIA, "script", "style", "noscript", "template", "link", "meta", "hr", "dialog")
_FIELDS = ("input", "button", "select", "textarea", "datalist", "output", "progress", "meter")
_OF_IDS = (
    *("id", "for", "name", "headers", "list", "form", "usemap", "popovertarget", "itemref", "contextmenu"),
    *("aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "aria-details", "aria-flowto"),
    "aria-activedescendant",
)
"""Attributes that are an id, or name one."""
_EMOJI = frozenset({"emoji", "emojione", "gemoji", "twemoji"})
_SHOWN_WITHOUT_TEXT = ("svg", "math", "pre", "br")
_CONSTRUCTS = ".//*[@class or self::pre or self::svg or self::figure or self::input or self::table]"
_WITH_ATTRIBUTES = ".//*[@*]"
_TICKS = {True: "\N{BALLOT BOX WITH CHECK}", False: "\N{BALLOT BOX}"}
_LINK = re.compile(r"<a(?=\s[^>]*\bhref=)")
_NOTE_MARK = late_pattern(r" ?\((\d+)\)!?")
_NOTE_IN_CODE = late_pattern(r"\(\d+\)!")
_COMMENTS_OF_CODE = frozenset({"c", "c1", "cm", "ch", "cs"})
_COLONS = (":", "\N{FULLWIDTH COLON}")


def fit_for_cards(root: html.HtmlElement, page_url: str) -> None:
    """Take out what belongs to the post's own page only, and make links good for any page."""
    for element in root.xpath(_CONSTRUCTS):
        _simplify(element)
    for element in list(root.iter(etree.Comment, etree.ProcessingInstruction, *_NOT_ON_CARDS, *_FIELDS)):
        _drop(element)
    for element in root.xpath(_WITH_ATTRIBUTES):
        _loosen(element, page_url)
    for element in reversed(list(root.iterdescendants(*BLOCKS, "a", "li", "div", "center", "figure"))):
        if not _shows_anything(element):
            _drop(element)


def past_by_keyboard(excerpt: Markup) -> Markup:
    """An excerpt whose links the keyboard goes past: they all stand on the post, to which the card leads."""
    return Markup(_LINK.sub(r'\g<0> tabindex="-1"', str(excerpt)))


def first_blocks(root: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """What may be the excerpt of a text without a separator, each with its annotations taken out."""
    for element in list(root):
        names = classes(element)
        if "annotate" in names:
            _drop_annotations(element)
        if element.tag in BLOCKS:
            yield element
        elif "tabbed-set" in names:
            yield from first_blocks(_content_of_first_tab(element))
        elif "grid" in names:
            yield from first_blocks(element)


def drop(element: html.HtmlElement) -> None:
    """Take an element out and leave what follows it."""
    if element.getparent() is not None:
        element.drop_tree()


def _drop(element: html.HtmlElement) -> None:
    """Take an element out; what leads to it is not to promise it."""
    before = element.getprevious()
    is_led_to = element.tag in _MEDIA or element.tag in BLOCKS or element.tag in {"div", "pre"}
    if is_led_to and before is not None and not (before.tail or "").strip():
        end_lead_in(before)
    drop(element)


def classes(element: html.HtmlElement) -> list[str]:
    """The classes of an element; a comment has none."""
    return element.get("class", "").split() if isinstance(element.tag, str) else []


def _simplify(element: html.HtmlElement) -> None:
    """Put in place of a construct what it says."""
    if element.getparent() is None:
        return
    if element.tag == "pre":
        _drop_annotations_of_code(element)
    elif element.tag == "svg" and element.xpath(".//@id | .//style | .//script"):
        _drop(element)
    elif element.tag == "figure" and element.find(".//pre") is not None:
        element.tag = "div"
    elif element.tag == "input" and element.get("type") == "checkbox":
        replace_by_tick(element)
    for name in classes(element):
        if simplify := _BY_CLASS.get(name):
            simplify(element)
            break
    else:
        if element.tag == "table" and element.find(".//td[@class]/pre") is not None:
            replace_by_code(element)


def replace_by_tick(box: html.HtmlElement) -> None:
    """Tell whether a task is done, in place of its box and of what a theme draws there."""
    label = box.getparent()
    is_all = label.tag == "label" and not label.text_content().strip()
    _replace_by_text(label if is_all else box, _TICKS["checked" in box.attrib])


def _content_of_first_tab(tabs: html.HtmlElement) -> html.HtmlElement:
    """What the first of some tabs shows, in either style of their extension."""
    found = tabs.xpath(".//*[contains(@class, 'tabbed-block')] | ./*[contains(@class, 'tabbed-content')]")
    blocks = [each for each in found if "tabbed-block" in classes(each)] or found
    return blocks[0] if blocks else html.Element("div")


def _replace_by_first_tab(tabs: html.HtmlElement) -> None:
    content = _content_of_first_tab(tabs)
    if content.getparent() is None:
        _drop(tabs)
        return
    content.tail = None
    content.attrib.pop("class", None)
    content.drop_tag() if content.getparent() is tabs.getparent() else _replace(tabs, content)


def _replace(element: html.HtmlElement, new: html.HtmlElement) -> None:
    new.tail = element.tail
    element.getparent().replace(element, new)


def _replace_by_text(element: html.HtmlElement, text: str) -> None:
    element.tail = text + (element.tail or "")
    drop(element)


def replace_by_code(table: html.HtmlElement) -> None:
    """Put the code in place of a table that has numbers of lines beside it."""
    code = table.xpath(".//td[not(contains(@class, 'linenos') or contains(@class, 'gutter'))]//pre")
    if code:
        _replace(table, code[0])


def _replace_by_alt(image: html.HtmlElement) -> None:
    if image.tag == "img":
        _replace_by_text(image, image.get("alt") or image.get("title") or "")


def _drop_list_of_headings(contents: html.HtmlElement) -> None:
    if contents.tag in {"div", "nav", "ul"}:
        drop(contents)


def _drop_numbers(numbers: html.HtmlElement) -> None:
    if numbers.tag not in {"td", "table", "tr"}:
        drop(numbers)


def _drop_annotations(element: html.HtmlElement) -> None:
    """Take out the marks of annotations, and the list of these that follows the element."""
    notes = element.getnext()
    if notes is None or notes.tag != "ol":
        return
    number = len(notes)

    def without_marks(text: str | None) -> str | None:
        return text and _NOTE_MARK.sub(lambda mark: "" if 1 <= int(mark[1]) <= number else mark[0], text)

    for part in element.iter():
        part.text = without_marks(part.text) if isinstance(part.tag, str) else part.text
        if part is not element:
            part.tail = without_marks(part.tail)
    drop(notes)


def _drop_annotations_of_code(code: html.HtmlElement) -> None:
    marks = [each for each in code.iter("span") if _COMMENTS_OF_CODE.intersection(classes(each))]
    marks = [each for each in marks if _NOTE_IN_CODE.search(each.text_content())]
    block = code
    while (parent := block.getparent()) is not None and {"highlight", "highlighttable"}.intersection(classes(parent)):
        block = parent
    notes = block.getnext()
    if marks and notes is not None and notes.tag == "ol":
        drop(notes)
    for mark in marks:
        drop(mark)


_BY_CLASS: Mapping[str, Callable[[html.HtmlElement], None]] = {
    "tabbed-set": _replace_by_first_tab,
    "annotate": _drop_annotations,
    "highlighttable": replace_by_code,
    "rouge-table": replace_by_code,
    "linenos": _drop_numbers,
    "mermaid": _drop,
    "toc": _drop_list_of_headings,
    "grid": lambda element: element.attrib.pop("class", None),
    "MathJax_Preview": drop,
    **dict.fromkeys(_EMOJI, _replace_by_alt),
}
"""What is to be done with what has a class."""


def _loosen(element: html.HtmlElement, page_url: str) -> None:
    """Take an element off its own page: no ids, and links that are good for any other."""
    identity = element.get("id", "")
    for name in _OF_IDS:
        element.attrib.pop(name, None)
    href = element.get("href")
    if _is_of_the_page(element, identity, href):
        drop(element)
    elif element.tag == "a" and href is not None:
        element.set("href", rebase_url(href, page_url))


def _is_of_the_page(element: html.HtmlElement, identity: str, href: str | None) -> bool:
    """Whether an element only leads about its own page: to a footnote, a heading or a line of code."""
    if element.tag == "sup":
        return identity.startswith("fnref") or element.find("./a[@class='footnote-ref']") is not None
    is_anchor = "headerlink" in classes(element) or (href or "").startswith("#__codelineno")
    is_anchor = is_anchor or identity.startswith(CONTENTS_ID)
    return element.tag == "a" and is_anchor


def _shows_anything(element: html.HtmlElement) -> bool:
    return bool(element.text_content().strip()) or next(element.iter(*_SHOWN_WITHOUT_TEXT), None) is not None


def end_lead_in(block: html.HtmlElement) -> None:
    """Let a paragraph that leads to what is not there end as one that goes on."""
    if block.tag != "p":
        return
    last = block
    while len(last) and not (last[-1].tail or "").strip():
        last = last[-1]
    text = (last[-1].tail if len(last) else last.text) or ""
    if not text.rstrip().endswith(_COLONS):
        return
    text = text.rstrip().rstrip("".join(_COLONS)).rstrip() + "…"
    if len(last):
        last[-1].tail = text
    else:
        last.text = text
