"""What stands above an old post: that it is old, or what replaces it; and on the newer one, what it replaces."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.built import Built, Page, text_of
from tests.site import Site

if TYPE_CHECKING:
    from collections.abc import Iterator

SITE = """
    docs/guide.md
    | # The *guide*
    |
    | ## Setup
    docs/blog/posts/first.md
    | ---
    | title: First & *more*
    | slug: first
    | date: 2020-01-01
    | superseded_by: second.md
    | ---
    | One.
    docs/blog/posts/second.md
    | ---
    | title: Second try
    | date: 2021-01-01
    | ---
    | Two.
    docs/blog/posts/third.md
    | ---
    | title: Third *try*
    | date: 2023-01-01
    | supersedes: [second, /blog/2020/06/01/by-hand/]
    | permalink: /third/
    | ---
    | Three.
    docs/blog/posts/2020-06-01-by-hand.md
    | ---
    | title: By hand
    | slug: by-hand
    | date: 2020-06-01
    | ---
    | Hands.
    docs/blog/posts/setup.md
    | ---
    | title: How to set up
    | date: 2023-05-05
    | superseded_by: [../../guide.md#setup, "https://example.com/new/?a=1&b=2"]
    | ---
    | Set up.
    docs/blog/posts/old.md
    | ---
    | title: Old
    | date: {created: 2015-03-04, updated: 2021-05-06}
    | ---
    | Old.
    docs/blog/posts/undated.md
    | ---
    | title: Undated
    | date: 2015-03-04
    | show_date: false
    | ---
    | Undated.
    docs/blog/posts/ageless.md
    | ---
    | title: Ageless
    | date: 2015-03-04
    | outdated_after: false
    | ---
    | Ageless.
    docs/blog/posts/news.md
    | ---
    | title: News
    | date: 2024-05-01
    | outdated_after: 18 days
    | ---
    | News.
    docs/blog/posts/draft.md
    | ---
    | title: A draft
    | date: 2024-05-01
    | draft: true
    | supersedes: news.md
    | ---
    docs/blog/posts/hidden.md
    | ---
    | title: Hidden
    | date: 2024-05-01
    | unlisted: true
    | supersedes: old.md
    | ---
    docs/blog/posts/naming-hidden.md
    | ---
    | title: Names one that is hidden
    | date: 2024-05-02
    | superseded_by: hidden.md
    | ---
"""
NOW = "1717200000"  # 2024-06-01
FIRST, SECOND, THIRD = "blog/2020/01/01/first/", "blog/2021/01/01/second-try/", "third/"


@pytest.fixture(scope="module", name="built")
def _built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", NOW)
        site = Site(tmp_path_factory.mktemp("notices")).write(SITE)
        yield site.blogposts(outdated_after="2 years", backlinks=True).build(strict=True)


def notices(page: Page) -> list[str]:
    return [text_of(node) for node in page.css(".bp-notice")]


def links(page: Page) -> list[tuple[str, str]]:
    return [(link.text, link.url) for link in page.links_in(".bp-notice")]


def test_a_replaced_post_leads_to_the_last_that_replaces_it(built: Built) -> None:
    replaced = "This post has been replaced. Read instead:"

    assert notices(built.page(FIRST)) == [f"{replaced} Third try"]
    assert links(built.page(FIRST)) == [("Third try", THIRD)]
    assert notices(built.page("blog/2020/06/01/by-hand/")) == [f"{replaced} Third try"]


def test_a_post_may_be_replaced_and_replace_another(built: Built) -> None:
    assert notices(built.page(SECOND)) == [
        "This post has been replaced. Read instead: Third try",
        "This post replaces: First & more",
    ]
    assert links(built.page(SECOND)) == [("Third try", THIRD), ("First & more", FIRST)]


def test_the_newer_one_names_what_it_replaces(built: Built) -> None:
    assert notices(built.page(THIRD)) == ["This post replaces: Second try, By hand"]
    assert links(built.page(THIRD)) == [("Second try", SECOND), ("By hand", "blog/2020/06/01/by-hand/")]


def test_a_page_of_the_docs_or_of_another_site_may_replace_a_post(built: Built) -> None:
    page = built.page("blog/2023/05/05/how-to-set-up/")

    assert links(page) == [
        ("The guide", "guide/#setup"),
        ("example.com/new/?a=1&b=2", "https://example.com/new/?a=1&b=2"),
    ]
    about = built.page("guide/")
    assert [card.title for card in about.cards] == ["How to set up"]
    assert about.css(".bp-notice") == []


def test_a_post_that_nobody_has_changed_for_long_is_old(built: Built) -> None:
    assert notices(built.page("blog/2015/03/04/old/")) == [
        "This post has not been updated since May 6, 2021, and may be out of date."
    ]
    assert notices(built.page("blog/2015/03/04/undated/")) == ["This post may be out of date."]
    assert notices(built.page("blog/2015/03/04/ageless/")) == []
    assert notices(built.page("blog/2024/05/01/news/")) == [
        "This post has not been updated since May 1, 2024, and may be out of date."
    ]


def test_what_stands_in_no_list_is_named_only_by_who_asks_for_it(built: Built) -> None:
    assert links(built.page("blog/2024/05/02/names-one-that-is-hidden/")) == [("Hidden", "blog/2024/05/01/hidden/")]
    assert notices(built.page("blog/2024/05/01/hidden/")) == ["This post replaces: Old, Names one that is hidden"]


def test_a_notice_stands_between_title_and_text(built: Built) -> None:
    text = built.page(FIRST).text

    assert text.index("First & more") < text.index("This post has been replaced") < text.index("One.")


def test_a_card_says_that_its_post_is_replaced(built: Built) -> None:
    cards = {text_of(node.css("h2")[0]): node for node in built.page("blog/").css(".bp-card")}
    marked = {title for title, card in cards.items() if card.css_first(".bp-badge--superseded")}

    assert marked <= {"First & more", "Second try", "By hand", "How to set up", "Names one that is hidden"}
    assert "How to set up" in marked
    assert "Old" not in marked


def test_feeds_excerpts_and_search_know_of_no_notice(built: Built) -> None:
    told = ("This post", "Third try")

    assert not [doc for doc in built.search if told[0] in doc["text"]]
    assert not [card for card in built.page("blog/").cards if told[0] in card.excerpt]
    feeds = [(built.dir / "blog" / name).read_text(encoding="utf-8") for name in ("rss.xml", "atom.xml", "feed.json")]
    assert not [feed for feed in feeds if told[0] in feed]


def test_time_makes_a_kept_page_an_old_one(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", NOW)
    site.blogposts(outdated_after="1 year 6 months").write("""
        docs/blog/posts/a.md
        | ---
        | date: 2023-12-01
        | ---
        | # A
    """)
    assert notices(site.build().page("blog/2023/12/01/a/")) == []
    assert notices(site.build().page("blog/2023/12/01/a/")) == []

    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1748822400")  # 2025-06-02

    assert notices(site.build().page("blog/2023/12/01/a/")) == [
        "This post has not been updated since December 1, 2023, and may be out of date."
    ]


def test_a_kept_page_follows_what_replaces_it(site: Site) -> None:
    site.write(SITE)
    assert links(site.build().page(FIRST)) == [("Third try", THIRD)]

    site.put("docs/blog/posts/third.md", "---\ntitle: The third\ndate: 2023-01-01\nsupersedes: second\n---\n")

    assert links(site.build().page(FIRST)) == [("The third", "blog/2023/01/01/the-third/")]


def test_authors_see_that_a_post_is_unlisted(site: Site) -> None:
    served = site.write(SITE).build(serve=True)

    assert notices(served.page("blog/2024/05/01/hidden/"))[0] == (
        "This post is unlisted: only those who have its address find it."
    )
    assert links(served.page("blog/2024/05/01/news/")) == [("A draft", "blog/2024/05/01/a-draft/")]


def test_what_cannot_be_named_is_told(site: Site) -> None:
    built = site.write("""
        docs/blog/posts/a.md
        | ---
        | date: 2024-01-01
        | superseded_by: [gone.md, wip, a.md]
        | outdated_after: soon
        | ---
        | # A
        docs/blog/posts/b.md
        | ---
        | date: 2024-01-01
        | superseded_by: c.md
        | ---
        | # B
        docs/blog/posts/c.md
        | ---
        | date: 2024-01-01
        | superseded_by: b.md
        | ---
        | # C
        docs/blog/posts/wip.md
        | ---
        | date: 2024-01-01
        | draft: true
        | ---
        | # Draft
        docs/blog/posts/run.md
        | ---
        | date: 2024-01-01
        | superseded_by: "javascript:alert(1)"
        | ---
        | # Run
    """).build()

    both = "and this post replace each other, so neither is called old"
    assert "\n".join(built.faults).splitlines() == [
        "docs/blog/posts/a.md:3:17: superseded_by: 'gone.md' leads nowhere in this site",
        "    write the path of a file, or a URL from the site's root",
        "docs/blog/posts/a.md:3:26: superseded_by: 'wip' leads to a page that is held back (draft), so it is left out",
        "    publish that page, or take the link out",
        "docs/blog/posts/a.md:3:31: superseded_by: 'a.md' is this post itself",
        "    name the other one",
        "docs/blog/posts/a.md:4:17: outdated_after: 'soon' is not a span of time",
        "    write it as 2 years, 18 months or 90 days",
        f"docs/blog/posts/b.md:3:16: superseded_by: 'c.md' {both}",
        "    say it in one of the two",
        f"docs/blog/posts/c.md:3:16: superseded_by: 'b.md' {both}",
        "    say it in one of the two",
        "docs/blog/posts/run.md:3:16: superseded_by: 'javascript:alert(1)' is not an address to link to",
        "    write `https://…` or a path",
    ]
    assert not [url for url in built.pages if url.startswith("blog/") and built.page(url).css(".bp-notice")]
    assert "alert" not in built.page("blog/2024/01/01/run/").html
