"""Headings told by how they are put: words of one kind in the order that people put them in, whatever the words.

All patterns are of the normal form of :func:`notula.pipeline.structure.wording.normal`; their words are the lists under
``forms`` in ``headings.toml``, and a few of its other lists.
"""

import re
from collections.abc import Mapping

from notula.models.sections import SectionKind
from notula.pipeline.lexicon.schema import Headings
from notula.pipeline.structure.wording import MEETING_WORDS, options

_MEETING = options(MEETING_WORDS)
_COMING = re.compile(
    rf"(?:(?:rencana|agenda|jadwal|undangan|waktu|tanggal|info|informasi|pelaksanaan) )?(?:{_MEETING})"
    r"(?: \w+)? (?:berikut|berikutnya|selanjutnya|mendatang|yang akan datang)"
)
_NEXT = re.compile(r"\b(?:berikut|berikutnya|selanjutnya|mendatang|akan datang|depan|lanjutan|next)\b")
_NOT_DONE = re.compile(r"\b(?:belum|blm|tidak|masih|harus|perlu|akan|mau)\b")


class HeadingForms:
    """Tells the kind of a heading that is no known wording by the order of its words."""

    def __init__(self, headings: Headings) -> None:
        words = {name: options(forms) for name, forms in headings.forms.items()}
        words |= {
            name: options(forms)
            for name, forms in (
                ("relative", headings.relative),
                ("settled", headings.settled),
                ("decided", headings.decided),
                ("earlier", headings.earlier),
                ("done_by", (word for word in headings.work if word.startswith("di") and " " not in word)),
            )
        }
        self._forms = (
            (SectionKind.ABSENT, _away(words)),
            (SectionKind.PREVIOUS, _checked(words)),
            (SectionKind.AGREEMENTS, _decided(words)),
            (SectionKind.AGENDA, _topics(words)),
            (SectionKind.FOLLOW_UPS, _afterwards(words)),
            (SectionKind.FOLLOW_UPS, _by_whom(words)),
            (SectionKind.FOLLOW_UPS, _to_be_done(words)),
            (SectionKind.DISCUSSION, _reported(words)),
        )

    @staticmethod
    def announces_meeting(heading: str) -> bool:
        """Whether a heading in the normal form is over the next meeting ("Jadwal rapat berikutnya")."""
        return _COMING.fullmatch(heading) is not None

    def kind(self, heading: str) -> SectionKind | None:
        """The kind of a heading in the normal form, of two words at least, or None."""
        for kind, form in self._forms if " " in heading else ():
            if form.fullmatch(heading):
                undone = kind is SectionKind.PREVIOUS and _NOT_DONE.search(heading)
                coming = kind is SectionKind.AGENDA and _NEXT.search(heading)
                return None if undone or coming else kind
        return None


def _away(words: Mapping[str, str]) -> "re.Pattern[str]":
    """Who was not there ("Warga yang tidak sempat hadir", "Daftar peserta berhalangan", "Lagi cuti")."""
    when = r"(?: (?:rapat|pertemuan|acara|karena|hari ini)(?: \w+)?)?"
    missed = rf"(?:{words['away']}) (?:(?:{words['able']}) ){{0,2}}(?:{words['came']}){when}"
    return re.compile(rf"(?:(?:{words['people']}|{words['gone_before']}) ){{0,4}}(?:{missed}|{words['gone']})")


def _checked(words: Mapping[str, str]) -> "re.Pattern[str]":
    """What became of earlier tasks and decisions ("Tugas yang sudah beres", "Evaluasi keputusan rapat lalu")."""
    duties, finished, earlier = words["duties"], words["finished"], rf"(?:{words['earlier']}|kemarin|kmrn)"
    decided = "keputusan|kesepakatan|hasil|arahan|instruksi|penugasan|perintah"
    of = rf"(?:(?:{_MEETING}|minggu|pekan|bulan|sprint|yang) ){{0,3}}"
    done = rf"(?:yang )?(?:(?:(?:{words['settled']}) (?:\w+ )?(?:{finished}))|selesai|tuntas|beres|kelar|rampung)"
    return re.compile(
        rf"(?:rekap |daftar |laporan )?(?:{duties}) (?:{of}(?:{earlier} )?|\w+ ){done}"
        rf"|(?:{words['checks']}) (?:\w+ )?(?:{duties}|{decided}) {of}{earlier}"
        rf"|(?:realisasi|capaian) (?:{duties}|{decided})"
        rf"|(?:previous|completed|closed|last) (?:{duties}|{finished})(?: \w+)?"
    )


def _decided(words: Mapping[str, str]) -> "re.Pattern[str]":
    """What was decided, told without "yang" ("Diputuskan lewat voting", "Disepakati hal-hal berikut")."""
    behind = rf"(?: (?:(?:{words['decided_how']}) \w+|{words['decided_behind']})){{0,3}}"
    return re.compile(rf"(?:(?:{words['decided_before']}) ){{0,3}}(?:{words['decided']}){behind}")


def _topics(words: Mapping[str, str]) -> "re.Pattern[str]":
    """What was to be talked of ("Yang mau diomongin", "Urutan pembahasan", "Agenda sidang majelis")."""
    ours, of = words["agenda_ours"], words["agenda_of"]
    return re.compile(
        rf"(?:(?:{words['relative']}|{words['topics']}|saja|aja) ){{0,4}}"
        rf"(?:{words['ahead']}) (?:{words['talk']})(?: \w+){{0,4}}"
        rf"|(?:rapat |pertemuan )?(?:\w+ )?(?:untuk|guna|rangka) membahas"
        rf"|(?:{words['listed']}) (?:{words['talks']})(?: (?:{of}|{_MEETING}|{ours})){{0,3}}"
        rf"|agenda (?:{ours})(?: (?:{ours}))?"
        rf"|agenda (?:(?:{of}) )?(?:{_MEETING})(?: (?:{of}|{_MEETING}|{ours})){{0,3}}"
    )


def _afterwards(words: Mapping[str, str]) -> "re.Pattern[str]":
    """What is to be done when the meeting is over ("Habis ini ngapain", "Yang kita kerjakan sesudah ini")."""
    done = rf"(?:(?:yang )?(?:(?:kita|kami|akan|harus|mau) ){{0,2}}(?:{words['we_do']}) )?"
    asked = r"(?: (?:kita|kami|ngapain|apa|apa saja|ke mana))?"
    return re.compile(rf"{done}(?:{words['after']}) (?:{words['after_it']}){asked}")


def _by_whom(words: Mapping[str, str]) -> "re.Pattern[str]":
    """What one party does, no more said of it ("Yang dikerjakan Seksi Dapur", "Yang disiapkan oleh panitia")."""
    whom = rf"(?!(?:{words['whom_not']}) |(?:{words['whom_not']})$)\w+"
    return re.compile(rf"(?:yang|sing|nu) (?:{words['done_by']}) (?:(?:oleh|sama|ku) )?{whom}(?: {whom}){{0,2}}")


def _to_be_done(words: Mapping[str, str]) -> "re.Pattern[str]":
    """What is meant to be done, by whom or by when ("Untuk diselesaikan oleh", "Agar segera disiapkan")."""
    behind = r"(?: (?:oleh|bersama|sebelum|sampai|paling lambat|segera|pengurus|panitia|masing-masing)(?: \w+){0,4})?"
    return re.compile(rf"(?:(?:{words['topics']}) )?(?:untuk|agar|supaya) (?:segera )?(?:{words['done_by']}){behind}")


def _reported(words: Mapping[str, str]) -> "re.Pattern[str]":
    """What each of several groups reports ("Laporan tiap seksi", "Progres dari masing-masing divisi")."""
    each, whose = words["report_each"], words["report_groups"]
    return re.compile(rf"(?:{words['reports']}) (?:dari )?(?:{each}) (?:{whose})(?: (?:panitia|kerja|kepanitiaan))?")
