"""The `mkdocs.yml` that an import writes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import yaml
from click.testing import CliRunner

from mkdocs_blogposts.cli.main import main
from mkdocs_blogposts.config import BlogPostsConfig
from tests.migration.old_site import ACADEMIC, MINIMAL_MISTAKES, write_old

if TYPE_CHECKING:
    from pathlib import Path

POST = "\n_posts/2024-01-01-a.md\n| ---\n| title: A\n| ---\n| Text."


def config_of(tmp_path: Path, tree: str, *arguments: str, name: str = "old") -> dict[str, Any]:
    """What the `mkdocs.yml` of an imported site says."""
    old = write_old(tmp_path / name, tree)
    ran = CliRunner().invoke(main, ["import", "jekyll", str(old), str(tmp_path / "new"), "--no-check", *arguments])
    assert ran.exit_code == 0, ran.output
    config: dict[str, Any] = yaml.safe_load((tmp_path / "new" / "mkdocs.yml").read_text(encoding="utf-8"))
    return config


def options_of(config: dict[str, Any]) -> dict[str, Any]:
    """The options of the plugin in it."""
    options: dict[str, Any] = config["plugins"][1]["blogposts"]
    return options


def test_a_site_of_academicpages(tmp_path: Path) -> None:
    config = config_of(tmp_path, ACADEMIC)

    assert [config[key] for key in ("site_name", "site_url", "site_description", "site_author")] == [
        'Ada\'s "page"',
        "https://ada.example/",
        "Engines and numbers",
        "Ada Lovelace",
    ]
    assert config["theme"]["language"] == "en"
    assert config["theme"]["favicon"] == "images/favicon.ico"
    options = options_of(config)
    assert {key: options[key] for key in ("jekyll_pages", "blog_dir", "feeds_atom_url")} == {
        "jekyll_pages": True,
        "blog_dir": "year-archive",
        "feeds_atom_url": "/feed.xml",
    }


@pytest.mark.parametrize(
    ("config", "layout", "language"),
    [
        ("language: fr", "<html lang='de'>", "fr"),
        ("title: A", "<!doctype html>\n| <html class=no lang=he>", "he"),
        ("title: A", "<html{% if page.x %} class='x'{% endif %} dir='ltr' lang=\"pt-BR\">", "pt-BR"),
        ("title: A", "<html lang='{{ page.lang }}'><p lang='de'>", "en"),
        ("title: A", "<html>", "en"),
    ],
)
def test_the_language_of_a_site_may_stand_in_its_layout(
    tmp_path: Path, config: str, layout: str, language: str
) -> None:
    old = f"_config.yml\n| {config}\n_layouts/default.html\n| {layout}\n_layouts/a.html\n| <html lang=sv>"
    found = config_of(tmp_path, old if language != "en" else old.partition("\n_layouts/a.html")[0])

    assert found["theme"]["language"] == language


def test_a_site_of_minimal_mistakes(tmp_path: Path) -> None:
    config = config_of(tmp_path, MINIMAL_MISTAKES)

    assert config["site_url"] == "https://someone.github.io/loom/"
    assert config["theme"]["language"] == "de"
    assert config["nav"] == [
        {"Woven words": "index.md"},
        {"Notes": "notes.md"},
        {"More": [{"Archive": "_pages/year-archive.md"}, {"Tags": "tags.md"}]},
    ]
    assert config["extra"]["social"] == [
        {"icon": "fontawesome/brands/github", "link": "https://github.com/someone", "name": "GitHub"},
        {"icon": "fontawesome/solid/link", "link": "https://social.example/@someone", "name": "Elsewhere"},
    ]
    options = options_of(config)
    assert (options["blog_dir"], options["pagination_per_page"], options["talks"]) == (".", 5, False)


@pytest.mark.parametrize("tree", [ACADEMIC, MINIMAL_MISTAKES], ids=["academic", "minimal"])
@pytest.mark.parametrize("arguments", [(), ("--leave-files",)], ids=["copied", "left"])
def test_the_plugin_knows_every_option(tmp_path: Path, tree: str, arguments: tuple[str, ...]) -> None:
    options = BlogPostsConfig()
    options.load_dict(options_of(config_of(tmp_path, tree, *arguments)))

    assert options.validate() == ([], [])


@pytest.mark.parametrize(
    ("name", "tree", "url"),
    [
        ("old", "_config.yml\n| url: https://a.example\n| baseurl: /b/", "https://a.example/b/"),
        ("old", "_config.yml\n| url: https://a.example/", "https://a.example/"),
        ("old", "_config.yml\n| url: http://localhost:4000\nCNAME\n| a.example", "https://a.example/"),
        ("old", "_config.yml\n| title: Old\nCNAME\n| a b", None),
        ("jane.github.io", "_config.yml\n| title: Old", "https://jane.github.io/"),
        ("jane.github.io", "_config.yml\n| url: 'https://['\n| baseurl: b", "https://jane.github.io/b/"),
        ("old", "_config.yml\n| url: [1]\n| baseurl: {}", None),
    ],
)
def test_the_address_of_the_site(tmp_path: Path, name: str, tree: str, url: str | None) -> None:
    assert config_of(tmp_path, tree + POST, name=name).get("site_url") == url


@pytest.mark.parametrize(
    ("tree", "name", "author"),
    [
        ("title: A\n| name: B\n| author: C", "A", "C"),
        ("title: A\n| author: {name: C}", "A", "C"),
        ("name: B", "B", None),
        ("title: '#1: \"A\" & {{ b }}'", '#1: "A" & {{ b }}', None),
        ("title: 2024", "2024", None),
        ("title: [a]", "old", None),
        ("title: |\n|   A\n|   B", "A B", None),
    ],
)
def test_the_name_of_the_site_and_its_author(tmp_path: Path, tree: str, name: str, author: str | None) -> None:
    config = config_of(tmp_path, f"_config.yml\n| {tree}{POST}")

    assert (config["site_name"], config.get("site_author")) == (name, author)


def test_without_a_menu_the_pages_at_the_top_are_in_it(tmp_path: Path) -> None:
    tree = """
        _config.yml
        | title: Old
        index.md
        | ---
        | ---
        | Home of many words.
        about.md
        | ---
        | title: About
        | permalink: /about/
        | ---
        untitled.md
        | ---
        | ---
        deep/er.md
        | ---
        | title: Deeper
        | ---
        away.md
        | ---
        | title: Away
        | redirect_to: https://a.example
        | ---
        _posts/2024-01-01-a.md
        | ---
        | ---
    """

    assert config_of(tmp_path, tree)["nav"] == [
        {"Home": "index.md"},
        {"About": "about.md"},
        {"Blog": ["blog/index.md"]},
    ]


def test_pages_in_the_header_of_minima_have_an_order(tmp_path: Path) -> None:
    page = "\n| ---\n| title: {0}\n| permalink: /{0}/\n| ---"
    pages = "".join(f"\n{name}.md{page.format(name)}" for name in ("a", "b", "c"))

    config = config_of(tmp_path, f"_config.yml\n| header_pages: [c.md, a.md, x.md]{pages}")

    assert config["nav"] == [{"c": "c.md"}, {"a": "a.md"}]


def test_what_mkdocs_leaves_out_by_itself_is_asked_for(tmp_path: Path) -> None:
    tree = (
        "_config.yml\n| include: [.well-known]\n.htaccess\n| x\n.well-known/a b.txt\n| x\ntemplates/a.txt\n| x" + POST
    )

    assert config_of(tmp_path, tree)["exclude_docs"].splitlines() == [
        "!/.htaccess",
        "!/.well-known/a b.txt",
        "!/templates/",
    ]


def test_what_stays_is_left_out_where_it_is_of_no_use(tmp_path: Path) -> None:
    tree = (
        "_config.yml\n| exclude: [drawer]\ndrawer/a.txt\n| x\nimages/a.png\n| x\nimages/[b]#.md\n| x\n_sass/a.scss\n| x"
    )

    assert config_of(tmp_path, tree + POST, "--leave-files")["exclude_docs"].splitlines() == [
        "/_config.yml",
        "/_sass/",
        "/drawer/",
        "/images/\\[b\\]\\#.md",
    ]


def test_no_fault_is_made_less_by_an_import(tmp_path: Path) -> None:
    tree = """
        _config.yml
        | title: Old
        _posts/2024-01-01-a.md
        | ---
        | title: 'A
        | ---
        b.md
        | ---
        | permalink: a\\b
        | ---
    """

    assert "faults" not in options_of(config_of(tmp_path, tree))


def test_formulas_and_emoji_have_their_extensions(tmp_path: Path) -> None:
    old = write_old(tmp_path / "old", "_config.yml\n| plugins: [jemoji]\na.md\n| ---\n| ---\n| Let $$x$$ be.")

    CliRunner().invoke(main, ["import", "jekyll", str(old), str(tmp_path / "new"), "--no-check"])

    text = (tmp_path / "new" / "mkdocs.yml").read_text(encoding="utf-8")
    assert "  - pymdownx.arithmatex: # $$ … $$\n      generic: true\n  - pymdownx.emoji: # :tada:\n" in text
    assert "extra_javascript: # shows $$ … $$\n" in text


def test_a_site_that_is_not_on_github_pages_gets_no_workflow(tmp_path: Path) -> None:
    config_of(tmp_path, "_config.yml\n| title: Old" + POST)

    assert not (tmp_path / "new" / ".github").exists()


def test_names_of_files_stay_names(tmp_path: Path) -> None:
    old = write_old(tmp_path / "old", "_config.yml\n| include: [.well-known]" + POST)
    name = "a\nhooks:\n  - docs/x.py"
    for path in (f".well-known/{name}", f"{name}.md", f"b\u2028c/{name}.txt"):
        (old / path).parent.mkdir(parents=True, exist_ok=True)
        (old / path).write_text("---\ntitle: x\n---\n" if path.endswith(".md") else "x", encoding="utf-8")

    for new, *arguments in (("new",), ("beside", "--leave-files")):
        ran = CliRunner().invoke(main, ["import", "jekyll", str(old), str(tmp_path / new), "--no-check", *arguments])
        assert ran.exit_code == 0, ran.output
        config = yaml.safe_load((tmp_path / new / "mkdocs.yml").read_text(encoding="utf-8"))
        assert "hooks" not in config
        assert "!/.well-known/a?hooks:?  - docs/x.py" in config["exclude_docs"].splitlines()


def test_a_flag_is_no_number_of_posts(tmp_path: Path) -> None:
    config = config_of(tmp_path, "_config.yml\n| paginate: true\n_posts/2024-01-31-a.md\n| Text.")

    assert "pagination_per_page" not in options_of(config)


@pytest.mark.parametrize(
    ("config", "index", "url_format"),
    [
        ("paginate: 2", "/", "page{page}"),
        ("paginate: 2\n| paginate_path: /page/:num/", "/", None),
        ("paginate: 2\n| paginate_path: /news/page:num", "/", "news/page{page}"),
        ("paginate: 2\n| paginate_path: /news/page:num/", "/news/", "page{page}"),
        ("paginate: 2\n| paginate_path: /elsewhere/:num", "/news/", None),
        ("paginate: 2\n| paginate_path: /a{b}/:num", "/", None),
        ("pagination: {enabled: true, per_page: 2, permalink: 'p:num/'}", "/news/", "p{page}"),
        ("pagination: {enabled: true, per_page: 2}", "/news/", None),
        ("pagination: {enabled: false, per_page: 2, permalink: 'p:num/'}", "/news/", None),
    ],
)
def test_further_pages_stay_where_they_were(tmp_path: Path, config: str, index: str, url_format: str | None) -> None:
    page = f"\nindex.html\n| ---\n| permalink: {index}\n| ---\n| {{% for post in paginator.posts %}}x{{% endfor %}}"
    options = options_of(config_of(tmp_path, f"_config.yml\n| {config}{page}{POST}"))

    assert options.get("pagination_url_format") == url_format


def test_the_page_whose_list_is_split_is_the_blog_whatever_its_layout(tmp_path: Path) -> None:
    tree = """
        _config.yml
        | plugins: [jekyll-paginate]
        | paginate: 2
        | paginate_path: /news/page/:num
        index.md
        | ---
        | title: Me
        | layout: home
        | ---
        news/index.html
        | ---
        | title: All my news
        | layout: tiles
        | ---
        _posts/2024-01-01-a.md
        | ---
        | title: A
        | ---
    """
    config = config_of(tmp_path, tree)

    assert options_of(config)["blog_dir"] == "news"
    assert (tmp_path / "new/docs/news/index.md").read_text(encoding="utf-8") == "# All my news\n"


def test_an_entry_without_a_title_has_that_of_its_page_and_what_is_not_found_is_no_tab(tmp_path: Path) -> None:
    tree = """
        _config.yml
        | title: Old
        _data/navigation.yml
        | - header: More
        |   items: [{url: /about.html}]
        about.md
        | ---
        | title: About us
        | ---
        404.md
        | ---
        | title: Not found
        | ---
    """
    assert config_of(tmp_path, tree)["nav"] == [{"More": [{"About us": "about.md"}]}]

    bare = tmp_path / "bare"
    bare.mkdir()
    assert {"Not found": "404.md"} not in config_of(bare, tree.replace("navigation", "other"))["nav"]
