"""PDF files for tests."""

from __future__ import annotations

from collections.abc import Sequence

Lines = Sequence[tuple[int, str]]
"""Lines of text, each with its size."""


def slide(*lines: tuple[int, str], width: float = 320, height: float = 180) -> tuple[str, str]:
    """The dictionary and the content of a page with some lines."""
    shown = "".join(
        f"/F {size} Tf 1 0 0 1 20 {140 - 30 * row} Tm ({text}) Tj " for row, (size, text) in enumerate(lines)
    )
    return f"/MediaBox [0 0 {width} {height}] /Resources << /Font << /F 3 0 R >> >>", f"BT {shown}ET"


def pdf(*pages: tuple[str, str], trailer: str = "", objects: Sequence[str] = ()) -> bytes:
    """A PDF with some pages; `objects` are further ones from number 4 on."""
    first = 4 + len(objects)
    kids = " ".join(f"{first + 2 * place} 0 R" for place in range(len(pages)))
    bodies = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        *objects,
    ]
    for place, (about, content) in enumerate(pages):
        bodies.append(f"<< /Type /Page /Parent 2 0 R /Contents {first + 2 * place + 1} 0 R {about} >>")
        bodies.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
    text, places = "%PDF-1.4\n", []
    for number, body in enumerate(bodies, 1):
        places.append(len(text))
        text += f"{number} 0 obj\n{body}\nendobj\n"
    rows = "".join(f"{place:010} 00000 n \n" for place in places)
    text += f"xref\n0 {len(bodies) + 1}\n0000000000 65535 f \n{rows}"
    text += f"trailer\n<< /Size {len(bodies) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{text.index('xref')}\n%%EOF\n"
    return text.encode("latin-1")


def locked() -> bytes:
    """A PDF that nobody knows the password of."""
    secret = "ab" * 32
    encrypt = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{secret}> /U <{secret}> /P -4 >> /ID [<00> <00>]"
    return pdf(slide((20, "Secret")), trailer=encrypt)


def bomb() -> bytes:
    """A PDF whose second page takes for ever: it draws ten times what draws ten times what …."""
    deep, first = 25, 4
    forms = []
    for number in range(first, first + deep):
        is_last = number == first + deep - 1
        content = "0 0 1 1 re f" if is_last else "/X Do " * 10
        inner = "" if is_last else f"/Resources << /XObject << /X {number + 1} 0 R >> >>"
        about = f"/Type /XObject /Subtype /Form /BBox [0 0 320 180] {inner} /Length {len(content)}"
        forms.append(f"<< {about} >>\nstream\n{content}\nendstream")
    page = (f"/MediaBox [0 0 320 180] /Resources << /XObject << /X {first} 0 R >> >>", "/X Do")
    return pdf(slide((20, "Harmless")), page, objects=forms)
