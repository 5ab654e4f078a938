"""Pages are left beside plugins that put something into each of them, and made again once that is something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cache.test_stale import A, edit
from tests.compat.history import commit
from tests.compat.plugins import needs
from tests.stages.live import differences
from tests.stages.test_kept_site import check

if TYPE_CHECKING:
    from pathlib import Path

    from tests.site import Site
    from tests.stages.live import Change

needs("mkdocs-git-revision-date-localized-plugin", "mkdocs-rss-plugin")

pytestmark = pytest.mark.filterwarnings("ignore")  # of other plugins and what they stand on

E = "blog/2024/04/02/epsilon/index.html"
"""A post that has nothing to do with what changes."""
NEWS = "blog/category/news/index.html"
TEMPLATE = """
{% extends "base.html" %}
{% block footer %}
  {% if page %}{{ page.meta.git_revision_date_localized }}{% endif %}
  {% for tag in tags %}{{ tag.name }} ({{ tag.url or "nowhere" }}) {% endfor %}
{% endblock %}
"""
POST = "<article>{{ post.content }}{{ post.post.content }}{{ post.markdown }}{{ post.given }}</article>"
GIVES = """
import pathlib

def on_page_markdown(markdown, page, config, files):
    if page.file.src_uri == "blog/posts/a.md":
        page.given = pathlib.Path(config.config_file_path).with_name("given.txt").read_text()
"""
LAYOUT = """
size: {width: 60, height: 30}
layers: [{background: {color: "#fff"}}]
tags: {"og:title": "{{ page.title }}, by us"}
"""
CARDS = {"cards_layout_dir": "layouts", "cards_layout": "plain"}
FEEDS = {"match_path": "blog/posts/.*", "use_git": False, "date_from_meta": {"as_creation": "date"}}

CHANGES: dict[str, tuple[Change, str, bytes]] = {
    "tags": (edit("docs/tags.md", "material/tags", "material/tags { include: [y] }"), E, b"shared (nowhere)"),
    "social": (edit("layouts/plain.yml", "by us", "by all"), E, b"Epsilon, by all"),
    "text that a list shows": (edit(A, "`x = 1`", "`x = 2`"), NEWS, b"<code>x = 2</code>"),
    "text that a list shows as written": (edit(A, "`x = 2`.", "`x = 2`.\n\n[two]: /2"), NEWS, b"[two]: /2"),
    "what a hook gives to a post that a list shows": (lambda site: site.put("given.txt", "anew"), NEWS, b"anew"),
}
"""How what a page shows changes though nothing of its own does, and what it has then."""


@pytest.fixture(name="elsewhere")
def _elsewhere(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1717200000")
    return tmp_path_factory.mktemp("clean") / "site"


@pytest.fixture(name="beside")
def _beside(rich: Site) -> Site:
    """The site with plugins that put something into each page, or date it."""
    others = ["tags", {"social": CARDS}, "git-revision-date-localized"]
    rich.config(plugins=[*rich.options["plugins"], *others])
    return rich.put("docs/tags.md", "# Tags\n\n<!-- material/tags -->\n").put("layouts/plain.yml", LAYOUT)


def test_pages_are_as_if_built_from_nothing(
    beside: Site, made: list[str], elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rich = beside.config(plugins=[*beside.options["plugins"], {"rss": FEEDS}]).blogposts(tags=False)
    rich.put("theme/main.html", TEMPLATE).put("theme/partials/post.html", POST)
    rich.put("hook.py", GIVES).put("given.txt", "once").config(hooks=["hook.py"]).save()
    commit(rich.root)
    monkeypatch.chdir(rich.root)
    rich.build()
    made.clear()
    edit(A, "The PEP", "That PEP")(rich)
    rich.build()

    assert A.removeprefix("docs/") in made
    assert "blog/category/news.md" in made
    assert not {"blog/posts/e.md", "blog/archive/2023.md"} & {*made}
    check(rich, elsewhere)
    for name, (change, uri, shown) in CHANGES.items():
        assert shown not in (rich.root / "site" / uri).read_bytes(), name
        change(rich)
        check(rich, elsewhere, name)
        assert shown in (rich.root / "site" / uri).read_bytes(), name


def test_a_server_shows_what_one_shows_that_is_started_now(
    beside: Site, elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    beside.config(theme={"name": "material", "font": False}).save()
    commit(beside.root)
    monkeypatch.chdir(beside.root)
    changes = {
        "listing of tags": CHANGES["tags"][0],
        "tag": edit(A, "tags: [x]", "tags: [x, y]"),
        "layout of cards": CHANGES["social"][0],
        "title": edit(A, "title: Alpha", "title: Aleph"),
    }

    assert differences(beside, changes, elsewhere) == {}
