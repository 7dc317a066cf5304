"""The PDFium functions that are called once per word or object, with lean prototypes.

pypdfium2 declares typed pointers, so that each call makes a pointer object; with addresses as plain integers a call
costs half. That is a fifth of the time a page takes. Functions of a text page, called for each word, cost half of that
again: they have no prototype, and take their pointers as arguments made ready once (:func:`argument`, ``byref``).
"""

import ctypes
from collections.abc import Callable
from typing import Any, Final

import pypdfium2.raw as pdfium_c

_ADDRESS: Final = ctypes.c_void_p
_INT: Final = ctypes.c_int


def address(pointer: Any) -> int:
    """Where a pointer or a PDFium handle points to, 0 for nowhere."""
    return ctypes.cast(pointer, _ADDRESS).value or 0


def argument(where: int) -> Any:
    """An address as calls without a prototype take it."""
    return _ADDRESS.from_param(where)


def _bare(function: Any, result: Any) -> Callable[..., Any]:
    return ctypes.CFUNCTYPE(result)(address(function))


def _lean(function: Any, result: Any, *arguments: Any) -> Callable[..., Any]:
    return ctypes.CFUNCTYPE(result, *arguments)(address(function))


text_object = _bare(pdfium_c.FPDFText_GetTextObject, _ADDRESS)
"""(text page, character) -> the text object it belongs to, or None."""
loose_box = _bare(pdfium_c.FPDFText_GetLooseCharBox, _INT)
"""(text page, character, FS_RECTF) -> whether the rectangle was filled in."""
char_matrix = _bare(pdfium_c.FPDFText_GetMatrix, _INT)
"""(text page, character, FS_MATRIX) -> whether the matrix was filled in."""
font_size = _bare(pdfium_c.FPDFText_GetFontSize, ctypes.c_double)
"""(text page, character) -> the font size before the text matrix."""
object_font = _lean(pdfium_c.FPDFTextObj_GetFont, _ADDRESS, _ADDRESS)
"""(text object) -> its font, or None."""
render_mode = _lean(pdfium_c.FPDFTextObj_GetTextRenderMode, _INT, _ADDRESS)
"""(text object) -> how its glyphs are painted."""
page_object = _lean(pdfium_c.FPDFPage_GetObject, _ADDRESS, _ADDRESS, _INT)
"""(page, index) -> an object of the page."""
form_object = _lean(pdfium_c.FPDFFormObj_GetObject, _ADDRESS, _ADDRESS, ctypes.c_ulong)
"""(form, index) -> an object of the form."""
object_type = _lean(pdfium_c.FPDFPageObj_GetType, _INT, _ADDRESS)
"""(object) -> its type."""
object_bounds = _lean(pdfium_c.FPDFPageObj_GetBounds, _INT, _ADDRESS, _ADDRESS, _ADDRESS, _ADDRESS, _ADDRESS)
"""(object, left, bottom, right, top) -> whether the four floats were filled in."""
