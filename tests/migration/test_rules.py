"""What an import promises is what the plugin builds, and what Jekyll had: its rules are asked in one place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from mkdocs_blogposts.cli.main import main
from tests.jekyll_parity import parity
from tests.migration.old_site import write_old
from tests.site import Site

if TYPE_CHECKING:
    from pathlib import Path

    from tests.jekyll_comparison import Row

ODD = """
    _config.yml
    | title: Odd
    | url: https://odd.example
    | exclude: [/left-out.md]
    | plugins: [jekyll-redirect-from, jekyll-paginate]
    | paginate: 2
    | collections:
    |   books: {output: true, permalink: "/:collection/:year/:title/"}
    |   notes: {output: true, permalink: "/n/:categories/:title/"}
    |   people: {sort_by: title}
    | defaults: [{scope: {path: shots}, values: {is_shot: true}}]
    index.html
    | ---
    | title: All of it
    | ---
    | {% for post in paginator.posts %}<a href="{{ post.url }}">{{ post.title }}</a>{% endfor %}
    front.md
    | ---
    | title: Front
    | ---
    | # News
    | Words of a page that says more than what the list below it says, which are kept.
    | {% for post in site.posts limit: 2 %}{{ post.title }}{% endfor %}
    left-out.md
    | ---
    | ---
    | Not part of the site.
    _people/ann.md
    | ---
    | title: Ann of the Shore
    | ---
    | She *writes*.
    people.md
    | ---
    | title: People
    | ---
    | {% for each in site.people %}{{ each.title }} {{ each.content }}{% endfor %}
    | {% assign shots = site.static_files | where: "is_shot", true %}
    | {% for each in shots %}{{ each.basename }} as {{ each.name }} at {{ each.path }} by {{ each.extname }}{% endfor %}
    inside.md
    | ---
    | title: Inside
    | ---
    | {% include_relative _includes/part.md %}
    _includes/part.md
    | Words of a part.
    vendor/fonts/sea.css
    | a {}
    vendor/bundle/a.css
    | a {}
    node_modules/a.css
    | a {}
    shots/wave.png
    | x
    shots/above/cloud.png
    | x
    logo.png
    | x
    _books/undated.md
    | ---
    | title: Undated
    | ---
    | A book of no day.
    _notes/filed.md
    | ---
    | title: Filed
    | category: News
    | ---
    | A note on a shelf.
    page.htm
    | ---
    | title: Three letters
    | ---
    | <p>Its ending is short.</p>
    sub/dot..md
    | ---
    | title: Dotted
    | ---
    | A name that ends with a dot.
    atom.xml
    | ---
    | ---
    | <feed>{% for post in site.posts %}<entry>{{ post.title }}</entry>{% endfor %}</feed>
    search.json
    | ---
    | ---
    | [{% for post in site.posts %}{{ post.content | strip_html | jsonify }}{% unless forloop.last %},{% endunless %}{% endfor %}]
    feed.html
    | ---
    | layout: null
    | permalink: /feed2.xml
    | ---
    | <rss>{{ site.title }}</rss>
    said.md
    | ---
    | title: Said in quotes
    | published: "false"
    | ---
    | All but a plain false is published.
    moved.md
    | ---
    | title: Moved
    | redirect_from: /before/
    | aliases: [/alias/]
    | legacyUrl: /legacy/
    | ---
    | Here now.
    _posts/2024-01-01-first.md
    | ---
    | title: First
    | ---
    | *Emphasis* of the first.
    _posts/2024-01-03-second.md
    | ---
    | title: Second
    | ---
    | The second.
    _posts/2024-01-04-third.md
    | ---
    | title: Third
    | ---
    | The third.
    _posts/2024-01-02-b.txt
    | ---
    | title: Plain
    | ---
    | Text.
"""  # noqa: E501

NESTED = """
    _config.yml
    | title: Nested
    | url: https://nested.example
    | source: src
    | collections_dir: things
    | includes_dir: _parts
    | data_dir: _facts
    | exclude: [/_posts, /index.html]
    | collections:
    |   cats: {output: true}
    src/index.md
    | ---
    | title: Home
    | ---
    | {% include hello.html %} {{ site.data.facts.day }}
    src/_parts/hello.html
    | Hello from a part.
    src/_facts/facts.yml
    | day: Wednesday
    src/things/_posts/2024-01-01-first.md
    | ---
    | title: First
    | ---
    | The first.
    src/things/_cats/tom.md
    | ---
    | title: Tom
    | ---
    | A cat.
    src/_posts/2024-01-01-outside.md
    | ---
    | title: Outside
    | ---
    | Not where posts are looked for.
"""


def imported(tree: str, work: Path) -> Row:
    """What has become of a site, once Jekyll and MkDocs have built it."""
    return parity(write_old(work / "site", tree), work / "work")


@pytest.mark.jekyll
@pytest.mark.usefixtures("jekyll")
@pytest.mark.parametrize("tree", [ODD, NESTED], ids=["odd", "nested"])
def test_all_that_jekyll_makes_is_there_or_told(tree: str, tmp_path: Path) -> None:
    row = imported(tree, tmp_path)

    assert row.failed == ""
    assert (row.errors, row.absent, row.promised, row.poor, row.untitled) == ([], [], [], [], [])
    assert row.pages > 1


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("odd")
    old = write_old(root / "old", ODD)
    (old / "bom.md").write_bytes("\ufeff---\ntitle: Marked\n---\nIt begins with a mark.\n".encode())
    ran = CliRunner().invoke(main, ["import", "jekyll", str(old), str(root / "new")])
    assert ran.exit_code == 0, ran.output
    return root / "new"


def test_the_report_names_what_answers_by_what_is_built(odd: Path) -> None:
    report = (odd / "import-report.md").read_text(encoding="utf-8")

    for url in ("/bom.html", "/page.htm", "/sub/dot.html", "/n/news/filed/", "/feed2.xml", "/atom.xml", "/page2/"):
        assert f"| `{url}` | the same | " in report
    for url in ("/before/", "/alias/", "/legacy/"):
        assert f"| `{url}` | `/moved.html` | a redirect | `moved.md` |" in report
    assert "| `/2024/01/02/b.txt` | `/2024/01/02/b.txt/` | the page itself | `_posts/2024-01-02-b.txt` |" in report
    assert "is not rendered" not in report
    assert not (odd / ".cache").exists()


def test_files_that_liquid_makes_are_what_they_were(odd: Path) -> None:
    built = Site.at(odd).build(strict=True)

    titles = "".join(f"<entry>{title}</entry>" for title in ("Third", "Second", "Plain", "First"))
    assert built.read("atom.xml").strip() == f"<feed>{titles}</feed>"
    assert '"Emphasis of the first."' in built.read("search.json")
    assert [card.title for card in built.page("").cards] == ["Third", "Second"]
    assert "which are kept. ThirdSecond" in built.page("front.html").text
    assert "left-out.html" not in built.files


def test_a_file_that_cannot_be_there_is_named_at_the_top(tmp_path: Path) -> None:
    old = write_old(tmp_path / "old", ODD)
    (old / "broken.md").write_bytes(b"---\ntitle: \xff\n---\nText.\n")

    ran = CliRunner().invoke(main, ["import", "jekyll", str(old), str(tmp_path / "new")])

    assert "broken.md" in ran.output


def test_posts_that_lie_where_nothing_looks_for_them_are_told(tmp_path: Path) -> None:
    old = write_old(tmp_path / "old", "_config.yml\n| title: Old\n_hidden/_posts/2024-01-01-a.md\n| Text.")

    ran = CliRunner().invoke(main, ["import", "jekyll", str(old), str(tmp_path / "new"), "--no-check"])

    line = "no post was found where Jekyll looks for them, but there is '_hidden/_posts'"
    assert line in ran.output
    assert f"- {line}" in (tmp_path / "new" / "import-report.md").read_text(encoding="utf-8")


def test_several_configurations_of_which_the_later_win(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tree = """
        conf/first.yml
        | title: First
        | permalink: /:title/
        conf/second.yml
        | title: Second
        _posts/2024-01-01-a.md
        | Text.
    """
    old = write_old(tmp_path / "old", tree)
    monkeypatch.chdir(old)
    arguments = ["import", "jekyll", ".", str(tmp_path / "new"), "--config", "conf/first.yml,conf/second.yml"]

    ran = CliRunner().invoke(main, arguments)

    assert ran.exit_code == 0, ran.output
    assert "1 of 1 URLs of pages answer" in ran.output
    built = Site.at(tmp_path / "new").build(strict=True)
    assert "a/" in built.pages
    assert built.page("a/").title.endswith("Second")


def test_names_of_links_and_comments_are_no_words_of_a_page(tmp_path: Path) -> None:
    hidden = "{% comment %}\nNot to be translated, neither here nor elsewhere, nor to be changed.\n{% endcomment %}\n"
    links = "".join(f"- [Ort {letter}][harbour-of-the-north-{letter}]\n" for letter in "abcdef")
    ends = "".join(f"[harbour-of-the-north-{letter}]: https://{letter}.example/\n" for letter in "abcdef")
    page = f"---\ntitle: Häfen\n---\n{hidden}\nAlle Häfen, nach Norden zu.\n\n{links}\n{ends}"
    site = tmp_path / "old"
    site.mkdir()
    (site / "_config.yml").write_text("title: Old\n", encoding="utf-8")
    (site / "ports.md").write_text(page, encoding="utf-8")

    ran = CliRunner().invoke(main, ["import", "jekyll", str(site), str(tmp_path / "new")])

    assert "1 of 1 URLs of pages answer" in ran.output
