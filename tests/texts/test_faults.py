"""Everything wrong in content: all of it in one run, each with its place, and no traceback."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.content.reading import DATED, post
from tests.site import Site

if TYPE_CHECKING:
    from tests.built import Built


AUTHORS = """
    docs/blog/.authors.yml
    | authors:
    |   jane: {name: Jane Doe, description: Keeper}
"""


FAULTY = """
    docs/index.md
    | # Home
    docs/blog/posts/good.md
    | ---
    | title: Good
    | date: 2024-01-31
    | ---
    docs/blog/posts/bad-yaml.md
    | ---
    | title: One: two
    | date: 2024-01-31
    | ---
    docs/blog/posts/no-mapping.md
    | ---
    | - just
    | - a list
    | ---
    docs/blog/posts/no-date.md
    | ---
    | title: No date
    | ---
    docs/blog/posts/no-such-date.md
    | ---
    | title: No such date
    | date: 2024-02-30
    | ---
    docs/blog/posts/duplicate-key.md
    | ---
    | title: Twice
    | date: 2024-01-31
    | title: Again
    | ---
    docs/blog/posts/wrong-type.md
    | ---
    | title: Wrong type
    | date: 2024-01-31
    | tags:
    |   - fine
    |   - {not: fine}
    | ---
    docs/blog/posts/unknown-author.md
    | ---
    | title: Unknown author
    | date: 2024-01-31
    | authors: [jane, jain]
    | ---
    docs/blog/posts/unknown-talk.md
    | ---
    | title: Unknown talk
    | date: 2024-01-31
    | talks: [2024-02-03-conf]
    | ---
    docs/talks/2024-02-02-conf.md
    | ---
    | title: Talk
    | venue: [wrong]
    | ---
"""


ERRORS = [
    "docs/blog/posts/bad-yaml.md:2:11: an unquoted value holds a colon",
    "docs/blog/posts/no-date.md:1:1: has no date",
    "docs/blog/posts/no-mapping.md:2:1: expected keys and values, got a list",
    "docs/blog/posts/no-such-date.md:3:7: date: '2024-02-30' is not a date",
    "docs/blog/posts/not-utf-8.md:2:11: not UTF-8: byte 0xE9 at offset 14",
    "docs/blog/posts/unknown-author.md:4:17: authors[1]: 'jain' is not in docs/blog/.authors.yml",
]
WARNINGS = [
    "docs/blog/posts/unknown-talk.md:4:9: talks: there is no talk '2024-02-03-conf'",
    "docs/blog/posts/wrong-type.md:6:5: tags[1]: expected a name, got a mapping",
]
REMARKS = [
    "docs/blog/posts/duplicate-key.md:4:1: duplicate key 'title', first on line 2",
    "docs/talks/2024-02-02-conf.md:3:8: venue: expected text, got a list",
]
TOLD = sorted([*ERRORS, *WARNINGS, *REMARKS])


def faulty(site: Site) -> Site:
    return (
        site.write(AUTHORS)
        .write(FAULTY)
        .put("docs/blog/posts/not-utf-8.md", b"---\ntitle: caf\xe9\ndate: 2024-01-31\n---\n")
    )


@pytest.fixture(scope="module")
def stopped(tmp_path_factory: pytest.TempPathFactory) -> tuple[Built, str]:
    return faulty(Site(tmp_path_factory.mktemp("site"))).run_build()


def test_all_faults_are_told_in_one_run(stopped: tuple[Built, str]) -> None:
    built, _ = stopped

    assert [fault.split("\n")[0] for fault in built.faults] == TOLD
    assert [fault.split("\n")[0] for fault in built.errors if fault.startswith("docs/")] == ERRORS
    assert [fault.split("\n")[0] for fault in built.warnings] == WARNINGS


def test_a_build_with_faults_ends_with_one_line(stopped: tuple[Built, str]) -> None:
    built, said = stopped

    assert built.exit_code == 1
    assert "Traceback" not in said
    assert said.rstrip().splitlines()[-1].endswith(f"{len(ERRORS)} faults in {len(ERRORS)} files")
    assert said.count("faults in") == 1


def test_under_serve_the_rest_is_built_and_faulty_pages_tell_why(site: Site) -> None:
    built = faulty(site).build(serve=True)

    assert built.error is None
    index = built.page("blog/")
    assert "Good" in [card.title for card in index.cards]
    for told in ERRORS:
        assert told in index.text
    for told in (*WARNINGS, *REMARKS):
        assert told not in index.text
    page = built.page("blog/bad-yaml/")
    assert ERRORS[0] in page.text
    assert "quote" in page.text or "write" in page.text
    assert "duplicate-key" not in page.text
    assert page.css("h1")
    assert "bad-yaml" not in built.read("search/search_index.json")
    assert built.page("").css(".bp-fault") == []


def test_a_mended_fault_is_gone_from_serve(site: Site) -> None:
    site.write("""
        docs/blog/posts/a.md
        | ---
        | date: someday
        | ---
        | # A
    """)

    with site.serve() as preview:
        broken = preview.build()
        assert "'someday' is not a date" in broken.page("blog/").text
        assert "'someday' is not a date" in broken.page("blog/a/").text
        site.write("""
            docs/blog/posts/a.md
            | ---
            | date: 2024-01-31
            | ---
            | # A
        """)
        mended = preview.build()

    assert mended.faults == []
    assert "blog/a/" not in mended.pages
    assert "someday" not in mended.page("blog/").text
    assert mended.page("blog/2024/01/31/a/").heading == "A"


@pytest.mark.parametrize(
    ("kind", "post", "cards"),
    [
        ("date", "title: B\ndate: someday", ["A"]),
        ("front-matter", "title: B: C", ["A"]),
        ("author", "title: B\ndate: 2023-01-01\nauthors: [nobody]", ["A", "B"]),
        ("talk", "title: B\ndate: 2023-01-01\ntalks: [gone]", ["A", "B"]),
        ("duplicate-key", "title: C\ndate: 2023-01-01\ntitle: B", ["A", "B"]),
        ("type", "title: B\ndate: 2023-01-01\nlink: javascript:alert(1)", ["A", "B"]),
    ],
    ids=lambda value: value if isinstance(value, str) and "\n" not in value else "",
)
def test_a_fault_may_be_made_a_warning(site: Site, kind: str, post: str, cards: list[str]) -> None:
    site.blogposts(faults={kind: "warning"}).write(AUTHORS)
    site.put("docs/blog/posts/a.md", "---\ntitle: A\ndate: 2024-01-31\npermalink: /a/\n---\n")
    site.put("docs/blog/posts/b.md", f"---\n{post}\n---\n")

    built = site.build()

    assert built.exit_code == 0
    assert len(built.warnings) == len(built.faults) == 1
    assert [card.title for card in built.page("blog/").cards] == cards
    assert site.build(strict=True).exit_code == 1


@pytest.mark.parametrize("level", ["error", "warning", "info", "ignore"])
def test_how_loud_a_fault_is_told_changes_nothing_on_what_is_built(site: Site, level: str) -> None:
    site.blogposts(faults=dict.fromkeys(["author", "type", "duplicate-key", "teaser"], level)).write(AUTHORS)
    head = "title: C\ndate: 2023-01-01\ntitle: B\nauthors: [nobody]\nimage: 'javascript:x'\nlinks: 7"
    site.put("docs/blog/posts/b.md", f"---\n{head}\n---\n")

    built = site.build(serve=True)

    assert [card.title for card in built.page("blog/").cards] == ["B"]
    assert len(built.faults) == (0 if level == "ignore" else 4)


@pytest.mark.parametrize("level", ["info", "ignore"])
def test_a_file_of_which_nothing_can_be_shown_is_never_left_out_in_silence(site: Site, level: str) -> None:
    site.blogposts(faults={"date": level}).put("docs/blog/posts/a.md", "---\ntitle: A\n---\n")

    built = site.build()

    assert built.exit_code == 0
    assert built.warnings == ["Left out, since nothing in it can be shown: docs/blog/posts/a.md"]


def test_a_key_that_is_nearly_a_known_one(site: Site) -> None:
    site.put("docs/blog/posts/a.md", "---\ntitle: A\ndate: 2024-01-31\ncatagories: [x]\nmine: fine\n---\n")

    built = site.build()

    assert built.exit_code == 0
    assert len(built.faults) == len(built.warnings) == 1
    assert built.faults[0].startswith("docs/blog/posts/a.md:4:1: ")
    assert "categories" in built.faults[0]


def test_an_authors_file_that_cannot_be_read(site: Site) -> None:
    site.write("""
        docs/blog/.authors.yml
        | authors:
        |   jane: [unclosed
        docs/blog/posts/a.md
        | ---
        | date: 2024-01-31
        | authors: [jane]
        | ---
        | # A
    """)

    built, said = site.run_build()

    assert built.exit_code == 1
    assert built.faults[0].startswith("docs/blog/.authors.yml:2:9: ")
    assert "Traceback" not in said


def test_yaml_that_explodes_is_refused(site: Site) -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10)]
    site.put("docs/blog/posts/a.md", "---\ntitle: A\ndate: 2024-01-31\n" + "\n".join(lines) + "\n---\n")

    built = site.build()

    assert built.exit_code == 1
    assert built.faults[0].startswith("docs/blog/posts/a.md:")


def test_a_key_that_is_nearly_a_date_is_told_once() -> None:
    assert post("dat: 2025-07-28\ntitle: A").told == ["post.md:2:1: has no date -> write `date:` for `dat:`"]
    assert post("datee: 2025-07-28\ntitle: A").told == ["post.md:2:1: has no date -> write `date:` for `datee:`"]
    dated = post("datee: 2025-07-28\nlayout: post", src_uri="blog/posts/2025-07-28-a.md").told
    assert dated == ["2025-07-28-a.md:2:1: unknown key 'datee'; did you mean 'date'?"]


@pytest.mark.parametrize(("value", "shown"), [("x.png", "'x.png'"), ("[x.png]", "a list")])
def test_a_header_that_is_no_mapping_is_told(value: str, shown: str) -> None:
    told = f"header: expected a mapping, got {shown} -> write `header: {{image: /images/quay.png}}`"

    assert post(f"{DATED}\nheader: {value}").told == [f"post.md:3:9: {told}"]
    assert post(f"{DATED}\nheader: false").told == []


def test_a_tag_that_is_lost_beside_tags_is_told() -> None:
    told = post(f"{DATED}\ntags: [a]\ntag: b").told
    assert told == ["post.md:4:6: tags: 'b' is ignored, since there is `tag` as well as `tags` -> write `tags: [a, b]`"]
    assert post(f"{DATED}\ntags: [a]\ntag: A").told == []
    jekyll = post(f"{DATED}\nlayout: post\ntags: [a]\ntag: b")
    assert jekyll.it.tags == ("b",)
    assert jekyll.told == [
        "post.md:4:8: tags: 'a' is ignored, since there is `tag` as well as `tags` -> write `tags: [b, a]`"
    ]
    assert post(f"{DATED}\nlayout: post\ncategories: [a]\ncategory: b").told == []
    assert post(f"{DATED}\ncategories: [a]\ncategory: b").told == [
        (
            "post.md:4:11: categories: 'b' is ignored, since there is `category` as well as `categories`"
            " -> write `categories: [a, b]`"
        )
    ]
