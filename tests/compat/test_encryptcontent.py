"""Posts and talks beside mkdocs-encryptcontent-plugin; that no locked text is told stands in `test_held_back`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.built import bytes_of
from tests.cli.command import run_in
from tests.compat.plugins import needs

if TYPE_CHECKING:
    from tests.built import Built
    from tests.site import Site

needs("mkdocs-encryptcontent-plugin")

SITE = """
    docs/talks/open.md
    | ---
    | title: Open
    | venue: Camp
    | level: beginner
    | ---
    | Tides rise.
    docs/talks/closed.md
    | ---
    | title: Closed
    | venue: Camp
    | level: staff
    | ---
    | Tides fall.
    docs/talks/misspelt.md
    | ---
    | title: Misspelt
    | venue: Camp
    | level: Staff
    | ---
    | Ebbs come.
    docs/blog/posts/hello.md
    | ---
    | date: 2024-01-31
    | permalink: /hello/
    | ---
    | Springs rise.
    docs/list.md
    | ---
    | title: List
    | permalink: /list/
    | ---
    | {% for post in site.posts %} {{ post.content }} {{ post.excerpt }} {% endfor %}
"""
HINT = "\n    name one of `password_inventory`, or say it in a key that `key_aliases: {level: [audience]}` names"
MISSPELT = (
    f"docs/talks/misspelt.md: level: 'Staff' is none of encryptcontent's, so it has no password: it is left out{HINT}"
)
AUDIENCE = (
    "docs/talks/open.md: level: 'beginner' is none of encryptcontent's, so it says for whom the talk is and locks "
    f"nothing{HINT}"
)


def built_with(site: Site, **inventory: str) -> Built:
    """In a process of its own, as the plugin keeps its passwords from build to build."""
    plugin = {"selfhost": False, "tag_encrypted_page": False, "password_inventory": inventory}
    site.write(SITE).config(plugins=["search", "blogposts", {"encryptcontent": plugin}])
    built, said = site.blogposts(jekyll_pages=True, draft=True).run_build()
    assert built.exit_code == 0, said
    return built


def test_the_level_of_a_talk_is_for_whom_it_is_unless_it_has_a_password(site: Site) -> None:
    built = built_with(site, staff="Sesame")

    assert built.faults == [MISSPELT, AUDIENCE]
    assert "beginner" in built.page("talks/open/").text
    assert "Tides rise." in built.page("talks/open/").text
    assert "Tides fall." not in built.page("talks/closed/").html
    assert "Springs rise." in built.page("hello/").text
    assert "Springs rise." in built.page("list/").text


def test_a_talk_whose_level_has_no_password_is_not_shown_to_all(site: Site) -> None:
    built = built_with(site, staff="Sesame")
    state = run_in(site, "explain", str(site.root / "docs/talks/misspelt.md")).stdout

    assert [name for name, content in bytes_of(built.dir).items() if b"Ebbs" in content or b"isspelt" in content] == []
    assert re.search("without a password +`level`, line 4, for which encryptcontent has none", state)


def test_where_no_level_has_a_password_each_is_for_whom_a_talk_is(site: Site) -> None:
    built = built_with(site)

    assert built.faults == []
    assert "staff" in built.page("talks/closed/").text
    assert "Staff" in built.page("talks/misspelt/").text


def test_what_is_locked_for_all_pages_stands_in_no_list_of_liquid(site: Site) -> None:
    built = built_with(site, _global="Sesame", staff="Open")

    texts = {name: built.read(name) for name in built.files if name.endswith((".html", ".xml", ".json"))}
    assert [name for name, text in texts.items() if "Springs rise." in text or "Tides rise" in text] == []


def test_a_talk_that_may_be_meant_for_some_is_not_shown_to_all_for_another_reason(site: Site) -> None:
    for name, head in {"draft": "draft: true\nlevel: Staff", "all": "level: All staff"}.items():
        site.put(f"docs/talks/{name}.md", f"---\ntitle: Kept back\nvenue: Camp\n{head}\n---\nTides hide.\n")
    for name, level in {"first": "Beginner to advanced", "second": "Level 100"}.items():
        site.put(f"docs/talks/{name}.md", f"---\ntitle: Open {name}\nvenue: Camp\nlevel: {level}\n---\nTides rise.\n")

    built = built_with(site, staff="Sesame")

    assert [
        name for name, content in bytes_of(built.dir).items() if b"Tides hide" in content or b"Kept back" in content
    ] == []
    assert all("Tides rise." in built.page(f"talks/{name}/").text for name in ("first", "second"))
    listed = run_in(site, "list", "--drafts").stdout.splitlines()
    assert [line.split()[-1] for line in listed] == [f"docs/talks/{name}.md" for name in ("all", "draft", "misspelt")]
