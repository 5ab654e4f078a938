"""The authors file, and the authors that posts name."""

from __future__ import annotations

from typing import Any

import pytest

from mkdocs_blogposts.content.author import Author
from mkdocs_blogposts.content.authors import AuthorBook, joined, load_authors, take_site_author
from mkdocs_blogposts.faults import Faults
from mkdocs_blogposts.jekyll.config_reader import load_jekyll_config
from tests.content.reading import DATED, author_book, post, source

BOOK = AuthorBook(
    path="blog/.authors.yml",
    authors={
        "jane": Author(id="jane", name="Jane Doe", slug="jane"),
        "ada": Author(id="ada", name="Ada Lovelace", slug="ada"),
    },
)


class TestFile:
    """What a file of authors says."""

    def test_materials(self) -> None:
        book, told = author_book("""
            authors:
              jane:
                name: Jane Doe
                description: Writer <br>of books,</br>not <of> <b>code</b>
                avatar: https://example.org/jane.png
                slug: jane-doe
                url: https://example.org
              ada: {name: Ada}
            """)

        assert book is not None
        assert told == []
        assert list(book.authors.values()) == [
            Author(
                id="jane",
                name="Jane Doe",
                description="Writer of books, not <of> code",
                avatar="https://example.org/jane.png",
                slug="jane-doe",
                url="https://example.org",
            ),
            Author(id="ada", name="Ada", slug="ada"),
        ]

    def test_accounts_elsewhere(self) -> None:
        book, told = author_book("""
            jane:
              fediverse: jane@social.example
              links:
                - https://social.example/@jane
                - {label: Code, url: https://code.example/jane}
                - {label: Mail, url: "mailto:jane@example.org"}
                - https://social.example/@jane
            ada: {fediverse: jane, links: "javascript:alert(1)"}
            eve: {fediverse: [a]}
            """)

        assert book is not None
        assert book.authors["jane"].fediverse == "@jane@social.example"
        assert book.authors["jane"].links == ("https://social.example/@jane", "https://code.example/jane")
        assert (book.authors["ada"].fediverse, book.authors["ada"].links) == (None, ())
        assert told == [
            (
                ".authors.yml:9:18: ada.fediverse: 'jane' is not an address in the fediverse"
                ' -> write `"@jane@mastodon.social"`'
            ),
            (
                ".authors.yml:9:31: ada.links: 'javascript:alert(1)' is not an address to link to"
                " -> write `https://…` or a path"
            ),
            ".authors.yml:10:18: eve.fediverse: expected text, got a list",
        ]

    def test_jekylls(self) -> None:
        book, told = author_book("""
            jane:
              name: Jane Doe
              bio: Writer
              avatar: /images/jane.png
              uri: https://example.org
            j.doe: {bio: Reader}
            joe: Joe Doe
            """)

        assert book is not None
        assert told == []
        assert list(book.authors.values()) == [
            Author(
                id="jane",
                name="Jane Doe",
                description="Writer",
                avatar="/images/jane.png",
                slug="jane",
                url="https://example.org",
            ),
            Author(id="j.doe", name="j.doe", description="Reader", slug="j.doe"),
            Author(id="joe", name="Joe Doe", slug="joe"),
        ]

    def test_every_fault_is_told_with_its_line(self) -> None:
        book, told = author_book("""\
            authors:
              jane:
                description: No name
              joe: 7
              ada:
                name: [Ada]
                url: javascript:alert(1)
              ada: {name: Ada}
            """)

        assert book is not None
        assert sorted(book.authors) == ["ada", "jane"]
        assert told == [
            ".authors.yml:3:5: authors.jane: has no name -> write `name: Jane Doe` below it",
            ".authors.yml:4:8: authors.joe: expected a name and more, got 7 -> write `name: Jane Doe` below it",
            ".authors.yml:8:3: duplicate key 'authors.ada', first on line 5 -> keep one of the two",
        ]

    def test_values_of_the_wrong_type_are_told(self) -> None:
        _, told = author_book("jane:\n  name: [Jane]\n  url: javascript:x\n")

        assert told == [
            ".authors.yml:2:9: jane.name: expected text, got a list",
            ".authors.yml:3:8: jane.url: 'javascript:x' is not an address to link to -> write `https://…` or a path",
        ]

    def test_an_address_may_be_of_another_program_or_nowhere(self) -> None:
        book, told = author_book("jane: {name: Jane, avatar: 'about:blank', url: 'tel:+44123'}\n")

        assert told == []
        assert book is not None
        assert (book.authors["jane"].avatar, book.authors["jane"].url) == (None, "tel:+44123")

    @pytest.mark.parametrize("text", ["", "authors:\n", "authors: {}\n"])
    def test_an_empty_one_has_no_authors(self, text: str) -> None:
        assert author_book(text) == (AuthorBook(path=".authors.yml", authors={}), [])

    def test_authors_that_are_no_mapping(self) -> None:
        _, told = author_book("authors: [jane]\n")

        told_once = "expected ids with a name each, got a list -> write `jane: {name: Jane Doe}` below it"
        assert told == [f".authors.yml:1:10: authors: {told_once}"]

    def test_one_that_cannot_be_read(self) -> None:
        assert author_book("authors: [jane") == (
            None,
            [".authors.yml:1:10: the '[' that begins here is never closed -> close it with `]`"],
        )
        assert author_book('jane: "Jane\n---\nada: Ada\n') == (
            None,
            ['.authors.yml:1:7: the quote that begins here is never closed -> write `jane: "Jane"`'],
        )

    def test_one_that_is_not_utf8(self) -> None:
        faults = Faults()

        assert load_authors(source(b"jane: \xe9", ".authors.yml"), faults) is None
        assert [fault.kind for fault in faults] == ["encoding"]

    def test_none(self) -> None:
        assert load_authors(None, Faults()) is None

    @pytest.mark.parametrize(("id_", "slug"), [("a/b", "a-b"), ("..", "author"), (r"a\b", "a-b"), ("max", "max")])
    def test_a_slug_is_a_single_name(self, id_: str, slug: str) -> None:
        book, _ = author_book(f"'{id_}': {{name: X}}")

        assert book is not None
        assert book.authors[id_].slug == slug


class TestInMaterialsDialect:
    """Authors are ids where there is a file."""

    @pytest.mark.parametrize("head", ["authors: [jane]", "authors: jane", "author: jane", "author: Jane Doe"])
    def test_an_id_is_found_and_a_single_author_by_name_too(self, head: str) -> None:
        assert post(f"{DATED}\n{head}", authors=BOOK).it.authors == (BOOK.authors["jane"],)

    def test_authors_keep_their_order_and_come_once(self) -> None:
        assert post(f"{DATED}\nauthors: [jane, ada, jane]", authors=BOOK).it.authors == tuple(BOOK.authors.values())

    @pytest.mark.parametrize(
        ("name", "hint"),
        [
            ("jnae", "did you mean 'jane'?"),
            ("Jane", "did you mean 'jane'?"),
            ("Ada Lovelace", "did you mean 'ada'?"),
            ("bob", "add `bob: {name: …}` to the file"),
        ],
    )
    def test_an_id_that_is_not_in_the_file_is_told(self, name: str, hint: str) -> None:
        found = post(f"{DATED}\nauthors: [ada, {name}]", authors=BOOK)

        assert found.it.authors == (BOOK.authors["ada"],)
        assert found.told == [f"post.md:3:16: authors[1]: '{name}' is not in blog/.authors.yml -> {hint}"]
        assert [fault.kind for fault in found.faults] == ["author"]

    def test_without_a_file_authors_are_names(self) -> None:
        assert post(f"{DATED}\nauthors: [Jane Doe, 7]").it.authors == (
            Author(name="Jane Doe", slug="jane-doe"),
            Author(name="7", slug="7"),
        )

    def test_a_single_author_who_is_not_in_the_file_is_a_name(self) -> None:
        assert post(f"{DATED}\nauthor: Bob", authors=BOOK).it.authors == (Author(name="Bob", slug="bob"),)


class TestInJekyllsDialect:
    """Authors are ids or names."""

    @pytest.mark.parametrize("head", ["author: jane", "author: Jane Doe", "authors: [jane]", "authors: Jane Doe"])
    def test_an_id_or_a_name_is_found(self, head: str) -> None:
        assert post(f"{DATED}\nlayout: post\n{head}", authors=BOOK).it.authors == (BOOK.authors["jane"],)

    def test_all_else_is_a_name(self) -> None:
        found = post(f"{DATED}\nlayout: post\nauthors: [Bob, jane]", authors=BOOK)

        assert (found.it.authors, found.told) == ((Author(name="Bob", slug="bob"), BOOK.authors["jane"]), [])


class TestInFull:
    """Authors that a post describes itself."""

    def test_a_mapping_is_an_author(self) -> None:
        head = f"{DATED}\nauthor: {{name: Ann B., bio: Guest, picture: ann.png, uri: https://example.org}}"

        assert post(head, authors=BOOK).it.authors == (
            Author(name="Ann B.", description="Guest", avatar="ann.png", slug="ann-b", url="https://example.org"),
        )

    def test_a_picture_with_its_sizes_is_the_picture(self) -> None:
        head = f"{DATED}\nauthor: {{name: Ann, picture: {{path: /ann.png, srcset: {{1x: /ann.png, 2x: /big.png}}}}}}"

        found = post(head)

        assert ([each.avatar for each in found.it.authors], found.told) == (["/ann.png"], [])

    def test_a_mapping_with_an_id_is_the_one_in_the_file(self) -> None:
        assert post(f"{DATED}\nauthors:\n- id: ada", authors=BOOK).it.authors == (BOOK.authors["ada"],)

    @pytest.mark.parametrize(
        ("written", "told"),
        [
            ("{bio: Guest}", "post.md:3:9: author: has no name -> write `name: Jane Doe` below it"),
            ("{id: bob}", "post.md:3:9: author: has no name -> write `name: Jane Doe` below it"),
            ("{name: [x]}", "post.md:3:16: author.name: expected text, got a list"),
        ],
    )
    def test_a_mapping_without_a_name_is_told(self, written: str, told: str) -> None:
        found = post(f"{DATED}\nauthor: {written}", authors=BOOK)

        assert (found.it.authors, found.told) == ((), [told])

    def test_an_author_that_is_a_list_in_a_list_is_flattened(self) -> None:
        assert [author.name for author in post(f"{DATED}\nauthors: [[A, B], C]").it.authors] == ["A", "B", "C"]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("author: Ada", "Ada"),
        ("author: {name: Ada, bio: Writes}", Author(name="Ada", slug="Ada", description="Writes")),
        ("author: Ada &amp; <b>Co</b>", "Ada & Co"),
        ("author: {name: Ada &amp; <b>Co</b>}", Author(name="Ada & Co", slug="Ada & Co")),
        ("author: {bio: Writes}", None),
        ("author: false", None),
    ],
)
def test_a_site_has_an_author_by_name_or_in_full(written: str, expected: Author | str | None) -> None:
    config = load_jekyll_config([source(written, "_config.yml")], "", Faults())

    assert (take_site_author(config.author) if config.author else None) == expected


def test_a_bad_author_does_not_hide_the_others() -> None:
    found = post(f'{DATED}\nauthors: ["a\\0b", jane]', authors=BOOK)

    assert found.it.authors == (BOOK.authors["jane"],)
    assert found.told == [
        "post.md:3:11: authors[0]: the control character U+0000 is not allowed here -> delete it",
    ]


@pytest.mark.parametrize("written", ["false", "", "[]", "[null]"])
def test_no_author_is_none(written: Any) -> None:
    found = post(f"{DATED}\nauthor: {written}", authors=BOOK)

    assert (found.it.authors, found.told) == ((), [])


def test_the_first_of_two_books_is_right_where_both_know_an_author() -> None:
    other = AuthorBook(
        path="_data/authors.yml",
        authors={name: Author(id=name, name=name.upper(), slug=name) for name in ("ada", "bob")},
    )

    assert joined(BOOK, other) == AuthorBook(path=BOOK.path, authors={**other.authors, **BOOK.authors})
    assert (joined(BOOK, None), joined(None, other), joined(None, None)) == (BOOK, other, None)


@pytest.mark.parametrize("names", ["Ann B., Carl", "Ann B., Carl, Dora"])
def test_names_between_commas_are_one_author_and_told_unless_all_of_them_are_known(names: str) -> None:
    found = post(f"{DATED}\nauthors: {names}", post_dialect="jekyll")

    assert [author.name for author in found.it.authors] == [names]
    assert found.told == [
        f"post.md:3:10: authors: '{names}' counts as one author -> write `authors: [{names}]` if they are several"
    ]
    assert post(f"{DATED}\nauthor: {names}", post_dialect="jekyll").told == []


def test_known_names_between_commas_are_several_authors() -> None:
    found = post(f"{DATED}\nauthor: jane, ada", post_dialect="jekyll", authors=BOOK)

    assert ([author.id for author in found.it.authors], found.told) == (["jane", "ada"], [])
