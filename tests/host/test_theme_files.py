"""The files of a theme that a site gets, which are those that MkDocs itself would find."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest
from mkdocs.config import load_config
from mkdocs.structure.files import Files

from mkdocs_blogposts.host.theme_files import look_past_hidden

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from mkdocs.config.defaults import MkDocsConfig


@pytest.mark.parametrize("theme", ["material", "mkdocs", "readthedocs"])
def test_mkdocs_finds_the_files_that_it_always_finds(tmp_path: Path, theme: str) -> None:
    own = tmp_path / "own"
    for name in (".hidden/a.css", "css/.b.css", "css/c.css", ".d.css", "e.css", "f.html", "README.md"):
        (own / name).parent.mkdir(parents=True, exist_ok=True)
        (own / name).write_text("/* own */\n")
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text(f"site_name: Site\ntheme:\n  name: {theme}\n  custom_dir: own\n")
    config = load_config(str(tmp_path / "mkdocs.yml"))
    usual, everything = _found(config), config.theme.get_env().list_templates()
    at_first = _looks(lambda: _found(config))

    look_past_hidden(config.theme)

    assert _found(config) == usual
    assert config.theme.get_env().list_templates() == everything
    assert {"css/c.css", "e.css"} <= {name for name, _ in usual}
    assert _looks(lambda: _found(config)) < at_first


def _found(config: MkDocsConfig) -> list[tuple[str, str | None]]:
    """What MkDocs finds."""
    files = Files([])
    files.add_files_from_theme(config.theme.get_env(), config)
    return [(file.src_uri, file.abs_src_path) for file in files]


def _looks(find: Callable[[], object]) -> int:
    """How many folders are looked into."""
    calls: list[object] = []
    before = sys.getprofile()
    sys.setprofile(
        lambda _, event, called: calls.append(called) if event == "c_call" and called is os.scandir else None
    )
    try:
        find()
    finally:
        sys.setprofile(before)
    return len(calls)
