"""The files of a Jekyll site that its texts bring in: includes and data. Nothing outside their folders is read."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..faults import ContentError, Faults, Kind, Level
from ..frontmatter.lines import Lines
from ..frontmatter.parser import decode
from ..frontmatter.source import Source
from ..frontmatter.yaml_values import Notes, read_yaml_data
from ..late_patterns import late_pattern
from ..light_dataclasses import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable

_NOT_IN_KEYS = late_pattern(r"[^\w\s-]+")
_QUOTED_NOTHING = late_pattern(r'(?:^|[,\t\n])""(?=[,\t\r\n]|\Z)')
"""A cell that is there, and empty; one without quotes is none."""
_AS_YAML = "it is read as YAML, as in Jekyll"


@dataclass(frozen=True, slots=True)
class TextFolder:
    """A folder of texts, each by its path in it."""

    path: Path
    shown: str
    """The folder as its author would name it."""
    faults: Faults
    exists: bool = True

    def below(self, name: str) -> TextFolder:
        """A folder in this one; a link that leads out of it is taken for one that is not there."""
        path = self.path / name
        exists = self.exists and path.is_dir() and self._leads_in(path)
        return TextFolder(path, name if self.shown == "." else f"{self.shown}/{name}", self.faults, exists)

    def entries(self) -> Iterator[Path]:
        """What is in the folder, in order."""
        found = sorted(self.path.iterdir()) if self.exists and self.path.is_dir() else ()
        yield from (path for path in found if not path.name.startswith("."))

    def read(self, name: str) -> str | None:
        """The text of a file; `None` where there is none in the folder."""
        path = self.path / name
        try:
            content = path.read_bytes() if self._holds(path) else None
        except (OSError, ValueError):
            return None
        if content is None:
            return None
        return decode(Source(src_uri=name, path=f"{self.shown}/{name}", content=content), self.faults)

    def names(self) -> Iterable[str]:
        """The paths of all files in it."""
        found = self.path.rglob("*") if self.exists else ()
        return sorted(path.relative_to(self.path).as_posix() for path in found if self._holds(path))

    def _holds(self, path: Path) -> bool:
        """Whether a file is in the folder, not by a link that leads out of it, and not hidden as `.git/config` is."""
        return self.exists and self._leads_in(path) and path.is_file()

    def _leads_in(self, path: Path) -> bool:
        really, top = path.resolve(), self.path.resolve()
        is_inside = really.is_relative_to(top)
        return is_inside and not any(part.startswith(".") for part in really.relative_to(top).parts)


class DataFolder(Mapping[str, Any]):
    """The files of `_data`, each read when a text first asks for it."""

    def __init__(self, folder: TextFolder) -> None:
        self._folder = folder
        self._entries = dict(self._found())
        self._values: dict[str, Any] = {}

    def __getitem__(self, key: str) -> Any:
        if key not in self._values:
            self._values[key] = self._entries[key]()
        return self._values[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)

    def _found(self) -> Iterator[tuple[str, Callable[[], Any]]]:
        """What each name in the folder stands for."""
        for path in self._folder.entries():
            name = path.name
            if path.is_dir():
                yield _key(name), lambda name=name: DataFolder(self._folder.below(name))  # type: ignore[misc]
            elif path.suffix.lower() in _READERS:
                yield _key(path.stem), lambda name=name: self._read(name)  # type: ignore[misc]

    def _read(self, name: str) -> Any:
        """The value of a file; nothing, and a fault, where it cannot be read."""
        text = self._folder.read(name)
        if text is None:
            return None
        shown, faults = f"{self._folder.shown}/{name}", self._folder.faults
        try:
            return _READERS[Path(name).suffix.lower()](text, Notes(path=shown, faults=faults))
        except ContentError as error:
            faults.add(Kind.LIQUID, shown, f"liquid: {error.message}", place=error.place, hint=error.hint)
            return None


def _key(name: str) -> str:
    """The name under which `site.data` knows a file, as Jekyll makes it."""
    return re.sub(r"\s+", "_", _NOT_IN_KEYS.sub("", name).strip())


def _read_yaml(text: str, notes: Notes) -> Any:
    return read_yaml_data(text, Lines(text), notes)


def _read_json(text: str, notes: Notes) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        place, message = Lines(text).place(error.pos), f"not JSON: {error.msg[0].lower()}{error.msg[1:]}"
        try:
            # As Jekyll does, which reads it as YAML, to which a comma too many is none.
            value = _read_yaml(text, notes)
        except ContentError:
            raise ContentError(message, place=place) from error
        notes.faults.add(Kind.LIQUID, notes.path, f"liquid: {message}", place=place, hint=_AS_YAML, level=Level.INFO)
        return value
    except (RecursionError, ValueError) as error:
        raise ContentError("JSON that cannot be read") from error


def _read_table(between: str) -> Callable[[str, Notes], Any]:
    def read(text: str, _notes: Notes) -> Any:
        try:
            rows = list(csv.reader(text.splitlines(keepends=True), delimiter=between))
        except csv.Error as error:
            raise ContentError(f"not a table: {error}") from error
        heads, *others = rows or [[]]
        empty = "" if _QUOTED_NOTHING.search(text) else None
        filled = ([*(cell or empty for cell in row), *[None] * (len(heads) - len(row))] for row in others if row)
        return [dict(zip(heads, row, strict=False)) for row in filled]

    return read


_READERS: Mapping[str, Callable[[str, Notes], Any]] = {
    ".yml": _read_yaml,
    ".yaml": _read_yaml,
    ".json": _read_json,
    ".csv": _read_table(","),
    ".tsv": _read_table("\t"),
}
