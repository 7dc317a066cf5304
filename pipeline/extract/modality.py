"""How a sentence is meant: told as done, only possible or hoped for, a rule, a question."""

import re

from notula.pipeline.extract.scope import word_pattern
from notula.pipeline.lexicon import Lexicon
from notula.pipeline.text import fold

# What is usual, only heard of, or would come about otherwise.
NOT_MEANT = re.compile(
    r"\b(?:biasanya|lazimnya|umumnya|kabarnya|konon|katanya|awalnya|semula|mulanya|tadinya|semestinya)\b|\b(?:sering|kerap|suka|selalu)(?:kali)?\s+(?:harus|terpaksa|lupa|telat|terlambat|keliru|salah|gagal)\b|\b(?:jangan|jgn)\b[^.;]*\bnanti\b|"
    r"^\W*(?:(?:se)?andai(?:nya|kan|kata)?|kalau saja)\s|^\W*kalau (?:tidak|enggak|nggak|gak|ndak)\s*,",
    re.IGNORECASE,
)
# What a law, a contract or habit says, whoever tells it; what an earlier meeting said.
_LAID_DOWN = re.compile(
    r"\b(?:sebagaimana|seperti|sesuai)\s+(?:yang\s+)?(?:(?:biasa|lazim)(?:nya)?\b|diamanatkan\b|amanat\s+(?:UU|undang))|"
    r"\bdemikian\s+(?:bunyi\s+)?pasal\b|"
    r"^\W*(?:pada|dalam)\s+(?:rapat|pertemuan|sidang|rakor|musyawarah|forum|high level meeting)\s+(?:\w+\s+){0,3}"
    r"(?:yang\s+)?(?:lalu|lampau|kemarin|sebelumnya|terdahulu)\b",
    re.IGNORECASE,
)
_MONTHS = "Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember"
# What somebody promised or was asked at an earlier meeting ("Camat pada rapat Mei menyanggupi ...").
_EARLIER = re.compile(
    r"\b(?:pada|dalam|di|saat|waktu)\s+(?:rapat|pertemuan|sidang|rakor|musyawarah|forum)\s+(?:\w+\s+){0,2}?"
    rf"(?:(?:yang\s+)?(?:lalu|lampau|kemarin|sebelumnya|terdahulu)|(?:{_MONTHS})(?:\s+(?:20\d\d|lalu|kemarin))?),?\s+"
    r"(?:\w+\s+){0,3}?(?:menyanggupi|berjanji|bersedia|sanggup|siap|berkomitmen|menjanjikan|menyatakan|diminta|meminta|ditugas\w+"
    r"|menugas\w+)\b|"
    r"^\W*(?:pada\s+)?(?:tahun|bulan|pekan|minggu|periode|semester)\s+(?:yang\s+)?(?:lalu|kemarin|sebelumnya),?\s+"
    r"(?![^.;]{0,200}\b(?:akan|besok|segera|depan)\b)[^,.;]{2,80}?\s(?:menyanggupi|berjanji|bersedia|diminta|meminta|ditugas\w+"
    r"|menugas\w+)\b",
    re.IGNORECASE,
)
_RULE_WORDS = re.compile(r"\b(?:harus|wajib|diwajibkan)\b", re.IGNORECASE)
_TIME_GIVEN = re.compile(r"\b(?:di(?:beri|berikan|kasih?)|(?:me)?minta)\s+waktu\b", re.IGNORECASE)
_OTHER_FIRM = re.compile(
    r"\b(?:akan|bersedia|siap|diminta|ditugaskan|agar|segera|berkomitmen|menjanjikan|sanggup|mohon|supaya|ditunjuk)\b",
    re.IGNORECASE,
)
# Words before "sudah", "telah" with which nothing is told as done.
_NOT_TOLD = re.compile(
    r"\b(?:yang|yg|setelah|jika|apabila|bila|belum|sampai|target|jadwal|harus|wajib|lambat(?:nya)?|maksimal"
    r"|agar|supaya)\s*$"
)
_STILL_TO_BE = re.compile(r"\s+(?:harus|hrs|mesti|kudu|wajib)\b", re.IGNORECASE)  # "Senin sudah harus jadi"
# A promise that was made before and not kept.
_UNKEPT = re.compile(
    r"\b(?:ber|men)?janji(?:kan|nya)?\b[^.;]{0,120}\b(?:(?:nyatanya|kenyataannya|faktanya|ternyata)\b|(?:sampai|sampe|hingga)\s+"
    r"(?:sekarang|kini|saat ini|hari ini|detik ini|rapat ini)\b[^.;]{0,60}\b"
    r"(?:belum|blm|tidak|tdk|tak|gak?|ngg?ak?|ndak|nihil)\b"
    r"|(?:yang|yg|tapi|tetapi|namun)\s+(?:\w+\s+)?(?:belum|blm|tidak|tdk|tak)\s+(?:juga\s+|kunjung\s+|pernah\s+)?"
    r"(?:ter|di)\w{4,})",
    re.IGNORECASE,
)
_JANJI = re.compile("janji", re.IGNORECASE)
_WHICH = re.compile(
    r"\b(?:atau|siapa|apa(?:kah)?|kapan|bagaimana|gimana|piye|berapa|(?:yang|yg) mana|kenapa|mengapa)\b", re.IGNORECASE
)
_QUESTION = re.compile(r"\?\s*$")

# Whom the meeting itself calls on, here and now ("kepada Bapak Camat kami persilakan", "mohon mengambil tempat").
_CALLED_UP = re.compile(
    r"\b(?:mengambil|menempati)\s+tempat\b|\bwaktu\s+(?:dan|&)\s+tempat\b|\b(?:kami|saya|kita)\s+persilah?kan\b",
    re.IGNORECASE,
)
# A part of the meeting and whose it was, without a day or a verb ("Sambutan oleh Kepala Desa").
_OF_PROGRAMME = re.compile(
    r"\W*(?:presentasi|pemaparan|paparan|sambutan|pengarahan|arahan|pembukaan|pembacaan|doa|perkenalan|demo|penjelasan)\b"
    r"(?:\s+(?!akan\b|agar\b|di\w{4})[^\W\d][\w/'’-]*){0,6}\s+oleh"
    r"(?:\s+(?!akan\b|paling\b|besok\b|lusa\b|sebelum\b|pada\b|hari\b|tanggal\b|tgl\b|minggu\b|segera\b)[^\W\d][\w.,/'’-]*){1,10}\W*",
    re.IGNORECASE,
)

_LONGEST_PART = 160  # characters of a line that names a part of the meeting


class Modality:
    """The words by which a sentence is told as done or taken back."""

    def __init__(self, lexicon: Lexicon) -> None:
        cues = lexicon.cues
        self._soft = word_pattern(cues.possible, cues.hope, cues.weak)
        self._done = word_pattern(cues.done)

    def is_past(self, text: str) -> bool:
        """Whether the main verb is told as done: "sudah", "telah", not inside a relative clause."""
        for match in self._done.finditer(text):
            before = fold(text[max(0, match.start() - 14) : match.start()])
            if (
                not _NOT_TOLD.search(before)
                and not _STILL_TO_BE.match(text, match.end())
                and match.group().casefold() != "selesai"
            ):
                return True
        return False

    def is_softened(self, text: str) -> bool:
        """Whether a sentence speaks of what is only possible, hoped for or weakly meant."""
        return self._soft.search(text) is not None

    def is_open(self, text: str) -> bool:
        """Whether a sentence is neither told as done nor taken back."""
        return not self.is_past(text) and not self.is_softened(text)


def is_laid_down(text: str) -> bool:
    """Whether a sentence tells what a law, a contract, habit or an earlier meeting says, not what anybody promises."""
    return _LAID_DOWN.search(text) is not None or _EARLIER.search(text) is not None


def is_question(text: str) -> bool:
    """Whether a sentence asks something."""
    return _QUESTION.search(text) is not None


def asks_which(text: str) -> bool:
    """Whether a sentence asks who, what or which of two, so that nothing in it is promised ("kami atau ...?")."""
    return is_question(text) and _WHICH.search(text) is not None


def is_unkept(text: str) -> bool:
    """Whether a sentence tells of a promise that was not kept ("Rekanan janji memperbaiki, nyatanya nihil")."""
    first = _JANJI.search(text)
    return first is not None and _UNKEPT.search(text, max(0, first.start() - 3)) is not None


def promises_nothing(text: str) -> bool:
    """Whether a sentence asks something, or tells of a promise that was not kept or of what is laid down elsewhere.

    So does one that tells of a part of the meeting or calls on somebody for it.
    """
    return is_question(text) or is_unkept(text) or is_laid_down(text) or is_of_meeting(text)


def is_of_meeting(text: str) -> bool:
    """Whether a sentence names a part of the meeting with whose it was, or calls on somebody for the next."""
    part = len(text) <= _LONGEST_PART and _OF_PROGRAMME.fullmatch(text) is not None
    return part or _CALLED_UP.search(text) is not None


def is_rule(said: str) -> bool:
    """Whether a predicate only says what must be ("harus", "wajib")."""
    return _RULE_WORDS.search(said) is not None and _OTHER_FIRM.search(said) is None


def gives_time(said: str) -> bool:
    """Whether a predicate says that its subject is given time ("diberi waktu"): how much tells if it is a deadline."""
    return _TIME_GIVEN.search(said) is not None
