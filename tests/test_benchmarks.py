"""The figures of benchmarks as tables and pictures."""

from __future__ import annotations

from lxml import etree

from benchmarks.measure import Cost
from benchmarks.results import Results, Round

RESULTS = Results(
    posts={
        1000: {
            "blogposts": Round(Cost(10, 18, 200), Cost(2, 2, 100)),
            "material": Round(Cost(40, 40, 300), Cost(40, 40, 300)),
            "plain": Round(Cost(8, 8, 100), Cost(8, 8, 100)),
        }
    },
    rounds=3,
    date="2026-11-22",
    machine="a machine",
    versions={"mkdocs": "1.6.1"},
)


def test_goals_that_are_missed_are_told() -> None:
    assert list(RESULTS.goals())[2:] == [
        "| 1,000 posts, first build / Material's blog | 0.25 | 0.20 | **no** |",
        "| 1,000 posts, first build / MkDocs, no blog | 1.25 | 1.00 | **no** |",
        "| 1,000 posts, first build / MkDocs, no blog, CPU | 2.25 | 1.50 | **no** |",
        "| 1,000 posts, one post edited / Material's blog | 0.05 | 0.05 | yes |",
    ]


def test_results_come_back_from_json() -> None:
    assert Results.from_json(RESULTS.to_json()) == RESULTS


def test_the_picture_is_svg_and_the_same_each_time() -> None:
    picture = RESULTS.svg()

    bars = etree.fromstring(picture.encode()).findall(".//{*}g[@class='ours']/{*}rect")
    assert [float(bar.get("width", "")) for bar in bars] == [130.0, 26.0]
    assert RESULTS.svg() == picture
