"""Whatever changes, a build with what earlier builds have kept gives the site that a build without it gives."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from tests.built import bytes_of
from tests.kept import CACHE, places_in
from tests.png import png

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.built import Built, Logged
    from tests.site import Site

    Change = Callable[[Site], object]


TREE = """
    docs/index.md
    | # Home
    |
    | <!-- blogposts: {limit: 2} -->
    docs/guide.md
    | ---
    | icon: material/book
    | ---
    | # Guide
    | ## Setup
    docs/blog/.authors.yml
    | authors:
    |   jane: {name: Jane Doe, description: Keeper, avatar: j.png}
    docs/blog/posts/.meta.yml
    | tags: [shared]
    docs/blog/posts/a.md
    | ---
    | title: Alpha
    | date: 2024-01-01
    | tags: [x]
    | categories: [News]
    | series: Letters
    | authors: [jane]
    | teaser: a.png
    | ---
    | One, with [beta](b.md), [a guide](../../guide.md#setup) and a [talk](/talks/t/).
    |
    | <!-- more -->
    |
    | ## Then :own-one:
    | The PEP, and `x = 1`.
    docs/blog/posts/b.md
    | ---
    | title: Beta
    | date: 2024-02-01
    | tags: [x, y]
    | categories: [News]
    | series: Letters
    | ---
    | Two, after [alpha](a.md), with [a broken link](nowhere.md).
    docs/blog/posts/c.md
    | ---
    | title: Gamma
    | date: 2024-03-01
    | series: Letters
    | draft: true
    | ---
    | Three.
    docs/blog/posts/d.md
    | ---
    | title: Delta
    | date: 2024-04-01
    | ---
    | Four, with a [lost place](../../guide.md#lost) and [the draft](c.md).
    docs/blog/posts/e.md
    | ---
    | title: Epsilon
    | date: 2024-04-02
    | tagline: All about *it*.
    | toc_label: Within
    | header: {overlay_image: a.png, overlay_filter: 0.5, caption: "By [us](/guide/)."}
    | ---
    | ## Five
    docs/talks/t.md
    | ---
    | title: Talk
    | venue: PyConf
    | date: 2024-05-05
    | ---
    | See [alpha](../blog/posts/a.md).
    theme/main.html
    | {% extends "base.html" %}
    | {% block footer %}Footer of {{ config.site_name }}, {{ config.extra.links }}{% endblock %}
    theme/.icons/own/one.svg
    | <svg viewBox="0 0 1 1"></svg>
"""


class Result(NamedTuple):
    """What a user gets from a build."""

    files: dict[str, bytes]
    told: list[Logged]


@pytest.fixture(autouse=True)
def _still_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1717200000")


@pytest.fixture(name="rich")
def _rich(site: Site) -> Site:
    """A site with a bit of everything."""
    site.config(
        theme={"name": "material", "custom_dir": "theme", "font": False},
        plugins=["search", {"blogposts": {"authors_profiles": True, "backlinks": True}}],
        markdown_extensions=EXTENSIONS,
        nav=["index.md", "guide.md", {"Blog": "blog/index.md"}],
        validation={"anchors": "warn"},
        extra={"links": {"one": 1, "two": 2}},
    )
    return site.write(TREE).put("docs/blog/posts/a.png", png(8, 4)).put("docs/j.png", png(2, 2))


def result(built: Built) -> Result:
    assert built.error is None
    return Result(bytes_of(built.dir), [said for said in built.log if not said.message.startswith("Documentation ")])


def without_cache(site: Site, *, serve: bool = False) -> Result:
    before = site.options
    try:
        return result(site.config(plugins=before["plugins"]).blogposts(cache=False).build(serve=serve))
    finally:
        site.options = before


def check(site: Site, *, serve: bool = False) -> list[Logged]:
    """Build with and without the cache; both must be the same, down to what is told, which this gives."""
    kept, clean = result(site.build(serve=serve)), without_cache(site, serve=serve)
    names = sorted(kept.files.keys() | clean.files.keys())
    assert [name for name in names if kept.files.get(name) != clean.files.get(name)] == []
    assert kept.told == clean.told
    return kept.told


def entries(site: Site) -> dict[str, tuple[str, int]]:
    """Each entry of the cache, and where it lies."""
    return places_in(site.root / CACHE)


def edit(name: str, old: str, new: str) -> Change:
    """The change of a piece of a file."""

    def change(site: Site) -> None:
        text = (site.root / name).read_text(encoding="utf-8")
        assert old in text
        site.put(name, text.replace(old, new))

    return change


def options(**values: Any) -> Change:
    return lambda site: site.config(**values)


def theme(**values: Any) -> Change:
    return lambda site: site.config(theme=site.options["theme"] | values)


def blogposts(**values: Any) -> Change:
    return lambda site: site.blogposts(**values)


def file(name: str, content: str | bytes) -> Change:
    return lambda site: site.put(name, content)


def plugin(value: Any) -> Change:
    return lambda site: site.config(plugins=[value, *site.options["plugins"]])


def renamed(site: Site) -> None:
    (site.root / "docs/guide.md").rename(site.root / "docs/handbook.md")
    site.config(nav=["index.md", "handbook.md", {"Blog": "blog/index.md"}])


A, B, E, TALK = "docs/blog/posts/a.md", "docs/blog/posts/b.md", "docs/blog/posts/e.md", "docs/talks/t.md"
EMOJI = {
    "pymdownx.emoji": {
        "emoji_index": "tag:yaml.org,2002:python/name:material.extensions.emoji.twemoji",
        "options": {"custom_icons": ["theme/.icons"]},
    }
}
EXTENSIONS: list[Any] = ["admonition", "attr_list", "pymdownx.superfences", {"toc": {"permalink": True}}]

CHANGES: dict[str, Change] = {
    "nothing": lambda _: None,
    "title": edit(A, "Alpha", "'*Alpha*'"),
    "hour": edit(A, "2024-01-01", "2024-01-01 10:30:00"),
    "teaser": edit(A, "teaser: a.png\n", ""),
    "picture": file("docs/blog/posts/a.png", png(16, 4)),
    "becomes a draft": edit(B, "title: Beta", "title: Beta\ndraft: true"),
    "is published": edit("docs/blog/posts/c.md", "draft: true", "draft: false"),
    "URL of a post that others link to": edit(A, "title: Alpha", "title: Alpha\nslug: aleph"),
    "line of a broken link": edit(B, "title: Beta", "title: Beta\n# A remark."),
    "broken link mended": file("docs/blog/posts/nowhere.md", "---\ndate: 2024-01-02\n---\n# Now here\n"),
    "own excerpt": edit(A, "title: Alpha", "title: Alpha\nexcerpt: All about *alpha*."),
    "filter of a hero": edit(E, "overlay_filter: 0.5", "overlay_filter: 0.6"),
    "lead of a hero": edit(E, "All about *it*.", "All about it."),
    "caption of a hero": edit(E, "By [us](/guide/).", "By [us](/talks/t/)."),
    "heading of a table of contents": edit(E, "toc_label: Within", "toc_label: Inside"),
    "icon in nav": edit("docs/guide.md", "material/book", "material/pen"),
    "title of a page in nav": edit("docs/guide.md", "# Guide", "# Handbook"),
    "anchor gone": edit("docs/guide.md", "## Setup", "## Start"),
    "anchor there": edit("docs/guide.md", "## Setup", "## Setup\n## Lost"),
    "linked page gone": renamed,
    "linked page excluded": options(exclude_docs="guide.md", nav=None),
    "title given by nav": options(nav=["index.md", {"Handbook": "guide.md"}, {"Blog": "blog/index.md"}]),
    "post in nav": options(nav=["index.md", "guide.md", {"Blog": ["blog/index.md", {"First": "blog/posts/a.md"}]}]),
    "site URL": options(site_url="https://example.com/docs/"),
    "repository": options(repo_url="https://example.com/us/it", edit_uri="edit/main/docs/"),
    "order in extra": options(extra={"links": {"two": 2, "one": 1}}),
    "URLs of files": options(use_directory_urls=False),
    "features": theme(features=["navigation.tabs", "content.code.copy"]),
    "palette": theme(palette={"scheme": "slate"}),
    "own template": edit("theme/main.html", "Footer of", "Foot of"),
    "own card": file("theme/blogposts/card.html", "<p>{{ card.title }}</p>\n"),
    "author": edit("docs/blog/.authors.yml", "Jane Doe", "Jane Roe"),
    "title of a talk": edit(TALK, "title: Talk", "title: Tea"),
    "number in a series": edit(A, "series: Letters", "series: {name: Letters, order: 9}"),
    "talk to come": edit(TALK, "2024-05-05", "2024-08-05"),
    "replaced by another": edit(B, "title: Beta", "title: Beta\nsupersedes: a.md"),
    "replaced by a page": edit(A, "title: Alpha", "title: Alpha\nsuperseded_by: ../../guide.md#setup"),
    "old by its own key": edit(A, "title: Alpha", "title: Alpha\noutdated_after: 1 week"),
    "old by an option": blogposts(outdated_after="1 week"),
    "versions of a page": lambda site: edit(
        "docs/guide.md", "## Setup", "## 1.0 - 2024-01-01\n[Beta](blog/posts/b.md)."
    )(site.blogposts(changelog="guide.md")),
    "feed of a folder": blogposts(feeds_sections=["talks"]),
    "shared meta": file("docs/blog/posts/.meta.yml", "tags: [common]\n"),
    "words per minute": blogposts(post_readtime_words_per_minute=1),
    "characters per minute": blogposts(post_readtime_words_per_minute_cjk=1),
    "links to share": blogposts(share_links={"a": {"link": "https://a.example/?{post_url}"}}),
    "separator": blogposts(post_excerpt_separator="<!-- cut -->"),
    "title of tables of contents": options(
        markdown_extensions=[*EXTENSIONS[:3], {"toc": {"permalink": True, "title": "Within"}}]
    ),
    "permanent links": options(markdown_extensions=[*EXTENSIONS[:3], {"toc": {"permalink": "#"}}]),
    "another extension": options(markdown_extensions=[*EXTENSIONS, "smarty"]),
    "another plugin": plugin("tags"),
    "links that are not told": options(validation={"anchors": "ignore", "links": {"not_found": "info"}}),
}


@pytest.mark.slow
@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_what_has_changed_is_made_anew(rich: Site, change: Change) -> None:
    rich.build()

    change(rich)

    check(rich)


def test_drafts_under_serve(rich: Site) -> None:
    rich.build()

    check(rich, serve=True)
    check(rich)


def test_the_clock_makes_a_talk_one_of_the_past(rich: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    edit(TALK, "2024-05-05", "2024-08-05")(rich)
    rich.build()

    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1735200000")

    check(rich)


def test_nothing_is_made_twice(rich: Site) -> None:
    rich.build()
    before = entries(rich)

    rich.build()

    assert entries(rich) == before
    kinds = {name.partition("-")[0] for name in before}
    assert kinds == {"conversion", "page", "picture", "reading", "rendered", "search"}


def test_a_site_that_has_moved_finds_what_it_has_kept(rich: Site, tmp_path_factory: pytest.TempPathFactory) -> None:
    rich.build()
    before = entries(rich)

    rich.root = rich.root.rename(tmp_path_factory.mktemp("moved") / "site")
    rich.build()

    assert entries(rich).keys() == before.keys()
    assert [name for name, when in entries(rich).items() if before[name] != when] == []


def test_what_does_not_depend_on_a_change_is_not_made_again(rich: Site) -> None:
    rich.build()
    before = entries(rich)

    edit("docs/blog/posts/d.md", "Four", "For")(rich)
    rich.build()

    made = [name.partition("-")[0] for name, when in entries(rich).items() if before.get(name) != when]
    assert sorted(kind for kind in made if kind != "page") == ["conversion", "reading", "rendered", "search"]


def test_a_day_later_nothing_is_made_again(rich: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    rich.build()
    before = entries(rich)

    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1717300000")
    rich.build()

    assert entries(rich) == before


def test_what_a_quiet_build_has_not_told_is_told_by_the_next(rich: Site) -> None:
    rich.config(validation={"links": {"absolute_links": "warn"}, "anchors": "warn"}, exclude_docs="guide.md", nav=None)
    quiet, said = rich.run_build("--quiet", SOURCE_DATE_EPOCH="1717200000")
    assert (quiet.log, said) == ([], "")

    assert [said for said in check(rich) if "contains a link to 'guide.md'" in said.message]


def test_what_a_loud_build_has_told_is_told_by_the_next(rich: Site) -> None:
    rich.run_build("--verbose", SOURCE_DATE_EPOCH="1717200000")

    check(rich)


def test_a_text_of_html_that_becomes_one_of_markdown_is_converted_anew(site: Site) -> None:
    text = "---\npermalink: /a/\n---\nAn *aside*.\n"
    site.put("_posts/2024-01-31-a.html", text).build()
    site.delete("_posts/2024-01-31-a.html").put("_posts/2024-01-31-a.md", text)

    check(site)
