"""The command `blogposts`, as the terminal runs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from click.testing import CliRunner

from mkdocs_blogposts.cli.main import main

if TYPE_CHECKING:
    from click.testing import Result

    from tests.site import Site


def run(*arguments: str, **environ: str | None) -> Result:
    """What the command says and returns; a traceback fails the test."""
    result = CliRunner().invoke(main, arguments, env=environ)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exc_info
    return result


def run_in(site: Site, command: str, *arguments: str, **environ: str | None) -> Result:
    """The same for the `mkdocs.yml` of a site."""
    site.save()
    return run(command, "--config-file", str(site.root / "mkdocs.yml"), *arguments, **environ)
