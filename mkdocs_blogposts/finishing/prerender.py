"""Finished pages made ahead by other processes, while this one finishes those that come first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from mkdocs.commands.build import get_context

from ..cache.finished_pages import FAILED, KEPT, OUTPUT, Outputs
from ..light_dataclasses import dataclass, field
from ..processes.workers import DIGEST_LENGTH, Workers, worker_count
from ..processes.written_files import claim, release
from .written_pages import WRITTEN_LENGTH, WrittenPage

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from mkdocs.structure.files import File
    from mkdocs.structure.pages import Page

    from ..cards.showings import Showings


@dataclass(frozen=True, slots=True)
class Prerender:
    """Pages that need not be finished any more once this process comes to them."""

    outputs: Outputs
    workers: Workers
    showings: Showings
    _finishing: _Finishing
    _taken: set[str] = field(default_factory=set, init=False)
    """The pages that others have finished."""
    _claimed: list[str] = field(default_factory=list, init=False)
    """Files of pages that others may have been at."""

    @classmethod
    def start(
        cls,
        outputs: Outputs,
        begun: Page | None,
        files: Sequence[File],
        is_ours: Callable[[Page], bool],
        workers: int | str,
        showings: Showings,
        *,
        writes: bool = False,
    ) -> Prerender | None:
        """Let others begin with the last ones; `None` where that is no use. This one may have begun with a page.

        What plugins do to the context of a page they do in each process, so that all of these must be known to look
        at nothing but the page at hand. They may write the files of pages as well, if nobody else writes these.
        """
        if not outputs.is_settled or outputs.site is None:
            return None
        made = (file.page for file in files if file.page and not file.inclusion.is_excluded())
        pages = [page for page in made if is_ours(page)]
        number = worker_count(workers, len(pages), is_serve=False)
        if not number:
            return None
        finishing = _Finishing(outputs, files, begun, writes)
        workers_at_hand = Workers.start(
            pages,
            finishing,
            number,
            outputs.store,
            lambda: showings.to_json(finishing.finished),
            length=DIGEST_LENGTH + (WRITTEN_LENGTH if writes else 0),
            is_awaited=not writes,
        )
        return cls(outputs, workers_at_hand, showings, finishing)

    def take(self, page: Page) -> str | None:
        """A page, if another process has finished it."""
        self._finishing.begun = page
        result = self.workers.begin(page)
        if self.workers.reports:
            self._learn()
        output = self._finished(page, result)
        if output is not None:
            self._taken.add(page.file.src_uri)
        return output

    def _finished(self, page: Page, result: str | None) -> str | None:
        if result and not self._finishing.writes:
            return self.outputs.get(result, page)
        path = page.file.abs_dest_path
        if result == "" and self._finishing.writes:
            claim(path)
            self._claimed.append(path)
        if not result:
            return None
        self.outputs.store.has(OUTPUT, result[:DIGEST_LENGTH])  # what has been used here is not dropped
        return WrittenPage.told(result[DIGEST_LENGTH:], path)

    def has_written(self, output: str) -> bool:
        """Whether a page is one whose file is there, and has all that belongs to it."""
        return isinstance(output, WrittenPage)

    def stop(self) -> None:
        """End the other processes, and leave no file of a page of which nothing has come."""
        self.workers.finish()
        for path in self._claimed:
            release(path)
        self._claimed.clear()

    def end(self) -> None:
        """Once all pages are made, learn what those show that others have finished."""
        self.stop()
        self._learn()

    def _learn(self) -> None:
        self.showings.learn(self._taken, self.workers.reports)
        self._taken.clear()
        self.workers.reports.clear()


@dataclass(slots=True)
class _Finishing:
    """Does with a page what MkDocs does, until it has its HTML or its file."""

    outputs: Outputs
    files: Sequence[File]
    begun: Page | None
    """The one that the main process was at when it made this one, which takes it for the page at hand as well."""
    writes: bool
    """Whether it writes files, where none are."""
    finished: list[str] = field(default_factory=list, init=False)
    """The pages that this process has finished, by `src_uri`."""

    def __call__(self, page: Page) -> str | None:
        """The key under which the store has the page now, and what tells its file; `None` where that can't be known."""
        config, env, nav = self.outputs.config, self.outputs.env, self.outputs.nav
        if self.begun:
            self.begun.active = False
        page.active = True
        template = env.get_template(page.meta.get("template", "main.html"))
        context = get_context(nav, self.files, config, page)
        context = config.plugins.on_page_context(context, page=page, config=config, nav=nav)
        values = cast("dict[str, Any]", context)
        values.pop(KEPT, None)
        values.pop(FAILED, None)
        result, output = self.outputs.keep(values, template.name, lambda: template.render(values))
        if self.writes and result:
            output = config.plugins.on_post_page(output, page=page, config=config)
            told = WrittenPage.write(output, page.file.abs_dest_path)
            result = f"{result}{told}" if told else None
        page.active = False
        self.finished.append(page.file.src_uri)
        return result
