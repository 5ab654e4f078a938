"""Which posts and talks each page shows anything of, noted while the pages are made."""

from __future__ import annotations

from itertools import chain
from sys import intern
from typing import TYPE_CHECKING, Any

from ..light_dataclasses import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ..rendering.rendered import Rendered


@dataclass(frozen=True, slots=True)
class Showings:
    """Posts and talks by the page that shows them, all of them by `src_uri`."""

    on_pages: dict[str, set[str]] = field(default_factory=dict, init=False)
    _at_hand: list[set[str]] = field(default_factory=list, init=False)

    def begin(self, page: str) -> None:
        """Note what comes as shown on a page, and forget what it showed before."""
        self._at_hand[:] = [set()]
        self.on_pages[page] = self._at_hand[0]

    def note(self, article: str) -> None:
        """Note that the page at hand shows something of a post or talk; before the first page, it is on none."""
        for shown in self._at_hand:
            shown.add(article)

    def remember(self, pages: Iterable[str], before: Mapping[str, set[str]]) -> None:
        """Take over what pages show that are not made again."""
        self.on_pages.update((page, before[page]) for page in pages if page in before)

    def to_json(self, pages: Iterable[str]) -> dict[str, list[str]]:
        """What some pages show, as JSON values."""
        return {page: sorted(self.on_pages[page]) for page in pages if page in self.on_pages}

    def learn(self, pages: Iterable[str], reports: Iterable[Mapping[str, list[str]]]) -> None:
        """Know what pages show that other processes have made, or that it is not known."""
        told = [*reports]
        for page in pages:
            found = [shown for report in told if (shown := report.get(page)) is not None]
            if found:
                self.on_pages[page].update(map(intern, chain.from_iterable(found)))
            else:
                self.on_pages.pop(page, None)


class NotedRenditions(dict[str, "Rendered"]):
    """What is known of each text once it is HTML; whoever asks for one is taken to show it."""

    def __init__(self, rendered: Mapping[str, Rendered], showings: Showings) -> None:
        super().__init__(rendered)
        self._note = showings.note

    def __getitem__(self, src_uri: str) -> Rendered:
        """What is known of a text."""
        self._note(src_uri)
        return super().__getitem__(src_uri)

    def get(self, src_uri: str, default: Any = None) -> Any:
        """The same, or something else for what is no text of ours."""
        self._note(src_uri)
        return super().get(src_uri, default)
