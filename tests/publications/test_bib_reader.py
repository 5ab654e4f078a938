"""Files of BibTeX: what they say, in signs, and what is wrong in them."""

from __future__ import annotations

import pytest

from mkdocs_blogposts.faults import Faults
from mkdocs_blogposts.publications.bib_reader import read_bibliography
from mkdocs_blogposts.publications.bibliography import Bibliography, Contributor, Paper
from mkdocs_blogposts.publications.latex import html_of, text_of

BIB = r"""
% Papers of the harbour
@string{jt = "Journal of Tides"}
@article{reis2025,
  author = {Reis, Ana M. and M{\"u}ller, Bo and others},
  title = {Tide {Tables} with \emph{three} gauges},
  journal = jt, volume = 12, number = 3, pages = {45--67}, year = 2025, month = may,
  doi = {https://doi.org/10.5281/zenodo.1}, pdf = {papers/tides.pdf},
  keywords = {tides, harbours}, file = {:/home/ana/secret.pdf:PDF}, annote = {rubbish},
}
@inproceedings{part, author = {{The Harbour Group}}, title = "A part", crossref = {Camp}, pages = "1-2"}
@proceedings{camp, title = {Proceedings of Hydro Camp}, year = 2024, editor = {Holm, B.}}
@phdthesis{thesis, author = {van der Berg, Jr., Cato}, title = {Of waves}, school = {Porto}, date = {2020-11-03},
  url = {https://example.org/thesis.pdf?x=1}}
@misc{arxiv, author = {Holm, Bo}, title = {Early}, eprint = {2401.01234}, archiveprefix = {arXiv}, year = {in press}}
"""


def read(text: str) -> tuple[list[Paper], list[str]]:
    """What is read, and what is told."""
    faults = Faults()
    found = read_bibliography(text, "papers.bib", faults)
    return found, [str(fault) for fault in faults]


def test_an_entry_says_what_it_says() -> None:
    found, told = read(BIB)

    assert told == []
    assert [(each.key, each.kind, each.when, each.month) for each in found] == [
        ("reis2025", "article", "2025", 5),
        ("part", "inproceedings", "2024", 0),
        ("thesis", "phdthesis", "2020", 11),
        ("arxiv", "misc", "in press", 0),
    ]
    assert [each.venue for each in found] == [
        "<em>Journal of Tides</em> 12(3), 45\N{EN DASH}67",
        "<em>Proceedings of Hydro Camp</em>, 1\N{EN DASH}2",
        "<em>Porto</em>",
        "arXiv:2401.01234",
    ]
    assert [[author.name for author in each.contributors] for each in found] == [
        ["Ana M. Reis", "Bo Müller"],
        ["The Harbour Group"],
        ["Cato van der Berg Jr."],
        ["Bo Holm"],
    ]
    assert found[0].title == "Tide Tables with <em>three</em> gauges"
    assert (found[0].has_others, found[0].doi) == (True, "https://doi.org/10.5281/zenodo.1")
    assert (found[0].tags, found[0].addresses) == (("tides", "harbours"), {"paper": "papers/tides.pdf"})
    assert found[2].addresses == {"paper": "https://example.org/thesis.pdf?x=1"}
    assert found[3].addresses == {"arxiv": "https://arxiv.org/abs/2401.01234"}


def test_the_newest_come_first() -> None:
    bibliography = Bibliography.of(read(BIB)[0])

    assert [each.key for each in bibliography.papers] == ["arxiv", "reis2025", "part", "thesis"]


def test_a_whole_is_shown_beside_its_parts_where_somebody_has_written_it() -> None:
    book = "@book{tides, author = {Reis, Ana}, title = {Tides}}\n@incollection{one, title = {One}, crossref = {tides}}"

    assert [each.key for each in read(book)[0]] == ["tides", "one"]


def test_an_entry_can_be_cited_and_keeps_what_is_private() -> None:
    entry = read(BIB)[0][0].bibtex

    assert entry.splitlines() == [
        "@article{reis2025,",
        r"  author = {Reis, Ana M. and M{\"u}ller, Bo and others},",
        r"  title = {Tide {Tables} with \emph{three} gauges},",
        "  journal = {Journal of Tides},",
        "  volume = {12},",
        "  number = {3},",
        "  pages = {45--67},",
        "  year = {2025},",
        "  month = {May},",
        "  doi = {https://doi.org/10.5281/zenodo.1},",
        "}",
    ]
    again, told = read(entry)
    assert (again[0].title, told) == ("Tide Tables with <em>three</em> gauges", [])


REST = "all that can be read of the file is shown"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("@misc{a, title = {A}\n  year = 2020}\n@misc{b, title = {B}}", [("2:1", "syntax error: '}' expected", REST)]),
        (
            "@misc{a, title = {A}}\n@misc{A, title = {B}}",
            [("2:1", "the key 'A' is already used on line 1", "give each entry a key of its own")],
        ),
        (
            "@misc{a, title = {A}}\n\n@misc{b, author = {B}, year = 2020}",
            [("3:1", "'b' has no title, so it is not shown", "add `title = {…},`")],
        ),
        (
            "@misc{a, title = {A}, crossref = {camp}}",
            [("1:1", "'a' is part of 'camp', which is not there", "write the key of another entry of this file")],
        ),
        (
            "@misc{a, title = {A}, year = soon}",
            [("1:1", "undefined string: soon", "write `{soon}` if it is a text, or `@string{soon = {…}}` above it")],
        ),
        (
            "@misc{a, title = {A}, author = {A, B, C, D}, doi = {nope}}",
            [
                ("1:1", "'a' has a doi that is not a DOI", "write `doi = {10.5281/zenodo.1234567},`"),
                ("1:1", "'a' has a name that cannot be read: 'A, B, C, D'", "write `Last, First and Last, First`"),
            ],
        ),
        (
            "@misc{a, title = {A}}\n@misc{b, title = {never ends",
            [
                ("2:1", "'b' has no title, so it is not shown", "add `title = {…},`"),
                ("2:1", "syntax error: premature end of file", REST),
            ],
        ),
    ],
)
def test_what_is_wrong_is_told_and_all_else_is_shown(text: str, wanted: list[tuple[str, str, str]]) -> None:
    found, told = read(text)

    assert sorted(told) == [f"papers.bib:{where}: publications: {what}\n    {hint}" for where, what, hint in wanted]
    assert "A" in [each.title for each in found]


@pytest.mark.parametrize(
    ("latex", "wanted"),
    [
        (
            r"M{\"u}ller, \'{e}t\'e, Ko{\c c}, \v{S}aum, {\o}, Erd{\H o}s, {\'{\i}}",
            "Müller, été, Koç, Šaum, ø, Erdős, í",
        ),
        (r"{{GPU}} at 10\% \& $x^{10}$ in $\mathcal{O}(n \log n)$", "GPU at 10% & x10 in O(n log n)"),
        ("``a'' b~c --- d -- e", "“a” b c — d \N{EN DASH} e"),
        (r"\unknown{foo} bar \TeX", "foo bar TeX"),
        ("unbalanced } and {", "unbalanced and"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
    ],
)
def test_latex_is_read_as_it_is_printed(latex: str, wanted: str) -> None:
    assert text_of(latex) == wanted


def test_formatting_is_kept_and_nothing_else() -> None:
    printed = html_of(r"\textbf{a} {\it b} \href{javascript:x}{c} H$_2$O <b>")

    assert printed == "<strong>a</strong> <em>b</em> c H<sub>2</sub>O &lt;b&gt;"


@pytest.mark.parametrize(
    ("given", "family", "name", "wanted"),
    [
        ("Ana M.", "Reis", "Ana Reis", True),
        ("A.", "Reis", "Ana Reis", True),
        ("Ána", "Réis", "Ana Reis", True),
        ("Bo", "Reis", "Ana Reis", False),
        ("Ana", "Holm", "Ana Reis", False),
        ("Cato", "van der Berg", "Cato van der Berg", True),
        ("", "The Harbour Group", "The Harbour Group", True),
        ("", "", "Ana Reis", False),
    ],
)
def test_who_is_meant_is_known_by_name_and_initials(given: str, family: str, name: str, *, wanted: bool) -> None:
    assert Contributor(given=given, family=family).is_named(name) == wanted
