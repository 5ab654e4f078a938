"""Languages of a site of jekyll-polyglot stand where that plugin puts them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mkdocs_blogposts.jekyll.polyglot import Polyglot

if TYPE_CHECKING:
    from tests.site import Site

CONFIG = """plugins: [{plugin}]
languages: [en, es, pt-BR]
default_lang: en
permalink: pretty
lang_from_path: true
collections: {{notes: {{output: true}}}}
"""
FILES = {
    "_posts/2024-03-01-moon.md": "title: Moon",
    "_posts/es/2024-03-01-moon.md": "title: Luna\nlang: es",
    "_posts/pt-br/2024-03-01-moon.md": "title: Lua",
    "docs/about.en.md": "title: About\nlang: en\npermalink: about/",
    "docs/about.es.md": "title: Acerca\nlang: ES\npermalink: about/",
    "docs/contact.md": "title: Contact\nlang: fr",
    "docs/contact.es.md": "title: Contacto\nlang: es",
    "_notes/a.md": "title: A",
    "_notes/es/a.md": "title: Una nota\nlang: es\npermalink: /notes/a/",
    "docs/alone.md": "title: Sola\nlang: es",
    "docs/active.txt": "permalink: /active.txt",
}


def _build(site: Site, plugin: str) -> dict[str, str]:
    site.put("_config.yml", CONFIG.format(plugin=plugin))
    for name, head in FILES.items():
        site.put(name, f"---\n{head}\n---\n{{{{ site.active_lang }}}}\n")
    built = site.blogposts(jekyll_pages=True).build(strict=True)
    assert built.read("active.txt").strip() == ("en" if plugin == "jekyll-polyglot" else "")
    assert (built.warnings == []) is (plugin == "jekyll-polyglot")
    if plugin == "jekyll-polyglot":
        assert 'content="0; url=../es/alone/"' in built.read("alone/index.html")
    ends = ("moon/", "about/", "contact/", "notes/a/", "es/alone/")
    return {url: built.page(url).heading for url in built.pages if url.endswith(ends)}


def test_each_language_has_its_folder(site: Site) -> None:
    assert _build(site, "jekyll-polyglot") == {
        "2024/03/01/moon/": "Moon",
        "es/2024/03/01/moon/": "Luna",
        "pt-BR/2024/03/01/moon/": "Lua",
        "about/": "About",
        "es/about/": "Acerca",
        "contact/": "Contact",
        "es/contact/": "Contacto",
        "es/alone/": "Sola",
        "notes/a/": "A",
        "es/notes/a/": "Una nota",
    }


def test_without_the_plugin_there_are_no_languages(site: Site) -> None:
    assert "es/about/" not in _build(site, "jekyll-feed")


@pytest.mark.parametrize(
    ("url", "language", "becomes"),
    [
        ("/about.es/", "es", "/es/about/"),
        ("/about.es.html", "es", "/es/about.html"),
        ("/es/about/", "es", "/es/about/"),
        ("/about.en/", "en", "/about/"),
        ("about/", "es", "/es/about/"),
        ("/", "es", "/es/"),
        ("/estates/", "es", "/es/estates/"),
        ("/about.es/", None, "/about.es/"),
    ],
)
def test_a_url_has_the_folder_of_its_language(url: str, language: str | None, becomes: str) -> None:
    polyglot = Polyglot.of({"plugins": ["jekyll-polyglot"], "languages": ["es", 7], "default_lang": "en"})

    assert polyglot is not None
    assert polyglot.localised(url, language) == becomes
