"""The example site, as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.built import path_of
from tests.links import assert_links_resolve

if TYPE_CHECKING:
    from tests.built import Built


def test_every_link_leads_somewhere(example: Built) -> None:
    assert_links_resolve(example.dir, path_of(example.site_url))


def test_it_has_a_page_of_every_kind(example: Built) -> None:
    assert {"blog/", "blog/tags/", "talks/"} <= set(example.pages)
    assert example.page("blog/").cards
    assert example.page("talks/").cards
