"""Faults on the pages of a site that is being written."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from markupsafe import Markup

from ..faults import Level
from ..light_dataclasses import dataclass

if TYPE_CHECKING:
    from ..cards.part_templates import PartTemplates
    from ..faults import Fault, Faults


@dataclass(frozen=True)
class FaultBox:
    """Shows the faults that would end a build."""

    templates: PartTemplates
    faults: Faults

    def of_all(self) -> Markup:
        """The faults of all files."""
        return self._show([fault for of_one in self._errors.values() for fault in of_one])

    def of_file(self, path: str) -> Markup:
        """The faults of one file."""
        return self._show(self._errors.get(path, []))

    def _show(self, faults: list[Fault]) -> Markup:
        return self.templates.render("fault.html", faults=faults) if faults else Markup()

    @cached_property
    def _errors(self) -> dict[str, list[Fault]]:
        """What would end a build, by file; all is known before the first page is shown."""
        errors: dict[str, list[Fault]] = {}
        for fault in self.faults:
            if fault.level >= Level.ERROR:
                errors.setdefault(fault.path, []).append(fault)
        return errors
