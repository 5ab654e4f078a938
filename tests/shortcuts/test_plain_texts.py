"""Steps that have nothing to do are left out, and what they would do is done."""

from __future__ import annotations

from functools import partial
from typing import Any
from xml.etree.ElementTree import Comment, Element, SubElement

import pytest
from hypothesis import given, settings
from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.tables import TableProcessor
from markdown.extensions.toc import TocTreeprocessor
from markdown.treeprocessors import Treeprocessor, UnescapeTreeprocessor

from mkdocs_blogposts.shortcuts.plain_texts import hasten_plain_texts
from tests.shortcuts.markdown_sets import DOCS, SETS, TEXT, Taking, converter, texts

Shortcut = partial(Taking, hasten_plain_texts)


def converted(text: str, name: str, *more: Extension) -> tuple[str, Any, Any]:
    """HTML, and what stands in the table of contents."""
    md = converter(name, *more)
    return md.convert(text), getattr(md, "toc_tokens", None), getattr(md, "toc", None)


@pytest.mark.parametrize("name", SETS)
def test_texts_are_the_same(name: str) -> None:
    for text in [TEXT, "[TOC]\n\n# A\n", "# A\n\nx [TOC]\n", *(path.read_text(encoding="utf-8") for path in DOCS[::9])]:
        assert converted(text, name, Shortcut()) == converted(text, name)


@pytest.mark.parametrize("name", ["few", "usual"])
@settings(max_examples=60, deadline=None)
@given(text=texts)
def test_so_are_any_others(name: str, text: str) -> None:
    text = text.replace("[x]", "\n\n[TOC]\n\n# A\n\na | b\n-|-\n\\")
    assert converted(text, name, Shortcut()) == converted(text, name)


@pytest.mark.parametrize(
    "block",
    [
        "a",
        "a\nb",
        "|a\n|-",
        "a|\n-|",
        "a\n-|-",
        "`|`\n-",
        "a \\| b\n- \\| -",
        "a|b\n-|-\n",
        "  | a\n|-",
        "|\n|",
        "a\n|-|",
    ],
)
def test_the_same_blocks_are_tables(block: str) -> None:
    def is_table(*more: Extension) -> bool:
        md = Markdown(extensions=["tables", *more])
        tables = next(each for each in md.parser.blockprocessors if isinstance(each, TableProcessor))
        return tables.test(Element("div"), block)

    assert is_table(Shortcut()) == is_table()


class Marks(Treeprocessor):
    """Puts what was escaped into all places of a tree, and a comment beside it."""

    def run(self, root: Any) -> None:
        """Put it there."""
        for each in [*root.iter()][1:]:
            each.set("title", "\x0242\x03")
            each.text, each.tail = (each.text or "") + "\x0242\x03", (each.tail or "") + "\x0243\x03&"
        SubElement(root, "code").text = "\x0242\x03"
        root.append(Comment("\x0242\x03 [TOC]"))


class Marked(Extension):
    """Brings these just before they are put back."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # the name is Markdown's
        """Bring them."""
        md.treeprocessors.register(Marks(md), "marks", 1)


@pytest.mark.parametrize("text", ["# A", "# A\n\nb *c* `d`\n\n- e", TEXT])
def test_what_was_escaped_is_put_back(text: str) -> None:
    assert converted(text, "few", Marked(), Shortcut()) == converted(text, "few", Marked())


def test_what_is_known_of_this_version_is_replaced_in_its_objects_alone() -> None:
    md = Markdown(extensions=["tables", "toc", Shortcut()])

    assert "test" in vars(md.parser.blockprocessors["table"])
    assert "replace_marker" in vars(md.treeprocessors["toc"])
    assert [type(md.treeprocessors[name]) for name in ("toc", "unescape")] == [TocTreeprocessor, UnescapeTreeprocessor]


def test_other_ways_are_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    class Others(TableProcessor):
        """One of another extension."""

    class Brings(Extension):
        def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # the name is Markdown's
            md.parser.blockprocessors.register(Others(md.parser, {}), "table", 75)

    monkeypatch.setattr(TocTreeprocessor, "iterparent", lambda _self, _node: iter(()))
    monkeypatch.setattr(UnescapeTreeprocessor, "unescape", lambda _self, text: text)
    md = Markdown(extensions=["tables", "toc", Brings(), Shortcut()])

    assert "test" not in vars(md.parser.blockprocessors["table"])
    assert "replace_marker" not in vars(md.treeprocessors["toc"])
    assert "run" not in vars(md.treeprocessors["unescape"])
