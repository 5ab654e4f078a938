"""What cannot be rendered is told, all of it, with its place; all else of the text is rendered."""

from __future__ import annotations

import pytest

from tests.jekyll.liquid.rendering import render

FILTER = "if a plugin of Jekyll brings it, do without it: what it is to change stays as it is"
TEXT = "if it is meant as text, put it between `{% raw %}` and `{% endraw %}`"

NOTHING = "it shows nothing; write `_includes/tags/{}.html` to say what it becomes"
INSIDE = "what stands in it is shown; write `_includes/tags/{}.html` to say what it becomes"

PROBLEMS = {
    "tag of a plugin": (
        "a\n  {% stars x %}b",
        "a\n  b",
        [f"2:3: there is no tag 'stars' -> {NOTHING.format('stars')}"],
    ),
    "block of a plugin": (
        "{% sky %}a {{ page.b }}{% endsky %}",
        "a B",
        [f"1:1: there is no tag 'sky' -> {INSIDE.format('sky')}"],
    ),
    "blocks of a plugin in each other": (
        "{% sky %}{% sky %}a{% endsky %}{% sky %}b{% endsky %}",
        "ab",
        [
            f"1:1: there is no tag 'sky' -> {NOTHING.format('sky')}",
            f"1:10: there is no tag 'sky', here and in 1 more place -> {INSIDE.format('sky')}",
        ],
    ),
    "end of a plugin's block": (
        "a{% endsky %}b",
        "ab",
        ["1:2: 'endsky' closes nothing -> take it out, or open `sky` above"],
    ),
    "slip in a tag": ("{% unles a.html %}", "", ["1:1: there is no tag 'unles' -> did you mean 'unless'?"]),
    "the same again": (
        "{% b %} {% a %}\n{% b %}{% b %}",
        " \n",
        [
            f"1:1: there is no tag 'b', here and in 2 more places -> {NOTHING.format('b')}",
            f"1:9: there is no tag 'a' -> {NOTHING.format('a')}",
        ],
    ),
    "in a loop": (
        "{% for i in (1..3) %}{{ i }}{% b %}{% endfor %}",
        "123",
        [f"1:29: there is no tag 'b' -> {NOTHING.format('b')}"],
    ),
    "all at once": (
        "{% a1 %}\n{{ x | b1 }}\n{% if %}c{% endif %}",
        "\n\nc",
        [
            f"3:1: this says nothing -> {TEXT}",
            f"1:1: there is no tag 'a1' -> {NOTHING.format('a1')}",
            f"2:8: there is no filter 'b1' -> {FILTER}",
        ],
    ),
    "block that stays open": (
        "{% for x in (1..2) %}\n{% if x %}a{% else %}b\n{% endfor %}",
        "\nab\n\nab\n",
        ["2:1: the 'if' that begins here is never closed -> put `{% endif %}` where it ends"],
    ),
    "comment that stays open": (
        "a{% comment %}b {{ page.b }}",
        "ab B",
        ["1:2: the 'comment' that begins here is never closed -> put `{% endcomment %}` where it ends"],
    ),
    "end of nothing": ("a {% endif %}b", "a b", ["1:3: 'endif' closes nothing -> take it out, or open `if` above"]),
    "branch of nothing": (
        "a{% else %}b",
        "ab",
        [
            (
                "1:2: 'else' is not inside a block that it can divide "
                "-> put it into `if` or `unless` or `case` or `for`, or take it out"
            )
        ],
    ),
    "raw that stays open": (
        "{% raw %} {{ x }}\n\n{{ page.b }}",
        " {{ x }}\n\nB",
        ["1:1: the 'raw' that begins here is never closed -> put `{% endraw %}` where it ends"],
    ),
    "braces that stay open": (
        "a {{ b\nc {{ page.b }}",
        "a {{ b\nc B",
        [f"1:3: the '{{{{' that begins here is never closed -> {TEXT}"],
    ),
    "tag that stays open": (
        "a {% b\nc {{ page.b }}",
        "a {% b\nc B",
        [f"1:3: the '{{%' that begins here is never closed -> {TEXT}"],
    ),
    "tag without a name": ("{% %}{{ page.b }}", "{% %}B", [f"1:1: this tag has no name -> {TEXT}"]),
    "nothing to loop over": ("{% for %}a{% endfor %}", "a", [f"1:1: this says nothing -> {TEXT}"]),
    "sort of nothing": ("{{ page.x | sort }}", "", ["1:13: the filter 'sort': cannot sort what is not there"]),
    "sort of this and that": (
        "{{ page.list | sort }}",
        "1a",
        ["1:16: the filter 'sort': cannot sort values of different kinds"],
    ),
    "date that is none": (
        "{{ 'soon' | date_to_string }}",
        "soon",
        ["1:13: the filter 'date_to_string': \"soon\" is not a date"],
    ),
    "too many arguments": ("{{ 'a' | strip: 1, 2 }}", "a", ["1:10: the filter 'strip' cannot work with this"]),
    "division by nothing": ("{{ 1 | divided_by: 0 }}", "1", ["1:8: the filter 'divided_by': can't divide by 0"]),
    "expression": (
        "{{ page.list | where_exp: 'x', 'x ==' }}",
        "1a",
        ["1:16: the filter 'where_exp': cannot read the expression 'x =='"],
    ),
    "unknown post": (
        "[a]({% post_url 2024-01-31-see %}) b",
        "[a]() b",
        ["1:5: there is no post '2024-01-31-see' -> did you mean '2024-01-31-sea'?"],
    ),
    "post without a name": ("{% post_url %}", "", ["1:1: 'post_url' names no post -> name the post in it"]),
    "unknown file": (
        "{% link nothing.pdf %}a",
        "a",
        ["1:1: there is no file 'nothing.pdf' -> name a file that is in the site"],
    ),
    "unknown include": (
        "{% if page.b %}a{% include nots.html %}b{% endif %}",
        "ab",
        ["1:17: there is no include 'nots.html' -> did you mean 'note.html' or 'outer.html'?"],
    ),
    "include without a name": (
        "{% include %}",
        "",
        ["1:1: 'include' names no file -> write `{% include name.html %}`"],
    ),
    "parameters": (
        "{% include note.html a=1, b=2 %}",
        "1",
        [
            (
                "1:1: 'a=1, b=2' are not parameters of an include -> "
                'write each as `name="value"`, with a space between them'
            )
        ],
    ),
    "include with a fault": (
        "a{% include bad.html %}b",
        "a\nb",
        [f"_includes/bad.html:2:1: there is no tag 'nope' -> {NOTHING.format('nope')}"],
    ),
    "include with a fault, in an include": (
        "{% include outer.html %}",
        "a\n",
        [f"_includes/bad.html:2:1: there is no tag 'nope' -> {NOTHING.format('nope')}"],
    ),
    "code without a language": (
        "{% highlight %}a{% endhighlight %}",
        "```\na\n```",
        ["1:1: 'highlight' does not say the language of the code -> write `{% highlight ruby %}`"],
    ),
    "gist without a name": ("{% gist %}", "", ["1:1: 'gist' names no gist -> write `{% gist 1234abcd %}`"]),
}
"""A text, what becomes of it, and all that is told of it."""

INCLUDES = {"note.html": "{{ include.a }}", "bad.html": "\n{% nope %}", "outer.html": "a{% include bad.html %}"}


@pytest.mark.parametrize(("text", "becomes", "told"), PROBLEMS.values(), ids=PROBLEMS)
def test_a_problem_is_told_with_its_place_and_costs_only_itself(text: str, becomes: str, told: list[str]) -> None:
    came = render(text, includes=INCLUDES, list=[1, "a", None], b="B")

    assert (came.text, came.told) == (becomes, told)


UNKNOWN = {
    "filter of a plugin": (
        "a {{ 'b' | starry: 'x', y: 2 | upcase }}",
        f"1:12: there is no filter 'starry' -> {FILTER}",
    ),
    "slip": (
        "a {% assign x = 'b' | upcas %}{{ x | upcase }}",
        "1:23: there is no filter 'upcas' -> did you mean 'upcase'?",
    ),
    "Sass": ("a {{ 'B' | scssify }}", f"1:12: there is no filter 'scssify' -> {FILTER}"),
    "in a loop": (
        "{% for i in (1..3) %}{{ i | starry }}{% endfor %}",
        f"1:29: there is no filter 'starry' -> {FILTER}",
    ),
    "in an include": (
        "a {% include filter.html %}",
        f"_includes/filter.html:1:10: there is no filter 'starry' -> {FILTER}",
    ),
}
"""A text with a filter that nobody knows, and what is told of it."""


@pytest.mark.parametrize(("text", "told"), UNKNOWN.values(), ids=UNKNOWN)
def test_a_filter_that_nobody_knows_is_told_and_changes_nothing(text: str, told: str) -> None:
    came = render(text, includes={"filter.html": "{{ 'B' | starry }}"})

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
