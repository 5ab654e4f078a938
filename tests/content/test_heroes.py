"""What stands large above a text, by the keys of Minimal Mistakes."""

from __future__ import annotations

import pytest

from mkdocs_blogposts.content.heroes import colour_of, overlay_of
from mkdocs_blogposts.content.models import Action, Hero
from mkdocs_blogposts.faults import Kind, Level
from tests.content.reading import DATED, post, talk

HINT = "write a number from 0 to 1, a colour such as `rgba(0, 0, 0, 0.5)`, or a gradient"


def hero(head: str) -> Hero | None:
    """The hero of a post with this front matter, about which nothing is told."""
    found = post(f"{DATED}\n{head}")
    assert found.told == []
    return found.it.hero


@pytest.mark.parametrize(
    ("head", "src"),
    [
        pytest.param("header: {overlay_image: a.png}", "a.png", id="picture"),
        pytest.param("header: {overlay_image: a.png, image: b.png, teaser: c.png}", "a.png", id="the first picture"),
        pytest.param("header: {overlay_color: '#333'}", None, id="colour"),
        pytest.param("header: {overlay_color: '#333', image: b.png}", None, id="colour before a plain picture"),
        pytest.param("header: {overlay_image: false, overlay_color: red}", None, id="picture that is switched off"),
    ],
)
def test_the_title_stands_on(head: str, src: str | None) -> None:
    found = hero(head)

    assert found
    assert (found.is_overlay, found.picture.src if found.picture else None) == (True, src)


def test_a_plain_picture() -> None:
    found = hero("header: {image: a.png, image_description: A  cat, caption: By *us*}")

    assert found
    assert found.picture
    assert (found.is_overlay, found.picture.src, found.picture.alt) == (False, "a.png", "A cat")
    assert found.caption == "By *us*"


@pytest.mark.parametrize(
    "head",
    [
        pytest.param("title: A", id="no header"),
        pytest.param("header: false", id="no mapping"),
        pytest.param("header: {teaser: a.png}", id="teaser"),
        pytest.param("header: {overlay_filter: 0.5, caption: C}", id="nothing to stand on"),
        pytest.param("header: {image: false}", id="switched off"),
        pytest.param("header: {overlay_image: , image: ''}", id="empty"),
        pytest.param("tagline: T", id="tagline alone"),
    ],
)
def test_there_is_no_hero(head: str) -> None:
    assert hero(head) is None


@pytest.mark.parametrize(
    ("head", "lead"),
    [
        pytest.param("excerpt: E", "E", id="excerpt"),
        pytest.param("excerpt: E\ntagline: T", "T", id="tagline first"),
        pytest.param("description: D", None, id="no description"),
        pytest.param("excerpt: E\nheader: {overlay_image: a.png, show_overlay_excerpt: false}", None, id="excerpt off"),
        pytest.param(
            "tagline: T\nheader: {overlay_image: a.png, show_overlay_excerpt: false}", "T", id="tagline stays"
        ),
    ],
)
def test_below_the_title_stands(head: str, lead: str | None) -> None:
    found = hero(head if "header" in head else f"{head}\nheader: {{overlay_image: a.png}}")

    assert found
    assert found.lead == lead


@pytest.mark.parametrize(
    ("header", "actions"),
    [
        pytest.param("cta_url: /a/", [(None, "/a/")], id="cta without a label"),
        pytest.param("cta_url: /a/, cta_label: Go", [("Go", "/a/")], id="cta"),
        pytest.param("cta_label: Go", [], id="label without a URL"),
        pytest.param("actions: [{label: A, url: /a/}, {url: b.md}]", [("A", "/a/"), (None, "b.md")], id="actions"),
        pytest.param("cta_url: /c/, actions: [{label: A, url: /a/}]", [(None, "/c/"), ("A", "/a/")], id="both"),
        pytest.param("actions: [{label: A}]", [], id="action without a URL"),
    ],
)
def test_buttons(header: str, actions: list[tuple[str | None, str]]) -> None:
    found = hero(f"header: {{overlay_image: a.png, {header}}}")

    assert found
    assert found.actions == tuple(Action(label=label, url=url) for label, url in actions)


@pytest.mark.parametrize(
    ("text", "overlay"),
    [
        ("0", "linear-gradient(rgba(0, 0, 0, 0), rgba(0, 0, 0, 0))"),
        ("0.5", "linear-gradient(rgba(0, 0, 0, 0.5), rgba(0, 0, 0, 0.5))"),
        (".25", "linear-gradient(rgba(0, 0, 0, .25), rgba(0, 0, 0, .25))"),
        ("1", "linear-gradient(rgba(0, 0, 0, 1), rgba(0, 0, 0, 1))"),
        ("rgba(255, 0, 0, 0.5)", "linear-gradient(rgba(255, 0, 0, 0.5), rgba(255, 0, 0, 0.5))"),
        ("#0008", "linear-gradient(#0008, #0008)"),
        ("black", "linear-gradient(black, black)"),
        ("linear-gradient(to right, red, #00f8 80%)", "linear-gradient(to right, red, #00f8 80%)"),
        (
            "linear-gradient(45deg, rgba(0,0,0,.5), hsl(9 9% 9%))",
            "linear-gradient(45deg, rgba(0,0,0,.5), hsl(9 9% 9%))",
        ),
        ("radial-gradient(circle, rgb(0 0 0 / 50%), red)", "radial-gradient(circle, rgb(0 0 0 / 50%), red)"),
        ("1.5", None),
        ("-0.5", None),
        ("50", None),
        ("0.5; color: red", None),
        ('x");background:url(//evil', None),
        ("url(//evil)", None),
        ("rgba(url(//evil))", None),
        ("linear-gradient(red, url(//evil))", None),
        ("linear-gradient(rgba(0,0,0,.5), red), url(//evil)", None),
        ("linear-gradient(red, blue); background: url(//evil)", None),
        ("linear-gradient(var(--x), red)", None),
        (r"linear-gradient(red, \75rl(//evil))", None),
        ("expression(alert(1))", None),
        ("brightness(50%)", None),
    ],
)
def test_a_filter_is_a_number_a_colour_or_a_gradient(text: str, overlay: str | None) -> None:
    assert overlay_of(text) == overlay


@pytest.mark.parametrize(
    ("text", "is_colour"),
    [
        ("#5e616c", True),
        ("#FFF", True),
        ("rebeccapurple", True),
        ("rgb(1, 2, 3)", True),
        ("oklch(60% 0.15 50 / .5)", True),
        ("#12345", False),
        ("red; background: url(//evil)", False),
        ("red}", False),
        ("url(//evil)", False),
        ("var(--x)", False),
        ("image-set('//evil')", False),
        ("rgb(1, 2, 3", False),
    ],
)
def test_a_colour(text: str, is_colour: bool) -> None:  # noqa: FBT001
    assert colour_of(text) == (text if is_colour else None)


def test_what_is_none_of_these_is_told_and_left_out() -> None:
    found = post(
        f"""
        {DATED}
        header:
          overlay_image: 'x");background:url(//evil'
          overlay_filter: 'red;background:url(//evil)'
          overlay_color: 'url(//evil)'
          cta_url: 'javascript:alert(1)'
          actions: [{{label: A, url: 'data:x'}}, plain]
        """
    )

    no_address = "is not an address to link to -> write `https://…` or a path"
    no_action = "expected a label and a URL, got 'plain' -> write `- {label: Read on, url: /more/}`"
    assert found.told == [
        f"post.md:5:19: header.overlay_filter: 'red;background:url(//evil)' is not a filter -> {HINT}",
        "post.md:6:18: header.overlay_color: 'url(//evil)' is not a colour -> write `#5e616c` or `rgb(94, 97, 108)`",
        f"post.md:7:12: header.cta_url: 'javascript:alert(1)' {no_address}",
        f"post.md:8:29: header.actions[0].url: 'data:x' {no_address}",
        f"post.md:8:40: header.actions[1]: {no_action}",
    ]
    assert [(fault.kind, fault.level) for fault in found.faults][:2] == [(Kind.TEASER, Level.WARNING)] * 2
    assert found.it.hero
    assert (found.it.hero.overlay, found.it.hero.colour, found.it.hero.actions) == (None, None, ())


def test_a_talk_has_one_as_well() -> None:
    found = talk("venue: PyCon\nexcerpt: E\nheader: {overlay_image: a.png, overlay_filter: 0.5}").it.hero

    assert found
    assert (found.is_overlay, found.lead) == (True, "E")


@pytest.mark.parametrize(
    ("head", "url"),
    [
        ("header: {video: {id: a-B_1, provider: youtube}}", "https://www.youtube.com/watch?v=a-B_1"),
        ("header: {video: {id: 212731897, provider: vimeo}}", "https://vimeo.com/212731897"),
        ("header: {video: {id: x1, provider: Google-Drive}}", "https://drive.google.com/file/d/x1/view"),
        ("header: {video: {id: x1, provider: dailymotion}}", "https://www.dailymotion.com/video/x1"),
        ("header: {video: {id: x1, provider: bilibili}}", "https://www.bilibili.com/video/x1"),
        ("videourl: /v.mp4\nheader: {video: {id: x, provider: youtube}}", "/v.mp4"),
        ("recordingurl: /v.mp4", "/v.mp4"),
        ("youtube_url: https://youtu.be/x1", "https://youtu.be/x1"),
        ("header: {video: {id: x, provider: elsewhere}}", None),
        ("header: {video: {id: 'x\"><script>', provider: youtube}}", None),
        ("header: {video: {id: ../x, provider: youtube}}", None),
        ("header: {video: {provider: youtube}}", None),
        ("header: {video: x}", None),
    ],
)
def test_the_recording_that_a_header_names(head: str, url: str | None) -> None:
    assert post(f"{DATED}\n{head}").it.video_url == url
    assert talk(f"venue: PyCon\n{head}").it.video_url == url
