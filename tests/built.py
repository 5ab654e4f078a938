"""What a build has made: its pages, its files and what it told."""

from __future__ import annotations

import json
import re
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import unquote, urljoin, urlsplit
from weakref import WeakValueDictionary

from lxml import etree
from selectolax.lexbor import LexborHTMLParser, LexborNode

if TYPE_CHECKING:
    from pathlib import Path

CONTENT = (".md-content", "[role=main]", "main", "body")
"""Where the themes put what is no navigation, best first."""

CARD = "article.bp-card, article.md-post--excerpt"
EXCERPT = ".bp-card__excerpt, .md-post__content"
"""Our cards and Material's list of posts."""

BLOCKS = "address, article, aside, blockquote, br, dd, div, dl, dt, footer, h1, h2, h3, h4, h5, h6, header, hr, li, nav"
BLOCKS += ", ol, p, pre, section, table, td, th, tr, ul"
"""Elements that stand apart from the text around them."""

MOUNT = "http://site.invalid/~~/~~/"
"""Where pages pretend to lie, so that a link that climbs out of the site is seen to do so."""

FAULT = re.compile(r"(?:mkdocs_blogposts: |blogposts: )?(?P<fault>[^:\n]+\.\w+(?::\d+:\d+)?: .*)", re.DOTALL)


class Logged(NamedTuple):
    """One message of a build."""

    level: str
    """`INFO`, `WARNING` or `ERROR`."""
    message: str


class Link(NamedTuple):
    """A link as its reader meets it."""

    text: str
    url: str
    """From the root of the site, `blog/tags/#python`; whole where it leads elsewhere."""


class Card(NamedTuple):
    """A teaser card on a listing."""

    title: str
    url: str
    excerpt: str
    date: str
    """As in `<time datetime>`; empty where there is none."""
    tags: tuple[str, ...]


class Page:
    """A page of the built site."""

    def __init__(self, url: str, html: str, site_url: str = "") -> None:
        self.url = url
        """From the root of the site."""
        self.html = html
        self._site_path = path_of(site_url)
        self._tree = LexborHTMLParser(html)

    @property
    def title(self) -> str:
        """Text of `<title>`."""
        node = self._tree.css_first("title")
        return "" if node is None else " ".join(node.text().split())

    @property
    def heading(self) -> str:
        """Text of the first `<h1>`, without its permanent link."""
        return self._text_of("h1")

    @property
    def text(self) -> str:
        """What can be read in the page's own part, in one line."""
        return text_of(self.content)

    @cached_property
    def content(self) -> LexborNode:
        """The page's own part, without header, navigation and footer of the theme."""
        nodes = (self._tree.css_first(selector) for selector in CONTENT)
        return next(node for node in nodes if node is not None)

    @property
    def links(self) -> list[Link]:
        """The links of the page's own part, in order; those of headings to themselves are left out."""
        return self.links_in(".")

    def links_in(self, selector: str) -> list[Link]:
        """The links below `selector`: `nav`, `head`, `.md-footer`; `.` is the page's own part."""
        roots = [self.content] if selector == "." else self.css(selector)
        nodes = [node for root in roots for node in root.css("[href]") if "headerlink" not in classes_of(node)]
        return [Link(text_of(node), self.resolve(node.attributes["href"] or "")) for node in nodes]

    def css(self, selector: str) -> list[LexborNode]:
        """Every element of the whole page that `selector` matches."""
        return self._tree.css(selector)

    def meta(self, name: str) -> str | None:
        """Content of the `<meta>` of that `name` or `property`."""
        node = self._tree.css_first(f'meta[name="{name}"], meta[property="{name}"]')
        return None if node is None else node.attributes["content"]

    @property
    def json_ld(self) -> list[Any]:
        """Every piece of JSON-LD."""
        return [json.loads(node.text()) for node in self.css('script[type="application/ld+json"]')]

    @property
    def cards(self) -> list[Card]:
        """The cards of posts and talks in the page's own part, in order."""
        return self.cards_in(".")

    def cards_in(self, selector: str) -> list[Card]:
        """The cards below `selector`; `.` is the page's own part."""
        roots = [self.content] if selector == "." else self.css(selector)
        return [self._card(node) for root in roots for node in root.css(CARD)]

    def resolve(self, href: str) -> str:
        """The URL from the root of the site for a link on this page."""
        if not href.startswith(("/", "//")):
            whole = urljoin(MOUNT + self.url, href)
            return whole.removeprefix(MOUNT) if whole.startswith((MOUNT, "http:", "https:")) else whole
        if href.startswith(self._site_path) and not href.startswith("//"):
            return href.removeprefix(self._site_path)
        return href

    def _card(self, node: LexborNode) -> Card:
        heading = node.css_first(":is(h1, h2, h3, h4) a")
        excerpt = node.css_first(EXCERPT)
        time = node.css_first("time")
        return Card(
            title="" if heading is None else text_of(heading),
            url="" if heading is None else self.resolve(heading.attributes["href"] or ""),
            excerpt="" if excerpt is None else text_of(excerpt),
            date="" if time is None else time.attributes["datetime"] or "",
            tags=tuple(text_of(tag) for tag in node.css("a[rel~=tag]")),
        )

    def _text_of(self, selector: str) -> str:
        node = self._tree.css_first(selector)
        return "" if node is None else text_of(node)

    def __repr__(self) -> str:
        return f"<Page {self.url!r}: {self.text[:500]}>"


class Built:
    """A built site, which can be read until another build takes its place."""

    def __init__(self, site_dir: Path, site_url: str, log: list[Logged], error: BaseException | None) -> None:
        self._dir = site_dir
        _newest[site_dir] = self
        self.site_url = site_url
        self.log = log
        """All that was told at `INFO` and above, in order."""
        self.error = error
        """What stopped the build, if anything did. A traceback is never kept here: it fails the test."""

    @property
    def dir(self) -> Path:
        """The site's folder."""
        is_there = _newest.get(self._dir) is self
        assert is_there, "another build has taken its place: read it before, or build `into` a folder of its own"
        return self._dir

    @property
    def exit_code(self) -> int:
        """What `mkdocs build` returns to its shell."""
        match self.error:
            case None:
                return 0
            case SystemExit(code=int(code)):
                return code
            case _:
                return 1

    @property
    def warnings(self) -> list[str]:
        """Messages at `WARNING`."""
        return [message for level, message in self.log if level == "WARNING"]

    @property
    def errors(self) -> list[str]:
        """Messages at `ERROR`."""
        return [message for level, message in self.log if level == "ERROR"]

    @property
    def infos(self) -> list[str]:
        """Messages at `INFO`."""
        return [message for level, message in self.log if level == "INFO"]

    @property
    def faults(self) -> list[str]:
        """Faults in content, at any level, as DESIGN has them: `docs/post.md:4:7: date: …`, hint on a second line."""
        matches = (FAULT.fullmatch(message) for _, message in self.log)
        return [match["fault"] for match in matches if match]

    @cached_property
    def files(self) -> set[str]:
        """Every file that was made, below the site's folder."""
        return {path.relative_to(self.dir).as_posix() for path in self.dir.rglob("*") if path.is_file()}

    @property
    def pages(self) -> list[str]:
        """URL of every page that was made, in order; the theme's 404 page is none."""
        html = (name for name in self.files if name.endswith(".html") and name != "404.html")
        return sorted(re.sub(r"(^|/)index\.html$", r"\1", name) for name in html)

    def page(self, url: str = "") -> Page:
        """The page at `url`, from the root of the site."""
        name = file_of(url)
        assert name in self.files, f"no page at {url!r}; there are {self.pages}; the build said {self.log}"
        return Page(url, self.read(name), self.site_url)

    def read(self, name: str) -> str:
        """Text of a file below the site's folder."""
        return (self.dir / name).read_text(encoding="utf-8")

    def xml(self, name: str) -> etree._Element:
        """Root of an XML file."""
        return etree.fromstring((self.dir / name).read_bytes())

    @property
    def search(self) -> list[dict[str, Any]]:
        """What search knows: `location`, `title` and `text` of each piece."""
        docs: list[dict[str, Any]] = json.loads(self.read("search/search_index.json"))["docs"]
        return docs

    @property
    def sitemap(self) -> dict[str, str | None]:
        """Day of last change for each URL of the sitemap."""
        urls = self.xml("sitemap.xml").iter("{*}url")
        return {url.findtext("{*}loc") or "": url.findtext("{*}lastmod") for url in urls}


_newest: WeakValueDictionary[Path, Built] = WeakValueDictionary()
"""The last build in each folder."""


def path_of(site_url: str | None) -> str:
    """The path under which a site lies: `/` or `/docs/`."""
    path = urlsplit(site_url or "").path
    return f"/{path.strip('/')}/" if path.strip("/") else "/"


def file_of(url: str) -> str:
    """The file that a server gives for a URL of the site."""
    path = unquote(url.partition("#")[0].partition("?")[0])
    return f"{path}index.html" if not path or path.endswith("/") else path


def bytes_of(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, with what is in it."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def text_of(node: LexborNode) -> str:
    """What can be read in an element, in one line."""
    copy = LexborHTMLParser(node.html or "").body
    assert copy is not None
    for hidden in copy.css("script, style, template, .headerlink"):
        hidden.decompose()
    for block in copy.css(BLOCKS):
        block.insert_before(" ")
        block.insert_after(" ")
    return " ".join(copy.text().split())


def classes_of(node: LexborNode) -> list[str]:
    """The classes of an element."""
    return (node.attributes.get("class") or "").split()
