"""Redirects for hosts that read a file of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.site import Site


@pytest.fixture
def moved(site: Site) -> Site:
    """Posts that were elsewhere before, and one that has moved away."""
    site.blogposts(redirects_files=["_redirects"])
    return site.write("""
        docs/index.md
        | # Home
        |
        | [The post](/upgrade)
        docs/blog/posts/a.md
        | ---
        | date: 2025-07-28
        | aliases: [/upgrade, /2025/über uns/, /a*b/, /notes.pdf]
        | ---
        | # A
        docs/blog/posts/b.md
        | ---
        | date: 2025-07-29
        | redirect_to: https://example.com/b/#top
        | slug: b
        | ---
        | # B
        docs/blog/posts/c.md
        | ---
        | date: 2025-07-30
        | link: /upgrade
        | ---
        | # C
        |
        | See [the post](/2025/über uns/).
    """)


def test_a_host_is_told_of_each_redirect_in_place_of_a_page(moved: Site) -> None:
    built = moved.build(strict=True)

    new = "/blog/2025/07/28/a/"
    assert (built.exit_code, built.warnings) == (0, [])
    assert built.read("_redirects").splitlines() == [
        f"/2025/%C3%BCber%20uns {new} 301",
        f"/2025/%C3%BCber%20uns/ {new} 301",
        "/blog/2025/07/29/b https://example.com/b/#top 301",
        "/blog/2025/07/29/b/ https://example.com/b/#top 301",
        f"/notes.pdf {new} 301",
        f"/upgrade {new} 301",
        f"/upgrade.html {new} 301",
    ]
    assert {"upgrade.html", "2025/über uns/", "blog/2025/07/29/b/"} & {*built.pages, *built.files} == set()
    assert "a*b/" in built.pages
    for url in ("", "blog/2025/07/30/c/", "blog/"):
        page = built.page(url)
        assert new in {f"/{link.url}" for link in page.links}
        assert "/upgrade" not in page.html


def test_the_sites_own_lines_come_first(moved: Site) -> None:
    moved.put("docs/_redirects", b"/docs/caf\xe9 /x\n")
    moved.put("docs/blog/posts/x.md", "---\ndate: 2025-07-31\npermalink: /xylo/\naliases: /before\n---\n# X\n")
    moved.put("docs/blog/posts/y.md", "---\ndate: 2025-08-01\nredirect_to: /\nslug: y\n---\n# Y\n")
    own, *lines = (moved.build().dir / "_redirects").read_bytes().splitlines()

    assert own == b"/docs/caf\xe9 /x"
    assert {b"/before /xylo/ 301", b"/blog/2025/08/01/y/ / 301"} <= {*lines}
    assert len(lines) == 13


def test_serve_has_the_pages(moved: Site) -> None:
    built = moved.build(serve=True)

    assert "upgrade.html" in {*built.pages, *built.files}
    assert "_redirects" not in built.files


def test_without_redirects_a_host_is_told_of_none(site: Site) -> None:
    site.blogposts(redirects_files=["_redirects"]).put("docs/blog/posts/a.md", "---\ndate: 2024-01-31\n---\n# A\n")

    built = site.build(strict=True)

    assert built.exit_code == 0, built.log
    assert "_redirects" not in built.files
