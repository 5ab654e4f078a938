"""Profiles of the author, as links with icons."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.utils import get_theme_dir

from mkdocs_blogposts.jekyll.jekyll_config import JekyllConfig
from mkdocs_blogposts.migration.source_site.old_site import JekyllSite
from mkdocs_blogposts.migration.source_site.profiles import SERVICES, profiles_of


def profiles(**config: Any) -> list[tuple[str, str]]:
    """Icon and link of each profile of a site."""
    site = JekyllSite(root=Path(), name="site", jekyll=JekyllConfig(values=config))
    return [(profile.icon.rpartition("/")[2], profile.link) for profile in profiles_of(site)]


def test_the_author_of_academicpages() -> None:
    author = {
        "email": "a@b.example",
        "github": "ada",
        "googlescholar": "https://scholar.google.com/citations?user=x",
        "twitter": "@ada",
        "publons": "http://publons.com/a/1",
        "research_gate": "Ada-Lovelace",
        "google_plus": "ada",
        "orcid": None,
        "linkedin": "",
        "bluesky": 5,
    }

    assert profiles(author=author) == [
        ("envelope", "mailto:a@b.example"),
        ("github", "https://github.com/ada"),
        ("bluesky", "https://bsky.app/profile/5"),
        ("x-twitter", "https://x.com/ada"),
        ("google-scholar", "https://scholar.google.com/citations?user=x"),
        ("researchgate", "https://www.researchgate.net/profile/Ada-Lovelace"),
        ("link", "http://publons.com/a/1"),
    ]


def test_links_of_minimal_mistakes_and_of_seo_tag() -> None:
    assert profiles(
        author={"links": [{"label": "Web", "url": "https://a.example"}, {"url": "/local/"}, 5]},
        footer={"links": [{"label": "GitHub", "url": "https://www.github.com/ada"}, {"url": "mailto:a@b.example"}]},
        social={"links": ["https://github.com/ada", "javascript:alert(1)", "https://["]},
        twitter={"username": "ada"},
        linkedin_username="ada",
    ) == [
        ("x-twitter", "https://x.com/ada"),
        ("linkedin", "https://www.linkedin.com/in/ada"),
        ("github", "https://www.github.com/ada"),
        ("envelope", "mailto:a@b.example"),
        ("github", "https://github.com/ada"),
        ("link", "https://a.example"),
        ("link", "https://["),
    ]


def test_values_that_are_no_profiles_are_passed_over() -> None:
    assert profiles(author=["a"], footer="b", social={"links": {"a": 1}}, twitter=5) == []


def test_material_has_every_icon() -> None:
    icons = Path(get_theme_dir("material")) / ".icons"
    wanted = [f"fontawesome/brands/{service.icon}" for service in SERVICES.values() if service.icon]
    wanted += ["fontawesome/solid/envelope", "fontawesome/solid/link"]

    assert [icon for icon in wanted if not (icons / f"{icon}.svg").is_file()] == []
