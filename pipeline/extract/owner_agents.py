"""Owners who stand behind a passive verb: after "oleh", right after the verb, and those who do it with the owner."""

import itertools
import re

from notula.pipeline.extract.known import Known
from notula.pipeline.extract.mentions import Named
from notula.pipeline.extract.owned import NOTED_OF, STOP, Owners
from notula.pipeline.extract.party_kinds import is_field
from notula.pipeline.extract.party_openings import opening_of
from notula.pipeline.extract.party_patterns import belongs_to_address
from notula.pipeline.extract.scope import Span
from notula.pipeline.structure.opening_lines import DAY_NAME
from notula.pipeline.text import fold

_BY = re.compile(
    r"\boleh\s+|\bdi(?:tangani|kerjakan|kelola|garap|urus)\w*\s+bersama(?:-sama)?\s+dengan\s+"
    r"|\bdi(?!ko|ban|gan|tuk|sam|tam|jad|ikut)\w{3,}\s+(?:(?:lagi|ulang|dulu|dl|langsung|semua|nanti|[a-z]{3,12}2"
    r"|(?P<twice>[a-z]{3,12})-(?P=twice))\s+){0,2}(?:sama|ama|sm|karo|ku)\s+"
    r"|\b(?:di(?:tunggu|nanti|nantikan|minta|mintakan|tagih)|(?:me)?nyusul)\s+(?:dari|dr)\s+", re.IGNORECASE
)
_TO_COME = re.compile(r"\b(?:akan|agar|supaya|segera|harus)\s+di\w+\s*$", re.IGNORECASE)
# What is done usually, by whomever, is no task; nor is what others only take note of.
_NO_DOER = re.compile(
    r"\b(?:lazimnya|biasanya|umumnya|selama ini)\b[^.;]*$|\bbukan\s+$"
    r"|\bter(?:lihat|baca|jangkau|dengar|pantau)\s+$|\b(?:mudah|dapat|bisa) di\w+\s+$"
    r"|\bdi(?:tunggu|nanti(?:kan)?|terima|ketahui|saksikan|hadiri|ikuti|setujui|gunakan|pakai|manfaatkan|baca)\s+$",
    re.IGNORECASE,
)
_DONE_NEXT = re.compile(
    r"(?:\s*\([^()]*\))?\s*,?\s*(?:dan|serta|lalu|kemudian|sedangkan|selanjutnya)\s+(?:\w+\s+){0,4}?"
    r"di(?!setujui|terima|hadiri|saksikan|ketahui|sepakati|pimpin|tandatangan)[a-z]{3,}\s+(?:\w+\s+){0,2}"
    r"|\s*,\s+(?:(?!di\w{3,}|yang\b|yg\b)[\w&/-]+\s+){1,4}",  # "teks oleh A, gambar & peta oleh B"
    re.IGNORECASE,
)
# "Pemakaian aula oleh pihak luar dikenakan biaya": what is done by whom is only spoken of.
_GOVERNS = re.compile(
    r"\s(?:dikenakan|dikenai|dilarang|diperbolehkan|dibatasi|diatur|tidak|harus|wajib|dapat|bisa|perlu)\s"
)
_PASSIVE = re.compile(r"\bdi\w{3,}", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[.;:](?:\s|$)")
_FULL_END = re.compile(r",\s+(?!(?:\w+ )?(?:dan|serta)\b|(?:\d{1,3}|[IVX]{1,4})(?:,|\s+(?:dan|&)))")
_FIRST_BRACKET = re.compile(r"[^()]*\((?P<who>[^()]+)\)")
_AND_ALSO = re.compile(
    r"\s*(?:\([^()]*\))?\s*(?:,\s+(?P<last>(?:dan|serta)\s+)?|(?<=[\s)])(?:dan|serta|&)\s+)", re.IGNORECASE
)
_JOINED_UNIT = re.compile(r"\s(?:dan|serta|&)\s")
_AND_LAST = re.compile(r"(?:,|\s)\s*(?:dan|serta|&)\s", re.IGNORECASE)
_BARE_AGENT = re.compile(
    r"\b(?P<modal>(?:akan|bakal|agar|supaya|harus|wajib|segera|nanti|biar|tinggal)\s+"
    r"(?:segera\s+|langsung\s+|juga\s+)?)?(?P<verb>di\w{3,}|di [a-z]{3,}|(?<=\w\.\s)Di[a-z]{4,})(?:(?<=diambil) alih)?"
    r"(?:\s+(?:bergilir(?:an)?|bergantian|gantian|gotong royong|bersama-sama|rutin|ulang))?(?=\s+\S)"
)
# What cannot stand inside the name of a doer, and what can stand behind one beside that.
_UNIT_OF = re.compile(r"\s*(?P<unit>(?:[^\W\d][\w.-]*\s+){1,4})\((?P<who>[^()]+)\)")
_NO_AGENT = re.compile(
    r"\(|[,;:]\s|[.)]\s*$|\)|(?:(?<=[a-z]{4})|(?<=[A-Z]{3}))\.\s+(?=[A-Z])|(?<!\bR[TW])(?<!elas)\s\d|\s+(?:lewat|via|di|pada|pd|untuk|utk|dengan|dgn|dg|sampai|paling|plg|melalui|kepada|kpd"
    r"|ke|ka|dari|dr(?!\.)|oleh|setiap|tiap|sebelum|sblm|setelah|sesudah|selama|saat|ketika|tgl|tanggal|mulai|pakai|pake|besok|lusa"
    r"|hari|hr|berdua|bertiga|berempat|minggu|pekan|bulan|bln|malam|pagi|siang|sore|jam|pukul|pkl|dalam|dlm|selambat\S*|maks\w*|akhir|awal"
    r"|pertengahan|tw|triwulan|saja|aja|dulu|lagi|sendiri|langsung|satu2|satu-satu|selesai|agar|supaya|karena|krn|satu2"
    r"|satu per ?satu|keluar|rampung|jadi|kelar|beres|siap|masuk|tuntas|terbit|tayang|terkirim"
    r"|bergantian|per|terus|trus|lalu|kemudian|berupa|sesuai|tanpa|sebagai|secara|soal|perihal|tentang"
    r"|ttg|mengenai|terkait|seputar|perkara|begitu|kalau|kalo|jika|bila|biar|H-\d+)(?!\w)"
)
_JOINS_ON = re.compile(r"\s+(?:dan|bersama|beserta|serta|dibantu|didampingi|ditemani|[&–-])\s|\s*$")
# Who else does it, set behind the first one ("dijaga Linmas, Karang Taruna dan Koramil", "dicek Rina – Ketut").
_LISTED_ON = re.compile(r"\s*,\s+|\s+[–-]\s+(?=[A-Z])")
_LIST_END = re.compile(r"\(|[;:]\s|[.)]\s*$|\.\s+(?=[A-Z])")
_LAST_JOINED = re.compile(r",.*,|\s(?:dan|serta|&)\s")
_AND_LIST = re.compile(r"(?<!,)\s(?:dan|serta|&)\s")
_ONE_WORD = re.compile(r"[A-Z]\w{2,}")
_REPEATED = re.compile(r"\s+(?:se)?tiap\s")
_AGENT_WORDS = 10
_LAST = re.compile(r"\s*(?:[,;.)]|$)")
_MEANS = re.compile(r"\s+(?:pakai|pake|memakai|menggunakan|dengan (?:dana|kas|uang|biaya)|dari (?:dana|kas))\s")
_LIMIT = re.compile(r"(?:sebelum|sblm|paling|plg|selambat|maks|sampai|s\.?/?d|by)\b|selambat|maks", re.IGNORECASE)
_TO_WHOM = re.compile(r"\s*(?:(?:kepada|kpd|ke)\s+\S+(?:\s+\S+){0,5}?)?\s*", re.IGNORECASE)
_DAY = re.compile(rf"\s{DAY_NAME}$", re.IGNORECASE)
_HANDED_OVER = re.compile(r"\s+(?:kepada|kpd|ke)\s+[^.;:,]{3,80}\.?\s*")
_ABLE = re.compile(r"\b(?:bisa|dapat|dpt|boleh)\s+(?:\w+\s+)?$", re.IGNORECASE)  # "bisa diambil warga" is no task
_OF_WHICH = re.compile(
    r"\b(?:(?:yang|yg)\s+(?:\w+\s+)?|(?:untuk|utk|guna|sebelum|sblm|setelah|sesudah|begitu|kalau|kalo|klo|jika|bila"
    r"|apabila|saat|ketika|waktu|selama|sejak|karena|krn|takut|jangan sampai"
    r"|(?:agar|supaya|biar) (?:tidak|tdk|gak|ga))\s+)$",
    re.IGNORECASE,
)
# What is done to a party that stands right behind the verb.
_DONE_TO = frozenset(
    ["dipicu", "disebabkan", "diakibatkan", "dipengaruhi", "didorong", "ditandai", "didasari", "dilatarbelakangi",
     "didominasi", "dihantam", "diterjang", "dilanda", "terkena",
     "dibentuk", "dibangun", "didirikan", "diadakan", "diundang", "dihadiri", "diikuti", "dihadirkan", "didatangkan",
     "dilibatkan", "diikutsertakan", "diikutkan", "diangkat", "ditunjuk", "dipilih", "ditetapkan", "disebut",
     "diberi", "diberikan", "dipanggil", "diminta", "ditugaskan", "ditugasi", "diwajibkan",
     "diharapkan", "dimohon", "dikirimi", "diajak", "dijadikan", "ditambah", "dibantu", "diterima", "dimiliki",
     "didukung", "disetujui", "disepakati", "diputuskan", "ditunggu", "dinanti", "dinantikan", "ditanggung",
     "dibebankan", "dibiayai", "dipimpin", "diketuai", "dibacakan", "diutamakan", "diprioritaskan"]
)  # fmt: skip
_AGENT_JOINED = re.compile(
    r"(?:\s+secara \w+)?(?:\s*,?\s*(?:dan|serta|lalu|kemudian)|,)\s+(?:\w+nya\s+)?"
    r"(?P<verb>di\w{3,})\s+(?P<who>[A-Z][\w.]*(?:\s+[A-Z][\w.]*){0,3})"
)
# What else is done by whom, further on ("..., juri dihubungi Pak Joko", "..., prosedurnya dipandu Bu Sri").
_ALSO_DONE = re.compile(
    r"[,;]\s+(?:(?:dan|lalu|kemudian|sedangkan|sementara|serta)\s+)?(?!(?:yang|yg|agar|supaya|untuk|kalau|jika|bila|sudah"
    r"|setelah|karena|tidak|belum|biasanya)\s)(?:[a-z][\w-]*\s+){1,2}?(?P<verb>di\w{3,})\s+(?P<who>(?:(?:[a-z]{2,5}\.?|sekretariat|panitia|pengurus|bidang|bagian|seksi|komite)\s+)?"
    r"[A-Z][\w.]*(?:\s+[A-Z][\w.]*){0,3}|[a-z]{3,})(?=\s*(?:[,;.(&+]|$)|\s+(?:dan|serta|bersama|beserta|dibantu|lalu|pada|paling|sebelum|hari|tgl|tanggal|besok)\s)"
)
# Whose draft or words it is made of ("..., konsepnya dari Bagian Hukum").
_MADE_BY = re.compile(
    r"[,;]\s+(?:(?:dan|serta)\s+)?(?:konsep|draf|draft|naskah|narasi|bahan|materi|angka|contoh|isi|teks|redaksi|desain|gambar|foto|soal|kata)"
    r"(?:-\w+)?(?:nya|\s+\w+nya)\s+(?:dari|dr)\s+(?P<who>(?:[a-z]{2,5}\.?\s+)?[A-Z][\w.]*(?:\s+[A-Z][\w.]*){0,3})"
)
# Who does the rest ("Rina mengecek 15 rumah, sisanya Pak Joko").
_REST = re.compile(
    r"[,;]\s+(?:dan\s+)?(?:sisanya|selebihnya)\s+(?:(?:di\w{3,}|oleh|sama|bagian|jatah)\s+){0,2}(?P<who>(?:[a-z]{2,12}\.?\s+)?"
    r"[A-Z][\w.]*(?:\s+[A-Z][\w.]*){0,3})"
)
_PARTNER_END = re.compile(r"[.,;:()]")
_AT_END = re.compile(r"\b(?P<verb>di\w{3,})\s+(?:oleh\s+)?(?P<who>[A-Z][\w.]*(?: [A-Z][\w.]*){0,2})\s*\.?\s*$")
_TOGETHER = re.compile(
    r"\b(?:(?<!duduk )(?:bersama(?:-sama)?|bareng)(?:\s+(?:dengan|sama))?"
    r"|(?:saya|kami|aku|gue)\s+(?:sama|dan|dengan|dgn)|(?:dibantu|didampingi|ditemani)(?:\s+oleh)?)\s+"
)
_ACCOMPANIED = re.compile(r"di(?:dampingi|temani)")  # somebody by name does it too, an office only stands by
# Who is said, behind the owner, to join in ("..., Rina ikut menemani").
_JOINS_IN = re.compile(
    r"(?:,\s+|\()(?P<who>(?:\w+\s+)?[A-Z][\w.]*(?:\s+[A-Z][\w.]*){0,3})\s+(?:juga\s+|nanti\s+|akan\s+){0,2}(?:bantu"
    r"|ikut(?=\s*(?:[.,;)]|$))|ikut\s+(?:serta|(?:me)?(?:m?bantu|n?emani|n?emenin|n?dampingi|ngawal|ngawasi|nyiapin|nyiapkan)\w*|mengawal|mengawasi)"
    r")(?!\w)"
)
# A crowd that is counted, as persons or by what they are ("dua orang juru ketik", "tiga mahasiswa magang").
_PERSONS = re.compile(
    r"(?:\d{1,3}|se|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|beberapa)\s*(?:orang\s+"
    r"|(?=(?:anak|asisten|mahasiswa|siswa|santri|relawan|teman|kawan|rekan|staf|petugas|pemuda|tukang|teknisi|dosen|guru|kader)\s))"
    r"(?P<who>[^\W\d]\w+(?:\s[^\W\d]\w+){0,3})"
)
# Who acts together with the owner, told by what they are, before the verb ("Pak Joko bersama tukang kebun mengecat").
_CREW = re.compile(
    r"(?!(?:rapat|acara|kegiatan|anggaran|surat|pula|sama|dengan|ini|itu)\b)(?P<who>[a-z]{4,}(?:\s[a-z]{4,}){1,2}?)"
    r"(?=\s+(?:(?:akan|segera|sanggup|siap)\s+)?me(?!ngenai|lalui|njelang|nuju|nurut)[a-z]{4,}\b)"
)
# Behind a doer the one whom "dengan" names does it as well, but for what is only talked over with others.
_WITH = re.compile(r"\s+(?:ber(?:dua|tiga|empat)\s+)?(?:dengan|dgn|sama|sm|bareng)(?=\s)")
_TALKED_OVER = re.compile(
    r"di(?:ko(?:ordin|munik|nsult|nfirm)\w+|bahas|bicara|rundingkan|diskusikan|sinkron|selaras|cocok|padu|padan"
    r"|sambung|hubung|sepakat|tukar|ganti|samakan|sesuai|banding|sanding|lengkapi|isi|negosiasi|nego)\w*"
)
_SHARE = re.compile(r"(?:se)?tiap\s.*\s\d")  # "oleh BPBD dan PMI, tiap dusun 2 tangki"
_LONGEST = 400  # characters of a list of doers
_NEAR = 200  # characters before or behind a verb that are looked at


def by_agent(text: str, known: Known) -> Owners | None:
    """The doers after "oleh", with those of what is done next ("difoto oleh A dan diketik oleh B").

    Of several the one of what is still to come comes first ("difoto oleh A dan akan diketik oleh B").
    """
    words = _BY.finditer(text)
    marks = [mark for mark in words if not _NO_DOER.search(text, max(0, mark.start() - _NEAR), mark.start())]
    for at, mark in sorted(enumerate(marks), key=lambda each: not _is_to_come(text, each[1].start())):
        found = _doers(text, mark, known)
        for other in marks[at + 1 :] if found else ():
            if found is None or not _DONE_NEXT.fullmatch(text, found[2], other.start()):
                break
            more = _doers(text, other, known)
            found = (found[0] + more[0], found[1], more[2]) if more else None
        if found:
            named = with_further(found[0] + _joined_agents(text, found[2], known), text, found[2], known)
            return Owners(named, found[1], None, Span(mark.start(), found[2]))
    return None


def _is_to_come(text: str, at: int) -> bool:
    """Whether the verb right before a place is of what is still to be done."""
    return _TO_COME.search(text, max(0, at - _NEAR), at) is not None


def _doers(text: str, by: "re.Match[str]", known: Known) -> tuple[tuple[Named, ...], str, int] | None:
    """The parties after an "oleh", the name of what found them, and where their names end."""
    end = min(len(text), by.end() + _LONGEST)
    marks = _CLAUSE_END.finditer(text, by.end(), end)
    mark = next((each for each in marks if not belongs_to_address(text, each.start(), known.lexicon)), None)
    ends = (STOP.search(text, by.end(), end), mark)
    end = min((each.start() for each in ends if each), default=end)
    stop = _FULL_END.search(text, by.end(), end)
    first = stop.start() if stop else end
    bracket = _FIRST_BRACKET.match(text, by.end(), min(end + 1, len(text)))
    if bracket and bracket.start("who") <= first:
        inner = known.named(text, *bracket.span("who"))
        if inner and all(known.is_person(each) for each in inner):
            before = _units_before(text, by.end(), bracket.start("who") - 1, known)
            return before + inner, "owner_by_unit", bracket.end()
    if _GOVERNS.search(text, by.end(), first) and not _PASSIVE.search(text, max(0, by.start() - _NEAR), by.start()):
        return None
    opened = text.find("(", by.end(), first)
    first = opened if opened > by.end() and ")" not in text[opened:first] else first  # "oleh Camat (target: ..."
    spans, to = longest_named(text, by.end(), first, known)
    while spans and (join := _AND_ALSO.match(text, to, end)):
        more, further = longest_named(text, join.end(), end, known)
        sure = all(known.is_person(each) and not known.is_strange(each) for each in (*spans, *more))
        if not more or not (join["last"] or _AND_LAST.search(text, to, end) or sure):
            break
        spans, to = spans + more, further
    spans = tuple(each for each in spans if not _SHARE.match(each.mention.name))
    return (spans, "owner_by", to) if spans else None


def _units_before(text: str, start: int, end: int, known: Known) -> tuple[Named, ...]:
    """Those before the unit whose people stand in a bracket behind it ("oleh penyedia dan pengawas (Rina)")."""
    joins = list(_JOINED_UNIT.finditer(text, start, end))
    if not joins or is_field(text[joins[-1].end() : end], known.lexicon):
        return ()  # "oleh Seksi Data dan Informasi (Rina)": one unit
    return known.named(text, start, joins[-1].start())


def longest_named(text: str, start: int, end: int, known: Known) -> tuple[tuple[Named, ...], int]:
    """The parties that the most words from ``start`` on are made of, and where these words end; none and ``start``."""
    ends = [start + word.end() for word in re.finditer(r"\S+", text[start:end])]
    for to in reversed(ends):  # "oleh Rina Rabu depan": a day is no part of a name
        if not _DAY.search(text, start, to) and (named := known.named(text, start, to)):
            return named, to
    return (), start


_ASKED = frozenset(["diminta", "ditugaskan", "ditugasi", "diperintahkan", "disuruh", "dimohon"])
_DOES = re.compile(r"\s+(?:untuk\s+|agar\s+)?(?:me[a-z]{4,}|ng[a-z]{3,}|ny[a-z]{3,})\b")


def by_bare_agent(text: str, known: Known, due: Span | None) -> Owners | None:
    """The doer right after a passive verb ("dikoordinir OSIS besok", "akan dikirim Dinas Kesehatan ke ...")."""
    for match in _BARE_AGENT.finditer(text):
        verb = match["verb"].casefold().replace(" ", "")  # "akan di kirim Bu Rini"
        if verb != match["verb"].casefold() and not is_handled(verb, known):
            continue  # "di kantor Bu Rini"
        if verb in _DONE_TO or _OF_WHICH.search(text, max(0, match.start() - _NEAR), match.start()):
            continue
        if _is_aside(text, match, known) or _ABLE.search(text, max(0, match.start() - _NEAR), match.start()):
            continue
        named, end = _agent(text, match.end(), known, due)
        if verb in _ASKED and _DOES.match(text, end):
            continue  # "Bappeda diminta moderator mengirim ...": who asks
        before_due = due is not None and _TO_WHOM.fullmatch(text, end, max(end, due.start)) is not None
        limited = due is not None and due.start >= end and _LIMIT.match(text, due.start) is not None
        person = bool(named) and all(map(known.is_person, named))
        sure = person and due is not None and due.start >= end
        by_means = person and _MEANS.match(text, end) is not None
        by_means = by_means or _REPEATED.match(text, end) is not None  # "diperbarui Bu Rina tiap sore"
        free = match["modal"] or _LAST.match(text, end) or before_due or limited or sure or by_means
        free = free or (_HANDED_OVER.fullmatch(text, end) and not _DAY.search(text, match.end(), end))
        if named and (is_handled(verb, known) or (free and known.language.is_verb(verb))):
            more, end = _listed_on(text, end, person, known, due)
            named += more
            named += _with_agent(text, end, verb, known, due) or _joined_agents(text, end, known)
            named = with_further(named, text, end, known)
            return Owners(named, "owner_by_bare", None, Span(named[0].start, end))
    return None


def by_unknown_agent(text: str, known: Known, due: Span | None) -> Owners | None:
    """The name at the end of a task, behind a passive verb that gives jobs away, though nothing else tells of it.

    "Obat-obatan disediakan UKS", "Undangan dicetak oleh Sekar Wangi".
    """
    match = _AT_END.search(text)
    if match is None or not is_handled(match["verb"].casefold(), known):
        return None
    if due is not None and due.end > match.start("who"):
        return None  # "dikumpulkan Senin"
    named = known.loosely(text, *match.span("who"))
    return Owners(named, "owner_by_bare", None, Span(*match.span("who"))) if named else None


def _is_aside(text: str, match: "re.Match[str]", known: Known) -> bool:
    """Whether a passive verb only tells more: of a party in brackets, or behind a comma of who signs what is made."""
    behind_mark = text[: match.start()].rstrip().endswith((",", ";", "("))
    signed = behind_mark and match["verb"].casefold() in known.lexicon.cues.sign
    return signed or _noted_of(text, match.start(), known)


def _noted_of(text: str, at: int, known: Known) -> bool:
    """Whether a place is in a bracket that names a party and only tells more of it there."""
    opened = text.rfind("(", max(0, at - _NEAR), at)
    cut = NOTED_OF.search(text, opened, at + _NEAR) if opened >= 0 and ")" not in text[opened:at] else None
    return cut is not None and cut.start() < at and bool(known.named(text, opened + 1, cut.start()))


def is_handled(verb: str, known: Known) -> bool:
    """Whether a passive verb gives a job away, in its spoken form as well ("dibikinin", "diurusin")."""
    forms = (verb, verb.removesuffix("in"), re.sub(r"in$", "kan", verb))
    return any(form in known.lexicon.cues.handled for form in forms)


def _agent(text: str, at: int, known: Known, due: Span | None) -> tuple[tuple[Named, ...], int]:
    """The parties that the most words behind a verb are made of, and where these words end; none and ``at``.

    Of a unit with people in brackets behind it ("tim dekorasi (Rina, Joko)") those are meant.
    """
    unit = _UNIT_OF.match(text, at)
    if unit is not None and opening_of(unit["unit"], known.lexicon) is not None:
        people = known.named(text, *unit.span("who"))
        if people and all(map(known.is_person, people)):
            return people, unit.end()
    stop = _NO_AGENT.search(text, at, at + _NEAR)
    end = min(stop.start() if stop else len(text), due.start if due and due.start > at else len(text), at + _NEAR)
    words = list(itertools.islice(re.finditer(r"\S+", text[at:end]), _AGENT_WORDS))
    for to in reversed([at + word.end() for word in words]):
        start = at + words[0].start()
        if _JOINS_ON.match(text[to:end] + " ") and (named := known.named(text, start, to)):
            return named, to
    return (), at


def _listed_on(
    text: str, at: int, person: bool, known: Known, due: Span | None
) -> tuple[tuple[Named, ...], int]:
    """The further doers of a list that goes on behind the first, and where they end; none and ``at``.

    Of bodies only a list of three or with its last one joined by a word: "dijaga Linmas, Koramil" may tell two things.
    Behind one that is no ``person`` a single name between commas says who that is ("dicek Sekretaris, Pak Joko, dan").
    """
    mark = _LISTED_ON.match(text, at)
    if mark is None:
        return (), at
    end = min(due.start if due is not None and due.start > at else len(text), at + _NEAR)
    stops = (form.search(text, mark.end(), end) for form in (_LIST_END, STOP))
    end = mark.end() + len(text[mark.end() : min([end, *(stop.start() for stop in stops if stop)])].rstrip(" ,;(–-"))
    if _LAST_JOINED.search(text, mark.start(), end):
        named = known.named(text, mark.end(), end) or _with_known(text, mark.end(), end, known)
        named = named if person or len(named) > 1 else ()
    else:
        named = tuple(filter(known.is_person, known.named(text, mark.end(), end))) if person else ()
    return (named, end) if named else ((), at)


def _with_known(text: str, start: int, end: int, known: Known) -> tuple[Named, ...]:
    """The parts of a list of names of which one at least is known and no other is more than a word with a capital."""
    named = known.named(text, start, end, loose=True)
    told = [known.is_party(each.mention.name) for each in named]
    parts = text.count(",", start, end) + len(_AND_LIST.findall(text, start, end)) + 1
    bare = all(sure or _ONE_WORD.fullmatch(each.mention.name) for sure, each in zip(told, named, strict=True))
    return named if len(named) == parts and any(told) and bare else ()


def _with_agent(text: str, at: int, verb: str, known: Known, due: Span | None) -> tuple[Named, ...]:
    """The doers whom "dengan" joins to the one behind a verb ("disusun Sekretaris dengan Bidang Data")."""
    mark = _WITH.match(text, at)
    return _agent(text, mark.end(), known, due)[0] if mark and not _TALKED_OVER.fullmatch(verb) else ()


def _joined_agents(text: str, at: int, known: Known) -> tuple[Named, ...]:
    """The doers of passive verbs that "dan" joins to the first ("dibuat Kasi Trantib dan diperiksa Sekcam")."""
    found: tuple[Named, ...] = ()
    while (match := _AGENT_JOINED.match(text, at)) and (named := known.named(text, *match.span("who"))):
        verb = match["verb"].casefold().replace(" ", "")  # "akan di kirim Bu Rini"
        if verb != match["verb"].casefold() and not is_handled(verb, known):
            continue  # "di kantor Bu Rini"
        if verb in _DONE_TO:
            break
        found, at = found + (named if verb not in known.lexicon.cues.sign else ()), match.end("who")
    return found


def with_further(named: tuple[Named, ...], text: str, at: int, known: Known) -> tuple[Named, ...]:
    """Those named, and the doers of what is done as well further on, or of what it is made of."""
    sign = known.lexicon.cues.sign
    verbs = ((match, match["verb"].casefold()) for match in _ALSO_DONE.finditer(text, at))
    done = (match for match, verb in verbs if is_handled(verb, known) and verb not in sign)
    forms = (form.finditer(text, at) for form in (_MADE_BY, _REST))
    marks = itertools.chain(done, *forms) if "," in text or ";" in text else ()
    whom = (_agent(text, mark.start("who"), known, None)[0] or known.named(text, *mark.span("who")) for mark in marks)
    more = (each for further in whom for each in further)
    told = {fold(each.mention.name) for each in named}
    return named + tuple(each for each in more if fold(each.mention.name) not in told)


def begins_together(text: str) -> bool:
    """Whether a task begins with who does it together with the one named over it ("Bersama RT 02 memasang ...")."""
    return _TOGETHER.match(_begun_small(text)) is not None


def _begun_small(text: str) -> str:
    """The text with a small letter at its beginning."""
    return text[:1].lower() + text[1:]


def find_partners(text: str, known: Known) -> tuple[Named, ...]:
    """Those who do it together with the owner: "... bersama X", "dibantu X", not "berkoordinasi dengan X"."""
    found: list[Named] = []
    for match in _TOGETHER.finditer(_begun_small(text)):
        stop = STOP.search(text, match.end())
        marks = _PARTNER_END.finditer(text, match.end())
        mark = next((each for each in marks if not belongs_to_address(text, each.start(), known.lexicon)), None)
        end = min([len(text), *(each.start() for each in (stop, mark) if each)])
        crowd = _PERSONS.match(text, match.end(), end) or _CREW.match(text, match.end(), match.end() + _NEAR)
        named = known.loosely(text, *crowd.span()) if crowd else longest_named(text, match.end(), end, known)[0]
        beside = _ACCOMPANIED.match(match.group()) is not None
        found.extend(each for each in named if not beside or each.mention.honorific or known.is_person(each))
    for match in _JOINS_IN.finditer(text) if "ikut" in text or "bantu" in text else ():
        found.extend(known.named(text, *match.span("who")))
    return tuple(found)
