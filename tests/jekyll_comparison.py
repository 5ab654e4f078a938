"""What a Jekyll site had and an imported one has: each file by its URL, and the words on each page."""

from __future__ import annotations

import re
import time
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from selectolax.lexbor import LexborHTMLParser

from tests.built import Page, text_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

ENOUGH = 0.9
"""How much of a page's words has to be found again."""

_WORD = re.compile(r"\w+")
_PAGES = (".html", ".htm", ".xhtml")
_REFRESH = re.compile(r"""<meta[^>]*http-equiv=["']?refresh[^>]*url=["']?(?P<url>[^"'>\s]+)""", re.IGNORECASE)
_TABLE_ROW = re.compile(r"\| `(?P<file>[^`]*)` \| (?:`(?P<url>[^`]*)`)? ?\| (?P<why>.*) \|")
_ANSWER = re.compile(r"\| `(?P<url>[^`]*)` \| .*? \| (?P<how>.*?) \| `(?P<source>[^`]*)` \|")
_ITSELF = "the page itself"
_DAY = 24 * 60 * 60
_TODAY = "|".join(time.strftime("%B %d, %Y", time.gmtime(time.time() + days * _DAY)) for days in (-1, 0, 1))
"""What Jekyll shows for what has no date, whatever the time zone of the site."""
_TAG_AS_TEXT = r"<[a-z]+\s[^<>]*=\s*(?![\"'\s])[^<>]*>"
"""A tag with a value without quotes, which is text to kramdown."""
_SHOWN_OTHERWISE = re.compile(
    rf"https?://\S+|:[\w+-]+:|</?[a-z]+>|{_TAG_AS_TEXT}|(?:[^\W\d]+ ){{0,3}}[^\W\d]+\s*:\s+(?:{_TODAY})"
)
_LEFT_LINK = re.compile(r"\]\([^()\s]*\)")
"""The address in a link that stays Markdown in Jekyll, behind what is never closed; here it is a link."""
_ELSEWHERE = ("http:/", "https:/")
"""What Jekyll makes of a permalink on another host, which our build warns of."""
_WHOLE = re.compile(r"\s*<(?:!doctype|html)\b", re.IGNORECASE)
"""A document that shows no title which it does not have itself."""
_NOT_CHECKED = {"assets/css/style.css", "redirects.json", "sitemap.xml"}
"""What themes of Jekyll bring, and what is made from all pages."""


@dataclass(frozen=True, kw_only=True)
class Made:
    """A file that Jekyll has made."""

    path: str
    kind: str
    """`page`, `post`, `document`, `static`, `redirectpage`, `archive`, or another class of a plugin's."""
    source: str
    title: str
    target: str
    layout: str
    text: str
    """HTML of its text, without a layout around it."""

    @property
    def is_page(self) -> bool:
        """Whether readers see it in a browser."""
        return self.path.endswith(_PAGES)

    @property
    def is_compared(self) -> bool:
        """Whether it has words of its own."""
        is_made = self.is_page and self.kind not in ("redirectpage", "static")
        return is_made and not self.target and not _REFRESH.search(self.text)

    @property
    def is_found_beside(self) -> bool:
        """Whether our plugin finds its source where a mkdocs.yml is put beside `_config.yml`."""
        return self.kind in ("post", "document") or self.source.startswith("_pages/")

    @property
    def url(self) -> str:
        """From the site's root."""
        return "/" + quote(re.sub(r"(^|/)index\.html$", r"\1", self.path), safe="/:@!$&'()*+,;=~")


@dataclass(kw_only=True)
class Row:
    """What has become of one site."""

    name: str
    failed: str = ""
    """What went wrong, where there is nothing to compare."""
    made: int = 0
    """How many files Jekyll makes."""
    pages: int = 0
    """How many of them are pages."""
    absent: list[str] = field(default_factory=list)
    """Files at whose URL nothing is, without a word in the report."""
    told: list[str] = field(default_factory=list)
    """The same, but the report says so."""
    promised: list[str] = field(default_factory=list)
    """URLs of which the report says that they answer, and that do not."""
    poor: list[str] = field(default_factory=list)
    """Pages with too few of their words."""
    replaced: list[str] = field(default_factory=list)
    """Pages without their title or too many of their words, in whose place the report says that a listing stands."""
    untitled: list[str] = field(default_factory=list)
    """Pages without their own title."""
    warnings: int = 0
    errors: list[str] = field(default_factory=list)
    """What stopped a build."""
    lines: int = 0
    """How many lines the build prints."""
    seconds: float = 0.0

    @property
    def is_good(self) -> bool:
        """Whether nothing is lost."""
        return not (self.failed or self.errors or self.absent or self.promised or self.poor or self.untitled)

    def __str__(self) -> str:
        if self.failed:
            return f"{self.name:<40} {self.failed}"
        counts = (self.absent, self.told, self.promised, self.poor, self.replaced, self.untitled, self.errors)
        numbers = "".join(f"{len(each):>9}" for each in counts)
        return f"{self.name:<40}{self.made:>7}{self.pages:>7}{numbers}{self.warnings:>9}{self.lines:>7}"


HEAD = f"{'site':<40}" + "".join(
    f"{name:>{width}}"
    for name, width in (
        *(("files", 7), ("pages", 7), ("absent", 9), ("told", 9), ("promised", 9), ("poor", 9)),
        *(("replaced", 9), ("untitled", 9), ("errors", 9), ("warnings", 9), ("lines", 7)),
    )
)


@dataclass(frozen=True)
class NewSite:
    """The folder that MkDocs has made."""

    root: Path

    @cached_property
    def files(self) -> set[str]:
        """Every file."""
        return {path.relative_to(self.root).as_posix() for path in self.root.rglob("*") if path.is_file()}

    def file_at(self, path: str) -> str | None:
        """The file that a host gives for a path: that itself, or what it looks for where there is no ending."""
        near = (path,) if path.endswith(_PAGES) else (path, f"{path}.html", f"{path}/index.html")
        return next((name for name in near if name in self.files), None)

    def page_at(self, path: str, hops: int = 3) -> Page | None:
        """The page that a reader ends up with, once redirects are followed; `None` where there is none."""
        name = self.file_at(path)
        if name is None:
            return None
        html = (self.root / name).read_text(encoding="utf-8", errors="replace")
        page = Page(re.sub(r"(^|/)index\.html$", r"\1", name), html)
        refresh = _REFRESH.search(html)
        if not refresh or not hops:
            return page
        target = page.resolve(refresh["url"]).partition("#")[0].lstrip("/")
        if "://" in target:
            return page
        return self.page_at(f"{unquote(target)}index.html" if not target or target.endswith("/") else target, hops - 1)


@dataclass(frozen=True)
class Comparison:
    """Holds what Jekyll has made against the new site and against the report of the import."""

    made: Mapping[str, Made]
    new: NewSite
    report: str

    @cached_property
    def _told(self) -> set[str]:
        part = self.report.partition("## What was not carried")[2].partition("\n## ")[0]
        rows = list(_TABLE_ROW.finditer(part))
        return {_key(row["url"]) for row in rows if row["url"]} | {row["file"] for row in rows}

    @cached_property
    def _rows(self) -> list[re.Match[str]]:
        """What the report says of each old URL."""
        return list(_ANSWER.finditer(self.report.partition("## Old URLs")[2].partition("\n#")[0]))

    @cached_property
    def _answers(self) -> dict[str, str]:
        return {_key(match["url"]): match["how"] for match in self._rows}

    @cached_property
    def _listings(self) -> set[str]:
        """Files in whose place a listing of ours stands, with all its further pages."""
        return {match["source"] for match in self._rows if match["how"] not in (_ITSELF, "a redirect")}

    def fill(self, row: Row) -> None:
        """Note every difference."""
        row.made = len(self.made)
        row.pages = sum(1 for each in self.made.values() if each.is_page)
        row.promised = [match["url"] for match in self._rows if not self.new.file_at(_as_file(match["url"]))]
        for each in self.made.values():
            if each.path in _NOT_CHECKED or each.path.startswith(_ELSEWHERE):
                continue
            if self.new.file_at(each.path) is None:
                (row.told if {_key(each.url), each.source} & self._told else row.absent).append(
                    f"{each.url} ({each.source})"
                )
            elif each.is_compared:
                self._compare(each, row)

    def _compare(self, made: Made, row: Row) -> None:
        page = self.new.page_at(made.path)
        if page is None:
            row.poor.append(f"{made.url}: leads nowhere")
            return
        whole = LexborHTMLParser(page.html).body
        words = Counter(_words(text_of(whole) if whole else "")) + Counter(_words(page.title))
        wanted = Counter(_words(_text(made.text)))
        share = sum((wanted & words).values()) / wanted.total() if wanted else 1.0
        is_ours = self._answers.get(_key(made.url), _ITSELF) != _ITSELF or made.source in self._listings
        if share < ENOUGH:
            missing = " ".join(list((wanted - words).elements())[:12])
            (row.replaced if is_ours else row.poor).append(
                f"{made.url} ({made.source}): {share:.0%} of {wanted.total()} words, without: {missing}"
            )
        title = Counter(_words(_text(made.title)))
        if title - words and not _WHOLE.match(made.text):
            (row.replaced if is_ours else row.untitled).append(f"{made.url}: '{made.title}' is '{page.title}'")


def _as_file(url: str) -> str:
    path = unquote(url).lstrip("/")
    return f"{path}index.html" if not path or path.endswith("/") else path


def _key(url: str) -> str:
    return re.sub(r"(^|/)index$", "", re.sub(r"\.html$", "", unquote(url)).strip("/"))


def _text(html: str) -> str:
    """What has to be found again: no numbers of lines, broken links, names of emoji, addresses or tags as text."""
    tree = LexborHTMLParser(html)
    for numbers in tree.css(".gutter, .lineno, .linenos"):
        numbers.decompose()
    for table in tree.css("table"):
        if len(table.css("tr")) == 1 and "](" in text_of(table):
            table.decompose()  # a line with a pipe in the address of a link
    return _SHOWN_OTHERWISE.sub(" ", _LEFT_LINK.sub("]", text_of(tree.body))) if tree.body else ""


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())
