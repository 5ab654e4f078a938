"""Which templates come with a theme that is known."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import Environment

from mkdocs_blogposts.cache.fingerprint import UnknownError
from mkdocs_blogposts.cache.own_templates import is_known, templates_in

FOLDERS = {
    "/usr/lib/python3/dist-packages/material/templates/partials": True,
    "/home/me/.venv/lib/python3.13/site-packages/mkdocs/themes/mkdocs": True,
    "/home/me/mkdocs/.venv/lib/python3.13/site-packages/of_a_plugin/templates": False,
    "/home/me/.venv/lib/python3.13/site-packages/of_a_plugin/material": False,
    "/home/me/material/theme": False,
}


@pytest.mark.parametrize(("folder", "expected"), FOLDERS.items())
def test_a_folder_is_known_by_the_package_that_is_installed(folder: str, *, expected: bool) -> None:
    assert is_known(Path(folder)) is expected


def test_a_feature_of_material_is_no_name_of_what_reaches_far(tmp_path: Path) -> None:
    path = tmp_path / "blog-post.html"
    path.write_text("{% if 'toc.integrate' in features %}{{ page.toc }}{% endif %}", encoding="utf-8")

    assert [name for name, _ in templates_in(tmp_path, Environment(autoescape=True))] == ["blog-post.html"]


@pytest.mark.parametrize("attribute", ["toc", "pager.posts", "toc.integrate.posts"])
def test_a_name_in_quotes_may_reach_far(attribute: str, tmp_path: Path) -> None:
    path = tmp_path / "main.html"
    path.write_text(f"{{{{ page.others | map(attribute='{attribute}') | list }}}}", encoding="utf-8")

    with pytest.raises(UnknownError):
        list(templates_in(tmp_path, Environment(autoescape=True)))


@pytest.mark.parametrize(
    "template",
    [
        "{% set page = page.next_page %}{{ page.content }}",
        "{% for page in nav %}{{ page.content }}{% endfor %}",
        "{% with page = page.previous_page %}{% include 'partials/content.html' %}{% endwith %}",
        "{% macro told(page) %}{{ page.toc }}{% endmacro %}{{ told(page.next_page) }}",
    ],
)
def test_another_page_under_the_name_of_the_one_at_hand_may_reach_far(template: str, tmp_path: Path) -> None:
    tmp_path.joinpath("main.html").write_text(template, encoding="utf-8")

    with pytest.raises(UnknownError):
        list(templates_in(tmp_path, Environment(autoescape=True)))
