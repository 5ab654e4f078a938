"""Characters beside each other that wrong decoding leaves and hardly anybody writes.

ftfy, which knows for sure, takes 50 ms to load, so that it is only asked about texts that have some.
"""

from __future__ import annotations

from ..late_patterns import late_pattern

_C1 = "\x80-\x9f"
_BAD = "¦¤¨¬¯¸ƒˆˇ˘˛˜†‡‰⌐◊\ufffdªº"  # noqa: RUF001  # each is what it is
_CURRENCY = "¢£¥₧€"
_OPENING = "¡«¿©΄΅‘‚“„•‹\uf8ff"  # noqa: RUF001  # each is what it is
_CLOSING = "®»˝”›™"  # noqa: RUF001  # each is what it is
_NUMERIC = "²³¹±¼½¾×µ÷⁄∂∆∏∑√∞∩∫≈≠≡≤≥№"  # noqa: RUF001  # each is what it is
_BOX = "│┌┐┘├┤┬┼═-╬▀▄█▌▐░▒▓"
_OTHERS = f"{_CURRENCY}{_NUMERIC}{_BOX}{_BAD}¶§"
_UPPER = "À-ÖØ-ÞĂĀĄĆČĎĐĘĚĒĖĞĢİĪĶĹĽŁĻŃŇŅŒŘŚŞŠŢŤŮŰŸŹŻŽҐ"
_LOWER = "ß-öø-ÿăāąćčďđęěēėğģįīķĺľłļœŕśşšťźżžґﬁﬂ"
_OF_FACES = "°ŐŌŪŲ"
_LATIN = f"{_UPPER}{_LOWER}{_OF_FACES}"

ODD = late_pattern(
    "|".join(
        (
            f"[{_C1}]",
            f"[^\x00-\x7f][{_BAD}]",
            f"[{_OTHERS}][{_OTHERS}{_OPENING}{_CLOSING}{_LATIN}´]",  # noqa: RUF001  # each is what it is
            f"[{_OPENING}{_CLOSING}][{_OTHERS}]",
            f"[{_CLOSING}][{_LATIN}{_OPENING}]",
            f"[{_LATIN}][{_OTHERS}]",
            f"[ßà-ñăāąćčďđęěēėğģįīķĺľłļœŕśşšťüźżžґﬁﬂα-ωάέήίΰа-џ][{_UPPER}]",
            f"[{_LATIN}][{_OPENING}{_CLOSING}][\\w{_OPENING}{_CLOSING}{_NUMERIC}]",
            f"[a-z][{_UPPER}][{_OPENING}]",
            f"[{_UPPER}]°",
            f"[ÂÃÎÐØÙ](?:[œšž]|[^A-Za-z{_LOWER}])",
            "[Œœ](?![A-Za-z])",
            "‚[Äâó]|[вВ]Ђ|β€",  # noqa: RUF001  # each is what it is
            f"[ВГРСΒΓΞΟ][{_OTHERS}{_OPENING}{_CLOSING}°][ВГРСΒΓΞΟ]",
        )
    )
)
"""What each text has that ftfy takes for wrongly decoded, and few others."""
