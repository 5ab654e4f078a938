"""Sites as academicpages and Minimal Mistakes have them, imported, and built at once with `--strict`."""

from __future__ import annotations

import json
import os
import re
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

import pytest
from click.testing import CliRunner

from mkdocs_blogposts.cli.main import main
from tests.migration.old_site import ACADEMIC, MINIMAL_MISTAKES, write_old
from tests.site import Site

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.built import Built

TREES = {"academic": ACADEMIC, "minimal": MINIMAL_MISTAKES}
MODES = {"copied": (), "left": ("--leave-files",)}

ROW = re.compile(r"\| `(?P<old>[^`]*)` \| (?:the same|`(?P<now>[^`]*)`) \| ")
LEFT_OUT = re.compile(r"\| `[^`]*` \| `(?P<url>[^`]*)` \| ")

OVERRIDES = """
plugins: [jekyll-feed, jekyll-redirect-from]
theme: []
sass: {sourcemap: never}
"""
"""What Debian's Jekyll can do without packages of themes."""


@dataclass(frozen=True)
class Imported:
    """A site and what has become of it."""

    old: Path
    new: Path
    built: Built

    @property
    def report(self) -> str:
        """What the import told."""
        return (self.new / "import-report.md").read_text(encoding="utf-8")

    def answers(self, url: str) -> bool:
        """Whether a static host finds something at a URL, as GitHub Pages looks for it."""
        path = unquote(url).lstrip("/")
        if not path or path.endswith("/"):
            return f"{path}index.html" in self.built.files
        return not {path, f"{path}.html", f"{path.removesuffix('.html')}/index.html"}.isdisjoint(self.built.files)


@pytest.fixture(scope="module", params=[(name, mode) for name in TREES for mode in MODES], ids=" ".join)
def imported(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Imported:
    name, mode = request.param
    root = tmp_path_factory.mktemp("import")
    old, new = write_old(root / "old", TREES[name]), root / "new"
    ran = CliRunner().invoke(main, ["import", "jekyll", str(old), str(new), *MODES[mode]])
    assert ran.exit_code == 0, ran.output
    return Imported(old, new, Site.at(new).build(strict=True))


def test_it_builds_at_once(imported: Imported) -> None:
    assert (imported.built.exit_code, imported.built.warnings + imported.built.errors) == (0, [])


def test_every_url_of_the_report_answers(imported: Imported) -> None:
    rows = list(ROW.finditer(imported.report.partition("## Old URLs")[2]))

    assert len(rows) > 5
    urls = {url for row in rows for url in (row["old"], row["now"] or row["old"])}
    assert [url for url in sorted(urls) if not imported.answers(url)] == []


@pytest.mark.jekyll
def test_every_url_that_jekyll_makes_answers_or_is_told(
    imported: Imported, jekyll_with: Callable[..., str], tmp_path: Path
) -> None:
    told = {match["url"] for match in LEFT_OUT.finditer(imported.report)}

    urls = list(_urls_of_jekyll(imported.old, jekyll_with("feed", "redirect-from"), tmp_path))

    assert len(urls) > 8
    assert [url for url in urls if not imported.answers(url) and url not in told] == []


def _urls_of_jekyll(old: Path, jekyll: str, tmp_path: Path) -> Iterator[str]:
    config, built = tmp_path / "overrides.yml", tmp_path / "built"
    config.write_text(OVERRIDES, encoding="utf-8")
    environment = os.environ | {"JEKYLL_NO_BUNDLER_REQUIRE": "true", "LC_ALL": "C.UTF-8"}
    files = f"{old / '_config.yml'},{config}"
    command = [jekyll, "build", "--quiet", "--disable-disk-cache", "--config", files]
    (old / "Gemfile").unlink(missing_ok=True)
    ran = subprocess.run(
        [*command, "--source", str(old), "--destination", str(built)],
        env=environment, cwd=old, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stdout + ran.stderr
    for path in sorted(built.rglob("*")):
        if path.is_file():
            name = "/" + path.relative_to(built).as_posix()
            yield quote(re.sub(r"(?<=/)index\.html$", "", name), safe="/")


@pytest.fixture(scope="module")
def academic(tmp_path_factory: pytest.TempPathFactory) -> Imported:
    root = tmp_path_factory.mktemp("academic")
    old, new = write_old(root / "old", ACADEMIC), root / "new"
    CliRunner().invoke(main, ["import", "jekyll", str(old), str(new), "--no-check"])
    return Imported(old, new, Site.at(new).build(strict=True))


def test_the_menu_is_the_old_one(academic: Imported) -> None:
    page = academic.built.page("contact/")

    links = [(link.text, link.url) for link in page.links_in(".md-tabs")]
    assert links == [
        ("About", ""),
        ("Publications", "publications/"),
        ("Talks", "talks/"),
        ("Posts", "year-archive/"),
        ("CV", "files/cv.pdf"),
        ("Code", "https://code.example/"),
    ]
    assert "| `_data/navigation.yml: Gone` |  | the menu leads to /gone/, where nothing is |" in academic.report


def test_the_footer_has_the_profiles(academic: Imported) -> None:
    links = [link.url for link in academic.built.page("contact/").links_in(".md-social")]

    assert links == [
        "mailto:ada@ada.example",
        "https://github.com/ada",
        "https://scholar.google.com/citations?user=ada",
    ]


def test_what_liquid_makes_of_a_page_is_on_it(academic: Imported) -> None:
    assert academic.built.page("publications/").text == "Publications NotesThe [engine] & 13C"
    sitemap = academic.built.page("sitemap/").text
    assert [title for title in ("About", "Contact", "Publications", "Terms") if title not in sitemap] == []


def test_lists_of_ours_have_the_titles_of_the_old_ones(academic: Imported) -> None:
    assert academic.built.page("year-archive/").heading == "All my posts"
    assert academic.built.page("talks/").heading == "My talks"
    assert [card.title for card in academic.built.page("year-archive/").cards] == ["Hola", "Second", "First"]


def test_the_feed_goes_on_where_it_was(academic: Imported) -> None:
    assert [entry.findtext("{*}title") for entry in academic.built.xml("feed.xml").iter("{*}entry")] == [
        "Hola",
        "Second",
        "First",
    ]


def test_crawlers_are_led_to_the_sitemap_as_before(academic: Imported) -> None:
    assert academic.built.read("robots.txt") == "Sitemap: https://ada.example/sitemap.xml\n"
    assert "| `/robots.txt` | the same | a page made by the import | `_config.yml` |" in academic.report


def test_what_was_not_carried_is_told_with_the_reason(academic: Imported) -> None:
    table = academic.report.partition("## What was not carried\n")[2].partition("\n## ")[0]

    assert table.strip().splitlines() == [
        "| What | URL | Why |",
        "|---|---|---|",
        "| `CONTRIBUTING.md` | `/CONTRIBUTING.md` | has no front matter, so Jekyll published it as it is; MkDocs would make a page of it |",  # noqa: E501
        "| `_data/navigation.yml: Gone` |  | the menu leads to /gone/, where nothing is |",
        "| `_posts/2024-03-02-third.md` | `/third/` | is a draft by its title, a tag or `draft: true`, which Jekyll showed all the same |",  # noqa: E501
        "| `_posts/notes.md` |  | its name has no date, so Jekyll does not take it for a post either |",
        "| `assets/css/main.scss` | `/assets/css/main.css` | is Sass: where you need it, compile it to `docs/assets/css/main.css`, and name that in `extra_css` |",  # noqa: E501
        "| analytics | | no service is told of readers unless you ask for it: https://squidfunk.github.io/mkdocs-material/setup/setting-up-site-analytics/ |",  # noqa: E501
        "| author's profile beside the text | | the footer has its links; write the rest into the home page |",
        "| venue | | layouts showed them on pages of collections; `page.meta` has them for a template of yours |",
        "| layouts in _layouts | | they are Jekyll's; templates and styles of Material take their place |",
        "| styles in _sass | | they are Jekyll's; templates and styles of Material take their place |",
        "| jekyll-mentions | | @names are not links any more |",
    ]


def test_lists_and_feeds_of_nothing_are_none_of_ours(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    talks = "\ntalks.html\n| ---\n| ---\n| See a map. {% for talk in site.talks %}x{% endfor %}"
    ships = "\nships.html\n| ---\n| layout: category\n| taxonomy: Ships\n| title: All ships\n| ---\n| None yet."
    write_old(old, f"_config.yml\n| plugins: [jekyll-feed]\n| collections: {{talks: {{output: true}}}}{talks}{ships}")
    CliRunner().invoke(main, ["import", "jekyll", str(old), str(new), "--no-check"])
    imported = Imported(old, new, Site.at(new).build(strict=True))

    assert "See a map." in imported.built.page("talks.html").text
    assert "None yet." in imported.built.page("ships.html").text
    assert "| `jekyll-feed` | `/feed.xml` | there is a feed as soon as there is a post |" in imported.report


def test_the_list_of_tags_keeps_its_title(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    post = "_posts/2024-01-31-a.md\n| ---\n| tags: [sea]\n| ---\n| Text."
    write_old(old, f"_config.yml\n| title: A\n{post}\ntags.html\n| ---\n| layout: tags\n| title: By subject\n| ---\n")
    CliRunner().invoke(main, ["import", "jekyll", str(old), str(new)])

    page = Site.at(new).build(strict=True).page("tags/")

    assert page.heading == "By subject"
    assert [link.text for link in page.links_in(".bp-groups, .bp-terms")][:1] == ["sea 1"]


def test_pages_of_single_tags_and_categories_lead_to_ours_whatever_their_ending(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    post = "_posts/2024-01-31-a.md\n| ---\n| tags: [sea]\n| categories: [ships, boats]\n| ---\n| Text."
    lists = "".join(
        f"\n{name}\n| ---\n| layout: {layout}\n| taxonomy: {label}\n{permalink}| ---"
        for name, layout, label, permalink in (
            ("all/ships.html", "category", "ships", ""),
            ("all/boats.html", "category", "boats", "| permalink: /boats/\n"),
            ("sea.html", "tag", "sea", "| permalink: /news/tag/sea.html\n"),
        )
    )
    lists += "\nnews.html\n| ---\n| ---\n| {% for post in site.posts %}{{ post.title }}{% endfor %}"
    write_old(old, f"_config.yml\n| title: A\n| url: https://a.example\n| permalink: /:year/:title\n{post}{lists}")
    CliRunner().invoke(main, ["import", "jekyll", str(old), str(new)])
    built = Site.at(new).build(strict=True)

    assert built.exit_code == 0, built.log
    leads = json.loads(built.read("redirects.json"))
    assert [leads[url] for url in ("/all/ships.html", "/boats/", "/news/tag/sea.html", "/news.html")] == [
        f"https://a.example/news/{page}" for page in ("category/ships/", "category/boats/", "tag/sea/", "")
    ]


def test_the_first_of_several_languages_is_that_of_the_new_site(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    config = "_config.yml\n| title: A\n| languages: [pt-br, en]\n| plugins: [jekyll-multiple-languages-plugin]"
    tables = "_i18n/pt-br.yml\n| menu:\n|   home: Início\n_i18n/en.yml\n| menu:\n|   home: Home"
    texts = "_i18n/pt-br/_posts/2024-01-31-a.md\n| ---\n| ---\n| {% t menu.home %}!\n_i18n/pt-br/us.md\n| *Nós*"
    others = "_i18n/en/_posts/2024-01-31-a.md\n| ---\n| ---\n| English."
    page = "{% assign key = 'home' %}{% translate menu.{{ key }} %}, {{ site.lang }}{% tf us.md %}"
    write_old(old, f"{config}\n{tables}\n{texts}\n{others}\nus.html\n| ---\n| ---\n| <p>{page}</p>")
    CliRunner().invoke(main, ["import", "jekyll", str(old), str(new)])
    imported = Imported(old, new, Site.at(new).build(strict=True))

    assert imported.built.exit_code == 0, imported.built.log
    assert "Início!" in imported.built.page("2024/01/31/a.html").text
    assert "Início, pt-br" in imported.built.page("us.html").text
    assert "<em>Nós</em>" in imported.built.read("us.html")
    assert "| `_i18n/en` |  | has texts in another language than the first, 'pt-br' |" in imported.report
    assert "the tag t" not in imported.report


def test_a_list_in_whose_place_jekyll_shows_a_page_replaces_nothing(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    home = "_pages/index.md\n| ---\n| title: Welcome\n| permalink: /\n| ---\n| What we do."
    lists = "index.html\n| ---\n| layout: home\n| ---\n_posts/2024-01-31-a.md\n| ---\n| title: A\n| ---\n| Text."
    config = "_config.yml\n| title: Us\n| include: [_pages]\n| paginate: 1\n| plugins: [jekyll-paginate]"
    write_old(old, f"{config}\n{home}\n{lists}\n_posts/2024-01-30-b.md\n| ---\n| title: B\n| ---\n| Text.")
    CliRunner().invoke(main, ["import", "jekyll", str(old), str(new)])
    built = Site.at(new).build()

    assert (built.exit_code, built.page("").heading) == (0, "Welcome")
    assert "What we do." in built.page("").text
    assert [card.title for card in built.page("blog/").cards] == ["A"]
    assert 'href="../blog/"' in built.read("page2/index.html")


def test_lists_may_be_documents_of_a_collection(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    config = '_config.yml\n| title: Us\n| collections: {tabs: {output: true, permalink: "/:title/"}}'
    tabs = [f"_tabs/{name}.md\n| ---\n| layout: {name}\n| title: Our {name}\n| ---" for name in ("tags", "archives")]
    tabs += [f"_tabs/{name}.md\n| ---\n| order: {order}\n| ---\n| Us." for name, order in (("us", 2), ("about-me", 1))]
    post = "_posts/2024-01-31-a.md\n| ---\n| title: A\n| tags: [sea]\n| ---\n| Text."
    write_old(old, "\n".join([config, *tabs, "index.html\n| ---\n| layout: home\n| ---", post]))
    CliRunner().invoke(main, ["import", "jekyll", str(old), str(new)])
    built = Site.at(new).build(strict=True)

    assert [built.page(url).heading for url in ("tags/", "archives/")] == ["Our tags", "Our archives"]
    assert [card.title for card in built.page("").cards] == ["A"]
    assert "A" in [link.text for link in built.page("archives/").links_in("article")]
    assert "sea 1" in [link.text for link in built.page("tags/").links_in("article")]
    menu = built.page("").links_in(".md-nav--primary > .md-nav__list > .md-nav__item > .md-nav__link")
    assert [link.text for link in menu] == ["Blog", "About Me", "Us", "Our archives", "Our tags"]


def test_a_site_needs_no_config_and_its_posts_may_lie_below_their_categories(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    posts = [f"{folder}/_posts/2024-01-31-a.md\n| ---\n| title: {folder}\n| ---\n| Text." for folder in ("de", "fa")]
    write_old(old, "\n".join([*posts, "fa/index.html\n| ---\n| title: Start\n| ---\n| <p>Salam</p>"]))
    CliRunner().invoke(main, ["import", "jekyll", str(old), str(new)])
    built = Site.at(new).build(strict=True)

    assert "All 3 URLs of pages answer" in (new / "import-report.md").read_text(encoding="utf-8")
    assert built.warnings == []
    assert [built.page(f"{name}/2024/01/31/a.html").heading for name in ("de", "fa")] == ["de", "fa"]
