"""The address of a DOI."""

from __future__ import annotations

import re

from ..late_patterns import late_pattern

_DOI = late_pattern(r"(?:(?:https?://)?(?:dx\.)?doi\.org/|doi:\s*)?(10\.\d{4,9}/\S+)", re.IGNORECASE)


def doi_of(text: str) -> str | None:
    """The address of a DOI, however it is written; `None` for what is none."""
    found = _DOI.fullmatch(text.strip())
    return f"https://doi.org/{found[1]}" if found else None
