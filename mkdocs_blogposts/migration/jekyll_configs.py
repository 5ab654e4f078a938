"""The `_config.yml` of the old site in the new one, where it means what it meant."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from ..jekyll.jekyll_config import CONFIG_NAMES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .plan import Plan

NO_CONFIG = "# The old site had no _config.yml; with this one its posts have the URLs that Jekyll gives them.\n"

_SOURCE = re.compile(rb"^(?=[\"']?source[\"']?[ \t]*:)", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class JekyllConfigs:
    """The files of Jekyll's configuration."""

    texts: Mapping[str, str | bytes] = field(default_factory=dict)
    """Those to write, by their paths."""
    named: tuple[str, ...] = ()
    """What the plugin has to be told of them; empty where it finds them by itself."""


def jekyll_configs(plan: Plan, dest: Path) -> JekyllConfigs:
    """The files that the new site in `dest` is set up by."""
    site = plan.site
    if not site.configs:
        return JekyllConfigs(texts={CONFIG_NAMES[0]: NO_CONFIG})
    is_usual = len(site.configs) == 1 and site.configs[0].name in CONFIG_NAMES
    if plan.paths.leave_files:
        named = (Path(os.path.relpath(path.resolve(), dest.resolve())).as_posix() for path in site.configs)
        return JekyllConfigs(named=() if is_usual and site.configs[0].parent == site.root else tuple(named))
    texts: dict[str, str | bytes] = {}
    for path in site.configs:
        name = path.name if path.name not in texts else f"{path.parent.name}-{path.name}"
        texts[name] = _without_source(path.read_bytes())
    return JekyllConfigs(texts=texts, named=() if is_usual else tuple(texts))


def _without_source(content: bytes) -> bytes:
    """The same, without the folder that the files of the site lay in: here they lie elsewhere."""
    return _SOURCE.sub(b"# ", content)
