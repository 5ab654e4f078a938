"""What strangers write into titles, tags and names of files, on a terminal and in what programs read."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from mkdocs_blogposts import cli
from tests.cli.command import run_in
from tests.site import Site

if TYPE_CHECKING:
    from click.testing import Result

pytestmark = pytest.mark.xdist_group("terminal")

ATTACKS = {
    "a colour": "zap\x1b[31mred",
    "a link": "zap\x1b]8;;http://zap.example\x07here",
    "a control sequence of one byte": "zap\x9b2J",
    "a backspace": "zap\b\b\bxyz",
    "a return": "zap\rINFO    -  all is well",
    "a new line": "zap\nERROR   -  zap",
    "a new line of a hint": "zap\n    zap",
    "a next line": "zap\x85zap",
    "a line separator": "zap\u2028zap",
    "another direction": "zap\u202egnp.exe\u202c",
    "an isolate": "zap\u2067zap\u2069",
    "a command of GitHub": "zap\n::error file=zap::zap",
    "an end of a GitHub command": "zap::set-output name=zap::zap",
}
OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")


def attacked(root: Path) -> Site:
    """A site with each attack in titles, tags, dates, URLs and names of files; half of its posts cannot be read."""
    site = Site(root)
    for number, text in enumerate(ATTACKS.values()):
        head = {"title": text, "date": "2024-01-31", "tags": [text], "permalink": f"/{number}/{text}"}
        site.put(f"docs/blog/posts/{number}.md", f"---\n{yaml.safe_dump(head)}---\nText.\n")
        name = text.replace("/", "_")
        for ending, date in (("shown", "2099-01-01"), ("broken", text)):
            head = {"date": date, "slug": f"{number}", "pin": text, "teaser": text, text: text}
            site.put(f"docs/blog/posts/{name}-{ending}.md", f"---\n{yaml.safe_dump(head)}---\n# {text}\n")
    site.blogposts(draft_if_future_date=True)
    return site


@pytest.fixture(name="site", scope="module")
def _site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return attacked(tmp_path_factory.mktemp("terminal"))


def obeyed(text: str) -> list[str]:
    """The lines in which something would be obeyed by a terminal."""
    return [line for line in text.split("\n") if OBEYED.search(line)]


def said(result: Result) -> str:
    """All that a command has said, of which a terminal obeys nothing."""
    assert obeyed(result.output) == []
    assert "zap" in result.output
    return result.stdout


def test_each_fault_is_one_line_and_one_for_its_hint(site: Site) -> None:
    lines = said(run_in(site, "check")).splitlines()

    places = [line for line in lines[:-1] if line.startswith("docs/blog/posts/")]
    assert len(places) >= len(ATTACKS)
    assert [line for line in lines[:-1] if line not in places and not line.startswith("    ")] == []
    assert any(line.startswith(r"docs/blog/posts/zap\x1b[31mred-broken.md:") for line in places)


def test_each_fault_is_one_command_of_github(site: Site) -> None:
    *lines, summary = said(run_in(site, "check", "--format", "github")).splitlines()

    assert [
        line for line in lines if not re.match(r"::\w+ file=docs/blog/posts/[^:]+\.md(,\w+=[^:,]+)+::\w", line)
    ] == []
    assert re.fullmatch(r"\d+ errors, \d+ warnings?, \d+ remarks?", summary)


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "--format", "json"),
        ("check", "--format", "sarif"),
        ("list", "--json"),
        ("tags", "--json"),
        ("urls", "--json"),
    ],
    ids=" ".join,
)
def test_json_is_the_same_data_and_obeyed_by_no_terminal(site: Site, arguments: tuple[str, ...]) -> None:
    data = json.loads(said(run_in(site, *arguments)))

    if arguments[0] == "list":
        assert {text.replace("\n", " ") for text in ATTACKS.values() if "\u2067" in text} <= {
            row["title"] for row in data
        }


@pytest.mark.parametrize("arguments", [("list",), ("urls",), ("tags",)], ids=" ".join)
def test_each_row_of_a_table_is_one_line(site: Site, arguments: tuple[str, ...]) -> None:
    rows: list[Any] = json.loads(run_in(site, *arguments, "--json").stdout)

    assert len(said(run_in(site, *arguments)).splitlines()) == len(rows)


def test_what_is_explained_is_one_line_for_each_fact(site: Site) -> None:
    for number in range(len(ATTACKS)):
        path = str(site.root / f"docs/blog/posts/{number}.md")
        rows = json.loads(run_in(site, "explain", path, "--json").stdout)
        table = run_in(site, "explain", path).stdout
        assert obeyed(table) == []
        assert len(table.splitlines()) == len(rows)
    for text in ATTACKS.values():
        broken = run_in(site, "explain", str(site.root / f"docs/blog/posts/{text.replace('/', '_')}-broken.md"))
        assert broken.exit_code == 1
        assert obeyed(broken.output) == []


def test_what_is_due_is_one_line(site: Site) -> None:
    due = said(run_in(site, "list", "--due", "--since", "2024-01-01"))

    assert [line for line in due.splitlines() if not re.match(r"\d{4}-\d\d-\d\dT", line)] == []


def test_a_change_is_shown_before_it_is_made(site: Site) -> None:
    result = run_in(site, "tags", "--rename", "zap\x1b[31mred", "zap")

    assert obeyed(result.output) == []


def test_a_build_tells_in_lines_of_its_own(site: Site) -> None:
    built, output = site.run_build()

    assert built.exit_code == 1
    ours = [message for message in (*built.errors, *built.warnings, *built.infos) if "zap" in message]
    assert len(ours) > 3
    assert [message for message in ours if obeyed(message)] == []
    assert [line for line in output.splitlines() if line.startswith(("::", "ERROR   -  zap"))] == []


def test_nothing_is_said_past_what_makes_it_harmless() -> None:
    """Each module of the command says what it says by `terminal.py`."""
    folder = Path(cli.__file__).parent
    saying = [path.name for path in folder.rglob("*.py") if re.search(r"\b(s?echo|print)\(", path.read_text("utf-8"))]

    assert saying == ["terminal.py"]
