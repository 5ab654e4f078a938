"""What beginners do, and what would otherwise build without a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.site import Site

MISTAKES = """
    docs/blog/upgrade.md
    | ---
    | date: 2024-01-31
    | ---
    docs/posts/2024-01-31-hello.md
    | # Hello
    docs/blog/post/late.md
    | ---
    | title: Late
    | date: 2024-01-31
    | ---
    docs/blog/posts/new.mdx
    | # New
    docs/blog/posts/short.md
    | ---
    | date: 2024-01-31
    | tgs: [python]
    | ---
    | # Short
    docs/talks/pycon.md
    | ---
    | title: Tides
    | slides: tides.pdf
    | ---
    docs/talks/europython.md
    | ---
    | venue: EuroPython
    | speakers: [Jane Doe]
    | ---
"""
LIES_OUTSIDE = (
    "place: has a date, but lies outside of 'docs/blog/posts', so it is no post\n"
    "    move it there if it is meant to be one"
)


def test_likely_mistakes_are_remarks_with_what_to_do(site: Site) -> None:
    built = site.write(MISTAKES).build(strict=True)

    assert built.exit_code == 0, built.log
    assert built.faults == [
        f"docs/blog/post/late.md: {LIES_OUTSIDE}",
        "docs/blog/posts/new.mdx: place: MkDocs reads no '.mdx', so this is no post\n    call it new.md",
        "docs/blog/posts/short.md:3:1: unknown key 'tgs'; did you mean 'tags'?",
        f"docs/blog/upgrade.md: {LIES_OUTSIDE}",
        f"docs/posts/2024-01-31-hello.md: {LIES_OUTSIDE}",
        (
            "docs/talks/pycon.md: place: is among the talks, but is no talk without a `venue`\n"
            "    add `venue: …`, or else `event`, `location`, `type` or `speakers`, if it is meant to be one"
        ),
    ]


@pytest.mark.parametrize(
    ("name", "text", "nav"),
    [
        ("posts/2024-01-31-hello.md", "# Hello\n", ["index.md", {"Hello": "posts/2024-01-31-hello.md"}]),
        ("posts/2024-01-31-hello.md", "# Hello\n", [{"All": ["index.md", "posts/2024-01-31-hello.md"]}]),
        ("posts/about.md", "# About\n", None),
        ("guide/2024-01-31-hello.md", "---\ndate: 2024-01-31\n---\n# Hello\n", None),
        ("blog/category/x.md", "---\ndate: 2024-01-31\n---\n# Hello\n", None),
        ("talks/about.md", "# About\n", None),
        ("talks/index.md", "---\ndate: 2024-01-31\n---\n# Talks\n", None),
    ],
)
def test_pages_of_a_docs_site_are_left_alone(site: Site, name: str, text: str, nav: list[object] | None) -> None:
    site.config(nav=nav).put("docs/index.md", "# Home\n").put(f"docs/{name}", text)

    built = site.build(strict=True)
    assert (built.faults, built.exit_code) == ([], 0)


def test_an_icon_that_the_theme_lacks_is_told(site: Site) -> None:
    site.put("docs/blog/posts/a.md", "---\ndate: 2024-01-31\nicon: material/nope\n---\n# A\n")
    site.put("docs/blog/posts/b.md", "---\nlayout: post\ndate: 2024-01-30\nicon: fas fa-x\n---\n# B\n")
    hint = "\n    write the name of one that it has: material/anchor"

    built = site.build()

    told = [f"docs/blog/posts/a.md:3:7: icon: the theme has no icon 'material/nope'{hint}"]
    assert built.warnings == []
    assert built.faults == [*told, f"docs/blog/posts/b.md:4:7: icon: the theme has no icon 'fas fa-x'{hint}"]
