"""Where front matter begins and ends, in which language it is, and what the folder adds."""

from __future__ import annotations

from datetime import date

import pytest

from mkdocs_blogposts.faults import Faults, Kind, Place
from mkdocs_blogposts.frontmatter.parser import parse, span_of_head
from mkdocs_blogposts.frontmatter.source import Source
from tests.content.reading import front_matter


@pytest.mark.parametrize(
    ("text", "body", "body_line"),
    [
        pytest.param("---\ntitle: Hi\n---\nText.\n", "Text.\n", 4, id="as everyone writes it"),
        pytest.param("\ufeff---\ntitle: Hi\n---\nText.", "Text.", 4, id="a byte order mark before it"),
        pytest.param("\n  \n---\ntitle: Hi\n---\nText.", "Text.", 6, id="blank lines before it"),
        pytest.param("--- \ntitle: Hi\n---\t\nText.", "Text.", 4, id="space after the markers"),
        pytest.param("---\r\ntitle: Hi\r\n---\r\nText.\r\nMore.", "Text.\nMore.", 4, id="Windows line ends"),
        pytest.param("---\rtitle: Hi\r---\rText.", "Text.", 4, id="old Mac line ends"),
        pytest.param("---\ntitle: Hi\n...\nText.", "Text.", 4, id="closed with dots"),
        pytest.param("---\ntitle: Hi\n---", "", 3, id="closed by the last line, without a line end"),
        pytest.param("---\ntitle: Hi\n---\n\n\nText.", "Text.", 6, id="blank lines after it"),
        pytest.param("---\ntitle: Hi\n---\nA\n\n---\n\nB", "A\n\n---\n\nB", 4, id="a line across the page below it"),
        pytest.param('+++\ntitle = "Hi"\n+++\nText.', "Text.", 4, id="TOML"),
        pytest.param('{\n  "title": "Hi"\n}\n\nText.', "Text.", 5, id="JSON"),
    ],
)
def test_it_is_found(text: str, body: str, body_line: int) -> None:
    found = front_matter(text)

    assert (found.it.values, found.it.exists) == ({"title": "Hi"}, True)
    assert (found.it.body, found.it.body_line) == (body, body_line)
    assert found.told == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Text.\n", id="text"),
        pytest.param("", id="nothing"),
        pytest.param("----\ntitle: Hi\n----\n", id="four dashes"),
        pytest.param("---\n\nText below a line across the page.\n", id="a line across the page"),
        pytest.param("{% include toc.html %}\n", id="Liquid"),
        pytest.param("{: .lead}\nText.\n", id="attributes of kramdown"),
        pytest.param("  ---\n  title: Hi\n  ---\n", id="indented"),
    ],
)
def test_text_is_no_front_matter(text: str) -> None:
    found = front_matter(text)

    assert (found.it.values, found.it.exists) == ({}, False)
    assert (found.it.body, found.it.body_line) == (text, 1)


@pytest.mark.parametrize("text", ["---\n---\nText.", "---\n# later\n---\nText."], ids=["nothing", "a comment"])
def test_an_empty_head_is_front_matter(text: str) -> None:
    assert (front_matter(text).it.values, front_matter(text).it.exists) == ({}, True)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "---\ntitle: Hi\n\nText.\n",
            "post.md:1:1: the front matter that begins here has no end -> put a line `---` between it and the text",
            id="no end",
        ),
        pytest.param(
            "---\ntitle: Hi\n----\nText.\n",
            "post.md:1:1: the front matter that begins here has no end -> line 3 is '----': write `---`",
            id="closed with four dashes",
        ),
        pytest.param(
            "\n---\ntitle: Hi\n —\nText.\n",
            "post.md:2:1: the front matter that begins here has no end -> line 4 is ' —': write `---`",
            id="closed with a dash of a word processor",
        ),
        pytest.param(
            "+++\ntitle = 'Hi'\n---\nText.\n",
            "post.md:1:1: the front matter that begins here has no end -> line 3 is '---': write `+++`",
            id="TOML closed as YAML",
        ),
        pytest.param(
            "---\n- python\n---\n",
            "post.md:2:1: expected keys and values, got a list"
            " -> write `title: …` and `date: …` between the two lines of `---`",
            id="a list",
        ),
        pytest.param(
            "---\nOnce upon a time\n---\n",
            "post.md:2:1: expected keys and values, got text"
            " -> write `title: …` and `date: …` between the two lines of `---`",
            id="text between two lines",
        ),
        pytest.param('{"title": }\n', "post.md:1:11: JSON: expecting value", id="JSON"),
        pytest.param('{"a": ' + "[" * 100_000, "post.md:1:1: JSON that cannot be read", id="JSON that is too deep"),
        pytest.param("+++\ntitle = Hi\n+++\n", "post.md:2:9: not TOML: invalid value", id="TOML"),
        pytest.param("+++\ntitle = '''\n+++\n", "post.md:2:1: not TOML: expected \"'''\"", id="TOML with an open end"),
        pytest.param(
            "+++\na = " + "[" * 5000 + "]" * 5000 + "\n+++\n",
            "post.md:2:1: nested too deeply",
            id="TOML that is too deep",
        ),
    ],
)
def test_what_cannot_be_read_is_told(text: str, told: str) -> None:
    found = front_matter(text)

    assert found.maybe is None
    assert found.told == [told]
    assert [fault.kind for fault in found.faults] == [Kind.FRONT_MATTER]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        pytest.param(
            "---\ntitle: Café\n---\n".encode("latin-1"),
            "post.md:2:11: not UTF-8: byte 0xE9 at offset 14 -> save the file as UTF-8",
            id="Latin-1",
        ),
        pytest.param(
            "---\r\ntitle: Grüße\r\n---\r\nà ".encode() + b"\x96",
            "post.md:4:3: not UTF-8: byte 0x96 at offset 29 -> save the file as UTF-8",
            id="one byte of Windows in the text",
        ),
        pytest.param(
            "---\n".encode("utf-16"),
            "post.md:1:1: not UTF-8: byte 0xFF at offset 0 -> the file is UTF-16; save it as UTF-8",
            id="UTF-16",
        ),
    ],
)
def test_bytes_that_are_not_utf8_are_named(content: bytes, told: str) -> None:
    found = front_matter(content)

    assert found.maybe is None
    assert found.told == [told]
    assert [fault.kind for fault in found.faults] == [Kind.ENCODING]


def test_toml_knows_the_line_of_each_key() -> None:
    found = front_matter('+++\ntitle = "Hi"\ndate = 2025-07-28\nextra.mood = 1\n[header]\n"teaser" = "a.png"\n+++\n').it

    assert found.values == {
        "title": "Hi",
        "date": date(2025, 7, 28),
        "extra": {"mood": 1},
        "header": {"teaser": "a.png"},
    }
    assert found.places == {
        "title": Place(2, 9),
        "date": Place(3, 8),
        "extra.mood": Place(4, 14),
        "header": Place(5, 2),
        "header.teaser": Place(6, 12),
    }


def test_json_knows_the_place_of_each_value() -> None:
    found = front_matter('{\n\t"title": "Hi \\ud83d\\ude00",\n\t"tags": ["a", 3.10]\n}\n').it

    assert found.values == {"title": "Hi 😀", "tags": ["a", 3.1]}
    assert found.places == {
        "title": Place(2, 11),
        "tags": Place(3, 10),
        "tags[0]": Place(3, 11),
        "tags[1]": Place(3, 16),
    }


def test_json_tells_duplicate_keys() -> None:
    found = front_matter('{"title": "A",\n "title": "B"}\n')

    assert found.told == ["post.md:2:2: duplicate key 'title', first on line 1 -> keep one of the two"]


def test_a_value_without_a_place_has_that_of_what_holds_it() -> None:
    found = front_matter("---\nheader:\n  teaser: a.png\ntags: [a]\n---\n").it

    assert found.place("header.teaser.alt") == Place(3, 11)
    assert found.place("tags[7].name") == Place(4, 7)
    assert found.place("title") is None


class TestDefaultsOfTheFolder:
    """Front matter that a folder gives to its files."""

    def test_the_file_wins(self) -> None:
        found = front_matter("---\ncomments: false\n---\n", comments=True, icon="material/pen").it

        assert found.values == {"comments": False, "icon": "material/pen"}

    def test_an_empty_key_switches_a_default_off(self) -> None:
        assert front_matter("---\nicon:\n---\n", icon="material/pen").it.values == {"icon": None}

    def test_lists_are_joined_and_items_keep_their_places(self) -> None:
        found = front_matter("---\ntags: [a, 3.10]\ntitle: Hi\n---\n", tags=["x", "y"]).it

        assert found.values == {"tags": ["x", "y", "a", 3.1], "title": "Hi"}
        assert found.places == {
            "tags": Place(2, 7),
            "tags[2]": Place(2, 8),
            "tags[3]": Place(2, 11),
            "title": Place(3, 8),
        }
        assert found.texts == {"tags[3]": "3.10"}

    def test_mappings_are_merged(self) -> None:
        found = front_matter("---\nheader: {teaser: b.png}\n---\n", header={"teaser": "a.png", "alt": "A"}).it

        assert found.values == {"header": {"teaser": "b.png", "alt": "A"}}

    def test_what_differs_in_type_is_replaced(self) -> None:
        assert front_matter("---\ntags: python\n---\n", tags=["x"]).it.values == {"tags": "python"}

    def test_they_are_there_without_front_matter(self) -> None:
        assert front_matter("Text.", tags=["x"]).it.values == {"tags": ["x"]}

    def test_they_are_not_changed_by_what_a_file_does_with_them(self) -> None:
        defaults = {"tags": ["x"]}
        front_matter("---\ntags: [a]\n---\n", **defaults)
        front_matter("Text.", **defaults).it.values["tags"].append("y")

        assert defaults == {"tags": ["x"]}


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("---\na: 1\n---\nText.", "a: 1\n"),
        ("\n \n---\na: 1\n---\nText.", "a: 1\n"),
        ("\n+++\na = 1\n+++\nText.", "a = 1\n"),
        ('\n{"a": 1}\nText.', '{"a": 1}'),
        ("Text.", None),
        ("---\na: 1\nText.", None),
    ],
)
def test_it_is_known_where_a_head_stands(text: str, head: str | None) -> None:
    span = span_of_head(text)

    assert (span and text[span.start : span.end]) == head


def test_an_empty_value_over_the_defaults_of_jekyll_says_nothing_unless_there_is_none() -> None:
    file = Source(
        src_uri="_posts/2024-01-31-a.md",
        path="a.md",
        content=b"---\nlayout:\nlocal:\nmore: {a: }\n---\n",
        jekyll_defaults={"layout": "post", "more": {"a": 1, "b": 2}},
    )

    head = parse(file, Faults())

    assert head is not None
    assert head.values == {"layout": "post", "local": None, "more": {"a": 1, "b": 2}}


def test_categories_of_a_file_have_their_places_behind_those_of_a_jekyll_site() -> None:
    file = Source(
        src_uri="_posts/2024-01-31-a.md",
        path="a.md",
        content=b"---\nlayout: post\ncategories: [own, last]\n---\n",
        jekyll_defaults={"categories": "site wide", "tags": ["all"]},
    )

    head = parse(file, Faults())

    assert head is not None
    assert head.values["categories"] == ["site", "wide", "own", "last"]
    assert {name: place.column for name, place in head.places.items() if name.startswith("categories[")} == {
        "categories[2]": 14,
        "categories[3]": 19,
    }
