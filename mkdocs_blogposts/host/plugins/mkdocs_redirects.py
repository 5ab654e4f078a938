"""mkdocs-redirects, which looks for pages to lead to before anybody knows where they are, or that they are left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .static_i18n import BuiltLanguage

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files


def lead_to_what_is_there(config: MkDocsConfig, files: Files) -> None:
    """Give its table, `doc_pages`, the files as they are by now; of what is in no build it tells that there is none."""
    for name, plugin in config.plugins.items():
        known = getattr(plugin, "doc_pages", None)
        if name.partition(" #")[0] == "redirects" and isinstance(known, dict):
            # Of a site in several languages each build has files of its own; an old URL leads to the first language.
            language = BuiltLanguage.of(config)
            first = {file.src_uri: file for file in language.first_files} if language else {}
            known |= {path: file for path in known if (file := first.get(path) or files.get_file_from_path(path))}
            for path in [path for path, file in known.items() if file.inclusion.is_excluded()]:
                del known[path]
