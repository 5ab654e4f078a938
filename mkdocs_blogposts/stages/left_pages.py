"""Pages that stay as the build before has left them: MkDocs is not asked to make and write them again.

MkDocs makes each page that is part of the build when it comes to the pages, after `on_env` and all templates of their
own. Those that are left are not part of it from `on_env` on, and are again before plugins get to see what was built.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mkdocs.structure.files import InclusionLevel

from ..host.search import SearchIndex
from ..host.search_turns import SearchTurns
from ..light_dataclasses import dataclass
from ..placement.inclusion import put_off, take_up

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

    from ..host.search_turns import Entries


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftPages:
    """The pages of one build that are left, if there are any."""

    config: MkDocsConfig
    files: Files
    left: Sequence[tuple[File, InclusionLevel]]
    for_templates: Sequence[File]
    """What MkDocs would give to templates of their own as `pages`."""
    for_pages: Sequence[File]
    """What it would give to those of pages."""
    turns: Sequence[SearchTurns]

    @classmethod
    def of(
        cls,
        files: Files,
        left: Collection[File],
        config: MkDocsConfig,
        known: Sequence[Mapping[str, list[Any]]] | None,
    ) -> LeftPages:
        """Leave some files.

        Known is what each search index had of them; where it is `None`, in a build, search plugins are asked again.
        """
        for_templates = files.documentation_pages()
        is_serve = known is not None
        for_pages = files.documentation_pages(inclusion=InclusionLevel.is_in_serve) if is_serve else for_templates
        pages = {file.src_uri: file.page for file in left if file.page}
        turns = []
        for number, index in enumerate(SearchIndex.all_of(config, None)):
            entries = known[number] if known and number < len(known) else {}
            turn = SearchTurns(
                search=index,
                order=iter([file.src_uri for file in for_pages]),
                known={uri: found for uri, found in entries.items() if uri in pages},
                unknown={} if is_serve else pages,
                is_noted=is_serve,
            )
            turn.begin()
            turns.append(turn)
        return cls(
            config=config,
            files=files,
            left=put_off(left),
            for_templates=for_templates,
            for_pages=for_pages,
            turns=turns,
        )

    def end(self) -> list[Entries]:
        """Once all other pages are made, take them into the site again; what search indexes have of each page."""
        for turn in self.turns:
            turn.catch_up()
        take_up(self.left)
        for file, _ in self.left:
            if file.page is not None:
                file.page.validate_anchor_links(files=self.files, log_level=self.config.validation.links.anchors)
        return [turn.made for turn in self.turns]
