"""What strangers write into fields so that it runs, or breaks a file; each holds the word `zap`."""

from __future__ import annotations

import re
from typing import Any

from tests.pdf import pdf, slide

HTML = (
    "<zap-tag>zap</zap-tag>",
    "<script>zap()</script>",
    "</script><script>zap()</script>",
    "<ScRiPt/zap>zap()</sCrIpT >",
    "<scr<script>ipt>zap()</script>",
    "<img src=x onerror=zap()>",
    "<img src=x onerror=zap()//",
    "<svg/onload=zap()>",
    "<svg><script href=data:,zap() /></svg>",
    "<math><mi xlink:href=javascript:zap()>x</mi></math>",
    "<iframe srcdoc='<script>zap()</script>'></iframe>",
    "<object data=javascript:zap()></object>",
    "<base href=//zap.example/>",
    "<form action=javascript:zap()><button>x</button></form>",
    "<meta http-equiv=refresh content=0;url=javascript:zap()>",
    "<style>*{background:url(//zap.example)}</style>",
    "<template><zap-tag></template>",
    "<details open ontoggle=zap()>",
    "<noscript><p title='</noscript><img src=x onerror=zap()>'>",
    "<![CDATA[<zap-tag>]]>",
    "</title><zap-tag>",
    "</textarea></template></style><zap-tag>",
    "<!-- zap --!><zap-tag>",
    "<!--><zap-tag>-->",
    "<?zap ?><zap-tag>",
    "&lt;zap-tag&gt; &#60;zap-tag&#62; &amp;lt;zap-tag&amp;gt;",
    "\uff1czap-tag\uff1e \u02c2zap-tag\u02c3",
)
ATTRIBUTES = (
    '" onmouseover="zap()',
    "' onmouseover='zap()' zap='",
    '"><zap-tag zap="',
    "' autofocus onfocus=zap() '",
    "` onload=zap() `",
    '" style="background:url(//zap.example)',
    'zap" srcdoc="<script>zap()</script>',
    "{: onclick='zap()' }",
    "zap { onclick=zap() zap=1 }",
)
DATA = (
    '</script><zap-tag>{"zap": 1}',
    '", "zap": "zap',
    "\\u003c/script\\u003e zap \\",
    "\u2028zap\u2029",
    "]]><zap-tag/>",
    "<!DOCTYPE zap [<!ENTITY zap SYSTEM 'file:///etc/passwd'>]>&zap;",
    "=zap+cmd|' /C calc'!A0",
    "zap\r\nEND:VEVENT\r\nBEGIN:VALARM\r\nZAP:1",
    "zap;X-ZAP=1:zap\\nATTENDEE:mailto:zap@example.org",
    "zap}, author = {Zap}, note = {",
    "zap\n/zap https://zap.example/ 301",
)
URLS = (
    "javascript:zap()",
    " JaVaScRiPt:zap()",
    "java\tscript:zap()",
    "java\nscript:zap()",
    "\x01javascript:zap()",
    "javascript&colon;zap()",
    "&#106;avascript:zap()",
    "javascript://example.org/%0azap()",
    "data:text/html,<script>zap()</script>",
    "vbscript:zap()",
    "//zap.example/",
    "view-source:javascript:zap()",
)
MARKDOWN = (
    "[zap](javascript:zap())",
    "[zap](<java\tscript:zap()>)",
    '![zap](x"onerror="zap())',
    "[zap]: javascript:zap()",
    "<javascript:zap()>",
    "`zap`<img src=x onerror=zap()>`",
    "**<zap-tag>**",
)
TEMPLATES = (
    "{{ 7*'zap' }}{{ config.zap }}",
    "{% raw %}{{ zap }}{% include 'zap' %}",
    "{%- for zap in ().__class__.__base__.__subclasses__() -%}",
)
SIGNS = (
    "\u202ezap\u202c\u2066zap",
    "zap\x00zap",
    "zap\x1b[31mzap\x1b]8;;http://zap.example\x07",
    "\ufeffzap\ufffe",
    "zap\u0000<zap-tag\u0000>",
)
ATTACKS = (*HTML, *ATTRIBUTES, *DATA, *URLS, *MARKDOWN, *TEMPLATES, *SIGNS)


def post_with(evil: str, number: int) -> dict[str, Any]:
    """Front matter of a post that has `evil` in each field."""
    return {
        "title": evil,
        "date": "2024-01-31",
        "slug": f"{number} {evil}",
        "redirect_from": [f"/old-{number}/{evil}", evil],
        "canonical_url": evil,
        "description": evil,
        "excerpt": evil,
        "tags": [evil, "plain"],
        "categories": [evil],
        "series": {"name": evil, "part": 1},
        "authors": [f"a{number}"],
        "teaser": {"path": evil, "alt": evil},
        "link": evil if number % 2 else None,
        "links": [{evil: "https://example.org/"}, {"x": evil}, {evil: [{evil: evil}]}],
        "supersedes": evil,
        "outdated_after": evil,
        "hide": [evil],
        "tagline": evil,
        "toc_label": evil,
        "icon": evil,
        "status": evil,
        "robots": evil,
        "unknown": {evil: [evil]},
        "feed": {"id": evil},
        "papers": [f"p{number}"],
        **dict.fromkeys(("paperurl", "codeurl", "bibtexurl", "slidesurl", "videourl", "citation"), evil),
        "header": {
            **dict.fromkeys(("overlay_image", "image_description", "overlay_color", "overlay_filter", "caption"), evil),
            "cta_url": evil,
            "cta_label": evil,
            "actions": [{"label": evil, "url": evil}],
            "video": {"provider": "youtube", "id": evil},
        },
    }


def talk_with(evil: str, number: int) -> dict[str, Any]:
    """Front matter of a talk that has `evil` in each field but its abstract, which is the beginning of its text."""
    delivery = {"event": evil, "location": evil, "address": evil, "link": evil, "video": evil, "slides": evil}
    return {
        "title": evil,
        "speakers": [f"a{number}", evil],
        "talk_type": evil,
        "description": evil,
        "language": evil,
        "level": evil,
        "status": "accepted" if number % 2 else evil,
        "deliveries": [
            delivery | {"date": "2099-01-31 10:00"},
            delivery | {"date": "2024-01-31", "address": {"street": evil, "city": evil, "country": evil}},
            delivery | {"date": "2023-01-31", "video": f"https://www.youtube.com/watch?v=abcdefgh{number:03}"},
        ],
        "chapters": [f"0:00 {evil}"],
        "projects": [evil],
        "doi": evil,
        "tags": [evil],
        "links": [{"url": evil, "name": evil, "type": evil}],
        "papers": [f"p{number}"],
        "header": {"image": evil, "image_description": evil, "caption": evil},
    }


def publication_with(evil: str) -> dict[str, Any]:
    """Front matter of a page of academicpages' `_publications` that has `evil` in each field."""
    fields = ("title", "venue", "paperurl", "slidesurl", "bibtexurl", "citation", "excerpt", "category")
    return dict.fromkeys(fields, evil) | {"collection": "publications", "date": "2024-01-31"}


def author_with(evil: str) -> dict[str, Any]:
    """An author of `.authors.yml` who has `evil` in each field."""
    return {
        **dict.fromkeys(("name", "description", "avatar", "url", "fediverse"), evil),
        "links": [{"name": evil, "url": evil, "icon": evil}],
    }


def paper_with(evil: str, number: int) -> str:
    """An entry of BibTeX that has `evil` in each field, without the signs that would end it there."""
    text = "".join(sign for sign in evil if sign not in "{}\\\x00@%")
    fields = ("title", "author", "journal", "doi", "url", "pdf", "code", "slides", "video", "keywords", "note", "pages")
    return f"@article{{p{number},\n" + "".join(f"  {key} = {{{text}}},\n" for key in fields) + "  year = {2024},\n}\n"


def deck_with(texts: tuple[str, ...]) -> bytes:
    """A PDF with each of these texts as title and as text of a page, as far as one byte for a character can hold it."""
    shown = (text.encode("latin-1", "replace").decode("latin-1") for text in texts)
    escaped = (re.sub(r"([\\()])", r"\\\1", text) for text in shown)
    return pdf(*(slide((20, text), (9, text), (9, text)) for text in escaped))
