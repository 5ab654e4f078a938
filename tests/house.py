"""The house as a picture, made from what its modules import: `python -m tests.house`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.imports import PACKAGE, imports_of

if TYPE_CHECKING:
    from pathlib import Path

WINGS = (
    "__init__",
    "light_dataclasses",
    "late_patterns",
    "choices",
    "blog_settings",
    "settings",
    "shown_dates",
    "shown_texts",
    "windows_names",
    "words",
    "faults",
    "log",
    "failures",
    "frontmatter",
    "jekyll",
    "content",
    "publications",
    "texts",
    "jekyll/kramdown",
    "jekyll/filters",
    "jekyll/liquid",
    "blog",
    "cache",
    "processes",
    "shortcuts",
    "html",
    "host",
    "host/plugins",
    "host/serving",
    "pages",
    "urls",
    "sources",
    "placement",
    "published",
    "rendering",
    "pictures",
    "cards",
    "material",
    "articles",
    "views",
    "heads",
    "finishing",
    "output",
    "stages",
    "config",
    "plugin",
    "migration",
    "migration/talks",
    "mending",
    "cli",
)
"""The wings and modules of the package; each may know those before it, and itself."""

GROUND = frozenset(
    {
        "__init__",
        *("light_dataclasses", "late_patterns", "choices", "blog_settings", "settings"),
        *("shown_dates", "shown_texts", "windows_names", "words", "faults", "log", "failures"),
    }
)
"""What nearly everything stands on, so that no picture is clearer for it."""

_WIDTH = 118


def modules() -> list[Path]:
    """Every module of the package."""
    return sorted(PACKAGE.rglob("*.py"))


def name_of(module: Path) -> str:
    """A module as its wings have it: `content.titles`."""
    return ".".join(module.relative_to(PACKAGE).with_suffix("").parts).removesuffix(".__init__")


def wing_of(name: str) -> str:
    """The wing or top-level module that a module belongs to: `content` for `content.titles`."""
    folder = "/".join(name.split(".")[:2])
    return folder if folder in WINGS else name.split(".", maxsplit=1)[0]


def imports() -> dict[str, set[str]]:
    """The modules of ours that each module knows, also for type checkers only."""
    names = {name_of(path) for path in modules()}
    known: dict[str, set[str]] = {}
    for path in modules():
        own = (each.partition(".")[2] for each in imports_of(path) if each.split(".")[0] == PACKAGE.name)
        found = {each if each in names else each.rpartition(".")[0] for each in own}
        known[name_of(path)] = (found & names) - {name_of(path)}
    return known


def picture() -> str:
    """Each wing, from the ground up, with the wings that it knows and does not know by way of these already."""
    known: dict[str, set[str]] = {wing: set() for wing in WINGS}
    for name, others in imports().items():
        known[wing_of(name)] |= {wing_of(other) for other in others} - {wing_of(name)} - GROUND
    reached: dict[str, set[str]] = {}
    lines = []
    for wing in WINGS:
        if wing in GROUND:
            continue
        known[wing] &= reached.keys()
        reached[wing] = known[wing].union(*(reached[other] for other in known[wing]))
        direct = {other for other in known[wing] if not any(other in reached[each] for each in known[wing])}
        stands_on = ", ".join(sorted(direct, key=WINGS.index)) or "the ground"
        lines.append(f"{wing:<16} ◄─ {stands_on}"[:_WIDTH])
    return "\n".join([f"{'the ground':<16}    {', '.join(sorted(GROUND - {'__init__'}, key=WINGS.index))}", *lines])


if __name__ == "__main__":
    print(picture())  # noqa: T201  # it talks to a terminal
