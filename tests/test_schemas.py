"""The JSON Schemas of front matter: what they refuse is what is told of a file, and what they take is not."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import fastjsonschema
import pytest
import yaml

from mkdocs_blogposts.faults import Faults, Kind
from mkdocs_blogposts.frontmatter.keys import KEYS
from mkdocs_blogposts.frontmatter.parser import parse
from tests.content.reading import author_book, post, source, talk
from tests.test_docs import DOCS, EXAMPLES, PROJECT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

NAMES = ("schema-post.json", "schema-talk.json", "schema-authors.json")
SCHEMAS = {name: json.loads((DOCS / name).read_text(encoding="utf-8")) for name in NAMES}
VALIDATORS = {name: fastjsonschema.compile(schema) for name, schema in SCHEMAS.items()}

VALUES: tuple[Any, ...] = (
    *("a text", "", 5, -1, 1.5, True, False, None, "yes", "7", "soon"),
    *(["a", "b"], [1, True, None], [{"a": 1}], [["a"]], [], {"a": 1}, {}, date(2025, 7, 28), "2025-07-28 10:00"),
)
REFUSED = {Kind.TYPE, Kind.DATE}


def takes(name: str, value: Any) -> bool:
    """Whether a schema takes a value of YAML, as editors see it: dates are text to them."""
    try:
        VALIDATORS[name](json.loads(json.dumps(value, default=str)))
    except fastjsonschema.JsonSchemaValueException:
        return False
    return True


def test_they_are_up_to_date() -> None:
    made = subprocess.run(
        [sys.executable, "-c", "import front_matter, json; print(json.dumps(front_matter.texts()))"],
        cwd=DOCS, capture_output=True, text=True, encoding="utf-8", check=True,
    )  # fmt: skip

    texts = {name: (DOCS / name).read_text(encoding="utf-8") for name in NAMES}
    assert texts == json.loads(made.stdout), "run: python docs/front_matter.py"


BASE = {"date": date(2025, 7, 28), "venue": "PyCon", "series": "S", "header": {"image": "x.png"}}
SHADOWED = {**dict.fromkeys(KEYS["date"], "date"), "event": "venue"}
"""Keys that count only where another is missing."""


@pytest.mark.parametrize(("name", "read"), [("schema-post.json", post), ("schema-talk.json", talk)])
def test_they_refuse_what_is_told_and_nothing_else(name: str, read: Callable[..., Any]) -> None:
    assert takes(name, BASE)
    differing = []
    for key in SCHEMAS[name]["properties"]:
        base = {other: value for other, value in BASE.items() if other != SHADOWED.get(key)}
        for value in VALUES:
            if isinstance(value, dict) and key in ("publishDate", "pubDate"):
                continue  # passed over in silence, and of no use
            head = yaml.safe_dump(base | {key: value})
            told = [each for each in read(head).faults if each.kind in REFUSED and each.message.startswith(key)]
            is_lost_in_json = told and isinstance(value, date)
            if takes(name, base | {key: value}) is bool(told) and not is_lost_in_json:
                differing.append((key, value, told))

    assert differing == []


def _heads(texts: dict[str, bytes]) -> Iterator[tuple[str, str, Any]]:
    """The name, the schema and the front matter of each post and talk among some files."""
    for name, content in texts.items():
        path = Path(name)
        if path.suffix == ".md" and {"posts", "_posts", "_drafts", "talks", "_talks"} & {*path.parts}:
            faults = Faults()
            head = parse(source(content, name), faults)
            if head and head.exists and not faults.found:
                is_talk = bool({"talks", "_talks"} & {*path.parts})
                yield name, NAMES[is_talk], head.values


def test_every_example_of_the_documentation_is_taken() -> None:
    examples = [section for section in EXAMPLES if not section.told("Message") and section.page != "faults"]
    heads = [(section.heading, *head) for section in examples for head in _heads(dict(section.files))]

    assert len(heads) > 30
    assert [(where, name) for where, name, schema, values in heads if not takes(schema, values)] == []


def test_the_example_site_is_taken() -> None:
    folder = PROJECT / "example_site"
    texts = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.md")}
    heads = list(_heads(texts))
    authors = next(folder.rglob(".authors.yml"))

    assert len(heads) > 20
    assert [name for name, schema, values in heads if not takes(schema, values)] == []
    assert takes("schema-authors.json", yaml.safe_load(authors.read_text(encoding="utf-8")))


@pytest.mark.parametrize("slip", ["titel", "categries", "catgories", "authros", "descriptionn", "draaft", "permalnk"])
def test_a_slip_is_refused_as_it_is_told(slip: str) -> None:
    told = post(f"date: 2025-07-28\n{slip}: x").told

    assert any(f"unknown key '{slip}'" in each for each in told)
    assert not takes("schema-post.json", {"date": "2025-07-28", slip: "x"})


@pytest.mark.parametrize("key", ["comments", "template", "author_profile", "weight", "my_own", "lastmod", "languages"])
def test_what_is_somebody_elses_is_taken(key: str) -> None:
    assert post(f"date: 2025-07-28\n{key}: x").told == [] or key == "lastmod"
    assert takes("schema-post.json", {"date": "2025-07-28", key: "2025-08-01"})


@pytest.mark.parametrize(
    "entry",
    [
        *("{nam: Jane}", "[Jane]", "{name: Jane, avatar: [a]}", "{name: Jane, descripton: x}", "Jane", "{name: Jane}"),
        "{name: Jane, link: https://example.org/, logon: x}",
    ],
)
def test_an_author_is_taken_or_refused_as_it_is_told(entry: str) -> None:
    text = f"authors:\n  jane: {entry}\n"
    _, told = author_book(text)

    assert takes("schema-authors.json", yaml.safe_load(text)) is not bool(told)
