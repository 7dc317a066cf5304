"""The heads of minutes: letterhead, titles and labels around what dates a meeting, and where they begin."""

import re
from collections.abc import Iterator

from notula.models.sections import SectionKind
from notula.models.source import Line, Table
from notula.pipeline.read.lines import lines_in
from notula.pipeline.structure.anchors import MOST_TITLE_LINES, NEAR, Anchor, Content
from notula.pipeline.structure.closing import closes, signs
from notula.pipeline.structure.header_forms import is_header_form
from notula.pipeline.structure.labels import Labels
from notula.pipeline.structure.markers import parse_marker
from notula.pipeline.structure.opening_lines import DAY_NAME, any_day, counts_on, over_header, tells_who
from notula.pipeline.structure.title_lines import GENRE, MEETING, is_title, labelled_field, set_apart
from notula.pipeline.text import fold

HEADINGS = (SectionKind.DISCUSSION, SectionKind.AGREEMENTS, SectionKind.FOLLOW_UPS, SectionKind.ATTENDEES)
_MARK = re.compile(r"(?:[ivx]{1,5}|\d{1,2}|[a-h])[.)]\s+")  # "II. Rapat ..."
_DAY_IN_WORDS = re.compile(rf"\b{DAY_NAME}\W+tanggal \w+")
MOST_HEAD_LINES = 12  # above an anchor: letterhead, titles, labels
_EARLY = 80  # characters of a line
_MINUTES_LINES = 3  # points, tables and sentences at least, of minutes without a day
_POINT_WORDS = 6  # at least, in such a point: less is a list of contents


def first_title(content: tuple[Content, ...], index: int, labels: Labels) -> int:
    """Where the title lines above an anchor begin; labels and other short lines between them are stepped over."""
    top = _head_top(content, index, labels)
    if top < index and starts_page(content[top]):
        return top
    top = max(top, index - MOST_TITLE_LINES)
    named = [at for at in range(top, index) if _names_minutes(content[at], labels)]
    first = at = named[-1] if named else index
    if at == top and top and isinstance(above := content[top - 1], Table) and _is_titled(above, labels):
        return top if is_header_form(above, labels) else top - 1  # minutes of their own in one form
    while at > top:
        here, above = content[at], content[at - 1]
        assert isinstance(above, Line)
        title = _titles(above, labels, right_above=at == index)
        labelled = labelled_field(above, labels) is not None
        if not title and not labelled and labels.words.loose_kind(above.text.strip()):
            break  # the heading of what the meeting before still says
        closed = at > 1 and isinstance(last := content[at - 2], Line) and closes(last.text)
        if labelled and (closed or (isinstance(here, Line) and is_title(here, labels))):
            break  # who signed the minutes before
        at -= 1
        if title or labelled or set_apart(above):
            first = at
    return first


def has_own_head(content: tuple[Content, ...], anchor: Anchor, labels: Labels) -> bool:
    """Whether an anchor stands in a header below a title, as that of minutes from elsewhere does."""
    start = first_title(content, anchor.at, labels)
    head = content[start : anchor.at + 1]
    if not start:
        return False
    paged, titled = starts_page(head[0]), any(_is_titled(piece, labels) for piece in head)
    if paged or not titled:
        return titled or (paged and anchor.header != "")
    apart = isinstance(head[0], Line) and set_apart(head[0])
    return anchor.header != "" or (anchor.kind != "prose" and (apart or tells_who(content, anchor.at, labels)))


def follows_undated(content: tuple[Content, ...], anchor: Anchor, labels: Labels) -> bool:
    """Whether minutes without a day stand before a file's first anchor: below a heading like its own, or a title."""
    dated = content[anchor.at]
    level = dated.outline if isinstance(dated, Line) else None
    above = ((at, piece) for at, piece in enumerate(content[1 : anchor.at], start=1) if isinstance(piece, Line))
    if level is not None and any(piece.outline == level and over_header(content, at, labels) for at, piece in above):
        return True
    if not has_own_head(content, anchor, labels):
        return False
    before = content[: first_title(content, anchor.at, labels)]
    titled = any(_is_titled(piece, labels) for piece in before[:NEAR]) or _gives_day(before)
    told = (piece for piece in before if isinstance(piece, Table) or len(piece.text.split()) >= _POINT_WORDS)
    return titled and sum(is_body(piece, labels) for piece in told) >= _MINUTES_LINES


def _gives_day(content: tuple[Content, ...]) -> bool:
    """Whether the first lines give a day early on, as minutes do that are told in sentences."""
    lines = (piece for piece in content[:MOST_HEAD_LINES] if isinstance(piece, Line))
    return any(_day_in(fold(line.text[:_EARLY])) is not None for line in lines)


def page_head(content: tuple[Content, ...], index: int, labels: Labels) -> Anchor | None:
    """The name of minutes among the short lines that a page begins with, over a day."""
    if not index or not starts_page(content[index]):
        return None
    for at, piece in enumerate(content[index : index + MOST_HEAD_LINES], start=index):
        if isinstance(piece, Table):
            return None
        if _names_minutes(piece, labels):
            if counts_on(content[at + 1 : at + MOST_HEAD_LINES]):
                return None
            texts = (fold(line.text) for line in lines_in((piece, *_head_below(content, at, labels))))
            day = next((found for text in texts if (found := _day_in(text))), None)
            return Anchor(at, "head", day, fold(piece.text)) if day else None
        if _ends_head(piece, labels):
            return None
    return None


def _head_below(content: tuple[Content, ...], at: int, labels: Labels) -> Iterator[Content]:
    """What may date minutes below their name: what is no point of a list, up to the heading of a section."""
    for piece in content[at + 1 : at + MOST_HEAD_LINES]:
        if isinstance(piece, Line) and labels.words.kind(piece.text) in HEADINGS:
            return
        if isinstance(piece, Table) or not is_point(piece, labels):
            yield piece


def is_body(piece: Content, labels: Labels) -> bool:
    """Whether a piece says what a meeting was about: a table, a point, a sentence, a section in one line."""
    if isinstance(piece, Table):
        return True
    if labelled_field(piece, labels) is not None:
        return False
    if len(piece.text.split()) >= 12 or is_point(piece, labels):
        return True
    opening = labels.opening(piece.text)
    # "Tindak lanjut: Rina mengirim surat"
    return opening is not None and opening.kind in HEADINGS[:3] and opening.has_value(piece.text)


def is_point(piece: Content, labels: Labels) -> bool:
    """Whether a piece is a table, a point of a list or the heading of a section."""
    if isinstance(piece, Table):
        return True
    if set_apart(piece) and MEETING.match(_MARK.sub("", fold(piece.text))):
        return False  # the name of the next meeting: "B. RAPAT TEKNIS"
    if piece.marker is not None:
        return True
    return parse_marker(piece.text) is not None or labels.words.kind(piece.text) in HEADINGS


def starts_page(piece: Content) -> bool:
    """Whether a page begins with a piece."""
    return isinstance(piece, Line) and piece.new_page


def _head_top(content: tuple[Content, ...], index: int, labels: Labels) -> int:
    """How far above an anchor the lines of a head may reach: short ones, down from a new page or what was said."""
    at = index
    while at > 0 and index - at < MOST_HEAD_LINES:
        above = content[at - 1]
        if isinstance(above, Table) or starts_page(content[at]):
            break
        title = _titles(above, labels, right_above=at == index) or GENRE.match(fold(above.text)) is not None
        if not title and _ends_head(above, labels):
            break
        at -= 1
    return at


def _ends_head(line: Line, labels: Labels) -> bool:
    """Whether a line is none of a head: a sentence, a point, a closing, a signature."""
    text = line.text.strip()
    return is_body(line, labels) or text.endswith((".", ";")) or signs(text) or closes(text)


def _is_titled(piece: Content, labels: Labels) -> bool:
    """Whether a piece is a title, or a table with one in it."""
    lines = (piece,) if isinstance(piece, Line) else lines_in((piece,))
    return any(is_title(line, labels) or _names_minutes(line, labels) for line in lines)


def _titles(line: Line, labels: Labels, *, right_above: bool) -> bool:
    """Whether a line is a title or a word for minutes, or, right above an anchor, a meeting's name set apart."""
    if is_title(line, labels) or labels.words.is_genre(line.text.strip()):
        return True
    return right_above and set_apart(line) and MEETING.match(_MARK.sub("", fold(line.text))) is not None


def _names_minutes(piece: Content, labels: Labels) -> bool:
    """Whether a line is a word for minutes or a title that begins with one."""
    if isinstance(piece, Table):
        return False
    return labels.words.is_genre(piece.text.strip()) or (
        GENRE.match(fold(piece.text)) is not None and is_title(piece, labels)
    )


def _day_in(text: str) -> str | None:
    """The day that a folded text names, in digits or in words ("kamis tanggal sembilan")."""
    in_words = _DAY_IN_WORDS.search(text)
    return any_day(text) or (in_words.group() if in_words else None)
