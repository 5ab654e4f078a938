"""No text keeps a build busy, fills the memory or ends it with a traceback; none leads out of its folders."""

from __future__ import annotations

import pytest

from tests.deadline import ends_within
from tests.jekyll.liquid.rendering import render

STEPS = "this asks for more than 1,000,000 steps"
LENGTH = "this makes more than 4,000,000 characters"
DEPTH = "this is nested too deeply, or includes itself"

LONG_ENOUGH = 60
"""Seconds after which a text is ended; on a quiet machine none takes five."""

LONG = "{% assign a = 'xxxxxxxxxx' %}{% for i in (1..17) %}{% assign a = a | append: a %}{% endfor %}"
NESTED = "{% assign a = 'x' | split: ',' %}{% for i in (1..60) %}{% assign a = a | push: a %}{% endfor %}"

TOO_MUCH = {
    "a long loop": ("{% for i in (1..100000000) %}{{ i }}{% endfor %}", STEPS),
    "loops in loops": ("{% for i in (1..2000) %}{% for j in (1..2000) %}.{% endfor %}{% endfor %}", STEPS),
    "loops one after the other": ("{% for i in (1..400000) %}{% endfor %}" * 3, STEPS),
    "a long table": ("{% tablerow i in (1..100000000) %}{{ i }}{% endtablerow %}", STEPS),
    "loops in includes": ("{% for i in (1..2000) %}{% include loop.html %}{% endfor %}", STEPS),
    "a range as a list": ("{{ (1..1000000000) | join: 'x' }}", STEPS),
    "filters over and over": (
        "{% assign a = (1..1000) | concat: page.list %}{% for i in (1..10000) %}{{ a | size }}{% endfor %}",
        STEPS,
    ),
    "text that doubles": (
        "{% assign a = 'xxxxxxxxxx' %}{% for i in (1..99) %}{% assign a = a | append: a %}{% endfor %}",
        LENGTH,
    ),
    "capture that doubles": (
        "{% assign a = 'xxxxxxxxxx' %}{% for i in (1..99) %}{% capture a %}{{ a }}{{ a }}{% endcapture %}{% endfor %}",
        "this makes too much text",
    ),
    "text in place of each letter": (
        "{% assign a = 'xxxxxxxxxx' %}{% for i in (1..9) %}{% assign a = a | replace: 'x', a %}{% endfor %}",
        LENGTH,
    ),
    "escapes of escapes": (f"{{{{ page.list{' | split: 2' * 60} }}}}", STEPS),
    "long glue": (
        f"{LONG}{{{{ (1..1000) | join: a }}}}",
        LENGTH,
    ),
    "a list of itself": (
        f"{NESTED}{{{{ a | jsonify }}}}",
        STEPS,
    ),
    "a list of itself that is looked at": (f"{NESTED}{{{{ a | reverse | size }}}}", STEPS),
    "lists of themselves that are compared": (
        f"{NESTED}{NESTED.replace(' a ', ' b ').replace(': a', ': b')}{{% if a == b %}}{{% endif %}}",
        STEPS,
    ),
    "groups of groups": (
        f"{{% assign a = (1..2) %}}{'{% assign a = a | concat: a | group_by: 0 %}' * 60}{{{{ a | jsonify }}}}",
        STEPS,
    ),
    "a long text that is taken apart": (
        f"{LONG}{{% for i in (1..9) %}}{{% assign b = a | split: '' %}}{{% endfor %}}",
        STEPS,
    ),
    "a long text that is looked at": (
        f"{LONG}{{% for i in (1..1000) %}}{{% assign b = a | number_of_words %}}{{% endfor %}}",
        STEPS,
    ),
    "a long text of Markdown": (f"{LONG}{{{{ a | markdownify }}}}", STEPS),
    "rounds with much in them": (
        f"{{% for i in (1..10000) %}}{'{% if x %}{% endif %}' * 2000}{{% endfor %}}",
        STEPS,
    ),
    "cells with much in them": (
        f"{{% tablerow i in (1..10000) %}}{'{% if x %}{% endif %}' * 2000}{{% endtablerow %}}",
        STEPS,
    ),
    "includes of nothing": ("{% for i in (1..200000) %}{% include empty.html %}{% endfor %}", STEPS),
    "a long output": (
        f"{LONG}{{% for i in (1..99) %}}{{{{ a }}}}{{% endfor %}}",
        "this makes too much text",
    ),
    "an include of itself": ("{% include self.html %}", DEPTH),
    "blocks in blocks": ("{% if a %}" * 200 + "{% endif %}" * 200, DEPTH),
    "two includes of each other": ("{% include ping.html %}", DEPTH),
}
"""A text, and what is told of it."""

INCLUDES = {
    "empty.html": "",
    "loop.html": "{% for j in (1..2000) %}.{% endfor %}",
    "self.html": "{% include self.html %}",
    "ping.html": "{% include pong.html %}",
    "pong.html": "{% include ping.html %}",
}


@pytest.mark.parametrize(("text", "told"), TOO_MUCH.values(), ids=TOO_MUCH)
def test_a_text_that_asks_for_too_much_is_told(text: str, told: str) -> None:
    with ends_within(LONG_ENOUGH):
        came = render(text, includes=INCLUDES, list=[])

    assert came.text == text
    assert came.told
    assert all(told in each for each in came.told)
    assert any(each.startswith("1:") for each in came.told)


NEW_LINES = "\n" * 200_000

ODD = {
    "brackets in brackets": "{{ " + "a[" * 3000 + "0" + "]" * 3000 + " }}",
    "a long number": "{{ 1" + "0" * 10_000 + " }}",
    "huge number": "{% assign a = 9999999999 %}{% for i in (1..20) %}{% assign a = a | times: a %}{% endfor %}{{ a }}",
    "points too far": "{{ 1.5 | round: 99999999999 }} {{ '1e999' | plus: 1 }} {{ 1 | divided_by: 0.0 }}",
    "a range of texts": "{% for i in ('a'..'z') %}{{ i }}{% endfor %}",
    "a wide date": "{{ 'now' | date: '%9999999d' }}",
    "a date out of time": "{{ 99999999999999999999 | date: '%Y' }} {{ '99999-01-01' | date: '%Y' }}",
    "slices": "{{ 'abc' | slice: 99999999999999999999, 99999999999999999999 }}{{ 'abc' | slice: 'x' }}",
    "wide conditions": f"{{% if a === b{' ' * 200_000}x %}}{{% endif %}}",
    "high code": f"{{% highlight ruby %}}x{NEW_LINES}y{{% endhighlight %}}",
    "half a tag": "{% if",
    "nothing in a tag": "{% %} {{ }} {%%}",
    "strange names": "{{ page['a' }} {{ page[] }} {{ .a }} {{ page. }}",
    "scripts without an end": "{{ page.scripts | strip_html }}",
    "not there": "{{ a.b.c | where: 'x', 'y' | map: 'z' | join | split: 'q' | first | plus: 1 }}",
    "break of no loop": "{% break %}",
}
"""Texts that are wrong in odd ways."""


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_what_stands_around_an_odd_text_is_rendered(text: str) -> None:
    with ends_within(LONG_ENOUGH):
        came = render(f"{{{{ page.a }}}} b\n\n{text}\n\nc {{{{ page.a }}}}", a="A", scripts="<script" * 100_000)

    assert came.text.startswith("A b\n\n")
    assert came.text.endswith("\n\nc A")


def test_no_number_grows_without_end() -> None:
    squared = "{% assign a = 9999999999 %}{% for i in (1..10) %}{% assign a = a | times: a %}{% endfor %}"

    came = render(f"{squared}{{{{ a }}}}")

    assert [each for each in came.told if "the filter 'times': the number becomes too large" in each]


LONG_RUNS = {
    "raw": "{% raw %}" * 100_000,
    "comment": "{% comment %}" * 80_000,
    "brace": "{" * 1_000_000,
    "braces that end": "{{" * 300_000 + "}}",
    "braces and lines": "{{\n" * 300_000 + "}}",
    "tags": "{%" * 300_000,
    "ends": "{% endif %}" * 80_000,
    "branches": "{% else %}" * 80_000,
    "unclosed": "{% if a %}" * 80_000,
    "unclosed of a plugin": "{% sky %}" * 80_000 + "{% endsky %}",
    "filters": "{{ a" + "|b" * 100_000 + " }}",
    "quotes": "{{ '" + "'a" * 200_000 + " }}",
    "words": "{% sky " + "a" * 500_000 + " %}",
    "names": "{% sky " + "a=" * 200_000 + " %}",
    "spaces": "{%" + " " * 500_000 + "%}",
    "dashes": "{{-" * 200_000 + "-}}" * 200_000,
}
"""A mark that is repeated for hundreds of thousands of signs."""


@pytest.mark.parametrize("text", LONG_RUNS.values(), ids=LONG_RUNS)
def test_a_long_run_of_one_mark_takes_no_time(text: str) -> None:
    with ends_within(LONG_ENOUGH):
        render(text)


WAYS_OUT = ["../secret", "/etc/passwd", "a/../../secret", "a/./b", "..", "%2e%2e/secret", "a\\b", "a//b", "C:a", "a\0b"]


@pytest.mark.parametrize("tag", ["include", "include_relative"])
@pytest.mark.parametrize("name", WAYS_OUT)
def test_no_name_of_an_include_leads_out(tag: str, name: str) -> None:
    asked = {name: "secret"}

    for text in (f"{{% {tag} {name} %}}", f"{{% assign n = '{name}' %}}{{% {tag} {{{{ n }}}} %}}"):
        came = render(text, includes=asked, beside=asked)
        assert "secret" not in came.text.replace(name, "")
        assert came.told


def test_values_are_data_and_nothing_else() -> None:
    came = render("{{ page.__class__ }}{{ page.a.__init__ }}{{ site.posts.__len__ }}{{ page.a.upper }}|", a="x")

    assert (came.text, came.told) == ("|", [])


def test_braces_in_values_stay_text() -> None:
    assert render("{{ page.title }}", title="{{ site.secret }}", site={"secret": "s"}).text == "{{ site.secret }}"
