"""Packs to which something has happened: what they still give is what was kept, and all else can be kept again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mkdocs_blogposts.cache.entries import digest
from mkdocs_blogposts.cache.packs import HEAD, records_in
from mkdocs_blogposts.cache.store import Store
from tests.kept import CHECKSUM, kept_in, packs_in

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

VALUES = {digest(number): {"html": f"One {number}" * (number + 1), "Two": [number]} for number in range(9)}


def swap_texts(root: Path) -> None:
    """Give each entry the text of another, as somebody else might have made it."""
    entries = kept_in(root)
    texts = [entry.read() for entry in entries]
    for entry, text in zip(entries, [*texts[1:], texts[0]], strict=True):
        entry.write(text[: entry.end - entry.start].ljust(entry.end - entry.start))


def change_texts(root: Path) -> None:
    for path in packs_in(root):
        path.write_bytes(path.read_bytes().replace(b"One", b"Won").replace(b"Two", b"Tow"))


def change_names(root: Path) -> None:
    """Give each entry the name of another of its size or larger."""
    for path in packs_in(root):
        content = bytearray(path.read_bytes())
        starts = [record.start + 8 for record in records_in(path)]
        names = [content[start : start + 64] for start in starts]
        for start, name in zip(starts, [*names[1:], names[0]], strict=True):
            content[start : start + 64] = name
        path.write_bytes(content)


def cut(root: Path) -> None:
    for path in packs_in(root):
        path.write_bytes(path.read_bytes()[:-2])


def cut_in_the_middle(root: Path) -> None:
    for path in packs_in(root):
        path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def cut_and_fill(root: Path) -> None:
    """Leave what a machine may that went down: a file of the right length, and nothing in its end."""
    for path in packs_in(root):
        size = path.stat().st_size
        path.write_bytes(path.read_bytes()[: size // 2].ljust(size, b"\0"))


def add_half(root: Path) -> None:
    """Leave what a killed process may: a record at the end that is not whole."""
    for path in packs_in(root):
        content = path.read_bytes()
        path.write_bytes(content + content[: HEAD.size + 9])


def empty(root: Path) -> None:
    for path in packs_in(root):
        path.write_bytes(b"")


def without_first_bytes(root: Path) -> None:
    for path in packs_in(root):
        path.write_bytes(path.read_bytes()[CHECKSUM:])


def say_it_is_huge(root: Path) -> None:
    for path in packs_in(root):
        content = bytearray(path.read_bytes())
        content[HEAD.size - 4 : HEAD.size] = b"\xff" * 4
        path.write_bytes(content)


def replace_by_folder(root: Path) -> None:
    for path in packs_in(root):
        path.unlink()
        path.mkdir()


def point_nowhere(root: Path) -> None:
    for path in packs_in(root):
        path.unlink()
        path.symlink_to("nowhere")


HARMS: list[Callable[[Path], None]] = [
    *(swap_texts, change_texts, change_names, cut, cut_in_the_middle, cut_and_fill, add_half, empty),
    *(without_first_bytes, say_it_is_huge, replace_by_folder, point_nowhere),
]


@pytest.mark.parametrize("harm", HARMS, ids=lambda harm: harm.__name__)
def test_what_is_damaged_is_missed_and_can_be_kept_again(tmp_path: Path, harm: Callable[[Path], None]) -> None:
    folder = tmp_path / "kept"
    for keys in (list(VALUES)[:5], list(VALUES)[5:]):
        store = Store(folder)
        for key in keys:
            store.put("search", key, VALUES[key])
        store.write()

    harm(folder)

    again = Store(folder)
    found = {key: again.get("search", key) for key in VALUES}
    assert [key for key, value in found.items() if value not in (None, VALUES[key])] == []
    assert (None in found.values()) is (harm is not add_half)
    for key, value in VALUES.items():
        if found[key] is None:
            again.put("search", key, value)
    again.drop_unused()
    last = Store(folder)
    assert {key: last.get("search", key) for key in VALUES} == VALUES
