"""Menus, wherever a site keeps them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mkdocs_blogposts.migration.source_site.old_menu import Item, Menu, menu_of
from tests.migration.old_site import read_old

if TYPE_CHECKING:
    from pathlib import Path

A, B = Item("A", "/a/"), Item("B", "/b/")


@pytest.mark.parametrize(
    ("tree", "menu"),
    [
        pytest.param(
            """
            _config.yml
            | title: Old
            _data/navigation.yml
            | # the menu
            | main:
            |   - title: A
            |     url: /a/
            |   - title: "More"
            |     children: [{title: B, url: /b/}]
            | docs:
            |   - {title: Other, url: /other/}
            """,
            Menu(source="_data/navigation.yml", items=(A, Item("More", "", (B,)))),
            id="academicpages and Minimal Mistakes",
        ),
        pytest.param(
            """
            _config.yml
            | title: Old
            | data_dir: _facts
            _facts/navigation.yml
            | - header: More
            |   items: [{title: B, url: /b/}]
            | - url: /a/
            """,
            Menu(source="_facts/navigation.yml", items=(Item("More", "", (B,)), Item("/a/", "/a/"))),
            id="groups with headers, in a folder of another name",
        ),
        pytest.param(
            """
            _config.yml
            | title: Old
            _data/primary_nav.yaml
            | ---
            | - name: A
            |   link: /a/
            | - {text: B, href: /b/}
            """,
            Menu(source="_data/primary_nav.yaml", items=(A, B)),
            id="a list as a whole",
        ),
        pytest.param(
            """
            _config.yml
            | menu: [{title: A, url: /a/}, 5, {title: Nothing}, {url: /b/}]
            _data/navigation.yml
            | main: 5
            """,
            Menu(source="_config.yml (menu)", items=(A, Item("/b/", "/b/"))),
            id="in the configuration",
        ),
        pytest.param("_config.yml\n| title: Old", Menu(), id="none"),
    ],
)
def test_a_menu_is_found(tmp_path: Path, tree: str, menu: Menu) -> None:
    assert menu_of(read_old(tmp_path / "old", tree)) == menu


def test_a_menu_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    tree = """
        _config.yml
        | title: Old
        _data/navigation.yml
        | main: 'A
        _data/nav.yml
        | - a
        | - 'b
    """
    site = read_old(tmp_path / "old", tree)

    assert menu_of(site) == Menu()
    assert [str(fault).splitlines()[0] for fault in site.faults] == [
        "_data/nav.yml:2:3: the quote that begins here is never closed",
        "_data/navigation.yml:1:7: the quote that begins here is never closed",
    ]
