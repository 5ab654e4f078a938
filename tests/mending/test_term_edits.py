"""Tags under other names, as files have them."""

from __future__ import annotations

import pytest

from mkdocs_blogposts.frontmatter.keys import KEYS
from mkdocs_blogposts.frontmatter.parser import span_of_head
from mkdocs_blogposts.mending.edits import Manuscript
from mkdocs_blogposts.mending.scalars import scalars_of
from mkdocs_blogposts.mending.term_edits import rename_terms


def renamed(head: str, new: str) -> str:
    """What becomes of a head where `old` is called otherwise."""
    manuscript = Manuscript(head.encode())
    span = span_of_head(manuscript.text)
    assert span
    scalars = scalars_of(manuscript.text, span)
    names = {"old": new}
    edits = rename_terms(manuscript.text, scalars, KEYS["tags"], KEYS["tag"], names.get)
    return manuscript.edited(edits).decode()


@pytest.mark.parametrize(
    ("head", "new", "wanted"),
    [
        pytest.param("tags: [old, x]", "new", "tags: [new, x]", id="a list in one line"),
        pytest.param("tags: [ old , x ] # old", "new", "tags: [ new , x ] # old", id="with a comment"),
        pytest.param("tags: ['old', \"old\"]", "it's", "tags: ['it''s']", id="quoted in two ways, and once is enough"),
        pytest.param('tags: ["old"]', 'a "b"', 'tags: ["a \\"b\\""]', id="with quotes in the name"),
        pytest.param("tags: [old]", "a, b", 'tags: ["a, b"]', id="with a comma in the name"),
        pytest.param("tags: [old]", "3.10", 'tags: ["3.10"]', id="which would be a number"),
        pytest.param("tags: [old]", "no", 'tags: ["no"]', id="which would be false"),
        pytest.param("tags: [old]", "#1", 'tags: ["#1"]', id="which would be a comment"),
        pytest.param("tags: [old]", "C#", "tags: [C#]", id="which would not"),
        pytest.param("tags: [old]", "näive: x", 'tags: ["näive: x"]', id="which would be a mapping"),
        pytest.param("tags:\n- old\n- x", "new", "tags:\n- new\n- x", id="a list in lines"),
        pytest.param("tags:\n  -  old  # why\n  - x", "n", "tags:\n  -  n  # why\n  - x", id="with more spaces"),
        pytest.param("tags:\n  - x\n  - old\n  - y", "x", "tags:\n  - x\n  - y", id="the new name is there above"),
        pytest.param("tags:\n  - old\n  - y\n  - X", "x", "tags:\n  - y\n  - X", id="the new name is there below"),
        pytest.param("tags:\n  - old # a\n  - x", "x", "tags:\n  - x # a\n  - x", id="a comment is not lost"),
        pytest.param("tags: [x, old]", "x", "tags: [x]", id="the last of a line"),
        pytest.param("tags: [old, x]", "x", "tags: [x]", id="the first of a line"),
        pytest.param("tags: old x", "new", "tags: new x", id="words"),
        pytest.param("tags: older old", "new", "tags: older new", id="whole words"),
        pytest.param("tags: 'x, old,y'", "new one", "tags: 'x, new one,y'", id="words with commas"),
        pytest.param("tags: old x", "new one", "tags: [new one, x]", id="a name of two words among words"),
        pytest.param("tags: 'old x'", "new one", "tags: ['new one', 'x']", id="the same in quotes"),
        pytest.param("tags: x, old", "a,b", 'tags: [x, "a,b"]', id="a comma among commas"),
        pytest.param("tags: x old y", "x", "tags: x y", id="a word that is there"),
        pytest.param("tags: x, old", "X", "tags: x", id="in another case"),
        pytest.param("tag: old", "new one", "tag: new one", id="a single one"),
        pytest.param("tag: old x", "new", "tag: old x", id="a single one that has the name in it"),
        pytest.param("tags: [[old], x]", "new", "tags: [[new], x]", id="a list in a list"),
        pytest.param("tags: [Old, older]\nold: old\ntitle: old", "new", "", id="another name, other keys"),
        pytest.param("x: &t [old]\ntags: *t", "new", "x: &t [new]\ntags: *t", id="a list that is named elsewhere"),
        pytest.param("tags: >\n  old", "new", "", id="a block of text stays"),
        pytest.param("tags: {old: 1}", "new", "", id="a mapping stays"),
    ],
)
def test_in_yaml(head: str, new: str, wanted: str) -> None:
    assert renamed(f"---\n{head}\n---\nold", new) == f"---\n{wanted or head}\n---\nold"


@pytest.mark.parametrize(
    ("head", "wanted"),
    [
        ('tags = ["old", "x"]', 'tags = ["n\\"w", "x"]'),
        ("tags = [\n  'x', # old\n  'old',\n]\ntitle = 'old'", "tags = [\n  'x', # old\n  'n\"w',\n]\ntitle = 'old'"),
        ('tags = "old x"', 'tags = "n\\"w x"'),
        ('title = "old"\n[extra]\ntags = ["old"]', 'title = "old"\n[extra]\ntags = ["old"]'),
        ('tags = ["""old"""]', 'tags = ["""old"""]'),
    ],
)
def test_in_toml(head: str, wanted: str) -> None:
    assert renamed(f"+++\n{head}\n+++\n", 'n"w') == f"+++\n{wanted}\n+++\n"


def test_in_json() -> None:
    head = '{\n\t"tags": ["x", "old"], "title": "old"\n}\n\n'

    assert renamed(head, 'n"w') == head.replace('"old"]', '"n\\"w"]')


def test_line_ends_and_the_mark_before_them_stay() -> None:
    head = "\ufeff\r\n---\r\ntitle: é\r\ntags:\r\n- a\r\n- old\r\n- b\r\n---\r\nold\r\n"

    assert renamed(head, "new") == head.replace("- old", "- new")
    assert renamed(head, "a") == head.replace("- old\r\n", "")
