"""Which templates of a site want of a page no more than what others that are alike can stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from jinja2 import Environment

from mkdocs_blogposts.cache.modest_templates import are_modest
from tests.cache.test_page_shells import OVERRIDES

if TYPE_CHECKING:
    from pathlib import Path

MODEST = (
    *OVERRIDES.values(),
    "Nothing of a page, {{ config.site_name }}",
    "{{ page.title }}{{ page.meta.icon | d('none', true) }}",
    "{% if page and page.meta.hide %}{{ 'x' if page.meta.icon == 'a' else page.content }}{% endif %}",
    "{% for item in config.extra.social %}{% if page.meta.social %}{{ item.name }}{% endif %}{% endfor %}",
    "{% if not page %}{% endif %}{% include 'partials/content.html' %}",
    "{% block content %}{{ super() }}{% endblock %}",
    "{% macro shown(a) %}{{ a }}{% endmacro %}{{ shown(config.site_name) }}",
    "{% a script",
)
MORE = (
    "{{ page }}",
    "{{ page.url }}",
    "{{ page.toc }}",
    "{{ page.parent.title }}",
    "{{ page.title ~ 'x' }}",
    "{{ page.title[:2] }}",
    "{{ page['url'] }}",
    "{{ page | attr('url') }}",
    "{{ page.meta.get('title') }}",
    "{{ 'x' if (page.title ~ '') == 'x' }}",
    "{% set title = page.title %}",
    "{% set it = config and page %}",
    "{% set shown %}{{ page.title }}{% endset %}",
    "{% set shown %}{{ super() }}{% endset %}",
    "{% set shown %}{% include 'partials/toc.html' %}{% endset %}",
    "{% set features = [] %}",
    "{% if config.extra.of %}{% set is_section = true %}{% endif %}",
    "{% for page in config.extra.of %}{% endfor %}",
    "{% for letter in page.title %}{% endfor %}",
    "{% for entry in page.meta.list | sort %}{% endfor %}",
    "{% macro shown() %}{{ page.title }}{% endmacro %}{{ shown() | length }}",
    "{% include page.meta.of %}",
    "{{ super() | replace('a', 'b') }}",
    "{% filter upper %}{{ page.title }}{% endfilter %}",
    "{{ self.content() }}",
    "{{ nav.homepage.url }}",
    "{% with shown = page.title %}{{ shown }}{% endwith %}",
    "{{ dict(a=page.title) }}",
    "{{ [page.title] }}",
)


@pytest.mark.parametrize(
    ("template", "expected"), [*((each, True) for each in MODEST), *((each, False) for each in MORE)]
)
def test_a_template_is_modest_that_prints_and_asks_for_parts_of_a_page(
    template: str, tmp_path: Path, *, expected: bool
) -> None:
    tmp_path.joinpath("main.html").write_text(template, encoding="utf-8")

    assert are_modest(tmp_path, Environment(autoescape=True)) is expected


@pytest.mark.parametrize(
    "name", ["nav.html", "nav-item.html", "toc.html", "tabs-item.html", "path.html", "logo.html", "source.html"]
)
def test_what_says_where_a_page_stands_has_to_be_of_the_theme(name: str, tmp_path: Path) -> None:
    tmp_path.joinpath("partials").mkdir()
    tmp_path.joinpath("partials", name).write_text("{{ lang.t('nav') }}", encoding="utf-8")

    assert not are_modest(tmp_path, Environment(autoescape=True))
