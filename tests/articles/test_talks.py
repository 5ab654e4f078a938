"""Talks: their pages, their list, and the way between them and posts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.built import Link

if TYPE_CHECKING:
    from tests.site import Site

TALK = """
    docs/talks/2024-02-02-conf.md
    | ---
    | title: "How *not* to"
    | talk_type: Keynote
    | venue: PyConf
    | location: Ghent, Belgium
    | date: 2024-02-02
    | link: https://example.com/event
    | slidesurl: https://example.com/slides.pdf
    | videourl: https://example.com/video
    | tags: [python]
    | ---
    | Abstract.
"""


def test_the_page_of_a_talk(site: Site) -> None:
    page = site.write(TALK).build(strict=True).page("talks/2024-02-02-conf/")

    assert page.heading == "How not to"
    assert page.title == "How not to - Site"
    for text in ("Keynote", "PyConf", "Ghent, Belgium", "February 2, 2024", "Abstract."):
        assert text in page.text
    assert {"https://example.com/event", "https://example.com/slides.pdf", "https://example.com/video"} <= {
        link.url for link in page.links_in(".bp-buttons")
    }
    assert [link for link in page.links if link.text == "python"] == [Link("python", "blog/tag/python/")]


@pytest.mark.parametrize(
    ("head", "text"),
    [
        pytest.param("", "See [it](../../talks/2024-02-02-conf.md).", id="link to the file"),
        pytest.param("", "See [it](/talks/2024-02-02-conf/).", id="link to the URL"),
        pytest.param("", "See [it](/talks/2024-02-02-conf).", id="link to the URL without slash"),
        pytest.param("", "See [it][t].\n\n[t]: /talks/2024-02-02-conf", id="reference link"),
        pytest.param("", 'See <a href="/talks/2024-02-02-conf">it</a>.', id="raw HTML"),
        pytest.param("", "See [it](https://example.org/talks/2024-02-02-conf/).", id="own URL"),
        pytest.param("talks: [2024-02-02-conf]\n", "Text.", id="id"),
        pytest.param("talks: 2024-02-02-conf\n", "Text.", id="one id"),
        pytest.param("talks: [talks/2024-02-02-conf.md]\n", "Text.", id="path"),
    ],
)
def test_a_post_and_a_talk_know_each_other(site: Site, head: str, text: str) -> None:
    site.write(TALK).put("docs/blog/posts/a.md", f"---\ntitle: A\ndate: 2024-03-01\n{head}---\n{text}\n")

    built = site.build(strict=True)

    assert [(card.title, card.url) for card in built.page("blog/2024/03/01/a/").cards] == [
        ("How not to", "talks/2024-02-02-conf/")
    ]
    assert [(card.title, card.url) for card in built.page("talks/2024-02-02-conf/").cards] == [
        ("A", "blog/2024/03/01/a/")
    ]
    assert "1 talk" in built.page("blog/").text
    assert "1 post" in built.page("talks/").text


def test_a_talk_that_leads_to_a_post_is_about_it(site: Site) -> None:
    site.write("""
        docs/talks/t.md
        | ---
        | title: T
        | venue: PyConf
        | ---
        | As [written](/posts/a).
        docs/blog/posts/a.md
        | ---
        | date: 2024-03-01
        | permalink: /posts/a/
        | ---
        | # A
    """)

    built = site.build(strict=True)

    assert [card.title for card in built.page("posts/a/").cards] == ["T"]
    assert [card.title for card in built.page("talks/t/").cards] == ["A"]


def test_a_talk_is_told_once_however_often_it_is_named(site: Site) -> None:
    site.write(TALK).write("""
        docs/blog/posts/a.md
        | ---
        | date: 2024-03-01
        | talks: [2024-02-02-conf]
        | ---
        | # A
        |
        | [One](/talks/2024-02-02-conf/) and [two](../../talks/2024-02-02-conf.md).
    """)

    built = site.build(strict=True)

    assert len(built.page("blog/2024/03/01/a/").cards) == 1
    assert len(built.page("talks/2024-02-02-conf/").cards) == 1


def test_a_talk_whose_link_is_its_own_page(site: Site) -> None:
    site.write("""
        docs/_talks/2024-02-02-conf.md
        | ---
        | title: T
        | permalink: /talks/2024-02-02-conf
        | link: /talks/2024-02-02-conf
        | venue: PyConf
        | date: 2024-02-02
        | ---
        | Abstract.
    """)

    built = site.build(strict=True)

    assert [card.url for card in built.page("talks/").cards] == ["talks/2024-02-02-conf/"]
    page = built.page("talks/2024-02-02-conf/")
    assert page.links_in(".bp-buttons") == []
    assert page.css("link[rel=canonical]")[0].attributes["href"] == "https://example.org/talks/2024-02-02-conf/"


def test_the_list_of_talks(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1719792000")  # 2024-07-01
    for name, date in {"old": "2022-05-01", "new": "2024-02-02", "soon": "2024-08-01", "later": "2025-01-01"}.items():
        site.put(f"docs/talks/{name}.md", f"---\ntitle: {name}\nvenue: V\ndate: {date}\n---\n")
    site.put("docs/talks/undated.md", "---\ntitle: undated\nvenue: V\n---\n")

    page = site.build(strict=True).page("talks/")

    assert [node.text() for node in page.css(".bp-section__title")] == [
        "Upcoming talks",
        "2024",
        "2022",
        "Without a date",
    ]
    assert [card.title for card in page.cards] == ["soon", "later", "new", "old", "undated"]


def test_a_page_below_talks_that_is_none(site: Site) -> None:
    site.write(TALK).write("""
        docs/talks/invite.md
        | # Invite us
        docs/talks/rules.md
        | ---
        | tags: [x]
        | ---
        | # Rules
    """)

    built = site.build(strict=True)

    assert built.page("talks/invite/").heading == "Invite us"
    assert [card.title for card in built.page("talks/").cards] == ["How not to"]
    assert "blogposts." not in built.page("talks/invite/").html


def test_without_talks_there_is_no_talk_page(site: Site) -> None:
    site.write("docs/index.md\n| # Home").write("docs/talks/invite.md\n| # Invite us")

    assert site.build(strict=True).pages == ["", "blog/", "blog/tags/", "talks/invite/"]


def test_talks_beside_mkdocs_yml_and_elsewhere(site: Site) -> None:
    site.blogposts(talks_dir="speaking", talks_permalink="/said/:year/:title/").write("""
        _talks/2024-02-02-conf.md
        | ---
        | title: From outside
        | ---
        docs/speaking/one.md
        | ---
        | title: From inside
        | venue: PyConf
        | date: 2023-01-01
        | permalink: /one/
        | ---
    """)

    built = site.build(strict=True)

    assert [(card.title, card.url) for card in built.page("speaking/").cards] == [
        ("From outside", "said/2024/conf/"),
        ("From inside", "one/"),
    ]


def test_links_that_are_plainly_video_or_slides_become_buttons(site: Site) -> None:
    site.write("""
        docs/talks/t.md
        | ---
        | title: T
        | venue: PyConf
        | ---
        | Watch it [here](https://www.youtube.com/watch?v=abc&t=1), read [the slides](t.pdf),
        | or [that](https://example.com/).
        docs/talks/t.pdf
        | not really
    """)

    page = site.build(strict=True).page("talks/t/")

    assert {link.url for link in page.links_in(".bp-buttons")} == {
        "https://www.youtube.com/watch?v=abc&t=1",
        "talks/t.pdf",
    }


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We had cake. The slides are available [here](t.pdf).", True),
        ("Slides: [PDF](t.pdf)", True),
        ("*Slides* as [PDF](t.pdf)", True),
        ("Slides were shown. [Here](t.pdf) is the paper.", False),
        ("- No slides.\n- [Paper](t.pdf)", False),
        ("Slides on [a board](/), and [the paper](t.pdf)", False),
        ("The slides are [here](/).", False),
    ],
)
def test_a_file_may_be_called_slides_before_its_link(site: Site, text: str, found: bool) -> None:  # noqa: FBT001
    site.put("docs/talks/t.md", f"---\ntitle: T\nvenue: V\n---\n{text}\n").put("docs/talks/t.pdf", b"not really")

    page = site.build(strict=True).page("talks/t/")

    assert [link.url for link in page.links_in(".bp-buttons")] == (["talks/t.pdf"] if found else [])


def test_an_unknown_talk_is_told_with_the_nearest(site: Site) -> None:
    site.write(TALK).write("""
        docs/blog/posts/a.md
        | ---
        | date: 2024-03-01
        | talks:
        |   - 2024-02-02-cnf
        | ---
        | # A
    """)
    for name in ("2026-02-02-conf", "2025-02-02-conf", "again/2024-02-02-conf", "other"):
        site.put(f"docs/talks/{name}.md", f"---\ntitle: T\nvenue: V\npermalink: /{name}/\n---\n")

    built = site.build()

    near = "'2024-02-02-conf' or '2026-02-02-conf' or '2025-02-02-conf'"
    assert built.faults == [
        f"docs/blog/posts/a.md:4:5: talks: there is no talk '2024-02-02-cnf'\n    did you mean {near}?"
    ]
    assert built.exit_code == 0


def test_pages_that_posts_lead_to_show_them_if_the_site_wants_it(site: Site) -> None:
    site.blogposts(backlinks=True).write(TALK).write("""
        docs/guide.md
        | # Guide
        docs/other.md
        | # Other
        docs/blog/posts/a.md
        | ---
        | date: 2024-03-01
        | ---
        | # A
        |
        | As the [guide](../../guide.md) says.
        docs/blog/posts/d.md
        | ---
        | date: 2024-03-01
        | draft: true
        | ---
        | # D
        |
        | As the [guide](../../guide.md) says.
    """)

    built = site.build(strict=True)

    assert [card.title for card in built.page("guide/").cards] == ["A"]
    assert built.page("other/").cards == []
    assert "blogposts." not in built.page("other/").html


def test_of_two_talks_with_one_name_the_path_tells_which_is_meant(site: Site) -> None:
    site.put("docs/talks/2023/conf.md", "---\ntitle: Old\nvenue: V\npermalink: /old/\n---\n")
    site.put("docs/talks/2024/conf.md", "---\ntitle: New\nvenue: V\npermalink: /new/\n---\n")
    site.put("docs/blog/posts/a.md", "---\ntitle: A\ndate: 2024-03-01\ntalks: [talks/2024/conf.md]\n---\n")

    built = site.build(strict=True)

    assert [card.title for card in built.page("blog/2024/03/01/a/").cards] == ["New"]


def test_a_post_of_a_second_blog_may_name_a_talk(site: Site) -> None:
    site.config(plugins=["blogposts", {"blogposts": {"blog_dir": "news"}}]).write(TALK)
    site.put("docs/news/posts/a.md", "---\ntitle: A\ndate: 2024-03-01\ntalks: [2024-02-02-conf]\n---\n")

    built = site.build(strict=True)

    assert built.exit_code == 0
    assert [card.title for card in built.page("news/2024/03/01/a/").cards] == ["How not to"]
