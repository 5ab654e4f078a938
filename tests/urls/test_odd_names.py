"""Tags, categories and authors with names that no file can have: each has a page, links lead to it, and it is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml

from mkdocs_blogposts.faults import shown

if TYPE_CHECKING:
    from tests.site import Site

LONG = "x" * 300

NAMES = {
    "..": "%2E%2E",
    ".": "%2E",
    "/": "%2F",
    "\\": "%5C",
    LONG: "x" * 240,
    "é" * 200: "é" * 120,
    "%2e%2e": None,
    "../../up": None,
    "/abs": None,
    "a/b": None,
    "c\\d": None,
    "what?": None,
    "e#f": None,
    "<b>": None,
    "%": None,
    "index": None,
    "page": None,
    "con": None,
}
"""The name of a tag and category, and the slug that it becomes where that is told."""

SLUGS = {
    "..": "author",
    "../../up": "-..-up",
    "g/h": "g-h",
    "i\\j": "i-j",
    "end.": "end",
    "what?": None,
    "C#": None,
    "%2e%2e": None,
    LONG: None,
}
"""The slug of an author, and what it becomes where that is told with its place."""


def test_names_that_no_file_can_have(site: Site) -> None:
    site.blogposts(authors_profiles=True, feeds=False, archive=False, workers=1).put("docs/index.md", "# Home\n")
    for number, name in enumerate(NAMES):
        head = {"date": f"2024-01-{number + 1:02}", "title": f"T{number}", "tags": [name, " "], "categories": [name]}
        site.put(f"docs/blog/posts/t{number}.md", f"---\n{yaml.safe_dump(head, allow_unicode=True)}---\n")
    people = {f"p{number}": {"name": f"N{number}", "slug": slug} for number, slug in enumerate(SLUGS)}
    site.put("docs/blog/.authors.yml", yaml.safe_dump({"authors": people}, width=1000))
    for id_ in people:
        site.put(f"docs/blog/posts/{id_}.md", f"---\ntitle: By {id_}\ndate: 2024-02-01\nauthors: [{id_}]\n---\n")

    built = site.build(strict=True)

    assert built.exit_code == 0, built.log
    for number, name in enumerate(NAMES):
        links = built.page(f"blog/2024/01/{number + 1:02}/t{number}/").links_in("body")
        listings = {link.url for link in links if link.text == name and link.url.startswith("blog/")}
        assert {url.split("/")[1] for url in listings} == {"tag", "category"}, name
        for url in listings:
            assert f"T{number}" in [card.title for card in built.page(url).cards], name
    for number, _ in enumerate(SLUGS):
        links = built.page(f"blog/2024/02/01/by-p{number}/").links_in("body")
        profile = next(link.url for link in links if link.text == f"N{number}" and link.url.startswith("blog/author/"))
        assert [card.title for card in built.page(profile).cards] == [f"By p{number}"]

    safe = "cannot be part of a URL as it is, so its page is at"
    told = [message for message in built.infos if safe in message]
    wanted = {f"{shown(name)} {safe} {shown(slug)}" for name, slug in NAMES.items() if slug}
    assert set(told) == wanted | {f"'N{[*SLUGS].index(LONG)}' {safe} {shown(LONG[:240])}"}
    slugs = [fault.partition(": ")[2] for fault in built.faults if ".authors.yml" in fault]
    assert slugs == [
        f"authors.p{number}.slug: {shown(slug)} cannot be part of a URL as it is, so it is '{safe_slug}'"
        for number, (slug, safe_slug) in enumerate(SLUGS.items())
        if safe_slug
    ]
    assert "docs/blog/posts/t0.md:7:3: tags[1]: an empty name is ignored" in built.faults
