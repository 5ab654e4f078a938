"""The options of the plugin, as a site's `mkdocs.yml` gives them."""

from __future__ import annotations

from dataclasses import MISSING, Field, fields
from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin, get_type_hints

import pytest

from mkdocs_blogposts.config import BlogPostsConfig
from mkdocs_blogposts.settings import Settings

if TYPE_CHECKING:
    from tests.site import Site

OPTIONS = {setting.name: setting for setting in fields(Settings)}
KINDS = get_type_hints(Settings)


def loaded(**options: Any) -> tuple[BlogPostsConfig, list[tuple[str, str]], list[tuple[str, str]]]:
    """The options, what is wrong with them, and what is told of them."""
    config = BlogPostsConfig()
    config.load_dict(options)
    errors, warnings = config.validate()
    return config, [(key, str(error)) for key, error in errors], [(key, str(told)) for key, told in warnings]


def default_of(setting: Field[Any]) -> Any:
    return setting.default if setting.default_factory is MISSING else setting.default_factory()


def test_a_plugin_without_options_has_the_defaults() -> None:
    config, errors, warnings = loaded()
    settings = config.to_settings()

    assert errors == warnings == []
    assert {name: getattr(settings, name) for name in OPTIONS if not callable(getattr(settings, name))} == {
        name: default_of(setting) for name, setting in OPTIONS.items() if not callable(default_of(setting))
    }
    assert settings.post_slugify("Héllo Wörld!", "-") == "héllo-wörld"
    assert settings.categories_slugify("A B", "_") == "a_b"


@pytest.mark.parametrize("name", OPTIONS)
def test_each_option_takes_what_it_should_and_nothing_else(name: str) -> None:
    """What it takes is its default, or one of its choices."""
    kind, default = KINDS[name], default_of(OPTIONS[name])
    good = get_args(kind)[0] if get_origin(kind) is Literal else default
    good = list(good) if isinstance(good, tuple) else good

    assert loaded(**{name: good})[1:] == ([], [])
    for wrong in (object(), [object()], 3.5):
        assert [key for key, _ in loaded(**{name: wrong})[1]] == [name], wrong


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("pagination_per_page", "ten"),
        ("post_excerpt", "sometimes"),
        ("view_layout", "grid"),
        ("post_dialect", "hugo"),
        ("feeds_content", "some"),
        ("draft_tags", "draft"),
        ("talks", "yes"),
        ("post_slugify", "lower"),
    ],
)
def test_a_value_of_the_wrong_type_stops_a_build(site: Site, name: str, value: object) -> None:
    built = site.blogposts(**{name: value}).build()

    assert built.exit_code == 1
    assert name in "".join(built.errors)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        pytest.param(
            {"timezone": "Europe/Atlantis"},
            "there is no time zone 'Europe/Atlantis'; write one such as UTC or Europe/Lisbon",
            id="no such zone",
        ),
        pytest.param(
            {"timezone": "../../etc/passwd"},
            "there is no time zone '../../etc/passwd'; write one such as UTC or Europe/Lisbon",
            id="a zone that is a path",
        ),
        pytest.param(
            {"faults": {"typo": "warning"}},
            "there is no fault of the kind 'typo'; the kinds are front-matter, encoding, ",
            id="no such kind of fault",
        ),
        pytest.param(
            {"faults": {"date": "fatal"}},
            "date: expected 'ignore', 'info', 'warning' or 'error', got 'fatal'",
            id="no such level",
        ),
        pytest.param({"pagination_per_page": "five"}, "expected a whole number, got 'five'", id="no number"),
        pytest.param({"pagination_per_page": 2.5}, "expected a whole number, got 2.5", id="half a number"),
        pytest.param({"archive": "never"}, "expected true or false, got 'never'", id="no flag"),
        pytest.param({"archive_pagination": 3}, "expected true or false, got 3", id="a flag that need not be there"),
        pytest.param({"archive_name": [1]}, "expected text, got a list", id="no text"),
        pytest.param({"blog_dir": True}, "expected text, got true", id="no path"),
        pytest.param({"draft_tags": "wip"}, "expected a list of texts, got 'wip'", id="no list"),
        pytest.param({"view_layout": "grid"}, "expected 'cards', 'list' or 'table', got 'grid'", id="no choice"),
        pytest.param(
            {"feeds_formats": ["rdf"]},
            "expected a list of 'rss', 'atom' or 'json', got 'rdf' in it",
            id="no list of those",
        ),
        pytest.param(
            {"key_aliases": {"date": 3}},
            "expected keys with a list of names each, got 3 for `date`",
            id="no such mapping",
        ),
        pytest.param(
            {"post_slugify": "lower"},
            "expected a function, such as `!!python/name:pymdownx.slugs.uslugify`, got 'lower'",
            id="no function",
        ),
    ],
)
def test_what_cannot_be_meant_is_told(options: dict[str, Any], message: str) -> None:
    _, errors, _ = loaded(**options)

    assert [key for key, _ in errors] == list(options)
    assert message in errors[0][1]


@pytest.mark.parametrize("name", ["changelog", "publications", "jekyll_config", "feeds_sections"])
def test_a_list_of_paths_may_be_one_alone(name: str) -> None:
    config, errors, _ = loaded(**{name: "a"})

    assert (errors, config[name]) == ([], ["a"])


def test_an_unknown_option_is_told_at_its_place_with_the_one_that_was_meant(site: Site) -> None:
    site.write("""
        docs/index.md
        | # Home
        mkdocs.yml
        | site_name: Site
        | site_url: https://example.org/
        | theme: material
        | plugins:
        |   - search
        |   - blogposts:
        |       post_url_fromat: "{slug}"
        |       category: true
        |       draft_on_server: true
        |       zzz: 1
    """)

    built = site.build()

    assert [fault for fault in built.warnings if "mkdocs.yml" in fault] == [
        "mkdocs.yml:7:7: unknown option 'post_url_fromat'; did you mean 'post_url_format'?",
        "mkdocs.yml:8:7: unknown option 'category'; did you mean 'categories'?",
        "mkdocs.yml:9:7: unknown option 'draft_on_server'; did you mean 'draft_on_serve'?",
        "mkdocs.yml:10:7: unknown option 'zzz'\n    delete it, or see the names of all options in the documentation",
    ]
    assert site.build(strict=True).exit_code == 1


def test_the_old_name_of_an_option_is_read_and_told() -> None:
    config, errors, warnings = loaded(pagination_template="~3~")

    assert errors == []
    assert config.to_settings().pagination_format == "~3~"
    assert [key for key, _ in warnings] == ["pagination_template"]
    assert "pagination_format" in warnings[0][1]


@pytest.mark.parametrize("name", OPTIONS)
def test_no_message_speaks_of_the_types_of_python(name: str) -> None:
    wrong = [errors for value in ("x y", 3.5, ["x", 1], {"a": 1}) if (errors := loaded(**{name: value})[1])]

    assert wrong
    assert [error for [(_, error)] in wrong if "<class" in error or "Expected" in error] == []


def test_lists_and_mappings_become_immutable() -> None:
    config, _, _ = loaded(draft_tags=["wip"], key_aliases={"date": ["written"]}, faults={"date": "warning"})
    settings = config.to_settings()

    assert settings.draft_tags == ("wip",)
    assert settings.key_aliases == {"date": ("written",)}
    assert settings.faults == {"date": "warning"}


def test_every_wrong_option_is_told_at_once_with_its_line(site: Site) -> None:
    site.write("""
        docs/index.md
        | # Home
        base.yml
        | site_name: Site
        | theme: material
        mkdocs.yml
        | INHERIT: base.yml
        | plugins:
        |   - blogposts:
        |       timezone: Lisbon
        |       related: three
        |       draft_tags: wip
        |       archive: 1
        |   - blogposts:
        |       blog_dir: news
        |       archive: 2
    """)

    errors = "".join(site.build().errors)

    assert (
        "'timezone': there is no time zone 'Lisbon'; write one such as UTC or Europe/Lisbon (mkdocs.yml, line 4)"
        in errors
    )
    assert "'related': expected a whole number, got 'three' (mkdocs.yml, line 5)" in errors
    assert "'draft_tags': expected a list of texts, got 'wip'; write `[wip]` (mkdocs.yml, line 6)" in errors
    assert "'archive': expected true or false, got 1\n" in f"{errors}\n", "of two blogs, nobody knows whose line it is"


def test_the_line_of_another_plugins_option_is_not_told(site: Site) -> None:
    site.write("""
        docs/index.md
        | # Home
        mkdocs.yml
        | site_name: Site
        | theme: material
        | plugins:
        |   - blogposts: {archive: 1}
        |   - blogposts:
        |
        |       # blog_dir: news
        |     # and no more
        |       blog_dir: 2
        |   - social:
        |       archive: true
        |       blog_dir: news
    """)

    errors = "".join(site.build().errors)

    assert "'archive': expected true or false, got 1\n" in f"{errors}\n"
    config = site.root / "mkdocs.yml"
    config.write_text(config.read_text().replace("archive: 1", "archive: true"))
    assert "'blog_dir': expected text, got 2 (mkdocs.yml, line 9)" in "".join(site.build().errors)
