"""Sitemaps, as sitemaps.org has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterable

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def write_sitemap(urls: Iterable[str]) -> bytes:
    """A sitemap of absolute URLs."""
    root = etree.Element("urlset", xmlns=NAMESPACE)
    for url in urls:
        etree.SubElement(etree.SubElement(root, "url"), "loc").text = url
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
