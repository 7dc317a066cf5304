"""One file, several meetings: where each begins.

- An anchor is what dates a meeting: a title with a date (in it or right below), a date label with other labels near,
  a form table that holds one, an opening sentence ("Pada hari ini, Senin tanggal ..."), or a line with the name or the
  day of a meeting over who was there.
- The minutes of one file open alike: the commonest kind of anchor counts, and any kind below a line that names minutes
  ("NOTULENSI RAPAT 2") or above those present; without a date, the file's own title where it stands again, and numbered
  sessions each with its place; or the first lines told alike for another day.
- An anchor begins a meeting when body text (a table, a list, a sentence, a section heading) stands between it and the
  anchor before, and its date, its hour or title is another, or it stands in a header of its own.
- A meeting begins at the letterhead or the title lines above its anchor.
- Minutes from elsewhere may stand in one file: a head of its own (a title over labels, a new page) begins a meeting
  whatever the others open with, and minutes without a day may stand before it.
- Below three meetings a line that tells day and hour begins another; a sentence that does where sections start over;
  below signed minutes a meeting's name with its day does.
- What announces the next meeting is no anchor. A file with fewer than two anchors is one meeting.
"""

import itertools
import re
from collections import Counter
from typing import NamedTuple

from notula.models.source import Line, Table
from notula.pipeline.lexicon import Lexicon
from notula.pipeline.read.lines import lines_in
from notula.pipeline.structure.alike import repeated_openings, titles_alike
from notula.pipeline.structure.anchors import (
    NEAR,
    Anchor,
    Content,
    find_anchor,
    opens_again,
    sessions,
    under_genre,
)
from notula.pipeline.structure.another import Between, is_another, is_minuted
from notula.pipeline.structure.dated_headings import headings_of_a_log, is_bare_day
from notula.pipeline.structure.days import day_number
from notula.pipeline.structure.heads import (
    HEADINGS,
    MOST_HEAD_LINES,
    first_title,
    follows_undated,
    has_own_head,
    is_point,
    page_head,
    starts_page,
)
from notula.pipeline.structure.labels import Labels, get_labels
from notula.pipeline.structure.late_heads import (
    ENOUGH,
    begins_anew,
    day_alone,
    day_and_hour,
    is_set_like,
    is_signed_off,
    names_anew,
    starts_over,
)
from notula.pipeline.structure.opening_lines import is_of_earlier, leading_day, tells_who
from notula.pipeline.structure.paragraphs import Opens, Paragraph, join_wrapped
from notula.pipeline.structure.registers import split_beside, split_register
from notula.pipeline.structure.stacked_forms import split_stacked
from notula.pipeline.structure.title_lines import GENRE, announces, is_title, labelled_field, set_apart
from notula.pipeline.text import fold

_NUMBER = re.compile(r"\s*(?:(?P<roman>[IVX]{1,5})|(?P<digit>\d{1,2})|(?P<letter>[A-H]))[.)]\s")
_ADDED = re.compile(r"\W*lampiran(?:\W+(?:\d{1,2}|[ivx]{1,4}|[a-e]))?\W*")
_OVER_FORM = 2  # points
_BOXED = 3  # lines at most, of a box around a heading
_WITH_ROLL = ("title", "dateline", "day", "prose")  # that count over those who were there
# Kinds of anchors that count beside others.
_SURE = ("account", "again", "anew", "head", "opening", "session", "signed", "told")
_LATE = ("anew", "hour", "signed")  # kinds that alone begin no minutes, but below others


class Meetings(NamedTuple):
    """The content of each meeting in order, and the lines above the first that are about the file as a whole."""

    parts: tuple[tuple[Content, ...], ...]
    preamble: tuple[Line, ...] = ()


def split_meetings(content: tuple[Content, ...], lexicon: Lexicon, begins: Opens | None = None) -> Meetings:
    """The meetings of a file; all of it in one part where there is only one.

    Args:
        content: the lines and tables of the body.
        lexicon: the words to read with.
        begins: where lines wrap for sure (on pages), whether a line begins something new wherever it stands.
    """
    labels = get_labels(lexicon)
    content = tuple(itertools.chain.from_iterable(_taken_apart(piece, labels) for piece in content))
    whole = join_wrapped(content, begins) if begins else tuple(itertools.starmap(Paragraph, enumerate(content)))
    anchors, starts = _beginnings(tuple(paragraph.piece for paragraph in whole), labels)
    last = {start: at for at, start in enumerate(starts)}  # days in one header: the last one tells it best
    anchors = [anchors[at]._replace(at=whole[anchors[at].at].at) for at in last.values()]
    starts = [whole[start].at for start in last]
    if len(starts) < 2:
        return Meetings(split_register(content, labels, lexicon) or (content,))
    first = _own_head(content, anchors, starts)
    top = 0 if is_bare_day(content[anchors[0].at]) else first
    # A heading that is only a day has the title above the first meeting, a session the lines above the first one.
    named = content[:first] if anchors[0].kind != "top" else ()
    titles = tuple(piece for piece in named if isinstance(piece, Line) and is_title(piece, labels))
    day = content[starts[0] : next(iter(sessions(content[starts[0] :], labels)), 0) + starts[0]]
    parts = [content[top : starts[1]]]
    for anchor, (start, end) in zip(anchors[1:], itertools.pairwise([*starts[1:], len(content)]), strict=True):
        lent = day if anchor.kind == "session" else titles if is_bare_day(content[anchor.at]) else ()
        parts.append((*lent, *content[start:end]))
    return Meetings(tuple(parts), tuple(lines_in(content[:top])))


def _taken_apart(piece: Content, labels: Labels) -> tuple[Content, ...]:
    """A table of minutes side by side or of forms one below the other as what it is made of, a box as its lines."""
    if isinstance(piece, Line):
        return (piece,)
    if len(piece.cells) == 1 and (banner := _banner(piece)):
        return banner
    beside = split_beside(piece, labels)
    return split_stacked(piece, labels) if beside == (piece,) else beside


def _banner(box: Table) -> tuple[Line, ...]:
    """The lines of a box around a heading, as bold as that is; none where it holds anything else."""
    lines = tuple(each._replace(bold=True) for each in box.cells[0].content if isinstance(each, Line))
    whole = len(lines) == len(box.cells[0].content) <= _BOXED
    return lines if whole and not any(announces(fold(line.text)) for line in lines) else ()


def _own_head(content: tuple[Content, ...], anchors: list[Anchor], starts: list[int]) -> int:
    """Where the head of the first meeting begins, below what is about the whole file; 0 where nothing shows that."""
    above = [anchor.at - start for anchor, start in zip(anchors[1:], starts[1:], strict=True)]
    if not any(above) and anchors[0].kind in ("title", "day", "opening"):
        return anchors[0].at
    levels = {_outline(content[start]) for start in starts[1:]} - {None}
    head = max(starts[0], anchors[0].at - max(above))
    headings = (at for at in range(head, anchors[0].at + 1) if _outline(content[at]) in levels)
    if (own := next(headings, None)) is not None:
        return own
    return starts[0] if starts[0] < anchors[0].at else 0


def _outline(piece: Content) -> int | None:
    return piece.outline if isinstance(piece, Line) else None


def _beginnings(content: tuple[Content, ...], labels: Labels) -> tuple[list[Anchor], list[int]]:
    """The anchor of each meeting and where the meeting begins; nothing where there is no second one."""
    if content and isinstance(content[0], Line):
        content = (content[0]._replace(spaced=True), *content[1:])
    anchors = _anchors(content, labels)
    dated = next((anchor for anchor in anchors if anchor.kind not in _LATE), None)
    if dated is not None and follows_undated(content, dated, labels):
        anchors = [Anchor(0, "top", "", ""), *anchors]
    if len(anchors) < 2:
        return [], []
    kinds = Counter(anchor.kind for anchor in anchors if anchor.kind not in _LATE)
    if not kinds:
        return [], []
    common = kinds.most_common(1)[0][0]
    kept: list[Anchor] = []
    between = Between(content, labels)
    sectioned = _section_levels(content, labels)
    for anchor in anchors:
        if kept and not anchor.full and begins_anew(content, kept[-1].at, anchor.at, labels):
            anchor = anchor._replace(full=True)
        event = kept and kept[0].full and not (anchor.full or anchor.alike)
        if kept and (event or _is_section(content, kept[0], anchor, sectioned, labels)):
            continue  # the day and place of an event; a part of these minutes about others
        sentence = anchor.kind in ("prose", "account") and bool(kept)
        over = sentence and starts_over(content, kept[-1].at, anchor.at, labels)
        over = over or (anchor.kind == "account" and starts_page(content[anchor.at]))
        signed = bool(kept) and is_signed_off(content, kept[-1].at, anchor.at)
        late = over or len(kept) >= ENOUGH or signed
        if (anchor.kind == "hour" or (anchor.kind == "account" and kept)) and not late:
            continue
        if anchor.kind == "signed" and not signed:
            continue
        if anchor.kind == "anew" and not _is_anew(content, kept, anchor, labels):
            continue
        counts = anchor.kind in (common, *_SURE) or anchor.alike or not kept
        counts = counts or (late and day_and_hour(content, anchor.at, labels) is not None)
        counts = counts or _names_minutes(anchor, kept) or under_genre(content, anchor.at, labels)
        counts = counts or (anchor.kind in _WITH_ROLL and tells_who(content, anchor.at, labels))
        counts = counts or has_own_head(content, anchor, labels) or (anchor.full and anchor.header != "")
        if counts and (not kept or is_another(kept[-1], anchor, between)):
            kept.append(anchor)
            between = Between(content, labels, anchor.at + 1)
    ends = [each.at for each in kept[1:]] + [len(content)]
    minuted = [is_minuted(content, each, end, labels) for each, end in zip(kept, ends, strict=True)]
    kept = [each for each, said in zip(kept, minuted, strict=True) if said or each is kept[0]]
    return kept, [_beginning(content, kept[0], each, labels) for each in kept]


def _is_anew(content: tuple[Content, ...], kept: list[Anchor], anchor: Anchor, labels: Labels) -> bool:
    """Whether a title without a day is set like the file's own, and its minutes have the sections of the last ones."""
    if not kept:
        return False
    first = first_title(content, kept[0].at, labels)
    alike = is_set_like(content, first, anchor.at)
    return alike and starts_over(content, kept[-1].at, anchor.at, labels)


def _names_minutes(anchor: Anchor, kept: list[Anchor]) -> bool:
    """Whether a title says that minutes of another day than the last ones begin ("Notulensi rapat ..., 3 Mei 2024")."""
    other = not kept or day_number(anchor.date) != day_number(kept[-1].date)
    return other and GENRE.match(anchor.title) is not None


def _section_levels(content: tuple[Content, ...], labels: Labels) -> dict[int, int]:
    """The depths at which headings of sections stand, each with where the last one does."""
    return {
        piece.outline: at
        for at, piece in enumerate(content)
        if isinstance(piece, Line) and piece.outline is not None and labels.words.kind(piece.text) in HEADINGS[:3]
    }


def _is_section(
    content: tuple[Content, ...], first: Anchor, anchor: Anchor, sectioned: dict[int, int], labels: Labels
) -> bool:
    """Whether an anchor is a part of the minutes that the first one dates, about some other day.

    It is a heading below the file's own, with no header of its own or beside the sections of its minutes; or one number
    of theirs.
    """
    piece = content[anchor.at]
    if isinstance(piece, Table):
        return False
    if is_of_earlier(content, anchor.at, labels):
        return True
    told = tells_who(content, anchor.at, labels)
    if anchor.kind == "title" and not told and _is_numbered_section(content, anchor.at, piece, labels):
        return True
    title, dated = first_title(content, first.at, labels), content[first.at]
    level, top = piece.outline, _outline(content[title])
    if level is None or top is None or level <= top:
        return False
    own = title == first.at or (isinstance(dated, Line) and dated.outline is None)
    alone = own and first.kind != "session" and not told
    return alone or sectioned.get(level, -1) > anchor.at


def _is_numbered_section(content: tuple[Content, ...], at: int, line: Line, labels: Labels) -> bool:
    """Whether a heading stands among numbered ones of which another dates no meeting ("III. Kesepakatan")."""
    own = _NUMBER.match(line.text)
    if own is None or not set_apart(line):
        return False
    for side in (reversed(content[:at]), content[at + 1 :]):
        headings = (piece for piece in side if isinstance(piece, Line) and set_apart(piece))
        numbers = ((each, mark) for each in headings if (mark := _NUMBER.match(each.text)))
        near = next((each for each, mark in numbers if mark.lastgroup == own.lastgroup), None)
        if near is not None and not is_title(near, labels):
            return True
    return False


def _beginning(content: tuple[Content, ...], first: Anchor, anchor: Anchor, labels: Labels) -> int:
    if anchor.kind == "day":
        return anchor.at
    start = _repeated_head(content, first.at, anchor.at) or first_title(content, anchor.at, labels)
    top = content[start]
    added = start and start < anchor.at and isinstance(top, Line) and _ADDED.fullmatch(fold(top.text))
    return start + 1 if added else start  # what heads an appendix to the minutes before is no title


def _anchors(content: tuple[Content, ...], labels: Labels) -> list[Anchor]:
    """What dates a meeting, in order; the file's title alone where it stands again and no date is near."""
    title = next((piece for piece in content[:NEAR] if isinstance(piece, Line) and is_title(piece, labels)), None)
    found: list[Anchor] = []
    alike = repeated_openings(content)
    for index in range(len(content)):
        if anchor := find_anchor(content, index, labels) or page_head(content, index, labels):
            found.append(anchor._replace(alike=index in alike))
        elif index in alike:
            found.append(Anchor(index, "again", alike[index], "", alike=True))
        elif title and opens_again(content, index, title, labels):
            found.append(Anchor(index, "again", "", fold(title.text)))
        elif (day := day_and_hour(content, index, labels)) is not None:
            found.append(Anchor(index, "hour", day, ""))
        elif (day := day_alone(content, index, labels)) is not None:
            found.append(Anchor(index, "signed", day, ""))
        elif names_anew(content, index, labels):
            found.append(Anchor(index, "anew", "", ""))
    found = _with_days_alike(content, _without_repeated_days(_with_titles_alike(content, found)))
    log = headings_of_a_log(content, labels)
    if log and all(each.at in log for each in found if each.date and each.kind not in _LATE):
        found = [Anchor(at, "day", day, "") for at, day in log.items()]
    known = {each.at for each in found}
    found = sorted([*found, *(Anchor(at, "session", "", "") for at in sessions(content, labels) if at not in known)])
    dated = {each.at for each in found if each.date}
    return [
        each
        for each in found
        if each.date
        or not (
            _is_dated_below(content, each.at, dated, labels)
            or (each.kind == "label" and _is_dated_above(content, each.at, dated, labels))
        )
    ]


def _with_titles_alike(content: tuple[Content, ...], found: list[Anchor]) -> list[Anchor]:
    """The anchors with the lines of a log that are put as its titles are, though no word of theirs names a meeting."""
    alike = titles_alike(content, [each.at for each in found if each.kind == "title"])
    lines = ((content[at], Anchor(at, "title", day, "")) for at, day in alike.items())
    more = [anchor._replace(title=fold(line.text)) for line, anchor in lines if isinstance(line, Line)]
    return sorted([*(each for each in found if each.at not in alike), *more])


def _with_days_alike(content: tuple[Content, ...], found: list[Anchor]) -> list[Anchor]:
    """The anchors with the headings that say nothing but a day, at the level of one that begins a meeting."""
    days = {_outline(content[each.at]): each.kind for each in found if is_bare_day(content[each.at])}
    known = {each.at for each in found if each.kind not in _LATE}
    more = [
        Anchor(at, days[piece.outline], leading_day(fold(piece.text)) or "", "")
        for at, piece in enumerate(content)
        if isinstance(piece, Line) and piece.outline is not None and piece.outline in days and at not in known
        if is_bare_day(piece)
    ]
    alike = {each.at for each in more}
    return sorted([*(each for each in found if each.at not in alike), *more])


def _without_repeated_days(found: list[Anchor]) -> list[Anchor]:
    """The anchors without those close below the head of a page that give its day once more."""
    kept: list[Anchor] = []
    head: Anchor | None = None
    for each in found:
        head = each if each.kind == "head" else head
        near = head is not None and each.at - head.at <= MOST_HEAD_LINES and each.kind in ("label", "table", "prose")
        if not (head and near and (not each.date or head.date in each.date)):
            kept.append(each)
    return kept


def _is_dated_above(content: tuple[Content, ...], at: int, dated: set[int], labels: Labels) -> bool:
    """Whether the label of a time stands in a header whose day is given above it."""
    above = next((place for place in range(at - 1, max(-1, at - NEAR), -1) if place in dated), None)
    return above is not None and all(
        isinstance(piece, Line) and labelled_field(piece, labels) for piece in content[above + 1 : at]
    )


def _is_dated_below(content: tuple[Content, ...], at: int, dated: set[int], labels: Labels) -> bool:
    """Whether what dates the same meeting follows close below, with nothing that minutes say in between.

    Over a form a note and a heading may stand ("> Rekaman ada di drive", "## Info").
    """
    below = next((place for place in range(at, at + NEAR + 1) if place in dated), None)
    if below is None:
        return False
    said = sum(is_point(piece, labels) for piece in content[at + 1 : below])
    return said <= (_OVER_FORM if isinstance(content[below], Table) else 0)


def _repeated_head(content: tuple[Content, ...], first: int, at: int) -> int:
    """Where the lines that the file begins with (a letterhead) stand again above an anchor; 0 where they do not."""
    for above in range(first, 0, -1):
        own, again = content[first - above], content[at - above]
        if at > first and isinstance(own, Line) and isinstance(again, Line) and fold(own.text) == fold(again.text):
            return at - above
    return 0
