"""Changes that no test can notice, and why: `explained.yml`."""

from __future__ import annotations

from pathlib import Path

import yaml

FILE = Path(__file__).with_suffix(".yml")


def explanations() -> dict[tuple[str, str, str], str]:
    """Why a change makes no difference, by its module, its line of code, and what comes in the place of what."""
    return {
        (f"mkdocs_blogposts/{module}", each["code"], each["edit"]): each["because"]
        for module, changes in yaml.safe_load(FILE.read_text(encoding="utf-8")).items()
        for each in changes
    }
