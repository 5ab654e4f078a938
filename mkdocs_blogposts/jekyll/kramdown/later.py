"""Preprocessors that wait until the blocks of a text are known."""

from __future__ import annotations

from typing import Any

from markdown.preprocessors import Preprocessor


class Later(Preprocessor):
    """Stands where a preprocessor was, whose other parts its extension still asks for."""

    def __init__(self, preprocessor: Preprocessor) -> None:
        super().__init__(preprocessor.md)
        self.preprocessor = preprocessor

    def run(self, lines: list[str]) -> list[str]:
        """The lines as they are."""
        return lines

    def __getattr__(self, name: str) -> Any:
        return getattr(self.preprocessor, name)
