"""`_config.yml` of a Jekyll site: what it says, and what is told about it."""

from __future__ import annotations

from textwrap import dedent

import pytest

from mkdocs_blogposts.content.authors import take_site_author
from mkdocs_blogposts.faults import Faults
from mkdocs_blogposts.frontmatter.source import Source
from mkdocs_blogposts.jekyll.config_reader import load_jekyll_config
from mkdocs_blogposts.jekyll.jekyll_config import JekyllConfig, settings_for_jekyll
from mkdocs_blogposts.settings import Settings


def config(text: str, root: str = "") -> tuple[JekyllConfig, list[str]]:
    """What a file says, and what was told about it."""
    faults = Faults()
    source = Source(src_uri="_config.yml", path="_config.yml", content=dedent(text).encode())
    read = load_jekyll_config([source], root, faults)
    return read, [f"{fault.level.name} {fault}".replace("\n    ", " -> ") for fault in faults]


def test_an_empty_file_is_as_jekyll_has_it() -> None:
    read, told = config("")
    assert (read.exists, read.permalink, read.excerpt_separator, read.future) == (True, "date", "\n\n", None)
    assert not told


def test_what_a_file_says() -> None:
    read, told = config("""
        title: A site
        url: https://example.org
        baseurl: /base
        permalink: /:title/
        timezone: Europe/Lisbon
        future: false
        excerpt_separator: <!--more-->
        teaser: /images/teaser.png
        words_per_minute: 160
        author: Ada
        collections:
          talks:
            output: true
            permalink: /:collection/:path/
        exclude: [notes]
        include: [_pages]
    """)
    assert not told
    assert read.values["title"] == "A site"
    assert (read.url, read.baseurl, read.permalink) == ("https://example.org", "/base", "/:title/")
    assert (read.timezone, read.future, read.excerpt_separator) == ("Europe/Lisbon", False, "<!--more-->")
    assert (read.teaser, read.words_per_minute) == ("/images/teaser.png", 160)
    assert read.author is not None
    assert take_site_author(read.author) == "Ada"
    assert read.collections["talks"].output
    assert read.template_of("talks") == "/:collection/:path/"
    assert (read.exclude[0], read.include) == ("notes", (".htaccess", "_pages"))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "title: x\npermalink: /:yeer/",
            "WARNING _config.yml:2:12: permalink: '/:yeer/' has the unknown placeholder :yeer -> did you mean :year?",
        ),
        (
            "collections:\n  talks:\n    permalink: /:nonsense/",
            (
                "WARNING _config.yml:3:16: collections.talks.permalink: '/:nonsense/' has the unknown placeholder "
                ":nonsense -> there are"
            ),
        ),
        (
            "timezone: Mars/Olympus",
            (
                "INFO _config.yml:1:11: timezone: there is no time zone 'Mars/Olympus'"
                " -> write one such as UTC or Europe/Lisbon"
            ),
        ),
        ("future: maybe", "INFO _config.yml:1:9: future: expected true or false, got 'maybe'"),
        ("exclude: notes", "INFO _config.yml:1:10: exclude: expected a list, got 'notes'"),
        ("excerpt_separator: 1", "INFO _config.yml:1:20: excerpt_separator: expected text, got 1"),
        ("collections: 1", "INFO _config.yml:1:14: collections: expected the names of collections, got 1"),
        ("collections:\n  talks: 1", "INFO _config.yml:2:10: collections.talks: expected keys and values, got 1"),
        ("defaults: 1", "INFO _config.yml:1:11: defaults: expected a list, got 1"),
        (
            "defaults:\n  - scope: {path: ''}",
            "INFO _config.yml:2:5: defaults[0]: expected `scope` and `values`, got a mapping",
        ),
        ("title: [x", "ERROR _config.yml:1:8: the '[' that begins here is never closed"),
        ("title: a\ntitle: b", "INFO _config.yml:2:1: duplicate key 'title', first on line 1"),
        ("- a", "ERROR _config.yml:1:1: expected keys and values, got a list"),
    ],
    ids=lambda text: text.splitlines()[0] if text.startswith(("ERROR", "WARNING", "INFO")) else "",
)
def test_faults(text: str, told: str) -> None:
    read, found = config(text)
    assert read.exists
    assert len(found) == 1
    assert found[0].startswith(told)


@pytest.mark.parametrize(
    ("permalink", "talks"),
    [
        ("date", "/:collection/:path:output_ext"),
        ("pretty", "/:collection/:path/"),
        ("weekdate", "/:collection/:path"),
        ("/:title/", "/:collection/:path/"),
        ("/:title:output_ext", "/:collection/:path:output_ext"),
        ("/:title", "/:collection/:path"),
    ],
)
def test_the_style_of_the_site_decides_how_talks_end(permalink: str, talks: str) -> None:
    read, _ = config(f"permalink: {permalink}\ncollections: [talks]")
    assert read.template_of("talks") == talks


def test_the_posts_may_have_a_template_of_their_own() -> None:
    read, _ = config("permalink: pretty\ncollections:\n  posts:\n    permalink: /p/:title/")
    assert read.template_of("posts") == "/p/:title/"


def test_options_of_the_site_win() -> None:
    read, _ = config("permalink: pretty\ntimezone: Asia/Tokyo\nfuture: false\ncollections: [talks]")
    settings = settings_for_jekyll(Settings(), frozenset(), read)
    assert (settings.post_permalink, settings.timezone, settings.draft_if_future_date) == (
        "/:categories/:year/:month/:day/:title/",
        "Asia/Tokyo",
        True,
    )
    chosen = frozenset({"post_permalink", "timezone", "draft_if_future_date", "talks_permalink"})
    own = Settings()
    assert settings_for_jekyll(own, chosen, read) == own


def test_without_a_file_nothing_changes() -> None:
    own = Settings()
    assert settings_for_jekyll(own, frozenset(), JekyllConfig()) is own


DEFAULTS = """
    defaults:
      - values: {a: 1, deep: {x: 1, y: 1}, list: [1]}
      - scope: {path: _posts, type: posts}
        values: {a: 2, deep: {y: 2}, list: [2]}
      - scope: {path: ""}
        values: {a: 3, b: 3}
      - scope: {path: _posts/2024*}
        values: {a: 4}
      - scope: {path: "", type: talks}
        values: {a: 5}
      - scope: {path: "**/deep/*.md"}
        values: {c: 6}
      - scope: {path: "", type: page}
        values: {a: 7}
"""


@pytest.mark.parametrize(
    ("path", "kind", "values"),
    [
        ("_posts/2023-01-01-x.md", "posts", {"a": 2, "b": 3, "deep": {"x": 1, "y": 2}, "list": [2]}),
        ("_posts/2024-01-01-x.md", "posts", {"a": 4, "b": 3, "deep": {"x": 1, "y": 2}, "list": [2]}),
        ("_talks/x.md", "talks", {"a": 5, "b": 3, "deep": {"x": 1, "y": 1}, "list": [1]}),
        ("_talks/deep/x.md", "talks", {"a": 5, "b": 3, "c": 6, "deep": {"x": 1, "y": 1}, "list": [1]}),
        ("about.md", "pages", {"a": 7, "b": 3, "deep": {"x": 1, "y": 1}, "list": [1]}),
        ("_drafts/x.md", "posts", {"a": 3, "b": 3, "deep": {"x": 1, "y": 1}, "list": [1]}),
    ],
)
def test_defaults(path: str, kind: str, values: dict[str, object]) -> None:
    read, told = config(DEFAULTS)
    assert not told
    assert read.defaults_for(path, kind) == values


def test_which_files_are_of_the_site() -> None:
    read, _ = config("", root="old")
    assert read.counts_for("old/_posts/2024-01-01-x.md")
    assert read.counts_for("old/es/_drafts/x.md")
    assert not read.counts_for("_posts/2024-01-01-x.md")
    assert not read.counts_for("old/posts/2024-01-01-x.md")
    assert not JekyllConfig().counts_for("_posts/2024-01-01-x.md")
