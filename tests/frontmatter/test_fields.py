"""Each getter: what is taken as it is, what is converted, and what is refused with which words."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from mkdocs_blogposts.faults import Faults, Kind, Place
from mkdocs_blogposts.frontmatter.dates import Clock
from mkdocs_blogposts.frontmatter.fields import Fields, Word
from mkdocs_blogposts.frontmatter.unknown_keys import check_keys
from tests.content.reading import front_matter

if TYPE_CHECKING:
    from collections.abc import Callable

KEYS = {"key": ("first", "second.inner", "third")}


class Taken:
    """A field that was taken from front matter, and what was told."""

    def __init__(self, head: str, take: Callable[[Fields], Any]) -> None:
        faults = Faults()
        found = front_matter(f"---\n{head}\n---\n").it
        fields = Fields(head=found, faults=faults, path="post.md", keys=KEYS, values=found.values)
        self.value = take(fields)
        self.told = [str(fault).replace("\n    ", " -> ") for fault in faults]
        self.kinds = [fault.kind for fault in faults]


def text(head: str) -> Taken:
    return Taken(head, lambda fields: fields.take_text("key"))


@pytest.mark.parametrize(
    ("head", "value"),
    [
        ("first: one\nthird: three", "one"),
        ("second: {inner: two}\nthird: three", "two"),
        ("first:\nthird: three", "three"),
        ("first: ''\nthird: three", "three"),
        ("first: '  '\nthird: three", "three"),
        ("second: no mapping\nthird: three", "three"),
        ("second: {outer: x}", None),
        ("other: x", None),
    ],
)
def test_the_first_name_that_is_there_wins(head: str, value: str | None) -> None:
    assert text(head).value == value


class TestText:
    """`take_text`."""

    @pytest.mark.parametrize(
        ("written", "value"),
        [
            ("Hello", "Hello"),
            ("' Hello '", "Hello"),
            ("3.10", "3.10"),
            ("1_000", "1_000"),
            ("2025-07-28", "2025-07-28"),
            ("12:30:00", "12:30:00"),
            ("yes", "yes"),
            ("|\n  Two\n  lines", "Two\nlines"),
        ],
    )
    def test_is_what_the_author_wrote(self, written: str, value: str) -> None:
        assert text(f"first: {written}").value == value

    def test_can_be_had_on_one_line(self) -> None:
        assert Taken("first: |\n  Two\n  lines", lambda fields: fields.take_line("key")).value == "Two lines"

    @pytest.mark.parametrize(
        ("written", "told"),
        [
            ("[a]", "post.md:2:8: first: expected text, got a list"),
            ("{a: b}", "post.md:2:8: first: expected text, got a mapping"),
            (r'"a\0b"', "post.md:2:8: first: the control character U+0000 is not allowed here -> delete it"),
        ],
    )
    def test_is_nothing_else(self, written: str, told: str) -> None:
        taken = text(f"first: {written}")

        assert (taken.value, taken.told, taken.kinds) == (None, [told], [Kind.TYPE])


class TestFlag:
    """`take_flag`."""

    @pytest.mark.parametrize(
        ("written", "value"),
        [
            ("true", True),
            ("no", False),
            ("'yes'", True),
            ("'Off'", False),
            ("'no'", False),
            ("1", True),
            ("0", False),
            ("100", True),
            ("", None),
        ],
    )
    def test_is_on_or_off(self, written: str, *, value: bool | None) -> None:
        assert Taken(f"first: {written}", lambda fields: fields.take_flag("key")).value is value

    @pytest.mark.parametrize(("written", "got"), [("maybe", "'maybe'"), ("[true]", "a list"), ("0.5", "0.5")])
    def test_is_nothing_else(self, written: str, got: str) -> None:
        taken = Taken(f"first: {written}", lambda fields: fields.take_flag("key"))

        assert taken.value is None
        assert taken.told == [
            f"post.md:2:8: first: expected true or false, got {got} -> write `first: true` or `first: false`"
        ]


class TestNumber:
    """`take_number`."""

    @pytest.mark.parametrize(("written", "value"), [("5", 5), ("'5'", 5), ("0", 0), ("", None)])
    def test_is_whole(self, written: str, value: int | None) -> None:
        assert Taken(f"first: {written}", lambda fields: fields.take_number("key")).value == value

    @pytest.mark.parametrize(
        ("written", "got"),
        [("5 min", "'5 min'"), ("-1", "-1"), ("2.5", "2.5"), ("true", "true"), ("[5]", "a list"), ("1" * 10, "1" * 10)],
    )
    def test_is_nothing_else(self, written: str, got: str) -> None:
        taken = Taken(f"first: {written}", lambda fields: fields.take_number("key"))

        assert taken.value is None
        assert taken.told == [f"post.md:2:8: first: expected a whole number, got {got} -> write `first: 5`"]


def names(written: str, *, whole: bool = False) -> Taken:
    return Taken(f"first: {written}", lambda fields: [word.text for word in fields.take_names("key", whole=whole)])


class TestNames:
    """`take_names`."""

    @pytest.mark.parametrize(
        ("written", "value"),
        [
            pytest.param("[python, docs]", ["python", "docs"], id="a list"),
            pytest.param("python docs", ["python", "docs"], id="a string with spaces"),
            pytest.param("python, web  apps,", ["python", "web apps"], id="a string with commas"),
            pytest.param("[python software  foundation]", ["python software foundation"], id="spaces in a name"),
            pytest.param("[3.10, 3.9]", ["3.10", "3.9"], id="numbers"),
            pytest.param("[2025-07-28, yes, 1e3]", ["2025-07-28", "yes", "1e3"], id="dates and flags"),
            pytest.param("[a, null, b]", ["a", "b"], id="gaps"),
            pytest.param("[a, [b, [c]]]", ["a", "b", "c"], id="lists in a list"),
            pytest.param("[Python, python, PYTHON, docs]", ["Python", "docs"], id="one name in several cases"),
            pytest.param("[]", [], id="an empty list"),
        ],
    )
    def test_are_taken_from(self, written: str, value: list[str]) -> None:
        assert (names(written).value, names(written).told) == (value, [])

    def test_that_are_empty_are_told_and_passed_over(self) -> None:
        found = names("[a, '', ' ', b]")

        assert found.value == ["a", "b"]
        assert [line.partition(": ")[2] for line in found.told] == [
            f"first[{number}]: an empty name is ignored" for number in (1, 2)
        ]

    @pytest.mark.parametrize(
        ("written", "value"),
        [("two  words", ["two words"]), ("a, b", ["a, b"]), ("3.10", ["3.10"]), ("[a, b]", ["a", "b"])],
    )
    def test_stay_whole_under_a_singular_key(self, written: str, value: list[str]) -> None:
        assert names(written, whole=True).value == value

    def test_have_their_places(self) -> None:
        taken = Taken("first: [a, b]", lambda fields: fields.take_names("key"))

        assert taken.value == (Word(text="a", place=Place(2, 9)), Word(text="b", place=Place(2, 12)))

    @pytest.mark.parametrize(
        ("written", "got", "hint"),
        [
            ("7", "7", '"7"'),
            ("3.10", "3.10", '"3.10"'),
            ("true", "true", '"true"'),
            ("{a: b}", "a mapping", "python, docs"),
        ],
    )
    def test_are_nothing_else(self, written: str, got: str, hint: str) -> None:
        taken = names(written)

        assert taken.value == []
        assert taken.told == [f"post.md:2:8: first: expected a list of names, got {got} -> write `first: [{hint}]`"]

    def test_a_bad_one_does_not_hide_the_others(self) -> None:
        taken = names("[a, b: c, d]")

        assert taken.value == ["a", "d"]
        assert taken.told == [
            "post.md:2:12: first[1]: expected a name, got a mapping -> put a name that holds a colon in quotes"
        ]


class TestDate:
    """`take_date`."""

    def test_is_a_moment(self) -> None:
        taken = Taken("first: 2025-07-28", lambda fields: fields.take_date("key", Clock(zone=UTC)))

        assert taken.value == datetime(2025, 7, 28, tzinfo=UTC)

    def test_is_told_if_it_is_none(self) -> None:
        taken = Taken("first: 'July 1st'", lambda fields: fields.take_date("key", Clock(zone=UTC)))

        assert taken.told == [
            "post.md:2:8: first: 'July 1st' is not a date -> write it as 2025-07-01, or 2025-07-01 09:30:00 +02:00"
        ]
        assert taken.kinds == [Kind.DATE]


class TestUrl:
    """`take_url`."""

    @pytest.mark.parametrize(
        "url",
        ["https://example.org/a?b=c#d", "/a/b/", "a.png", "../a.png", "mailto:me@example.org", "//cdn.example.org"],
    )
    def test_is_a_path_or_an_address(self, url: str) -> None:
        assert Taken(f"first: '{url}'", lambda fields: fields.take_url("key")).value == url

    @pytest.mark.parametrize(
        "url",
        ["javascript:alert(1)", "JavaScript:x", r"java\tscript:x", r"\njavascript:x", "data:text/html,x", "vbscript:x"],
    )
    def test_is_nothing_that_a_browser_would_run(self, url: str) -> None:
        taken = Taken(f'first: "{url}"', lambda fields: fields.take_url("key"))

        assert taken.value is None
        assert len(taken.told) == 1
        assert taken.told[0].endswith("is not an address to link to -> write `https://…` or a path")


class TestList:
    """`take_list`."""

    def test_is_kept_as_it_is(self) -> None:
        taken = Taken("first: [a.md, {B: b.md}]", lambda fields: fields.take_list("key"))

        assert taken.value == ["a.md", {"B": "b.md"}]

    def test_is_nothing_else(self) -> None:
        taken = Taken("first: a.md", lambda fields: fields.take_list("key"))

        assert (taken.value, taken.told) == (None, ["post.md:2:8: first: expected a list, got 'a.md'"])


def checked(head: str) -> list[str]:
    faults = Faults()
    found = front_matter(f"---\n{head}\n---\n", wirter="a default is no slip of the author of the post").it
    known = frozenset({"date", "title", "tags", "pin", "publishDate", "writer"})
    check_keys(found, faults, "post.md", known=known, others={"layout", "data_source"})
    return [str(fault) for fault in faults]


class TestUnknownKeys:
    """`check_keys`."""

    @pytest.mark.parametrize(
        ("key", "meant"),
        [
            pytest.param("data", "date", id="a wrong letter"),
            pytest.param("tittle", "title", id="a letter too many"),
            pytest.param("titl", "title", id="a letter missing"),
            pytest.param("tilte", "title", id="letters swapped"),
            pytest.param("Title", "title", id="upper case"),
            pytest.param("publish_date", "publishDate", id="words joined otherwise"),
        ],
    )
    def test_near_ones_are_told(self, key: str, meant: str) -> None:
        assert checked(f"x: 1\n{key}: 1") == [f"post.md:3:1: unknown key '{key}'; did you mean '{meant}'?"]

    @pytest.mark.parametrize(
        "head",
        [
            pytest.param("colour: red", id="far from all that is known"),
            pytest.param("pine: 1", id="near to a short one"),
            pytest.param("datum: 1", id="two letters off"),
            pytest.param("title: A\ntittle: B", id="the right one is there too"),
            pytest.param("layout: post\ndata_source: x", id="known to somebody else"),
        ],
    )
    def test_others_are_left_alone(self, head: str) -> None:
        assert checked(head) == []
