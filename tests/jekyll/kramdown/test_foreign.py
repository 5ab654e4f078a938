"""Which block processors of Python-Markdown are read as kramdown does, and which stay the site's own."""

from __future__ import annotations

import pkgutil

import markdown.extensions
import pytest
from markdown import Markdown

from mkdocs_blogposts.jekyll.kramdown.foreign import OWN

CONTAINERS = {"admonition"}
"""What Python-Markdown's own extensions have and kramdown has not."""


def _processors(*extensions: str) -> set[str]:
    """The names under which extensions register what reads blocks."""
    processors = Markdown(extensions=list(extensions)).parser.blockprocessors
    return {item.name for item in processors._priority}  # type: ignore[attr-defined]  # noqa: SLF001  # no other way


EXTENSIONS = sorted(
    module.name
    for module in pkgutil.iter_modules(markdown.extensions.__path__)
    if module.name not in {"legacy_attrs", "wikilinks"}
)


@pytest.mark.parametrize("extension", EXTENSIONS)
def test_every_block_of_python_markdown_is_read_as_kramdown_does_or_is_known_for_a_container(extension: str) -> None:
    assert _processors(extension) <= OWN | CONTAINERS


def test_what_is_named_is_there() -> None:
    assert _processors(*EXTENSIONS) | {"blogposts_kramdown"} == OWN | CONTAINERS
