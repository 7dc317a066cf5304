"""The markup of wikis as MediaWiki has it, turned into Markdown: headings, lists, tables, links, bold.

- ``== Heading ==`` is one, ``; term : value`` a label with its value, ``#`` numbers and ``**`` goes a level deeper
- templates, categories, files and the place of the table of contents are no text
"""

import re
from collections.abc import Iterator

_HEADING = re.compile(r"(={1,6})\s*([^=\s](?:.*?[^=\s])?)\s*\1\s*$")
_MARKUP = re.compile(r"^\{\||'''|\[\[[^\[\]\n]+\]\]", re.MULTILINE)
_FEWEST = 2  # headings
_DROPPED = re.compile(
    r"(?<!\s)\s*(?:__[A-Z]+__|\{\{[^{}]*\}\}|\[\[(?:kategori|category)\s*:[^\[\]]*\]\])\s*", re.IGNORECASE
)
_FILE = re.compile(r"\[\[(?:berkas|gambar|file|image)\s*:[^\[\]]*\]\]", re.IGNORECASE)
_LINK = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]")
_OUTER_LINK = re.compile(r"\[https?://\S+\s+([^\[\]]+)\]")
_STRUCK = re.compile(r"</?(?:del|s|strike)>", re.IGNORECASE)
_TERM = re.compile(r";\s*([^:]{1,60}?)\s*:\s*(.+)$")
_ITEM = re.compile(r"([*#:]+)\s*(?=\S)")
_ATTRIBUTE = r"[\w-]+\s*=\s*(?:\"[^\"]*\"|[^\s\"|]+)"
_ATTRIBUTES = re.compile(rf"\s*{_ATTRIBUTE}(?:\s+{_ATTRIBUTE})*\s*\|(?!\|)")
_LONGEST_HEADING = 300  # characters
_MOST_COLUMNS = 60  # to which short rows are filled up


def is_wikitext(text: str) -> bool:
    """Whether a text has headings of a wiki, and other markup that only wikis have."""
    headings = (_heading(line) is not None for line in text.splitlines())
    return _MARKUP.search(text) is not None and sum(headings) >= _FEWEST


def _heading(line: str) -> re.Match[str] | None:
    return _HEADING.match(line) if len(line) <= _LONGEST_HEADING else None


def as_markdown(text: str) -> str:
    """The text of a wiki's page in Markdown."""
    return "\n".join(_lines(text.splitlines()))


def _lines(raw: list[str]) -> Iterator[str]:
    counts: list[int] = []
    at = 0
    while at < len(raw):
        if raw[at].startswith("{|"):
            end = next((row for row in range(at, len(raw)) if raw[row].startswith("|}")), len(raw))
            yield from _table(raw[at + 1 : end])
            at = end + 1
            continue
        line = _plain(raw[at])
        at += 1
        if heading := _heading(line):
            yield f"{'#' * len(heading[1])} {heading[2]}"
        elif term := _TERM.match(line):
            yield f"{term[1]}: {term[2]}"
        elif item := _ITEM.match(line):
            depth = len(item[1])
            counts = [*counts[:depth], *([0] * (depth - len(counts)))]
            counts[-1] += 1
            mark = {"#": f"{counts[-1]}. ", "*": "- ", ":": ""}[item[1][-1]]
            yield f"{'   ' * (depth - 1)}{mark}{line[item.end() :]}"
            continue
        else:
            yield line
        counts = []


def _plain(line: str) -> str:
    """A line with Markdown's marks, without what is no text."""
    line = _FILE.sub("", _DROPPED.sub(" ", line) if _DROPPED.search(line) else line)
    line = _OUTER_LINK.sub(r"\1", _LINK.sub(r"\1", line))
    return _STRUCK.sub("~~", line.replace("'''", "**").replace("''", "*")).rstrip()


def _table(raw: list[str]) -> Iterator[str]:
    """A table's rows with their cells in pipes."""
    rows: list[list[str]] = [[]]
    titles = 0
    for line in raw:
        sign, cells = line[:1], line[1:]
        if line.startswith("|+"):
            yield _plain(cells[1:].strip())
        elif line.startswith("|-"):
            rows.append([])
        elif sign in ("!", "|"):
            parts = re.split(r"\|\||!!" if sign == "!" else r"\|\|", cells)
            rows[-1] += [_plain(_without_attributes(part)).strip().replace("|", "\\|") for part in parts]
            titles = titles or (len(rows) if sign == "!" else 0)
        elif rows[-1] and line.strip():
            rows[-1][-1] += f" {_plain(line.strip())}"
    width = min(max(map(len, rows)), _MOST_COLUMNS)
    yield ""
    for at, row in enumerate(rows, start=1):
        if row:
            yield "| " + " | ".join([*row, *[""] * (width - len(row))]) + " |"
        if at == titles:
            yield "|" + " --- |" * width
    yield ""


def _without_attributes(cell: str) -> str:
    attributes = _ATTRIBUTES.match(cell)
    return cell[attributes.end() :] if attributes else cell
