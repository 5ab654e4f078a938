"""A folder with a blog in Material's dialect, its posts and its options."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from hypothesis import strategies as st

from tests.fuzz import bodies, names, values

BLOG = "{blog}"
"""Stands in names and options for the folder of the blog, which is given later."""

AUTHORS = """authors:
  jane:
    name: Jane _D._ Doe
    description: Writes
    avatar: https://example.org/jane.png
  "7":
    name: Séven & Co
    description: Counts
    avatar: https://example.org/7.png
    url: https://example.org/7
    slug: seven
  Ünal:
    name: Ünal
    description: '*'
    avatar: https://example.org/u.png
    email: u@example.org
"""

SLUGIFY = "slugify:"
"""Begins an option that is a function, in whose place stand its arguments."""

OPTIONS: dict[str, list[Any]] = {
    "post_dir": [f"{BLOG}/posts", f"{BLOG}/posts/", f"{BLOG}/articles/in", f"posts-of-{BLOG}"],
    "post_date_format": ["full", "short", "medium", "d. MMMM yyyy", "yyyy", "EEEE 'the' d"],
    "post_url_date_format": ["yyyy", "yyyy/MM", "yyyy-MM-dd", "y/M/d"],
    "post_url_format": [
        "{slug}",
        "{date}/{file}",
        "{file}",
        "{categories}/{slug}",
        "{categories}/{date}/{slug}-{file}",
        "p/{slug}",
        "{slug}/",
    ],
    "post_url_max_categories": [0, 2, 5],
    "post_slugify": [
        f"{SLUGIFY}case: lower, normalize: NFC",
        f"{SLUGIFY}case: none, normalize: NFC",
        f"{SLUGIFY}case: lower, normalize: NFC, percent_encode: true",
        f"{SLUGIFY}case: fold, normalize: NFKD",
    ],
    "post_slugify_separator": ["_", "", "."],
    "post_excerpt_max_authors": [0, 3],
    "post_excerpt_max_categories": [0, 1],
    "post_readtime": [False],
    "post_readtime_words_per_minute": [1, 100],
    "archive": [False],
    "archive_name": ["Old", "blog.index"],
    "archive_date_format": ["MMMM yyyy", "y", "'Year' yyyy"],
    "archive_url_date_format": ["yyyy/MM", "MM"],
    "archive_url_format": ["{date}", "old/{date}"],
    "archive_pagination": [False],
    "archive_pagination_per_page": [1],
    "categories": [False],
    "categories_name": ["Shelves"],
    "categories_url_format": ["{slug}", "c/{slug}"],
    "categories_slugify_separator": ["_"],
    "categories_sort_reverse": [True],
    "categories_pagination": [False],
    "categories_pagination_per_page": [1, 2],
    "authors": [False],
    "authors_profiles": [True],
    "authors_profiles_url_format": ["by/{slug}", "by/{name}"],
    "authors_profiles_pagination_per_page": [1],
    "pagination": [False],
    "pagination_per_page": [1, 2, 3],
    "pagination_url_format": ["p/{page}", "{page}"],
    "pagination_format": ["~1~", "$link_previous $page of $page_count $link_next"],
    "pagination_if_single_page": [True],
    "pagination_keep_content": [True],
    "draft": [True],
    "draft_if_future_date": [True],
    "blog_toc": [True],
}
"""Options of Material's blog, and what they may be besides their defaults."""

KEYS: dict[str, list[str]] = {
    "authors": ["[jane]", "[jane, '7']", "[Ünal]", "[jane, jane]", "[]", "\n  - jane", "\n- jane\n- '7'"],
    "categories": ["[News]", "[News, Tools & Tricks]", "[news]", "[NEWS, News]", "['C++']", "[Über uns]", "[你好]", "[a/b]", "['1']", "[]", "\n  - News\n  - Deep Er", "[two words]"],
    "tags": ["[python]", "[Python, python]", "[a b, c]", "[1, true, 2.5]", "[]", "\n  - x\n  - y", "['C++']", "[2024-01-31]", ""],
    "draft": ["true", "false", "no", "yes"],
    "pin": ["true", "false"],
    "links": ["[index.md]", "[https://example.org/]", "\n  - Home: index.md\n  - Section:\n    - index.md\n    - Out: https://example.org/", "{Title: https://example.org/}", "[missing.md]", "[index.md#home]", "[]"],
    "readtime": ["5", "0", "15"],
    "slug": ["short", "Upper-Case", "with space", "/2015/01/x/", "a/b", "über", "'1'", "x.y", "trailing/", "../up", "''", "index", "a//b", "日本"],
    "title": values.TITLES,
    "description": ["Short.", '"With: colon"', "<b>HTML</b> & more", ">\n  folded\n  text", "日本語", "''", ""],
    "hide": ["[toc]", "\n  - navigation\n  - toc", "[]"],
    "icon": ["material/home"],
    "status": ["new"],
    "subtitle": ["Sub"],
    "search": ["{exclude: true}", "{boost: 2}"],
    "comments": ["true", "false"],
    "social": ["{cards: false}", "\n  cards_layout: default"],
    "image": ["https://example.org/a.png"],
    "language": ["de"],
    "date_created": ["2020-01-01"],
    "custom": values.SCALARS,
    "x-y": values.SCALARS,
}  # fmt: skip
"""Keys that Material's blog or its theme reads, or that nobody does, and plausible values of each."""

CRASHING = frozenset({"title", "tags", "hide", "description"})
"""Keys of which a value of another type ends a build of Material's in a traceback, which costs many builds to find."""

FOREIGN: dict[str, list[str]] = {
    "author": ["Jane", "{name: Jane}", "[Jane]"],
    "permalink": ["/own/", "own", "/own/page.html", "https://example.com/own/", "''", "1"],
    "layout": ["post", "null"],
    "published": ["true", "'2016-08-25'", "yes"],
    "category": ["setup", "News", "[a, b]", ""],
    "tag": ["one", "[one, two]", ""],
    "aliases": ["[/old/]", "/old/", "[]", "[Another name]", "[null]", "1"],
    "redirect_from": ["[/older/]", "/older/", "[a b]", "[]"],
    "header": ["{teaser: /missing.png}", "x", "[]"],
    "excerpt": ["An excerpt.", "false", "[]", "{a: b}"],
    "summary": ["':-)'", "A summary.", "1"],
    "series": ["A series", "{name: A, order: 1}", "1", "[a]"],
    "talks": ["[]", "none"],
    "link": ["https://example.org/", "no link", "[]", "1"],
    "cover": ["missing.png", "{image: a.png}", "true"],
    "image": ["missing.png", "{path: https://example.org/a.png}", "'data:image/png;base64,AAAA'", "[a.png]"],
    "unlisted": ["false", "'no'", "[]"],
    "expires": ["2999-01-01", "never"],
    "updated": ["2024-05-05", "yesterday", "true"],
    "lastmod": ["2024-05-05"],
    "weight": ["1"],
    "type": ["post"],
    "venue": ["PyCon"],
    "status": ["draft", "published"],
    "toc": ["true"],
    "id": ["1"],
    "url": ["/x/"],
    "outdated_after": ["1 year", "x"],
    "supersedes": ["x.md", "[]"],
    "canonical_url": ["https://example.org/c/", "x y", "1"],
    "featured": ["false", "x"],
    "pinned": ["false"],
    "sticky": ["0"],
}  # fmt: skip
"""Keys that mean nothing to Material's blog and something to ours: the post is there all the same."""

OURS = frozenset({"<!--more-->", "<h1>One in HTML</h1>", '<div markdown="1">\n# Inside\n</div>'})
"""Blocks that mean nothing to Material's blog and something to ours: a sign, and headings of the first level in HTML."""

HALF_EDITED = [
    "# a comment",
    "",
    "   ",
    "description:   ",
    "...x: 1",
    "? complex",
    "- item",
    "key without colon",
    "a: b: c",
    "\ttab: 1",
    "title: [",
    "date: 2020-01-01",
    "'quoted key': 1",
    "1: one",
    "true: yes",
]
"""Lines of front matter that somebody left there."""


@dataclass(frozen=True, kw_only=True)
class Folder:
    """A blog: names and texts of its files below `docs_dir`, and options."""

    files: dict[str, str]
    options: dict[str, Any] = field(default_factory=dict)
    is_foreign: bool = False
    """Whether posts have keys that ours gives a meaning of its own, so that URLs and order may differ."""

    @property
    def post_dir(self) -> str:
        """Where its posts lie."""
        return str(self.options.get("post_dir", f"{BLOG}/posts")).rstrip("/")

    @property
    def posts(self) -> list[str]:
        """Names of its posts."""
        return [path for path in self.files if path.startswith(f"{self.post_dir}/") and path.endswith(".md")]


def _headings() -> st.SearchStrategy[str]:
    in_signs = values.titles.map(lambda title: f"# {title.strip('>-').strip()}")
    return st.one_of(in_signs, in_signs, in_signs, st.just("Title\n====="))


def _odd_values(key: str) -> st.SearchStrategy[str]:
    """Whatever a key may be given; a slug is one line, which ours makes of several, and names no folder."""
    if key != "slug":
        return values.scalars
    return values.scalars.filter(lambda value: "\n" not in value and value.strip("./") != "")


@st.composite
def posts(draw: st.DrawFn, *, foreign: bool) -> str:
    """The text of a post."""
    odd = draw(st.integers(0, 9)) == 0
    head = {"date": draw(values.odd_dates if odd and draw(st.booleans()) else values.dates)}
    keys = draw(st.lists(st.sampled_from([*KEYS]), max_size=5, unique=True))
    for key in keys:
        is_odd = odd and key not in CRASHING and draw(st.booleans())
        taken = _odd_values(key) if is_odd else st.sampled_from(KEYS[key])
        head[key] = draw(taken)
    if foreign:
        for key in draw(st.lists(st.sampled_from([*FOREIGN]), min_size=1, max_size=3, unique=True)):
            head[key] = draw(st.sampled_from(FOREIGN[key]))
    lines = [f"{key}:{value}" if value.startswith("\n") else f"{key}: {value}" for key, value in head.items()]
    if draw(st.integers(0, 19)) == 0:
        lines.insert(draw(st.integers(0, len(lines))), draw(st.sampled_from(HALF_EDITED)))
    if draw(st.integers(0, 3)) == 0:
        lines = list(draw(st.permutations(lines)))
    body: list[str] = draw(st.lists(bodies.blocks.filter(lambda block: block not in OURS), max_size=6))
    has_heading = draw(st.booleans())
    if has_heading:
        body.insert(0, draw(_headings()))
    at = draw(st.integers(-1, len(body)))
    if body and at >= 0:
        body.insert(at, "<!-- more -->")
    end = draw(st.sampled_from(["---", "---", "---", "---", "---", "---", "--- ", "..."]))
    text = "\n".join(["---", *lines, end, "", "\n\n".join(body)])
    text += draw(st.sampled_from(["\n", "\n", "\n\n", "", "\n<!-- more -->\n"]))
    match draw(st.integers(0, 29)):
        case 0:
            return text.replace("\n", "\r\n")
        case 1:
            return "\ufeff" + text
        case _:
            return text


@st.composite
def blogs(draw: st.DrawFn) -> Folder:
    """A folder with a blog."""
    foreign = draw(st.integers(0, 4)) == 0
    names_of_options = draw(st.lists(st.sampled_from([*OPTIONS]), max_size=4, unique=True))
    options = {name: draw(st.sampled_from(OPTIONS[name])) for name in names_of_options}
    folder = Folder(files={}, options=options, is_foreign=foreign)
    files = folder.files
    has_authors = draw(st.integers(0, 4)) > 0
    if has_authors:
        files[f"{BLOG}/.authors.yml"] = AUTHORS
    if draw(st.booleans()):
        files[f"{BLOG}/index.md"] = draw(
            st.sampled_from(
                ["# Blog\n", "# News & more\n\nText.\n", "", "---\ntitle: Own\n---\n", "---\nhide: [toc]\n---\n# Hid\n"]
            )
        )
    taken = set()
    for _ in range(draw(st.integers(1, 7))):
        name = f"{draw(names.folders)}{draw(names.stems)}.md"
        if name.casefold() not in taken:
            taken.add(name.casefold())
            files[f"{folder.post_dir}/{name}"] = draw(posts(foreign=foreign))
    match draw(st.integers(0, 19)):
        case 0:
            files[f"{folder.post_dir}/picture.png"] = "no picture"
        case 1:
            files[f"{folder.post_dir}/.meta.yml"] = "tags: [from meta]\nauthors: [nobody]\n"
        case 2:
            files[f"{BLOG}/category/news.md"] = "# Own words on news\n\nWords.\n"
        case 3:
            files[f"{BLOG}/other.md"] = "# A page\n\nBeside the posts.\n"
        case 4:
            files[f"{BLOG}/2024-01-01-page.md"] = "---\ndate: 2024-01-01\n---\n# A dated page\n"
        case _:
            pass
    return folder
