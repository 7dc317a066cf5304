"""Where a list of parties is cut: a comma, "dan", "&" and the like part two parties only where a new one begins."""

import re
from dataclasses import dataclass
from functools import cache

from notula.models.blocks import Span
from notula.models.minutes import PartyKind
from notula.pipeline.extract.party_kinds import has_degree, is_field, kind_of
from notula.pipeline.extract.party_openings import opening_of
from notula.pipeline.extract.party_patterns import patterns
from notula.pipeline.language import get_language
from notula.pipeline.lexicon import Lexicon
from notula.pipeline.patterns import any_word
from notula.pipeline.text import Stretches, fold

# What joins a party behind "sama": a name, a crowd, an office in small letters.
_WHO = (
    r"(?=\s+(?-i:[A-Z]|(?:ibu|bapak|anak)(?:2|-)|para\s|(?:ka(?:bag|sie?|bid|subag|subbag|ur|des|dus)|kepala|ketua|wakil"
    r"|sekretaris|bendahara|sekdes|camat|lurah|asisten|tim|seksi|divisi)\s\w))"
)
# A run of spaces is looked at once, from its first space on: so that no text can make the search slow.
SEPARATOR = re.compile(
    rf"(?<!\s)(?:\s*,\s*(?:(?:dan|serta|beserta|&|ditambah|plus|sama{_WHO}|sm(?=\s+(?-i:[A-Z])))\s+)?"
    rf"|\s+(?:dan|maupun|serta|beserta|bersama(?:-sama)?(?:\s+dengan)?|ditambah|sm|(?<!kerja\s)sama{_WHO}"
    r"|(?-i:lan|jeung)|(?-i:n|sareng|karo|deng|jo)(?=\s+(?-i:[A-Z])))\s+"
    r"|\s*[&+]\s*|\s*/\s*"
    r"|\s*\n\s*|(?<=\))\s+(?=(?-i:[A-Z]|(?:dr|drg|drh|apt)\.? [A-Z]))"
    r"|(?:(?<=[a-z]\.[A-Z])|(?<=[a-z]\.[A-Z][a-z]))\s+(?=(?-i:(?:dr|drg|drh|apt|Ns|Hj|Ir|Prof|Drs|Dra)\. [A-Z]))"
    r"|\s+(?=@\w))",
    re.IGNORECASE,
)
# What stands between a person and an office, which then goes on as offices do ("Rani – Kabid Data dan Pelaporan").
_OFFICE_MARK = re.compile(r"(?<!\s)(?:\s+[–—-]+\s|\s*[:=](?!\d)\s*|\s*\t)")
_FIXED = re.compile(
    r"\b(?:s\s*/\s*d|RT\s*/\s*RW|Kab(?:upaten)?\.?\s*/\s*Kota|K/L(?:/PD|/D)?|\w+/i)\b|\([^()]*\)", re.IGNORECASE
)
RETINUE = re.compile(r"(?:jajaran|staf|rombongan|tim|pendamping|perangkat|anggota)(?:nya)?", re.IGNORECASE)
"""Who comes along with an office: part of its name ("Menteri Kesehatan beserta jajaran")."""
# What somebody did in the meeting, behind their office ("Rina – Kasubbag Hukum, notulis").
_DUTY = re.compile(r"(?:notulis|notulen|pencatat|moderator|pemandu|pembawa acara)\s*(?:[,;.)]|$)")
# One crowd that two words tell: "Ketua dan anggota BPD", "Ketua RT dan RW", "warga RT 05, RT 06 dan RT 09".
_BARE_HEAD = re.compile(r"\s*(?:ketua|pimpinan|pengurus|pembina)\s*", re.IGNORECASE)
_ITS_MEMBERS = re.compile(r"(?:para\s+)?anggota\s+\w", re.IGNORECASE)
_TEACHERS = re.compile(r"\s*(?:(?:para|seluruh|semua|segenap)\s+)?(?:bapak/ibu\s+)?(?:guru|dosen)\s*", re.IGNORECASE)
_THEIR_STAFF = re.compile(r"(?:karyawan|pegawai|staf|tendik|tenaga kependidikan)\b[^,;(]*$", re.IGNORECASE)
_NEIGHBOURS = re.compile(r".*\bR[TW]\s*", re.DOTALL)
_OTHER_NEIGHBOURS = re.compile(r"R[TW]\b(?!\s*\d)")
_PLACED = re.compile(
    r".*\b(?:RT|RW|blok|kelas|dusun|lingkungan|tower)\s+(?:\d{1,3}|[A-Z]|[IVX]+)\s*", re.IGNORECASE | re.DOTALL
)
_NEXT_PLACE = re.compile(r"(?:(?i:RT|RW|blok|kelas|dusun|lingkungan|tower)\s+)?(?:\d{1,3}|[A-Z]|[IVX]+)(?!\w|\.)")
# "seluruh pejabat struktural dan fungsional": one collective.
_FROM = re.compile(r"dari\s", re.IGNORECASE)  # behind a degree: "Rina, S.H., dari Dinas Pasar"
_ADJECTIVE = re.compile(r"[a-z]+al")
_COUNTED = re.compile(
    r"\s*(?:\d{1,3}|(?i:dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh))\s+(?=[^\W\d_])(?!.*\blain(?:nya)?\W*$)"
)
_ONE_OF_THEM = re.compile(r"(?:satu|1)\s+(?:orang|org)\s|seorang\s", re.IGNORECASE)  # "bendahara dan satu orang humas"
_SAME_FIRST = re.compile(r"(?P<first>[A-Z]{2,8})\s[^\n]+\n\s*(?P=first)\s+[A-Z]")  # "KPH Solok dan KPH Agam"
_UNIT = re.compile(  # no unit that says itself whose it is ("Bagian Hukum Setda, Inspektorat Daerah")
    r"(?!.{0,60}\s(?:Setda\w*|Setwan|Setjen|Sekretariat|Dinas|Badan)\b.{0,60}, (?!Kemen))"
    r"(?:Direktorat(?! Jenderal)|Subdit|Subdirektorat|Biro|Pusat|Bagian(?!.*, Dinas )|Bidang|Subbag\w*|Asisten Deputi"
    r"|Asdep|Deputi|Tim Kerja|Seksi|Unit)\b"
)
# Units of government whose names list several fields of work.
_OF_SEVERAL = re.compile(r"(?:Biro|Bagian|Subbag\w*|Direktorat|Dinas|Badan|Deputi|Asisten)\s[^,]+,\s")
_HIGH_UNIT = re.compile(r"(?:Direktorat|Sekretariat|Inspektorat) Jenderal\b|Ditjen\b|Setjen\b|Itjen\b")
_FOR_WHOM = re.compile(r"(?:perwakilan|wakil|utusan|mewakili|tokoh)\s+[a-z]")
_MINISTRY = re.compile(r"Kemen[a-z]+")
_MINISTRY_SHORT = re.compile(r"K[A-Z]{2,5}\b(?! [A-Z])")
_BODY = re.compile(r"(?:Kementerian|Kemen\w+|Badan|Lembaga|Dinas|Ditjen|Direktorat Jenderal|Setjen|Universitas)\b")
_WORK_GROUP = re.compile(r"\s*Kelompok (?:Substansi )?[A-Z]")  # of a ministry, by its field of work
# Who makes papers that short forms tell: "Tim Penyusun RPJMD dan RKPD".
_MAKERS = re.compile(
    r"\s*(?:Tim|Panitia|Pokja)\s(?:[A-Z]\w+\s){0,3}?(?:Penyusun(?:an)?|Penulis(?:an)?)\s(?:[A-Z]\w+\s){0,3}[A-Z]{2,6}\s*"
)
_CAPITALS = re.compile(r"[A-Z]{3,8}\s+[A-Z][a-z]")  # "Direktorat Bibit beserta KPH Solok"
_SHORT_FORM = re.compile(r"[A-Z]{3,8}")  # "Tagana dan RAPI"
_PAPER = re.compile(r"[A-Z]{2,6}(?![\w-])(?!\s[A-Z])")
_FAR = 2_000  # characters on either side of a mark that are looked at


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch that may name one party, and the mark before it."""

    start: int
    end: int
    mark: str


def cut_parties(text: str, span: Span, lexicon: Lexicon) -> list[Part]:
    """A stretch cut where new parties begin."""
    parts, begin, mark = [], _first(text, span), ""
    signs = list(SEPARATOR.finditer(text, begin, span.end))
    guarded = Stretches(_guarded(text, span, lexicon) if signs else ())
    for sign in signs:
        if guarded.hold(*sign.span()):
            continue
        left = text[max(begin, sign.start() - _FAR) : sign.start()]
        right = text[sign.end() : min(sign.end() + _FAR, span.end)]
        kind = sign.group().strip().lower() or ("\n" if "\n" in sign.group() else " ")
        if kind == "," and left.strip()[:1].isupper() and _DUTY.match(text, sign.end()):
            continue
        if left.strip() and not _begins_party(left, right, kind, lexicon):
            continue
        parts.append(Part(begin, sign.start(), mark))
        begin, mark = sign.end(), kind
    parts.append(Part(begin, span.end, mark))
    return [part for part in parts if text[part.start : part.end].strip()]


def makes_one(text: str, parts: list[Part], lexicon: Lexicon, *, numbered: bool) -> bool:
    """Whether two parts, or a unit, its directorate general and its ministry, are one party."""
    if len(parts) == 3:
        return _is_unit_of(text, parts[:2], lexicon) and _is_of_ministry(text, parts[1:])
    return len(parts) == 2 and (
        (numbered and _is_one_body(text, parts, lexicon))
        or _is_unit_of(text, parts, lexicon)
        or _stands_for(text, parts, lexicon)
    )


def _is_one_body(text: str, parts: list[Part], lexicon: Lexicon) -> bool:
    """Whether "dan" and a word that alone names no body only go on with a body's name ("Asosiasi Teh dan Kopi")."""
    left, right = (text[part.start : part.end].strip() for part in parts)
    marked = patterns(lexicon).address(right) or opening_of(right, lexicon)
    return (
        parts[1].mark in {"dan", "&"}
        and kind_of(left, lexicon) is PartyKind.ORGANIZATION
        and not is_complete(left, lexicon)
        and len(right.split()) == 1
        and right[:1].isupper()
        and not right.isupper()
        and not marked
    )


def _stands_for(text: str, parts: list[Part], lexicon: Lexicon) -> bool:
    """Whether a comma stands between a person and those whom they speak for ("Bapak Joko, perwakilan pedagang")."""
    left, right = (text[part.start : part.end].strip() for part in parts)
    person = patterns(lexicon).address(left) is not None and kind_of(left, lexicon) is PartyKind.PERSON
    return parts[1].mark == "," and person and _FOR_WHOM.match(right) is not None


def _is_unit_of(text: str, parts: list[Part], lexicon: Lexicon) -> bool:
    """Whether a comma parts a unit from its body ("Direktorat Gizi, Kementerian PPN"; no "Bagian" is of a "Dinas")."""
    left, right = (text[part.start : part.end].strip() for part in parts)
    if parts[1].mark == "," and _HIGH_UNIT.match(left) and _MINISTRY.match(right):
        return True
    whole = get_language(lexicon).organization_at_start(right) is not None or _BODY.match(right) is not None
    return parts[1].mark == "," and whole and _UNIT.match(f"{left}, {right}") is not None


def _is_of_ministry(text: str, parts: list[Part]) -> bool:
    """Whether a comma parts a directorate general from its ministry, by its short form too ("Ditjen PRL, KKP")."""
    left, right = (text[part.start : part.end].strip() for part in parts)
    ministry = _MINISTRY.match(right) or _MINISTRY_SHORT.match(right)
    return parts[1].mark == "," and _HIGH_UNIT.match(left) is not None and ministry is not None


def _first(text: str, span: Span) -> int:
    """Where the first word or mark of a span stands."""
    piece = text[span.start : span.end]
    return span.end - len(piece.lstrip())


def _guarded(text: str, span: Span, lexicon: Lexicon) -> list[tuple[int, int]]:
    """Where nothing is cut: inside brackets, names of the registry and words with a slash."""
    found = get_language(lexicon).organizations(text[span.start : span.end])
    names = [(span.start + match.start, span.start + match.end) for match in found]
    return names + [fixed.span() for fixed in _FIXED.finditer(text, span.start, span.end)]


def _begins_party(left: str, right: str, mark: str, lexicon: Lexicon) -> bool:
    """Whether a new party begins right of a mark."""
    left, piece = _OFFICE_MARK.split(left)[-1], SEPARATOR.split(right, maxsplit=1)[0]
    if mark.endswith(("plus", "ditambah")) or _ONE_OF_THEM.match(right) or _SAME_FIRST.match(f"{left}\n{piece}"):
        return True
    known, opening = patterns(lexicon), opening_of(right, lexicon)
    more = _tells_more(lexicon).match(right) or (_FROM.match(right) and has_degree(left, lexicon))
    if mark == "," and more and kind_of(left, lexicon) is PartyKind.PERSON:
        return False
    if _ADJECTIVE.fullmatch(piece.strip(" .;")) and kind_of(left, lexicon) is PartyKind.GROUP:
        return False
    degree = known.degree.match(right)
    if mark.startswith(",") and degree and (opening is None or opening.end <= degree.end()):
        return False
    retinue = piece.strip(" .;").removesuffix(" Desa" if mark == "beserta" else "")
    if mark != "," and RETINUE.fullmatch(retinue) and kind_of(left, lexicon) is not PartyKind.PERSON:
        return False
    if _one_crowd(left, right, mark, lexicon):
        return False
    if mark.startswith("bersama") or (mark == "beserta" and _CAPITALS.match(right)):
        return True
    if mark == "/":
        return _both_alike(left, piece, lexicon)
    if mark == " ":
        rank = known.title.match(f"{left} {right}")  # "Letkol (Purn.) Sutrisno"
        return kind_of(left, lexicon) is PartyKind.PERSON and opening is None and not (rank and rank.end() > len(left))
    if known.address(right):
        return True
    field = is_field(piece, lexicon) or (mark == "," and _can_be_field(piece, lexicon))
    if field and _goes_on(left, right, mark, lexicon):
        return False
    return opening is not None or _begins_unknown(left, piece, mark, lexicon)


def _one_crowd(left: str, right: str, mark: str, lexicon: Lexicon) -> bool:
    """Whether both sides of a mark tell of one crowd: an office and its members, neighbours of several places."""
    if _TEACHERS.fullmatch(left) and mark != ",":
        return _THEIR_STAFF.match(re.split(r"\s*[,(]|\s(?:dan|serta)\s", right, maxsplit=1)[0]) is not None
    if mark != "," and _MAKERS.fullmatch(left) and _PAPER.match(right) and opening_of(right, lexicon) is None:
        return True
    if _BARE_HEAD.fullmatch(left):
        return _ITS_MEMBERS.match(right) is not None
    if _OTHER_NEIGHBOURS.match(right) and _NEIGHBOURS.fullmatch(left):
        return True
    if not (_NEXT_PLACE.match(right) and _PLACED.fullmatch(left)):
        return False
    opening = opening_of(left.strip(), lexicon)
    return opening is not None and opening.kind == "collective"


def _goes_on(left: str, right: str, mark: str, lexicon: Lexicon) -> bool:
    """Whether the name of a unit or office on the left goes on with a field of work ("Bagian Umum" + "Keuangan").

    After a comma only where "dan" and another field follow ("Bidang Politik, Hukum, dan Keamanan").
    """
    opening = opening_of(left.strip(), lexicon)
    if opening is None or mark == "+" or (opening.kind == "collective" and not _WORK_GROUP.match(left)):
        return False
    if mark.startswith(",") and "dan" not in mark and not _ends_in_field(right, lexicon):
        return False
    own = left.strip()[opening.end :].split()
    body = opening_of(right, lexicon)
    if body is not None and not body.is_body and right[: body.end].strip() in lexicon.institutions.topics:
        body = None  # "... Pengendalian Penduduk dan Keluarga Berencana"
    # A field in short form does not end the name: "Divisi SDM dan Umum".
    if is_complete(left, lexicon) and not (own and is_field(own[-1], lexicon)):
        # The registry knows "Dinas Pendidikan"; "dan Olahraga" makes it a longer name, "dan Perpustakaan" a second.
        return body is None and opening.kind == "institution" and " " in left.strip()
    if body is None:
        return bool(own)
    if _OF_SEVERAL.match(left.strip()):  # "Biro Hukum, Kerja Sama dan Humas"
        own = re.split(r",\s+", " ".join(own))
    return bool(own) and all(is_field(word, lexicon) for word in own) and not _is_named(right, body.end, lexicon)


def _is_named(text: str, end: int, lexicon: Lexicon) -> bool:
    """Whether a text is a body by its name, beginning with a word that is no field ("Instalasi Rawat Jalan")."""
    piece = SEPARATOR.split(text, maxsplit=1)[0].rstrip(" .,;:)")
    return end < len(piece) and text[:end].strip() not in lexicon.institutions.topics


def _ends_in_field(right: str, lexicon: Lexicon) -> bool:
    """Whether fields of work follow one another up to one behind "dan"."""
    begin = 0
    for sign in SEPARATOR.finditer(right):
        piece = right[begin : sign.start()]
        if not is_field(piece, lexicon) and not _can_be_field(piece, lexicon):
            return False
        if "dan" in sign.group().lower() or "&" in sign.group():
            return is_field(right[sign.end() :], lexicon)
        begin = sign.end()
    return False


def _can_be_field(text: str, lexicon: Lexicon) -> bool:
    """Whether a text is one word that is no common name and begins no body or office: among fields one more."""
    word = text.strip()
    unknown = fold(word) not in lexicon.names.given and opening_of(word, lexicon) is None
    return word.istitle() and word.isalpha() and unknown


def _begins_unknown(left: str, piece: str, mark: str, lexicon: Lexicon) -> bool:
    """Whether a word that the lexicon does not know begins a new party."""
    first = piece.strip()[:1]
    person = kind_of(left, lexicon) is PartyKind.PERSON
    if not piece.strip() or mark == "+":
        return True
    if first.isdigit() and count_before(piece, lexicon):
        return True
    if first.isdigit() or mark == "\n":
        return person and left.rstrip().endswith(")") and first.isupper()
    if mark.startswith(","):
        joined = mark != "," and kind_of(left, lexicon) is PartyKind.GROUP  # "para guru, serta utusan kelas"
        return person or joined or not first.islower() or fold(piece.strip(" .;")) in lexicon.names.given
    opening = opening_of(left.strip(), lexicon)
    whole = opening is not None and opening.end == len(left.strip()) and opening.is_body
    short = whole and _SHORT_FORM.fullmatch(piece.strip(" .;")) is not None
    return person or is_complete(left, lexicon) or opening is None or short


def count_before(text: str, lexicon: Lexicon) -> int:
    """Where what is counted begins ("5 Ketua RT"), 0 where a text begins with no count of a known office or crowd."""
    count = _COUNTED.match(text)
    return count.end() if count and opening_of(text[count.end() :], lexicon) is not None else 0


def is_complete(left: str, lexicon: Lexicon) -> bool:
    """Whether a name has come to its end: an institution of the registry, a short form or a bracket ends it."""
    left = left.rstrip()
    if left.endswith(")"):
        return True
    found = get_language(lexicon).organizations(left)
    last = left.split()[-1] if left.split() else ""
    return bool(found and found[-1].end == len(left)) or (
        len(last) > 1 and last.isupper() and last.isalpha() and not left.isupper()
    )


@cache
def _tells_more(lexicon: Lexicon) -> "re.Pattern[str]":
    """What goes on about the person before it: whom they stand for, in which office, what they own."""
    titles = lexicon.titles
    words = {*titles.from_words, *titles.as_words, *titles.office_words, "pemilik", "pemegang", "kuasa"} - {"dari"}
    return re.compile(rf"(?:{any_word(words)})\s")


def _both_alike(left: str, right: str, lexicon: Lexicon) -> bool:
    """Whether a slash parts two institutions or two names."""
    openings = [opening_of(side.strip(), lexicon) for side in (left, right)]
    whole = all(each and each.end >= len(side.strip()) for each, side in zip(openings, (left, right), strict=True))
    kinds = {each.kind for each in openings if each}
    if whole and "institution" in kinds and kinds <= {"institution", "unit"}:  # but "SD/MI", "Desa/Kelurahan"
        return True
    names = all(side.strip()[:1].isupper() and kind_of(side, lexicon) is PartyKind.PERSON for side in (left, right))
    return names and openings == [None, None]
