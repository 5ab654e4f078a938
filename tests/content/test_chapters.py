"""Chapters of a recording, as front matter tells them."""

from __future__ import annotations

import pytest

from tests.content.reading import talk

HINT = 'write `- "0:00 Welcome"`'


@pytest.mark.parametrize(
    "chapters",
    [
        "['0:05 Welcome', '12:34 - Waves  and wind', '1:02:03 – Questions?']",  # noqa: RUF001
        "|\n  0:05 Welcome\n\n  12:34 - Waves  and wind\n  1:02:03 – Questions?",  # noqa: RUF001
    ],
    ids=["a list", "lines of text"],
)
def test_a_chapter_has_its_time_and_its_title(chapters: str) -> None:
    found = talk(f"venue: PyCon\nchapters: {chapters}")

    assert found.told == []
    assert [(each.second, each.time, each.title) for each in found.it.chapters] == [
        (5, "0:05", "Welcome"),
        (12 * 60 + 34, "12:34", "Waves and wind"),
        (3600 + 2 * 60 + 3, "1:02:03", "Questions?"),
    ]


def test_a_talk_has_no_chapters_unless_it_names_some() -> None:
    assert talk("venue: PyCon").it.chapters == ()


@pytest.mark.parametrize("chapter", ["Welcome", "0:60 Welcome", "0:00", "7", "{0: a}"])
def test_what_is_no_chapter_is_told_and_the_others_are_read(chapter: str) -> None:
    found = talk(f"venue: PyCon\nchapters: [{chapter!r}, '1:00 End']".replace("'7'", "7").replace("'{0: a}'", "{0: a}"))

    assert [told.partition(": ")[2] for told in found.told] == [
        f"chapters[0]: expected a time and a title, got {'a mapping' if '{' in chapter else shown(chapter)} -> {HINT}"
    ]
    assert [each.title for each in found.it.chapters] == ["End"]


def shown(chapter: str) -> str:
    return chapter if chapter == "7" else f"'{chapter}'"
