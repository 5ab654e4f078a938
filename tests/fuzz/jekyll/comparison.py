"""What Jekyll and we know of the posts of a site, side by side; what differs on purpose is named here, and in the docs."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from tests.fuzz.jekyll.folders import FUTURE
from tests.site import Site

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Known = dict[str, dict[str, Any]]
"""What is known of each post, by its path."""

TOOLS = Path(__file__).parents[2] / "jekyll"


def put(root: Path, files: Mapping[str, str]) -> None:
    """Write some files."""
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(text.encode())


def theirs(sites: Sequence[Path]) -> dict[str, Known]:
    """What Jekyll knows of several sites, in one run."""
    ruby = shutil.which("ruby")
    assert ruby, "Jekyll needs it"
    environment = os.environ | {"JEKYLL_NO_BUNDLER_REQUIRE": "true", "LC_ALL": "C.UTF-8"}
    command = [ruby, str(TOOLS / "jekyll_dump.rb"), *map(str, sites)]
    ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    known: dict[str, Known] = json.loads(ran.stdout)
    assert not any("error" in each for each in known.values()), known
    return known


def ours(root: Path, files: Mapping[str, str]) -> Known:
    """What we know of a site."""
    root.mkdir(parents=True)
    site = Site(root).config(theme="mkdocs", plugins=["blogposts"], hooks=[str(TOOLS / "jekyll_hook.py")])
    site.blogposts(feeds=False, cache=False, workers=1, talks=False)
    put(root / "docs", files)
    built = site.build()
    assert built.exit_code == 0, built.log
    known: Known = json.loads((root / "known.json").read_text(encoding="utf-8"))
    return known


def differences(mine: Known, other: Known) -> list[str]:
    """Each post that is not the same, with both sides."""
    expected = {path: _here(path, known) for path, known in other.items()}
    given = {path: {**known, "url": unquote(known["url"])} for path, known in mine.items()}
    _part(expected, given)
    for path, known in list(expected.items()):
        # Jekyll has not read its front matter; here the date is that of the name, and not of the build.
        if known["date"] is None and path in given:
            known |= {key: given[path][key] for key in ("date", "url")}
        elif known["date"] is None and FUTURE in path:
            del expected[path]
    return [
        f"{path}\n  ours:   {given.get(path)}\n  Jekyll: {expected.get(path)}"
        for path in sorted({*given, *expected})
        if given.get(path) != expected.get(path)
    ]


def _here(path: str, known: Mapping[str, Any]) -> dict[str, Any]:
    """What Jekyll knows, in our way: a URL ends with a slash, a term is a text and stands once, space is not shown."""
    url = re.sub(r"(?<=/)index(?:\.html)?$", "", unquote(known["url"]))
    return {
        **known,
        "url": url if url.endswith(("/", ".html")) else f"{url}/",
        "title": _title(path, known),
        **{key: list(dict.fromkeys(known[key])) for key in ("tags", "categories")},
    }


def _title(path: str, known: Mapping[str, Any]) -> str:
    """A title without space around its lines; an empty one is none, and so the name is."""
    stem = path.rpartition("/")[2].rpartition(".")[0]
    name = re.sub(r"^\d+-\d+-\d+-", "", stem)
    by_name = " ".join(" ".join(word.capitalize() for word in name.split("-")).split())
    if by_name and " ".join(known["title"].split()) == by_name:
        return by_name
    lines = filter(None, (line.strip() for line in re.split(r"[\r\n]+", known["title"])))
    return " ".join(lines) or by_name or stem.strip("-. ")


def _part(expected: Known, given: Known) -> None:
    """Give posts of one URL the URLs that they have here, where all are kept: `/a/`, `/a-2/`."""
    for path, known in expected.items():
        url, own = known["url"], given.get(path, known)["url"]
        others = [each for each, other in expected.items() if each != path and other["url"] == url]
        if others and own != url and re.fullmatch(_NUMBERED.format(*map(re.escape, _halves(url))), own):
            known["url"] = own


_NUMBERED = r"{}-\d+{}"


def _halves(url: str) -> tuple[str, str]:
    ending = next(end for end in (".html", "/") if url.endswith(end))
    return url.removesuffix(ending), ending
