"""Every post, talk and listing says once what it is, in whatever theme."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from tests.heads.metadata_site import PAGES, POST, graph_of, open_graph_of, put_metadata_site
from tests.site import Site

if TYPE_CHECKING:
    from tests.built import Built, Page

ROOT = "https://example.org/notes/"


@pytest.fixture(scope="module", params=["material", "mkdocs", "readthedocs"])
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    site = put_metadata_site(Site(tmp_path_factory.mktemp("site")), request.param)
    return site.build(strict=True)


def said(page: Page, selector: str, attribute: str) -> list[str | None]:
    """An attribute of each element of a head."""
    return [node.attributes.get(attribute) for node in page.css(f"head {selector}")]


@pytest.mark.parametrize("url", PAGES)
def test_nothing_is_said_twice(built: Built, url: str) -> None:
    assert built.exit_code == 0, built.log
    page = built.page(url)
    names = Counter(name for key in ("name", "property") for name in said(page, f"meta[{key}]", key))
    several = {"article:author", "article:tag", "fediverse:creator"}

    assert {name: number for name, number in names.items() if number > 1 and name not in several} == {}
    assert {"description", "og:type", "og:title", "og:description", "og:url", "og:site_name", "twitter:card"} <= set(
        names
    )
    assert len(page.css("head title")) == 1
    canonical = said(page, "link[rel=canonical]", "href")
    assert canonical == [page.meta("og:url")]
    assert canonical == ["https://example.com/first/" if "elsewhere" in url else f"{ROOT}{url}"]
    assert page.meta("og:description") == page.meta("description")
    assert len(page.css("script[type='application/ld+json']")) == 1


def test_each_page_has_a_description_of_its_own(built: Built) -> None:
    told = {url: built.page(url).meta("description") for url in PAGES}

    assert told == {
        POST: 'What the "gauge" said',
        "blog/2024/01/30/plain/": "It rained all day.",
        "blog/2024/01/29/elsewhere/": "Text.",
        "talks/surge/": "Tutorial at EuroSciPy, Ghent, Belgium",
        "talks/undated/": "Words.",
        "talks/": "2 talks: EuroSciPy, PyConf",
        "blog/": "3 posts on Site",
        "blog/page/2/": "3 posts on Site - Page 2",
        "blog/tag/storm/": "2 posts, 1 talk tagged storm",
        "blog/tag/storm/page/2/": "2 posts, 1 talk tagged storm - Page 2",
        "blog/tags/": "Tags: C#, storm",
        "blog/archive/2024/": "3 posts from 2024",
        "blog/category/field-notes/": "1 post in Field notes",
        "blog/author/jane/": "2 posts, 1 talk by Jane Doe",
        "blog/author/joe/": "1 post by Joe",
    }


@pytest.mark.parametrize(
    ("url", "title"),
    [
        ("blog/", "Blog - Site"),
        ("blog/page/2/", "Blog - Page 2 - Site"),
        ("blog/tag/storm/page/2/", "storm - Page 2 - Site"),
        ("blog/author/jane/page/2/", "Jane Doe - Page 2 - Site"),
    ],
)
def test_a_further_page_has_its_number_in_its_title(built: Built, url: str, title: str) -> None:
    assert built.page(url).title == title
    assert built.page(url).meta("og:title") == title.removesuffix(" - Site")


def test_open_graph_has_all_of_a_post(built: Built) -> None:
    assert open_graph_of(built.page(POST)) == [
        ("og:type", "article"),
        ("og:title", "Tides & storms"),
        ("og:description", 'What the "gauge" said'),
        ("og:url", f"{ROOT}{POST}"),
        ("og:site_name", "Site"),
        ("og:locale", "en_US"),
        ("article:published_time", "2024-01-31T09:30:00+01:00"),
        ("article:modified_time", "2024-02-29T00:00:00+00:00"),
        ("article:author", "https://jane.example/"),
        ("article:author", f"{ROOT}blog/author/joe/"),
        ("article:section", "Field notes"),
        ("article:tag", "storm"),
        ("article:tag", "C#"),
        ("og:image", f"{ROOT}blog/gauge.png"),
        ("og:image:type", "image/png"),
        ("og:image:width", "640"),
        ("og:image:height", "360"),
        ("og:image:alt", "A gauge in a bucket"),
    ]
    assert built.page(POST).meta("twitter:card") == "summary_large_image"


def test_a_picture_that_no_chat_shows_is_not_offered(built: Built) -> None:
    page = built.page("blog/2024/01/29/elsewhere/")

    assert page.meta("og:image") is None
    assert page.meta("twitter:card") == "summary"
    assert graph_of(page)["BlogPosting"]["image"] == "https://example.com/picture.svg"


def test_an_author_is_vouched_for(built: Built) -> None:
    vouched = ["https://social.example/@jane", "https://code.example/jane"]

    assert said(built.page(POST), 'meta[name="fediverse:creator"]', "content") == ["@jane@social.example"]
    assert said(built.page("blog/author/jane/"), "link[rel=me]", "href") == vouched
    assert said(built.page(POST), "link[rel=me]", "href") == []
    assert said(built.page("blog/author/joe/"), "link[rel=me]", "href") == []
    assert graph_of(built.page("blog/author/jane/"))["ProfilePage"]["mainEntity"] == {
        "@type": "Person",
        "name": "Jane Doe",
        "description": "Reads gauges",
        "url": "https://jane.example/",
        "sameAs": vouched,
    }


@pytest.mark.parametrize("url", PAGES)
def test_schema_org_knows_every_thing_and_property(built: Built, url: str) -> None:
    graph = graph_of(built.page(url))

    steps = graph["BreadcrumbList"]["itemListElement"]
    assert [step["position"] for step in steps] == [*range(1, len(steps) + 1)]
    assert steps[0] == {"@type": "ListItem", "position": 1, "name": "Site", "item": ROOT}
    assert steps[-1]["item"] == f"{ROOT}{url}"
    assert {"BlogPosting", "Event", "VideoObject", "Blog", "CollectionPage", "ProfilePage"} & set(
        graph
    ) or "undated" in url


def test_a_way_leads_to_each_page(built: Built) -> None:
    ways = {
        url: [step["name"] for step in graph_of(built.page(url))["BreadcrumbList"]["itemListElement"]] for url in PAGES
    }

    assert ways[POST] == ["Site", "Blog", "Tides & storms"]
    assert ways["talks/surge/"] == ["Site", "Talks", "Storm surge"]
    assert ways["talks/"] == ["Site", "Talks"]
    assert ways["blog/"] == ["Site", "Blog"]
    assert ways["blog/page/2/"] == ["Site", "Blog", "Blog - Page 2"]
    assert ways["blog/tag/storm/page/2/"] == ["Site", "Blog", "Tags", "storm", "storm - Page 2"]
    assert ways["blog/author/joe/"] == ["Site", "Blog", "Joe"]


def test_a_post_is_a_posting(built: Built) -> None:
    posting = graph_of(built.page(POST))["BlogPosting"]

    assert posting["headline"] == "Tides & storms"
    assert posting["datePublished"] == "2024-01-31T09:30:00+01:00"
    assert posting["dateModified"] == "2024-02-29T00:00:00+00:00"
    assert [author["name"] for author in posting["author"]] == ["Jane Doe", "Joe"]
    assert posting["articleSection"] == ["Field notes"]
    assert posting["keywords"] == ["storm", "C#"]
    assert posting["inLanguage"] == "en"
    assert posting["timeRequired"] == "PT1M"
    assert posting["image"]["url"] == f"{ROOT}blog/gauge.png"
    assert posting["isPartOf"]["url"] == f"{ROOT}blog/"


def test_a_talk_is_an_event_with_its_recording(built: Built) -> None:
    event = graph_of(built.page("talks/surge/"))["Event"]

    assert (event["startDate"], event["endDate"]) == ("2024-05-05", "2024-05-06")
    assert event["eventStatus"] == "https://schema.org/EventScheduled"
    assert event["eventAttendanceMode"] == "https://schema.org/OfflineEventAttendanceMode"
    assert event["location"] == {"@type": "Place", "name": "EuroSciPy", "address": "Ghent, Belgium"}
    assert [speaker["name"] for speaker in event["performer"]] == ["Jane Doe", "Someone"]
    assert event["superEvent"]["name"] == "EuroSciPy"
    assert event["recordedIn"]["embedUrl"] == "https://www.youtube-nocookie.com/embed/abcdefghijk"
    assert "Event" not in graph_of(built.page("talks/undated/"))


def test_a_listing_names_what_is_on_it(built: Built) -> None:
    assert [post["headline"] for post in graph_of(built.page("blog/"))["Blog"]["blogPost"]] == ["Tides & storms"]
    second = graph_of(built.page("blog/tag/storm/"))["CollectionPage"]["mainEntity"]["itemListElement"]
    assert [(item["name"], item["url"]) for item in second] == [
        ("Tides & storms", f"{ROOT}{POST}"),
        ("Storm surge", f"{ROOT}talks/surge/"),
    ]


def test_the_sitemap_has_the_dates_of_posts(built: Built) -> None:
    days = built.sitemap

    assert days[f"{ROOT}{POST}"] == "2024-02-29"
    assert days[f"{ROOT}blog/"] == "2024-02-29"
    assert days[f"{ROOT}blog/2024/01/30/plain/"] == "2024-01-30"
