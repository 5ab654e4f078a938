"""mkdocs-llmstxt lists posts in their order, with their titles and descriptions, and none that is held back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.compat.plugins import needs

if TYPE_CHECKING:
    from tests.site import Site

needs("mkdocs-llmstxt")

pytestmark = pytest.mark.filterwarnings("ignore")  # of what the plugin stands on

SITE = """
    docs/index.md
    | # Home
    docs/blog/posts/a-old.md
    | ---
    | title: The *old* one
    | date: 2023-01-31
    | description: What was
    | ---
    | Old.
    docs/blog/posts/b-new.md
    | ---
    | title: New
    | date: 2024-01-31
    | ---
    | What is, see [the old one](a-old.md).
    docs/blog/posts/c-draft.md
    | ---
    | title: Secret
    | date: 2024-02-01
    | draft: true
    | ---
    | Secret.
    docs/blog/posts/d-unlisted.md
    | ---
    | title: Secret
    | date: 2024-02-01
    | unlisted: true
    | ---
    | Secret.
    docs/talks/t.md
    | ---
    | title: Talk
    | venue: PyConf
    | ---
    | An abstract.
    _posts/2022-01-31-jekyll.md
    | ---
    | title: From Jekyll
    | ---
    | Outside.
"""
LISTED = """\
- [New](https://example.org/blog/2024/01/31/new/index.md): What is, see the old one.
- [The old one](https://example.org/blog/2023/01/31/the-old-one/index.md): What was
"""


def sections(**patterns: list[object]) -> dict[str, object]:
    return {"llmstxt": {"full_output": "llms-full.txt", "sections": patterns}}


@pytest.mark.parametrize("is_last", [False, True])
def test_posts_are_listed_in_order_and_described(site: Site, *, is_last: bool) -> None:
    theirs = sections(Home=["index.md"], Blog=["blog/*"], Talks=["talks/*"])
    site.write(SITE).config(plugins=["blogposts", theirs] if is_last else [theirs, "blogposts"])

    built = site.build(strict=True)

    assert built.exit_code == 0, built.log
    told = built.read("llms.txt")
    assert LISTED in told
    assert "- [Talk](https://example.org/talks/t/index.md): An abstract.\n" in told
    assert "- [Home](https://example.org/index.md)\n" in told
    assert told.count("](") == 4 + told.count("From Jekyll")
    assert "Secret" not in told + built.read("llms-full.txt")
    full = built.read("llms-full.txt")
    assert full.index("What is") < full.index("Old.")
    assert "[the old one](https://example.org/blog/2023/01/31/the-old-one/index.md)" in full


def test_what_a_site_names_itself_stays_as_it_is(site: Site) -> None:
    named: list[object] = ["blog/posts/a-old.md", {"blog/posts/b-new.md": "Own words"}]
    site.write(SITE).config(plugins=["blogposts", sections(Blog=named)])

    told = site.build(strict=True).read("llms.txt")

    assert told.index("[The old one]") < told.index("[New]")
    assert "index.md): Own words\n" in told


def test_posts_from_outside_are_found_too(site: Site) -> None:
    site.write(SITE).config(plugins=[sections(Blog=["*_posts*"]), "blogposts"])

    told = site.build(strict=True).read("llms.txt")

    assert "- [From Jekyll](https://example.org/blog/2022/01/31/jekyll/index.md): Outside.\n" in told


def test_drafts_that_are_shown_are_not_told_of(site: Site) -> None:
    site.write(SITE).config(plugins=["blogposts", sections(Blog=["blog/*"])])

    assert "Secret" not in site.build(serve=True).read("llms.txt")
