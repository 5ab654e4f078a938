"""The emoji of GitHub and their names."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from markdown import Markdown


def index(options: Mapping[str, Any], md: Markdown) -> dict[str, Any]:  # noqa: ARG001  # what `emoji_index` gets
    """What `pymdownx.emoji` looks names up in; its own index of the same is copied whole for each text."""
    return _index()


def character(*about: Any) -> str:
    """A placeholder for the character that an emoji is, of all that `emoji_generator` gets about it."""
    *_, _alias, _unicode, shown, _title, _category, _options, md = about
    placeholder: str = md.htmlStash.store(shown)
    return placeholder


@cache
def names() -> dict[str, str]:
    """The name of each emoji."""
    return {
        "".join(chr(int(code, 16)) for code in known[form].split("-")): name.strip(":")
        for name, known in _index()["emoji"].items()
        for form in ("unicode", "unicode_alt")
        if form in known
    }


@cache
def _index() -> dict[str, Any]:
    from pymdownx import gemoji_db  # noqa: PLC0415  # large, and few sites have texts of Jekyll

    return {"name": gemoji_db.name, "emoji": gemoji_db.emoji, "aliases": gemoji_db.aliases}
