"""Faults on the pages of a site that is being written."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from markupsafe import Markup

from ..faults import Level
from ..light_dataclasses import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..cards.part_templates import PartTemplates
    from ..faults import Fault, Faults


@dataclass(frozen=True)
class FaultBox:
    """Shows the faults that would end a build and, on the page of a file, those that `--strict` would end it for."""

    templates: PartTemplates
    faults: Faults
    shows_warnings: bool
    """Whether the site is being written, so that its pages may say what is doubtful."""

    def of_all(self) -> Markup:
        """The faults of all files."""
        return self._show([fault for of_one in self._found(Level.ERROR).values() for fault in of_one])

    def of_file(self, path: str) -> Markup:
        """The faults of one file."""
        errors = self._show(self._found(Level.ERROR).get(path, []))
        doubts = self._found(Level.WARNING).get(path, []) if self.shows_warnings else []
        return errors + self._show(doubts, path=path)

    def _show(self, faults: list[Fault], *, path: str = "") -> Markup:
        return self.templates.render("fault.html", faults=faults, path=path) if faults else Markup()

    def _found(self, level: Level) -> Mapping[str, list[Fault]]:
        return self._by_level.get(level, {})

    @cached_property
    def _by_level(self) -> dict[Level, dict[str, list[Fault]]]:
        """What is wrong, by level and file; all is known before the first page is shown."""
        found: dict[Level, dict[str, list[Fault]]] = {}
        for fault in self.faults:
            found.setdefault(fault.level, {}).setdefault(fault.path, []).append(fault)
        return found
