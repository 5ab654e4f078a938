"""Our templates by themselves: what they print of what they get."""

from __future__ import annotations

import dataclasses
import re
from itertools import pairwise
from types import SimpleNamespace
from typing import Any

import jinja2
import pytest
from markupsafe import Markup
from selectolax.lexbor import LexborHTMLParser, LexborNode

import mkdocs_blogposts
from mkdocs_blogposts.articles.article_values import (
    Notice,
    PageFooter,
    PostFooter,
    TalkFooter,
)
from mkdocs_blogposts.cards.card_values import TermLink
from mkdocs_blogposts.html.card_texts import past_by_keyboard
from mkdocs_blogposts.views.listing_values import (
    EventView,
    GroupList,
    ListingView,
    TagIndexView,
    TalkIndexView,
    TalksOfYear,
)
from mkdocs_blogposts.words import load_words
from tests.shown_values import (
    AUTHOR,
    CARDS,
    DATE,
    EVIL,
    FAULT,
    GROUPS,
    HERO,
    LINK,
    LINKS,
    MAP,
    PAGER,
    PLAIN_HERO,
    PLAIN_POST,
    PLAIN_TALK,
    POST,
    RECORDING,
    SERIES,
    SPEAKING,
    TALK,
    TERMS,
    YEARS,
)

TEMPLATES = jinja2.Environment(  # as MkDocs makes it: it escapes nothing
    loader=jinja2.PackageLoader(mkdocs_blogposts.__name__),
    undefined=jinja2.StrictUndefined,
    autoescape=False,  # noqa: S701
)
CONFIG = {"theme": {"name": "material"}}
CASES: list[tuple[str, dict[str, Any]]] = [
    ("card.html", {"card": POST, "eager": False, "level": 2}),
    ("card.html", {"card": dataclasses.replace(POST, link=EVIL), "eager": True, "level": 3}),
    ("card.html", {"card": PLAIN_POST, "eager": True, "level": 3}),
    ("talk-card.html", {"talk": TALK}),
    ("talk-card.html", {"talk": PLAIN_TALK}),
    ("listing.html", {"view": ListingView(kind="index", cards=CARDS, talks=CARDS, pager=PAGER, links=LINKS)}),
    ("listing.html", {"view": ListingView(kind="tag", cards=())}),
    ("listing.html", {"view": ListingView(kind="author", cards=(), author=AUTHOR)}),
    ("listing.html", {"view": ListingView(kind="archive", cards=(), rows=(POST, PLAIN_POST), told=EVIL, years=TERMS)}),
    ("list-header.html", {"view": ListingView(kind="tag", cards=(), talks=CARDS, links=LINKS, author=AUTHOR)}),
    ("list-header.html", {"view": ListingView(kind="tag", cards=())}),
    ("tag-index.html", {"view": TagIndexView(terms=TERMS[:1])}),
    ("tag-index.html", {"view": TagIndexView(terms=())}),
    ("talk-index.html", {"view": TalkIndexView(coming=CARDS, years=(TalksOfYear(year=None, cards=CARDS),))}),
    ("talk-index.html", {"view": TalkIndexView(coming=(), years=())}),
    ("talk-index.html", {"view": TalkIndexView(coming=(), years=YEARS, offered=CARDS, proposed=CARDS, links=LINKS)}),
    ("event.html", {"view": EventView(date=DATE, until=DATE, location=EVIL, talks=CARDS, posts=CARDS, links=LINKS)}),
    ("event.html", {"view": EventView(date=None, until=None, location=None, talks=CARDS, posts=())}),
    ("map.html", {"view": MAP}),
    ("speaking.html", {"view": SPEAKING}),
    ("speaking.html", {"view": dataclasses.replace(SPEAKING, talks=())}),
    ("speaking.html", {"view": dataclasses.replace(SPEAKING, talks=(), speakers=())}),
    ("groups.html", {"view": GROUPS}),
    ("groups.html", {"view": GroupList(groups=())}),
    ("redirect.html", {"url": EVIL, "canonical": EVIL, "title": EVIL, "language": EVIL}),
    ("post-header.html", {"post": POST}),
    ("post-header.html", {"post": PLAIN_POST}),
    ("post-buttons.html", {"post": POST}),
    ("post-buttons.html", {"post": PLAIN_POST}),
    ("hero.html", {"hero": HERO}),
    ("hero.html", {"hero": PLAIN_HERO}),
    ("wide-image.html", {"hero": HERO}),
    ("post-footer.html", {"footer": PostFooter(talks=CARDS, previous=LINK, next=LINK)}),
    ("post-footer.html", {"footer": PostFooter(series=(SERIES, SERIES), related=CARDS)}),
    ("series-line.html", {"series": (SERIES, dataclasses.replace(SERIES, count=1))}),
    ("related-card.html", {"card": POST}),
    ("related-card.html", {"card": PLAIN_POST}),
    ("post-footer.html", {"footer": PostFooter()}),
    ("talk-header.html", {"talk": TALK, "recording": RECORDING}),
    ("talk-header.html", {"talk": PLAIN_TALK, "recording": None}),
    ("talk-footer.html", {"footer": TalkFooter(posts=CARDS, previous=LINK, next=LINK)}),
    ("talk-footer.html", {"footer": TalkFooter()}),
    ("draft-badge.html", {}),
    ("page-footer.html", {"footer": PageFooter(posts=CARDS, talks=CARDS, feed=EVIL)}),
    ("page-footer.html", {"footer": PageFooter(posts=CARDS, talks=())}),
    ("notice.html", {"notice": Notice(kind="superseded", links=(LINK, LINK))}),
    ("notice.html", {"notice": Notice(kind="outdated", date=DATE)}),
    ("notice.html", {"notice": Notice(kind="outdated")}),
    ("notice.html", {"notice": Notice(kind="unlisted")}),
    ("fault.html", {"faults": [FAULT, SimpleNamespace(path=EVIL, place=None, message=EVIL, hint=None)]}),
    (
        "head.html",
        {"stylesheets": [EVIL], "own_feeds": [(EVIL, EVIL, EVIL)], "feeds": [(EVIL, EVIL, EVIL)], "noindex": True},
    ),
]


@pytest.fixture(params=CASES, ids=[f"{name}-{number}" for number, (name, _) in enumerate(CASES)])
def html(request: pytest.FixtureRequest) -> str:
    name, variables = request.param
    return render(name, **variables)


def render(name: str, **variables: object) -> str:
    """What a template prints."""
    return TEMPLATES.get_template(f"blogposts/{name}").render(words=load_words("en"), config=CONFIG, **variables)


def parsed(name: str, **variables: object) -> LexborHTMLParser:
    """What a browser makes of it."""
    return LexborHTMLParser(render(name, **variables))


def test_nothing_breaks_out(html: str) -> None:
    page = LexborHTMLParser(html)

    assert page.css("#evil") == []
    for link in page.css("[href], [src]"):
        for name in {"href", "src"} & set(link.attributes):
            assert (link.attributes[name] or "").removeprefix("#") in {EVIL, "x"}


def test_no_line_is_empty(html: str) -> None:
    assert all(line.strip() for line in html.splitlines())


def test_what_can_be_clicked_has_a_name(html: str) -> None:
    for node in LexborHTMLParser(html).css("a, button, nav, section"):
        assert node.attributes.get("aria-label") or node.text().strip() or node.css("[aria-label]"), node.html


def test_headings_leave_no_level_out(html: str) -> None:
    levels = [int((node.tag or "")[1]) for node in LexborHTMLParser(html).css("h2, h3, h4")]

    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_template_escapes() -> None:
    for name in TEMPLATES.list_templates():
        source = TEMPLATES.loader.get_source(TEMPLATES, name)[0] if TEMPLATES.loader else ""

        assert "{%- autoescape true -%}" in source, name
        assert source.rstrip().endswith(("{%- endautoescape -%}", "{%- endmacro -%}")), name


def test_one_link_covers_the_card() -> None:
    title = only(parsed("card.html", card=POST, level=2, eager=False), "h2 a")

    assert title.attributes["href"] == POST.url
    assert title.text() == "A post"


def test_a_link_post_leads_outside_and_keeps_its_page() -> None:
    card = parsed(
        "card.html", card=dataclasses.replace(POST, link="https://example.org/", url="../post/"), level=2, eager=False
    )

    assert only(card, "h2 a").attributes["href"] == "https://example.org/"
    assert only(card, "h2 a [role=img]").attributes["aria-label"] == "leads to another site"
    assert only(card, "a[rel=bookmark]").attributes["href"] == "../post/"


@pytest.mark.parametrize(("eager", "loading"), [(True, None), (False, "lazy")])
def test_pictures_below_the_fold_are_lazy(*, eager: bool, loading: str | None) -> None:
    image = only(parsed("card.html", card=POST, level=2, eager=eager), ".bp-teaser img")

    assert image.attributes.get("loading") == loading
    assert (image.attributes["width"], image.attributes["height"]) == ("160", "90")


@pytest.mark.parametrize("name", ["card.html", "related-card.html"])
def test_a_card_without_a_picture_has_what_the_site_wants_in_its_place(name: str) -> None:
    def shown(**changes: Any) -> list[LexborNode]:
        card = dataclasses.replace(PLAIN_POST, **changes)
        return parsed(name, card=card, level=2, eager=True).css("article.bp-card--plain > .bp-teaser")

    [band], [tile], nothing = (shown(placeholder=wanted) for wanted in ("band", "tile", "none"))

    assert (band.attributes["class"], band.text()) == ("bp-teaser bp-teaser--band", "")
    assert [icon.attributes["class"] for icon in tile.css("svg")] == ["bp-icon bp-icon--paper"]
    assert [
        shown(placeholder="tile", **{key: value})[0].css("svg")[0].attributes["class"] for key, value in SHAPES
    ] == [
        "bp-icon bp-icon--external",
        "bp-icon bp-icon--series",
        "bp-icon bp-icon--talks",
    ]
    assert nothing == []


SHAPES = (("link", "https://example.org/"), ("series", TERMS[:1]), ("talk_count", 1))


def test_of_many_tags_some_stand_on_a_card() -> None:
    tags = tuple(TermLink(name=f"tag {number}", url="../t/") for number in range(20))

    many, few = (
        parsed("card.html", card=dataclasses.replace(POST, tags=of), level=2, eager=True) for of in (tags, tags[:6])
    )

    assert [node.text() for node in many.css(".bp-tags > *")] == [*(tag.name for tag in tags[:5]), "+15"]
    assert len(few.css(".bp-tags > a[rel=tag]")) == 6
    assert not few.css(".bp-tags__more")


@pytest.mark.parametrize(("minutes", "is_told"), [(None, False), (1, False), (2, True)])
def test_a_minute_is_not_worth_telling_on_a_card(minutes: int | None, *, is_told: bool) -> None:
    card = render("card.html", card=dataclasses.replace(POST, reading_time=minutes), level=2, eager=True)

    assert ("min read" in card) == is_told


def test_readers_by_keyboard_come_to_the_title_first_and_past_tags_and_links_of_the_text() -> None:
    excerpt = past_by_keyboard(Markup('<p><a href="x">One</a> <a class="y" href="x">two</a> <abbr>three</abbr></p>'))
    card = parsed("card.html", card=dataclasses.replace(POST, excerpt=excerpt), level=2, eager=True)

    stops = [node for node in card.css("a[href]") if node.attributes.get("tabindex") != "-1"]

    assert stops[0].parent
    assert stops[0].parent.tag == "h2"
    assert not [node for node in stops if node.attributes.get("rel") == "tag" or node.text() in {"One", "two"}]


@pytest.mark.parametrize(
    ("parts", "line"),
    [
        (("Conference talk", "EuroPython 2025", "Prague"), "Conference talk at EuroPython 2025, Prague"),
        (("Tutorial", None, "Prague"), "Tutorial, Prague"),
        ((None, "PyCon", None), "PyCon"),
        ((None, None, "Online"), "Online"),
    ],
)
def test_a_talk_says_what_it_was_and_where(parts: tuple[str | None, str | None, str | None], line: str) -> None:
    kind, venue, location = parts
    talk = dataclasses.replace(PLAIN_TALK, talk_type=kind, venue=venue, location=location)

    for name in ("talk-card.html", "talk-header.html"):
        assert only(parsed(name, talk=talk, recording=None), ".bp-meta__item").text() == line


def test_the_page_at_hand_is_marked_and_the_next_one_linked() -> None:
    listing = parsed("listing.html", view=ListingView(kind="index", cards=CARDS, pager=PAGER))

    assert only(listing, "[aria-current=page]").text() == "2"
    assert only(listing, "a[rel=prev]").attributes["aria-label"] == "Previous page"
    assert only(listing, "a[rel=next]").attributes["aria-label"] == "Next page"


@pytest.mark.parametrize(
    ("name", "view", "sentence"),
    [
        ("listing.html", ListingView(kind="index", cards=()), "Nothing has been published here yet."),
        ("listing.html", ListingView(kind="tag", cards=()), "There are no posts here yet."),
        ("tag-index.html", TagIndexView(terms=()), "No post has a tag yet."),
        ("talk-index.html", TalkIndexView(coming=(), years=()), "There are no talks here yet."),
    ],
)
def test_where_there_is_nothing_a_sentence_says_so(name: str, view: object, sentence: str) -> None:
    assert only(parsed(name, view=view), ".bp-empty").text() == sentence


def test_a_tag_of_talks_alone_is_not_called_empty() -> None:
    assert "bp-empty" not in render("listing.html", view=ListingView(kind="tag", cards=(), talks=CARDS))


def test_a_fault_is_told_as_in_the_terminal() -> None:
    fault = SimpleNamespace(
        path="docs/a.md", place=SimpleNamespace(line=4, column=7), message="tags: got 7", hint="write `tags: [a]`"
    )
    told = only(parsed("fault.html", faults=[fault]), "li")

    assert re.sub(r"\s+", " ", told.text()).strip() == "docs/a.md:4:7: tags: got 7 write tags: [a]"
    assert [code.text() for code in told.css("code")] == ["docs/a.md:4:7", "tags: [a]"]


def only(page: LexborHTMLParser, selector: str) -> LexborNode:
    """The one node that a selector finds."""
    [node] = page.css(selector)
    return node
