"""The talks before and after one; those of posts stand beside the navigation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.built import Built
    from tests.site import Site

A, B, C, UNDATED, DOCS = "talks/a/", "talks/b/", "talks/c/", "talks/undated/", "guide/"


def with_talks(site: Site, theme: Any) -> Site:
    site.config(theme=theme, nav=["index.md", {"Talks": ["talks/index.md", "talks/c.md", "guide.md"]}])
    for name, line in (
        ("a", "date: 2024-01-01"),
        ("b", "date: 2031-01-01"),
        ("c", "date: 2024-03-01"),
        ("undated", ""),
    ):
        site.put(f"docs/talks/{name}.md", f"---\ntitle: Talk {name}\nvenue: PyConf\n{line}\n---\nAbstract.\n")
    site.put("docs/talks/draft.md", "---\ntitle: No\nvenue: PyConf\ndate: 2024-02-01\ndraft: true\n---\n")
    return site.put("docs/index.md", "# Home\n").put("docs/guide.md", "# Guide\n")


def around(built: Built, selector: str) -> dict[str, list[str]]:
    return {url: [link.url for link in built.page(url).links_in(selector)] for url in (A, B, C, UNDATED)}


def test_a_talk_leads_to_those_around_it(site: Site) -> None:
    built = with_talks(site, "material").build()

    assert around(built, ".bp-neighbours") == {A: [C], C: [A, B], B: [C], UNDATED: []}
    assert "Older Talk a" in built.page(C).text
    assert built.page(C).css(".bp-neighbours")[0].attributes["aria-label"] == "More talks"


@pytest.mark.parametrize(
    ("theme", "footer"),
    [({"name": "material", "features": ["navigation.footer"]}, "a.md-footer__link"), ("readthedocs", "a.btn")],
)
def test_where_the_theme_shows_them_it_does_and_a_talk_in_nav_stands_where_nav_has_it(
    site: Site, theme: Any, footer: str
) -> None:
    built = with_talks(site, theme).build()

    shown = {
        url: {page.resolve(node.attributes["href"] or "") for node in page.css(footer)} - {"", "#"}
        for url in (A, B, C, UNDATED)
        for page in [built.page(url)]
    }
    assert shown == {A: {C}, B: {C}, C: {"talks/", DOCS}, UNDATED: set()}
    assert "bp-neighbours" not in built.page(A).html
