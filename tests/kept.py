"""What builds have kept of a site, entry by entry."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mkdocs_blogposts.cache.packs import HEAD, records_in

if TYPE_CHECKING:
    from pathlib import Path

CACHE = ".cache/plugin/blogposts"
CHECKSUM = 32
"""Bytes that stand before what an entry holds."""


class Kept(NamedTuple):
    """An entry, and where it lies."""

    kind: str
    key: str
    slot: str
    path: Path
    start: int
    end: int

    def read(self) -> bytes:
        """The entry."""
        return self.path.read_bytes()[self.start : self.end]

    def write(self, entry: bytes) -> None:
        """Put another of the same length in its place."""
        assert len(entry) == self.end - self.start
        before = self.path.read_bytes()
        self.path.write_bytes(before[: self.start] + entry + before[self.end :])


def packs_in(root: Path) -> list[Path]:
    """The packs below a folder, the newest last."""
    return sorted(root.rglob("*.pack"), key=lambda path: (path.stat().st_mtime_ns, path))


def kept_in(root: Path) -> list[Kept]:
    """The entries of all packs below a folder, the newest last."""
    return [
        Kept(
            record.name[:12].decode("ascii").strip(),
            record.name[12:].hex(),
            record.slot[12:].hex(),
            path,
            record.start + HEAD.size,
            record.end,
        )
        for path in packs_in(root)
        for record in records_in(path)
    ]


def kinds_in(root: Path) -> set[str]:
    """The kinds of these entries."""
    return {entry.kind for entry in kept_in(root)}


def places_in(root: Path) -> dict[str, tuple[str, int]]:
    """The newest entry of each slot below a folder, but for what is known of the whole site, and where it is."""
    in_files = {path.name: ("", path.stat().st_ctime_ns) for path in root.rglob("*.entry") if "site-" not in path.name}
    return in_files | {f"{entry.kind}-{entry.slot}": (entry.path.name, entry.start) for entry in kept_in(root)}
