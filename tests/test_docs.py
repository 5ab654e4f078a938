"""The documentation: every example in it is built, every option and fault is told, and no link leads nowhere.

In the pages below `docs`, a fence whose title is the name of a file is that file. The files between two headings of the
second level are one site, which builds without a warning. A fence titled `Message` holds what the build tells instead,
word for word, and one titled `Pages` holds pages that the site has.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from mkdocs_blogposts.faults import DEFAULT_LEVELS, Kind, Level
from mkdocs_blogposts.frontmatter.dialects import JEKYLL_KEYS, SINGULAR_KEYS
from mkdocs_blogposts.frontmatter.keys import KEYS
from mkdocs_blogposts.settings import Settings
from tests.built import Built, path_of
from tests.links import assert_links_resolve
from tests.pdf import pdf, slide
from tests.site import HOST, Site

if TYPE_CHECKING:
    from collections.abc import Iterator

PROJECT = Path(__file__).parents[1]
DOCS = PROJECT / "docs"
SITE_URL = "https://mkdocs-blogposts.github.io/mkdocs-blogposts/"

FENCE = re.compile(r"(?P<ticks>`{3,})(?P<language>\w*)(?: title=\"(?P<title>[^\"]*)\")?.*")
FILE_NAME = re.compile(r"(?P<name>[\w.-]+(?:/[\w.-]+)*\.\w+)(?P<encoding>, in Latin-1)?")
DECK = re.compile(rb"^slides: ([\w-]+\.pdf)$", re.MULTILINE)
"""Slides that the talk of an example has."""

LEVEL = re.compile(r"^\*([\w ]+)\.\* ", re.MULTILINE)
LEVELS_IN_WORDS = {Level.ERROR: "Error", Level.WARNING: "Warning", Level.INFO: "Remark"}


@dataclass
class Section:
    """What stands below a heading of the second level."""

    page: str
    heading: str
    text: str = ""
    fences: list[tuple[str, str]] = field(default_factory=list)
    """Title and text of each fence that has a title."""

    @property
    def files(self) -> list[tuple[str, bytes]]:
        """The files of the example."""
        found = ((FILE_NAME.fullmatch(title), text) for title, text in self.fences)
        return [(name["name"], text.encode("latin-1" if name["encoding"] else "utf-8")) for name, text in found if name]

    def told(self, title: str) -> list[str]:
        """The texts of all fences of a title."""
        return [text for name, text in self.fences if name == title]


def sections_of(path: Path) -> Iterator[Section]:
    """The parts of a page."""
    section = Section(path.stem, "")
    lines: list[str] = []
    ticks = title = ""
    for line in path.read_text(encoding="utf-8").splitlines(keepends=True):
        if ticks:
            if line.strip() == ticks:
                section.fences.append((title, "".join(lines)))
                ticks = ""
            lines.append(line)
        elif fence := FENCE.fullmatch(line.rstrip()):
            ticks, lines, title = fence["ticks"], [], fence["title"] or ""
        elif line.startswith("## "):
            yield section
            section = Section(path.stem, line.removeprefix("## ").strip())
        section.text += line
    yield section


SECTIONS = [section for path in sorted(DOCS.glob("*.md")) for section in sections_of(path)]
EXAMPLES = [section for section in SECTIONS if section.files]
FAULTS = {section.heading.strip("`"): section for section in SECTIONS if section.page == "faults"}


def write(site: Site, section: Section) -> Site:
    """Write the example of a section; what `mkdocs.yml` leaves out is as in every test, and there is a home page."""
    site.put("docs/index.md", "# Home\n")
    for name, content in section.files:
        if name == "mkdocs.yml":
            site.config(**yaml.safe_load(content))
        else:
            site.put(name, content)
            for deck in DECK.findall(content):
                site.put(f"{name.rpartition('/')[0]}/{deck.decode()}", pdf(*[slide((24, "A slide"))] * 3))
    return site


@pytest.fixture(scope="session")
def docs(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The documentation, built under the path that it has on the web."""
    site_dir = tmp_path_factory.mktemp("docs") / path_of(SITE_URL).strip("/")
    command = [sys.executable, "-m", HOST, "build", "--strict", "--site-dir", str(site_dir)]
    ran = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return Built(site_dir, SITE_URL, [], None)


@pytest.mark.parametrize("section", EXAMPLES, ids=lambda section: f"{section.page}: {section.heading}")
def test_an_example_does_what_the_page_says(site: Site, section: Section) -> None:
    built = write(site, section).build(strict=True)

    if messages := section.told("Message"):
        assert sorted(built.faults) == sorted(message.rstrip("\n") for message in messages)
    else:
        assert (built.exit_code, built.warnings + built.errors) == (0, [])
    for pages in section.told("Pages"):
        assert set(pages.split()) <= {f"/{url}" for url in built.pages} | {f"/{name}" for name in built.files}


@pytest.mark.parametrize("kind", Kind)
def test_each_kind_of_fault_is_told_with_its_level(site: Site, kind: Kind) -> None:
    section = FAULTS[kind]
    level = LEVEL.search(section.text)
    wanted = "As MkDocs has it" if kind is Kind.LINK else LEVELS_IN_WORDS[DEFAULT_LEVELS[kind]]

    assert level
    assert level[1] == wanted
    if messages := section.told("Message"):
        levels = {logged.level for logged in write(site, section).build().log if f"{logged.message}\n" in messages}
        assert levels == {"WARNING" if kind is Kind.LINK else DEFAULT_LEVELS[kind].name}


def test_each_option_has_its_place(docs: Built) -> None:
    page = docs.page("settings/")
    headings = [node.attributes["id"] or "" for node in page.css("h3[id]")]

    assert sorted(headings) == sorted(Settings.__dataclass_fields__)


def test_each_option_says_what_it_is(docs: Built) -> None:
    text = docs.page("settings/").text

    assert "post_dir Folder of the posts below docs_dir; {blog} stands for blog_dir." in text
    assert "text · default '{blog}/posts'" in text
    assert "cards or list or table · default cards" in text
    assert "function · default slugify(case='lower')" in text
    assert "list of texts · default [rss, atom, json]" in text
    assert "whole number · not set by default" in text


def test_the_schema_is_up_to_date() -> None:
    made = subprocess.run(
        [sys.executable, "-c", "import reference; print(reference.schema_text(), end='')"],
        cwd=DOCS, capture_output=True, text=True, encoding="utf-8", check=True,
    )  # fmt: skip

    assert (DOCS / "schema.json").read_text(encoding="utf-8") == made.stdout, "run: python docs/reference.py"


def test_the_schema_has_every_option() -> None:
    schema = json.loads((DOCS / "schema.json").read_text(encoding="utf-8"))["$defs"]["blogposts"]["properties"]

    assert list(schema) == list(Settings.__dataclass_fields__)
    assert schema["view_layout"] == {
        "description": "How listings show posts: as teaser `cards`, as the `list` that Material's blog makes, "
        "or as a `table`.",
        "enum": ["cards", "list", "table"],
        "default": "cards",
    }
    assert set(schema["faults"]["properties"]) == set(Kind)


def test_every_key_of_front_matter_is_told(docs: Built) -> None:
    told = {node.text() for url in ("posts/", "talks/") for node in docs.page(url).css("code")}
    keys = {name for names in KEYS.values() for name in names} | set(JEKYLL_KEYS) | set(SINGULAR_KEYS)

    assert keys - told == set()


def test_every_template_is_told(docs: Built) -> None:
    told = {node.text() for node in docs.page("templates/").css("td code")}
    templates = PROJECT / "mkdocs_blogposts" / "templates"

    assert {path.relative_to(templates).as_posix() for path in templates.rglob("*.html")} <= told


def test_every_link_leads_somewhere(docs: Built) -> None:
    assert_links_resolve(docs.dir, path_of(SITE_URL))


def test_the_release_notes_are_a_blog_of_ours(docs: Built) -> None:
    assert docs.page("blog/").cards


def test_the_readme_shows_what_works(site: Site) -> None:
    readme = (PROJECT / "README.md").read_text(encoding="utf-8")
    config, post = (
        next(re.finditer(rf"^```{language}\n(.*?)^```$", readme, re.DOTALL | re.MULTILINE))[1]
        for language in ("yaml", "markdown")
    )

    built = site.config(**yaml.safe_load(config)).put("docs/blog/posts/new.md", post).build(strict=True)

    assert built.exit_code == 0
    assert [(card.title, card.excerpt) for card in built.page("blog/").cards] == [
        ("What is new in 2.0", "Everything above this line is shown on the card:")
    ]


def test_all_that_the_plugin_needs_is_named_for_those_who_install_it_without() -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = {re.split("[^a-z0-9-]", line)[0] for line in project["dependencies"]}
    told = next(
        re.finditer(r"^\$ pip install (babel .*)$", (DOCS / "themes.md").read_text(encoding="utf-8"), re.MULTILINE)
    )

    assert {*told[1].split(), "mkdocs", "mkdocs-material", "tzdata"} == needed


def test_readme_and_documentation_say_the_same_of_the_first_step() -> None:
    line = "plugins:\n  - search\n  - blogposts # this one\n"

    assert line in (PROJECT / "README.md").read_text(encoding="utf-8")
    assert line in (DOCS / "index.md").read_text(encoding="utf-8")
