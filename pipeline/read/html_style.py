"""What HTML elements, their attributes, inline CSS and the usual class names say about formatting."""

import re
from typing import Any, NamedTuple

from notula.models.source import Align, Origin

Element = Any  # lxml ships no types

_NO_TEXT = frozenset((
    "audio", "button", "canvas", "datalist", "frameset", "head", "iframe", "map", "math", "noscript", "object",
    "script", "select", "style", "svg", "template", "textarea", "video",
))  # fmt: skip
_BOLD = frozenset(("b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6"))
_STRUCK = frozenset(("s", "strike", "del"))
_SECTIONING = frozenset(("article", "main", "section", "table"))
_ORIGINS: dict[str, Origin] = {
    "header": "header", "nav": "header", "footer": "footer", "aside": "footer", "marquee": "header",
}  # fmt: skip
# What content managers call the parts of a page around its text, by class or id.
_AROUND_TEXT: dict[str, Origin] = {
    "breadcrumb": "header", "breadcrumbs": "header", "comments": "footer", "komentar": "footer", "sidebar": "footer",
    "navigation": "header", "navbar": "header", "toc": "header", "footer": "footer",
    "nav": "header", "menu": "header", "jump-to-nav": "header", "prevnext": "footer", "post-navigation": "footer",
    "mw-navigation": "header", "mw-head": "header", "mw-panel": "footer", "sitesub": "header", "contentsub": "header",
    "printfooter": "footer", "catlinks": "footer", "docinfo": "footer", "entry-footer": "footer",
    "site-footer": "footer", "page-footer": "footer", "comments-area": "footer", "widget-area": "footer",
    "sharedaddy": "footer", "related-posts": "footer",
}  # fmt: skip
_EDIT_LINK = "mw-editsection"  # of wikis, behind each heading: "[edit]"
_ALIGN: dict[str, Align] = {
    "left": "left", "start": "left", "center": "center", "middle": "center", "right": "right", "end": "right",
    "justify": "justify",
}  # fmt: skip
_ALIGN_CLASS = re.compile(r"(?:^|\s)text-(?:xs-|sm-|md-|lg-)?(left|start|center|right|end|justify)(?:\s|$)")
_BOLD_CLASS = re.compile(r"(?:^|\s)(?:fw-bold(?:er)?|font-weight-bold(?:er)?|font-bold)(?:\s|$)")
_SPACING_CLASS = re.compile(r"(?:^|\s)(?:m|ms|ml|ps|pl)-([0-5])(?:\s|$)")
_SPACING = (0.0, 3.0, 6.0, 12.0, 18.0, 36.0)  # points of Bootstrap's spacers
_LENGTH = re.compile(r"(-?\d{0,4}(?:\.\d{1,4})?)(px|pt|in|cm|mm|em|rem)?$")
_POINTS = {"px": 0.75, "pt": 1.0, "in": 72.0, "cm": 28.35, "mm": 2.835, "em": 12.0, "rem": 12.0}
_LIST_INDENT = 30.0  # 40 px, what browsers indent lists and quotations by
_INDENTING = frozenset(("ul", "ol", "blockquote", "dd"))


class Look(NamedTuple):
    """How text looks where it stands."""

    bold: bool = False
    struck: bool = False
    align: Align | None = None
    indent: float = 0.0
    outline: int | None = None
    preformatted: bool = False
    origin: Origin = "body"
    sectioned: bool = False


def is_shown(element: Element, css: dict[str, str]) -> bool:
    """Whether an element's text is on the page."""
    if element.tag in _NO_TEXT or element.get("hidden") is not None or element.get("class") == _EDIT_LINK:
        return False
    return css.get("display") != "none" and css.get("visibility") != "hidden"


def css_of(element: Element) -> dict[str, str]:
    """The declarations of an element's ``style``, lower case; none where it has none."""
    style = element.get("style")
    if not style:
        return {}
    pairs = (part.partition(":") for part in style[:4000].lower().split(";"))
    return {name.strip(): value.replace("!important", "").strip() for name, _, value in pairs}


def look_of(element: Element, css: dict[str, str], around: Look) -> Look:
    """How text inside an element looks, given how it looks around it."""
    tag = element.tag
    names = element.get("class") or ""
    weight = css.get("font-weight", "")
    bold = around.bold or tag in _BOLD or _BOLD_CLASS.search(names) is not None
    if weight:
        bold = weight.startswith("bold") or (weight.isdigit() and int(weight) >= 600)
    struck = around.struck or tag in _STRUCK or "line-through" in css.get("text-decoration", "")
    return Look(
        bold=bold,
        struck=struck,
        align=_align(element, css, names) or around.align,
        indent=around.indent + _indent(tag, css, names),
        outline=int(tag[1]) if len(tag) == 2 and tag[0] == "h" and tag[1] in "123456" else around.outline,
        preformatted=around.preformatted or tag == "pre" or css.get("white-space", "").startswith("pre"),
        origin=_origin(element, around),
        sectioned=around.sectioned or tag in _SECTIONING,
    )


def breaks_page(css: dict[str, str], side: str) -> bool:
    """Whether a page starts before or after (``side``) an element."""
    value = css.get(f"page-break-{side}") or css.get(f"break-{side}")
    return value in ("always", "page", "left", "right")


def _align(element: Element, css: dict[str, str], names: str) -> Align | None:
    if element.tag == "center":
        return "center"
    found = _ALIGN_CLASS.search(names)
    value = css.get("text-align") or (element.get("align") or "").lower() or (found[1] if found else "")
    return _ALIGN.get(value)


def _indent(tag: str, css: dict[str, str], names: str) -> float:
    """How much further right than its surroundings an element's first line starts, in points."""
    if "margin-left" in css or "padding-left" in css or "text-indent" in css:
        return sum(_points(css.get(name, "")) for name in ("margin-left", "padding-left", "text-indent"))
    found = _SPACING_CLASS.search(names)
    if found:
        return _SPACING[int(found[1])]
    return _LIST_INDENT if tag in _INDENTING else 0.0


def _points(value: str) -> float:
    found = _LENGTH.match(value)
    if found is None or not any(char.isdigit() for char in found[1]):
        return 0.0
    return float(found[1]) * _POINTS[found[2] or "px"]


def _origin(element: Element, around: Look) -> Origin:
    """A page's own header and footer elements, by their tag or name, or those word processors mark by their title."""
    if around.origin != "body":
        return around.origin
    names = f"{element.get('class') or ''} {element.get('id') or ''}".lower().split()
    if named := next((_AROUND_TEXT[name] for name in names if name in _AROUND_TEXT), None):
        return named
    if around.sectioned:
        return around.origin
    title = (element.get("title") or "").lower() if element.tag == "div" else ""
    return _ORIGINS.get(title) or _ORIGINS.get(element.tag) or "body"
