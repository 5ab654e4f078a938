"""The menu of a site, wherever themes of Jekyll keep it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ...faults import ContentError, Faults, Kind
from ...frontmatter.lines import Lines
from ...frontmatter.parser import decode
from ...frontmatter.source import Source
from ...frontmatter.yaml_values import Notes, read_yaml_data
from .old_site import Role, as_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .old_site import JekyllSite

_FILES = ("navigation", "nav", "menu", "menus", "main_nav", "primary_nav", "main_menu", "header")
"""Names of data files that hold a menu, the likeliest first."""

_MAIN = ("main", "header", "primary", "top", "nav", "menu")
"""Names of the menu in the head of the page, where a file holds several."""

_TITLE = ("title", "name", "label", "text", "header", "heading", "section", "category", "group", "page")
_URL = ("url", "link", "href", "permalink")
_BELOW = (
    *("children", "sub", "sublinks", "links", "items", "pages", "submenu", "dropdown", "subfolderitems"),
    *("subnav", "submenus", "sublist", "docs"),
)
_DEEPEST = 3


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a menu."""

    title: str
    url: str
    items: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Menu:
    """The entries of the menu, and the file that has them."""

    source: str = ""
    items: tuple[Item, ...] = field(default=())


def menu_of(site: JekyllSite) -> Menu:
    """The menu of a site; empty where none is found."""
    found = {str(file.path): file for file in site.of(Role.LIQUID)}
    folder = site.jekyll.data_dir
    for name in (f"{folder}/{stem}.{ending}" for stem in _FILES for ending in ("yml", "yaml")):
        if name not in found:
            continue
        if items := tuple(_items(_main(_read(name, (site.root / name).read_bytes(), site.faults)))):
            return Menu(source=name, items=items)
    for key in ("navigation", "nav", "menu"):
        if items := tuple(_items(_main(site.config.get(key)))):
            return Menu(source=f"_config.yml ({key})", items=items)
    return Menu()


def _read(name: str, content: bytes, faults: Faults) -> Any:
    """What a file of YAML says; `None`, and a fault, where it cannot be read."""
    text = decode(Source(src_uri=name, path=name, content=content), faults)
    try:
        return None if text is None else read_yaml_data(text, Lines(text), Notes(path=name, faults=faults))
    except ContentError as error:
        faults.add(Kind.FRONT_MATTER, name, error.message, place=error.place, hint=error.hint)
        return None


def _main(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    for name in _MAIN:
        if isinstance(value.get(name), list):
            return value[name]
    return next((each for each in value.values() if isinstance(each, list)), None)


def _items(value: Any, depth: int = 1) -> Iterator[Item]:
    for entry in value if isinstance(value, list) else ():
        if not isinstance(entry, dict):
            continue
        url = _first(entry, _URL)
        title = _first(entry, _TITLE) or url
        below = next((entry[key] for key in _BELOW if isinstance(entry.get(key), list)), None)
        items = tuple(_items(below, depth + 1)) if below and depth < _DEEPEST else ()
        if title and (url or items):
            yield Item(title, url, items)


def _first(entry: dict[str, Any], names: tuple[str, ...]) -> str:
    return next((text for name in names if (text := as_text(entry.get(name)))), "")
