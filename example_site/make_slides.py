"""Print the slides of a talk of the example site: `python example_site/make_slides.py`; needs Playwright and Chromium."""

from __future__ import annotations

import math
from html import escape
from pathlib import Path

from playwright.sync_api import sync_playwright

TALKS = Path(__file__).parent / "docs" / "talks"
WIDTH, HEIGHT = 960, 540

LOOP = """\
def level(t, parts):
    total = 0.0
    for part in parts:
        total += part.amplitude * math.cos(part.speed * t - part.phase)
    return total"""

MATRIX = """\
def levels(t, speed, phase, amplitude):
    return np.cos(np.outer(t, speed) - phase) @ amplitude"""

STYLE = """
@page { size: 960px 540px; margin: 0 }
* { box-sizing: border-box; margin: 0 }
body { font: 30px/1.45 "DejaVu Sans"; color: #12312d; -webkit-print-color-adjust: exact }
section { position: relative; width: 960px; height: 540px; padding: 60px 70px; break-after: page; overflow: hidden;
  background: #f3f8f6; border-bottom: 12px solid #00695c }
section.dark { background: #00564b; color: #fff; padding-top: 150px }
h1 { font-size: 44px; line-height: 1.2; margin-bottom: 30px }
.dark h1 { font-size: 58px }
pre { font: 18px/1.6 "DejaVu Sans Mono"; background: #fff; padding: 22px 26px; border-radius: 8px; margin-bottom: 26px }
svg { position: absolute; left: 70px; bottom: 75px }
.dark svg { left: 0; bottom: -20px; opacity: .25 }
li { margin-bottom: 14px }
big { font-size: 64px; font-weight: 700; color: #b3400a }
blockquote { margin: 0 0 18px; padding-left: 22px; border-left: 6px solid #b3400a }
p.quiet { position: absolute; bottom: 34px; font-size: 20px; opacity: .75 }
"""


def tide(hours: float) -> float:
    """The water at some hour, from -1 to 1: the moon and the sun."""
    return 0.72 * math.cos(2 * math.pi * hours / 12.42) + 0.28 * math.cos(2 * math.pi * hours / 12.0 + 0.6)


def curve(width: int, height: int, *, has_dots: bool) -> str:
    """Two days of tide as a drawing, with or without a dot wherever it stands still."""
    points = [(x, height / 2 - tide(x / width * 49) * height * 0.42) for x in range(0, width + 1, 4)]
    path = " ".join(f"{x},{y:.1f}" for x, y in points)
    still = [
        points[place]
        for place in range(1, len(points) - 1)
        if (points[place][1] - points[place - 1][1]) * (points[place + 1][1] - points[place][1]) <= 0
    ]
    dots = "".join(f'<circle cx="{x}" cy="{y:.1f}" r="9" fill="#b3400a"/>' for x, y in still) if has_dots else ""
    line = f'<polyline points="{path}" fill="none" stroke="{"#00695c" if has_dots else "#fff"}" stroke-width="5"/>'
    return f'<svg width="{width}" height="{height}">{line}{dots}</svg>'


def bars() -> str:
    """How long each version takes, as a drawing."""
    rows = (("Python", 9.8), ("C++", 1.1), ("Python, again", 1.3))
    drawn = "".join(
        f'<text x="0" y="{48 + 90 * place}" font-size="26">{name}</text>'
        f'<rect x="220" y="{12 + 90 * place}" width="{seconds * 50:.0f}" height="54" fill="#00695c"/>'
        f'<text x="{236 + seconds * 50:.0f}" y="{48 + 90 * place}" font-size="26">{seconds} s</text>'
        for place, (name, seconds) in enumerate(rows)
    )
    return f'<svg width="820" height="270" fill="#12312d">{drawn}</svg>'


SLIDES = (
    (True, f"<h1>Five minutes on slack water</h1><p>PyCon Portugal 2024</p>{curve(960, 220, has_dots=False)}"),
    (False, f"<h1>Slack water: the sea stands still</h1><p>About four times a day, for a moment.</p>{curve(820, 220, has_dots=True)}"),
    (False, "<h1>A year, minute by minute</h1><p>525,600 minutes<br>× 60 waves</p><p><big>31 million cosines</big></p>"),
    (False, f"<h1>What one writes first</h1><pre>{escape(LOOP)}</pre><p>9.8 seconds. Time for a coffee.</p>"),
    (False, "<h1>So I did what one does</h1><ul><li>C++</li><li>1.1 seconds</li><li>140 lines, six of which do the sum</li>"
     "<li>six ways to install it wrong</li></ul>"),
    (False, "<h1>Then the mails came</h1><blockquote>My compiler is older than yours.</blockquote>"
     "<blockquote>So is mine.</blockquote><blockquote>Please see the screenshot.</blockquote>"),
    (False, f"<h1>Python, again</h1><pre>{escape(MATRIX)}</pre><p>1.3 seconds, two lines, nothing to install.</p>"),
    (False, f"<h1>Two tenths of a second</h1>{bars()}"),
    (False, "<h1>Nobody needs the minutes</h1><p>High water is where the derivative is zero: four times a day, "
     "1,411 times a year.</p><p>For those, the first version is quick.</p>"),
    (True, f"<h1>I had made the wrong thing fast</h1><p>Thank you. Questions at the quay.</p>{curve(960, 220, has_dots=False)}"),
)  # fmt: skip


def main() -> None:
    """Write the PDF."""
    sections = "".join(
        f'<section{" class=dark" if is_dark else ""}>{inner}<p class="quiet">{"" if is_dark else number}</p></section>'
        for number, (is_dark, inner) in enumerate(SLIDES, 1)
    )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_page()
        page.set_content(f"<title>Five minutes on slack water</title><style>{STYLE}</style>{sections}")
        page.pdf(
            path=TALKS / "slack-water.pdf", prefer_css_page_size=True, print_background=True, tagged=False, outline=False
        )
        browser.close()


if __name__ == "__main__":
    main()
