"""The site beside us: Material's own `tags` plugin, its page of tags and the tags that it keeps in the shadow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from mkdocs.structure.files import File

from ..light_dataclasses import dataclass
from .other_plugins import options_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files


class Tag(NamedTuple):
    """A tag as functions that sort tags for Material know it."""

    name: str
    hidden: bool
    parent: None = None


@dataclass(frozen=True, slots=True)
class MaterialTags:
    """What the instances of Material's `tags` say; there may be none."""

    options: tuple[Mapping[str, Any], ...]

    @classmethod
    def of(cls, config: MkDocsConfig) -> MaterialTags:
        """The instances of a site that are switched on."""
        return cls(tuple(options_of(config, "material/tags", "materialx/tags")))

    def in_order(self, tags: Iterable[str]) -> list[str]:
        """Tags as Material shows them on a page."""
        options = self.options[0] if self.options else {}
        key = options.get("tags_sort_by") or _name
        known = (Tag(name, hidden=self.is_shadow(name)) for name in tags)
        return [tag.name for tag in sorted(known, key=key, reverse=bool(options.get("tags_sort_reverse")))]

    def is_shadow(self, tag: str) -> bool:
        """Whether a tag is for the eyes of authors only."""
        return any(_is_shadow(tag, options) for options in self.options)

    def is_hidden(self, tag: str) -> bool:
        """Whether a tag is not to be seen in this build."""
        return any(_is_shadow(tag, options) and not options.get("shadow") for options in self.options)

    def out_of_lists(self, meta: Mapping[str, Any]) -> dict[str, Any]:
        """Front matter in which the instances find no tags, and so list nothing."""
        names = {options.get("tags_name_property") for options in self.options}
        return {name: value for name, value in meta.items() if name not in names}

    def own_page(self, src_uri: str, files: Files, config: MkDocsConfig, wanted: Mapping[str, str]) -> File | None:
        """The page of the site that stands where a listing of ours would be, if it may be a listing of tags.

        `wanted` are the files below `site_dir` that pages have not got yet, by `src_uri`.
        """
        if not self.options:
            return None
        dest_uri = File.generated(config, src_uri, content="").dest_uri
        return next(
            (file for file in files.documentation_pages() if wanted.get(file.src_uri, file.dest_uri) == dest_uri), None
        )


def _name(tag: Tag) -> str:
    return tag.name


def _is_shadow(tag: str, options: Mapping[str, Any]) -> bool:
    named = {str(each.name) for each in options.get("shadow_tags") or ()}
    prefix, suffix = options.get("shadow_tags_prefix"), options.get("shadow_tags_suffix")
    return tag in named or bool(prefix and tag.startswith(prefix)) or bool(suffix and tag.endswith(suffix))
