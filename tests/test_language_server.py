"""The schemas in the language server of YAML that VS Code and others run, set up by the line that the docs name."""

from __future__ import annotations

import json
import re
import subprocess
from typing import TYPE_CHECKING, Any

import pytest

from tests.test_docs import DOCS, SITE_URL

if TYPE_CHECKING:
    from pathlib import Path

LINE = re.compile(r"^# yaml-language-server: \$schema=(\S+)$", re.MULTILINE)


def asked(readers: Path, path: Path, schema: str, text: str, place: tuple[int, int]) -> dict[str, Any]:
    """What the server says of a file that begins with the line of the docs, with the schema as it is here."""
    if not (readers / "node_modules" / "yaml-language-server").is_dir():
        pytest.skip("needs packages of npm: make test")
    found = LINE.search((DOCS / "editors.md").read_text(encoding="utf-8"))
    assert found
    url = found[1].replace("schema.json", schema)
    assert url == f"{SITE_URL}{schema}"
    first = found[0].replace(found[1], (DOCS / schema).as_uri())
    path.write_text(f"{first}\n{text}", encoding="utf-8")
    command = ["node", str(readers / "ask_language_server.mjs"), str(path), *map(str, place)]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    said: dict[str, Any] = json.loads(ran.stdout)
    return said


def test_it_completes_options_and_tells_wrong_ones(readers: Path, tmp_path: Path) -> None:
    options = "view_layout: grid\n      feeds_length: all\n      feed: true\n      "
    text = f"site_name: A\nplugins:\n  - search\n  - blogposts:\n      {options}\n"
    said = asked(readers, tmp_path / "mkdocs.yml", "schema.json", text, (9, 7))

    assert said["wrong"] == [
        '6:20 Value is not accepted. Valid values: "cards", "list", "table".',
        '7:21 Incorrect type. Expected "integer".',
        "8:7 Property feed is not allowed.",
    ]
    assert {"feeds", "timezone", "talks_map"} <= {*said["completed"]}


def test_it_completes_keys_of_authors_and_tells_wrong_ones(readers: Path, tmp_path: Path) -> None:
    text = "authors:\n  jane:\n    name: [x]\n    avatr: y\n    \n"
    said = asked(readers, tmp_path / ".authors.yml", "schema-authors.json", text, (6, 5))

    assert "4:11 Incorrect type. Expected one of string, number, boolean, null." in said["wrong"]
    assert "5:5 did you mean 'avatar'?" in said["wrong"]
    assert {"avatar", "description", "url"} <= {*said["completed"]}


def test_it_knows_the_keys_of_a_post(readers: Path, tmp_path: Path) -> None:
    text = "date: [2025]\ncategoreis: [News]\npin: maybe\n\n"
    said = asked(readers, tmp_path / "post.yml", "schema-post.json", text, (5, 1))

    assert [line.split()[0] for line in said["wrong"]] == ["2:7", "4:6", "3:13", "3:1"]
    assert "3:1 did you mean 'categories'?" in said["wrong"]
    assert {"tags", "image", "redirect_from", "unlisted"} <= {*said["completed"]}
