"""Texts as lists show them that Liquid makes."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.site import Site


def test_html_of_a_post_in_a_list_has_no_links_of_headings(site: Site) -> None:
    site.config(markdown_extensions=[{"toc": {"permalink": True}}]).blogposts(jekyll_pages=True)
    site.put("_posts/2024-01-31-a.md", "---\ntitle: A\n---\n## Headed\n\nText.\n")
    text = "{% for each in site.posts %}{{ each.excerpt }}{{ each.content }}{% endfor %}"
    site.put("docs/list.txt", f"---\n---\n{text}\n")

    made = site.build(strict=True).read("list.txt")

    assert made.count("Headed") == 2
    assert "headerlink" not in made


@pytest.mark.parametrize("config", ["paginate: 3", "pagination: {enabled: true, per_page: 3}"])
def test_a_page_that_is_split_in_jekyll_lists_all_posts(site: Site, config: str) -> None:
    site.blogposts(jekyll_pages=True).put("_config.yml", f"{config}\n")
    site.put("_posts/2024-01-31-a.md", "---\ntitle: A\n---\nText.\n")
    site.put("docs/list.txt", "---\n---\n{{ paginator.posts[0].title }} of {{ paginator.per_page }}\n")

    assert site.build(strict=True).read("list.txt").strip() == "A of 3"


DOCUMENTS = {
    "a": "description: Told\n---\n## Headed\n\nFirst.\n\nSecond.\n",
    "b": "excerpt: Given\ndescription: Told\n---\nFirst.\n",
    "c": "title: C\n---\n\nOne *two*\nthree.\n\nFour.\n",
    "d": "excerpt_separator: <!-- end -->\n---\nOne.\n\nTwo.\n\n<!-- end -->\n\nThree.\n",
}
LIST = "---\n---\n{% for d in site.notes %}({{ d.excerpt | strip_html | strip_newlines }}){% endfor %}\n"


@pytest.mark.jekyll
def test_documents_of_a_collection_begin_as_in_jekyll(
    site: Site, jekyll: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    old = tmp_path_factory.mktemp("jekyll")
    files = {f"_notes/{name}.md": f"---\n{text}" for name, text in DOCUMENTS.items()}
    for name, text in {**files, "_config.yml": "collections: {notes: {output: true}}\n", "list.txt": LIST}.items():
        (old / name).parent.mkdir(exist_ok=True)
        (old / name).write_text(text, encoding="utf-8")
        site.put(f"docs/{name}" if name == "list.txt" else name, text)
    environment = os.environ | {"JEKYLL_NO_BUNDLER_REQUIRE": "true", "LC_ALL": "C.UTF-8"}
    command = [jekyll, "build", "--quiet", "--source", str(old), "--destination", str(old / "_site")]
    subprocess.run(command, env=environment, capture_output=True, check=True)

    made = site.blogposts(jekyll_pages=True).build(strict=True).read("list.txt")

    assert made.strip() == (old / "_site/list.txt").read_text(encoding="utf-8").strip()


def test_liquid_sees_front_matter_as_it_was_written(site: Site) -> None:
    head = "author: {name: Ada, since: 2001}\nsearch: false\nsource: 7\n"
    said = "{{ page.author }} {{ page.author.name }} {{ page.author.since | plus: 1 }} {{ page.search }}"
    site.blogposts(jekyll_pages=True)
    site.put("_posts/2024-01-31-a.html", f"---\ntitle: A\npermalink: /a/\n{head}---\n{said}")
    site.put(
        "docs/b.txt", f"---\n{head}---\n{said} {{{{ page.source | plus: 1 }}}} {{{{ site.posts[0].author.name }}}}\n"
    )

    built = site.build(strict=True)

    shown = '{"name"=>"Ada", "since"=>2001} Ada 2002 false'
    assert built.read("b.txt").strip() == f"{shown} 8 Ada"
    assert shown in built.page("a/").text


def test_collections_without_documents_are_collections(site: Site) -> None:
    site.blogposts(jekyll_pages=True).put("_config.yml", "collections: {talks: {}, notes: {}, empty: {output: true}}\n")
    site.put("_notes/a.md", "---\ntitle: A\n---\nText.\n")
    text = "{% for each in site.collections %}{{ each.label }}:{{ each.docs.size }} {% endfor %}{{ site.empty.size }}"
    site.put("docs/list.txt", f"---\n---\n{text}\n")

    assert site.build(strict=True).read("list.txt").strip() == "empty:0 notes:1 posts:0 talks:0 0"


def test_a_collection_comes_before_what_else_has_its_name(site: Site) -> None:
    site.blogposts(jekyll_pages=True).put("_config.yml", "collections: {pages: {output: true, permalink: '/:path'}}\n")
    site.put("_pages/tides.md", "---\ntitle: Tides\n---\nText.\n")
    site.put("docs/list.txt", "---\n---\n{% for each in site.pages %}{{ each.title }} {% endfor %}\n")
    site.put("docs/other.md", "---\ntitle: Other\n---\nText.\n")

    assert site.build(strict=True).read("list.txt").strip() == "Tides"


def test_ordinary_pages_see_what_liquid_has_made_of_all_others(site: Site) -> None:
    site.blogposts(jekyll_pages=True).put("_config.yml", "collections: {parts: {output: true}}\n")
    site.put("_includes/addresses.md", "[guide]: https://example.com/guide\n")
    body = "Read the [guide]{:.wide}, `{% raw %}{{ braces }}{% endraw %}`.\n\n{% include addresses.md %}\n"
    site.put("_parts/one.md", f"---\ntitle: One\n---\n{body}")
    site.put("_posts/2024-03-01-moon.md", f"---\ntitle: Moon\npermalink: /moon/\n---\n{body}")
    each = "{% for each in site.parts %}{{ each.content }}{% endfor %}"
    site.put("docs/all.html", f"---\ntitle: All\n---\n{each}{{{{ site.posts[0].content }}}}")

    html = site.build(strict=True).read("all.html")

    assert html.count('Read the <a class="wide" href="https://example.com/guide">guide</a>') == 2
    assert html.count("<code>{{ braces }}</code>") == 2


def test_ordinary_pages_see_braces_of_others_that_are_text(site: Site) -> None:
    site.blogposts(jekyll_pages=True)
    site.put("_posts/2024-03-01-a.md", "---\ntitle: A\n---\nOne `{% raw %}{{ braces }}{% endraw %}`.\n")
    site.put("docs/blog/posts/b.md", "---\ndate: 2024-03-02\nlayout: single\ntitle: B\n---\nTwo `{{ braces }}`.\n")
    text = "{% for each in site.posts %}{{ each.excerpt }}{{ each.content }}{% endfor %}"
    site.put("docs/list.txt", f"---\n---\n{text}\n")

    made = site.build(strict=True).read("list.txt")

    assert [made.count(f"{word} <code>{{{{ braces }}}}</code>") for word in ("One", "Two")] == [2, 2]
