"""The list of URLs that a site has published, and what a change does to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from mkdocs.config import load_config
from mkdocs.structure.files import File, Files

from mkdocs_blogposts.published.published_urls import PublishedUrl, UrlKind, read_urls, written_urls
from mkdocs_blogposts.published.url_changes import UrlChange, Version, as_markdown, changes_between
from mkdocs_blogposts.published.url_inventory import UrlInventory

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

POST, TALK, FEED, REDIRECT = UrlKind.POST, UrlKind.TALK, UrlKind.FEED, UrlKind.REDIRECT


@pytest.mark.parametrize(
    ("url", "files"),
    [
        ("/", ("index.html",)),
        ("/a/", ("a/index.html",)),
        ("//x/", ("x/index.html",)),
        ("/a/b", ("a/b", "a/b.html", "a/b/index.html")),
        ("/a.html#b?c", ("a.html", "a.html.html", "a.html/index.html")),
        ("/a%20b/?c#d", ("a b/index.html",)),
    ],
)
def test_a_url_is_answered_by_one_of_some_files(url: str, files: tuple[str, ...]) -> None:
    assert PublishedUrl(url).dest_uris == files


def test_a_list_is_read_as_it_was_written() -> None:
    urls = [
        PublishedUrl("/b/", POST, "docs/b.md", "B  and\tc"),
        PublishedUrl("/a/", POST, "docs/a.md"),
        PublishedUrl("/a/", POST, "docs/a.md"),
        PublishedUrl("/c/"),
    ]

    written = written_urls(urls)

    assert written.splitlines() == [
        "# URLs that this site has published, kept by `blogposts urls --update`: URL, kind, source, title",
        "/a/\tpost\tdocs/a.md",
        "/b/\tpost\tdocs/b.md\tB and c",
        "/c/",
    ]
    assert [
        (number, str(url))
        for number, url in read_urls(f"{written}\n #x\n\t\n# y\n /d/ \t post\n/e/\tpost\te.md\tA\tB\n")
    ] == [
        (2, "/a/\tpost\tdocs/a.md"),
        (3, "/b/\tpost\tdocs/b.md\tB and c"),
        (4, "/c/"),
        (6, "#x"),
        (9, "/d/\tpost"),
        (10, "/e/\tpost\te.md\tA B"),
    ]


@pytest.fixture
def inventory_of(tmp_path: Path) -> Callable[..., UrlInventory]:
    """Inventories of sites with some files."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: S\nplugins: []\n", encoding="utf-8")
    config = load_config(config_file=str(tmp_path / "mkdocs.yml"))
    return lambda *names: UrlInventory(
        Files([File(name, config.docs_dir, config.site_dir, use_directory_urls=True) for name in names]), config
    )


def version(*urls: PublishedUrl, digests: Mapping[str, str] | None = None) -> Version:
    return Version(urls=urls, digests=digests or {}, states={})


A = PublishedUrl("/a/", POST, "a.md", "Title")


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [
        pytest.param((A,), (A,), None, id="nothing"),
        pytest.param((), (A,), UrlChange("new", A), id="a new text"),
        pytest.param((), (PublishedUrl("/a/", REDIRECT),), None, id="a redirect says nothing new"),
        pytest.param((A,), (), UrlChange("lost", A, "/a/"), id="a lost text"),
        pytest.param(
            (PublishedUrl("/f", FEED),), (), UrlChange("lost", PublishedUrl("/f", FEED), "/f"), id="a lost feed"
        ),
        pytest.param((PublishedUrl("/here/", POST, "a.md"),), (), None, id="one at which something else answers"),
        pytest.param(
            (A,),
            (new := PublishedUrl("/b/", POST, "a.md", "Other"),),
            UrlChange("moved", new, "/a/"),
            id="the same file",
        ),
        pytest.param(
            (A,),
            (new := PublishedUrl("/b/", TALK, "b.md", "Title"),),
            UrlChange("moved", new, "/a/"),
            id="the same title",
        ),
        pytest.param(
            (PublishedUrl("/here/", POST, "a.md"),),
            (new := PublishedUrl("/b/", POST, "a.md"),),
            UrlChange("moved", new, "/here/", still_answers=True),
            id="a text that has left a redirect",
        ),
    ],
)
def test_what_a_change_does_to_a_url(
    before: tuple[PublishedUrl, ...],
    after: tuple[PublishedUrl, ...],
    change: UrlChange | None,
    inventory_of: Callable[..., UrlInventory],
) -> None:
    assert changes_between(version(*before), version(*after), inventory_of("here.md")) == ([change] if change else [])


def test_what_has_a_page_and_becomes_a_redirect_has_moved(inventory_of: Callable[..., UrlInventory]) -> None:
    new = PublishedUrl("/b/", POST, "a.md")
    after = version(PublishedUrl("/a/", REDIRECT, "a.md"), new)

    assert changes_between(version(A), after, inventory_of()) == [UrlChange("moved", new, "/a/")]


def test_a_text_is_known_by_its_content_before_its_title(inventory_of: Callable[..., UrlInventory]) -> None:
    titled = PublishedUrl("/b/", POST, "b.md", "Title")
    equal = PublishedUrl("/c/", POST, "c.md", "Other")

    before = version(A, digests={"a.md": "1"})
    after = version(titled, equal, digests={"b.md": "2", "c.md": "1"})

    assert changes_between(before, after, inventory_of()) == [
        UrlChange("moved", equal, "/a/"),
        UrlChange("new", titled),
    ]


def test_a_text_that_was_there_before_is_not_another_one_of_that_title(
    inventory_of: Callable[..., UrlInventory],
) -> None:
    other = PublishedUrl("/b/", POST, "b.md", "Title")

    changes = changes_between(version(A, digests={"a.md": "1", "b.md": "2"}), version(other), inventory_of())

    assert changes == [UrlChange("lost", A, "/a/"), UrlChange("new", other)]


def test_only_texts_are_found_elsewhere(inventory_of: Callable[..., UrlInventory]) -> None:
    old, new = PublishedUrl("/f", FEED, "x", "T"), PublishedUrl("/g", FEED, "x", "T")

    assert changes_between(version(old), version(new), inventory_of()) == [
        UrlChange("lost", old, "/f"),
        UrlChange("new", new),
    ]


def test_a_text_is_changed_where_its_content_was_known_and_is_another(
    inventory_of: Callable[..., UrlInventory],
) -> None:
    b, feed = PublishedUrl("/b/", POST, "b.md"), PublishedUrl("/f", FEED, "a.md")

    changes = changes_between(
        version(A, b, feed, digests={"a.md": "1"}),
        version(A, b, feed, digests={"a.md": "2", "b.md": "2"}),
        inventory_of(),
    )

    assert changes == [UrlChange("changed", A)]


def test_a_summary_tells_each_change() -> None:
    odd = PublishedUrl("/o`/", POST, "o.md", "A *b* <c> @d\n#1")
    bare = PublishedUrl("/u/", POST, "u.md")
    changes = [
        UrlChange("changed", A),
        UrlChange("new", odd),
        UrlChange("new", bare),
        UrlChange("moved", A, "/old/", still_answers=True),
        UrlChange("moved", A, "/older/"),
        UrlChange("lost", PublishedUrl("/l/", POST, "docs/l_m.md"), "/l/"),
        UrlChange("lost", PublishedUrl("/f"), "/f"),
    ]

    assert as_markdown(changes, {"a.md": "draft"}, "https://e.org/base").splitlines() == [
        "### What changes on the blog",
        "",
        "**Lost** (2)",
        "",
        "- `/l/`, docs/l\\_m.md: nothing answers there",
        "- `/f`",
        "",
        "**Moved** (2)",
        "",
        "- [Title](<https://e.org/base/a/>) `/a/` was `/old/`, which leads on *(draft)*",
        "- [Title](<https://e.org/base/a/>) `/a/` was `/older/`, which **nothing answers now** *(draft)*",
        "",
        "**New** (2)",
        "",
        "- [A \\*b\\* &lt;c&gt; &#64;d \\#1](<https://e.org/base/o`/>) `/o%60/`",
        "- [/u/](<https://e.org/base/u/>) `/u/`",
        "",
        "**Changed** (1)",
        "",
        "- [Title](<https://e.org/base/a/>) `/a/` *(draft)*",
    ]
    assert as_markdown([UrlChange("new", A), UrlChange("new", bare)], {}, None).splitlines()[4:] == [
        "- Title `/a/`",
        "- /u/ `/u/`",
    ]
    assert as_markdown([], {}, None).splitlines()[2:] == ["No URL is new, changed, moved or lost."]


@pytest.mark.parametrize(("number", "end"), [(50, "- T `/49/`"), (51, "- … and 1 more"), (70, "- … and 20 more")])
def test_a_summary_is_not_of_any_length(number: int, end: str) -> None:
    changes = [UrlChange("new", PublishedUrl(f"/{each}/", POST, "a.md", "T")) for each in range(number)]

    lines = as_markdown(changes, {}, None).splitlines()

    assert (lines[2], lines[-1]) == (f"**New** ({number})", end)
    assert len(lines) == 4 + min(number, 50) + (number > 50)
