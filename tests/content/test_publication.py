"""What keeps a file out of a build, and what drafts may leave undone."""

from __future__ import annotations

from typing import Any

import pytest

from mkdocs_blogposts.content.models import HeldBack
from mkdocs_blogposts.faults import Level
from mkdocs_blogposts.jekyll.jekyll_config import JekyllConfig
from tests.content.reading import DATED, NOW, post


class TestHeldBack:
    """What keeps a post out of a build."""

    @pytest.mark.parametrize(
        ("head", "more", "reason"),
        [
            pytest.param("draft: true", {}, HeldBack.DRAFT, id="a draft"),
            pytest.param("title: '[DRAFT] X'", {}, HeldBack.DRAFT, id="a title with a marker"),
            pytest.param("tags: [Draft]", {}, HeldBack.DRAFT, id="a tag that is a marker"),
            pytest.param("title: X", {"src_uri": "_drafts/x.md"}, HeldBack.DRAFT, id="a folder of drafts"),
            pytest.param("draft: false", {"src_uri": "_drafts/x.md"}, HeldBack.DRAFT, id="whatever the file says"),
            pytest.param("published: false", {}, HeldBack.UNPUBLISHED, id="published: false"),
            pytest.param("published: true", {"post_dialect": "material"}, None, id="published: true in each dialect"),
            pytest.param("expires: 2025-12-31", {}, HeldBack.EXPIRED, id="an end in the past"),
            pytest.param("expiryDate: 2026-01-01", {}, HeldBack.EXPIRED, id="an end right now"),
            pytest.param("expires: 2026-01-02", {}, None, id="an end in the future"),
            pytest.param("draft: false\npublished: true", {}, None, id="nothing"),
        ],
    )
    def test_is(self, head: str, more: dict[str, Any], reason: HeldBack | None) -> None:
        assert post(f"{DATED}\n{head}", **more).it.held_back is reason

    def test_is_told_in_words(self) -> None:
        assert [reason.value for reason in HeldBack] == [
            *("draft", "unpublished", "future", "expired", "without a password")
        ]

    @pytest.mark.parametrize(
        ("head", "holds", "reason"),
        [
            ("date: 2026-01-02", True, HeldBack.FUTURE),
            ("date: 2026-01-01", True, None),
            ("date: 2026-01-02", False, None),
            ("date: 2026-01-02\ndraft: false", True, None),
        ],
    )
    def test_until_its_date_if_the_site_wants_it(self, head: str, reason: HeldBack | None, *, holds: bool) -> None:
        assert post(head, draft_if_future_date=holds).it.held_back is reason

    @pytest.mark.parametrize(
        ("src_uri", "head", "said", "reason"),
        [
            ("_drafts/x.md", "title: X", {"show_drafts": True}, None),
            ("_drafts/x.md", "title: X", {"unpublished": True}, HeldBack.DRAFT),
            ("blog/_drafts/x.md", "published: false", {"show_drafts": True}, HeldBack.UNPUBLISHED),
            ("_posts/2024-01-03-x.md", "published: false", {"unpublished": True}, None),
        ],
    )
    def test_unless_the_configuration_of_a_jekyll_site_shows_it(
        self, src_uri: str, head: str, said: dict[str, Any], reason: HeldBack | None
    ) -> None:
        found = post(head, src_uri=src_uri, jekyll=JekyllConfig(paths=("_config.yml",), **said))

        assert (found.it.held_back, found.told) == (reason, [])


class TestDrafts:
    """Drafts may be unfinished."""

    @pytest.mark.parametrize("head", ["draft: true", "published: false", "title: 'DRAFT: X'"])
    def test_need_no_date(self, head: str) -> None:
        found = post(head, timezone="Asia/Tokyo")

        assert (found.it.date.isoformat(), found.told) == ("2026-01-01T09:00:00+09:00", [])

    def test_have_remarks_for_faults_in_a_build(self) -> None:
        found = post("draft: true\ndate: TBD\ntags: 7")

        assert (found.it.date, found.levels) == (NOW, [Level.INFO, Level.INFO])

    @pytest.mark.parametrize("more", [{"is_serve": True}, {"draft": True}])
    def test_have_faults_where_they_are_shown(self, more: dict[str, Any]) -> None:
        assert post("draft: true\ntags: 7", **more).levels == [Level.WARNING]

    def test_have_remarks_if_serve_does_not_show_them(self) -> None:
        assert post("draft: true\ntags: 7", is_serve=True, draft_on_serve=False).levels == [Level.INFO]

    @pytest.mark.parametrize(
        ("src_uri", "level"), [("_drafts/x.md", Level.INFO), ("_posts/2025-07-28-x.md", Level.WARNING)]
    )
    def test_that_cannot_be_read_are_known_by_their_folder(self, src_uri: str, level: Level) -> None:
        found = post("title: a: b", src_uri=src_uri)

        assert (found.it.body, found.levels) == ("Text.\n", [level])

    def test_expired_posts_are_treated_alike_and_future_ones_are_not(self) -> None:
        assert post(f"{DATED}\nexpires: 2025-08-01\ntags: 7").levels == [Level.INFO]
        assert post("date: 2026-02-01\ntags: 7", draft_if_future_date=True).levels == [Level.WARNING]
