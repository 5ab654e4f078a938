"""What cannot be rendered is told, all of it, with its place; the text stays as it is."""

from __future__ import annotations

import pytest

from tests.liquid.rendering import render

PLUGIN = (
    "if a plugin of Jekyll brings it, write it in Markdown or HTML; "
    "if it is text, put it between `{% raw %}` and `{% endraw %}`"
)
FILTER = "if a plugin of Jekyll brings it, do without it: what it is to change stays as it is"
TEXT = "if it is meant as text, put it between `{% raw %}` and `{% endraw %}`"

PROBLEMS = {
    "unknown tag": ("a\n  {% octicon x %}", [f"2:3: there is no tag 'octicon' -> {PLUGIN}"]),
    "unknown block": ("{% note %}a{% endnote %}", [f"1:1: there is no tag 'note' -> {PLUGIN}"]),
    "slip in a tag": ("{% inclde a.html %}", ["1:1: there is no tag 'inclde' -> did you mean 'include'?"]),
    "the same again": (
        "{% b %} {% a %}\n{% b %}{% b %}",
        [
            f"1:1: there is no tag 'b', here and in 2 more places -> {PLUGIN}",
            f"1:9: there is no tag 'a' -> {PLUGIN}",
        ],
    ),
    "all at once": (
        "{% a1 %}\n{{ x | b1 }}\n{% c1 %}",
        [
            f"1:1: there is no tag 'a1' -> {PLUGIN}",
            f"3:1: there is no tag 'c1' -> {PLUGIN}",
            f"2:8: there is no filter 'b1' -> {FILTER}",
        ],
    ),
    "block that stays open": (
        "{% for x in y %}\n{% if x %}\n{% endfor %}",
        ["2:1: the 'if' that begins here is never closed -> put `{% endif %}` where it ends"],
    ),
    "end of nothing": ("a {% endif %}", ["1:3: 'endif' closes nothing -> take it out, or open `if` above"]),
    "raw that stays open": (
        "{% raw %} {{ x }}",
        ["1:1: the 'raw' that begins here is never closed -> put `{% endraw %}` where it ends"],
    ),
    "braces that stay open": ("a {{ b\nc", [f"1:3: the '{{{{' that begins here is never closed -> {TEXT}"]),
    "tag that stays open": ("a {% b\nc", [f"1:3: the '{{%' that begins here is never closed -> {TEXT}"]),
    "nothing to loop over": ("{% for %}{% endfor %}", [f"1:1: this says nothing -> {TEXT}"]),
    "sort of nothing": ("{{ page.x | sort }}", ["1:13: the filter 'sort': cannot sort what is not there"]),
    "sort of this and that": (
        "{{ page.list | sort }}",
        ["1:16: the filter 'sort': cannot sort values of different kinds"],
    ),
    "date that is none": (
        "{{ 'soon' | date_to_string }}",
        ["1:13: the filter 'date_to_string': \"soon\" is not a date"],
    ),
    "too many arguments": ("{{ 'a' | strip: 1, 2 }}", ["1:10: the filter 'strip' cannot work with this"]),
    "division by nothing": ("{{ 1 | divided_by: 0 }}", ["1:8: the filter 'divided_by': can't divide by 0"]),
    "expression": (
        "{{ page.list | where_exp: 'x', 'x ==' }}",
        ["1:16: the filter 'where_exp': cannot read the expression 'x =='"],
    ),
    "unknown post": (
        "{% post_url 2024-01-31-see %}",
        ["1:1: there is no post '2024-01-31-see' -> did you mean '2024-01-31-sea'?"],
    ),
    "post without a name": ("{% post_url %}", ["1:1: 'post_url' names no post -> name the post in it"]),
    "unknown file": (
        "{% link nothing.pdf %}",
        ["1:1: there is no file 'nothing.pdf' -> name a file that is in the site"],
    ),
    "unknown include": (
        "{% include nots.html %}",
        ["1:1: there is no include 'nots.html' -> did you mean 'note.html' or 'outer.html'?"],
    ),
    "include without a name": ("{% include %}", ["1:1: 'include' names no file -> write `{% include name.html %}`"]),
    "parameters": (
        "{% include note.html a=1, b=2 %}",
        [
            (
                "1:1: 'a=1, b=2' are no parameters of an include -> "
                'write each as `name="value"`, with a space between them'
            )
        ],
    ),
    "include with a fault": (
        "a\n{% include bad.html %}",
        [
            f"_includes/bad.html:2:1: there is no tag 'nope' -> {PLUGIN}",
            "2:1: 'bad.html' cannot be rendered -> mend what is told of that file",
        ],
    ),
    "include with a fault, in an include": (
        "{% include outer.html %}",
        [
            f"_includes/bad.html:2:1: there is no tag 'nope' -> {PLUGIN}",
            "_includes/outer.html:1:2: 'bad.html' cannot be rendered -> mend what is told of that file",
            "1:1: 'outer.html' cannot be rendered -> mend what is told of that file",
        ],
    ),
    "code without a language": (
        "{% highlight %}a{% endhighlight %}",
        ["1:1: 'highlight' does not say the language of the code -> write `{% highlight ruby %}`"],
    ),
    "gist without a name": ("{% gist %}", ["1:1: 'gist' names no gist -> write `{% gist 1234abcd %}`"]),
}
"""A text, and all that is told of it."""

INCLUDES = {"note.html": "{{ include.a }}", "bad.html": "\n{% nope %}", "outer.html": "a{% include bad.html %}"}


@pytest.mark.parametrize(("text", "told"), PROBLEMS.values(), ids=PROBLEMS)
def test_a_problem_is_told_with_its_place(text: str, told: list[str]) -> None:
    came = render(text, includes=INCLUDES, list=[1, "a", None])

    assert came.told == told
    assert came.text == text


UNKNOWN = {
    "filter of a plugin": (
        "a {{ 'b' | octicon: 'x', y: 2 | upcase }}",
        f"1:12: there is no filter 'octicon' -> {FILTER}",
    ),
    "slip": (
        "a {% assign x = 'b' | upcas %}{{ x | upcase }}",
        "1:23: there is no filter 'upcas' -> did you mean 'upcase'?",
    ),
    "Sass": ("a {{ 'B' | scssify }}", f"1:12: there is no filter 'scssify' -> {FILTER}"),
    "in a loop": (
        "{% for i in (1..3) %}{{ i | octicon }}{% endfor %}",
        f"1:29: there is no filter 'octicon' -> {FILTER}",
    ),
    "in an include": (
        "a {% include filter.html %}",
        f"_includes/filter.html:1:10: there is no filter 'octicon' -> {FILTER}",
    ),
}
"""A text with a filter that nobody knows, and what is told of it."""


@pytest.mark.parametrize(("text", "told"), UNKNOWN.values(), ids=UNKNOWN)
def test_a_filter_that_nobody_knows_is_told_and_changes_nothing(text: str, told: str) -> None:
    came = render(text, includes={"filter.html": "{{ 'B' | octicon }}"})

    assert (came.text, came.told) == ("123" if "for" in text else "a B", [told])


NOT_QUITE = {
    "LaTeX": (r"\frac{{\bf x}}{2}", r"\frac{2}", "1:8: this is not quite Liquid: unexpected '\\\\'"),
    "a text for a filter": (
        "{{ page.a | 'b' }}",
        "A",
        "1:13: this is not quite Liquid: expected word, found string",
    ),
    "a filter in a loop": (
        "{% for x in page.list | sort %}{{ x }}{% endfor %}",
        "21",
        "1:23: this is not quite Liquid: expected 'reversed', 'offset' or 'limit'",
    ),
}
"""A text with an expression that Jekyll reads in part, what becomes of it, and what is told."""


@pytest.mark.parametrize(("text", "becomes", "told"), NOT_QUITE.values(), ids=NOT_QUITE)
def test_what_is_not_quite_liquid_is_told_and_shown(text: str, becomes: str, told: str) -> None:
    hint = "what can be read of it is shown, as in Jekyll; put text between `{% raw %}` and `{% endraw %}`"

    came = render(text, a="A", list=[2, 1])

    assert (came.text, came.told) == (becomes, [f"{told} -> {hint}"])


def test_a_text_without_liquid_is_left_alone() -> None:
    assert render("{ % no } liquid }} %}\r\n").text == "{ % no } liquid }} %}\r\n"


def test_a_name_may_be_a_word_of_liquid() -> None:
    assert render("{{ page.limit }} {{ page.for.with }}", limit=3, **{"for": {"with": "x"}}).text == "3 x"
