"""Which posts are about which talks."""

from __future__ import annotations

from mkdocs_blogposts.blog.blog import Blog
from mkdocs_blogposts.blog.mentions import Mentions
from tests.blog.articles import post, talk


def test_talks_come_as_they_are_declared_and_then_as_they_are_linked() -> None:
    blog = Blog.of([post("p", talks=("b", "a"))], [talk("a"), talk("b"), talk("c"), talk("d")])

    found = Mentions.of(blog, {"p.md": ["talks/c.md", "talks/a.md", "guide.md"], "talks/d.md": ["p.md"]})

    assert [each.id for each in found.talks_in["p.md"]] == ["b", "a", "c", "d"]
    assert {uri: [each.slug for each in posts] for uri, posts in found.posts_about.items()} == {
        f"talks/{name}.md": ["p"] for name in "abcd"
    }


def test_an_unlisted_post_shows_its_talks_and_is_not_shown_by_them() -> None:
    blog = Blog.of([post("p", talks=("a",), unlisted=True)], [talk("a")])

    found = Mentions.of(blog, {})

    assert [each.id for each in found.talks_in["p.md"]] == ["a"]
    assert found.posts_about.get("talks/a.md", ()) == ()


def test_an_unlisted_talk_shows_its_posts_and_is_not_shown_by_them() -> None:
    blog = Blog.of([post("p", talks=("a",))], [talk("a", unlisted=True)])

    found = Mentions.of(blog, {"talks/a.md": ["guide.md"]})

    assert found.talks_in["p.md"] == ()
    assert [each.slug for each in found.posts_about["talks/a.md"]] == ["p"]
    assert found.articles_about == {}


def test_pages_know_the_posts_and_talks_that_lead_to_them() -> None:
    blog = Blog.of([post("old", "2020-01-01"), post("new", "2024-01-01")], [talk("a")])

    found = Mentions.of(blog, {"old.md": ["guide.md"], "new.md": ["guide.md", "old.md"], "talks/a.md": ["guide.md"]})

    assert {uri: [each.title for each in items] for uri, items in found.articles_about.items()} == {
        "guide.md": ["new", "old", "a"]
    }
