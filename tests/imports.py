"""What a file of Python imports, without running it."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

import mkdocs_blogposts

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path(mkdocs_blogposts.__file__).parent


def imports_of(module: Path, root: Path = PACKAGE) -> Iterator[str]:
    """The full name of all that a file of the package at `root` imports, anywhere in it, for type checkers too."""
    folders = (root.name, *module.relative_to(root).parent.parts)
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            start = folders[: len(folders) + 1 - node.level] if node.level else []
            base = ".".join([*start, *filter(None, [node.module])])
            yield from (f"{base}.{name.name}" for name in node.names)
