"""What stands among the names of those present and names nobody: how they attended, what they did, how many came."""

import re

from notula.pipeline.extract.absence import REASON

_APPENDED = re.compile(r"\s*\([^()]*\b(?:terlampir|daftar hadir)\b[^()]*\)\.?", re.IGNORECASE)
# "..., yg nyatet sy sendiri Dewi": what an attendee did in the meeting.
_ACTS = re.compile(
    r"(?<!\w)[Yy](?:an)?g\s+(?:me)?(?:mimpin|pimpin|mandu|ncatat|nyatat|nyatet|nulis)(?:\s+rapat)?\s*:?"
    r"(?:\s+(?:saya|sy|aku)(?:\s+sendiri)?)?(?=\s+[A-Z])"
)
# "Rina menyusul, Joko pulang duluan": how they attended.
_LATE = re.compile(
    r"(?<=\w)\s+(?:(?:datang\s+)?(?:menyusul|nyusul|telat|terlambat|belakangan)|(?:pulang|keluar)\s+(?:duluan|dulu|awal)"
    r"|(?:lewat|via|melalui)\s+(?:zoom|wa|telepon|video call))(?=\s*(?:[,.;)]|$))",
    re.IGNORECASE,
)
# What a deed says of a shareholder ("PT Maju, pemegang 40 saham, diwakili kuasanya") and of those named before.
_HOLDS = re.compile(
    r"(?<!\s),?\s*(?:(?:yang\s+)?bertindak\s+(?:pula\s+|juga\s+)?)?(?:(?:selaku|sebagai)\s+)?(?:pemegang|pemilik)\s+"
    r"(?:dari\s+)?(?:\d[^;\n]{0,60}?\s)?saham\b"
    r"|,\s*diwakili\s+(?:oleh\s+)?kuasanya\b(?:[^;]{0,80}\btersebut\b[^\w;]*|(?=\W*(?:;|$)))"
    r"|(?<!\s)\s+tersebut\b",
    re.IGNORECASE,
)
# Sentences that go on behind a list on one line ("... dan Joko. Yang dibahas adalah ...").
_BEHIND_LIST = re.compile(
    r"(?<=[\w)])[.;]\s+(?:(?:notulis|notulen|pencatat|moderator|pimpinan rapat)\s*:"
    r"|(?:(?:hal|materi|pokok)(?:-\w+)?\s+)?(?:yang|yg)\s+di ?(?:bahas|bicarakan)\b"
    r"|(?:rapat|sidang|pertemuan|musyawarah)\s+(?:ini\s+)?(?:di(?!hadiri|ikuti)[a-z]+|mem[a-z]+)\s).*$",
    re.IGNORECASE,
)
# "- Anggota DPRD : 24 dari 30 orang": the group itself, with how many of it came.
_COUNT_BEHIND = re.compile(
    r"(?<=\w)\s*:\s*\d{1,3}\s+(?:(?:orang|org)\s+)?dari\s+\d{1,3}(?:\s+(?:orang|org))?\W*$", re.IGNORECASE
)
_CAME = re.compile(r"\(\s*\d{1,3}\s+(?:orang\s+|org\s+)?hadir\W*$", re.IGNORECASE)  # cut before who was missing
_WHOLE = re.compile(r"(?<=\w)\s+(?:lengkap|komplit|komplet)(?=\s+\d)", re.IGNORECASE)  # "pengurus lengkap 7 orang"
# "(Pak Joko + 2 org)"
_AND_MORE = re.compile(r"(?<=\w)\s*\+\s*\d{1,3}\s*(?:orang|org)(?=\s*[),.;]|$)", re.IGNORECASE)
# "..., Pak Joko dan 14 warga lainnya", "... serta 5 orang warga": a count of others.
_AND_OTHERS = re.compile(
    r"(?<=[\w.)])(?:\s?,)?\s+(?:dan|serta|beserta|plus|ditambah|&)\s+"
    r"(?:(?:sekitar|kurang lebih|kira-kira|±)\s*)?\d{1,4}\s+"
    r"(?:(?:orang|org)(?:\s+(?:warga|anggota|peserta|undangan))?|(?:[a-z]+\s+){1,2}(?:lain(?:nya)?|lagi))(?=\s*(?:[,.;)]|$))",
    re.IGNORECASE,
)
_LONGEST_BRACKET = 120  # characters
_ASIDES = (_BEHIND_LIST, _HOLDS, _CAME, _COUNT_BEHIND, _APPENDED, _ACTS, _LATE, _WHOLE, _AND_OTHERS)


def without_asides(text: str, *, absent: bool) -> str:
    """The text with white space for its asides; among absentees why they were missing is one, too."""
    for aside in (*_ASIDES, *([REASON] if absent else [])):
        text = aside.sub(_blanked, text)
    return _AND_MORE.sub(lambda more: " " * len(more.group()), text)


def _blanked(aside: re.Match[str]) -> str:
    """White space for an aside; what stands in a bracket with more words is told of whom it is about."""
    before = aside.string[max(0, aside.start() - _LONGEST_BRACKET) : aside.start()]
    inside = before.count("(") > before.count(")") and not aside.group().startswith("(")
    return aside.group() if inside else " " * len(aside.group())
