"""Pages are left beside plugins that put something into each of them, and made again once that is something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cache.test_stale import A, edit
from tests.compat.history import commit
from tests.compat.plugins import needs
from tests.stages.test_kept_site import check

if TYPE_CHECKING:
    from pathlib import Path

    from tests.site import Site
    from tests.stages.live import Change

needs("mkdocs-git-revision-date-localized-plugin", "mkdocs-rss-plugin")

pytestmark = pytest.mark.filterwarnings("ignore")  # of other plugins and what they stand on

E = "blog/2024/04/02/epsilon/index.html"
"""A post that has nothing to do with what changes."""
TEMPLATE = """
{% extends "base.html" %}
{% block footer %}
  {% if page %}{{ page.meta.git_revision_date_localized }}{% endif %}
  {% for tag in tags %}{{ tag.name }} ({{ tag.url or "nowhere" }}) {% endfor %}
{% endblock %}
"""
LAYOUT = """
size: {width: 60, height: 30}
layers: [{background: {color: "#fff"}}]
tags: {"og:title": "{{ page.title }}, by us"}
"""
CARDS = {"cards_layout_dir": "layouts", "cards_layout": "plain"}
FEEDS = {"match_path": "blog/posts/.*", "use_git": False, "date_from_meta": {"as_creation": "date"}}

CHANGES: dict[str, tuple[Change, bytes]] = {
    "tags": (edit("docs/tags.md", "material/tags", "material/tags { include: [y] }"), b"shared (nowhere)"),
    "social": (edit("layouts/plain.yml", "by us", "by all"), b"Epsilon, by all"),
}
"""How what a plugin puts into the page of that post changes, though no file of it does, and what the page has then."""


@pytest.fixture(name="elsewhere")
def _elsewhere(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1717200000")
    return tmp_path_factory.mktemp("clean") / "site"


def test_pages_are_as_if_built_from_nothing(
    rich: Site, made: list[str], elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    others = ["tags", {"social": CARDS}, "git-revision-date-localized", {"rss": FEEDS}]
    rich.config(plugins=[*rich.options["plugins"], *others]).blogposts(tags=False)
    rich.put("docs/tags.md", "# Tags\n\n<!-- material/tags -->\n").put("layouts/plain.yml", LAYOUT)
    rich.put("theme/main.html", TEMPLATE).save()
    commit(rich.root)
    monkeypatch.chdir(rich.root)
    rich.build()
    made.clear()
    edit(A, "The PEP", "That PEP")(rich)
    rich.build()

    assert A.removeprefix("docs/") in made
    assert not {"blog/posts/e.md", "blog/archive/2023.md"} & {*made}
    check(rich, elsewhere)
    for name, (change, shown) in CHANGES.items():
        assert shown not in (rich.root / "site" / E).read_bytes(), name
        change(rich)
        check(rich, elsewhere, name)
        assert shown in (rich.root / "site" / E).read_bytes(), name
