"""Whether a site that renames `blog` to `blogposts` keeps what its readers know.

    python tests/parity.py path/to/mkdocs.yml --drop social

Builds copies of a site: with Material's `blog`, with `blogposts` in its place and Material's list as layout, and with
`blogposts` as it is by default. Tells for each thing that can be compared how much of it is the same, and how the
rest differs. What ours has besides (tag pages, feeds) is no difference.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime
from difflib import SequenceMatcher
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).parents[1]))  # where this runs as a script

from selectolax.lexbor import LexborHTMLParser

from tests.built import Built, Logged, Page, classes_of, text_of
from tests.parity_hook import OUTPUT
from tests.renaming import Renaming, site_url_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

NOT_COPIED = (".cache", ".venv", "node_modules", "site", "venv")

NOT_COMPARED = (".html", ".gz", ".map", "search_index.json", "sitemap.xml", "tags.json", "objects.inv")
"""Files that are compared page by page, or that are made from all pages."""

ENTRY = "article.md-post--excerpt, article.bp-card"
"""A post on a listing, in Material's markup and in ours."""

HOOK = Path(__file__).with_name("parity_hook.py")


@dataclass(frozen=True, kw_only=True)
class Blog:
    """A built site with its posts and listings."""

    built: Built
    kinds: dict[str, str | None]
    """What each page is: `post`, `index`, `archive`, `category`, `author`, ours besides; `None` for any other."""
    _pages: dict[str, Page] = field(default_factory=dict)

    def page(self, url: str) -> Page:
        """A page of the site, read once."""
        if url not in self._pages:
            self._pages[url] = self.built.page(url)
        return self._pages[url]

    def of_kind(self, *kinds: str | None) -> list[str]:
        """URL of every page of some kinds that has been made."""
        made = set(self.built.pages)
        return sorted(url for url, kind in self.kinds.items() if kind in kinds and _as_page(url) in made)

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
        found = [(_bare(page.resolve(link.attributes["href"] or "")), text_of(link)) for link in links if link]
        posts = set(self.posts)
        return found or [(_bare(link.url), link.text) for link in page.links if _bare(link.url) in posts]

    def times(self, url: str) -> list[tuple[str, str]]:
        """Moment and text of each `<time>` of a page's own part."""
        nodes = self.page(url).content.css("time")
        return [(_moment(node.attributes.get("datetime") or ""), text_of(node)) for node in nodes]

    def text(self, url: str) -> str:
        """What can be read in a page's own part, without what is ours besides."""
        content = LexborHTMLParser(self.page(url).content.html or "").body
        for own in content.css('[class^="bp-"]') if content else ():
            own.decompose()
        return text_of(content) if content else ""

    def targets(self, url: str) -> list[str]:
        """Where the links of a page's own part lead, however they are written; those of tags lead to our own pages."""
        page = self.page(url)
        nodes = [node for node in page.content.css("a[href]") if not {"md-tag", "headerlink"} & {*classes_of(node)}]
        found = [page.resolve(node.attributes["href"] or "") for node in nodes]
        site_url = f"{self.built.site_url.rstrip('/')}/"
        local = [target.removeprefix(site_url) if f"{target}/" != site_url else "" for target in found]
        plain = (re.sub(r"(^|/)index\.html$", r"\1", target) for target in local)
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
    views = {_bare(url) for url in theirs.listings}

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
        each("titles", pages, lambda blog, url: (blog.page(url).title, blog.page(url).heading)),
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


def _each(name: str, urls: Iterable[str], theirs: Callable[[str], Any], ours: Callable[[str], Any]) -> Row:
    """One point for each page on which something is the same."""
    found = [(url, theirs(url), ours(url)) for url in urls]
    differences = [f"/{url}\n{_diff(left, right)}" for url, left, right in found if left != right]
    return Row(name=name, same=len(found) - len(differences), of=len(found), differences=differences)


def _among(
    name: str, urls: Iterable[str], theirs: Callable[[str], Sequence[str]], ours: Callable[[str], Sequence[str]]
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


def _bare(url: str) -> str:
    return url.partition("#")[0]


def _as_page(url: str) -> str:
    return "" if url == "./" else url


def build(
    config: Path, root: Path, work: Path, plugin: str, *, host: str = "mkdocs", drop: Iterable[str] = (), **options: Any
) -> Blog:
    """The site of a configuration file with `plugin` where its blog stood, built in `work` from a copy of `root`."""
    copy = work / "copy"
    shutil.copytree(root, copy, symlinks=True, ignore=shutil.ignore_patterns(*NOT_COPIED))
    renaming = Renaming(plugin=plugin, options=options, drop=frozenset(drop))
    changed = renaming.write(copy / config.relative_to(root), hook=HOOK)
    kinds = work / "kinds.json"
    quiet = {"NO_MKDOCS_2_WARNING": "1", "NO_COLOR": "1", "COLUMNS": "1000"}
    ran = subprocess.run(
        [sys.executable, "-m", host, "build", "--config-file", str(changed), "--site-dir", str(work / "site")],
        cwd=copy / Path.cwd().relative_to(root) if Path.cwd().is_relative_to(root) else changed.parent,
        env=os.environ | quiet | {OUTPUT: str(kinds)},
        capture_output=True,
        text=True,
        check=False,
    )
    if ran.returncode:
        raise SystemExit(f"{plugin}: the build failed\n{ran.stderr}")
    lines = (line.split(" - ", 1) for line in ran.stderr.splitlines() if " - " in line)
    log = [Logged(level.strip(), message.strip().replace(str(copy), "")) for level, message in lines]
    return Blog(
        built=Built(work / "site", site_url_of(changed), log, None),
        kinds={_as_page(url): kind for url, kind in json.loads(kinds.read_text(encoding="utf-8")).items()},
    )


def parity(config: Path, *, root: Path | None = None, drop: Iterable[str] = (), host: str = "mkdocs") -> list[Row]:
    """Every row for the site of a configuration file."""
    config = config.resolve()
    root = (root or config.parent).resolve()
    with tempfile.TemporaryDirectory(prefix="parity-") as folder:
        work = Path(folder)
        theirs = build(config, root, work / "theirs", "blog", drop=drop, host=host)
        listed = build(config, root, work / "listed", "blogposts", drop=drop, host=host, view_layout="list")
        cards = build(config, root, work / "cards", "blogposts", drop=drop, host=host)
        return compare(theirs, listed, cards)


def main() -> None:
    """Compare and tell; the exit code says whether all is the same."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path, help="mkdocs.yml, or the folder that has it")
    parser.add_argument("--root", type=Path, help="folder that has all the site needs, if not that of mkdocs.yml")
    parser.add_argument("--drop", nargs="*", default=[], metavar="PLUGIN", help="plugins to leave out of all builds")
    parser.add_argument("--host", default="mkdocs", choices=["mkdocs", "properdocs"])
    parser.add_argument("--show", type=int, default=3, metavar="N", help="differences to show for each row")
    asked = parser.parse_args()
    config = asked.site / "mkdocs.yml" if asked.site.is_dir() else asked.site
    rows = parity(config, root=asked.root, drop=asked.drop, host=asked.host)
    for row in rows:
        sys.stdout.writelines(f"{line}\n" for line in (row, *(f"    {each}" for each in row.differences[: asked.show])))
    sys.exit(any(row.differences for row in rows))


if __name__ == "__main__":
    main()
