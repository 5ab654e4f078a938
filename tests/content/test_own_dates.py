"""Which of its dates is the date of a post."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from mkdocs_blogposts.content.reading import root_of
from mkdocs_blogposts.faults import Kind, Level
from mkdocs_blogposts.jekyll.jekyll_config import JekyllConfig
from mkdocs_blogposts.texts.loader import load_post
from tests.content.reading import day, post, read

if TYPE_CHECKING:
    from datetime import datetime

NOT_A_DATE = "is not a date -> write it as 2025-07-01, or 2025-07-01 09:30:00 +02:00"


class TestDate:
    """Which date is the date."""

    @pytest.mark.parametrize(
        ("head", "more", "date"),
        [
            pytest.param("date: {created: 2025-01-01}\npubDate: 2025-01-03", {}, "2025-01-01", id="date.created"),
            pytest.param("date: 2025-01-01\npubDate: 2025-01-03", {}, "2025-01-01", id="date"),
            pytest.param("publishDate: 2025-01-01\npubDate: 2025-01-03", {}, "2025-01-01", id="publishDate"),
            pytest.param("pubDate: 2025-01-01", {}, "2025-01-01", id="pubDate"),
            pytest.param("date:\npubDate: 2025-01-01", {}, "2025-01-01", id="an empty one is none"),
            pytest.param(
                "date: {updated: 2025-01-03}\npubDate: 2025-01-01", {}, "2025-01-01", id="nor is one in a part"
            ),
            pytest.param(
                "written: 2025-01-01", {"key_aliases": {"date": ("written",)}}, "2025-01-01", id="a name of the site"
            ),
            pytest.param("", {"src_uri": "blog/posts/2025-01-01-x.md"}, "2025-01-01", id="the file name"),
            pytest.param(
                "date: 2025-01-01", {"src_uri": "_posts/2024-01-03-x.md"}, "2025-01-01", id="before the file name"
            ),
            pytest.param(
                "date: 2025-01-01 10:00", {"timezone": "Asia/Tokyo"}, "2025-01-01T01:00", id="where the site is"
            ),
        ],
    )
    def test_is(self, head: str, more: dict[str, Any], date: str) -> None:
        found = post(head, **more)

        assert (found.it.date, found.told) == (day(date), [])

    @pytest.mark.parametrize(
        ("head", "updated"),
        [
            ("date: {created: 2025-01-01, updated: 2025-01-02}\nupdated: 2025-01-03", "2025-01-02"),
            *(
                (f"date: 2025-01-01\n{key}: 2025-01-02", "2025-01-02")
                for key in ("updated", "updatedDate", "modified", "lastmod")
            ),
            ("date: 2025-01-01\nlast_modified_at: 2025-01-02", "2025-01-02"),
        ],
    )
    def test_of_the_last_change_is(self, head: str, updated: str) -> None:
        found = post(head).it

        assert found.updated == found.dates["updated"] == day(updated)

    @pytest.mark.parametrize(
        ("head", "told"),
        [
            pytest.param("date: July 1st", f"post.md:2:7: date: 'July 1st' {NOT_A_DATE}", id="no date"),
            pytest.param("date: 2025-13-45", f"post.md:2:7: date: '2025-13-45' {NOT_A_DATE}", id="an impossible one"),
            pytest.param("date: [2025-01-01]", f"post.md:2:7: date: a list {NOT_A_DATE}", id="a list"),
            pytest.param(
                "date: {created: soon}", f"post.md:2:17: date.created: 'soon' {NOT_A_DATE}", id="no date in a mapping"
            ),
            pytest.param(
                "date: {updated: 2025-01-01}",
                "post.md:2:7: date: has no `created` -> add `created: 2025-07-01` below it",
                id="a mapping without created",
            ),
            pytest.param(
                "title: X",
                "post.md:1:1: has no date -> add `date: 2025-07-01`, or begin the file name with `2025-07-01-`",
                id="none",
            ),
        ],
    )
    def test_has_to_be_one(self, head: str, told: str) -> None:
        found = post(head)

        assert (found.maybe, found.told) == (None, [told])
        assert (found.faults.found[0].kind, found.levels) == (Kind.DATE, [Level.ERROR])

    def test_under_published_is_told(self) -> None:
        found = post("unlike: any date\npublished: 2025-01-01")

        assert (found.maybe, found.told[0]) == (None, "post.md:3:1: has no date -> write `date:` for `published:`")

    @pytest.mark.parametrize(
        ("folder", "dialect", "zone"),
        [("_posts", "auto", "+09:00"), ("_posts", "material", "+00:00"), ("blog/posts", "auto", "+00:00")],
    )
    def test_is_meant_in_the_zone_of_a_jekyll_site_in_its_files(self, folder: str, dialect: str, zone: str) -> None:
        jekyll = JekyllConfig(paths=("_config.yml",), timezone="Asia/Tokyo")
        found = post("date: 2024-05-01", src_uri=f"{folder}/2024-05-01-a.md", jekyll=jekyll, post_dialect=dialect)

        assert found.it.date.isoformat() == f"2024-05-01T00:00:00{zone}"

    @pytest.mark.parametrize(
        ("head", "date"), [("title: X", day("2024-05-01")), ("date: {updated: 2025-01-01}", None), ("date: soon", None)]
    )
    def test_of_the_first_commit_counts_only_where_none_is_written(self, head: str, date: datetime | None) -> None:
        found = post(head, created=lambda _: day("2024-05-01"))

        assert (found.maybe and found.maybe.date) == date

    def test_that_is_bad_gives_way_to_that_of_the_file_name_in_jekylls_dialect(self) -> None:
        found = post("date: July 1st", src_uri="_posts/2025-07-01-x.md")

        assert (found.it.date, found.told) == (
            day("2025-07-01"),
            [f"2025-07-01-x.md:2:7: date: 'July 1st' {NOT_A_DATE}"],
        )
        assert found.levels == [Level.WARNING]

    @pytest.mark.parametrize(
        ("head", "place"),
        [
            ("date: 2025-01-02\nupdated: 2025-01-01", "3:10: updated"),
            ("date:\n  created: 2025-01-02\n  updated: 2025-01-01", "4:12: date.updated"),
        ],
    )
    def test_of_a_change_before_the_post_is_told_and_left_out(self, head: str, place: str) -> None:
        found = post(head)

        assert found.it.dates == {"created": day("2025-01-02")}
        hint = "write a day after that of `date`, or take it out"
        assert found.told == [f"post.md:{place}: 2025-01-01 is before the date of the post -> {hint}"]
        assert found.levels == [Level.INFO]

    def test_of_a_change_on_the_day_of_the_post_is_not_before_it(self) -> None:
        found = post("date: 2025-01-02 10:00:00\nupdated: 2025-01-02")

        assert (found.it.updated, found.told) == (day("2025-01-02T10:00"), [])

    def test_is_missed_in_silence_where_jekyll_sees_no_post(self) -> None:
        found = read(load_post, "# About\n", src_uri="_posts/about.md")

        assert (found.maybe, found.levels) == (None, [Level.INFO])
        assert found.told == ["about.md:1:1: has no date, so it is no post -> begin its name with `2025-07-01-`"]

    def test_of_another_name_that_is_bad_is_told_and_left_out(self) -> None:
        found = post("date: {created: 2025-01-01, reviewed: soon, checked: }")

        assert found.it.dates == {"created": day("2025-01-01")}
        assert found.told == [f"post.md:2:39: date.reviewed: 'soon' {NOT_A_DATE}"]

    def test_is_missed_in_a_file_without_front_matter(self) -> None:
        found = read(load_post, "# Hello\n", src_uri="blog/posts/post.md")

        assert found.maybe is None
        hint = "begin the file with a line `---`, a line `date: 2025-07-01` and a line `---`"
        assert found.told == [f"post.md:1:1: has no front matter, and no date in its name -> {hint}"]
        assert found.faults.found[0].kind is Kind.FRONT_MATTER

    def test_of_the_file_name_is_enough_without_front_matter(self) -> None:
        found = read(load_post, "# Hello\n", src_uri="_posts/2025-07-28-x.md")

        assert (found.it.title, found.it.date, found.told) == ("Hello", day("2025-07-28"), [])


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("index", "the text above the cards stands in 'blog/index.md' in `docs_dir`"),
        ("2024-01-31", "give it a name behind the date: 2024-01-31-hello.md"),
        ("31-01-2024-hello", "call it 2024-01-31-hello.md"),
        ("2024_01_31_hello", "call it 2024-01-31-hello.md"),
    ],
)
def test_what_to_do_with_a_file_that_has_no_date_depends_on_its_name(name: str, hint: str) -> None:
    found = read(load_post, "Text.\n", src_uri=f"blog/posts/{name}.md")

    assert found.told == [f"{name}.md:1:1: has no front matter, and no date in its name -> {hint}"]


@pytest.mark.parametrize("folder", ["../_posts", "./../_posts", "../../_posts", "_posts"])
def test_a_folder_outside_pretends_to_lie_inside(folder: str) -> None:
    assert root_of(folder) == "_posts"
