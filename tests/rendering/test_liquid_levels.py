"""How loudly Liquid is reported of which Jekyll makes the same as we, so that nothing is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.site import Site

SAID = {
    "one": "_posts/2024-01-31-a.md:5:13: liquid: there is no filter 'starry'\n    if a plugin of Jekyll brings it, do "
    "without it: what it is to change stays as it is",
    "none": "_posts/2024-01-31-a.md:5:13: liquid: there is no filter 'starry'\n    Jekyll passes over it as well: what "
    "it is to change stays as it is",
    "lax": "_posts/2024-01-31-a.md:6:18: liquid: this is not quite Liquid: expected end of expression, found '|'\n    "
    "what can be read of it is shown, as in Jekyll; put text between `{% raw %}` and `{% endraw %}`",
    "tag": "_posts/2024-01-31-a.md:7:1: liquid: there is no tag 'rocket'\n    it shows nothing; write "
    "`_includes/tags/rocket.html` to say what it becomes",
}


@pytest.mark.parametrize(
    ("config", "plugin", "warned"),
    [
        pytest.param("plugins: [jekyll-feed, jekyll-seo-tag]\n", "", ("tag",), id="no plugin with filters"),
        pytest.param("plugins: [jekyll-stars]\n", "", ("tag", "one"), id="a plugin that nobody knows"),
        pytest.param("title: T\n", "_plugins/stars.rb", ("tag", "one"), id="a plugin in the site"),
        pytest.param("", "", ("tag", "one"), id="no configuration"),
    ],
)
def test_what_jekyll_shows_as_well_is_a_remark(site: Site, config: str, plugin: str, warned: tuple[str, ...]) -> None:
    for name, text in {"_config.yml": config, plugin: "# Ruby\n"}.items():
        if name and text:
            site.put(name, text)
    text = "Of {{ 'a' | starry }}.\n{% if 'b' == 'b' | upcase %}b{% endif %}\n{% rocket %}"
    built = site.put("_posts/2024-01-31-a.md", f"---\ntitle: A\npermalink: /a/\n---\n{text}\n").build()

    told = [line for line in built.infos if ": liquid: " in line]
    assert (sorted(built.warnings), sorted(told)) == (
        sorted(SAID[name] for name in warned),
        sorted([SAID["lax"], *([] if "one" in warned else [SAID["none"]])]),
    )
    assert "Of a." in built.page("a/").text


def test_a_link_to_a_page_leads_to_the_listing_in_its_place(site: Site) -> None:
    site.blogposts(blog_dir="news", jekyll_pages=True)
    text = "[all]({% link news.html %}) [home]({% link index.html %}) [gone]({% link olds.html %})"
    site.put("_posts/2024-01-31-a.md", f"---\ntitle: A\npermalink: /a/\n---\n{text}\n").put("docs/index.md", "# Home\n")
    built = site.build()

    assert [fault.partition("\n")[0] for fault in built.warnings] == [
        "_posts/2024-01-31-a.md:5:66: liquid: there is no file 'olds.html'"
    ]
    assert [link.url for link in built.page("a/").links if link.text == "all"] == ["news/"]
