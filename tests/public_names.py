"""All names that sites, templates and scripts of others may rely on; `python -m tests.public_names` writes them down.

A name that is gone, or called otherwise, breaks somebody's site: `tests/test_public_names.py` tells which.
"""

from __future__ import annotations

import json
import re
import tempfile
from dataclasses import fields
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.testing import CliRunner
from mkdocs.plugins import CombinedEvent

import mkdocs_blogposts
from mkdocs_blogposts.articles import article_values
from mkdocs_blogposts.blog.selection import Selection
from mkdocs_blogposts.cards import card_values, paper_values
from mkdocs_blogposts.cli.main import main
from mkdocs_blogposts.faults import Kind
from mkdocs_blogposts.frontmatter import keys
from mkdocs_blogposts.plugin import BlogPostsPlugin
from mkdocs_blogposts.settings import Settings
from mkdocs_blogposts.views import listing_values

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

NAMES = Path(__file__).parent / "public_names.txt"
PACKAGE = Path(mkdocs_blogposts.__file__).parent
VALUES = (card_values, paper_values, listing_values, article_values)
"""What templates get."""
WITHIN = {
    "deliveries": keys.DELIVERY_KEYS,
    "address": keys.ADDRESS_KEYS,
    "coordinates": keys.COORDINATE_KEYS,
    "series": keys.SERIES_KEYS,
    "image": keys.PICTURE_KEYS,
    "header": keys.HERO_KEYS,
    "actions": keys.ACTION_KEYS,
}
"""The keys of mappings that stand in front matter."""

STYLE = re.compile(r"\.(bp-[\w-]*\w)|(--bp-[\w-]*\w)\s*:")

POST = "---\ndate: 2024-01-31\ntags: [tides]\nteaser: none.png\n---\n# Hello\n"
COMMANDS = {
    "blogposts check": ("check", "--format", "json"),
    "blogposts explain": ("explain", "docs/blog/posts/hello.md", "--json"),
    "blogposts list": ("list", "--json"),
    "blogposts tags": ("tags", "--json"),
    "blogposts urls": ("urls", "--json"),
}
"""Commands whose output programs read."""


def public_names() -> list[str]:
    """Every public name, after what it is one of, in order."""
    named: dict[str, set[str]] = {
        "option": {field.name for field in fields(Settings)},
        "fault": {str(kind) for kind in Kind},
        "front matter": {*_keys_in(keys.KEYS), *_keys_in(keys.TALK_FIELDS), *_keys_within()},
        "author": set(_keys_in(keys.AUTHOR_KEYS)),
        "selection": {field.name for field in fields(Selection)},
        "template": {path.relative_to(PACKAGE / "templates").as_posix() for path in _files("templates", "*.html")},
        "value": set(_values()),
        "style": set(_styles()),
        "command": set(_commands(main, "blogposts")),
        "output": {*_outputs(), *_values_for_workflows()},
        "event": set(_events()),
    }
    return [f"{kind}: {name}" for kind, names in named.items() for name in sorted(names)]


def _keys_in(table: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    return chain.from_iterable(table.values())


def _keys_within() -> Iterator[str]:
    """The keys of mappings in front matter, each after that of its mapping."""
    for above, table in WITHIN.items():
        yield from (f"{above} > {name}" for name in _keys_in(table))


def _files(folder: str, pattern: str) -> list[Path]:
    return sorted((PACKAGE / folder).rglob(pattern))


def _values() -> Iterator[str]:
    """What templates may ask of what they get."""
    for module in VALUES:
        for name, value in vars(module).items():
            if getattr(value, "__module__", "") == module.__name__ and hasattr(value, "__dataclass_fields__"):
                yield from (f"{name}.{field.name}" for field in fields(value))


def _styles() -> Iterator[str]:
    """The classes and properties that our style sheets know."""
    for path in _files("assets", "*.css"):
        for found in STYLE.finditer(path.read_text(encoding="utf-8")):
            yield found[1] or found[2]


def _commands(command: click.Command, name: str) -> Iterator[str]:
    """Each command with each of its options."""
    if isinstance(command, click.Group):
        for word in command.list_commands(click.Context(command)):
            if below := command.get_command(click.Context(command), word):
                yield from _commands(below, f"{name} {word}")
        return
    yield name
    for each in command.params:
        if isinstance(each, click.Option):
            yield from (f"{name} {word}" for word in (*each.opts, *each.secondary_opts))


def _outputs() -> Iterator[str]:
    """The keys of what commands print for programs, of a small site."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "docs" / "blog" / "posts").mkdir(parents=True)
        (root / "docs" / "blog" / "posts" / "hello.md").write_text(POST, encoding="utf-8")
        config = root / "mkdocs.yml"
        config.write_text(
            "site_name: S\nsite_url: https://example.org/\nplugins:\n- blogposts:\n    urls_file: urls.txt\n",
            encoding="utf-8",
        )
        for name, (command, *arguments) in COMMANDS.items():
            given = [str(root / each) if each.endswith(".md") else each for each in arguments]
            said = CliRunner().invoke(main, [command, *given, "--config-file", str(config)])
            yield from (f"{name} {key}" for key in _keys(json.loads(said.stdout)))


def _values_for_workflows() -> Iterator[str]:
    """What `blogposts list --due --format github` hands to the steps of a workflow that follow."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "docs").mkdir()
        (root / "mkdocs.yml").write_text("site_name: S\nplugins: [blogposts]\n", encoding="utf-8")
        command = ["list", "--due", "--format", "github", "--config-file", str(root / "mkdocs.yml")]
        CliRunner().invoke(main, command, env={"GITHUB_OUTPUT": str(root / "output")})
        lines = (root / "output").read_text(encoding="utf-8").splitlines()
    yield from (f"blogposts list --due {line.partition('=')[0]}" for line in lines)


def _events() -> Iterator[str]:
    """The events of MkDocs that are answered, with the priorities by which hooks and plugins come before or after."""
    for name, answer in vars(BlogPostsPlugin).items():
        if name.startswith("on_"):
            answers = answer.methods if isinstance(answer, CombinedEvent) else [answer]
            yield " ".join([name, *(str(getattr(each, "mkdocs_priority", 0)) for each in answers)])


def _keys(data: Any, above: str = "") -> Iterator[str]:
    """The keys in JSON, those below others with a dot."""
    if isinstance(data, list):
        for each in data:
            yield from _keys(each, above)
    elif isinstance(data, dict):
        for key, value in data.items():
            yield above + key
            yield from _keys(value, f"{above}{key}.")


if __name__ == "__main__":
    NAMES.write_text("".join(f"{name}\n" for name in public_names()), encoding="utf-8")
