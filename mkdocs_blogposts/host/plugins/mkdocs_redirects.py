"""mkdocs-redirects, which looks for pages to lead to before anybody knows where they are, or that they are left out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from .static_i18n import BuiltLanguage

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

_of_first_language: WeakKeyDictionary[Any, dict[str, File]] = WeakKeyDictionary()
"""The table of each plugin in the build of the first language, which comes before those of the others."""


def lead_to_what_is_there(config: MkDocsConfig, files: Files) -> None:
    """Give its table, `doc_pages`, the files as they are by now; of what is in no build it tells that there is none."""
    for name, plugin in config.plugins.items():
        known = getattr(plugin, "doc_pages", None)
        if name.partition(" #")[0] == "redirects" and isinstance(known, dict):
            # Of a site in several languages each build has files of its own; an old URL leads to the first language.
            language = BuiltLanguage.of(config)
            first = _of_first_language.get(plugin, {}) if language and not language.is_first else {}
            known |= {path: file for path in known if (file := first.get(path) or files.get_file_from_path(path))}
            if language and language.is_first:
                _of_first_language[plugin] = dict(known)
            for path in [path for path, file in known.items() if file.inclusion.is_excluded()]:
                del known[path]
