"""Puts into the pages what is made from the code, where `<!-- reference: … -->` stands."""

from __future__ import annotations

import re
from typing import Any

import reference

_MARKER = re.compile(r"<!-- reference: (?P<kind>\w+)(?P<arguments>[^>]*?) -->")
_MADE = {
    "classes": reference.classes_section,
    "command": reference.command_section,
    "figures": reference.figures,
    "languages": reference.languages,
    "selection": reference.selection_table,
    "settings": reference.settings_section,
    "templates": reference.templates_table,
}


def on_page_markdown(markdown: str, **_: Any) -> str:
    """The text of a page with its references filled in.

    `<!-- reference: settings archive* -->` stands for the options whose names match.
    """
    return _MARKER.sub(lambda found: _MADE[found["kind"]](*found["arguments"].split()), markdown)
