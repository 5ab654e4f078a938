"""Posts and talks as files that may be changed, held to what a change may not change."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ..content.models import Post, Talk
from ..content.reading import Reading, posts_folder, reading_of
from ..faults import Faults
from ..frontmatter.parser import parse, span_of_head
from ..light_dataclasses import dataclass
from ..texts.loader import load_post, load_talk
from .edits import Edit, Manuscript
from .scalars import Scalar, scalars_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ..content.reading import Reader
    from ..frontmatter.source import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Editable:
    """A post or talk with the file that it was read from."""

    source: Source
    article: Post | Talk
    """As its file alone has it."""
    reader: Reader
    reading: Reading
    manuscript: Manuscript
    scalars: tuple[Scalar, ...]
    """The values of its head."""
    body_start: int
    """Where in the text of the manuscript its body begins."""

    @classmethod
    def of(cls, source: Source, reader: Reader, *, is_post: bool) -> Editable | None:
        """A post or talk; `None` where nothing can be shown of it, or its head cannot be read."""
        article, head = _load(source, reader, is_post=is_post), parse(source, Faults())
        if article is None or head is None:
            return None
        manuscript = Manuscript(source.content)
        span = span_of_head(manuscript.text)
        settings = reader.settings
        folder = posts_folder(settings) if is_post else settings.talks_dir
        return cls(
            source=source,
            article=article,
            reader=reader,
            reading=reading_of(source, head, reader, folder, Faults()),
            manuscript=manuscript,
            scalars=tuple(scalars_of(manuscript.text, span)) if span else (),
            body_start=len(manuscript.text) - len(head.body),
        )

    def keys_of(self, field: str) -> tuple[str, ...]:
        """The names that a field has in front matter."""
        return self.reader.keys[field]

    def harmless(self, edits: Iterable[Edit], is_meant: Callable[[Post | Talk], bool]) -> list[Edit]:
        """Those changes, all or else one by one, that move nothing and have the effect that is meant."""
        edits = sorted(set(edits))
        if not edits or self._is_harmless(edits, is_meant):
            return edits
        kept: list[Edit] = []
        for edit in edits:
            if self._is_harmless([*kept, edit], is_meant):
                kept.append(edit)
        return kept

    def _is_harmless(self, edits: Iterable[Edit], is_meant: Callable[[Post | Talk], bool]) -> bool:
        source = replace(self.source, content=self.manuscript.edited(edits))
        found = _load(source, self.reader, is_post=isinstance(self.article, Post))
        return found is not None and _what_stays(found) == _what_stays(self.article) and is_meant(found)


def _load(source: Source, reader: Reader, *, is_post: bool) -> Post | Talk | None:
    found = (load_post if is_post else load_talk)(source, reader).text
    return found if isinstance(found, Post | Talk) else None


def _what_stays(article: Post | Talk) -> tuple[object, ...]:
    dates = article.dates if isinstance(article, Post) else article.date
    return article.dest_uri, article.second_dest_uri, article.dialect, article.held_back, dates, article.is_titled
