"""Themes of others that know nothing of a blog."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.built import bytes_of
from tests.compat.history import commit
from tests.compat.neighbours import THEMES
from tests.compat.plugins import FIRST, POSTS, SECOND, needs
from tests.links import broken_links

if TYPE_CHECKING:
    from tests.site import Site

pytestmark = pytest.mark.filterwarnings("ignore")  # of what they stand on


@pytest.mark.parametrize("theme", THEMES)
def test_they_have_whole_pages(site: Site, monkeypatch: pytest.MonkeyPatch, theme: str) -> None:
    needs(f"mkdocs-{theme}")
    site.write(POSTS).config(theme=theme, copyright="Nobody", extra={"secret": "of mkdocs.yml"})
    site.save()
    commit(site.root)  # shadcn asks for one
    monkeypatch.chdir(site.root)

    built = site.build(strict=True)

    assert built.exit_code == 0, built.log
    assert [card.url for card in built.page("blog/").cards] == [SECOND, FIRST]
    post = built.page(FIRST)
    assert [len(post.css(each)) for each in ("time", 'meta[name="description"]')] == [2, 1]
    assert len(post.css("h1")) == len(built.page("guide/").css("h1"))
    assert [name for name, content in bytes_of(built.dir).items() if b"of mkdocs.yml" in content] == []
    broken = {each.rpartition("/")[2] for each in broken_links(built.dir)}
    assert broken == {each.rpartition("/")[2] for each in broken_links(site.without_blog().build().dir)}
