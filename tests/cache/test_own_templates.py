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

    ((found,),) = templates_in([tmp_path], Environment(autoescape=True))
    assert found[0] == "blog-post.html"


@pytest.mark.parametrize("attribute", ["toc", "pager.posts", "toc.integrate.posts"])
def test_a_name_in_quotes_may_reach_far(attribute: str, tmp_path: Path) -> None:
    path = tmp_path / "main.html"
    path.write_text(f"{{{{ page.others | map(attribute='{attribute}') | list }}}}", encoding="utf-8")

    with pytest.raises(UnknownError):
        templates_in([tmp_path], Environment(autoescape=True))


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
        templates_in([tmp_path], Environment(autoescape=True))


HELD = (
    "{% if 'material/search' in config.plugins %}{{ config.plugins['material/search'].config.lang }}{% endif %}",
    "{% set search = config.plugins['search'] | attr('config') %}{{ search.lang }}",
    "{{ config.extra.homepage | d(nav.homepage.url, true) | url }}",
    "{{ page.file.src_uri }}{{ lang.t('source.file.date.created') }}",
    "{% macro t(key) %}{{ {'toc': 'Inhalt', 'action.view': 'Quelle'}[key] }}{% endmacro %}",
    "{% for post in posts %}{% include 'partials/post.html' %}{% endfor %}",
    "{% for post in posts[:5] %}{{ post.content }}{{ post.post.content }}{{ post.file.src_uri }}{% endfor %}",
    "{% if '<!-- more -->' in post.markdown %}{{ post.content }}{{ post.toc }}{% endif %}",
    "{% set former = page.previous_page %}{{ former.title }}{{ page.next_page.meta.words }}",
    "{% for post in footer.posts_of_mine %}{{ post.title }}{% endfor %}",
)
FAR = (
    "{% for name in config.plugins %}{{ config.plugins[name].sources }}{% endfor %}",
    "{{ config.plugins['blogposts'].shown }}",
    "{{ nav.homepage.content }}",
    "{{ nav.homepage.children }}",
    "{{ page.file.content_string }}",
    "{{ page.next_page.file.src_uri }}",
    "{{ page.next_page.next_page.meta.words }}",
    "{% set former = page.previous_page %}{{ former.previous_page.title }}",
    "{% for post in posts %}{{ post.previous_page.title }}{% endfor %}",
    "{{ page['posts'] }}",
    "{{ lang.f('posts') }}",
    "{{ {'title': 'content'}[key] }}",
    "{% for other in posts %}{{ other.content }}{% endfor %}",
    "{% for post in posts %}{{ post.posts }}{{ post.next_page.content }}{% endfor %}",
    "{{ post.post.toc }}",
    "{{ post.excerpt }}",
    "{% set posts = nav.items %}",
    "{% for post in nav.items %}{{ post.content }}{% endfor %}",
    "{% set post = page.next_page %}{{ post.content }}",
    "{% macro told(post) %}{{ post.content }}{% endmacro %}",
    "{% for post, other in posts %}{{ post.content }}{% endfor %}",
)


@pytest.mark.parametrize("template", HELD)
def test_what_keys_hold_does_not_reach_far(template: str, tmp_path: Path) -> None:
    tmp_path.joinpath("main.html").write_text(template, encoding="utf-8")

    assert templates_in([tmp_path], Environment(autoescape=True))


@pytest.mark.parametrize("template", FAR)
def test_what_keys_do_not_hold_reaches_far(template: str, tmp_path: Path) -> None:
    tmp_path.joinpath("main.html").write_text(template, encoding="utf-8")

    with pytest.raises(UnknownError):
        templates_in([tmp_path], Environment(autoescape=True))


def test_what_one_template_calls_a_post_another_may_show(tmp_path: Path) -> None:
    for name, template in {"a": "{% set post = page.next_page %}", "b": "{{ post.content }}"}.items():
        tmp_path.joinpath(name).mkdir()
        tmp_path.joinpath(name, "main.html").write_text(template, encoding="utf-8")

    with pytest.raises(UnknownError):
        templates_in([tmp_path / "a", tmp_path / "b"], Environment(autoescape=True))
