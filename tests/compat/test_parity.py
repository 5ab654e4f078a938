"""A site that renames `blog` to `blogposts` keeps its posts, listings, URLs, titles, order, links and navigation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.compat import material_site
from tests.parity import parity, site_row, sites_in

if TYPE_CHECKING:
    from tests.site import Site

SITES: dict[str, dict[str, Any]] = {
    "defaults": {},
    "every option": {"options": material_site.EVERY_OPTION},
    "the whole site": {"options": {"blog_dir": ".", "authors_profiles": True, "pagination_per_page": 4}},
    "in a nav": {
        "options": {"authors_profiles": True, "pagination_per_page": 3, "pagination_keep_content": True},
        "nav": ["index.md", {"News": ["blog/index.md", "guide.md"]}],
    },
    "not in nav": {"options": {"pagination_per_page": 3}, "nav": ["index.md", "guide.md"]},
    "files as URLs": {"options": {"pagination_per_page": 3, "authors_profiles": True}, "use_directory_urls": False},
    "nothing but posts": {
        "options": {
            "archive": False,
            "categories": False,
            "authors": False,
            "pagination": False,
            "post_readtime": False,
        }
    },
    "pinned": {"options": {"pagination_per_page": 3}, "pinned": True},
    "below a path": {"options": {}, "site_url": "https://example.org/docs/latest/"},
    "without an address": {"options": {}, "site_url": ""},
    "in German": {
        "options": {"archive_date_format": "MMMM yyyy", "archive_url_date_format": "yyyy/MM"},
        "language": "de",
    },
}


@pytest.mark.slow
@pytest.mark.parametrize("host", ["mkdocs", "properdocs"])
@pytest.mark.parametrize("name", SITES)
def test_a_site_keeps_what_its_readers_know(site: Site, name: str, host: str) -> None:
    given = dict(SITES[name])
    language = given.pop("language", "en")
    material_site.write(site, given.pop("options", {}), **given)
    site.options["theme"]["language"] = language
    site.save()

    rows = parity(site.root / "mkdocs.yml", host=host)

    assert not (told := [f"{row}\n{each}" for row in rows for each in row.differences]), "\n".join(told)
    assert sum(row.of for row in rows) > 100


@pytest.mark.slow
def test_differences_are_found(site: Site) -> None:
    material_site.write(site, {"categories_name": "Subjects"}, nav=["index.md", {"News": ["blog/index.md"]}])
    site.put("docs/blog/posts/extra.md", "---\ndate: 2024-06-01\ntags: [draft]\n---\n# Only for Material\n")
    site.save()

    rows = {row.name: row for row in parity(site.root / "mkdocs.yml")}

    assert rows["post URLs"].differences == ["only theirs: blog/2024/06/01/only-for-material/"]
    assert rows["post URLs"].score < 1
    assert rows["order on each listing"].score < 1


@pytest.mark.slow
def test_each_of_several_sites_has_a_row(site: Site) -> None:
    heads = {"kept": "date: 2024-06-01", "refused": "date: soon", "lost": "date: 2024-06-01\ntags: [draft]"}
    for name, head in heads.items():
        site.put(f"sites/me__{name}/docs/blog/posts/a.md", f"---\n{head}\n---\n# A\n")
        plugins = "[blog, search, of-nobody]"
        site.put(f"sites/me__{name}/mkdocs.yml", f"site_name: S\ntheme: material\nplugins: {plugins}\n")

    rows = {row.name: row for row in (site_row(*each, drop=["search"]) for each in sites_in(site.root / "sites"))}

    assert {name: row.is_kept for name, row in rows.items()} == {"me/kept": True, "me/lost": False, "me/refused": True}
    assert rows["me/kept"].posts == 1
    assert rows["me/kept"].without == ["of-nobody", "search"]
    assert {row.name for row in rows["me/lost"].rows if row.differences} >= {"posts", "views"}
    assert "ERROR" in "\n".join(rows["me/refused"].told)


@pytest.mark.slow
def test_what_differs_on_purpose_is_no_difference(site: Site) -> None:
    head = "site_name: S\ntheme: material\nplugins: [{blog: {blog_dir: ., pagination_per_page: 2}}]\n"
    site.put("sites/me__site/mkdocs.yml", head)
    posts = {
        "a": "date: 2024-06-01\ncategories: [x]\n---\n# A\n![](../old-posts.png)\n",
        "b": "date: 2024-06-02\nupdated: 2024-07-01\n---\n# B\n",
        "c": "date: 2024-06-03\nfeatured: true\n---\n# C\n",
        "d": "date: 2024-06-04\npermalink: /d/\n---\n# D\n",
        "e": "date: 2024-06-05\ndraft: true\n---\n# E\n![](../of-a-draft.png)\n",
        "f-of-f": "date: 2024-06-06\n---\nAbove.\n\n# F\n",
        "g": "date: 2024-06-07\nslug: g\n---\n# G\n",
        "h": "date: 2024-06-07\nslug: g\n---\n# H\n",
    }
    for name, text in posts.items():
        site.put(f"sites/me__site/docs/posts/{name}.md", f"---\n{text}")
    for name in ("old-posts", "of-a-draft"):
        (site.root / f"sites/me__site/docs/{name}.png").write_bytes(b"")

    row = next(site_row(*each) for each in sites_in(site.root / "sites"))

    assert {each.name: each.differences for each in row.rows if each.differences} == {}
    assert next(each.of for each in row.rows if each.name == "posts") == 6
