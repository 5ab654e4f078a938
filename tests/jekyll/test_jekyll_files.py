"""Which files of a Jekyll site are passed over, and what `_config.yml` gives to the others."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from mkdocs_blogposts.content.reading import Reader
from mkdocs_blogposts.faults import Faults
from mkdocs_blogposts.frontmatter.parser import parse
from mkdocs_blogposts.frontmatter.source import Source
from mkdocs_blogposts.jekyll.defaults import Scope
from mkdocs_blogposts.jekyll.files import is_passed_over
from mkdocs_blogposts.jekyll.jekyll_config import JekyllConfig
from mkdocs_blogposts.settings import Settings
from mkdocs_blogposts.texts.loader import load_post
from mkdocs_blogposts.texts.salvage import parse_or_salvage

SITE = JekyllConfig(
    paths=("docs/old/_config.yml",),
    root="old",
    collections_dir="all",
    exclude=("drafty", "_posts/2024-01-29*", "/rooted/", "kept"),
    include=("_pages", "kept"),
    defaults=(
        Scope(path="_posts", kind="posts", values={"a": 1}),
        Scope(path="", kind="talks", values={"a": 2}),
        Scope(path="", values={"b": {"c": 3}}),
    ),
)


@pytest.mark.parametrize(
    ("src_uri", "is_over"),
    [
        ("old/_posts/2024-01-31-x.md", False),
        ("old/_posts/2024-01-31-x/index.md", True),
        ("old/_posts/x.md", True),
        ("old/_posts/2024-01-29-x.md", True),
        ("old/_posts/_2024-01-31-x.md", True),
        ("old/_posts/sub/_2024-01-31-x.md", True),
        ("old/_posts/_sub/2024-01-31-x.md", True),
        ("old/_posts/sub/_sub/2024-01-31-x.md", False),  # Jekyll looks at the first folder and at the last name.
        ("old/_posts/2024-01-31-x.md~", True),
        ("old/_drafts/x.md", False),
        ("old/_drafts/#x.md", True),
        ("old/_talks/x.md", False),
        ("old/es/_posts/2024-01-31-x.md", False),
        ("old/_es/_posts/2024-01-31-x.md", True),
        ("old/_pages/_posts/2024-01-31-x.md", False),
        ("old/drafty/_posts/2024-01-31-x.md", True),
        ("old/drafty-too/_posts/2024-01-31-x.md", True),  # A pattern is also the beginning of a path.
        ("old/rooted/_posts/2024-01-31-x.md", True),
        ("old/kept/_posts/2024-01-31-x.md", False),
        ("old/posts/_x.md", False),
        ("_posts/2024-01-31-elsewhere.md", False),
    ],
)
def test_what_is_passed_over(src_uri: str, *, is_over: bool) -> None:
    assert is_passed_over(src_uri, SITE) is is_over


@pytest.mark.parametrize(
    ("src_uri", "given"),
    [
        ("old/_posts/2024-01-31-x.md", {"a": 1, "b": {"c": 3}}),
        ("old/all/_posts/2024-01-31-x.md", {"a": 1, "b": {"c": 3}}),
        ("old/_talks/x.md", {"a": 2, "b": {"c": 3}}),
        ("old/_drafts/x.md", {"b": {"c": 3}}),
        ("old/posts/x.md", {}),
        ("_posts/2024-01-31-elsewhere.md", {}),
    ],
)
def test_front_matter_that_a_site_gives(src_uri: str, given: dict[str, object]) -> None:
    assert SITE.front_matter_for(src_uri) == given


@pytest.mark.parametrize(
    ("given", "own", "together"),
    [
        ({"tags": ["a"]}, "tags: [b]", {"tags": ["b"]}),
        ({"tags": ["a"]}, "tags:", {"tags": ["a"]}),
        ({"tags": ["a"]}, "title: x", {"tags": ["a"], "title": "x"}),
        ({"header": {"a": 1}}, "header: {b: 2}", {"header": {"a": 1, "b": 2}}),
        ({"categories": "a b"}, "categories: [c]", {"categories": ["a", "b", "c"]}),
        ({"categories": ["a b"]}, "categories: c d", {"categories": ["a b", "c", "d"]}),
        ({"categories": 2024}, "categories: c", {"categories": [2024, "c"]}),
        ({"categories": "a"}, "categories: 2024", {"categories": 2024}),
        ({"categories": "a b"}, "categories:", {"categories": "a b"}),
    ],
)
def test_front_matter_of_a_file_over_that_of_its_site(
    given: dict[str, object], own: str, together: dict[str, object]
) -> None:
    faults = Faults()
    text = f"---\n{own}\n---\n".encode()
    head = parse(Source(src_uri="x.md", path="x.md", content=text, jekyll_defaults=given), faults)

    assert head is not None
    assert head.values == together
    assert not faults.found


def test_what_a_site_gives_holds_for_a_file_that_cannot_be_read_as_well() -> None:
    source = Source(src_uri="_posts/x.md", path="x.md", content=b"---\na: [\n---\nb\n", jekyll_defaults={"tags": ["c"]})

    head = parse_or_salvage(source, Faults(), lambda _: True)

    assert head is not None
    assert (head.values, head.body) == ({"slug": "x", "tags": ["c"]}, "b\n")


def test_faults_keep_their_places_where_a_site_gives_categories() -> None:
    text = b"---\ncategories: [a, {b: c}]\n---\n"
    source = Source(
        src_uri="_posts/2024-01-31-x.md", path="x.md", content=text, jekyll_defaults={"categories": ["d", "e"]}
    )

    outcome = load_post(source, Reader(settings=Settings(), authors=None, now=datetime(2025, 1, 1, tzinfo=UTC)))

    assert [str(fault).split("\n")[0] for fault in outcome.faults] == [
        "x.md:2:17: categories[3]: expected a name, got a mapping"
    ]
