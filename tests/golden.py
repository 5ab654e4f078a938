"""What another program makes of our texts, written down, so that tests know it where that program is not there."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

IS_REFRESHED = bool(os.environ.get("BLOGPOSTS_GOLDEN"))
"""Whether what is written down is to be written anew, as `make golden` asks."""


def written_down(path: Path) -> Mapping[str, Any]:
    """What a file says of each text, by its name."""
    known: Mapping[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return known


def hold(path: Path, made: Mapping[str, Any]) -> None:
    """Fail where a file does not say what the program makes today; write it anew where that is wanted."""
    if IS_REFRESHED:
        path.write_text(json.dumps(made, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert written_down(path) == made, "run: make golden"
