"""Everything wrong in content: all of it in one run, each with its place, and no traceback."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.site import Site

if TYPE_CHECKING:
    from tests.built import Built

AUTHORS = """
    docs/blog/.authors.yml
    | authors:
    |   jane: {name: Jane Doe, description: Keeper, avatar: j.png}
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
    docs/blog/posts/same-url-1.md
    | ---
    | title: Same
    | date: 2024-01-31
    | permalink: /same/
    | ---
    docs/blog/posts/same-url-2.md
    | ---
    | title: Same
    | date: 2024-01-30
    | permalink: /same
    | ---
    docs/blog/posts/outside.md
    | ---
    | title: Outside
    | date: 2024-01-31
    | slug: ../../../../x
    | ---
    docs/talks/2024-02-02-conf.md
    | ---
    | title: Talk
    | venue: [wrong]
    | ---
"""
TOLD = [
    "docs/blog/posts/bad-yaml.md:2:11: an unquoted value holds a colon",
    "docs/blog/posts/duplicate-key.md:4:1: duplicate key 'title', first on line 2",
    "docs/blog/posts/no-date.md:1:1: has no date",
    "docs/blog/posts/no-mapping.md:2:1: expected keys and values, got a list",
    "docs/blog/posts/no-such-date.md:3:7: date: '2024-02-30' is not a date",
    "docs/blog/posts/not-utf-8.md:2:11: not UTF-8: byte 0xE9 at offset 14",
    "docs/blog/posts/outside.md:4:7: slug: '../../../../x' leaves the folder",
    "docs/blog/posts/same-url-2.md:4:12: duplicate-url: '/same/' is already the URL of docs/blog/posts/same-url-1.md",
    "docs/blog/posts/unknown-author.md:4:17: authors[1]: 'jain' is not in docs/blog/.authors.yml",
    "docs/blog/posts/unknown-talk.md:4:9: talks: there is no talk '2024-02-03-conf'",
    "docs/blog/posts/wrong-type.md:6:5: tags[1]: expected a name, got a mapping",
    "docs/talks/2024-02-02-conf.md:3:8: venue: expected text, got a list",
]


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


def test_a_build_with_faults_ends_with_one_line(stopped: tuple[Built, str]) -> None:
    built, said = stopped

    assert built.exit_code == 1
    assert "Traceback" not in said
    assert said.rstrip().splitlines()[-1].endswith(f"{len(TOLD)} faults in {len(TOLD)} files")
    assert said.count("faults in") == 1


def test_under_serve_the_rest_is_built_and_faulty_pages_tell_why(site: Site) -> None:
    built = faulty(site).build(serve=True)

    assert built.error is None
    index = built.page("blog/")
    assert "Good" in [card.title for card in index.cards]
    for told in TOLD:
        assert told in index.text
    page = built.page("blog/bad-yaml/")
    assert TOLD[0] in page.text
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
        ("duplicate-url", "title: B\ndate: 2023-01-01\npermalink: /a/", ["A"]),
        ("author", "title: B\ndate: 2023-01-01\nauthors: [nobody]", ["A"]),
        ("talk", "title: B\ndate: 2023-01-01\ntalks: [gone]", ["A", "B"]),
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


def test_of_two_posts_on_one_url_the_newer_keeps_it(site: Site) -> None:
    site.blogposts(faults={"duplicate-url": "warning"})
    site.put("docs/blog/posts/a.md", "---\ntitle: Older\ndate: 2023-01-31\npermalink: /a/\n---\n")
    site.put("docs/blog/posts/b.md", "---\ntitle: Newer\ndate: 2024-01-31\npermalink: /a/\n---\n")

    built = site.build()

    assert built.page("a/").heading == "Newer"
    assert [card.title for card in built.page("blog/").cards] == ["Newer"]
    assert built.faults[0].startswith("docs/blog/posts/a.md:4:12: duplicate-url: '/a/'")
    assert "docs/blog/posts/b.md" in built.faults[0]


@pytest.mark.parametrize(
    ("name", "url"),
    [
        pytest.param("docs/guide.md", "/guide/", id="a page"),
        pytest.param("docs/talks/t.md", "/talks/t/", id="a talk"),
    ],
)
def test_a_post_on_the_url_of_another_page(site: Site, name: str, url: str) -> None:
    site.put(name, "---\ntitle: T\nvenue: PyConf\n---\n# T\n")
    site.put("docs/blog/posts/a.md", f"---\ntitle: A\ndate: 2024-01-31\npermalink: {url}\n---\n")

    built = site.build()

    assert built.exit_code == 1
    assert len(built.faults) == 1
    assert f"'{url}' is already the URL of" in built.faults[0]
    assert {path for path in (name, "docs/blog/posts/a.md") if path in built.faults[0]} == {
        name,
        "docs/blog/posts/a.md",
    }


def test_a_post_on_the_url_of_a_listing(site: Site) -> None:
    site.put("docs/blog/posts/a.md", "---\ntitle: A\ndate: 2024-01-31\npermalink: /blog/tags/\n---\n")

    built = site.build()

    assert built.exit_code == 1
    assert built.faults[0].startswith(
        "docs/blog/posts/a.md:4:12: duplicate-url: '/blog/tags/' is already the URL of the listing 'Tags'"
    )


@pytest.mark.parametrize("permalink", ["/../x/", "/a/../../x/", "%2e%2e/x/", "..\\x"])
@pytest.mark.parametrize("dialect", ["material", "jekyll"])
def test_no_permalink_leaves_the_site(site: Site, permalink: str, dialect: str) -> None:
    site.blogposts(post_dialect=dialect)
    site.put("docs/blog/posts/a.md", f"---\ntitle: A\ndate: 2024-01-31\npermalink: '{permalink}'\n---\n")

    built = site.build()

    assert built.faults[0].startswith("docs/blog/posts/a.md:4:12: permalink: ")
    assert not [path for path in site.root.rglob("x") if not path.is_relative_to(site.root / "site")]
    assert built.exit_code == (1 if dialect == "material" or "\\" in permalink else 0)


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


@pytest.mark.parametrize(
    ("permalink", "owner"),
    [
        pytest.param("/notes.txt", "docs/notes.txt", id="a file"),
        pytest.param("/blog/p.png", "docs/blog/posts/p.png", id="a file beside posts"),
        pytest.param("/y.html/", "docs/blog/posts/b.md", id="a page that ends in .html"),
        pytest.param("/y.html/z/", "docs/blog/posts/b.md", id="a page below one that ends in .html"),
        pytest.param("/sitemap.xml", "'sitemap.xml', which every site has", id="the sitemap"),
        pytest.param("/404.html", "'404.html', which every site has", id="the page for what is not there"),
        pytest.param("/search/search_index.json", "'search/search_index.json', which every site has", id="search"),
        pytest.param("/blog/index.html/x", "the listing 'Blog'", id="below a listing"),
    ],
)
def test_no_page_takes_the_place_of_a_file(site: Site, permalink: str, owner: str) -> None:
    site.put("docs/index.md", "# Home\n").put("docs/notes.txt", "x").put("docs/blog/posts/p.png", b"x")
    site.put("docs/blog/posts/b.md", "---\ntitle: B\ndate: 2024-02-01\npermalink: /y.html\n---\n")
    site.put("docs/blog/posts/a.md", f"---\ntitle: A\ndate: 2024-01-31\npermalink: {permalink}\n---\n")

    built = site.build()

    assert built.exit_code == 1
    assert len(built.faults) == 1
    assert built.faults[0].startswith("docs/blog/posts/a.md:4:12: duplicate-url: ")
    assert f"is already the URL of {owner}\n" in built.faults[0]
    assert site.build(serve=True).error is None


MALFORMED = "http://[x/"


@pytest.mark.parametrize(
    ("head", "text", "place"),
    [
        pytest.param("", f"See [it]({MALFORMED}).", "6:10: link", id="link"),
        pytest.param("", f"See ![it]({MALFORMED}).", "6:11: link", id="picture"),
        pytest.param(f"links: ['{MALFORMED}']", "", "4:9: links", id="reference"),
        pytest.param(f"links: [{{x: '{MALFORMED}'}}]", "", "4:13: links", id="reference with a title"),
    ],
)
def test_a_url_of_which_nothing_can_be_made(site: Site, head: str, text: str, place: str) -> None:
    site.put("docs/blog/posts/a.md", f"---\ntitle: A\ndate: 2024-01-31\n{head or 'pin: true'}\n---\n{text}\n")

    built = site.build()

    assert built.exit_code == 0
    assert [fault.split("\n")[0] for fault in built.faults] == [
        f"docs/blog/posts/a.md:{place}: '{MALFORMED}' is not a URL"
    ]
    assert built.warnings == built.faults


@pytest.mark.parametrize(
    "head",
    [
        f"link: '{MALFORMED}'",
        f"teaser: '{MALFORMED}'",
        f"authors: [{{name: J, url: '{MALFORMED}', avatar: '{MALFORMED}'}}]",
        f"excerpt: '[x]({MALFORMED})'",
        f"description: '[x]({MALFORMED})'",
        f"title: '[x]({MALFORMED})'",
    ],
    ids=lambda head: head.split(":")[0],
)
def test_front_matter_with_such_a_url_ends_in_no_traceback(site: Site, head: str) -> None:
    site.put("docs/blog/posts/a.md", f"---\ndate: 2024-01-31\n{head}\n---\n<a href='{MALFORMED}'>x</a>\n")

    built = site.build()

    assert built.exit_code == 0
    assert not built.page("blog/").css(f"article.bp-card h2 a[href='{MALFORMED}']")
