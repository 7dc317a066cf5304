"""The text of a Markdown line without its marks: emphasis, code, links, images, escapes, entities.

Emphasis is matched as CommonMark does in the main, in one pass: a run of ``*``, ``_`` or ``~~`` closes the last open
one of its kind if text stands right before it, and opens one if text stands right after it; ``_`` does neither inside
a word. Runs of two or three without a partner go, single ones stay.
"""

import html
import re
from collections import defaultdict
from itertools import accumulate
from typing import NamedTuple

from notula.pipeline.read.lines import tidy
from notula.pipeline.read.runs import Merged, Run, merge

_MAX_LENGTH = 20_000  # of a line that is looked at for marks

_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_CODE = re.compile(r"(`{1,3})(?!`)(.{1,1000}?)(?<!`)\1(?!`)")
_IMAGE = re.compile(r"!\[[^\[\]\n]{0,500}\]\([^()\n]{0,2000}\)")
_LINK = re.compile(r"\[([^\[\]\n]+)\]\(<?[^()\s]*(?:\([^()\s]*\)[^()\s]*)?>?(?:\s+[\"'][^\"'\n]*[\"'])?\)")
_REFERENCE = re.compile(r"\[([^\[\]\n]{2,})\]\[[^\[\]\n]*\]")
_FOOTNOTE = re.compile(r"\[\^[^\[\]\s]+\]")
_AUTOLINK = re.compile(r"<((?:https?|mailto|ftp):[^<>\s]+|[\w.+-]+@[\w-]+\.[\w.-]+)>", re.I)
_STRONG_TAG = re.compile(r"<(/?)(?:b|strong)(?:\s[^<>\n]*)?>", re.I)
_TAG = re.compile(
    r"</?(?:a|abbr|big|center|code|del|details|div|em|font|h[1-6]|hr|i|img|ins|kbd|li|mark|ol|p|s|small|span"
    r"|sub|summary|sup|u|ul)(?:\s[^<>\n]*)?/?>",
    re.I,
)
_KEPT = re.compile("\x00(\\d+)\x00")
_OPEN_TAG, _CLOSE_TAG = "\x01", "\x02"
_MARK = re.compile(r"(\*+|_+|~~|[\x01\x02])")
_LONGEST_MARK = 3
_CONTROLS = str.maketrans(dict.fromkeys("\x00\x01\x02"))


def inline(raw: str) -> Merged:
    """The text that a line of Markdown shows, whether all of it is bold, whether all of it is struck."""
    raw = raw.translate(_CONTROLS)
    if len(raw) > _MAX_LENGTH:
        return Merged(tidy(raw), False, False)
    kept: list[str] = []

    def keep(text: str) -> str:
        kept.append(text)
        return f"\x00{len(kept) - 1}\x00"

    text = _CODE.sub(lambda found: keep(found[2]), raw)
    text = _ESCAPE.sub(lambda found: keep(found[1]), text)
    text = _AUTOLINK.sub(lambda found: keep(found[1]), text)
    for pattern in (_IMAGE, _FOOTNOTE):
        text = pattern.sub("", text)
    for pattern in (_LINK, _REFERENCE):
        text = pattern.sub(lambda found: found[1], text)
    text = _STRONG_TAG.sub(lambda found: _CLOSE_TAG if found[1] else _OPEN_TAG, text)
    runs = _emphasised(_TAG.sub("", text))
    shown = [run._replace(text=_KEPT.sub(lambda found: kept[int(found[1])], html.unescape(run.text))) for run in runs]
    merged = merge(shown)
    return merged._replace(text=tidy(merged.text))


class _Pair(NamedTuple):
    """Two marks that belong together, by their places among the parts of a line."""

    start: int
    end: int
    mark: str


def _emphasised(text: str) -> list[Run]:
    """The text between the marks, with what they mean."""
    parts = _MARK.split(text)
    pairs = _pairs(parts)
    paired = {at for pair in pairs for at in (pair.start, pair.end)}
    bold = _covered(len(parts), [pair for pair in pairs if pair.mark in ("**", "***", "__", "___", _OPEN_TAG)])
    struck = _covered(len(parts), [pair for pair in pairs if pair.mark == "~~"])
    runs = []
    for at, part in enumerate(parts):
        is_mark = at % 2 == 1
        if is_mark and (at in paired or _goes_alone(parts, at)):
            continue
        runs.append(Run(part, bold[at], struck[at]))
    return runs


def _pairs(parts: list[str]) -> list[_Pair]:
    """The marks that belong together; marks stand at the odd places."""
    pairs: list[_Pair] = []
    waiting: defaultdict[str, list[int]] = defaultdict(list)
    for at in range(1, len(parts), 2):
        mark = parts[at]
        opens, closes = _sides(parts, at)
        for wanted in sorted(_partners(mark), key=lambda kind: waiting[kind][-1:], reverse=True) if closes else ():
            if not waiting[wanted]:
                break
            start = waiting[wanted].pop()
            pairs.append(_Pair(start, at, wanted))
            opens = False
            for others in waiting.values():  # what opened in between stays open no longer
                while others and others[-1] > start:
                    others.pop()
            if wanted == mark:
                break
        if opens:
            waiting[mark].append(at)
    return pairs


def _partners(mark: str) -> tuple[str, ...]:
    """The marks that this one may close."""
    if mark == _CLOSE_TAG:
        return (_OPEN_TAG,)
    return (mark, "**", "*") if mark == "***" else (mark,)


def _sides(parts: list[str], at: int) -> tuple[bool, bool]:
    """Whether a mark may open and whether it may close emphasis."""
    mark = parts[at]
    if mark in (_OPEN_TAG, _CLOSE_TAG):
        return mark == _OPEN_TAG, mark == _CLOSE_TAG
    if len(mark) > _LONGEST_MARK:
        return False, False
    before = parts[at - 1][-1:] or ("." if at > 1 else " ")
    after = parts[at + 1][:1] or ("." if at + 2 < len(parts) else " ")
    opens, closes = not after.isspace(), not before.isspace()
    if mark[0] == "_":
        return opens and not before.isalnum(), closes and not after.isalnum()
    return opens, closes


def _goes_alone(parts: list[str], at: int) -> bool:
    """Whether a mark without a partner is left out: a forgotten one, or two that touch (``**a****b**``)."""
    mark = parts[at]
    if mark in (_OPEN_TAG, _CLOSE_TAG):
        return True
    return mark == "****" or (mark[0] != "~" and 1 < len(mark) <= _LONGEST_MARK and any(_sides(parts, at)))


def _covered(length: int, pairs: list[_Pair]) -> list[bool]:
    """For each part whether it stands inside one of the pairs."""
    changes = [0] * (length + 1)
    for pair in pairs:
        changes[pair.start] += 1
        changes[pair.end] -= 1
    return [depth > 0 for depth in accumulate(changes)]
