"""What hooks, plugins and templates may know, that no key holds, makes a page be rendered each time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.built import bytes_of
from tests.kept import kept_in, kinds_in
from tests.stages.test_determinism import SITE

if TYPE_CHECKING:
    from tests.site import Site

STATE = """
from pathlib import Path
def state(): return Path({state!r}).read_text(encoding="utf-8")
{code}
"""

HOOKS = {
    "filter": "def on_env(env, **_): env.filters['told'] = lambda text: text + state()",
    "filter of Jinja": "def on_env(env, **_): env.filters['upper'] = lambda text: text + state()",
    "test": "def on_env(env, **_): env.tests['told'] = lambda text: state() == 'two'",
    "global": "def on_env(env, **_): env.globals['state'] = state()",
    "context": "def on_page_context(context, **_): context['state'] = state()",
    "context, after all others": (
        "from mkdocs.plugins import event_priority\n"
        "@event_priority(-1000)\ndef on_page_context(context, **_): context['state'] = state()"
    ),
    "function in the context": "def on_page_context(context, **_): context['state'] = tell\ndef tell(): return state()",
    "object in the context": (
        "class Teller:\n def __str__(self): return state()\n"
        "def on_page_context(context, **_): context['state'] = Teller()"
    ),
    "method in the context": (
        "class Teller:\n def tell(self): return state()\n"
        "def on_page_context(context, **_): context['state'] = Teller().tell"
    ),
    "circle in the context": (
        "def on_page_context(context, **_):\n context['state'] = [state()]\n context['state'].append(context['state'])"
    ),
    "configuration from page to page": (
        "def on_page_context(context, page, config, **_): config.extra['state'] = state() + page.url"
    ),
    "theme from page to page": (
        "def on_page_context(context, page, config, **_): config.theme['state'] = state() + page.url"
    ),
    "object in extra": (
        "class Teller:\n def __str__(self): return state()\ndef on_config(config): config.extra['state'] = Teller()"
    ),
    "another navigation": (
        "import copy\n"
        "def on_page_context(context, nav, **_):\n"
        " context['nav'] = copy.copy(nav)\n context['nav'].items = [*nav.items]\n context['nav'].state = state()"
    ),
    "attribute of the page": "def on_page_context(context, page, **_): page.state = state()",
    "attribute of the file": "def on_page_context(context, page, **_): page.file.state = state()",
    "attribute of pages in nav": (
        "def on_page_context(context, page, nav, **_):\n for item in nav: item.state = state()"
    ),
    "attribute of headings": ("def on_page_content(html, page, **_):\n for item in page.toc: item.state = state()"),
    "state of a plugin": (
        "def on_page_context(context, config, **_): config.plugins['material/search'].state = state()"
    ),
    "content": "def on_page_context(context, page, **_): page.content += state()",
    "style sheets": "def on_page_context(context, **_): context['extra_css'] = [state()]",
    "loader": (
        "import jinja2\n"
        "def on_env(env, **_):\n"
        " env.loader = jinja2.ChoiceLoader([jinja2.DictLoader({'partials/copyright.html': state()}), env.loader])"
    ),
}

MAIN = """{% extends "base.html" %}
{% block footer %}
{{ state() if state is defined and state is callable else state }} {{ config.extra.state }}
{{ config.theme.state }} {{ nav.state }}
{{ extra_css }} {{ "Up" | upper }} {% include "partials/copyright.html" %}
{% for item in nav %}{{ item.state }}{% endfor %}
{% if page %}{{ page.state }}{% for item in page.toc %}{{ item.state }}{% endfor %}{% endif %}
FAR
{% endblock %}
"""
FAR = "{% if page %}{{ page.file.state }}{% endif %}{{ config.plugins['material/search'].state }}"


@pytest.fixture(autouse=True)
def _still_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1717200000")


def pages_of(site: Site) -> list[str]:
    return [entry.key for entry in kept_in(site.root / ".cache") if entry.kind == "page"]


@pytest.mark.slow
@pytest.mark.parametrize("reaches_far", [True, False], ids=["reaching far", "reaching less far"])
@pytest.mark.parametrize("code", HOOKS.values(), ids=HOOKS.keys())
def test_what_a_hook_adds_is_never_old(site: Site, code: str, reaches_far: bool) -> None:  # noqa: FBT001
    main = MAIN.replace("FAR", FAR if reaches_far else "")
    site.write(SITE).put("theme/main.html", main).put("state.txt", "one")
    site.put("hook.py", STATE.format(state=str(site.root / "state.txt"), code=code))
    site.config(hooks=["hook.py"], theme={"name": "material", "custom_dir": "theme"}, nav=["index.md", "guide.md"])
    site.build(strict=True)

    site.put("state.txt", "two")
    kept = bytes_of(site.build(strict=True).dir)
    clean = bytes_of(site.blogposts(cache=False).build(strict=True).dir)

    assert [name for name in clean if clean[name] != kept[name]] == []
    assert kept.keys() == clean.keys()


URL = """
from jinja2 import pass_context
def on_env(env, **_): env.filters['url'] = url
@pass_context
def url(context, value): return f"{value}?{state()}"
"""


def test_a_filter_of_a_hook_below_one_of_ours_is_never_old(site: Site) -> None:
    site.write(SITE).put("state.txt", "one").put("hook.py", STATE.format(state=str(site.root / "state.txt"), code=URL))
    site.config(hooks=["hook.py"], theme="material").blogposts(view_layout="list").build()

    site.put("state.txt", "two")
    pages = {name: content for name, content in bytes_of(site.build().dir).items() if name.endswith(".html")}

    assert [name for name, content in pages.items() if b"?one" in content] == []


TEMPLATES = {
    "{{ page.title }} {{ config.site_name }} {{ page.content }} {{ page.toc }}": True,
    "{% for item in nav %}{{ item.title }}{% if item.meta %}{{ item.meta.icon }}{% endif %}{% endfor %}": True,
    "{{ config.mdx_configs.toc }} {{ lang.t('meta.comments') }}": True,
    "{% block content %}{{ super() }}{% endblock %}": True,
    "{% for item in nav %}{{ item.content }}{% endfor %}": False,
    "{{ page.next_page and page.next_page.content }}": False,
    "{% set other = page.next_page %}{{ other and other.toc }}": False,
    "{{ page.previous_page and page.previous_page['markdown'] }}": False,
    "{% for file in pages %}{{ file.page.title }}{% endfor %}": False,
    "{{ nav.pages | map(attribute='content') | join }}": False,
    "{{ nav | map(attribute='content') | join }}": False,
    "{{ page | attr('article') }}": False,
    "{{ build_date_utc }}": False,
    "{{ blogposts(limit=2) }}": False,
    "{{ page.posts }} {{ page.view }}": False,
    "{{ page.update_date }}": False,
    "{{ config.plugins['material/search'].search_index }}": False,
}


@pytest.mark.parametrize(("template", "is_kept"), TEMPLATES.items(), ids=TEMPLATES.keys())
def test_pages_of_own_templates_are_kept_where_these_reach_no_further(
    site: Site,
    template: str,
    is_kept: bool,  # noqa: FBT001
) -> None:
    site.write(SITE).put("theme/main.html", '{% extends "base.html" %}\n{% block outdated %}{% endblock %}\n')
    site.put(
        "theme/partials/copyright.html", f"{{% if page %}}{template}{{% endif %}}" if "block" not in template else ""
    )
    if "block" in template:
        site.put("theme/main.html", f'{{% extends "base.html" %}}\n{template}\n')
    site.config(theme={"name": "material", "custom_dir": "theme"}).build(strict=True)

    assert bool(pages_of(site)) is is_kept


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs"])
def test_a_home_page_that_tells_the_time_is_not_kept(site: Site, monkeypatch: pytest.MonkeyPatch, theme: str) -> None:
    site.config(theme=theme).blogposts(blog_dir=".").put("docs/posts/a.md", "---\ndate: 2024-01-01\n---\n# A\n")
    site.build()
    assert pages_of(site)

    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1735200000")

    assert "2024-12-26" in site.build().page("").html


def test_two_blogs_that_both_have_a_part_in_a_page_are_both_up_to_date(site: Site) -> None:
    site.config(
        plugins=["search", {"blogposts": {"backlinks": True}}, {"blogposts": {"blog_dir": "news", "backlinks": True}}]
    )
    site.put("docs/index.md", "# Home\n").put("docs/guide.md", "# Guide\n")
    site.put("docs/blog/posts/a.md", "---\ntitle: A\ndate: 2024-01-01\n---\n[guide](../../guide.md)\n")
    site.put("docs/news/posts/b.md", "---\ntitle: B\ndate: 2024-01-01\n---\n[guide](../../guide.md)\n")
    site.build(strict=True)

    site.put("docs/news/posts/b.md", "---\ntitle: Bee\ndate: 2024-01-01\n---\n[guide](../../guide.md)\n")

    assert [card.title for card in site.build(strict=True).page("guide/").cards] == ["A", "Bee"]


SEARCH = """
from material.plugins.search.plugin import SearchIndex
class Index(SearchIndex):
    def create_entry_for_section(self, section, *args):
        section.text = [state()]
        super().create_entry_for_section(section, *args)

def on_pre_build(config):
    plugin = config.plugins["material/search"]
    plugin.search_index = Index(**plugin.config)
"""


def test_what_an_unknown_search_index_makes_of_a_page_is_never_old(site: Site) -> None:
    site.write(SITE).put("state.txt", "one").config(hooks=["hook.py"])
    site.put("hook.py", STATE.format(state=str(site.root / "state.txt"), code=SEARCH)).build(strict=True)

    site.put("state.txt", "two")

    assert {entry["text"] for entry in site.build(strict=True).search} == {"two"}


EXTENSION = """
from pathlib import Path
from markdown import Extension
from markdown.preprocessors import Preprocessor

class Say(Preprocessor):
    def run(self, lines):
        return [line.replace("One", Path({state!r}).read_text(encoding="utf-8")) for line in lines]

class Sayer(Extension):
    def extendMarkdown(self, md):
        md.preprocessors.register(Say(md), "say", 1000)

def on_config(config):
    config.markdown_extensions.append(Sayer())
"""


def test_texts_of_an_unknown_extension_are_converted_each_time(site: Site) -> None:
    site.write(SITE).put("say.txt", "First").config(hooks=["say.py"])
    site.put("say.py", EXTENSION.format(state=str(site.root / "say.txt")))
    site.blogposts(workers=2)
    assert "First, with a" in site.build(strict=True).page("blog/2024/01/01/a/").text

    site.put("say.txt", "Second")

    assert "Second, with a" in site.build(strict=True).page("blog/2024/01/01/a/").text
    assert kinds_in(site.root / ".cache") <= {"page", "reading"}


def shown(site: Site) -> str:
    built = site.build(strict=True)
    return built.page("blog/").text + built.page("blog/2024/01/01/a/").text


@pytest.mark.parametrize(
    ("head", "text", "options"),
    [
        ("", '--8<-- "part.md"', {}),
        ("", "Text.", {"auto_append": ["part.md"]}),
        ("excerpt: '--8<-- \"part.md\"'\n", "Text.", {}),
    ],
    ids=["in a text", "below each text", "in front matter"],
)
def test_texts_with_snippets_are_converted_each_time(
    site: Site, head: str, text: str, options: dict[str, object]
) -> None:
    site.config(markdown_extensions=[{"pymdownx.snippets": {"base_path": [str(site.root)], **options}}])
    site.put("docs/blog/posts/a.md", f"---\ntitle: A\ndate: 2024-01-01\n{head}---\n{text}\n").put(
        "part.md", "First part"
    )
    assert "First part" in shown(site)

    site.put("part.md", "Second part")

    assert "Second part" in shown(site)
