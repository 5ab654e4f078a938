"""`blogposts urls`, and what a build says of URLs that were published and are gone."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.cli.command import run_in

if TYPE_CHECKING:
    from pathlib import Path

    from tests.site import Site

HEAD = "# URLs that this site has published, kept by `blogposts urls --update`: URL, kind, source, title\n"


@pytest.fixture
def blog(site: Site) -> Site:
    """A blog with everything that has a URL, and with what has none."""
    site.blogposts(urls_file="urls.txt", feeds_formats=["rss"])
    return site.write("""
        docs/index.md
        | # Home
        docs/blog/index.md
        | # News
        docs/blog/posts/first.md
        | ---
        | date: 2025-01-31
        | tags: [python]
        | aliases: /old/
        | ---
        | # The first post
        docs/blog/posts/second.md
        | ---
        | date: 2025-02-01
        | ---
        | # Second
        docs/blog/posts/draft.md
        | ---
        | date: 2025-03-01
        | draft: true
        | ---
        | # Draft
        docs/talks/europython.md
        | ---
        | date: 2025-07-15
        | venue: EuroPython
        | ---
        | # Talking
    """)


def rows(site: Site) -> list[tuple[str, str, str]]:
    """What the command lists."""
    result = run_in(site, "urls", "--json")
    assert result.exit_code == 0, result.output
    return [(row["url"], row["kind"], row["source"]) for row in json.loads(result.stdout)]


def kept(site: Site) -> list[str]:
    """The lines of the file."""
    text = (site.root / "urls.txt").read_text(encoding="utf-8")
    assert text.startswith(HEAD)
    return text.removeprefix(HEAD).splitlines()


def test_it_lists_each_url_that_a_build_makes_and_no_other(blog: Site) -> None:
    blog.blogposts(pagination_per_page=1)
    found = rows(blog)
    built = blog.build()

    assert {row for row in found if row[1] not in {"pager", "feed"}} >= {
        ("/blog/", "listing", "docs/blog/index.md"),
        ("/blog/2025/01/31/the-first-post/", "post", "docs/blog/posts/first.md"),
        ("/blog/2025/02/01/second/", "post", "docs/blog/posts/second.md"),
        ("/blog/archive/2025/", "listing", "archive: 2025"),
        ("/blog/tag/python/", "listing", "tag: python"),
        ("/blog/tags/", "listing", "tag index: Tags"),
        ("/old/", "redirect", "docs/blog/posts/first.md"),
        ("/talks/", "listing", "talk index: Talks"),
        ("/talks/europython/", "talk", "docs/talks/europython.md"),
    }
    assert [url for url, kind, _ in found if kind == "pager"] == ["/blog/archive/2025/page/2/", "/blog/page/2/"]
    pages = {url for url, kind, _ in found if kind != "feed"}
    assert {f"/{url}" for url in built.pages} == pages | {"/"}
    feeds = {url for url, kind, _ in found if kind == "feed"}
    assert feeds == {"/blog/rss.xml", "/blog/tag/python/rss.xml", "/talks/rss.xml", "/talks/talks.ics"}
    assert {f"/{name}" for name in built.files} >= feeds
    plain = run_in(blog, "urls").stdout.splitlines()
    assert [line.split()[0] for line in plain] == [url for url, _, _ in found]


def test_without_the_option_it_says_what_to_write(site: Site) -> None:
    result = run_in(site, "urls", "--update")

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.endswith("    plugins:\n      - blogposts:\n          urls_file: urls.txt\n")
    wrong = run_in(site, "urls", "--prune")
    assert (wrong.exit_code, "--prune goes with --update only" in wrong.stderr) == (2, True)


def test_the_file_grows_and_forgets_only_when_told_to(blog: Site) -> None:
    blog.blogposts(jekyll_pages=True).put("docs/untitled.md", "---\npermalink: /untitled/\n---\nText.\n")
    first = run_in(blog, "urls", "--update")
    before = kept(blog)
    assert first.stdout == f"urls.txt: {len(before)} URLs, {len(before)} new\n"
    assert "/blog/2025/02/01/second/\tpost\tdocs/blog/posts/second.md\tSecond" in before
    assert [line for line in before if "untitled" in line] == ["/untitled/\tpage\tdocs/untitled.md"]
    assert before == sorted(before)
    assert not [line for line in before if "draft" in line.lower()]
    assert run_in(blog, "urls", "--update").stdout == f"urls.txt: {len(before)} URLs, 0 new\n"

    blog.delete("docs/blog/posts/second.md")
    blog.put("docs/blog/posts/third.md", "---\ndate: 2025-02-02\n---\n# Third\n")
    count = len(before) + 1
    assert run_in(blog, "urls", "--update").stdout == (
        f"urls.txt: {count} URLs, 1 new, 1 that nothing answers any more\n"
    )
    assert set(before) < set(kept(blog))
    assert run_in(blog, "urls", "--update", "--prune").stdout == f"urls.txt: {count - 1} URLs, 0 new, 1 forgotten\n"
    assert not [line for line in kept(blog) if "second" in line]


def test_a_build_tells_each_url_that_nothing_answers(blog: Site) -> None:
    blog.blogposts(feeds_listings=[])
    run_in(blog, "urls", "--update")
    assert blog.build(strict=True).exit_code == 0
    blog.write("""
        docs/blog/posts/first.md
        | ---
        | date: 2025-01-31
        | aliases: /old/
        | ---
        | # A better title
        docs/blog/posts/2nd.md
        | ---
        | date: 2025-02-03
        | ---
        | # Second
        docs/talks/europython.md
        | ---
        | draft: true
        | venue: EuroPython
        | ---
        | # Talking
    """)
    blog.delete("docs/blog/posts/second.md")
    built = blog.build(strict=True)

    assert built.exit_code == 1
    lost = [line for fault in built.faults if "lost-url" in fault for line in fault.splitlines()]
    moved, renamed = "/blog/2025/01/31/the-first-post/", "/blog/2025/02/01/second/"
    new, gone = "/blog/2025/01/31/a-better-title/", "nothing answers there"
    assert lost == [
        f"docs/blog/posts/2nd.md:2:7: lost-url: '{renamed}' was the URL of docs/blog/posts/second.md, and {gone}",
        f"    if this is the same text, add `aliases: [{renamed}]` to its front matter",
        f"docs/blog/posts/first.md:3:10: lost-url: '{moved}' was its URL, and {gone} since it is '{new}'",
        f"    add `{moved}` to its `aliases`",
        "docs/talks/europython.md:1:1: lost-url: '/talks/europython/' was published, and is now held back (draft)",
        "    publish it again, or take '/talks/europython/' out of urls.txt",
        f"urls.txt:8:1: lost-url: '/blog/tag/python/' was published for tag: python, and {gone}",
        "    add `aliases: [/blog/tag/python/]` to the post that replaces it, or take the line out",
        f"urls.txt:11:1: lost-url: '/talks/' was published for talk index: Talks, and {gone}",
        "    add `aliases: [/talks/]` to the post that replaces it, or take the line out",
    ]


def test_what_the_hint_says_mends_it(blog: Site) -> None:
    run_in(blog, "urls", "--update")
    head = "date: 2025-02-01\naliases: [/blog/2025/02/01/second/]\n"
    blog.delete("docs/blog/posts/second.md").put("docs/blog/posts/2nd.md", f"---\n{head}---\n# A new title\n")

    built = blog.build(strict=True)
    assert ([fault for fault in built.faults if "lost-url" in fault], built.exit_code) == ([], 0)


def test_whatever_answers_will_do(site: Site) -> None:
    """Pages and files of the site, and redirects of the plugin that is there for them."""
    plugins = site.options["plugins"]
    site.config(plugins=[*plugins, {"redirects": {"redirect_maps": {"moved.md": "index.md"}}}])
    site.blogposts(urls_file="urls.txt")
    site.put("docs/index.md", "# Home\n").put("docs/about.md", "# About\n").put("docs/paper.pdf", b"%PDF")
    site.put("docs/blog/posts/a.md", "---\ndate: 2025-01-01\n---\n# A\n")
    urls = "/ /about/ /about /paper.pdf /moved/ /sitemap.xml /blog/#top /blog/?q=1"
    site.put("urls.txt", "".join(f"{url}\n" for url in urls.split()))

    built = site.build(strict=True)
    assert (built.faults, built.exit_code) == ([], 0)


def test_an_expired_post_is_a_remark_and_an_odd_file_no_traceback(site: Site) -> None:
    site.blogposts(urls_file="urls.txt")
    site.put("docs/blog/posts/a.md", "---\ndate: 2025-01-01\nexpires: 2025-02-01\n---\n# A\n")
    site.put("urls.txt", b"<<<<<<< HEAD\n/blog/2025/01/01/a/\tpost\tdocs/blog/posts/a.md\tA\n/\xff/\n")
    built = site.build()

    assert [fault.splitlines()[0] for fault in built.faults] == [
        "docs/blog/posts/a.md:2:7: lost-url: '/blog/2025/01/01/a/' was published, and is now held back (expired)",
        "urls.txt:1:1: lost-url: '<<<<<<< HEAD' is not a URL from the site's root",
        "urls.txt:3:1: lost-url: '/\ufffd/' was published, and nothing answers there",
    ]
    assert len(built.warnings) == 2


def test_a_byte_order_mark_is_no_url(site: Site) -> None:
    site.blogposts(urls_file="urls.txt").put("docs/blog/posts/a.md", "---\ndate: 2025-01-01\n---\n# A\n")
    site.put("urls.txt", f"\ufeff{HEAD}/blog/2025/01/01/a/\n")

    built = site.build(strict=True)
    assert (built.faults, built.exit_code) == ([], 0)


def test_update_mends_what_two_branches_have_made_of_the_file(site: Site) -> None:
    site.blogposts(urls_file="urls.txt").put("docs/blog/posts/a.md", "---\ndate: 2025-01-01\n---\n# A\n")
    site.put("urls.txt", f"{HEAD}<<<<<<< HEAD\n/a/\n=======\n/b/\n>>>>>>> topic\n")
    run_in(site, "urls", "--update")

    assert [line for line in kept(site) if not line.startswith("/blog")] == ["/a/", "/b/"]


@pytest.mark.parametrize("name", [".", "x" * 300], ids=["a folder", "too long"])
def test_a_file_that_cannot_be_is_told(blog: Site, name: str, tmp_path: Path) -> None:
    blog.blogposts(urls_file=name)
    built = blog.build()
    updated = run_in(blog, "urls", "--update")
    summary = run_in(blog, "build", "--summary", str(tmp_path / "summary.md"), GITHUB_BASE_REF=None)

    (told,) = (each for each in {*built.faults, *built.warnings} if "lost-url: it cannot be read" in each)
    assert told.endswith("\n    change `urls_file`")
    assert (updated.exit_code, "cannot be read or written" in updated.stderr) == (1, True)
    assert (summary.exit_code, "cannot be read" in summary.stderr) == (1, True)


def test_a_file_that_is_not_there_yet_is_a_remark(blog: Site) -> None:
    built = blog.build(strict=True)

    assert built.exit_code == 0
    assert [fault for fault in built.faults if "lost-url" in fault] == [
        "urls.txt: lost-url: the file that `urls_file` names is not there\n    write it with `blogposts urls --update`"
    ]
