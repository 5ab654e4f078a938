"""What a post says of itself is made again under `serve` where it is shown, and nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cache.test_stale import TALK, A, B, edit
from tests.stages.live import differences, made_upon

if TYPE_CHECKING:
    from tests.site import Site
    from tests.stages.live import Change

D = "docs/blog/posts/d.md"


def link_to_heading(site: Site) -> None:
    edit(A, "# Later :own-one:", "## Later {#at}")(site)
    edit(D, "links: [blog/posts/a.md]", "links: [{Group: [blog/posts/a.md#at]}, {None: []}, https://e.example/]")(site)
    site.blogposts(related=0)  # or it would lead to the other post anyway


@pytest.fixture(autouse=True)
def _still_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1717200000")


SAYINGS: dict[str, Change] = {
    "slug": edit(A, "title: Alpha", "title: Alpha\nslug: alpha"),
    "title": edit(A, "title: Alpha", "title: Aleph"),
    "title with markup": edit(A, "title: Aleph", "title: '*Aleph* & more'"),
    "description": edit(A, "slug: alpha", "slug: alpha\ndescription: In short."),
    "description of others": edit(B, "title: Beta", "title: Beta\ndescription: Of [alpha](a.md)."),
    "excerpt": edit(A, "description: In short.", "excerpt: In *short*, see [beta](b.md)."),
    "number": edit(A, "slug: alpha", "slug: alpha\nedition: 1"),
    "number as a word": edit(A, "edition: 1", "edition: true"),
    "place on its page": edit(A, "edition: true", "hide: [toc, tags]"),
    "out of search": edit(A, "hide: [toc, tags]", "search: {exclude: true}"),
    "links to it": edit(D, "title: Delta", "title: Delta\nslug: delta\nlinks: [blog/posts/a.md]"),
    "title that others link to": edit(A, "*Aleph* & more", "Alif"),
    "title of another": edit(D, "title: Delta", "title: Daleth"),
    "title that is a heading": edit(A, "title: 'Alif'\n", ""),
    "heading": edit(A, "## Then", "# Now"),
    "title and date": edit(D, "title: Daleth", "title: Dalet\nupdated: 2024-05-05"),
    "title of a talk": edit(TALK, "title: ", "title: More "),
    "replaced": edit(B, "title: Beta", "title: Beta\nslug: beta\nsuperseded_by: a.md"),
    "title of what is replaced": edit(B, "title: Beta", "title: Bet"),
    "list of Material": lambda site: site.blogposts(view_layout="list"),
    "replaced no more": edit(B, "superseded_by: a.md\n", ""),
    "description in the list": edit(B, "description: Of", "description: After"),
    "heading in the list": edit(A, "# Now", "# Later"),
    "link to a heading": link_to_heading,
    "heading that others link to": edit(A, "## Later", "## Latest"),
}
"""What a post may say of itself, in a site that has no templates of its own."""


@pytest.mark.slow
def test_whatever_a_post_says_of_itself_the_site_is_as_if_built_from_nothing(
    rich: Site, tmp_path_factory: pytest.TempPathFactory
) -> None:
    rich.config(theme={"name": "material", "font": False})

    assert differences(rich, SAYINGS, tmp_path_factory.mktemp("clean") / "site") == {}


def test_a_title_is_made_again_where_it_is_shown(rich: Site, made: list[str]) -> None:
    rich.config(theme={"name": "material", "font": False})
    SAYINGS["slug"](rich)
    with rich.serve() as preview:
        made_of = made_upon(("title", "title with markup", "description"), SAYINGS, rich, preview.build, made)

    for name, pages in made_of.items():
        assert {A.removeprefix("docs/"), "blog/index.md", "blog/tag/x.md"} <= pages, name
        assert not {"blog/posts/e.md", "blog/tag/y.md", "blog/tags.md", "talks/index.md"} & pages, name


def test_the_page_of_all_archives_names_a_new_post_of_the_only_year(site: Site) -> None:
    # The first page of the newest day is made each time, and no page of a listing without posts is older than today.
    site.blogposts(seo=False).put("docs/index.md", "# Home\n").put(A, "---\ndate: 2024-06-01\n---\n# Alpha\n").build()

    built = site.put(B, "---\ndate: 2024-01-02\n---\n# Beta\n").build()

    assert "Beta" in built.page("blog/archive/").text
