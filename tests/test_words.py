"""The words of ours, in every language that we speak."""

from __future__ import annotations

import re
import string
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from mkdocs_blogposts.shown_dates import locale_of
from mkdocs_blogposts.words import ALIASES, LOCALES, load_words

if TYPE_CHECKING:
    from collections.abc import Mapping

LANGUAGES = sorted(path.stem for path in LOCALES.glob("*.yml"))
FORMS = ("zero", "one", "two", "few", "many", "other")
"""The plural forms that languages have."""


def _languages_of_material() -> list[str]:
    """Each language that Material has a translation of its own words for."""
    spec = find_spec("material")
    assert spec
    folders = (Path(folder) for folder in spec.submodule_search_locations or ())
    return sorted(path.stem for folder in folders for path in folder.glob("templates/partials/languages/*.html"))


@pytest.mark.parametrize("language", _languages_of_material())
def test_a_language_of_material_has_our_words_and_its_dates(language: str) -> None:
    words = load_words(language)

    assert words.language == ALIASES.get(language.lower(), language)
    assert locale_of(language).startswith("en") == (language == "en")


@pytest.mark.parametrize("language", [name for name in LANGUAGES if name != "en"])
def test_no_sentence_is_left_in_english(language: str) -> None:
    english = load_words("en").entries
    same = {key: text for key, text in load_words(language).entries.items() if text == english[key]}

    assert {key for key, text in same.items() if re.search(r"[a-z] [a-z]", str(text))} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_the_words_of_english(language: str) -> None:
    assert list(load_words(language).entries) == list(load_words("en").entries)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_the_placeholders_of_english(language: str) -> None:
    words, english = load_words(language).entries, load_words("en").entries

    assert {key: _placeholders(entry) for key, entry in words.items()} == {
        key: _placeholders(entry) for key, entry in english.items()
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_numbers_of_a_language_have_the_same_plural_forms(language: str) -> None:
    forms = {key: set(entry) for key, entry in load_words(language).entries.items() if not isinstance(entry, str)}

    assert forms.keys() >= {"minutes", "posts_n", "talks_n"}
    assert [key for key in forms if forms[key] != forms["posts_n"]] == []
    assert {"other"} <= forms["posts_n"] <= set(FORMS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_is_a_text_for_every_form_that_a_release_of_babel_may_ask_for(language: str) -> None:
    in_order = replace(load_words(language), plural_form=FORMS.__getitem__)

    for key, entry in in_order.entries.items():
        if not isinstance(entry, str):
            for n, form in enumerate(FORMS):
                assert in_order(key, n) == entry.get(form, entry["other"]).format(n=n)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_entry_is_a_text(language: str) -> None:
    for key, entry in load_words(language).entries.items():
        for text in _texts(entry).values():
            assert isinstance(text, str), key
            assert text.strip() == text or key == "comma"
            assert text


@pytest.mark.parametrize(
    ("language", "number", "text"),
    [
        ("en", 0, "0 posts"),
        ("en", 1, "1 post"),
        ("fr", 0, "0 article"),
        ("pl", 2, "2 wpisy"),
        ("pl", 5, "5 wpisów"),
        ("ru", 21, "21 запись"),
        ("pl", 1, "1 wpis"),
        ("ru", 1, "1 запись"),
        ("ru", 2, "2 записи"),
        ("ru", 5, "5 записей"),
        ("uk", 1, "1 допис"),
        ("uk", 2, "2 дописи"),
        ("uk", 5, "5 дописів"),
        ("cs", 1, "1 článek"),
        ("cs", 3, "3 články"),
        ("cs", 5, "5 článků"),
        ("vi", 1, "1 bài viết"),
        ("vi", 2, "2 bài viết"),
        ("de", 1, "1 Beitrag"),
        ("de", 2, "2 Beiträge"),
        ("ja", 1, "1 件の記事"),
        ("ar", 0, "لا مقالات"),
        ("ar", 1, "مقال واحد"),
        ("ar", 3, "3 مقالات"),
        ("ar", 100, "100 مقال"),
        ("ar", 2, "مقالان"),
        ("ar", 11, "11 مقالًا"),
        ("he", 2, "שתי רשומות"),
        ("cy", 2, "2 gofnod"),
        ("cy", 3, "3 chofnod"),
        ("sl", 2, "2 objavi"),
        ("sl", 5, "5 objav"),
        ("lt", 21, "21 įrašas"),
        ("lt", 10, "10 įrašų"),
        ("lv", 10, "10 ierakstu"),
        ("sh", 3, "3 objave"),
        ("sr", 5, "5 објава"),
        ("be", 22, "22 запісы"),
        ("ku-IQ", 2, "2 بابەت"),
        ("pt-BR", 2, "2 artigos"),
        ("es", 1_000_000, "1000000 entradas"),
    ],
)
def test_a_number_is_put_as_the_language_puts_it(language: str, number: int, text: str) -> None:
    assert load_words(language)("posts_n", number) == text


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("de", "de"),
        ("de-AT", "de"),
        ("pt_BR", "pt-BR"),
        ("pt-PT", "pt"),
        ("no", "nb"),
        ("nn-NO", "nn"),
        ("fil", "tl"),
        ("ckb", "ku-IQ"),
        ("bs-BA", "sh"),
        ("sr-Latn-RS", "sh"),
        ("zh-CN", "zh"),
        ("zh-TW", "zh-Hant"),
        ("zh_Hant_HK", "zh-Hant"),
        ("ZH-hant", "zh-Hant"),
        ("tlh", "en"),
        ("", "en"),
        ("../../secret", "en"),
    ],
)
def test_a_language_that_is_not_there_is_told_in_the_next_of_kin(asked: str, found: str) -> None:
    assert load_words(asked).language == found


def test_parts_are_put_into_the_text_as_they_are() -> None:
    words = load_words("en")

    assert words("talk_at", talk="Tutorial", venue="{n} & {talk}") == "Tutorial at {n} & {talk}"
    assert words("page_n", 3) == "Page 3"


def test_an_unknown_key_is_an_error() -> None:
    with pytest.raises(KeyError, match="posts_x"):
        load_words("en")("posts_x")


def test_a_plural_without_a_number_is_an_error() -> None:
    with pytest.raises(TypeError, match="posts_n"):
        load_words("en")("posts_n")


def _texts(entry: str | Mapping[str, str]) -> Mapping[str, str]:
    return {"other": entry} if isinstance(entry, str) else entry


def _placeholders(entry: str | Mapping[str, str]) -> set[str]:
    """The names between braces in the form that serves any number."""
    texts = _texts(entry)
    found = {form: {name for _, name, _, _ in string.Formatter().parse(text) if name} for form, text in texts.items()}
    assert all(names <= found["other"] for names in found.values()), entry
    return found["other"]
