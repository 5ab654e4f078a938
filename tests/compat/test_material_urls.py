"""Where Material's blog puts a post, ours does: by its date as written, and by whatever slug it has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

if TYPE_CHECKING:
    from tests.built import Built
    from tests.site import Site

DATES = {
    "evening in the west": "2025-01-01T23:30:00-05:00",
    "night in the east": "2024-12-31T00:30:00+09:00",
    "with a space": "2025-03-01 00:30:00 +02:00",
    "utc": "2025-03-02T23:59:59Z",
    "no zone": "2025-03-03 23:59:59",
    "a day": "2025-03-04",
}
SLUGS = {
    "from the root": "/2015/01/x/",
    "folders": "a//b",
    "up": "../up",
    "up and down": "a/../b",
    "the folder": "'.'",
    "the folder above": "'..'",
    "index": "index",
    "readme": "README",
    "slash": "/",
    "nothing": "''",
    "spaces": "' two words '",
    "ending": "x.html",
    "letters": "Ünï",
    "query": "a?b",
    "anchor": "'a#b'",
    "percent": "50%",
    "encoded": "'%2e%2e'",
}

SPACES = {
    "no-break": "\u00a0",
    "narrow": "\u202f",
    "ideographic": "\u3000",
    "em": "\u2003",
    "separator": "\u2028",
    "two": "  ",
    "tab": r"\t",
}
"""Space within titles and categories; of some of it slugs have a hyphen, of some nothing."""


def _write(site: Site) -> None:
    """Posts with every date, slug and space, each with a day of its own for its slug."""
    for number, (name, space) in enumerate(SPACES.items(), 1):
        head = f'date: 2024-02-{number:02}\ntitle: "{name} a{space}b"\ncategories: ["{name} c{space}d"]'
        site.put(f"docs/blog/posts/space {name}.md", f"---\n{head}\n---\nText.\n")
    for name, date in DATES.items():
        site.put(f"docs/blog/posts/{name}.md", f"---\ndate: {date}\n---\n# {name.title()}\n\nText.\n")
    for number, (name, slug) in enumerate(SLUGS.items(), 1):
        head = f"date: 2024-01-{number:02}\nslug: {slug}"
        site.put(f"docs/blog/posts/slug {name}.md", f"---\n{head}\n---\n# Slug {name}\n\nText.\n")
    site.put("docs/index.md", "# Home\n")


def _posts(built: Built) -> dict[str, str]:
    """The heading at the URL of each post."""
    assert built.exit_code == 0, built.log
    listing = re.compile(r"blog/(page/|archive[/.]|tags?[/.]|$)")
    urls = [url for url in built.pages if url.startswith("blog/") and not listing.match(url)]
    return {url: built.page(quote(url)).heading for url in urls}


@pytest.mark.parametrize("use_directory_urls", [True, False])
def test_urls_dates_and_order_are_those_of_materials_blog(site: Site, *, use_directory_urls: bool) -> None:
    site.config(use_directory_urls=use_directory_urls)
    _write(site)
    options = {"pagination": False, "archive_date_format": "d MMMM yyyy", "archive_url_date_format": "yyyy/MM/dd"}
    ours = site.blogposts(view_layout="list", timezone="Asia/Tokyo", **options).build()
    posts, index = _posts(ours), ours.page("blog/" if use_directory_urls else "blog/index.html")
    archives = {url for url in ours.pages if url.startswith("blog/archive/")} - {"blog/archive/"}  # of all years
    shown = [" ".join(node.text().split()) for node in index.css("article time")]

    theirs = site.config(plugins=["search", {"blog": options}]).build()

    assert posts == _posts(theirs)
    assert archives == {url for url in theirs.pages if url.startswith("blog/archive/")}
    their_index = theirs.page(index.url)
    assert [card.title for card in index.cards] == [card.title for card in their_index.cards]
    assert shown == [" ".join(node.text().split()) for node in their_index.css("article time")]


def test_of_several_posts_on_one_url_the_one_of_materials_blog_keeps_it(site: Site) -> None:
    for name in ("b", "a", "deep/er", "c"):
        site.put(f"docs/blog/posts/{name}.md", f"---\ndate: 2024-01-31\nslug: same\n---\n# {name}\n")
    ours = _posts(site.build())

    theirs = _posts(site.config(plugins=["search", "blog"]).build())

    assert len(ours) == len(["b", "a", "deep/er", "c"])
    assert theirs.items() <= ours.items()


FOLDERS = {
    "one": {"blog_dir": "./one"},
    "two": {"blog_dir": "two/"},
    "three": {"blog_dir": "deep//three"},
    "four": {"blog_dir": "four/", "post_dir": "{blog}-entries"},
    "five": {"blog_dir": "./five/.", "post_dir": "./{blog}//entries/"},
}
"""Ways to write folders; each blog is an instance of one site."""


def test_folders_are_found_however_they_are_written(site: Site) -> None:
    for name, options in FOLDERS.items():
        folder = options.get("post_dir", "{blog}/posts").format(blog=options["blog_dir"])
        site.put(f"docs/{options['blog_dir']}/index.md", f"# {name}\n")
        site.put(f"docs/{folder}/a.md", "---\ndate: 2024-01-31\n---\n# A\n")
    found = []
    for plugin in ("blog", "blogposts"):
        built = site.config(plugins=[{plugin: options} for options in FOLDERS.values()]).build()
        assert built.exit_code == 0, built.log
        found.append([url for url in built.pages if url.endswith("2024/01/31/a/")])

    theirs, ours = found
    assert ours == theirs
    assert len(ours) == len(FOLDERS)


def test_where_several_posts_were_leads_to_the_one_of_materials_blog(site: Site) -> None:
    for name in "bca":
        head = f"date: 2024-01-31\nslug: x\npermalink: /{name}/"
        site.put(f"docs/blog/posts/{name}.md", f"---\n{head}\n---\n# {name}\n")
    theirs = site.config(plugins=["blog"]).build().page("blog/2024/01/31/x/").heading

    built = site.config(plugins=["blogposts"]).build()

    assert f"url=../../../../../{theirs}/" in built.read("blog/2024/01/31/x/index.html")
    assert [built.page(f"{name}/").heading for name in "abc"] == ["a", "b", "c"]
