"""What has come of each blog of a batch with Material's `blog`, and what of it ours does otherwise."""

from __future__ import annotations

import html
import posixpath
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from selectolax.lexbor import LexborHTMLParser

from tests.built import text_of

if TYPE_CHECKING:
    from tests.fuzz.material.batches import Batch, Outcome, Told

SAME = ("shown", "date", "updated", "readtime", "pin", "hide", "parent", "authors", "links")
"""What a post's template is given, and has to be the same."""


@dataclass(frozen=True, kw_only=True)
class Difference:
    """Something that ours does otherwise."""

    blog: str
    what: str
    where: str
    theirs: Any
    ours: Any

    def __str__(self) -> str:
        return (
            f"{self.blog} {self.what} {self.where}\n    theirs: {_short(self.theirs)}\n    ours:   {_short(self.ours)}"
        )


def differences(batch: Batch, theirs: Outcome, ours: Outcome) -> list[Difference]:
    """Every difference between two builds that both end well."""
    return [each for name in batch.folders for each in _of_blog(name, batch, theirs, ours)]


def _of_blog(name: str, batch: Batch, theirs: Outcome, ours: Outcome) -> list[Difference]:
    folder = batch.folders[name]
    found = _Found(name)
    left, right = (_pages(name, outcome) for outcome in (theirs, ours))
    found.differ("posts", "", sorted({*_posts(left)} - {*_posts(right)}), [])
    if folder.is_foreign:
        return found.differences
    if not theirs.warnings(name):
        found.differ("warnings", "", [], [each for each in ours.warnings(name) if "duplicate-url" not in each])
    has_doubles = any(_has_double_category(post) for _, post in _posts(left).values())
    if not has_doubles:
        found.differ("views", "", sorted({*_views(left)} - {*_views(right)}), [])
    for src, (at, their) in _posts(left).items():
        if src in _posts(right):
            our_at, our = _posts(right)[src]
            # Where the index stands, or a folder of spaces, ours gives a post a URL of its own.
            if at != f"{name}/index.html" and "/ /" not in at:
                found.differ("URL", src, at, our_at)
            _compare_posts(found, src, (at, their), (our_at, our))
    for at, their in _views(left).items():
        if at in _views(right):
            _compare_views(found, at, their, _views(right)[at], has_doubles=has_doubles)
    return found.differences


def _compare_posts(found: _Found, src: str, theirs: tuple[str, Told], ours: tuple[str, Told]) -> None:
    (at, their), (our_at, our) = theirs, ours
    title = _text(our["title"])
    has_title = _begins_with_title(their)
    if (
        "](" not in their["title"] and has_title and their["title"] != "Index"
    ):  # a page of a folder: ours takes the folder's name
        marks = re.compile(r"[*_~`\\]")  # which ours takes for Markdown
        found.differ("title", src, marks.sub("", _text(their["title"])), marks.sub("", title))
    text = _text(our["content"])
    if "<h1" in our["content"].lower() and "<h1" not in their["content"].lower():
        text = text.removeprefix(title).strip()  # the theme puts it there
    found.differ("text", src, _text(their["content"]), text)
    found.differ("targets", src, _targets(their["content"], at), _targets(our["content"], our_at))
    for key in SAME:
        found.differ(key, src, _plain(their[key]), _plain(our[key]))
    found.differ("categories", src, _once(their["categories"]), _once(our["categories"]))
    found.differ("tags", src, _once(their["tags"]), _once(our["tags"]))


def _compare_views(found: _Found, at: str, their: Told, our: Told, *, has_doubles: bool) -> None:
    if their["title"] != "Index":  # of an empty file: ours finds a better one
        for key in ("title", "content"):  # a term has the spelling that comes first, with ours that used most
            found.differ(f"{key} of view", at, _text(their[key]).casefold(), _text(our[key]).casefold())
    order = [[each["src"] for each in page["posts"]] for page in (their, our)]
    found.differ("order", at, *([*dict.fromkeys(each)] for each in order))
    if not has_doubles:
        found.differ("pager", at, _text(their["pager"]), _text(our["pager"]))
    ours = {each["src"]: each for each in our["posts"]}
    for one in their["posts"]:
        if other := ours.get(one["src"]):
            where = f"{at} {one['src']}"
            for key in ("shown", "more", "authors"):
                found.differ(f"{key} on view", where, _plain(one[key]), _plain(other[key]))
            found.differ("categories on view", where, _once(one["categories"]), _once(other["categories"]))
            is_whole = not one["title"].endswith("#")  # which Material's blog takes for the end of its heading there
            if is_whole and _text(one["title"]) == _text(other["title"]):
                found.differ("excerpt", where, _text(one["content"]), _text(other["content"]))


class _Found:
    """The differences of a blog."""

    def __init__(self, blog: str) -> None:
        self.differences: list[Difference] = []
        self._blog = blog

    def differ(self, what: str, where: str, left: Any, right: Any) -> None:
        """Note a difference, if there is one."""
        if left != right:
            self.differences.append(Difference(blog=self._blog, what=what, where=where, theirs=left, ours=right))


def _begins_with_title(post: Told) -> bool:
    """Whether Material's blog knows its title: a heading below anything else is none to it."""
    heading = re.search(r"<h1\b.*?</h1>", post["content"], re.DOTALL)
    if heading is None:  # or one that stands raw in HTML that is never closed
        return re.search(r"^# ", post["content"], re.MULTILINE) is None
    return _text(heading[0]) == _text(post["title"])


def _has_double_category(post: Told) -> bool:
    """Whether Material's blog lists a post twice on one page, and so may need one page more."""
    return len(_once(post["categories"])) < len(post["categories"])


def _once(terms: list[Any]) -> list[Any]:
    """Terms of a post without those that differ only in case, which are one page."""
    return [*dict.fromkeys(_text(str(each)).casefold() for each in reversed(terms))]


def _views(pages: dict[str, Told]) -> dict[str, Told]:
    return {at: page for at, page in pages.items() if page["kind"] == "view"}


def _posts(pages: dict[str, Told]) -> dict[str, tuple[str, Told]]:
    """Place and page of each post, by its source."""
    return {page["src"]: (at, page) for at, page in pages.items() if page["kind"] == "post"}


def _pages(name: str, outcome: Outcome) -> dict[str, Told]:
    """Posts of a blog, wherever they stand, and what stands in its folder."""
    return {at: page for at, page in outcome.pages.items() if name in page["src"].split("/")[0]}


def _text(source: str) -> str:
    """Words of a piece of HTML, or of a plain text that may have been escaped."""
    body = _without_ours(source).body
    text = html.unescape(text_of(body) if body else "")
    return re.sub(r"\s+|¶", " ", re.sub("↩+", "↩", text)).strip()  # Material's blog repeats it in each listing


def _without_ours(source: str) -> LexborHTMLParser:
    """A piece of HTML without what ours puts there besides, and without tables of contents, which ours has on pages."""
    tree = LexborHTMLParser(f"<body>{source}")
    for node in tree.css('[class*="bp-"], .toc'):
        node.decompose()
    return tree


def _plain(value: Any) -> Any:
    """A value with its texts as they are read: Material's are raw, ours are escaped for templates that escape none."""
    if isinstance(value, str):
        return _text(value)
    return [_plain(each) for each in value] if isinstance(value, list) else value


def _targets(source: str, at: str) -> list[str]:
    """Where links and pictures lead, from the site's root."""
    found = []
    for node in _without_ours(source).css("a[href], img[src]"):
        target = node.attributes.get("href") or node.attributes.get("src") or ""
        if not re.match(r"[a-z]+:|//|#|$", target):
            target = posixpath.normpath(posixpath.join("/", posixpath.dirname(at), unquote(target)))
        found.append(target)
    return found


def _short(value: Any) -> str:
    text = repr(value)
    return text if len(text) < 400 else f"{text[:400]}…"
