"""What of a file can be mended without a doubt: text that was mis-decoded, and dates that only people read."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta, timezone
from typing import TYPE_CHECKING, Any

import yaml

from ..faults import ContentError
from ..frontmatter.dialects import Dialect
from ..frontmatter.parser import Language
from ..texts.remarks import mis_decoded
from .edits import Edit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from ..content.reading import Reading
    from ..frontmatter.dates import Clock
    from .scalars import Scalar

_NO_ZONE = timezone(timedelta(hours=23, minutes=59))
"""Where nobody lives: the zone of a date that has none."""

_DATES = ("date", "updated", "expires")
_AS_JEKYLL_HAS_IT = re.compile(r"\d{4}-\d\d-\d\d(?: \d\d:\d\d(?::\d\d)?(?: (?:[+-]\d\d:?\d\d|[A-Z]{2,5}))?)?")
_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:[+-]\d\d:\d\d|Z)?)?")


def mend_decoding(text: str, start: int) -> Iterator[Edit]:
    """The changes that undo a wrong character set in the text below `start`."""
    for index, piece, meant in mis_decoded(text[start:]):
        yield Edit(start + index, start + index + len(piece), meant)


def mend_dates(scalars: Iterable[Scalar], reading: Reading) -> Iterator[Edit]:
    """The changes that write dates as data which other programs read too; the moments stay what they are."""
    keys = {name for field in _DATES for name in reading.fields.keys[field]}
    named = reading.head.values.get("date")
    keys |= {f"date.{key}" for key in named} if isinstance(named, Mapping) else set()
    well_written = _AS_JEKYLL_HAS_IT if reading.dialect is Dialect.JEKYLL else _ISO
    for scalar in scalars:
        text = scalar.value.strip()
        if scalar.name in keys and scalar.is_text and not well_written.fullmatch(text) and "(" not in text:
            yield from _as_data(scalar, reading.clock)


def _as_data(scalar: Scalar, clock: Clock) -> Iterator[Edit]:
    try:
        moment = clock.read(scalar.value)
        told = replace(clock, zone=_NO_ZONE, keeps_offsets=True).read(scalar.value)
    except ContentError:
        return
    ways = (
        (_with_offset(told),)
        if told.tzinfo is not _NO_ZONE
        else (f"{told:%Y-%m-%d}", _bare(told), _with_offset(moment))
    )
    for written in ways:
        try:
            again = clock.read(_value_of(written, scalar.language))
        except ContentError:
            continue
        if (again, again.utcoffset()) == (moment, moment.utcoffset()):
            yield Edit(scalar.start, scalar.end, f'"{written}"' if scalar.language is Language.JSON else written)
            return


def _bare(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M:%S}"


def _with_offset(moment: datetime) -> str:
    offset = f"{moment:%z}"
    return f"{_bare(moment)}{offset[:3]}:{offset[3:5]}"


def _value_of(written: str, language: Language) -> Any:
    """What a date is to whoever reads it in this language."""
    if language is Language.TOML:
        return tomllib.loads(f"x = {written}")["x"]
    return written if language is Language.JSON else yaml.safe_load(written)
