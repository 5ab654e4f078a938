"""What is held back is nowhere in a build, and in `serve` it wears a badge."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.links import broken_links

if TYPE_CHECKING:
    from tests.built import Built
    from tests.site import Site

MARKERS = {
    "draft": ("docs/blog/posts/w.md", "draft: true"),
    "published": ("docs/blog/posts/w.md", "published: false"),
    "tag": ("docs/blog/posts/w.md", "tags: [whisper-tag, DRAFT]"),
    "title DRAFT:": ("docs/blog/posts/w.md", "title: 'DRAFT: Whisper'"),
    "title [DRAFT]": ("docs/blog/posts/w.md", "title: '[DRAFT] Whisper'"),
    "in _drafts": ("_drafts/w.md", ""),
    "in _drafts of docs": ("docs/_drafts/w.md", ""),
    "expired": ("docs/blog/posts/w.md", "expires: 2020-01-01"),
}
"""File and front matter of a post that nobody is to see yet."""

SITE = """
    docs/index.md
    | # Home
    docs/guide.md
    | # Guide
    docs/blog/posts/2024-01-01-before.md
    | ---
    | title: Before
    | tags: [shown]
    | ---
    docs/blog/posts/2024-03-01-after.md
    | ---
    | title: After
    | tags: [shown]
    | ---
    docs/talks/t.md
    | ---
    | title: T
    | venue: PyConf
    | ---
"""


def with_draft(site: Site, name: str, head: str) -> Site:
    title = "" if "title:" in head else "title: Whisper\n"
    tags = "" if "tags:" in head else "tags: [whisper-tag, shown]\n"
    text = "Whisper about the [guide](/guide/) and the [talk](/talks/t/)."
    head = f"{title}{tags}date: 2024-02-01\ncategories: [whisper-category]\npermalink: /whisper/\n{head}\n"
    return site.write(SITE).blogposts(backlinks=True).put(name, f"---\n{head}---\n{text}\n")


def assert_nowhere(built: Built) -> None:
    """Nothing that was made tells of the draft."""
    telling = [
        name
        for name in built.files
        if "whisper" in name or (not name.endswith(".gz") and b"whisper" in (built.dir / name).read_bytes().lower())
    ]
    assert telling == []


@pytest.mark.parametrize("marker", MARKERS)
def test_a_draft_is_nowhere_in_a_build(site: Site, marker: str) -> None:
    built = with_draft(site, *MARKERS[marker]).build(strict=True)

    assert built.exit_code == 0, built.log
    assert [card.title for card in built.page("blog/").cards] == ["After", "Before"]
    assert_nowhere(built)
    before = built.page("blog/2024/01/01/before/")
    assert {link.url for link in before.links if "After" in link.text} == {"blog/2024/03/01/after/"}
    assert built.page("guide/").cards == []
    assert built.page("talks/t/").cards == []
    assert broken_links(built.dir) == []


@pytest.mark.parametrize("marker", [name for name in MARKERS if name != "expired"])
def test_a_draft_is_shown_in_serve_with_one_badge(site: Site, marker: str) -> None:
    built = with_draft(site, *MARKERS[marker]).build(serve=True)

    assert [card.title for card in built.page("blog/").cards] == ["After", "Whisper", "Before"]
    assert len(built.page("blog/").css(".bp-badge")) == 1
    page = built.page("whisper/")
    assert page.heading == "Whisper"
    assert len(page.css(".bp-badge")) == 1
    assert not page.css(".md-banner")
    assert "DRAFT" not in page.html
    assert "blog/tag/draft/" not in built.pages


def test_a_draft_can_be_built_or_kept_from_serve(site: Site) -> None:
    with_draft(site, *MARKERS["draft"]).blogposts(draft=True)
    assert "whisper/" in site.build().pages

    site.blogposts(draft=False, draft_on_serve=False)
    assert_nowhere(site.build(serve=True))


def test_a_draft_needs_no_date(site: Site) -> None:
    site.write(SITE).write("""
        _drafts/idea.md
        | ---
        | title: Idea
        | ---
        docs/blog/posts/second.md
        | ---
        | title: Second
        | draft: true
        | ---
    """)

    assert site.build(strict=True).exit_code == 0
    assert {"Idea", "Second"} <= {card.title for card in site.build(serve=True).page("blog/").cards}


@pytest.mark.parametrize("future", [True, False], ids=["held back", "shown"])
def test_a_post_of_the_future(site: Site, monkeypatch: pytest.MonkeyPatch, *, future: bool) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1706659200")  # 2024-01-31
    site.write(SITE).blogposts(draft_if_future_date=future)

    titles = [card.title for card in site.build(strict=True).page("blog/").cards]

    assert titles == (["Before"] if future else ["After", "Before"])


def test_what_makes_a_draft_is_an_option(site: Site) -> None:
    site.blogposts(draft_tags=["wip"], draft_title_prefixes=["WIP:"]).write(SITE).write("""
        docs/blog/posts/2024-02-01-a.md
        | ---
        | title: "WIP: Whisper"
        | ---
        docs/blog/posts/2024-02-02-b.md
        | ---
        | title: Whisper
        | tags: [WIP]
        | ---
        docs/blog/posts/2024-02-03-c.md
        | ---
        | title: "DRAFT: is a word"
        | tags: [draft]
        | ---
    """)

    built = site.build(strict=True)

    assert [card.title for card in built.page("blog/").cards] == ["After", "DRAFT: is a word", "Before"]
    assert_nowhere(built)


def test_a_draft_of_a_talk(site: Site) -> None:
    site.write(SITE).write("""
        docs/talks/w.md
        | ---
        | title: Whisper
        | venue: PyConf
        | draft: true
        | ---
    """)

    built = site.build(strict=True)

    assert [card.title for card in built.page("talks/").cards] == ["T"]
    assert_nowhere(built)
    assert [card.title for card in site.build(serve=True).page("talks/").cards] == ["T", "Whisper"]


@pytest.mark.parametrize(
    ("name", "url"),
    [
        pytest.param("docs/blog/posts/2024-04-01-p.md", "blog/2024/04/01/p/", id="from a post"),
        pytest.param("docs/page.md", "page/", id="from a page"),
    ],
)
@pytest.mark.parametrize(
    "link",
    [
        pytest.param("[said *so*]({})", id="Markdown"),
        pytest.param("[said *so*][it]\n\n[it]: {}", id="reference"),
        pytest.param('<a href="{}">said <em>so</em></a>', id="HTML"),
    ],
)
def test_a_link_to_what_is_held_back_keeps_only_its_text(site: Site, name: str, url: str, link: str) -> None:
    with_draft(site, *MARKERS["draft"])
    site.put(name, f"---\ntitle: P\n---\n# P\n\nAs {link.format('/whisper/')}\n")

    built = site.build()

    page = built.page(url)
    assert "As said so" in page.text
    assert not page.css("article a[href*=whisper]")
    assert "whisper" not in page.html.lower()
    line = 8 if "[it]" in link else 6
    column = next(text.index("/whisper") for text in link.format("/whisper/").splitlines() if "/whisper" in text) + 1
    column += 0 if "[it]" in link else len("As ")
    fault = "link: '/whisper/' leads to a page that is held back (draft), so only its text is left"
    hint = "publish that page, or take the link out"
    assert (built.faults, built.warnings) == ([f"{name}:{line}:{column}: {fault}\n    {hint}"], [])
    assert site.build(strict=True).exit_code == 0
    assert site.build(serve=True).faults == []


def test_a_link_to_an_old_url_of_what_is_held_back_keeps_only_its_text(site: Site) -> None:
    with_draft(site, "docs/blog/posts/w.md", "draft: true\naliases: [/old/whisper/]")
    site.put("docs/page.md", "# P\n\nAs [said *so*](/old/whisper/)\n")

    built = site.build()

    assert "As said so" in built.page("page/").text
    assert_nowhere(built)
    fault = "link: '/old/whisper/' leads to a page that is held back (draft), so only its text is left"
    assert built.faults == [f"docs/page.md:3:16: {fault}\n    publish that page, or take the link out"]


def test_the_faults_of_a_draft_stop_no_build(site: Site) -> None:
    site.write(SITE).write("""
        docs/blog/posts/w.md
        | ---
        | title: Whisper
        | draft: true
        | date: someday
        | talks: [gone]
        | ---
        |
        | [nowhere](gone.md)
    """)

    built = site.build(strict=True)

    assert built.exit_code == 0
    assert [message for level, message in built.log if "w.md" in message and level != "INFO"] == []
    assert [fault for fault in built.faults if "'someday' is not a date" in fault]
