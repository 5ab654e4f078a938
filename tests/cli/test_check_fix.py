"""`blogposts check --fix`: what is mended, and that all else stays as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from mkdocs_blogposts.cli.main import main
from tests.cli.command import run_in

if TYPE_CHECKING:
    from pathlib import Path

    from tests.site import Site

POSTS = "docs/blog/posts"
MANGLED = "\u201a\u00c4\u00ee"
"""A dash that was read as Mac Roman."""


def _posts(site: Site) -> dict[str, bytes]:
    folder = _folder(site)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.md")}


def _folder(site: Site) -> Path:
    return site.root / POSTS


@pytest.fixture(name="untidy")
def _untidy(site: Site) -> Site:
    """A site with something to mend in each of three dialects, byte by byte as people have it."""
    for day in range(1, 8):
        site.put(
            f"{POSTS}/usual-{day}.md", f"---\ndate: 2024-01-0{day}\ntags: [Python, databases]\n---\n# Usual {day}\n"
        )
    site.put(
        f"{POSTS}/windows.md",
        "\ufeff---\r\ndate: 2024-2-1  # the day\r\ntags:\r\n  - 'python' # why\r\n  - \"Python\"\r\n---\r\n"
        f"# Windows\r\n\r\nA dash {MANGLED} here, `{MANGLED}` in code.\r\n\r\n```\r\n{MANGLED}\r\n```\r\nEnd".encode(),
    )
    site.put(
        f"{POSTS}/toml.md", '+++\ndate = "July 1, 2024"\ntags = [\n  "databsaes", # oops\n  \'python\',\n]\n+++\n# T\n'
    )
    site.put(f"{POSTS}/object.md", '{"date": "5 March 2024",\n\t"tags": ["python", "x"]}\n\n# J\n')
    return site.put(
        f"{POSTS}/_posts/2024-05-06-old.md",
        "---\nlayout: post\ndate: 2024-05-06 9:05 +0200\ntags: python databsaes\n---\nO\n",
    )


MENDED = {
    "windows.md": (
        "\ufeff---\r\ndate: 2024-02-01  # the day\r\ntags:\r\n  - 'Python' # why\r\n  - \"Python\"\r\n---\r\n"
        f"# Windows\r\n\r\nA dash — here, `{MANGLED}` in code.\r\n\r\n```\r\n{MANGLED}\r\n```\r\nEnd"
    ),
    "toml.md": "+++\ndate = 2024-07-01\ntags = [\n  \"databases\", # oops\n  'Python',\n]\n+++\n# T\n",
    "object.md": '{"date": "2024-03-05",\n\t"tags": ["Python", "x"]}\n\n# J\n',
    "_posts/2024-05-06-old.md": "---\nlayout: post\ndate: 2024-05-06 09:05:00+02:00\ntags: Python databases\n---\nO\n",
}


def test_it_mends_what_is_sure_and_leaves_every_other_byte(untidy: Site) -> None:
    before = _posts(untidy)
    result = run_in(untidy, "check", "--fix", "--yes")
    after = _posts(untidy)

    assert {name for name in after if after[name] != before[name]} == set(MENDED)
    assert {name: after[name].decode() for name in MENDED} == MENDED
    assert "4 files changed\n" in result.stderr
    assert run_in(untidy, "check", "--fix", "--yes").stderr == ""
    assert result.exit_code == 0


def test_it_moves_no_page(untidy: Site) -> None:
    before = run_in(untidy, "list", "--json").stdout
    run_in(untidy, "check", "--fix", "--yes")

    assert (
        run_in(untidy, "list", "--json").stdout.replace("databsaes", "databases").casefold()
        == before.replace("databsaes", "databases").casefold()
    )


@pytest.mark.parametrize("answer", ["n\n", ""])
def test_it_shows_what_it_would_change_and_asks(untidy: Site, answer: str) -> None:
    before = _posts(untidy)
    untidy.save()
    result = CliRunner().invoke(main, ["check", "-f", str(untidy.root / "mkdocs.yml"), "--fix"], input=answer)

    assert (result.exit_code, _posts(untidy)) == (1, before)
    assert result.stdout.strip() in {"", answer.strip()}  # older releases of click put the answer there
    assert f"--- a/{POSTS}/toml.md\n+++ b/{POSTS}/toml.md\n" in result.stderr
    assert '-date = "July 1, 2024"\n+date = 2024-07-01\n' in result.stderr
    assert "Change 4 files? [y/N]:" in result.stderr
    assert "nothing was changed" in result.stderr


def test_it_goes_on_to_what_is_left_once_it_may(untidy: Site) -> None:
    untidy.put(f"{POSTS}/none.md", "---\ntitle: X\n---\n").save()
    result = CliRunner().invoke(main, ["check", "-f", str(untidy.root / "mkdocs.yml"), "--fix"], input="y\n")

    assert (_folder(untidy) / "toml.md").read_text(encoding="utf-8") == MENDED["toml.md"]
    assert result.exit_code == 1
    assert f"{POSTS}/none.md:1:1: has no date" in result.stdout


def test_a_title_whose_url_would_change_stays(site: Site) -> None:
    title = "# CafÃ© au lait"
    site.put(f"{POSTS}/cafe.md", f"---\ndate: 2024-01-31\n---\n{title}\n\nA cafÃ© it is.\n")
    run_in(site, "check", "--fix", "--yes")

    assert (_folder(site) / "cafe.md").read_text(encoding="utf-8") == (
        f"---\ndate: 2024-01-31\n---\n{title}\n\nA café it is.\n"
    )


def test_a_tag_in_the_plural_may_be_meant(untidy: Site) -> None:
    untidy.put(f"{POSTS}/one.md", "---\ndate: 2024-01-31\ntags: [database]\n---\n# One\n")
    run_in(untidy, "check", "--fix", "--yes")

    assert b"[database]" in _posts(untidy)["one.md"]


def test_what_a_site_wants_to_hear_nothing_of_is_not_mended(untidy: Site) -> None:
    untidy.blogposts(faults={"mojibake": "ignore", "tag-spelling": "ignore", "date": "ignore"})
    before = _posts(untidy)

    assert (run_in(untidy, "check", "--fix", "--yes").exit_code, _posts(untidy)) == (0, before)


@pytest.mark.parametrize(
    "head",
    [
        "date: 2024-01-31\ntags: [Python, python]\n",
        'date: "2024-01-31"\n',
        "layout: post\ndate: 2024-01-31 14:00:30 +0900\n",
        "date: 2024-01-31 (first version)\n",
        "date: 03/04/2024\n",
        "date: soon\n",
        "date: &d 2024-01-31\nupdated: *d\n",
    ],
)
def test_what_is_doubtful_or_well_written_stays(site: Site, head: str) -> None:
    site.put(f"{POSTS}/a.md", f"---\n{head}---\n# A\n").put(
        f"{POSTS}/b.md", "---\ndate: 2024-02-01\ntags: [python]\n---\n"
    )
    before = _posts(site)
    run_in(site, "check", "--fix", "--yes")

    assert _posts(site) == before


def test_a_link_to_a_file_elsewhere_is_not_followed(site: Site) -> None:
    site.put("elsewhere.md", "---\ndate: 2024-1-31\n---\n# A\n").put(f"{POSTS}/b.md", "---\ndate: 2024-02-01\n---\n")
    (_folder(site) / "a.md").symlink_to(site.root / "elsewhere.md")
    run_in(site, "check", "--fix", "--yes")

    assert (site.root / "elsewhere.md").read_text(encoding="utf-8") == "---\ndate: 2024-1-31\n---\n# A\n"


def test_a_report_for_programs_stays_whole(untidy: Site) -> None:
    assert run_in(untidy, "check", "--fix", "--yes", "--format", "json").stdout == "[]\n"
    assert run_in(untidy, "check", "--yes").exit_code == 2
