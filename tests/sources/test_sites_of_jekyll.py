"""Posts, drafts and talks of a Jekyll site in a site of ours: whose word counts, and what is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.site import Site


def test_config_beside_mkdocs_yml_holds_for_the_files_of_jekyll_only(site: Site) -> None:
    site.write("""
        _config.yml
        | permalink: /:year/:title/
        | timezone: Asia/Tokyo
        | defaults:
        |   - scope: {path: _posts}
        |     values: {tags: [given]}
        _posts/2024-01-31-jekyll.md
        | ---
        | date: 2024-12-31 18:00:00
        | ---
        | Text.
        docs/blog/posts/2024-02-01-layout.md
        | ---
        | title: Layout
        | layout: post
        | ---
        | Text.
        docs/blog/posts/material.md
        | ---
        | date: 2024-02-02 18:00:00
        | ---
        | # Material
    """)

    built = site.build(strict=True)

    cards = built.page("blog/").cards
    assert [(card.title, card.url, card.date, card.tags) for card in cards] == [
        ("Jekyll", "2025/jekyll/", "2025-01-01T03:00:00+09:00", ("given",)),
        ("Material", "blog/2024/02/02/material/", "2024-02-02T18:00:00+00:00", ()),
        ("Layout", "blog/2024/02/01/layout/", "2024-02-01", ()),
    ]


def test_without_a_config_urls_are_ours(site: Site) -> None:
    site.put("_posts/2024-01-31-x.md", "Text.")

    assert site.build(strict=True).page("blog/").cards[0].url == "blog/2024/01/31/x/"


def test_options_win_over_the_config_even_where_they_say_what_they_always_do(site: Site) -> None:
    site.blogposts(timezone="UTC", post_permalink=None).write("""
        docs/_config.yml
        | permalink: /:title/
        | timezone: Asia/Tokyo
        docs/_posts/2024-01-31-x.md
        | ---
        | date: 2024-01-31 23:00:00
        | ---
        | Text.
    """)

    built = site.build(strict=True)

    assert built.page("blog/").cards[0].url == "blog/2024/01/31/x/"
    assert "_config.yml" not in built.files


def test_posts_to_come_wait_where_the_config_says_so(site: Site) -> None:
    for name, config in {"said": "future: false", "unsaid": ""}.items():
        site.put("_config.yml", config).put("_posts/2098-01-01-far.md", "Text.")

        built = site.build()

        assert (f"{'2098/01/01/far.html'}" in built.files) == (name == "unsaid")


def test_the_excerpt_ends_where_the_config_says(site: Site) -> None:
    site.put("_config.yml", "excerpt_separator: '<!--break-->'\n")
    site.put("_posts/2024-01-31-x.md", "One.\n\nTwo.\n<!--break-->\nThree.\n")

    assert site.build(strict=True).page("blog/").cards[0].excerpt == "One. Two."


def test_the_config_nearest_to_the_blog_counts(site: Site) -> None:
    site.blogposts(blog_dir="news")
    site.put("docs/news/_config.yml", "permalink: /near/:title/").put("docs/_config.yml", "permalink: /far/:title/")
    site.put("docs/news/_posts/2024-01-31-x.md", "Text.").put("docs/news/es/_posts/2024-01-30-y.md", "Text.")

    cards = site.build(strict=True).page("news/").cards

    assert [card.url for card in cards] == ["near/x/", "near/y/"]


def test_a_whole_jekyll_site_may_lie_beside_mkdocs_yml(site: Site) -> None:
    site.put("_config.yml", "permalink: /:categories/:title/\nexclude: [old]")
    for folder in ("", "es/", "a/b/", "old/", "node_modules/x/", "served/", ".venv/", "_hidden/"):
        site.put(f"{folder}_posts/2024-01-31-x.md", f"---\ntitle: In {folder}\n---\nText.")

    with site.serve() as preview:
        built = preview.build()
        assert str(site.root / "es" / "_posts") in preview.watched

    assert {(card.title, card.url) for card in built.page("blog/").cards} == {
        ("In", "x/"),
        ("In es/", "es/x/"),
        ("In a/b/", "a/b/x/"),
    }


def test_without_a_config_only_folders_beside_mkdocs_yml_are_looked_at(site: Site) -> None:
    site.put("es/_posts/2024-01-31-x.md", "Text.").put("_posts/2024-01-30-y.md", "Text.")

    assert [card.title for card in site.build(strict=True).page("blog/").cards] == ["Y"]


def test_a_post_that_is_html_stays_as_it_is(site: Site) -> None:
    site.write("""
        _posts/2024-01-31-page.html
        | ---
        | title: A page
        | tags: raw
        | ---
        | <div>
        |
        |     <p>Not *code*, see <a href="2024-01-30-other.mkdown">that</a>.</p>
        |
        | </div>
        | <!--more-->
        | <p>Below.</p>
        _posts/2024-01-30-other.mkdown
        | ---
        | title: Other
        | ---
        | See [a page](2024-01-31-page.html).
    """)

    built = site.build(strict=True)

    page = built.page("blog/2024/01/31/page/")
    assert page.heading == "A page"
    assert "Not *code*, see that. Below." in " ".join(page.text.split())
    assert ("that", "blog/2024/01/30/other/") in page.links
    assert "_posts/2024-01-31-page.html" not in built.files
    assert ("a page", "blog/2024/01/31/page/") in built.page("blog/2024/01/30/other/").links
    assert {card.title for card in built.page("blog/tag/raw/").cards} == {"A page"}


def test_what_jekyll_passes_over_is_told_once(site: Site) -> None:
    site.put("_config.yml", "exclude: [_posts/2024-01-29*]")
    for name in ("2024-01-31-x.md", "notes.md", "_2024-01-31-y.md", "2024-01-29-z.md", "2024-01-30-page/index.md"):
        site.put(f"_posts/{name}", "Text.")
    site.put("_drafts/_idea.md", "Text.")

    built = site.build(strict=True)

    assert [card.title for card in built.page("blog/").cards] == ["X"]
    told = [message for _, message in built.log if message.startswith("Skipped")]
    assert told == [
        (
            "Skipped, as in Jekyll, by name or by `exclude`: _posts/2024-01-29-z.md,"
            " _posts/2024-01-30-page/index.md, _posts/_2024-01-31-y.md, _posts/notes.md, _drafts/_idea.md"
        )
    ]


def test_faults_of_the_config_are_told_with_their_place(site: Site) -> None:
    site.put("_config.yml", "title: x\ntimezone: Mars\n").put("_posts/2024-01-31-x.md", "Text.")

    built = site.build()

    assert built.exit_code == 0
    assert built.faults == [
        "_config.yml:2:11: timezone: there is no time zone 'Mars'\n    write one such as UTC or Europe/Lisbon"
    ]


def test_serve_follows_the_config(site: Site) -> None:
    site.put("_config.yml", "permalink: /a/:title/").put("_posts/2024-01-31-x.md", "Text.")

    with site.serve() as preview:
        assert preview.build().page("blog/").cards[0].url == "a/x/"
        assert str(site.root / "_config.yml") in preview.watched
        site.put("_config.yml", "permalink: /b/:title/")
        assert preview.build().page("blog/").cards[0].url == "b/x/"


def test_source_leads_to_the_folder_of_the_site(site: Site) -> None:
    site.write("""
        _config.yml
        | source: old
        | permalink: /:title/
        old/_posts/2024-01-31-x.md
        | {% include part.html %}
        old/_includes/part.html
        | From a part.
    """)

    assert site.build(strict=True).page("x/").text.endswith("From a part.")


def test_of_several_configurations_the_later_win(site: Site) -> None:
    site.blogposts(jekyll_config=["conf/all.yml", "conf/own.yml", "conf/gone.yml"]).write("""
        _config.yml
        | permalink: /nearest/:title/
        conf/all.yml
        | permalink: /:year/:title/
        | defaults:
        |   - scope: {path: _posts}
        |     values: {tags: [given]}
        conf/own.yml
        | permalink: /:title/
        _posts/2024-01-31-x.md
        | Text.
    """)

    built = site.build()

    assert built.page("blog/").cards[0].url == "x/"
    assert built.page("blog/").cards[0].tags == ("given",)
    assert built.warnings == ["There is no file 'conf/gone.yml', which `jekyll_config` names"]
