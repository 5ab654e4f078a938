"""Where authors lead in templates, whichever way these print it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.site import Site

OF_AUTHORS = """\
{% for author in page.authors %}
<a href="{{ author.url }}"><img src="{{ author.avatar }}"></a>
<a href="{{ author.url | url }}"><img src="{{ author.avatar | url }}"></a>
{% endfor %}
"""


OF_SITE = """\
authors:
  ada: {{name: Ada, description: Writes, url: "{path}about/", avatar: "{path}ada.png"}}
  bob: {{name: Bob, description: Reads, url: "{root}", avatar: "https://example.net/bob.png"}}
  cy: {{name: Cy, description: Waits, url: "/gone/", avatar: "{root}gone.png"}}
"""


def test_a_template_may_print_the_path_of_an_author_as_it_is(site: Site) -> None:
    site.put("overrides/blog-post.html", OF_AUTHORS).config(theme={"name": "material", "custom_dir": "overrides"})
    site.put("docs/about.md", "# About\n").put("docs/ada.png", "-").put("docs/index.md", "# Home\n")
    site.put("docs/blog/posts/a.md", "---\ndate: 2024-01-31\nauthors: [ada, bob, cy]\n---\n# A\n")

    for path in ("/", "/sub/"):
        root = f"https://example.org{path}"
        site.put("docs/blog/.authors.yml", OF_SITE.format(path=path, root=root))
        found = []
        for name in ("blog", "blogposts"):
            built = site.config(plugins=["search", name], site_url=root).build(strict=True)
            found.append(built.read("blog/2024/01/31/a/index.html").replace(root, path))

        assert found[0] == found[1]
        assert found[0].count(f'href="{path}about/"') == found[0].count(f'src="{path}ada.png"') == 2
        assert found[0].count(f'href="{path}"') == 2


def test_an_author_may_lead_to_the_home_page(site: Site) -> None:
    site.put("docs/index.md", "# Home\n").config(theme={"name": "material"}, site_url="https://example.org/")
    site.put("docs/blog/.authors.yml", OF_SITE.format(path="/", root="https://example.org/"))
    site.put("docs/blog/posts/a.md", "---\ndate: 2024-01-31\nauthors: [bob]\n---\n# A\n")

    page = site.build(strict=True).page("blog/2024/01/31/a/")

    assert ("Bob", "") in [(link.text, link.url.removeprefix("./")) for link in page.links]
