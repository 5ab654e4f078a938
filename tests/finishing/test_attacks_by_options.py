"""Texts of options: each is shown as it is, and breaks no file; and no option is forgotten where attacks are tried."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser

from mkdocs_blogposts.settings import Settings
from tests.built import text_of
from tests.finishing.test_attacks import EACH_OUTPUT, read_calendar, read_json, read_redirects, read_xml
from tests.site import Site

if TYPE_CHECKING:
    from tests.built import Built

EVIL = "zap\"'><zap-tag></script></title>]]>&\u2028{{ zap }};\\,\x7f"
"""What ends whatever a text may stand in."""
PATTERN = "'" + EVIL.replace("'", "''") + "'"
"""The same as a pattern of Babel: letters between quotes stand for themselves."""

SHOWN: dict[str, Any] = {
    **dict.fromkeys(("archive_name", "categories_name", "authors_profiles_name"), EVIL),
    **dict.fromkeys(("post_date_format", "archive_date_format"), PATTERN),
    "changelog_categories": [EVIL],
    "post_teaser_default": "https://example.org/" + EVIL,
    "post_excerpt_separator": EVIL,
    "key_aliases": {"description": [EVIL]},
    "draft_title_prefixes": [EVIL],
    "draft_tags": [EVIL],
    "share_links": [{"link": EVIL, "title": EVIL, "icon": EVIL}],
}
"""Options whose text a reader may meet, or that is compared with what a reader may meet."""

URLS = {
    *("blog_dir", "talks_dir", "authors_file", "post_dir", "cache_dir", "changelog", "jekyll_config"),
    *("post_url_format", "post_permalink", "talks_permalink", "events_url_format", "archive_url_format"),
    *("categories_url_format", "authors_profiles_url_format", "tags_url_format", "tags_index_url", "series_url_format"),
    *("pagination_url_format", "feeds_atom_url", "post_url_date_format", "archive_url_date_format"),
}
"""Those that name a file or a URL, of which `tests/test_paths.py` tells."""

CHOICES = {
    *("view_layout", "tags_layout", "series_layout", "authors_profiles_layout", "post_dialect", "post_excerpt"),
    *("teaser_placeholder", "timezone", "faults", "feeds_formats", "feeds_listings", "categories_allowed"),
    *("pagination_format", "workers"),
}
"""Those that take one of some values, and show no text of their own."""


def test_no_option_is_forgotten() -> None:
    """Whoever adds an option by which there is more to be seen puts it where strangers' texts are tried with it."""
    flags = {field.name for field in fields(Settings) if field.type in {"bool", "bool | None", "int", "int | None"}}
    functions = {field.name for field in fields(Settings) if field.type in {"choices.Slugify", "choices.SortKey"}}
    functions |= {"post_slugify_separator", "categories_slugify_separator"}
    tried = {*EACH_OUTPUT, *SHOWN, *URLS, *CHOICES, *flags, *functions}

    assert {field.name for field in fields(Settings)} - tried == set()
    assert tried - {field.name for field in fields(Settings)} == set()


@pytest.fixture(scope="module", name="built", params=["material", "mkdocs"])
def _built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    site = Site(tmp_path_factory.mktemp("options"))
    site.config(
        theme=request.param,
        **dict.fromkeys(("site_name", "site_description", "site_author", "copyright"), EVIL),
        nav=[{EVIL: "index.md"}, {EVIL: [{EVIL: "blog/index.md"}]}],
    )
    site.blogposts(**EACH_OUTPUT, **{name: value for name, value in SHOWN.items() if name != "share_links"})
    site.blogposts(publications=[], changelog=["changes.md"], urls_file=None)
    site.put("docs/index.md", "# Home\n\n[Post](blog/posts/a.md)\n").put("docs/blog/index.md", "# Blog\n")
    site.put("docs/changes.md", "# Changes\n\n## 1.0 - 2024-01-31\n\nOne.\n")
    site.put("docs/guide/index.md", "# Guide\n")
    authors = {"authors": {"ana": {"name": "Ana", "description": "A", "avatar": "https://example.org/ana.png"}}}
    site.put("docs/blog/.authors.yml", yaml.safe_dump(authors))
    for name in "abc":
        head = {
            "date": "2024-01-31",
            "authors": ["ana"],
            "categories": ["C"],
            "tags": ["T"],
            "redirect_from": f"/{name}/",
        }
        text = f"# {name}\n\nText.\n\n{EVIL}\n\nMore.\n"
        site.put(f"docs/blog/posts/{name}.md", f"---\n{yaml.safe_dump(head)}---\n{text}")
    site.put("docs/talks/t.md", "---\nvenue: V\ndate: 2099-01-31\nlocation: Oslo, Norway\n---\n# T\n\nText.\n")
    return site.build()


def test_what_options_say_is_text_wherever_we_show_it(built: Built) -> None:
    assert built.error is None
    seen = 0
    for url in built.pages:
        page = built.page(url)
        ours = [*page.css("[class^=bp-], [class*=' bp-']"), *page.css("head meta"), *page.css("head link")]
        for node in ours:
            assert node.css("zap-tag") == [], (url, node.html)
            seen += "zap" in text_of(node) or any("zap" in (value or "") for value in node.attributes.values())
        assert page.json_ld is not None
    assert seen > 10


def test_what_options_say_breaks_no_file(built: Built) -> None:
    readers = {".xml": read_xml, ".json": read_json, ".ics": read_calendar, "_redirects": read_redirects}
    read = 0
    for name in sorted(built.files):
        reader = next((each for ending, each in readers.items() if name.endswith(ending)), None)
        if reader and not name.startswith(("assets/", "search/")):
            reader(built, name, (built.dir / name).read_bytes().decode())
            read += 1
    assert read > 20


def test_the_name_of_a_site_is_shown_as_it_is(built: Built) -> None:
    name = " ".join(EVIL.replace("\x7f", "").split())

    said = [
        built.xml("blog/rss.xml").findtext("channel/title"),
        built.xml("blog/atom.xml").findtext("{*}title"),
        built.page("blog/2024/01/31/a/").meta("og:site_name"),
    ]

    told = [" ".join((each or "").replace("\x7f", "").split()) for each in said]
    assert [each for each in told if name not in each] == []
    assert LexborHTMLParser(built.read("blog/2024/01/31/a/index.html")).css("meta zap-tag") == []
