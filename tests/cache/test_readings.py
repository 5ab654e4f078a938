"""What a build has read of a file, the next one takes from the cache, where it is the same down to each value."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest
from markupsafe import Markup

from mkdocs_blogposts.cache.typed_values import TypedValues, UntoldError
from mkdocs_blogposts.light_dataclasses import dataclass
from tests.kept import kinds_in

if TYPE_CHECKING:
    from tests.site import Site


class Colour(StrEnum):
    """One of several."""

    RED = "red"


class Weight(IntEnum):
    """One that is a number."""

    LIGHT = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Small:
    """A value with one part."""

    one: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Large:
    """A value with two."""

    first: Any
    second: Any = None


VALUES = TypedValues.of([Colour, Weight, Small, Large])

SAME: list[Any] = [
    *(None, True, 1, 1.0, "", "\ud800", [], (), {}, ["list"], [["list"], ()], (1, (True, 1.5))),
    *({1: "a", "1": "b", None: []}, Markup("<b>"), date(2024, 2, 29), Colour.RED, Weight.LIGHT),
    *(Small(one=()), Large(first=Small(one=Colour.RED), second={"a": [Weight.LIGHT]})),
    datetime(2024, 1, 1),  # noqa: DTZ001
    datetime(2024, 1, 1, 1, 2, 3, 4, UTC),
    datetime(2024, 10, 27, 2, 30, tzinfo=ZoneInfo("Europe/Berlin"), fold=1),
    datetime(2024, 1, 1, tzinfo=timezone(timedelta(hours=-3, minutes=-30))),
]


@pytest.mark.parametrize("value", SAME, ids=repr)
def test_a_value_that_is_told_is_the_same_again(value: object) -> None:
    known = VALUES.know(VALUES.tell(value))

    assert (type(known), repr(known), known) == (type(value), repr(value), value)


class Zone(tzinfo):
    """A zone of somebody else."""

    def utcoffset(self, moment: datetime | None) -> timedelta:  # noqa: ARG002
        return timedelta(0)

    dst = utcoffset

    def tzname(self, moment: datetime | None) -> str:  # noqa: ARG002
        return "Zone"


class Word(str):
    """A text of somebody else."""

    __slots__ = ()


OTHERS: list[Any] = [
    *({1}, b"", object(), Word("a"), [Word("a")], {Word("a"): 1}, timedelta(1)),
    datetime(2024, 1, 1, tzinfo=Zone()),
    datetime(2024, 1, 1, tzinfo=timezone(timedelta(hours=1), "CET")),
]


@pytest.mark.parametrize("value", OTHERS, ids=lambda value: type(value).__name__)
def test_a_value_of_another_class_is_not_told(value: object) -> None:
    with pytest.raises(UntoldError):
        VALUES.tell(value)


POST = "---\ndate: 2024-06-01\ntitle: Hello\ncolour: [1, true, 2024-01-01]\n---\nText.\n"


def test_what_was_published_is_not_while_the_clock_says_earlier(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    site.blogposts(draft_if_future_date=True)
    site.put("docs/index.md", "# Home\n").put("docs/blog/posts/a.md", POST)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1717300000")
    assert site.build().page("blog/").cards
    assert "reading" in kinds_in(site.root)

    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1704067200")

    assert not site.build().page("blog/").cards


def test_what_is_wrong_in_a_file_is_told_each_time(site: Site) -> None:
    site.put("docs/index.md", "# Home\n").put("docs/blog/posts/a.md", POST.replace("title: Hello", "titel: Hello"))
    said = [[each for each in site.build().log if "titel" in each.message] for _ in range(2)]

    assert len(said[0]) == 1
    assert said[0] == said[1]


AUTHORS = "authors:\n  jane: {name: Jane, description: D, avatar: none.png}\n"


def test_where_an_author_stands_in_the_file_of_authors_is_told_as_it_is_now(site: Site) -> None:
    site.put("docs/blog/posts/a.md", POST.replace("title: Hello", "authors: [jane]"))
    site.put("docs/blog/.authors.yml", AUTHORS).build()
    site.put("docs/blog/.authors.yml", f"# Who\n{AUTHORS}")

    assert [each.message for each in site.build().log if "docs/blog/.authors.yml:3:" in each.message]
