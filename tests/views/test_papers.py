"""Papers in pages that ask for them, and below the talks and posts about them."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from click.testing import CliRunner

from mkdocs_blogposts.cli.main import main
from tests.built import bytes_of
from tests.site import Site

if TYPE_CHECKING:
    from pathlib import Path

    from tests.built import Page

BIB = r"""
@article{reis2025, author = {Reis, A. and Holm, Bo}, title = {Tides & <b>gauges</b>}, journal = {Journal of Tides},
  year = 2025, doi = {10.5281/zenodo.1}, keywords = {tides}, pdf = {files/tides.pdf}}
@inproceedings{early, author = {Holm, Bo}, title = {Early}, booktitle = {Camp}, year = 2024,
  url = {https://example.net/early}}
@misc{bad, author = {Holm, Bo}, title = {Bad}, year = 2024, url = {javascript:alert(1)}, pdf = {files/none.pdf}}
"""
AUTHORS = "authors:\n  ana: {name: Ana Reis, description: D, avatar: https://e.org/a.png}\n"


def written(site: Site) -> Site:
    """A site with papers, a talk and two posts about them."""
    site.config(plugins=["search", {"blogposts": {"publications": "papers.bib", "authors_profiles": True}}])
    site.put("papers.bib", BIB)
    site.put("docs/files/tides.pdf", "%PDF")
    site.put("docs/blog/.authors.yml", AUTHORS)
    return site.write("""
        docs/index.md
        | # Home
        docs/cv.md
        | # CV
        |
        | ## Papers
        |
        | <!-- blogposts: {list: publications} -->
        docs/some.md
        | # Some
        |
        | <!-- blogposts: {list: publications, year: 2024, type: inproceedings} -->
        |
        | <!-- blogposts: {list: publications, author: ana} -->
        |
        | <!-- blogposts: {list: publications, tag: tides, limit: 1} -->
        |
        | <!-- blogposts: {talks: true, layout: table, year: 2025} -->
        docs/talks/tides.md
        | ---
        | title: A talk on tides
        | venue: Hydro Camp
        | date: 2025-05-23
        | doi: 10.5281/ZENODO.1
        | ---
        docs/talks/hidden.md
        | ---
        | title: Hidden
        | venue: Hydro Camp
        | draft: true
        | paper: reis2025
        | ---
        docs/blog/posts/a.md
        | ---
        | date: 2025-06-01
        | authors: [ana]
        | paper: [Reis2025, erly]
        | ---
        | # A post
        docs/blog/posts/b.md
        | ---
        | date: 2025-06-02
        | paperurl: https://example.net/early/
        | paper: https://example.org/other.pdf
        | ---
        | # B post
    """)


def papers(page: Page) -> list[str]:
    """The titles of papers on a page."""
    return [node.text() for node in page.css(".bp-paper__title")]


def test_papers_stand_where_a_page_asks_for_them(site: Site) -> None:
    built = written(site).build()

    cv = built.page("cv/")
    assert papers(cv) == ["Tides & <b>gauges</b>", "Early", "Bad"]
    assert [(node.tag, node.text()) for node in cv.css(".bp-papers__year")] == [("h3", "2025"), ("h3", "2024")]
    first = cv.css(".bp-paper")[0]
    assert [node.text() for node in first.css("strong")] == ["A. Reis"]
    assert [cv.resolve(link.attributes["href"] or "") for link in first.css("a")] == [
        "https://doi.org/10.5281/zenodo.1",
        "blog/author/ana/",
        "https://doi.org/10.5281/zenodo.1",
        "files/tides.pdf",
        "talks/tides/",
        "blog/2025/06/01/a-post/",
    ]
    assert "title = {Tides & <b>gauges</b>}" in first.css("details pre code")[0].text()
    assert "javascript:" not in "".join(node.attributes["href"] or "" for node in cv.css("a[href]"))
    assert "<b>gauges" not in cv.html
    assert papers(built.page("some/")) == ["Early", "Tides & <b>gauges</b>", "Tides & <b>gauges</b>"]
    assert built.page("some/").css(".bp-papers__year")[0].text() == "2025"
    assert [node.text(strip=True) for node in built.page("some/").css(".bp-deliveries__where a")] == ["A talk on tides"]
    assert papers(built.page("talks/tides/")) == ["Tides & <b>gauges</b>"]
    assert papers(built.page("blog/2025/06/01/a-post/")) == ["Tides & <b>gauges</b>"]
    assert papers(built.page("blog/2025/06/02/b-post/")) == ["Early"]
    assert "Hidden" not in cv.html
    assert sorted(built.faults) == [
        "docs/blog/posts/a.md:4:19: paper: there is no publication 'erly'\n    did you mean 'early'?",
        *(
            f"papers.bib:6:1: publications: 'bad' leads to '{address}', which is neither a URL nor a file of this site"
            "\n    write a URL, or a path from `docs_dir`"
            for address in ("files/none.pdf", "javascript:alert(1)")
        ),
    ]
    told = CliRunner().invoke(main, ["check", "-f", str(site.root / "mkdocs.yml")]).stdout
    assert sorted(told.splitlines()[:-1]) == sorted("\n".join(built.faults).splitlines())


def test_a_change_of_the_file_changes_each_page_that_shows_it(site: Site) -> None:
    written(site).build()
    site.put("papers.bib", BIB.replace("Tides &", "Waves &"))

    warm = site.build()

    for url in ("cv/", "some/", "talks/tides/", "blog/2025/06/01/a-post/"):
        assert "Waves &" in warm.page(url).text
        assert "Tides &" not in warm.page(url).text
    kept = bytes_of(site.root / "site")
    site.build()
    assert bytes_of(site.root / "site") == kept


def test_a_list_without_files_is_told(site: Site) -> None:
    site.put("docs/index.md", "# Home\n\n<!-- blogposts: {list: publications} -->\n")

    told = "docs/index.md:3:1: publications: this page lists them, but no BibTeX file is named"
    hint = "write `publications: publications.bib` in mkdocs.yml, below `- blogposts:`"
    assert site.build().faults == [f"{told}\n    {hint}"]


def test_a_list_of_what_no_paper_has_is_told(site: Site) -> None:
    written(site)
    asked = (
        "file: papers",
        "file: paper",
        "type: articel",
        "author: Nobody",
        "year: 2024",
        "author: A. Reis",
        "tag: x",
    )
    comments = (f"<!-- blogposts: {{list: publications, {each}}} -->" for each in asked)
    site.put("docs/cv.md", "\n\n".join(comments))

    told = [fault for fault in site.build(strict=True).faults if fault.startswith("docs/cv.md")]

    hint = "\n    write one that a BibTeX entry has; name a file without `.bib`"
    assert told == [
        f"docs/cv.md:{line}:1: publications: none has the {what}{hint}"
        for line, what in ((3, "file 'paper'"), (5, "type 'articel'"), (7, "author 'Nobody'"), (13, "tag 'x'"))
    ]


def test_a_file_that_is_not_there_is_told_and_one_in_latin_1_is_read(site: Site) -> None:
    site.put("docs/index.md", "# Home\n\n<!-- blogposts: {list: publications} -->\n")
    site.put("old.bib", "@misc{a,\n title = {Mar\xe9}}".encode("latin-1"))
    site.put("more/b/cite.bib", "@misc{b, title = {Second}}")
    site.put("more/a/cite.bib", "@misc{c, title = {First}}")
    site.config(plugins=["search", {"blogposts": {"publications": ["none.bib", "old.bib", "more/*/cite.bib"]}}])

    built = site.build()

    told = "mkdocs.yml:9:5: publications: 'none.bib' cannot be read: No such file or directory"
    assert sorted(built.faults) == [
        f"{told}\n    name a file of BibTeX, from the folder of mkdocs.yml",
        "old.bib:2:1: publications: it is not UTF-8\n    save it as UTF-8",
    ]
    assert papers(built.page()) == ["Mar\N{REPLACEMENT CHARACTER}", "First", "Second"]


def test_sites_without_papers_import_nothing_of_them(site: Site) -> None:
    site.put("docs/blog/posts/a.md", "---\ndate: 2025-06-01\npaper: x\n---\n# A\n")
    site.save()
    script = (
        "import sys; from mkdocs.config import load_config; from mkdocs.commands.build import build;"
        "build(load_config('mkdocs.yml')); print(sys.modules.keys() & {'pybtex', 'latexcodec'})"
    )

    ran = subprocess.run([sys.executable, "-c", script], cwd=site.root, capture_output=True, text=True, check=True)

    assert ran.stdout.splitlines()[-1] == "set()"


def site_of(folder: Path, old: dict[str, str]) -> Site:
    """What an import makes of a Jekyll site."""
    for name, text in old.items():
        (folder / "old" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "old" / name).write_text(text, encoding="utf-8")
    ran = CliRunner().invoke(main, ["import", "jekyll", str(folder / "old"), str(folder / "new"), "--no-check"])
    assert ran.exit_code == 0, ran.output
    return Site.at(folder / "new")


SCHOLAR = {
    "_config.yml": "title: Old\nurl: https://example.net\nplugins: [jekyll-scholar]\nscholar: {bibliography: papers}\n",
    "_bibliography/papers.bib": BIB + "@misc{a, title = {Again}, year = {2023}, pdf = {here.pdf}, selected = {true}}\n",
    "_bibliography/theses.bib": "@phdthesis{t, title = {Thesis}, year = {2019}}\n@misc{t, title = {Twice}}\n",
    "_bibliography/notes.txt": "private",
    "assets/pdf/here.pdf": "%PDF",
    "papers.md": "---\ntitle: Papers\npermalink: /papers/\n---\n<div>\n{% bibliography %}\n</div>\n",
    "theses.md": "---\ntitle: Theses\npermalink: /theses/\n---\n{% bibliography -f theses %}\n",
    "few.md": "---\ntitle: Few\npermalink: /few/\n---\n{% bibliography -q @*[selected=true] %}\n",
}


def test_lists_of_jekyll_scholar_are_there_after_an_import(tmp_path: Path) -> None:
    imported = site_of(tmp_path, SCHOLAR)

    assert sorted(path.name for path in (tmp_path / "new/_bibliography").iterdir()) == ["papers.bib", "theses.bib"]
    assert (tmp_path / "new/requirements.txt").read_text() == "mkdocs-blogposts[jekyll,publications]\n"
    assert not (tmp_path / "new/_includes").exists()
    built = imported.build(strict=True)
    assert (built.exit_code, built.warnings) == (0, [])
    assert papers(built.page("papers/")) == ["Tides & <b>gauges</b>", "Early", "Bad", "Again"]
    assert papers(built.page("theses/")) == ["Thesis", "Twice"]
    assert papers(built.page("few/")) == ["Again"]
    link = built.page("few/").css(".bp-paper__link")[0]
    assert built.page("few/").resolve(link.attributes["href"] or "") == "assets/pdf/here.pdf"


ACADEMIC = {
    "_config.yml": "title: Old\nurl: https://example.net\ncollections: {publications: {output: true}}\n",
    "_publications/2020-02-05-first.md": (
        "---\ntitle: First\ncollection: publications\ndate: 2020-02-05\nvenue: Tides & <i>Co</i>\n"
        "permalink: /publication/first/\npaperurl: https://doi.org/10.5281/zenodo.1\nslidesurl: /files/slides.pdf\n"
        "citation: 'Reis, A. (2020). &quot;First.&quot; <i>Tides</i>. <script>alert(1)</script>'\n---\nOf it.\n"
    ),
    "_publications/2019-01-01-second.md": (
        "---\ntitle: Second\ndate: 2019-01-01\npaperurl: 'javascript:alert(1)'\npublished: true\n---\n"
    ),
    "_publications/hidden.md": "---\ntitle: Hidden\npublished: false\n---\n",
    "files/slides.pdf": "%PDF",
    "papers.md": "---\ntitle: Papers\npermalink: /papers/\n---\n<!-- blogposts: {list: publications} -->\n",
}


def test_papers_with_pages_say_where_they_appeared(tmp_path: Path) -> None:
    built = site_of(tmp_path, ACADEMIC).build(strict=True)
    assert (built.exit_code, built.warnings) == (0, [])
    page, listed = built.page("publication/first/"), built.page("papers/")
    assert papers(listed) == ["First", "Second"]
    titles = [listed.resolve(link.attributes["href"] or "") for link in listed.css(".bp-paper__title a")]
    assert titles == ["publication/first/", "publications/2019-01-01-second.html"]
    for shown in (page, listed):
        assert shown.css(".bp-paper__venue")[0].text() == "Tides & Co, 2020"
        assert shown.css(".bp-paper__citation")[0].text() == 'Cite as: Reis, A. (2020). "First." Tides. '
        links = [shown.resolve(link.attributes["href"] or "") for link in shown.css(".bp-paper__link")]
        assert links == ["https://doi.org/10.5281/zenodo.1", "files/slides.pdf"]
        assert "alert(1)" not in shown.html
    assert page.heading == "First"
    assert any("blogposts" in (node.attributes["href"] or "") for node in page.css("link[rel=stylesheet]"))


def test_what_is_changed_in_a_file_is_served(site: Site) -> None:
    with written(site).serve() as preview:
        preview.build()
        site.put("papers.bib", BIB.replace("Tides &", "Waves &"))
        now = preview.build()

        for url in ("cv/", "talks/tides/", "blog/2025/06/01/a-post/"):
            assert "Waves &" in now.page(url).text
        assert any("papers.bib" in str(path) for path in preview.watched)
