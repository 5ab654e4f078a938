"""The slides of a talk on its page: pictures and text of a PDF, and what the talk says to each."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from tests.built import bytes_of, text_of
from tests.pdf import pdf, slide
from tests.site import Site

if TYPE_CHECKING:
    from tests.built import Built, Page

pytest.importorskip("pypdfium2", reason='needs the extra: pip install "mkdocs-blogposts[slides]"')

DECK = pdf(
    slide((24, "Tide tables"), (24, "by hand"), (12, "For \\(almost\\) nobody")),
    slide((24, "<b>Moon & sun"), (12, "2")),
    slide((24, "- One line"), (24, "One more")),
    slide(),
    slide((24, "The end"), (12, "Questions?"), width=180, height=320),
)
TALKS = """
    docs/talks/plain.md
    | ---
    | title: Plain
    | venue: V
    | date: 2024-01-01
    | slides: deck.pdf
    | ---
    | An abstract.[^1]
    |
    | [^1]: Written down.
    docs/talks/told.md
    | ---
    | title: Told
    | venue: V
    | date: 2024-02-02
    | slidesurl: /talks/deck.pdf
    | ---
    | # Told
    |
    | What it is about.
    |
    | <!-- slide 2 -->
    |
    | To the *second*.
    |
    | <!-- Slide: 1 -->
    | To the first.
    |
    | <!-- /slides -->
    |
    | ## Sources {#slide-4}
    |
    | Below all of them.
    docs/talks/headed.md
    | ---
    | title: Headed
    | date: 2024-03-03
    | deliveries:
    |   - {event: E, date: 2024-03-03}
    |   - {event: F, date: 2023-03-03, slides: deck.pdf}
    | ---
    | Before.
    |
    | ## Slide 3: Lines
    |
    | To the third.
    |
    | ## Thanks
    |
    | To all.
    docs/talks/linked.md
    | ---
    | title: Linked
    | event: V
    | links:
    |   - {type: poster, url: https://example.com/poster}
    |   - {type: slides, url: deck.pdf}
    | ---
    | ## What was shown
    docs/talks/elsewhere.md
    | ---
    | title: Elsewhere
    | venue: V
    | slides: https://example.com/deck.pdf
    | ---
    docs/talks/mentioned.md
    | ---
    | title: Mentioned
    | venue: V
    | ---
    | [Slides](deck.pdf)
    docs/talks/secret.md
    | ---
    | title: Secret
    | venue: V
    | slides: secret.pdf
    | draft: true
    | ---
"""


@pytest.fixture(scope="module", name="kept")
def _kept(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A cache for all that show the same slides."""
    return str(tmp_path_factory.mktemp("cache"))


def _with_decks(site: Site) -> Site:
    site.put("docs/blog/posts/post.md", "---\ndate: 2024-01-01\n---\n# P\n\n[That](../../talks/plain.md#slide-2).\n")
    site.config(
        validation={"anchors": "warn"}, markdown_extensions=["footnotes", "attr_list", {"toc": {"permalink": True}}]
    )
    site.put("docs/talks/deck.pdf", DECK).put("docs/talks/secret.pdf", pdf(slide((9, "Nobody may know"))))
    return site.write(TALKS)


@pytest.fixture(name="built", scope="module")
def _built(tmp_path_factory: pytest.TempPathFactory, kept: str) -> Built:
    site = Site(tmp_path_factory.mktemp("slides"))
    return _with_decks(site).blogposts(feeds_content="full", cache_dir=kept).build(strict=True)


def _slides(page: Page) -> list[str]:
    return [text_of(node) for node in page.css(".bp-slide")]


def test_slides_are_shown_in_order(built: Built) -> None:
    page = built.page("talks/plain/")

    assert _slides(page) == [
        "Slide 1 Tide tables by hand Text of this slide Tide tables by hand For (almost) nobody",
        "Slide 2 <b>Moon & sun",
        "Slide 3 One line Text of this slide - One line One more",
        "Slide 4",
        "Slide 5 The end Text of this slide The end Questions?",
    ]
    assert page.text.index("An abstract.") < page.text.index("Slide 1")
    assert page.text.index("Questions?") < page.text.index("Written down."), "footnotes come last"
    assert [link.text for link in page.links_in(".bp-buttons")] == ["Slides"]
    assert [link.url for link in page.links_in(".bp-buttons")] == ["talks/deck.pdf"]
    assert page.links_in(".bp-slide__title")[1].url == "talks/plain/#slide-2"


def test_pictures_have_their_size_and_wait_to_be_seen(built: Built) -> None:
    page = built.page("talks/plain/")

    first, *_, last = (node.attributes for node in page.css(".bp-slide img"))
    assert (first["width"], first["height"], first["alt"]) == ("1600", "900", "Tide tables by hand")
    assert (last["width"], last["height"]) == ("1350", "2400")
    assert [node.attributes["alt"] for node in page.css(".bp-slide img")][3] == "Slide 4"
    assert {node.attributes["loading"] for node in page.css(".bp-slide img")} == {"lazy"}
    candidates = [part.split() for part in (first["srcset"] or "").split(",")]
    assert [width for _, width in candidates] == ["800w", "1600w"]
    for url, width in candidates:
        with Image.open(built.dir / page.resolve(url)) as image:
            assert (image.format, f"{image.width}w") == ("WEBP", width)
    assert not page.css(".bp-slides script, .bp-slides iframe, .bp-slides object")


def test_a_text_stands_with_the_slide_that_it_is_said_to(built: Built) -> None:
    page = built.page("talks/told/")

    assert [text_of(node) for node in page.css(".bp-slide__notes")] == ["To the first.", "To the second."]
    assert "To the first." in _slides(page)[0]
    assert "To the second." in _slides(page)[1]
    order = ["What it is about.", "Tide tables", "To the first.", "To the second.", "Questions?", "Below all of them."]
    assert sorted(order, key=page.text.index) == order
    ids = [node.attributes["id"] for node in page.css("[id]")]
    assert len(ids) == len(set(ids))
    assert {"slide-4", "slide-4_1"} <= set(ids)
    assert [link.text for link in page.links_in(".md-sidebar--secondary nav")] == ["Slides", "Sources"]


def test_headings_name_slides_as_well(built: Built) -> None:
    page = built.page("talks/headed/")

    assert [text_of(node) for node in page.css(".bp-slides h2")] == [
        "Slide 1 Tide tables by hand",
        "Slide 2 <b>Moon & sun",
        "Slide 3: Lines",
        "Slide 4",
        "Slide 5 The end",
    ]
    assert "To the third." in _slides(page)[2]
    assert page.text.index("Questions?") < page.text.index("To all.")


def test_links_of_hugoblox_name_slides_as_well(built: Built) -> None:
    page = built.page("talks/linked/")

    assert len(page.css(".bp-slide")) == 5
    assert [link.text for link in page.links_in(".bp-buttons")] == ["Slides", "Poster"]
    assert page.css(".bp-slides h2") == [], "there is a heading"


def test_what_is_no_file_of_the_site_or_of_front_matter_stays_a_link(built: Built) -> None:
    for url in ("talks/elsewhere/", "talks/mentioned/"):
        assert built.page(url).css(".bp-slides") == []
        assert [link.text for link in built.page(url).links_in(".bp-buttons")] == ["Slides"]


def test_slides_of_a_talk_that_is_held_back_are_not_in_the_site(built: Built) -> None:
    pictures = [name for name in built.files if name.endswith(".webp")]

    assert {name.rpartition("/")[2].split(".")[0] for name in pictures} == {"deck"}
    assert len(pictures) == 2 * 5, "four talks share them"
    assert "Nobody may know" not in built.read("search/search_index.json")


def test_search_finds_what_slides_say(built: Built) -> None:
    found = {entry["location"]: (entry["title"], entry["text"]) for entry in built.search}

    title, text = found["talks/told/#slide-1"]
    assert title == "Slide 1 Tide tables by hand"
    assert text == "<p>Tide tables by hand For (almost) nobody</p> <p>To the first.</p>"
    assert found["talks/headed/#slide-3-lines"] == ("Slide 3: Lines", "<p>- One line One more</p> <p>To the third.</p>")


def test_feeds_have_the_pictures_where_they_have_all(built: Built) -> None:
    feed = built.read("talks/rss.xml")

    assert "https://example.org/assets/images/blogposts/deck.1." in feed
    assert "To the first." in feed


def test_a_second_build_draws_nothing_and_makes_the_same(site: Site) -> None:
    first = _with_decks(site).build(strict=True)
    before = bytes_of(first.dir)
    (entry,) = site.root.rglob("slides-*.entry")
    drawn_at = entry.stat().st_mtime_ns

    again = site.build(strict=True)

    assert "deck.1." not in again.read("talks/rss.xml")
    assert "What it is about." in again.read("talks/rss.xml")
    assert entry.stat().st_mtime_ns == drawn_at
    made = bytes_of(again.dir)
    assert {name for name in before if made[name] != before[name]} <= {"sitemap.xml.gz"}


def test_a_new_file_has_new_pictures_under_serve_as_well(site: Site, kept: str) -> None:
    _with_decks(site).blogposts(cache_dir=kept)

    with site.serve() as preview:
        before = preview.build()
        assert len(_slides(before.page("talks/plain/"))) == 5
        site.put("docs/talks/deck.pdf", pdf(slide((24, "All new"))))
        after = preview.build()

    for built in (after, site.build()):
        assert _slides(built.page("talks/plain/")) == ["Slide 1 All new"]
        assert "Tide tables" not in built.read("search/search_index.json")
        assert {name.split(".")[1] for name in built.files if "/deck." in name and name.endswith(".webp")} == {"1"}


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs"])
def test_plain_themes_show_them_too(site: Site, theme: str, kept: str) -> None:
    site = _with_decks(site).blogposts(cache_dir=kept)

    built = site.config(theme=theme, use_directory_urls=False).build(strict=True)

    page = built.page("talks/told.html")
    assert len(page.css(".bp-slide")) == 5
    picture = page.css(".bp-slide img")[0].attributes["src"] or ""
    assert page.resolve(picture) in built.files


def test_the_option_takes_them_away(site: Site) -> None:
    built = _with_decks(site).blogposts(talks_slides_on_page=False).build(strict=True)

    assert built.page("talks/told/").css(".bp-slides") == []
    assert [name for name in built.files if name.endswith(".webp")] == []


def test_without_the_extra_it_is_told_once(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)

    built = _with_decks(site).build(strict=True)

    assert built.page("talks/told/").css(".bp-slides") == []
    assert "To the second." in built.page("talks/told/").text
    assert [link.url for link in built.page("talks/told/").links_in(".bp-buttons")] == ["talks/deck.pdf"]
    told = "deliveries[1].slides: 'docs/talks/deck.pdf' is only a link, without the extra that shows slides"
    hint = 'run: pip install "mkdocs-blogposts[slides]"; or set `talks_slides_on_page: false`'
    assert built.faults == [f"docs/talks/headed.md:6:42: {told}\n    {hint}"]
