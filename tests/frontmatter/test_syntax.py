"""Bad YAML in plain words: each case is one that people have written."""

from __future__ import annotations

import pytest
import yaml

from mkdocs_blogposts.frontmatter import yaml_values
from tests.content.reading import front_matter

CASES = [
    pytest.param(
        "title: Python: a story",
        '2:14: an unquoted value holds a colon -> write `title: "Python: a story"`',
        id="a colon in a title",
    ),
    pytest.param(
        'title: The "best": a story',
        "2:18: an unquoted value holds a colon -> write `title: 'The \"best\": a story'`",
        id="a colon and quotes in a title",
    ),
    pytest.param(
        "title: 'Using 'sed''",
        "2:16: text goes on after the closing quote -> write `title: \"Using 'sed'\"`",
        id="quotes in quotes",
    ),
    pytest.param(
        'title: "sed" for all',
        "2:14: text goes on after the closing quote -> write `title: '\"sed\" for all'`",
        id="a quoted word at the beginning",
    ),
    pytest.param(
        "title: [Solved] It works",
        '2:17: text goes on after the closing bracket -> write `title: "[Solved] It works"`',
        id="a bracket at the beginning",
    ),
    pytest.param(
        "title: {Solved} It works",
        '2:17: text goes on after the closing brace -> write `title: "{Solved} It works"`',
        id="a brace at the beginning",
    ),
    pytest.param(
        "tags: - python",
        "2:7: a list with dashes begins on a line of its own -> write `tags: [python]`",
        id="a list on the line of its key",
    ),
    pytest.param(
        "date:2026-11-21",
        "2:1: expected keys and values, got text -> write `date: 2026-11-21`, with a space behind the colon",
        id="no space behind the only colon",
    ),
    *(
        pytest.param(
            text,
            "2:1: expected keys and values, got text -> write `title: …` and `date: …` between the two lines of `---`",
            id=f"{name} alone",
        )
        for name, text in (("a URL", "https://example.org/"), ("a time", "10:30 to 11:00"))
    ),
    pytest.param(
        "title: @everyone",
        "2:8: an unquoted value cannot begin with '@' -> write `title: \"@everyone\"`",
        id="an at sign at the beginning",
    ),
    pytest.param(
        "title: `sed`",
        "2:8: an unquoted value cannot begin with '`' -> write `title: \"`sed`\"`",
        id="code at the beginning",
    ),
    pytest.param(
        "title: %d items",
        "2:8: an unquoted value cannot begin with '%' -> write `title: \"%d items\"`",
        id="a percent sign at the beginning",
    ),
    pytest.param(
        "title: *Very* good",
        "2:8: an unquoted value cannot begin with '*' -> write `title: \"*Very* good\"`",
        id="emphasis at the beginning",
    ),
    pytest.param(
        "title: *Very",
        "2:8: an unquoted value cannot begin with '*' -> write `title: \"*Very\"`",
        id="an alias of nothing",
    ),
    pytest.param(
        "title: & more",
        "2:8: an unquoted value cannot begin with '&' -> write `title: \"& more\"`",
        id="an ampersand at the beginning",
    ),
    pytest.param(
        "title: > quote",
        "2:8: an unquoted value cannot begin with '>' -> write `title: \"> quote\"`",
        id="a quote mark at the beginning",
    ),
    pytest.param(
        'title: "Hello',
        '2:8: the quote that begins here is never closed -> write `title: "Hello"`',
        id="an open quote",
    ),
    pytest.param(
        'one: &a 1\ntwo: &a 2\ntitle: "Hello',
        '4:8: the quote that begins here is never closed -> write `title: "Hello"`',
        id="an open quote below an anchor that is there twice",
    ),
    pytest.param(
        "one: &a 1\ntwo: &a 2\ntitle: *Very",
        "4:8: an unquoted value cannot begin with '*' -> write `title: \"*Very\"`",
        id="an alias of nothing below an anchor that is there twice",
    ),
    pytest.param(
        "tags:\n  - 'one",
        "3:5: the quote that begins here is never closed -> close it on the same line",
        id="an open quote in a list",
    ),
    pytest.param(
        "tags: [one, two\ndate: 2025-07-28",
        "2:7: the '[' that begins here is never closed -> close it with `]`",
        id="an open list",
    ),
    pytest.param(
        "header: {teaser: a.png\ndate: 2025-07-28",
        "2:9: the '{' that begins here is never closed -> close it with `}`",
        id="an open mapping",
    ),
    pytest.param(
        "tags: [one,, two]", "2:12: a value is missing here -> close the list, or delete a comma", id="two commas"
    ),
    pytest.param(
        "title: Boxes: one ax",
        '2:13: an unquoted value holds a colon -> write `title: "Boxes: one ax"`',
        id="a colon in a title whose last sign is any",
    ),
    pytest.param("tags: [", "2:8: a value is missing here -> close the list, or delete a comma", id="an open end"),
    pytest.param(
        "header:\n\tteaser: a.png",
        "3:1: a tab where YAML needs spaces -> indent with spaces",
        id="a tab for indentation",
    ),
    pytest.param("tags:\n-\tone", "3:2: a tab where YAML needs spaces -> indent with spaces", id="a tab in a list"),
    pytest.param(
        "title: One\n\ttwo", "3:1: a tab where YAML needs spaces -> indent with spaces", id="a tab before a second line"
    ),
    pytest.param(
        "title:Hello\ndate: 2025-07-28",
        "2:1: 'title:Hello' is not a key with a value -> write `title: Hello`",
        id="no space after the colon",
    ),
    pytest.param(
        "title:\u00a0\ndate: 2025-07-28",
        "2:1: 'title:' is not a key with a value -> write `key: value`",
        id="a space that is none after the colon",
    ),
    pytest.param(
        "Hello\ndate: 2025-07-28",
        "2:1: 'Hello' is not a key with a value -> write `key: value`",
        id="a line without a colon",
    ),
    pytest.param(
        "date: 2025-07-28\nHello",
        "3:1: 'Hello' is not a key with a value -> write `key: value`",
        id="a last line without a colon",
    ),
    pytest.param(
        "title: Hello\n  date: 2025-07-28",
        "3:7: this key is indented, but the key above has a value already -> begin it in the column of the other keys",
        id="a key that is indented",
    ),
    pytest.param(
        "  title: Hello\ndate: 2025-07-28",
        "3:1: not in line with the keys above -> begin all keys in the same column",
        id="a first key that is indented",
    ),
]


@pytest.mark.parametrize(("head", "told"), CASES)
def test_bad_yaml_is_told_in_plain_words(head: str, told: str) -> None:
    found = front_matter(f"---\n{head}\n---\n")

    assert found.maybe is None
    assert found.told == [f"post.md:{told}"]


@pytest.mark.parametrize(("head", "told"), CASES)
def test_and_on_the_same_line_without_libyaml(head: str, told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_values, "_Loader", yaml.SafeLoader)
    found = front_matter(f"---\n{head}\n---\n")

    assert found.maybe is None
    assert [line.split(":")[1] for line in found.told] == [told.split(":", maxsplit=1)[0]]


@pytest.mark.parametrize(
    ("head", "told"),
    [
        pytest.param(
            'title: "\\q"',
            "post.md:2:9: not YAML: found unknown escape character -> write `title: '\\q'`",
            id="an escape that is none",
        ),
        pytest.param(
            'title: "it\'s \\q"',
            "post.md:2:14: not YAML: found unknown escape character -> write `title: 'it''s \\q'`",
            id="an escape that is none beside an apostrophe",
        ),
        pytest.param(
            'title: "\\q',
            "post.md:2:9: not YAML: found unknown escape character -> write `title: '\\q'`",
            id="an escape that is none, and no end",
        ),
    ],
)
def test_what_is_rare_is_told_in_the_words_of_the_parser(head: str, told: str) -> None:
    assert front_matter(f"---\n{head}\n---\n").told == [told]
