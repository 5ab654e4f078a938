"""Mistakes of a first day, each in a file of its own, and what `blogposts check` says of it, in full."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from mkdocs_blogposts.cli.main import main
from tests.site import Site

DATED = "date: 2024-01-31"
HEAD = f"---\n{DATED}\n"
TEXT = "---\n# Hello\n\nText.\n"

MISTAKES: dict[str, tuple[str, list[str]]] = {
    "docs/blog/posts/title.md": (
        f"{HEAD}title: Other\n{TEXT}",
        [
            "3:8: title: listings show 'Other', and the page its heading 'Hello' of line 5",
            "    write both alike, or leave out `title`",
        ],
    ),
    "docs/blog/posts/dat.md": (
        f"---\ndat: 2024-01-31\n{TEXT}",
        ["2:1: has no date", "    write `date:` for `dat:`"],
    ),
    "docs/blog/posts/fence.md": (
        f"----\n{DATED}\n{TEXT}",
        [
            "1:1: has no front matter, and no date in its name",
            "    write its first line as `---`, at the very beginning of the line",
        ],
    ),
    "docs/blog/posts/2024-01-31-space.md": (
        " ---\ntags: [python]\n ---\n# Hello\n",
        [
            "1:1: ' ---' does not begin front matter, so what is below it is text",
            "    write `---`, at the very beginning of the line",
        ],
    ),
    "docs/blog/posts/bare.md": (
        f"{DATED}\n\n# Hello\n",
        [
            "1:1: has no front matter, and no date in its name",
            "    put a line `---` above the first key, and another below the last one",
        ],
    ),
    "docs/blog/posts/index.md": (
        "# Our blog\n",
        [
            "1:1: has no front matter, and no date in its name",
            "    the text above the cards stands in 'blog/index.md' in `docs_dir`",
        ],
    ),
    "docs/blog/posts/20240131-compact.md": (
        "# Hello\n",
        ["1:1: has no front matter, and no date in its name", "    call it 2024-01-31-compact.md"],
    ),
    "docs/blog/posts/31.01.2024-german.md": (
        f"---\nauthor: Jane\n{TEXT}",
        ["1:1: has no date", "    add `date: 2025-07-01`, or call the file 2024-01-31-german.md"],
    ),
    "docs/blog/posts/2024-01-31.md": (
        "# Hello\n",
        [
            "1:1: has no front matter, and no date in its name",
            "    give it a name behind the date: 2024-01-31-hello.md",
        ],
    ),
    "docs/blog/posts/twice.md": (
        f"{HEAD}---\ntags: [python]\n{TEXT}",
        ["4:1: 'tags' is below the front matter, so it is shown as text", "    delete the line `---` above it"],
    ),
    "docs/blog/posts/tab.md": (
        f"{HEAD}tags:\n\t- python\n{TEXT}",
        ["4:1: a tab where YAML needs spaces", "    indent with spaces"],
    ),
    "docs/blog/posts/dashed.md": (
        f"{HEAD}tags: - python\n{TEXT}",
        ["3:7: a list with dashes begins on a line of its own", "    write `tags: [python]`"],
    ),
    "docs/blog/posts/hash.md": (
        f"{HEAD}tags: #python #docs\n{TEXT}",
        [
            "3:1: tags: '#python #docs' is a comment in YAML, so nothing is there",
            "    write `tags: [python, docs]`, or put it in quotes",
        ],
    ),
    "docs/blog/posts/dash.md": (
        f"{HEAD}tags:\n  -python\n  -docs\n{TEXT}",
        ["4:3: tags: '-python -docs' is text, not a list", "    write `- python`, with a space behind the dash"],
    ),
    "docs/blog/posts/more.md": (
        f"{HEAD}---\n# Hello\n\nOne.\n\n<!-- Read More -->\n\nTwo.\n",
        ["8:1: '<!-- Read More -->' does not end the excerpt", "    write `<!-- more -->`"],
    ),
    "docs/blog/posts/authors.md": (
        f"{HEAD}authors: Jane Doe, John Roe\n{TEXT}",
        [
            "3:10: authors: 'Jane Doe, John Roe' counts as one author",
            "    write `authors: [Jane Doe, John Roe]` if they are several",
        ],
    ),
    "docs/blog/posts/image.md": (
        f"{HEAD}image: docs/img/x.png\n{TEXT}",
        ["3:8: image: there is no file 'docs/img/x.png'", "    write `/img/x.png`: such paths count from `docs_dir`"],
    ),
    "docs/blog/posts/text.txt": (
        f"{HEAD}{TEXT}",
        [" place: MkDocs reads no '.txt', so this is no post", "    call it text.md"],
    ),
    "docs/blog/posts/capitals.MD": (
        f"{HEAD}{TEXT}",
        [" place: MkDocs reads no '.MD', so this is no post", "    call it capitals.md"],
    ),
    "docs/talks/plain.md": (
        "# A talk\n",
        [
            " place: is among the talks, but is no talk without a `venue`",
            "    add `venue: …`, or else `event`, `location`, `type` or `speakers`, if it is meant to be one",
        ],
    ),
    "docs/talks/venu.md": (
        f"---\nvenu: PyCon\n{TEXT}",
        [" place: is among the talks, but is no talk without a `venue`", "    write `venue:` for `venu:`"],
    ),
    "docs/talk/europython.md": (
        f"---\nvenue: EuroPython\n{TEXT}",
        [
            " place: has a venue, but lies outside of 'docs/talks', so it is no talk",
            "    move it there if it is meant to be one",
        ],
    ),
    "docs/.authors.yml": (
        "authors:\n  jane:\n    name: Jane\n",
        [" place: is not read", "    move it to 'docs/blog/.authors.yml'"],
    ),
}


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What is said of each file."""
    site = Site(tmp_path_factory.mktemp("slips"))
    for name, (text, _) in MISTAKES.items():
        site.put(name, text)
    site.save()
    result = CliRunner().invoke(main, ["check", "--config-file", str(site.root / "mkdocs.yml")])
    said: dict[str, list[str]] = {}
    name = ""
    for line in result.output.splitlines()[:-1]:
        known = next((each for each in MISTAKES if line.startswith(f"{each}:")), None)
        name = known or name
        said.setdefault(name, []).append(line.removeprefix(f"{name}:"))
    return said


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told_once_with_its_place_and_the_remedy(told: dict[str, list[str]], name: str) -> None:
    lines = [line for line in told[name] if "duplicate-url" not in line and "give one of them another" not in line]

    assert lines == MISTAKES[name][1]


def test_keys_of_authors_that_are_nearly_known_are_told(site: Site) -> None:
    keys = "    name: Jane\n    avatr: x\n    descripton: y\n    team: z\n"
    site.put("docs/blog/.authors.yml", f"authors:\n  jane:\n{keys}")
    site.put("docs/blog/posts/a.md", f"{HEAD}{TEXT}")

    assert site.build().faults == [
        "docs/blog/.authors.yml:4:5: unknown key 'avatr'; did you mean 'avatar'?",
        "docs/blog/.authors.yml:5:5: unknown key 'descripton'; did you mean 'description'?",
    ]


@pytest.mark.parametrize(
    ("options", "warning"),
    [
        (
            {"post_dir": "docs/blog/posts"},
            "There are no posts in 'docs/blog/posts' below `docs_dir`; write `post_dir: blog/posts`",
        ),
        (
            {"blog_dir": "docs/blog"},
            "There are no posts in 'docs/blog/posts' below `docs_dir`; write `blog_dir: blog`",
        ),
        (
            {"authors_file": "docs/x.yml"},
            "There is no file 'docs/x.yml' in `docs_dir`, which `authors_file` names; write `authors_file: x.yml`",
        ),
        (
            {"post_date_format": "%Y-%m-%d"},
            "post_date_format: '%Y-%m-%d' is not in the form of Babel; write `yyyy-MM-dd` for 2025-07-01",
        ),
    ],
)
def test_options_that_count_from_elsewhere_or_in_another_form_are_told(
    site: Site, options: dict[str, str], warning: str
) -> None:
    site.put("docs/blog/posts/a.md", f"{HEAD}{TEXT}").put("docs/blog/.authors.yml", "jane: {name: Jane}\n")

    assert site.blogposts(**options).build().warnings == [warning]


def test_a_site_without_posts_is_told_how_to_write_the_first(site: Site) -> None:
    site.put("docs/index.md", "# Home\n")

    assert (
        "There are no posts yet; write one, such as 'docs/blog/posts/hello.md', and begin it with the lines `---`,"
        " `date: 2025-07-01` and `---`"
    ) in site.build().infos


@pytest.mark.parametrize(
    "text",
    [
        "title: A & B\n---\n# A &amp; B\n",
        "title: Hello\n---\n# **Hello** { #x }\n",
        "title: Hello\n---\n## Other\n",
        "tags:\n---\nNote: this is a heading\n---\nText.\n",
        "---\nupdate: x\n\ny\n---\n",
        "---\n<!-- more -->\n\n<!-- read more -->\n",
        "tags: # none yet\n---\n# Hello\n",
        "title: C#\n---\n# C#\n",
    ],
)
def test_what_is_no_mistake_is_not_told(site: Site, text: str) -> None:
    site.put("docs/blog/posts/a.md", f"{HEAD}{text}")

    built = site.build(strict=True)
    assert (built.faults, built.exit_code) == ([], 0)
