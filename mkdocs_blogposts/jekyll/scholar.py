"""What jekyll-scholar makes of files of BibTeX: where these lie, and which of them a tag asks for."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

from ..late_patterns import late_pattern
from .plugins import plugins_of

PLUGIN = "jekyll-scholar"

COLLECTION = "publications"
"""The collection of pages that are papers, as academicpages has it."""

_FOLDER = "_bibliography"
_FILE = late_pattern(r"(?:^|\s)(?:-f|--file)\s+([\w./-]+)")
_YEAR = late_pattern(r"\byear\s*={1,2}\s*(\d{4})\b")
_TYPE = late_pattern(r"@([a-z]+)\b", re.IGNORECASE)
_SELECTED = late_pattern(r"\bselected\s*={1,2}\s*true\b")
_MOST = late_pattern(r"(?:^|\s)(?:-m|--max)\s+(\d{1,4})\b")


def folder_of_papers(values: Mapping[str, Any]) -> PurePosixPath | None:
    """The folder of the files, from that of the site; `None` where a site has nothing to do with them."""
    options = values.get("scholar")
    if not isinstance(options, Mapping) and PLUGIN not in plugins_of(values):
        return None
    source = options.get("source") if isinstance(options, Mapping) else None
    folder = PurePosixPath(str(source or _FOLDER).strip("/"))
    return None if ".." in folder.parts else folder


def request_of(text: str, values: Mapping[str, Any]) -> str:
    """What a page asks our list of papers for, in place of what stands in `{% bibliography … %}`."""
    options = values.get("scholar")
    usual = options.get("bibliography") if isinstance(options, Mapping) else None
    file = _FILE.search(text)
    year, kind, most = _YEAR.search(text), _TYPE.search(text), _MOST.search(text)
    asked: dict[str, Any] = {
        "file": PurePosixPath(file[1] if file else str(usual or "")).stem,
        "year": int(year[1]) if year else None,
        "type": kind[1].lower() if kind else None,
        "selected": bool(_SELECTED.search(text)),
        "limit": int(most[1]) or None if most else None,
    }
    words = "".join(f", {name}: {json.dumps(value)}" for name, value in asked.items() if value)
    return f"<!-- blogposts: {{list: publications{words}}} -->"
