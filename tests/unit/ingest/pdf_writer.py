"""A few lines of PDF, just enough to write text and link annotations."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """Text at a place, in points from the bottom left."""

    x: float
    y: float
    text: str
    size: float = 12


@dataclass(frozen=True)
class Link:
    """A URI over a rectangle: left, bottom, right, top."""

    url: str
    box: tuple[float, float, float, float]


def write_pdf(lines, links=()):
    shown = "\n".join(
        f"BT /F1 {each.size} Tf {each.x} {each.y} Td ({_escaped(each.text)}) Tj ET" for each in lines
    )
    annotations = [
        f"<< /Type /Annot /Subtype /Link /Rect [{' '.join(map(str, each.box))}] /Border [0 0 0] "
        f"/A << /S /URI /URI ({_escaped(each.url)}) >> >>"
        for each in links
    ]
    places = " ".join(f"{number} 0 R" for number in range(6, 6 + len(annotations)))
    return _assembled(
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 500 700] /Contents 4 0 R "
            f"/Resources << /Font << /F1 5 0 R >> >> /Annots [{places}] >>",
            f"<< /Length {len(shown)} >>\nstream\n{shown}\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>",
            *annotations,
        ]
    )


def _escaped(text):
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _assembled(objects):
    body = b"%PDF-1.4\n"
    starts = []
    for number, each in enumerate(objects, start=1):
        starts.append(len(body))
        body += f"{number} 0 obj\n{each}\nendobj\n".encode("latin-1")
    table = "".join(f"{start:010d} 00000 n \n" for start in starts)
    return body + (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
        f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(body)}\n%%EOF\n"
    ).encode("latin-1")
