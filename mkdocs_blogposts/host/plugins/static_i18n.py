"""Sites in several languages by mkdocs-static-i18n, which builds a site anew for each of them.

It chooses the files of a language in `on_files`, at the end, and leaves out what plugins have made before that. So a
blog of such a site is made once it has chosen. Of that plugin this relies on `current_language`, `default_language`,
`build_languages` and `i18n_files_per_language`, on what it notes of each file, and on its taking the place of a file
for the folder that it lies in.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.structure.files import File

from ...light_dataclasses import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs.config.defaults import MkDocsConfig

_NAME = "i18n"
_PACKAGE = "mkdocs_static_i18n"


@dataclass(frozen=True, slots=True)
class BuiltLanguage:
    """The language that such a site is being built in."""

    plugin: Any
    config: MkDocsConfig

    @classmethod
    def of(cls, config: MkDocsConfig) -> BuiltLanguage | None:
        """The language of a build; `None` where the site does without that plugin."""
        plugin = config.plugins.get(_NAME)
        is_known = type(plugin).__module__.partition(".")[0] == _PACKAGE
        return cls(plugin, config) if is_known else None

    @property
    def prefix(self) -> str:
        """The folder of its pages in the site, with a slash at its end; empty for the first language."""
        return self._prefix_of(self.plugin.current_language)

    @property
    def is_first(self) -> bool:
        """Whether it is the language of the pages that are in no folder."""
        return bool(self.plugin.current_language == self.plugin.default_language)

    def mend(self, files: Iterable[File]) -> None:
        """Give files the folder of the site, instead of which the plugin gives their own place."""
        site_dir = self.config.site_dir
        for file in files:
            file.dest_dir = site_dir
            if not Path(vars(file).get("abs_dest_path", site_dir)).is_absolute():  # where it was derived meanwhile
                file.__dict__.pop("abs_dest_path")

    def tell(self, files: Iterable[File], in_sitemap: list[File], index: File) -> None:
        """Let the plugin know files of a blog, each of which other languages have at the index of theirs."""
        own = self.plugin.current_language
        below = index.dest_uri.removeprefix(self.prefix)
        others = {name: self._index_of(name, below) for name in self.plugin.build_languages if name != own}
        for file in files:
            known = {"locale": own, "localization": None, "norm_src_uri": file.src_uri}
            alternates = {**others, own: file}
            vars(file).update({**known, **vars(file), "locale_alternate_of": own, "alternates": alternates})
        self.plugin.i18n_files_per_language[own] = in_sitemap

    def _index_of(self, language: str, below: str) -> File:
        uri = f"{self._prefix_of(language)}{below}"
        config = self.config
        return File(uri, None, config.site_dir, config.use_directory_urls, dest_uri=uri)

    def _prefix_of(self, language: str) -> str:
        return "" if language == self.plugin.default_language else f"{language}/"
