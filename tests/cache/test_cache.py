"""What is kept from the build before never shows: whatever has changed, a build is as if it were the first."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.kept import packs_in
from tests.site import Site

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.built import Built

    Change = Callable[[Site], object]

MKDOCS_EXTENSIONS = ["footnotes", "pymdownx.superfences", {"toc": {"permalink": True}}]


def post(title: str, date: str, text: str, head: str = "") -> str:
    return f"---\ntitle: {title}\ndate: {date}\nauthors: [j]\n{head}---\n{text}\n"


def author(name: str) -> str:
    return f"authors:\n  j: {{name: {name}, description: K, avatar: j.png}}\n"


def talk(title: str, head: str = "") -> str:
    return f"---\ntitle: {title}\nvenue: V\ndate: 2024-02-02\n{head}---\nAs [written](../blog/posts/p1.md).\n"


def picture(width: int) -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="2"></svg>'


def overridden(text: str) -> str:
    return '{% extends "base.html" %}{% block footer %}' + text + "{% endblock %}"


def write_site(site: Site) -> None:
    site.config(markdown_extensions=MKDOCS_EXTENSIONS).blogposts(authors_profiles=True, backlinks=True)
    site.put("docs/index.md", "# H\n\n<!-- blogposts: {limit: 2} -->\n").put("docs/guide.md", "# G\n\n## Sec\n")
    site.put("docs/blog/.authors.yml", author("Jane")).put("docs/images/a.svg", picture(3)).put("part.txt", "one")
    site.put("docs/talks/t.md", talk("T"))
    for number in range(6):
        text = f"Text {number}, then [next](p{(number + 1) % 6}.md), the [guide](/guide#sec) and [T](/talks/t)[^1].\n\n"
        text += "[^1]: N.\n\n## Sub\n\n```python\nx = 1\n```\n"
        head = f"tags: [x, t{number % 3}]\ncategories: [c{number % 2}]\nteaser: /images/a.svg\n"
        site.put(f"docs/blog/posts/p{number}.md", post(f"T{number}", f"2024-01-0{number + 1}", text, head))


def hook(body: str) -> Change:
    return lambda site: site.config(hooks=["hook.py"]).put("hook.py", body)


MARKDOWN_HOOK = "def on_page_markdown(markdown, **_):\n    return markdown + {!r}\n"
OUTPUT_HOOK = "def on_post_page(output, **_):\n    return output + {!r}\n"
READING_HOOK = """
from pathlib import Path

def on_page_markdown(markdown, config, **_):
    return markdown + Path(config.config_file_path).with_name("part.txt").read_text()
"""
SNIPPETS = [{"pymdownx.snippets": {"base_path": ["."]}}]
GERMAN = {"name": "material", "language": "de"}
OVERRIDES = {"name": "material", "custom_dir": "overrides"}

CONTENT: dict[str, Change] = {
    "nothing": lambda _: None,
    "a post": lambda site: site.put("docs/blog/posts/p3.md", post("T3 new", "2024-01-04", "New.", "slug: t3\n")),
    "the URL of a post": lambda site: site.put("docs/blog/posts/p4.md", post("T4", "2024-01-05", "x", "slug: moved\n")),
    "a heading that is linked to": lambda site: site.put("docs/guide.md", "# G2\n\n## Other\n"),
    "a talk and its URL": lambda site: site.put("docs/talks/t.md", talk("T2", "permalink: /t2/\n")),
    "the name of an author": lambda site: site.put("docs/blog/.authors.yml", author("Joan")),
    "a post is a draft now": lambda site: site.put(
        "docs/blog/posts/p5.md", post("T5", "2024-01-06", "", "draft: true\n")
    ),
    "a post is gone": lambda site: site.delete("docs/blog/posts/p0.md"),
    "a new post": lambda site: site.put(
        "docs/blog/posts/new.md", post("New", "2024-05-05", "[x](gone.md)", "tags: [x]\n")
    ),
    "the size of a picture": lambda site: site.put("docs/images/a.svg", picture(30)),
    "a new page": lambda site: site.put("docs/new.md", "# New page\n"),
    "a fault": lambda site: site.put("docs/blog/posts/new.md", post("New", "someday", "")),
    "a fault that is mended": lambda site: site.put("docs/blog/posts/new.md", post("New", "2024-05-05", "")),
}
CONFIGURATION: dict[str, Change] = {
    "the name of the site": lambda site: site.config(site_name="Other"),
    "the address of the site": lambda site: site.config(site_url="https://example.org/notes/"),
    "the nav": lambda site: site.config(nav=[{"Home": "index.md"}, {"News": "blog/index.md"}]),
    "the extensions": lambda site: site.config(markdown_extensions=["footnotes"]),
    "the copyright": lambda site: site.config(copyright="Ours"),
    "the language": lambda site: site.config(theme=GERMAN),
    "file URLs": lambda site: site.config(use_directory_urls=False),
    "an option": lambda site: site.blogposts(post_readtime=False),
    "the time zone": lambda site: site.blogposts(timezone="Asia/Tokyo"),
    "another theme": lambda site: site.config(theme="mkdocs"),
}
CODE: dict[str, Change] = {
    "a template of ours": lambda site: site.config(theme=OVERRIDES).put("overrides/blogposts/tags.html", "<p>1</p>"),
    "that template again": lambda site: site.put("overrides/blogposts/tags.html", "<p>2</p>"),
    "a template of the theme": lambda site: site.put("overrides/main.html", overridden("1")),
    "and again": lambda site: site.put("overrides/main.html", overridden("2")),
    "a hook for texts": hook(MARKDOWN_HOOK.format("1")),
    "another": hook(MARKDOWN_HOOK.format("2")),
    "a hook for pages": hook(OUTPUT_HOOK.format("1")),
    "a hook for pages, again": hook(OUTPUT_HOOK.format("2")),
    "a hook that reads a file": hook(READING_HOOK),
    "the file that it reads": lambda site: site.put("part.txt", "two"),
    "a part of a text": lambda site: site.config(hooks=None, markdown_extensions=SNIPPETS).put(
        "docs/blog/posts/p1.md", post("T1", "2024-01-02", '--8<-- "part.txt"')
    ),
    "that part": lambda site: site.put("part.txt", "three"),
}


def made(built: Built) -> dict[str, bytes]:
    names = (name for name in built.files if not name.endswith(".gz"))
    return {name: (built.dir / name).read_bytes() for name in names}


@pytest.mark.slow
@pytest.mark.parametrize("changes", [CONTENT, CONFIGURATION, CODE], ids=["content", "configuration", "code"])
def test_whatever_changes_a_build_is_as_if_it_were_the_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, changes: dict[str, Change]
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1717200000")
    monkeypatch.chdir(tmp_path)
    site = Site(tmp_path)
    write_site(site)
    site.build()
    kept, aside = tmp_path / ".cache", tmp_path / "aside"
    assert packs_in(kept)

    for name, change in changes.items():
        change(site)
        again = site.build()
        files, told = made(again), [message for message in again.log if "built in" not in message.message]
        kept.rename(aside)
        first = site.build()
        shutil.rmtree(kept)
        aside.rename(kept)

        wanted = made(first)
        assert [file for file in sorted({*files, *wanted}) if files.get(file) != wanted.get(file)] == [], name
        assert told == [message for message in first.log if "built in" not in message.message], name
        assert again.exit_code == first.exit_code, name


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\x00", b'{"a": 1}', b"[]", b"null"], ids=repr)
def test_a_kept_file_that_cannot_be_read_is_made_anew(site: Site, content: bytes) -> None:
    site.put("docs/index.md", "# Home\n").put("docs/blog/posts/a.md", post("A", "2024-01-01", "Text."))
    site.put("docs/blog/.authors.yml", author("Jane"))
    first = made(site.build(strict=True))
    for path in packs_in(site.root / ".cache"):
        path.write_bytes(content)

    again = site.build(strict=True)

    assert again.exit_code == 0
    assert again.warnings == []
    assert [name for name, text in made(again).items() if name.startswith("blog/") and text != first[name]] == []


def test_nothing_is_kept_where_a_site_wants_that(site: Site) -> None:
    site.blogposts(cache=False).put("docs/blog/posts/a.md", "---\ntitle: A\ndate: 2024-01-01\n---\n")

    site.build(strict=True)

    assert not (site.root / ".cache").exists()


def test_where_it_is_kept_is_an_option(site: Site) -> None:
    site.blogposts(cache_dir="kept").put("docs/blog/posts/a.md", "---\ntitle: A\ndate: 2024-01-01\n---\n")

    site.build(strict=True)

    assert not (site.root / ".cache").exists()
    assert list((site.root / "kept").iterdir())
