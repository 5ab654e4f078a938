"""Sitemaps, as sitemaps.org has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterable

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def write_sitemap(changes: Iterable[tuple[str, str]]) -> bytes:
    """A sitemap of absolute URLs with the day on which each has changed last."""
    root = etree.Element("urlset", xmlns=NAMESPACE)
    for address, day in changes:
        url = etree.SubElement(root, "url")
        etree.SubElement(url, "loc").text = address
        etree.SubElement(url, "lastmod").text = day
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
