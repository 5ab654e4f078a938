"""Keys that nobody reads: what was meant is told."""

from __future__ import annotations

import pytest

from mkdocs_blogposts.faults import Level
from tests.content.reading import post, talk

OTHERS = {
    "alias": "aliases",
    "redirects": "redirect_from",
    "old_urls": "redirect_from",
    "thumbnail": "image",
    "featured_image": "image",
    "featuredImage": "image",
    "banner": "image",
    "expires_at": "expires",
    "expire_date": "expires",
    "update": "updated",
    "updated_at": "updated",
    "last_updated": "updated",
    "update_date": "updated",
    "labels": "tags",
    "series_name": "series",
    "replaced_by": "superseded_by",
    "replaces": "supersedes",
}
OF_TALKS = {
    "videos": "videourl",
    "recording": "videourl",
    "youtube": "videourl",
    "deck": "slides",
    "presentation": "slides",
    "conference": "event",
    "city": "location",
    "place": "location",
}


def told(key: str, ours: str) -> str:
    hint = f"write `{ours}:`, or set `key_aliases: {{{ours}: [{key}]}}` in mkdocs.yml"
    return f"the blog does not read '{key}'; did you mean '{ours}'? -> {hint}"


@pytest.mark.parametrize(("key", "ours"), OTHERS.items())
def test_what_other_programs_call_a_key_is_told(key: str, ours: str) -> None:
    assert post(f"date: 2025-07-28\n{key}: x").told == [f"post.md:3:1: {told(key, ours)}"]


@pytest.mark.parametrize(("key", "ours"), OF_TALKS.items())
def test_what_other_programs_call_a_key_of_talks_is_told_of_talks_alone(key: str, ours: str) -> None:
    head = f"title: T\nspeakers: [ada]\ndate: 2025-07-28\n{key}: x"

    assert told(key, ours) in "\n".join(talk(head).told)
    assert told(key, ours) not in "\n".join(post(f"date: 2025-07-28\n{key}: x").told)


@pytest.mark.parametrize(
    "key", ["outdatedafter", "outdated-after", "outdatd_after", "outadted_after", "outdated_afterr"]
)
def test_a_key_that_is_one_slip_away_is_told(key: str) -> None:
    assert [line for line in post(f"date: 2025-07-28\n{key}: 2 years").told if "outdated_after" in line] == [
        f"post.md:3:1: unknown key '{key}'; did you mean 'outdated_after'?"
    ]


@pytest.mark.parametrize(
    ("key", "ours"),
    [
        *((key, "tags") for key in ("tgs", "ags", "tas")),
        *((key, "slug") for key in ("slg", "lug", "sug", "slu")),
        *((key, "title") for key in ("itle", "ttle", "tile", "tite", "titl")),
    ],
)
def test_a_short_key_without_one_of_its_letters_is_told(key: str, ours: str) -> None:
    assert post(f"date: 2025-07-28\n{key}: x").told == [f"post.md:3:1: unknown key '{key}'; did you mean '{ours}'?"]


@pytest.mark.parametrize("key", ["dat", "dte", "ate", "dae"])
def test_a_date_under_a_short_key_without_one_of_its_letters_is_told(key: str) -> None:
    assert post(f"{key}: 2025-07-28").told == [f"post.md:2:1: has no date -> write `date:` for `{key}:`"]


@pytest.mark.parametrize(("key", "level"), [("titl", Level.INFO), ("tagss", Level.WARNING)])
def test_a_short_key_that_nobody_knows_may_be_meant(key: str, level: Level) -> None:
    assert post(f"date: 2025-07-28\n{key}: x").levels == [level]


@pytest.mark.parametrize("key", ["link1", "title2", "image_10", "tags2"])
def test_a_key_with_a_number_is_no_slip(key: str) -> None:
    assert post(f"date: 2025-07-28\n{key}: x").told == []
