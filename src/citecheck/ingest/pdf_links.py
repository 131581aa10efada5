"""The URI link annotations of a PDF page."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2.raw as pdfium

from citecheck.ingest.draft import is_citable

Box = tuple[float, float, float, float]  # left, bottom, right, top


@dataclass(frozen=True, slots=True)
class PageLink:
    """A URI and the boxes that it covers, in page coordinates."""

    url: str
    boxes: tuple[Box, ...]

    def covers(self, x: float, y: float) -> bool:
        """Whether the point lies inside one of the boxes."""
        return any(box[0] <= x <= box[2] and box[1] <= y <= box[3] for box in self.boxes)


def page_links(document: object, page: object) -> tuple[PageLink, ...]:
    """The page's links to the web, in the order of its annotations."""
    found = []
    place = ctypes.c_int(0)
    link = pdfium.FPDF_LINK()
    while pdfium.FPDFLink_Enumerate(page, place, link):
        url = _uri(document, link)
        boxes = tuple(_boxes(link))
        if url and boxes and is_citable(url):
            found.append(PageLink(url, boxes))
    return tuple(found)


def _uri(document: object, link: object) -> str:
    action = pdfium.FPDFLink_GetAction(link)
    if not action or pdfium.FPDFAction_GetType(action) != pdfium.PDFACTION_URI:
        return ""
    length = pdfium.FPDFAction_GetURIPath(document, action, None, 0)
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDFAction_GetURIPath(document, action, buffer, length)
    return buffer.value.decode("utf-8", "replace")


def _boxes(link: object) -> Iterator[Box]:
    """The quadrilaterals of the link where it has them, else its rectangle; corners in any order."""
    count = pdfium.FPDFLink_CountQuadPoints(link)
    quad = pdfium.FS_QUADPOINTSF()
    for index in range(max(count, 0)):
        if pdfium.FPDFLink_GetQuadPoints(link, index, quad):
            across = (quad.x1, quad.x2, quad.x3, quad.x4)
            upward = (quad.y1, quad.y2, quad.y3, quad.y4)
            yield min(across), min(upward), max(across), max(upward)
    if count > 0:
        return
    area = pdfium.FS_RECTF()
    if pdfium.FPDFLink_GetAnnotRect(link, area):
        yield (
            min(area.left, area.right),
            min(area.bottom, area.top),
            max(area.left, area.right),
            max(area.bottom, area.top),
        )
