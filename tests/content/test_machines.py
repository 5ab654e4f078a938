"""What a page tells machines."""

from __future__ import annotations

import pytest

from mkdocs_blogposts.content.models import Machines
from tests.content.reading import DATED, post, talk


@pytest.mark.parametrize(
    ("line", "machines"),
    [
        ("title: A", Machines()),
        ("search: false", Machines(in_search=False)),
        ("search: no", Machines(in_search=False)),
        ("search: {exclude: true}", Machines(in_search=False)),
        ("search: {boost: 2}", Machines()),
        ("sitemap: false", Machines(in_sitemap=False)),
        ("sitemap: 'false'", Machines(in_sitemap=False)),
        ("sitemap: true", Machines()),
        ("sitemap: {priority: 0.5}", Machines()),
        ("sitemap: 0.5", Machines()),
        ("robots: noindex", Machines(in_sitemap=False, noindex=True)),
        ("robots: 'noindex, nofollow'", Machines(in_sitemap=False, noindex=True)),
        ("robots: [nofollow, NoIndex]", Machines(in_sitemap=False, noindex=True)),
        ("robots: none", Machines(in_sitemap=False, noindex=True)),
        ("robots: index, nofollow", Machines()),
        ("canonical_url: https://example.org/first/", Machines(canonical_url="https://example.org/first/")),
        ("canonical_url: /first/", Machines(canonical_url="/first/")),
    ],
)
def test_keys_of_front_matter(line: str, machines: Machines) -> None:
    for read in (post(f"{DATED}\n{line}"), talk(f"venue: PyCon\n{line}")):
        assert read.told == []
        assert read.it.machines == machines


def test_machines_find_nothing_of_what_is_in_no_list() -> None:
    machines = post(f"{DATED}\nunlisted: true\ncanonical_url: /x/").it.machines

    assert machines == Machines(canonical_url="/x/", in_search=False, in_sitemap=False, noindex=True)


@pytest.mark.parametrize("url", ["javascript:alert(1)", "mailto:me@example.org", "{a: b}"])
def test_a_canonical_url_is_a_page(url: str) -> None:
    read = post(f"{DATED}\ncanonical_url: {url}")

    assert len(read.told) == 1
    assert read.told[0].startswith("post.md:3:16: canonical_url: ")
    assert read.it.machines.canonical_url is None
