"""What is told of each URL that was published and that nothing answers any more."""

from __future__ import annotations

import pytest

from tests.cli.command import run_in
from tests.site import Site

HEADS = {
    "a": "title: A\nslug: aa\nredirect_from: /other/",
    "b": "slug: b",
    "c": "title: C",
    "d": "permalink: /d/",
    "e": "legacyUrl: /e-old/",
    "2024-02-02-tide": "title: Tides",
    "wave": "title: Waves",
    "water": "title: 'Low  Water'",
    "story": "title: A story of the tides",
    "known": "title: A known one",
    "draft": "title: Hidden\ndraft: true",
    "x": "title: X",
}
LINES = (
    "/lost/a/\tpost\tdocs/blog/posts/a.md\tA",
    "/lost/b/\tpost\tdocs/blog/posts/b.md",
    "/lost/c/\tpost\tdocs/blog/posts/c.md",
    "/lost/d/\tpost\tdocs/blog/posts/d.md",
    "/lost/e/\tpost\tdocs/blog/posts/e.md",
    "/lost/1/\tpost\tdocs/blog/2023-01-01-tide.md",
    "/lost/wave.html",
    "/lost/2/\tpost\tdocs/blog/2.md\tLow water",
    "/lost/3/\tpost\tdocs/blog/3.md\tA story of tides",
    "/lost/4/\tpost\tdocs/blog/4.md\tA known one",
    "/lost/5/\tpost\tdocs/blog/5.md\tHidden",
    "/lost/6/\tpost\tdocs/blog/6.md\tSomething else",
    "/lost/7/",
    "/lost/8/\tpost\tdocs/blog/posts/known.md",
    "lost/9/" + "x" * 60,
)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """All that `blogposts check` says of them, each with its hint."""
    site = Site(tmp_path_factory.mktemp("lost"))
    both = [{"blogposts": {"urls_file": "urls.txt"}}, {"blogposts": {"blog_dir": "news", "urls_file": "others.txt"}}]
    site.config(plugins=["search", *both]).put("docs/news/posts/n.md", "---\ndate: 2024-02-02\n---\n# N\n")
    for name, head in HEADS.items():
        site.put(f"docs/blog/posts/{name}.md", f"---\ndate: 2024-02-02\n{head}\n---\nText.\n")
    site.put("others.txt", "/lost/others/\n").put("urls.txt", "".join(f"{line}\n" for line in LINES))
    said = run_in(site, "check").stdout.replace("\n    ", " -> ").splitlines()
    return [line.replace("lost-url: ", "").replace("docs/blog/posts/", "") for line in said if "lost-url" in line]


def lost(told: list[str], url: str) -> str:
    """What is told of a URL."""
    (found,) = [line for line in told if f"'{url}'" in line]
    return found


ADD = "to its front matter"


@pytest.mark.parametrize(
    ("url", "at"),
    [
        (
            "/lost/a/",
            "a.md:5:16: '{}' was its URL, and {} since it is '/blog/2024/02/02/aa/' -> add `{}` to its `redirect_from`",
        ),
        ("/lost/b/", "b.md:3:7: '{}' was its URL, and {} since it is '/blog/2024/02/02/b/' -> add `aliases: [{}]` {}"),
        ("/lost/c/", "c.md:3:8: '{}' was its URL, and {} since it is '/blog/2024/02/02/c/' -> add `aliases: [{}]` {}"),
        ("/lost/d/", "d.md:3:12: '{}' was its URL, and {} since it is '/d/' -> add `redirect_from: [{}]` {}"),
        (
            "/lost/e/",
            "e.md:2:7: '{}' was its URL, and {} since it is '/blog/2024/02/02/e/' -> add `{}` to its `legacyUrl`",
        ),
    ],
)
def test_a_text_at_another_url_is_told_where_that_is_decided(told: list[str], url: str, at: str) -> None:
    assert lost(told, url) == at.format(url, "nothing answers there", url, ADD)


@pytest.mark.parametrize(
    ("url", "source", "at"),
    [
        ("/lost/1/", "docs/blog/2023-01-01-tide.md", "2024-02-02-tide.md:3:8"),
        ("/lost/wave.html", "", "wave.md:3:8"),
        ("/lost/2/", "docs/blog/2.md", "water.md:3:8"),
        ("/lost/3/", "docs/blog/3.md", "story.md:3:8"),
    ],
)
def test_a_text_that_may_be_the_same_is_told(told: list[str], url: str, source: str, at: str) -> None:
    assert lost(told, url) == (
        f"{at}: '{url}' was the URL of {source}, and nothing answers there"
        f" -> if this is the same text, add `aliases: [{url}]` {ADD}"
    )


@pytest.mark.parametrize(
    ("url", "line", "source"),
    [
        ("/lost/4/", 10, "was published for docs/blog/4.md"),
        ("/lost/5/", 11, "was published for docs/blog/5.md"),
        ("/lost/6/", 12, "was published for docs/blog/6.md"),
        ("/lost/7/", 13, "was published"),
    ],
)
def test_else_it_is_told_in_the_list(told: list[str], url: str, line: int, source: str) -> None:
    assert lost(told, url) == (
        f"urls.txt:{line}:1: '{url}' {source}, and nothing answers there"
        f" -> add `aliases: [{url}]` to the post that replaces it, or take the line out"
    )


def test_what_is_no_url_is_told_in_short(told: list[str]) -> None:
    assert lost(told, f"lost/9/{'x' * 53}") == (
        f"urls.txt:15:1: 'lost/9/{'x' * 53}' is not a URL from the site's root -> take the line out"
    )


def test_the_first_blog_that_has_a_list_has_it_for_all(told: list[str]) -> None:
    assert len(told) == len(LINES)
