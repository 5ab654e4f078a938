"""YAML value by value: places, own texts, duplicates, and what is refused."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from mkdocs_blogposts.faults import Kind, Level, Place
from mkdocs_blogposts.frontmatter import yaml_values
from tests.content.reading import Read, front_matter

if TYPE_CHECKING:
    from mkdocs_blogposts.frontmatter.parser import FrontMatter


def read(head: str) -> Read[FrontMatter]:
    return front_matter(f"---\n{head}\n---\n")


def test_every_value_has_its_place() -> None:
    found = read("title: Hi\nheader:\n  teaser: a.png\ntags:\n  - one\n  - two\nicon:\nbody: |\n  Text").it

    assert found.places == {
        "title": Place(2, 8),
        "header": Place(4, 3),
        "header.teaser": Place(4, 11),
        "tags": Place(6, 3),
        "tags[0]": Place(6, 5),
        "tags[1]": Place(7, 5),
        "icon": Place(8, 1),
        "body": Place(9, 7),
    }


def test_a_name_of_a_value_may_be_given_again() -> None:
    found = read("one: &x 1\ntwo: *x\nthree: &x [3]\nfour: *x")

    assert (found.it.values, found.told) == ({"one": 1, "two": 1, "three": [3], "four": [3]}, [])


def test_every_key_has_its_place() -> None:
    assert read("title: Hi\nheader: {teaser: a.png}").it.keys == {
        "title": Place(2, 1),
        "header": Place(3, 1),
        "header.teaser": Place(3, 10),
    }


def test_places_count_characters_and_not_bytes() -> None:
    assert read("é: [ü, 😀, x]").it.place("é[2]") == Place(2, 11)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3.10", 3.1),
        ("1_000", 1000),
        ("1:30:00", 5400),
        ("yes", True),
        ("2025-07-28", date(2025, 7, 28)),
        ("2025-07-28 10:00:00 Z", datetime(2025, 7, 28, 10, tzinfo=UTC)),
    ],
)
def test_what_is_not_text_keeps_how_it_was_written(text: str, value: Any) -> None:
    found = read(f"key: {text}").it

    assert found.values == {"key": value}
    assert found.texts == {"key": text}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("2025-13-45", id="an impossible date"),
        pytest.param("2025-07-28 10:00:00 +99:00", id="an impossible offset"),
        pytest.param("9" * 5000, id="more digits than Python reads"),
        pytest.param("=", id="the value tag of YAML"),
        pytest.param("<<", id="the merge tag of YAML"),
    ],
)
def test_what_yaml_cannot_make_a_value_of_stays_text(text: str) -> None:
    found = read(f"key: {text}\ntitle: Hi")

    assert found.it.values == {"key": text, "title": "Hi"}
    assert found.told == []


@pytest.mark.parametrize("tag", ["bool", "int", "float", "timestamp", "null"])
def test_a_tag_that_does_not_fit_is_passed_over(tag: str) -> None:
    assert read(f"key: !!{tag} maybe").it.values in ({"key": "maybe"}, {"key": None})


@pytest.mark.parametrize(
    ("key", "name"), [("2025", "2025"), ("true", "true"), ("~", "~"), ("3.10", "3.10"), ("2025-07-28", "2025-07-28")]
)
def test_keys_are_text(key: str, name: str) -> None:
    assert read(f"{key}: x").it.values == {name: "x"}


def test_merge_keys_are_merged() -> None:
    found = read("one: &one {a: 1, b: 1}\ntwo: &two {b: 2, c: 2}\nall:\n  <<: [*one, *two]\n  a: 3").it

    assert found.values["all"] == {"a": 3, "b": 1, "c": 2}


class TestDuplicateKeys:
    """A key that is there twice."""

    def test_the_second_is_told_with_the_line_of_the_first(self) -> None:
        found = read("title: A\ndate: 2025-07-28\ntitle: B")

        assert found.told == ["post.md:4:1: duplicate key 'title', first on line 2 -> keep one of the two"]
        assert [fault.kind for fault in found.faults] == [Kind.DUPLICATE_KEY]

    def test_the_last_one_wins_as_in_jekyll(self) -> None:
        found = read("title: A\ntitle: B").it

        assert (found.values, found.place("title")) == ({"title": "B"}, Place(3, 8))

    def test_nested_ones_are_told_too(self) -> None:
        found = read("header:\n  teaser: a.png\n  teaser: b.png")

        assert found.told == ["post.md:4:3: duplicate key 'header.teaser', first on line 3 -> keep one of the two"]


@pytest.mark.parametrize(
    ("head", "told"),
    [
        pytest.param(
            "bad: {{ site.title }}",
            "post.md:2:7: bad: expected a key, got braces or brackets"
            " -> put a value that begins with `{` or `[` in quotes",
            id="Liquid without quotes",
        ),
        pytest.param(
            "? [a, b]\n: c",
            "post.md:2:3: front matter: expected a key, got braces or brackets"
            " -> put a value that begins with `{` or `[` in quotes",
            id="a list for a key",
        ),
        pytest.param("bad: {<<: [7]}", "post.md:2:12: bad.<<: expected keys and values", id="a merge of no mapping"),
        pytest.param(
            "bad: &a [*a]",
            "post.md:2:6: bad: unfolds to too many values -> do without `&` and `*`",
            id="a list that holds itself",
        ),
        pytest.param(
            f"bad: {'[' * 60}{']' * 60}",
            "post.md:2:46: bad: unfolds to too many values -> do without `&` and `*`",
            id="a list in a list in a list",
        ),
    ],
)
def test_a_bad_value_is_told_and_the_rest_is_read(head: str, told: str) -> None:
    found = read(f"{head}\ntitle: Hi")

    assert found.told == [told]
    assert [fault.kind for fault in found.faults] == [Kind.FRONT_MATTER]
    if not head.startswith("?"):
        assert found.it.values == {"title": "Hi"}


@pytest.mark.parametrize(
    ("head", "tag", "value"),
    [
        pytest.param("a: !ruby/object x", "!ruby/object", "x", id="a tag of Ruby"),
        pytest.param("a: !Important 7", "!Important", "7", id="no tag"),
        pytest.param("a: !ruby/hash:Mash {b: 1}", "!ruby/hash:Mash", {"b": 1}, id="keys"),
        pytest.param("a: !!omap [b: 1]", "!!omap", [{"b": 1}], id="a list"),
    ],
)
def test_a_value_behind_a_tag_is_read_and_the_tag_told(head: str, tag: str, value: Any) -> None:
    found = read(f"{head}\ntitle: Hi")

    told = f"post.md:2:4: a: the tag {tag} means nothing here -> put a value that begins with `!` in quotes"
    assert found.it.values == {"a": value, "title": "Hi"}
    assert (found.told, [fault.level for fault in found.faults]) == ([told], [Level.WARNING])


@pytest.mark.parametrize(
    ("head", "value"),
    [
        ("a: !!binary aGk=", "hi"),
        ("a: !binary |\n  aG\n  k=", "hi"),
        ("a: !!binary /w==", "/w=="),
        ("a: !!binary .", "."),
    ],
)
def test_bytes_are_the_text_that_they_are(head: str, value: str) -> None:
    found = read(head)

    assert (found.it.values, found.told) == ({"a": value}, [])


def test_yaml_that_explodes_is_refused() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 30)]
    found = read("\n".join(lines))

    assert found.maybe is None
    assert found.told == ["post.md:2:5: a3: unfolds to too many values -> do without `&` and `*`"]


@pytest.mark.parametrize("loader", ["CSafeLoader", "SafeLoader"])
@pytest.mark.parametrize(
    "bad",
    ["[" * 2000 + "]" * 2000, "[" * 200_000, "{a: " * 20_000, "\n  " + "- " * 100_000, "\n  " + "? " * 100_000],
    ids=["closed", "brackets", "braces", "dashes", "keys"],
)
def test_what_is_nested_too_deeply_for_python_is_refused(
    monkeypatch: pytest.MonkeyPatch, loader: str, bad: str
) -> None:
    monkeypatch.setattr(yaml_values, "_Loader", getattr(yaml, loader))

    assert read(f"bad: {bad}").told == ["post.md:2:1: nested too deeply"]


def test_many_signs_are_no_depth() -> None:
    assert read("bad: [" + "a, [b], " * 300 + "c]").told == []


def test_control_characters_are_refused() -> None:
    assert read("title: a\x07b").told == [
        "post.md:2:9: the control character U+0007 is not allowed here -> delete it",
    ]


def test_a_text_that_an_old_ruby_wrote_byte_by_byte_is_read() -> None:
    head = read('title: "caf\\xC3\\xA9 \\xE2\\x80\\x99 \\xF0\\x9F\\x8E\\xB5"\nother: "\\xE2\\x80"')

    assert (head.it.values, head.told) == ({"title": "café \u2019 🎵", "other": "\u00e2\u0080"}, [])
