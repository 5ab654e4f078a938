"""The page of each command: what it takes is from its help, and what it says is what it says."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

import click
import pytest

from mkdocs_blogposts.cli.examples import CommandWithExamples
from mkdocs_blogposts.cli.main import main
from tests.cli.command import run
from tests.test_docs import DOCS, docs, sections_of, write

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.built import Built
    from tests.site import Site

__all__ = ["docs"]

NOON = "1795867200"
"""2026-11-28 12:00 UTC."""


def _commands(command: click.Command, name: str) -> Iterator[tuple[str, click.Command]]:
    if isinstance(command, click.Group):
        context = click.Context(command)
        for word in command.list_commands(context):
            if below := command.get_command(context, word):
                yield from _commands(below, f"{name} {word}")
    else:
        yield name, command


COMMANDS = dict(_commands(main, "blogposts"))
PAGES = [path for path in sorted((DOCS / "commands").glob("*.md")) if "$ blogposts" in path.read_text(encoding="utf-8")]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_a_page_with_its_options(docs: Built, name: str) -> None:  # the fixture
    command = COMMANDS[name]
    page = docs.page(f"commands/{name.partition(' ')[2].replace(' ', '-')}/")
    told = {node.text() for node in page.css("code")}

    assert page.css("h1 code")[0].text() == name
    for option in (each for each in command.params if isinstance(each, click.Option)):
        assert ", ".join(option.opts) in told
        assert (option.help or "") in page.text
    assert isinstance(command, CommandWithExamples)
    assert command.examples
    for example in command.examples:
        assert f"$ {example}" in page.text


def test_the_page_of_all_commands_leads_to_each(docs: Built) -> None:
    links = {link.text for link in docs.page("command-line/").links_in("td")}

    assert {name for name in COMMANDS if name != "blogposts build"} <= links
    assert "blogposts build --preview" in links


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_command_says_what_its_page_shows(site: Site, monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    section = next(iter(sections_of(path)))
    write(site, section).save()
    monkeypatch.chdir(site.root)

    for title, said in section.fences:
        if title.startswith("$ blogposts "):
            result = run(*shlex.split(title)[2:], SOURCE_DATE_EPOCH=NOON)
            lines = [line.rstrip() for line in said.splitlines()]
            assert [line.rstrip() for line in result.output.splitlines()][: len(lines)] == lines
