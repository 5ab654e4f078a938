"""What hooks and templates written for Material's blog set and read on authors and settings of posts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.built import text_of

if TYPE_CHECKING:
    import pytest

    from tests.site import Site

AUTHORS = """\
authors:
  ada:
    name: Ada
    description: Writes & reads
    avatar: https://example.org/ada.png
    github: ada-l
    link: https://example.org/ada
    social:
      - {icon: fontawesome/brands/mastodon, name: "@ada & co"}
  bob: {name: Bob, description: Reads, avatar: https://example.org/bob.png}
"""

TEMPLATE = """\
{% extends "blog-post.html" %}
{% block content %}
{{ super() }}
{% for author in page.authors %}
<p class="mine">{{ author.name }}|{{ author["description"] }}|{{ author.github }}|{{ author.link }}|
{%- for each in author.social %}{{ each.icon }} {{ each.name }}{% endfor %}|{{ author.get("rank") }}</p>
{% endfor %}
<p class="mine">{{ page.config.readtime }}|{{ page.config.date.created.year }}|{{ page.config.get("level") }}|
{%- for key in page.config %}{{ key }} {% endfor %}|{{ "pin" in page.config }}</p>
{% endblock %}
"""

HOOK = """\
from pathlib import Path


def on_page_markdown(markdown, page, config, files):
    if page.file.src_uri == "blog/posts/b.md":
        page.config.readtime = 7
        page.config["level"] = "hard"


def on_env(env, config, files):
    for file in files.documentation_pages():
        page = file.page
        for author in getattr(page, "authors", []):
            author.name = {"Ada": "Ада"}.get(author.name, author.name)
            author["rank"] = 1
        if page.file.src_uri == "blog/posts/a.md":
            page.config.readtime = int(Path(__file__).with_name("minutes.txt").read_text())
"""


def write(site: Site) -> None:
    site.put("docs/blog/.authors.yml", AUTHORS).put("docs/index.md", "# Home\n").put("docs/blog/index.md", "# Blog\n")
    site.put("hook.py", HOOK).put("minutes.txt", "42")
    for name, authors in {"a": "[ada]", "b": "[bob, ada]"}.items():
        site.put(f"docs/blog/posts/{name}.md", f"---\ndate: 2025-01-01\nauthors: {authors}\n---\n# {name}\n\nText.\n")


def test_hooks_may_set_what_posts_say_of_authors_and_of_themselves(site: Site) -> None:
    write(site)
    site.put("over/mine.html", TEMPLATE).put("docs/blog/posts/.meta.yml", "template: mine.html\n")
    site.config(theme={"name": "material", "custom_dir": "over"}, hooks=["hook.py"], site_url="https://example.org/")

    found = []
    for name, options in (("blog", {}), ("blogposts", {"view_layout": "list"}), ("blogposts", {})):
        built = site.config(plugins=["meta", "search", {name: options}]).build(strict=True)
        assert (built.exit_code, [*map(str, built.faults)]) == (0, [])
        pages = [built.page(f"blog/2025/01/01/{post}/") for post in "ab"]
        found.append([text_of(part) for page in pages for part in page.css(".mine")])
        listed = built.page("blog/")
        assert ("42 min" in listed.text, "7 min" in listed.text, "Ада" in pages[0].text) == (True, True, True)

    assert found[0][0] == "Ада|Writes & reads|ada-l|https://example.org/ada|fontawesome/brands/mastodon @ada & co|1"
    assert found[1:] == found[:1] * 2
    assert ("Ада" in listed.text, "Ada" in listed.text) == (True, False)


def test_a_build_after_another_shows_what_hooks_set_then(site: Site) -> None:
    write(site)
    site.config(hooks=["hook.py"]).blogposts()

    for minutes in (42, 42, 43):
        site.put("minutes.txt", f"{minutes}")
        built = site.build()
        assert f"{minutes} min" in built.page("blog/").text
        assert f"{minutes} min" in built.page("blog/2025/01/01/a/").text


HOOK_OF_TEXTS = """\
from mkdocs.plugins import event_priority


@event_priority(50)
def on_config(config):
    config.plugins["material/blog"].config.enabled = True


def on_env(env, config, files):
    page = next(file.page for file in files if file.src_uri == "blog/posts/a.md")
    page.config.readtime = "5"
    for author in page.authors:
        author.name, author.description = f"{author.name} (guest)", f"<em>{author.description}</em>"
        assert author.copy() == author and "data" not in author
"""


def test_a_hook_may_switch_the_blog_on_and_put_texts_together_from_what_there_is(site: Site) -> None:
    site.put("hook.py", HOOK_OF_TEXTS).put("docs/index.md", "# Home\n").config(hooks=["hook.py"])
    site.put("docs/blog/.authors.yml", AUTHORS.replace("name: Ada\n", "name: Ada O'Neil & Co\n"))
    site.put("docs/blog/posts/a.md", "---\ndate: 2025-01-01\nauthors: [ada]\n---\n# Title\n\nText.\n")

    for name in ("blog", "blogposts"):
        built = site.config(plugins=[{name: {"enabled": False}}], site_url="https://example.org/").build(strict=True)
        assert (built.exit_code, [*map(str, built.faults)]) == (0, [])
        page, listed = built.page("blog/2025/01/01/title/"), built.page("blog/")
        assert ("Ada O'Neil & Co (guest)" in page.text, "Writes & reads" in page.text) == (True, True)
        assert ("5 min" in page.text, "5 min" in listed.text) == (True, True)

    assert ("Ada O'Neil & Co (guest)" in listed.text, "<em>" in page.text) == (True, False)
    [told] = json.loads(built.read("blog/feed.json"))["items"]
    assert [author["name"] for author in told["authors"]] == ["Ada O'Neil & Co (guest)"]


HOOK_OF_NAMES = """\
BLOGS = {}


def on_config(config):
    for name, plugin in config.plugins.items():
        if name.split(" ")[0].endswith("/blog") and plugin.config.enabled:
            BLOGS[plugin.config.blog_dir] = plugin
            plugin.config.post_url_format = "{file}/" + plugin.config.blog_dir
    assert "material/blog" in list(config.plugins) and "material/blog" in config.plugins.keys()


def on_page_context(context, page, config, nav):
    names = [name for name in config.plugins if name.startswith("material/blog")]
    for name, plugin in config.plugins.items():
        if name in names and page.is_homepage:
            page.content += "".join(f'<p class="mine">{post.url}</p>' for post in plugin.blog.posts)
"""


def test_a_hook_that_goes_through_all_plugins_finds_blogs_by_their_names(site: Site) -> None:
    site.put("hook.py", HOOK_OF_NAMES).put("docs/index.md", "# Home\n").config(hooks=["hook.py"])
    for folder in ("blog", "news"):
        site.put(f"docs/{folder}/posts/a.md", "---\ndate: 2025-01-01\n---\n# Title\n")

    found = []
    for name in ("blog", "blogposts"):
        built = site.config(plugins=["search", {name: {}}, {name: {"blog_dir": "news"}}]).build(strict=True)
        assert (built.exit_code, [*map(str, built.faults)]) == (0, [])
        found.append([text_of(part) for part in built.page("").css(".mine")])

    assert found == [["blog/a/blog/", "news/a/news/"]] * 2


BESIDE_A_HOOK = """\
def on_config(config):
    blogs = [plugin for name, plugin in config.plugins.items() if name.split(" ")[0].endswith("/blog")]
    assert blogs == [config.plugins["material/blog"]]
    config.plugins["material/blog"].config.post_url_format = "{file}"


def on_files(files, config):
    assert config.plugins.get("material/blog").config.post_url_format == "{file}"
"""


def test_what_is_no_hook_finds_the_blog_from_the_first_event_on(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(site.root)
    site.put("beside_a_hook.py", BESIDE_A_HOOK).put("hook.py", "from beside_a_hook import on_config, on_files\n")
    site.put("docs/index.md", "# Home\n").put("docs/blog/posts/a.md", "---\ndate: 2025-01-01\n---\n# Title\n")
    site.config(hooks=["hook.py"])

    for name in ("blog", "blogposts"):
        built = site.config(plugins=["search", name]).build(strict=True)
        assert (built.exit_code, [*map(str, built.faults)]) == (0, [])
        assert "blog/a/" in built.pages


HOOK_OF_TAGS = """\
from mkdocs.structure.files import File


def on_files(files, config):
    files.append(File.generated(config, "blog/tag/go.md", content="---\\ntemplate: blog.html\\n---\\n# Go\\n"))


def on_page_context(context, page, config, nav):
    if page.file.src_uri == "blog/tag/go.md":
        plugin = config.plugins["material/blog"]
        context["posts"] = [plugin._render_post(post.excerpt, page) for post in plugin.blog.posts]
        context["pagination"] = None
"""


def test_a_hook_may_make_the_page_of_a_tag(site: Site) -> None:
    site.put("hook.py", HOOK_OF_TAGS).put("docs/index.md", "# Home\n").config(hooks=["hook.py"])
    for name in "ab":
        site.put(f"docs/blog/posts/{name}.md", f"---\ndate: 2025-01-01\ntags: [Go]\n---\n# {name}\n\nText.\n")

    theirs, ours = (site.config(plugins=[name]).build(strict=True, into=name) for name in ("blog", "blogposts"))

    assert (ours.exit_code, [*map(str, ours.faults)]) == (0, [])
    headings = [text_of(heading) for heading in theirs.page("blog/tag/go/").css("article :is(h1, h2)")]
    assert headings == ["a", "b"]
    assert [text_of(heading) for heading in ours.page("blog/tag/go/").css("article :is(h1, h2)")] == headings
