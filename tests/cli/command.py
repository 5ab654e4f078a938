"""The command `blogposts`, as the terminal runs it."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
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


def on_a_terminal(site: Site, *arguments: str, stream: str = "stdout", **environ: str) -> str:
    """What the command says on one of its streams that is a terminal of 80 columns; the other is none."""
    pty = pytest.importorskip("pty", reason="there is no `pty`")
    site.save()
    ours, theirs = pty.openpty()
    command = [sys.executable, "-c", "from mkdocs_blogposts.cli.main import main; main()", *arguments]
    streams = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, stream: theirs}
    said = b""
    with subprocess.Popen(command, cwd=site.root, env=os.environ | {"COLUMNS": "80"} | environ, **streams):
        os.close(theirs)
        with contextlib.suppress(OSError):  # how Linux says that the other end is closed
            while chunk := os.read(ours, 4096):
                said += chunk
    os.close(ours)
    return said.decode().replace("\r\n", "\n")
