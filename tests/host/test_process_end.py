"""What a process does once it has built."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.site import HOST

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.site import Site

BUILD = f"""
import atexit, gc, runpy, sys
atexit.register(lambda: print("spared", gc.get_freeze_count()))
sys.argv = ["{HOST}", "build", "--quiet"]
runpy.run_module("{HOST}", run_name="__main__")
"""

POST = "---\ndate: 2024-01-31\n---\n# Hello\n"
OBSERVED = """
import atexit, os, sys

class Value:
    def __del__(self, write=os.write):
        write(1, b"taken apart\\n")

sys.value = Value()
atexit.register(print, "asked before")

def ask(event, arguments, asked=[]):
    if event == "open" and str(arguments[0]).endswith("sitemap.xml") and not asked:
        asked.append(atexit.register(print, "asked meanwhile"))

sys.addaudithook(ask)
"""
"""What Python runs as it starts, to tell how it ends."""
COMMANDS = {
    "module": [sys.executable, "-m", HOST],
    "script": [sys.executable, str(Path(sys.executable).with_name(HOST))],
}
AROUND = f"""
import runpy, sys
sys.argv = ["{HOST}", "build"]
try:
    runpy.run_module("{HOST}", run_name="__main__", alter_sys=True)
except SystemExit:
    sys.exit(3)
"""
"""A program that runs the command of the host, and ends in another way."""
OTHERS = {
    "a program around it": ([sys.executable, "-c", AROUND], 3),
    "with what Python tells of unclosed files": ([sys.executable, "-X", "dev", "-m", HOST], 0),
}


def end_of(site: Site, *arguments: str, command: Sequence[str] = COMMANDS["module"]) -> tuple[int, str]:
    """How a process ends that builds a site, and what it says then."""
    customs = site.root.parent / "customs"
    customs.mkdir(exist_ok=True)
    customs.joinpath("sitecustomize.py").write_text(OBSERVED, encoding="utf-8")
    site.put("docs/blog/posts/hello.md", POST).save()
    environment = {**os.environ, "PYTHONPATH": str(customs), "XDG_CACHE_HOME": str(customs)}
    ran = subprocess.run(
        [*command, "build", *arguments],
        cwd=site.root,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    return ran.returncode, ran.stdout


@pytest.mark.parametrize("command", COMMANDS)
def test_a_process_that_has_built_a_site_well_ends_at_once(site: Site, command: str) -> None:
    site.config(plugins=["search", "section-index", "blogposts"])

    assert end_of(site, command=COMMANDS[command]) == (0, "asked meanwhile\nasked before\n")

    assert "Hello" in (site.root / "site/blog/2024/01/31/hello/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(("command", "code"), OTHERS.values(), ids=OTHERS)
def test_a_process_that_is_more_than_the_command_ends_as_ever(site: Site, command: list[str], code: int) -> None:
    assert end_of(site, command=command) == (code, "asked meanwhile\nasked before\ntaken apart\n")


EXTENSION = """
import markdown

class Nothing(markdown.Extension):
    def extendMarkdown(self, md):
        pass

makeExtension = Nothing
"""
UNKNOWN = "import os\n\ndef on_post_build(config):\n    pass\n"


@pytest.mark.parametrize(
    ("options", "arguments", "code"),
    [
        ({"hooks": ["hook.py"]}, (), 0),
        ({"plugins": ["blogposts", "rss"]}, (), 0),
        ({"markdown_extensions": ["unknown_words"]}, (), 0),
        ({"nav": ["gone.md"]}, ("--strict",), 1),
    ],
    ids=["a hook", "an unknown plugin", "an unknown extension", "a failure"],
)
def test_a_process_that_may_have_something_left_to_do_ends_as_ever(
    site: Site, options: dict[str, object], arguments: tuple[str, ...], code: int
) -> None:
    site.put("hook.py", UNKNOWN).put("../customs/unknown_words.py", EXTENSION).config(**options)

    ended, said = end_of(site, *arguments)

    assert ended == code
    assert said.endswith("asked before\ntaken apart\n")


def test_values_of_a_build_are_not_looked_through_as_its_process_ends(site: Site) -> None:
    site.put("docs/blog/posts/hello.md", "---\ndate: 2024-01-31\n---\n# Hello\n").save()

    ran = subprocess.run([sys.executable, "-c", BUILD], cwd=site.root, capture_output=True, text=True, check=True)

    name, number = ran.stdout.split()
    assert name == "spared"
    assert int(number) > 1000
