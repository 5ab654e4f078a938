"""A command whose parts are imported once they are wanted, and told in groups."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

from ..shown_texts import on_one_line

if TYPE_CHECKING:
    from collections.abc import Mapping


class LazyGroup(click.Group):
    """Commands by what they are for, none of which loads what another one needs."""

    def __init__(self, *args: Any, sections: Mapping[str, Mapping[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sections = sections
        """Each title with its commands, and where these are: `module:name` in this folder."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; what ends it is told so that nothing of what it quotes is obeyed."""
        try:
            return super().invoke(ctx)
        except click.ClickException as error:
            error.message = "\n".join(map(on_one_line, error.message.split("\n")))  # type: ignore[misc]
            raise

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # of click
        """Every command, in the order of the sections."""
        return [name for section in self.sections.values() for name in section]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  # of click
        """The command of a name."""
        where = next((section[cmd_name] for section in self.sections.values() if cmd_name in section), None)
        if where is None:
            return None
        module, _, name = where.partition(":")
        command: click.Command = getattr(import_module(f".{module}", __package__), name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what each command is for, section by section."""
        width = max(map(len, self.list_commands(ctx)))
        for title, section in self.sections.items():
            found = [(name, command) for name in section if (command := self.get_command(ctx, name))]
            limit = formatter.width - 6 - width
            with formatter.section(title):
                formatter.write_dl([(name.ljust(width), each.get_short_help_str(limit)) for name, each in found])
