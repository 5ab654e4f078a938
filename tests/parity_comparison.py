"""What two builds of a site with a blog have in common: its posts, its listings, and what stands on each of them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime
from difflib import SequenceMatcher
from functools import cached_property
from typing import TYPE_CHECKING, Any

from selectolax.lexbor import LexborHTMLParser

from tests.built import Built, Page, classes_of, text_of
from tests.parity_on_purpose import OnPurpose
from tests.parity_urls import as_page, bare, listing_of, number_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

NOT_COMPARED = (".html", ".gz", ".map", "search_index.json", "sitemap.xml", "tags.json", "objects.inv")
"""Files that are compared page by page, or that are made from all pages."""

ENTRY = "article.md-post--excerpt, article.bp-card"
"""A post on a listing, in Material's markup and in ours."""

ENOUGH = 0.99
"""How much of a post's words has to be found again: what its template says of it may be put another way."""

_WORD = re.compile(r"\w+")
_NOW = re.compile(rf"{datetime.now(UTC):%Y-%m-%d} \d\d:\d\d(?::\d\d)?")
_NUMBER_OF_PAGE = re.compile(r" - [^\d-]{0,12}\d+[^\d-]{0,12}?(?= [^\w\s] |$)")


@dataclass(frozen=True, kw_only=True)
class Blog:
    """A built site with its posts and listings."""

    built: Built
    kinds: dict[str, str | None]
    """What each page is: `post`, `index`, `archive`, `category`, `author`, ours besides; `None` for any other."""
    on_purpose: OnPurpose = field(default_factory=OnPurpose)
    _pages: dict[str, Page] = field(default_factory=dict)

    def page(self, url: str) -> Page:
        """A page of the site, read once."""
        if url not in self._pages:
            self._pages[url] = self.built.page(url)
        return self._pages[url]

    def of_kind(self, *kinds: str | None) -> list[str]:
        """URL of every page of some kinds that has been made."""
        made = set(self.built.pages)
        return sorted(url for url, kind in self.kinds.items() if kind in kinds and url in made)

    @cached_property
    def posts(self) -> list[str]:
        """URL of every post."""
        return self.of_kind("post")

    @cached_property
    def listings(self) -> list[str]:
        """URL of every page of a listing that Material's blog has too."""
        return self.of_kind("index", "archive", "category", "author")

    @cached_property
    def others(self) -> list[str]:
        """URL of every page that is no part of the blog."""
        return self.of_kind(None)

    def entries(self, url: str) -> list[tuple[str, str]]:
        """URL and title of the posts on a listing; what its links to posts say, where it has a markup of its own."""
        page = self.page(url)
        links = [node.css_first(":is(h1, h2, h3) a[href]") for node in page.css(ENTRY)]
        found = [(bare(page.resolve(link.attributes["href"] or "")), text_of(link)) for link in links if link]
        posts = set(self.posts)
        return found or [(bare(link.url), link.text) for link in page.links if bare(link.url) in posts]

    def times(self, url: str) -> list[tuple[str, str]]:
        """Moment and text of each `<time>` of a page's own part; what stands above and below a text is ours besides."""
        content = LexborHTMLParser(self.page(url).content.html or "")
        for own in content.css(".bp-header, .bp-footer"):
            own.decompose()
        nodes = content.css("time")
        return [(_moment(node.attributes.get("datetime") or ""), text_of(node)) for node in nodes]

    def text(self, url: str) -> str:
        """What can be read in a page's own part, without what is ours besides."""
        body = self._without_ours(url).body
        return text_of(body) if body else ""

    def words(self, url: str) -> Counter[str]:
        """How often each word stands on a page's own part."""
        return Counter(_WORD.findall(text_of(self.page(url).content).casefold()))

    def _without_ours(self, url: str) -> LexborHTMLParser:
        """A copy of a page's own part, without what is ours besides."""
        content = LexborHTMLParser(self.page(url).content.html or "")
        for own in content.css('[class^="bp-"]'):
            own.decompose()
        return content

    def targets(self, url: str) -> list[str]:
        """Where the links of a page's own part lead, however they are written; those of tags lead to our own pages."""
        page = self.page(url)
        nodes = [node for node in page.content.css("a[href]") if not {"md-tag", "headerlink"} & {*classes_of(node)}]
        found = [page.resolve(node.attributes["href"] or "") for node in nodes]
        site_url = f"{self.built.site_url.rstrip('/')}/"
        local = [target.removeprefix(site_url) if f"{target}/" != site_url else "" for target in found]
        plain = map(as_page, local)
        return list(dict.fromkeys(target for target in plain if "#__codelineno" not in target))

    def contents(self, url: str) -> list[str]:
        """Text and target of each entry of a page's table of contents."""
        return [f"{link.text} → {link.url}" for link in self.page(url).links_in(".md-nav--secondary")]

    def navigation(self, url: str) -> list[str]:
        """Text and target of each entry of the site's navigation, as it stands on a page."""
        return [f"{link.text} → {link.url}" for link in self.page(url).links_in(".md-nav--primary, .md-tabs, .md-path")]

    def neighbours(self, url: str) -> list[str]:
        """Where the footer leads."""
        page = self.page(url)
        return [page.resolve(node.attributes["href"] or "") for node in page.css("a.md-footer__link")]

    def titles(self, url: str) -> list[str]:
        """What a page is called in the window, and above its text if anything."""
        return [self.title(url), *filter(None, [self.page(url).heading])]

    def title(self, url: str) -> str:
        """What a page is called in the window, but for the number of a further page, which only ours has there."""
        return _NUMBER_OF_PAGE.sub("", self.page(url).title)

    def given_titles(self, url: str) -> list[str]:
        """The same as they are read."""
        titles = (" ".join(re.sub(r"<[^>]*>|`", "", title).split()) for title in self.titles(url))
        return self.on_purpose.titles(url, titles)

    def tags(self, url: str) -> list[str]:
        """The tags of a post, as they stand on its page."""
        return [text_of(node) for node in self.page(url).content.css(".md-tags .md-tag")]

    def order(self, listing: str, theirs: Blog) -> list[str]:
        """URL of every post on all pages of a listing; of a post that has moved, the one where it was."""
        gone = {*theirs.posts} & {*self.built.pages} - {*self.posts}
        was = {self.lead_of(url): url for url in gone}
        pages = sorted((url for url in self.listings if listing_of(url) == listing), key=number_of)
        found = [was.get(url, url) for page in pages for url, _ in self.entries(page)]
        is_known = theirs.kinds.__contains__ if theirs.on_purpose.doubles else bool
        return [url for url in found if is_known(url) and theirs.on_purpose.stays_in_order(url)]

    def kept_posts(self, theirs: Blog) -> list[str]:
        """URL of every post of another build that is that of a post, or leads to one."""
        posts = set(self.posts)
        made = set(self.built.pages)
        return [url for url in theirs.posts if url in posts or (url in made and self.lead_of(url) in posts)]

    def now_at(self, url: str) -> str:
        """Where a page is to be found that may have moved."""
        has_moved = url not in self.kinds and url in self.built.pages
        return (self.lead_of(url) if has_moved else None) or url

    def lead_of(self, url: str) -> str | None:
        """Where a page leads by itself; `None` for one that stays."""
        page = self.page(url)
        refresh = page.css("meta[http-equiv=refresh]")
        return bare(page.resolve((refresh[0].attributes["content"] or "").partition("url=")[2])) if refresh else None

    @property
    def has_pins(self) -> bool:
        """Whether a post is pinned, which makes it the neighbour of the newest one in Material's blog alone."""
        return any(self.page(url).css(".md-pin") for url in self.listings)

    @cached_property
    def files(self) -> list[str]:
        """Every published file that is no page."""
        return sorted(name for name in self.built.files if not name.endswith(NOT_COMPARED))

    @cached_property
    def complaints(self) -> list[str]:
        """What the build has told as a warning or an error."""
        return [message for level, message in self.built.log if level in {"WARNING", "ERROR"}]


@dataclass(frozen=True, kw_only=True)
class Row:
    """How much of one thing is the same."""

    name: str
    same: int
    of: int
    differences: list[str]

    @property
    def score(self) -> float:
        """1.0 where all is the same."""
        return self.same / self.of if self.of else 1.0

    def __str__(self) -> str:
        return f"{self.name:<36} {self.score:.2f}   {self.same} of {self.of}"


def compare(theirs: Blog, listed: Blog, cards: Blog) -> list[Row]:
    """Every row; `listed` and `cards` are the site with our plugin in each layout."""
    posts = [url for url in theirs.posts if url in listed.posts]
    listings = [url for url in theirs.listings if url in listed.listings]
    others = [url for url in theirs.others if url in listed.others]
    pages = [*posts, *listings]
    views = {bare(url) for url in theirs.listings}

    def to_views(blog: Blog, url: str) -> list[str]:
        return [target for target in blog.targets(url) if target in views]

    def each(name: str, urls: Iterable[str], what: Callable[[Blog, str], Any], ours: Blog = listed) -> Row:
        return _each(name, urls, lambda url: what(theirs, url), lambda url: what(ours, url))

    def among(name: str, urls: Iterable[str], what: Callable[[Blog, str], Sequence[str]]) -> Row:
        return _among(name, urls, lambda url: what(theirs, url), lambda url: what(listed, url))

    in_cards = [url for url in listings if url in cards.listings]
    return [
        _equal_sets("post URLs", theirs.posts, listed.posts),
        _equal_sets("post URLs, with cards", theirs.posts, cards.posts),
        _equal_sets("view URLs", theirs.listings, listed.listings),
        _equal_sets("view URLs, with cards", theirs.listings, cards.listings),
        each("order on each listing", listings, lambda blog, url: [target for target, _ in blog.entries(url)]),
        each(
            "order on each listing, with cards",
            in_cards,
            lambda blog, url: [target for target, _ in blog.entries(url)],
            cards,
        ),
        each("titles", pages, lambda blog, url: (blog.title(url), blog.page(url).heading)),
        each("titles on listings", listings, lambda blog, url: [title for _, title in blog.entries(url)]),
        each("<time> values", pages, Blog.times),
        among("links from posts to views", posts, to_views),
        among("links of posts", posts, Blog.targets),
        among("links of listings", listings, Blog.targets),
        each("text of listings", listings, Blog.text),
        among("navigation", [*listings[:1], *posts[:1], *others[:1]], Blog.navigation),
        each("table of contents of listings", listings, Blog.contents),
        each("previous and next of posts", [] if theirs.has_pins else posts, Blog.neighbours),
        among("files beside the pages", [""], lambda blog, _: blog.files),
        each("text of other pages", others, lambda blog, url: blog.page(url).text),
        _warnings("warnings", theirs.complaints, listed.complaints),
    ]


def compare_renamed(theirs: Blog, ours: Blog) -> list[Row]:
    """What a mere rename has to keep, whatever listings look like."""
    posts = ours.kept_posts(theirs)
    listings = [url for url in theirs.listings if url in ours.listings]
    others = [url for url in theirs.others if url in ours.others]
    views = {bare(url) for url in theirs.listings}

    def each(name: str, urls: Iterable[str], what: Callable[[Blog, str], Any]) -> Row:
        return _each(name, urls, lambda url: what(theirs, url), lambda url: what(ours, ours.now_at(url)))

    def among(name: str, urls: Iterable[str], what: Callable[[Blog, str], Sequence[Any]]) -> Row:
        return _among(name, urls, lambda url: what(theirs, url), lambda url: what(ours, ours.now_at(url)))

    # Other plugins list the posts, too, and then know more of them.
    pages = _texts if theirs.on_purpose.doubles else _same_texts
    return [
        among("posts", [""], lambda blog, _: blog.kept_posts(theirs)),
        among("views", [""], lambda blog, _: blog.listings),
        each("order", [url for url in listings if listing_of(url) == url], lambda blog, url: blog.order(url, theirs)),
        among("titles", [*posts, *listings], Blog.given_titles),
        _texts("texts", posts, theirs, ours),
        each("dates", [url for url in posts if not theirs.on_purpose.is_dated_twice(url)], Blog.times),
        among("other dates", [url for url in posts if theirs.on_purpose.has_other_dates(url)], Blog.times),
        among("terms", posts, lambda blog, url: [target for target in blog.targets(url) if target in views]),
        among("tags", posts, Blog.tags),
        pages("pages", others, theirs, ours),
        among("files", [""], lambda blog, _: theirs.on_purpose.files(blog.files, ours.files)),
        among("others", [""], lambda blog, _: [url for url in theirs.others if url in blog.built.pages]),
    ]


def _each(name: str, urls: Iterable[str], theirs: Callable[[str], Any], ours: Callable[[str], Any]) -> Row:
    """One point for each page on which something is the same."""
    found = [(url, theirs(url), ours(url)) for url in urls]
    differences = [f"/{url}\n{_diff(left, right)}" for url, left, right in found if left != right]
    return Row(name=name, same=len(found) - len(differences), of=len(found), differences=differences)


def _among(
    name: str, urls: Iterable[str], theirs: Callable[[str], Sequence[Any]], ours: Callable[[str], Sequence[Any]]
) -> Row:
    """One point for each item of theirs that ours has too, in the same order."""
    same = of = 0
    differences = []
    for url in urls:
        left, right = list(theirs(url)), list(ours(url))
        blocks = SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks()
        kept = {index for block in blocks for index in range(block.a, block.a + block.size)}
        same, of = same + len(kept), of + len(left)
        differences += [f"/{url}: without {item}" for index, item in enumerate(left) if index not in kept]
    return Row(name=name, same=same, of=of, differences=differences)


def _same_texts(name: str, urls: Sequence[str], theirs: Blog, ours: Blog) -> Row:
    """One point for each page that says the same, but for when it was built."""
    left, right = ({url: _NOW.sub("", blog.page(url).text) for url in urls} for blog in (theirs, ours))
    return _each(name, urls, left.__getitem__, right.__getitem__)


def _texts(name: str, urls: Sequence[str], theirs: Blog, ours: Blog) -> Row:
    """One point for each page on which the words of theirs are found again."""
    differences = []
    for url in urls:
        wanted, found = theirs.words(url), ours.words(ours.now_at(url))
        if (wanted & found).total() < ENOUGH * wanted.total():
            differences.append(f"/{url}: without {' '.join(list((wanted - found).elements())[:12])}")
    return Row(name=name, same=len(urls) - len(differences), of=len(urls), differences=differences)


def _equal_sets(name: str, theirs: Iterable[str], ours: Iterable[str]) -> Row:
    left, right = set(theirs), set(ours)
    differences = [f"only theirs: {url}" for url in sorted(left - right)]
    differences += [f"only ours: {url}" for url in sorted(right - left)]
    return Row(name=name, same=len(left & right), of=len(left | right), differences=differences)


def _warnings(name: str, theirs: list[str], ours: list[str]) -> Row:
    """Ours says in its own words what it has to say, so that only the number can be compared."""
    if len(theirs) == len(ours):
        return Row(name=name, same=len(ours), of=len(ours), differences=[])
    left, right = Counter(theirs), Counter(ours)
    differences = [f"only theirs: {message}" for message in (left - right).elements()]
    differences += [f"only ours: {message}" for message in (right - left).elements()]
    fewer, more = sorted((len(theirs), len(ours)))
    return Row(name=name, same=fewer, of=more, differences=differences)


def _diff(left: Any, right: Any) -> str:
    if isinstance(left, str) and isinstance(right, str):
        matches = SequenceMatcher(None, left, right, autojunk=False).find_longest_match()
        at = matches.size if matches.a == 0 == matches.b else 0
        left, right = left[max(0, at - 40) : at + 160], right[max(0, at - 40) : at + 160]
    return f"      theirs: {left!r}\n      ours:   {right!r}"


def _moment(value: str) -> str:
    """A machine-readable time, in UTC: whatever zone it is told in, it is the same."""
    return datetime.fromisoformat(value).astimezone(UTC).isoformat()
