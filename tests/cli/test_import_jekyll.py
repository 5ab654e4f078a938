"""`blogposts import jekyll` on the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from mkdocs_blogposts.cli.main import main
from tests.built import bytes_of
from tests.migration.old_site import ACADEMIC, MINIMAL_MISTAKES, write_old

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result


def run(*arguments: str | Path) -> Result:
    """What the command says and returns; a traceback fails the test."""
    result = CliRunner().invoke(main, ["import", "jekyll", "--no-check", *map(str, arguments)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exc_info
    return result


@pytest.fixture
def old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site as academicpages has it, beside which the new one will be."""
    monkeypatch.chdir(tmp_path)
    return write_old(tmp_path / "old", ACADEMIC)


def test_it_says_what_it_has_done_and_what_comes_next(old: Path) -> None:
    result = run("old")

    assert result.exit_code == 0
    assert result.stdout == (
        "old: 4 posts, 1 draft, 2 talks, 9 pages, 2 pages of collections, 5 files\n"
        "24 of 25 URLs of pages answer, 4 of them by a redirect; 1 does not\n"
        "This is what is planned; the new site was not built.\n"
        "\n"
        "What was and was not carried: old-mkdocs/import-report.md\n"
        "Next:\n"
        "    cd old-mkdocs\n"
        "    pip install -r requirements.txt\n"
        "    mkdocs serve\n"
    )
    assert result.stderr == ""
    assert (old.parent / "old-mkdocs" / "mkdocs.yml").is_file()


@pytest.mark.parametrize("arguments", [(), ("--leave-files",)], ids=["copied", "left"])
def test_nothing_is_written_into_the_old_site(old: Path, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    before = bytes_of(old)

    assert run("old", tmp_path / "new", *arguments).exit_code == 0
    assert bytes_of(old) == before


def test_every_file_that_is_copied_is_the_same_byte_for_byte(old: Path, tmp_path: Path) -> None:
    (old / "_posts" / "2024-05-01-crlf.md").write_bytes("\ufeff---\r\ntitle: Zwölf\r\n---\r\nText.".encode())
    (old / "images" / "raw.bin").write_bytes(bytes(range(256)))

    run("old", tmp_path / "new")

    new, before = bytes_of(tmp_path / "new"), bytes_of(old)
    assert new["_posts/2024-05-01-crlf.md"] == before["_posts/2024-05-01-crlf.md"]
    assert new["docs/images/raw.bin"] == before["images/raw.bin"]
    copied = {path: before.get(path.removeprefix("docs/")) for path in new}
    made = {path for path, content in copied.items() if content is None or content != new[path]}
    assert made == {
        ".github/workflows/pages.yml",
        ".gitignore",
        "_pages/wordpress-blog-posts.md",
        "docs/robots.txt",
        "docs/talks/index.md",
        "docs/year-archive/index.md",
        "import-report.md",
        "mkdocs.yml",
        "requirements.txt",
    }


@pytest.mark.usefixtures("old")
def test_files_can_stay_where_they_are(tmp_path: Path) -> None:
    result = run("old", "new", "--leave-files")

    assert result.exit_code == 0
    assert set(bytes_of(tmp_path / "new")) == {
        "_pages/wordpress-blog-posts.md",
        "import-report.md",
        "mkdocs.yml",
        "requirements.txt",
    }
    config = (tmp_path / "new" / "mkdocs.yml").read_text(encoding="utf-8")
    assert "docs_dir: ../old # the files stay where they are\n" in config


def test_a_site_may_be_a_folder_of_a_larger_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "project").mkdir()
    monkeypatch.chdir(tmp_path / "project")
    write_old(tmp_path / "project" / "docs", MINIMAL_MISTAKES)

    assert run("docs", ".", "--leave-files").exit_code == 0

    assert "\ndocs_dir" not in (tmp_path / "project" / "mkdocs.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["old", "taken"], "'taken' is there and not empty: name another folder, behind that of the site"),
        (["old", "old/new"], "'old/new' lies in the old site, which is never written into: name another folder"),
        (["old", "old"], "'old' lies in the old site, which is never written into: name another folder"),
        (["old", "a-file"], "'a-file' is a file, not a folder"),
        (["old", "a-file/new"], "'{here}/a-file' is a file, not a folder"),
        (
            ["old", "taken", "--leave-files"],
            "'taken/mkdocs.yml' is there already: move it away, or name another folder",
        ),
        (["old/new", "x"], "'{here}/old/new' is not a Jekyll site: it has neither _config.yml nor _posts"),
        (
            [".", "x"],
            "'{here}' is not a Jekyll site: it has neither _config.yml nor _posts; did you mean '{here}/old'?",
        ),
    ],
)
def test_what_cannot_be_done_is_refused_in_a_sentence(old: Path, arguments: list[str], message: str) -> None:
    (old / "new").mkdir()
    (old.parent / "taken").mkdir()
    (old.parent / "taken" / "mkdocs.yml").write_text("", encoding="utf-8")
    (old.parent / "a-file").write_text("", encoding="utf-8")

    result = run(*arguments)

    assert result.exit_code == 1
    assert result.stderr == f"Error: {message.format(here=old.parent.as_posix())}\n"
    assert result.stdout == ""


@pytest.mark.usefixtures("old")
def test_a_page_that_is_there_is_not_written_over(tmp_path: Path) -> None:
    assert run("old", "new", "--leave-files").exit_code == 0
    made = min((tmp_path / "new" / "_pages").iterdir())
    made.write_text("My own.\n", encoding="utf-8")
    for name in ("mkdocs.yml", "import-report.md"):
        (tmp_path / "new" / name).unlink()

    result = run("old", "new", "--leave-files")

    assert result.exit_code == 1
    assert "_pages/" in result.stderr
    assert "is there already: move it away, or name another folder" in result.stderr
    assert made.read_text(encoding="utf-8") == "My own.\n"


def test_within_the_old_site_the_new_one_goes_beside_it(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(old)

    result = run(".", "--no-check")

    assert (result.exit_code, (old.parent / "old-mkdocs/mkdocs.yml").is_file()) == (0, True)
    assert "\n    cd ../old-mkdocs\n" in result.stdout


def test_a_link_around_the_old_site_is_seen_through(old: Path) -> None:
    (old.parent / "link").symlink_to(old)

    result = run("old", "link/new")

    assert result.exit_code == 1
    assert "lies in the old site" in result.stderr


def test_a_folder_that_is_not_there_is_a_wrong_use() -> None:
    result = run("nowhere")

    assert result.exit_code == 2
    assert "Directory 'nowhere' does not exist." in result.stderr


def test_faults_in_the_old_files_are_told_with_their_place(old: Path, tmp_path: Path) -> None:
    (old / "_posts" / "2024-01-01-a.md").write_text("---\ntitle: 'A\n---\n", encoding="utf-8")
    (old / "_posts" / "2024-01-02-b.md").write_text("---\ndate: July 1st\n---\n", encoding="utf-8")
    (old / "b.md").write_bytes(b"---\ntitle: \xe9\n---\n")
    (old / "c.md").write_text("---\npermalink: /contact/\n---\n", encoding="utf-8")

    result = run("old", "new")

    assert result.exit_code == 0
    faults = [
        "_posts/2024-01-01-a.md:2:8: the quote that begins here is never closed",
        "_posts/2024-01-02-b.md:2:7: date: 'July 1st' is not a date",
        "b.md:2:8: not UTF-8: byte 0xE9 at offset 11",
        "c.md:2:12: duplicate-url: '/contact/' is already the URL of contact.md, so it is built at '/contact-2/'",
    ]
    told = [line for line in result.stdout.splitlines() if line.startswith(("_posts", "b.md", "c.md"))]
    assert told == faults
    assert "4 faults in the files of the old site:\n" in result.stdout
    report = (tmp_path / "new" / "import-report.md").read_text(encoding="utf-8")
    assert [line for line in report.splitlines() if line in faults] == faults
