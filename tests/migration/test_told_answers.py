"""What the report of an import says of URLs that two files claim, of a feed that waits, and of layouts in use."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from mkdocs_blogposts.cli.main import main
from tests.migration.old_site import write_old
from tests.site import Site

if TYPE_CHECKING:
    from pathlib import Path

    from tests.built import Built

OLD = """
_config.yml
| title: blank
| first_name: The
| last_name: Course
| plugins: [jekyll-feed, jekyll-redirect-from]
| collections: {staff: {}}
| defaults: [{scope: {path: "", type: staff}, values: {layout: person}}]
_posts/2024-01-01-early.md
| ---
| title: Early
| permalink: /week/
| redirect_from: /first/
| ---
| Whoever comes first in the morning finds the door closed and waits below the old lime tree.
_posts/2024-01-02-late.md
| ---
| title: Late
| permalink: /week/
| ---
| Nobody who arrives after lunch has ever seen how bright the hall becomes at ten.
about.md
| ---
| permalink: /about
| ---
| What readers get without a slash at the end is a page beside the folder that holds the very same words.
lost.md
| ---
| layout: search
| permalink: /404.html
| ---
| Lost in the hall?
blog/rss.xml
| ---
| ---
| <rss>{{ site.posts | size }}</rss>
_staff/ada.md
| ---
| name: Ada
| ---
| Counts.
_layouts/person.html
| ---
| layout: box
| ---
| <h3>{{ page.name }}</h3>{{ content }}
_layouts/box.html
| <div class="person">{{ content }}</div>
feeds/late.xml
| ---
| layout: feed
| tag: late
| ---
_layouts/feed.xml
| <feed>{{ page.tag }}{% for post in site.posts %}<entry>{{ post.title }}</entry>{% endfor %}</feed>
scripts/all.js
| ---
| ---
| {% include_relative _parts/one.js %}
scripts/_parts/one.js
| one() {% include_relative _parts/two.js %}
scripts/_parts/two.js
| two()
scripts/_parts/none.js
| none()
_plugins/stars.rb
| # A filter.
staff.md
| ---
| title: Staff
| ---
| {% for each in site.staff %}{{ each }}{% endfor %}
"""


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path, Built]:
    """The report of an import, the new site, and what is built of it."""
    root = tmp_path_factory.mktemp("course")
    CliRunner().invoke(main, ["import", "jekyll", str(write_old(root / "old", OLD)), str(root / "new")])
    report = (root / "new" / "import-report.md").read_text(encoding="utf-8")
    return report, root / "new", Site.at(root / "new").build()


def test_of_two_posts_at_one_url_each_is_told_where_it_stands(course: tuple[str, Path, Built]) -> None:
    report, _, built = course

    assert built.page("week/").title == "Late - The Course"
    assert built.page("week-2/").title == "Early - The Course"
    rows = [line for line in report.splitlines() if line.startswith(("| `/week", "| `/first"))]
    early = "`_posts/2024-01-01-early.md`"
    assert rows == [
        f"| `/first/` | `/week-2/` | a redirect | {early} |",
        f"| `/week/` | `/week-2/` | the page itself, in whose place Jekyll showed another | {early} |",
        "| `/week/` | the same | the page itself | `_posts/2024-01-02-late.md` |",
    ]
    told = "duplicate-url: '/week/' is already the URL of _posts/2024-01-02-late.md, so it is built at '/week-2/'"
    assert [told in line for line in built.warnings] == [True]
    assert f"_posts/2024-01-01-early.md:3:12: {told}" in report


def test_a_page_without_a_slash_at_its_end_is_found_behind_the_file_that_leads_to_it(
    course: tuple[str, Path, Built],
) -> None:
    report, _, built = course

    assert 'url=about/"' in built.read("about.html")
    assert "\nAll 9 URLs of pages answer" in report


def test_what_is_shown_for_what_is_not_there_is_no_search(course: tuple[str, Path, Built]) -> None:
    assert "Lost in the hall?" in course[2].read("404.html")


def test_a_feed_waits_for_the_address_of_the_site(course: tuple[str, Path, Built]) -> None:
    report, new, built = course

    assert "feeds_formats: [atom, json] # the site has its own" in (new / "mkdocs.yml").read_text(encoding="utf-8")
    assert built.read("blog/rss.xml").strip() == "<rss>2</rss>"
    assert "feed.xml" not in built.files
    assert (
        "| `jekyll-feed` | `/feed.xml` | there is a feed as soon as `site_url` is in `mkdocs.yml`;"
        " `_config.yml` has no `url` |" in report
    )
    assert "nothing is at" not in report


def test_layouts_of_documents_without_pages_go_along(course: tuple[str, Path, Built]) -> None:
    report, new, built = course

    assert sorted(path.name for path in (new / "_layouts").iterdir()) == ["box.html", "feed.xml", "person.html"]
    assert built.read("feeds/late.xml").strip() == "<feed>late<entry>Late</entry><entry>Early</entry></feed>"
    assert [node.text() for node in built.page("staff.html").css(".person h3")] == ["Ada"]
    assert "Counts." in built.page("staff.html").text
    assert "layouts in" not in report


def test_plugins_go_along_to_be_read(course: tuple[str, Path, Built]) -> None:
    report, new, _ = course

    assert (new / "_plugins" / "stars.rb").is_file()
    assert "| plugins written in Ruby in _plugins | | nothing runs them here; they are there to be read |" in report


def test_parts_beside_a_text_go_along(course: tuple[str, Path, Built]) -> None:
    _, new, built = course

    assert built.read("scripts/all.js").split() == ["one()", "two()"]
    assert sorted(path.name for path in new.rglob("_parts/*")) == ["one.js", "two.js"]
    assert not [name for name in built.files if "_parts" in name]
