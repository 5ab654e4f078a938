"""Writes `requirements.lock`: what `make` installs for the people who work on this project, in exact versions.

For every system and for each Python that the project runs on. It stands in sections, so that each command takes only
what it needs; `make lock` runs this.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

PROJECT = Path(__file__).parents[1]
LOCK = PROJECT / "requirements.lock"

TOOLS = ("test", "rival", "coverage", "lint", "types", "docs", "lock")
SECTIONS = {
    "install": ("--group=install",),
    "project": ("pyproject.toml", "--extra=jekyll", "--extra=map", "--extra=publications", "--extra=slides"),
    "tools": tuple(f"--group={group}" for group in TOOLS),
    "bench": ("--group=bench",),
}
"""What each section is made from; a package stands in the first that needs it."""

APART = {"materialx": ("pyproject.toml", "--group=materialx")}
"""What needs an environment of its own, and is behind bars here."""

TITLE = """\
# Made by `make lock`: exact versions, for Python 3.11 to 3.14 on Linux, macOS and Windows.
# All of it: pip install --require-hashes --requirement requirements.lock
# What stands behind bars excludes something else: `make` puts it into an environment of its own.
"""


def resolve(*arguments: str, known: str = "") -> str:
    """Exact versions for some requirements, which agree with those that are known."""
    with tempfile.TemporaryDirectory() as folder:
        constraints = Path(folder) / "known.txt"
        constraints.write_text(known, encoding="utf-8")
        command = [sys.executable, "-m", "uv", "pip", "compile", *arguments, "--constraint", str(constraints)]
        command += ["--universal", "--python-version", "3.11", "--generate-hashes", "--no-annotate", "--no-header"]
        # No address of an index gets into the file: whoever installs it has one.
        command += ["--no-config", "--no-emit-index-url", "--no-emit-find-links", "--quiet"]
        return subprocess.run(command, cwd=PROJECT, check=True, stdout=subprocess.PIPE, text=True).stdout  # noqa: S603


def packages_of(text: str) -> list[tuple[str, str]]:
    """Name and lines of each package, in order."""
    blocks = re.finditer(r"^(?P<name>[\w.-]+).*\n(?: .*\n)*", text, re.MULTILINE)
    return [(block["name"], block.group()) for block in blocks]


def main() -> None:
    """Write the file."""
    whole = resolve(*(word for words in SECTIONS.values() for word in words))
    text, seen = TITLE, set()
    for name, words in (SECTIONS | APART).items():
        text += f"\n# == {name}\n"
        packages = [(found, lines) for found, lines in packages_of(resolve(*words, known=whole)) if found not in seen]
        seen |= {found for found, _ in packages}
        bar = "#| " if name in APART else ""
        text += "".join(f"{bar}{line}\n" for _, lines in packages for line in lines.splitlines())
    LOCK.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
