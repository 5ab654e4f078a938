"""Long runs of each sign take our parsers as long as other texts of their length; `make fuzz` tries longer ones, and more."""

from __future__ import annotations

import os
import time

import pytest

from tests.fuzz.parsers import PARSERS

IS_FUZZ = "FUZZ_POSTS" in os.environ
LENGTH = 20_000 if IS_FUZZ else 3_000
SHORTER = 4
"""How much shorter the text is that a run is compared with."""
MOST = 10
"""How many times as long a run may take; where it is `SHORTER` times as long, it takes 16 times as long in a bad parser."""
QUICK = 0.4 if IS_FUZZ else 0.1
"""Seconds of a processor in which a text may be read anyhow."""
PATIENCE = {"values to mend": 3.0}
"""The same where others have a bound of their own: PyYAML gives up what is nested too deeply, and takes its time for that."""

UNITS = (
    *("[", "![", "[a](", "[a ", "[a][", "[^a", "]", "[[a", "[a]]", "\\[a", "\\(", "[a](b ", "[a](<", "[a](b '", "[a](b'\"", "[a]: b\n", "[a]: "),
    *("[^a]: b\n", "*[a]: b\n", "<", "<a ", "<a", "<p\n", "<p>", "<p>\n", "<div>\n\n", "<b>", "<a href='", "</", "<!--", "<!-- \n\n"),
    *("<![CDATA[", "<?", "<?\n\n", "<!", "<!a\n", "</p>", "</p>\n\n", "<img ", "<img '", "<h1>", "<h1 ", "<sup id=fnref", "<svg>"),
    *("<sup id=fnref>", "<hr>", "<br>\n\n", '<div markdown="1">\n', '<p markdown="1">a</p>\n', "&", "&#", "*", "* ", "*a ", "**a "),
    *("a*", "*a* ", "_", "_a ", "__a ", "*_", "***a ", "*a **b ", "`", "`a ", "``a` ", ">", "> ", "> a\n", "- ", "-", "- a\n", "1. "),
    *("- a\n\n", "- [ ] a\n", "#", "# ", "# a\n", "## 1.0\n", "a\n=\n", "|", "|a", "|a|b|\n", "a|b\n", "\\", "\\*", "!", "(", "```"),
    *("```\n", "```x\n", "~~~\n", "{: ", "{: .a }", "x {: .a } ", "!!! a\n", "??? a\n", "a\n: b\n", ":", " ", "\t", "\n", "x", "é"),
    *("x ", "x\n", "    x\n", "a  \n", "1", "1.", "1-", "2024 ", "http://", "a@", "<http:", "<a@b", "=", "==a ", "^a ", "~a ", "~~a "),
    *("{++", "{--", '=== "a"\n', ":smile", ":smile: ", "$", "$a ", "$$\n", "`#!python ", "--8<--\n", "{% ", "{% if a %}", "{{ "),
    *("{", "\x02", "\x03", "\0", "\r", "\u2028", "***\n", "(c) ", "'", '"', "a: ", "a:\n", "- a: b\n", "? ", "&a ", "%", "%20", "/"),
    *("../", "a/", "\\n", "\\{", "\\emph{", "am ", "BEGIN:VEVENT\n", "END:VEVENT\n", "\n ", "\t\n", "1\t", "@a{", "<!-- slide "),
    *("<!-- slide 1 -->", "\ufeff", "Ã¼"),
)  # fmt: skip
"""What is repeated."""

SHORTEST = 2
"""Characters of what is tried with all other tests."""

ENDS = ("", ">")
"""What may stand behind a run."""

PAIRS = ("[]", "()", "{}", "<>", "''", '""')


def _texts(length: int) -> dict[str, str]:
    units = [unit for unit in UNITS if IS_FUZZ or len(unit) <= SHORTEST]
    runs = {f"{unit!r} {end!r}": unit * (length // len(unit)) + end for unit in units for end in ENDS[: 1 + IS_FUZZ]}
    pairs = {f"pairs of {pair!r}": pair[0] * (length // 2) + pair[1] * (length // 2) for pair in PAIRS}
    nested = {
        f"nested {unit!r}": "\n".join("    " * depth + unit for depth in range(int((length / 2) ** 0.5)))
        for unit in ("- x", "1. x", "a:", "!!! a", "> x")
    }
    return {**runs, **pairs, **nested}


TEXTS, SHORT = _texts(LENGTH), _texts(LENGTH // SHORTER)


def _seconds(parser: str, text: str, *, tries: int = 1) -> float:
    taken = []
    for _ in range(tries):
        begin = time.process_time()
        PARSERS[parser](text)
        taken.append(time.process_time() - begin)
    return min(taken)


@pytest.mark.parametrize("parser", PARSERS)
def test_no_run_of_a_sign_takes_a_parser_longer_than_its_length(parser: str) -> None:
    _seconds(parser, "Some text.")  # what is imported and made ready for the first one
    quick = PATIENCE.get(parser, QUICK)
    slow = []
    for name, text in TEXTS.items():
        if _seconds(parser, text) < quick:
            continue
        # Now more exactly: whatever else the machine does has its share in the time of a single try.
        whole, part = _seconds(parser, text, tries=3), _seconds(parser, SHORT[name], tries=3)
        if whole > quick and whole > MOST * part:
            slow.append(f"{name}: {part:.3f} s, and {whole:.3f} s for {SHORTER} times as much")

    assert not slow
