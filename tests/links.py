"""Whether every link of a built site leads somewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

from tests.built import file_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ATTRIBUTES = ("href", "src", "poster", "data")
HOST = "http://site.invalid"


def broken_links(site_dir: Path, base_path: str = "/") -> list[str]:
    """Every link, picture and script of every page that leads to no file or no heading of the site.

    The site is looked at as if it were served below `base_path`; links to elsewhere are not followed.
    """
    pages = {path: LexborHTMLParser(path.read_text(encoding="utf-8")) for path in sorted(site_dir.rglob("*.html"))}
    anchors = {path: _anchors(tree) for path, tree in pages.items()}
    broken = []
    for path, tree in pages.items():
        url = path.relative_to(site_dir).as_posix()
        for target in dict.fromkeys(_targets(tree)):
            whole = urlsplit(urljoin(f"{HOST}{base_path}{url}", target))
            if f"{whole.scheme}://{whole.netloc}" != HOST:
                continue
            if not whole.path.startswith(base_path):
                broken.append(f"{url}: {target} leads out of the site")
                continue
            name = file_of(whole.path.removeprefix(base_path))
            if not (site_dir / name).is_file():
                broken.append(f"{url}: {target} leads to no file")
            elif whole.fragment and unquote(whole.fragment) not in anchors.get(site_dir / name, {whole.fragment}):
                broken.append(f"{url}: {target} leads to no heading")
    return broken


def assert_links_resolve(site_dir: Path, base_path: str = "/") -> None:
    """Fail with every link of the site that leads nowhere."""
    assert not (broken := broken_links(site_dir, base_path)), "\n".join(broken)


def _targets(tree: LexborHTMLParser) -> Iterator[str]:
    for name in ATTRIBUTES:
        for node in tree.css(f"[{name}]"):
            if node.attributes[name]:
                yield node.attributes[name] or ""
    for node in tree.css("[srcset]"):
        yield from (part.split()[0] for part in (node.attributes["srcset"] or "").split(",") if part.strip())


def _anchors(tree: LexborHTMLParser) -> set[str]:
    ids = (node.attributes["id"] for node in tree.css("[id]"))
    names = (node.attributes["name"] for node in tree.css("a[name]"))
    return {"top", *filter(None, ids), *filter(None, names)}
