"""When Python looks for circles among its values: seldom in a build, and as before once that is over."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.site import Site

HOOK = """
import gc

def on_env(env, config, files):
    env.globals["thresholds"] = gc.get_threshold

def on_post_page(output, page, config):
    if page.file.src_uri == "fails.md":
        raise RuntimeError("no more")
"""

USUAL = (701, 10, 10)


@pytest.fixture(autouse=True)
def _usual() -> Iterator[None]:
    before = gc.get_threshold()
    gc.set_threshold(*USUAL)
    yield
    gc.set_threshold(*before)


@pytest.fixture(name="telling")
def _telling(site: Site) -> Site:
    """A site whose pages tell what is set while they are made."""
    site.config(theme={"name": "material", "custom_dir": "theme"}, hooks=["hook.py"]).put("hook.py", HOOK)
    site.put("theme/main.html", "{% extends 'base.html' %}{% block announce %}{{ thresholds()[0] }}{% endblock %}")
    site.put("docs/index.md", "# Home\n")
    return site.put("docs/blog/posts/hello.md", "---\ndate: 2024-01-31\n---\n# Hello\n").put(
        "docs/index.md", "# Home\n"
    )


def test_it_is_rare_in_a_build(telling: Site) -> None:
    assert "100000" in telling.build().read("index.html")
    assert gc.get_threshold() == USUAL


def test_it_is_as_before_after_a_build_that_fails(telling: Site) -> None:
    telling.put("docs/fails.md", "# Fails\n")

    with pytest.raises(RuntimeError, match="no more"):
        telling.build()

    assert gc.get_threshold() == USUAL


def test_who_wants_it_still_more_rarely_has_his_way(telling: Site) -> None:
    gc.set_threshold(200_000, 5, 5)

    assert "200000" in telling.build().read("index.html")
    assert gc.get_threshold() == (200_000, 5, 5)
