"""Which templates come with a theme that is known."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_blogposts.cache.own_templates import is_known

FOLDERS = {
    "/usr/lib/python3/dist-packages/material/templates/partials": True,
    "/home/me/.venv/lib/python3.13/site-packages/mkdocs/themes/mkdocs": True,
    "/home/me/mkdocs/.venv/lib/python3.13/site-packages/of_a_plugin/templates": False,
    "/home/me/.venv/lib/python3.13/site-packages/of_a_plugin/material": False,
    "/home/me/material/theme": False,
}


@pytest.mark.parametrize(("folder", "expected"), FOLDERS.items())
def test_a_folder_is_known_by_the_package_that_is_installed(folder: str, *, expected: bool) -> None:
    assert is_known(Path(folder)) is expected
