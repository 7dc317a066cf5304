"""What labels and headings mean, by the words of a lexicon.

A text is compared folded, letter-spaced words joined, brackets and punctuation as spaces. Three answers are tried: the
text as it is, without "rapat", "sidang" and the like, and without all optional words.
"""

import re
from collections.abc import Iterable

from notula.models.blocks import Block
from notula.models.sections import SectionKind
from notula.pipeline.lexicon import Lexicon
from notula.pipeline.structure.heading_forms import HeadingForms
from notula.pipeline.structure.report_titles import Part, report_part
from notula.pipeline.structure.wording import (
    MEETING_WORDS,
    chores_pattern,
    dealt_pattern,
    decided_pattern,
    gathered_pattern,
    is_spaced,
    left_pattern,
    normal,
    shares_pattern,
)
from notula.pipeline.text import remembered_method

_JOINABLE = ("date", "time", "place", "chair", "note_taker")
_AWAY = ("tidak hadir ", "tidak dapat hadir ", "berhalangan ", "izin tidak ")
_CAME = (" yang hadir", " yang datang", " yang ikut")
_OF_PEOPLE = re.compile(  # who does it: "Dokumentasi (Koor : Rina)"
    r"\(\s*(?:koor\w*|pic|pj|penanggung ?jawab|ketua)\b\s*[.:]", re.IGNORECASE
)
_MOST_AWAY = 5  # words
# Before words for tasks: how far those of earlier meetings are.
_CHECKED = (
    " status ", " evaluasi ", " cek ", " ngecek ", " pengecekan ", " review ", " reviu ", " laporan dari ",
    " laporan atas ", " laporan pelaksanaan ", " laporan perkembangan ", " laporan progres ", " laporan progress ",
)
_LISTED = (SectionKind.AGREEMENTS, SectionKind.FOLLOW_UPS)
# "Pengurus yang udzur", "Anggota tim yang tidak hadir", "Tim hadir"; a body among those present is their group's.
_CROWD = re.compile(
    r"(?:peserta|anggota|pengurus|tim|undangan|warga|panitia|guru|pegawai|staf|karyawan|pihak|unsur|personil|personel"
    r"|jamaah|jemaat)(?:(?: \w+){0,2}?(?: yang)? "
    r"(?P<away>(?:tidak|belum|ga|gak|nggak|tak)(?: (?:dapat|bisa|sempat|ikut)){0,2} (?:hadir|datang|ikut)"
    r"|udzur|uzur|izin|ijin|berhalangan(?: hadir)?|absen)|(?: yang)? (?:hadir|datang|mengikuti))"
    r"(?: (?:rapat|kegiatan|pertemuan))?"
)
_AS_FOLLOWS = re.compile(r" (?:(?:adalah|ialah|yaitu|yakni|antara lain) )?(?:sbb|(?:sebagai )?berikut)$")
_LONGEST_ORDERS = 10
# Behind a heading it says whose they are ("PR pengurus", "Keputusan direksi").
_OWNED = re.compile(
    r" (?:pengurus|panitia|anggota|direksi|pimpinan|tim|warga|kader|staf|guru|bersama|kita)\W*$", re.IGNORECASE
)
# Behind a heading, in the normal form: of which part of a meeting it is ("Simpulan hari pertama"), until when, or by
# what it is ordered ("Tindak lanjut per bidang").
_OF_PART = re.compile(
    r" (?:(?:hari|sesi|sidang|komisi|pleno|kelompok|babak|tahap|putaran)(?: (?:ke ?)?(?:\d+|pertama|kedua|ketiga"
    r"|keempat|kelima|terakhir|[a-h]|[ivx]{1,4}))"
    r"|(?:untuk|buat|bagi|sampai|sebelum|hingga|menjelang) (?:minggu|pekan|bulan|rapat|pertemuan|kumpulan|sprint)"
    r" (?:depan|ini|berikutnya|selanjutnya|mendatang)"
    r"|(?:per|tiap|setiap|masing masing) (?:unit(?: kerja)?|bidang|bagian|seksi|sie|divisi|subbag|departemen|instansi"
    r"|opd|lembaga|pihak|tim|pokja|komisi|kelompok|orang|anggota|desa|kelurahan|kecamatan|dusun|rt|rw|kelas|sekolah))$"
)
_APPENDED = re.compile(r"^lampiran (?:(?:\d+|[ivx]+|[a-e]) )?")  # in the normal form
_TOLD = {SectionKind.DISCUSSION, SectionKind.AGREEMENTS, SectionKind.FOLLOW_UPS}  # side by side in one heading
_SIDES = re.compile(r"\s*(?:\b(?:dan|serta|beserta|and|lan|jeung)\b|[&/+,])\s*", re.IGNORECASE)


class Vocabulary:
    """The lexicon's labels and headings, ready for looking up."""

    def __init__(self, lexicon: Lexicon) -> None:
        labels, headings = lexicon.labels, lexicon.headings
        self.lexicon = lexicon
        self._qualifiers = set(headings.qualifiers)
        self._whole = {normal(word) for word in headings.whole}
        self.valued = {normal(word) for word in headings.valued}
        self._optional = set(labels.optional)
        self._fields = {normal(word): field for field, words in labels.fields.items() for word in words}
        self._kinds: dict[str, SectionKind] = {}
        for kind, words in (
            (SectionKind.OTHER, headings.other),
            (SectionKind.CLOSING, headings.closing),
            (SectionKind.DISCUSSION, (*headings.discussion, *headings.results)),
            (SectionKind.AGENDA, headings.agenda),
            (SectionKind.ATTENDEES, headings.attendees),
            (SectionKind.ABSENT, headings.absent),
            (SectionKind.AGREEMENTS, headings.agreements),
            (SectionKind.FOLLOW_UPS, headings.follow_ups),
            (SectionKind.PREVIOUS, headings.previous),
        ):
            self._kinds.update((normal(word), kind) for word in words)
        self._fields_of_work = frozenset(map(normal, lexicon.institutions.topics))
        self._chores, self._decided = chores_pattern(headings), decided_pattern(headings)
        self._left, self._gathered = left_pattern(headings), gathered_pattern(headings)
        self._shares, self._dealt = shares_pattern(headings), dealt_pattern(headings)
        self._put = HeadingForms(headings)
        self._results = {normal(word) for word in headings.results}
        self._result_heads = tuple(f"{words} " for words in self._results if " " in words)
        self._orders = tuple(normal(word) for word in headings.orders)
        self._generic = {word for phrase in headings.generic for word in normal(phrase).split()} | MEETING_WORDS
        told = (*labels.columns["owner"], *labels.columns["due"])
        self._told_of_tasks = frozenset(map(normal, told))
        self._earlier = tuple(normal(word) for word in headings.earlier)
        self._genre = {
            normal(f"{word} {more}") for word in lexicon.cues.genre for more in ("", *labels.optional)
        }
        self._genre_unspaced = {word.replace(" ", "") for word in self._genre}
        self._unspaced = {
            form.replace(" ", ""): form for form in (*self._kinds, *self._fields, *_with(self._fields, "rapat"))
        }
        self._phrases = sorted(self._kinds, key=lambda phrase: -len(phrase))
        follow_ups = (phrase for phrase, kind in self._kinds.items() if kind is SectionKind.FOLLOW_UPS)
        self.task_heads = tuple(f"{phrase} " for phrase in follow_ups if " " in phrase)
        known = (*self._kinds, *self._fields, *self._earlier, *self._generic, *self._optional)
        self._words = {word for phrase in known for word in phrase.split()}

    @remembered_method
    def field(self, label: str) -> str | None:
        """The header field of a label (``ignore`` for a label without use), or None."""
        field = next((self._fields[form] for form in self._forms(label) if form in self._fields), None)
        both = {self.field(half) for half in _halves(label)} if field is None else set()
        return both.pop() if len(both) == 1 else field

    def part_field(self, label: str) -> str | None:
        """The header field of a label one part of which is known ("Pemateri/Pemimpin"), or None."""
        parts = label.split("/")
        fields = (self.field(part) for part in parts if 1 < len(parts) <= 3)
        return next((field for field in fields if field in _JOINABLE), None)

    @remembered_method
    def kind(self, heading: str) -> SectionKind | None:
        """The section kind of a heading that is one of the known wordings or put as headings of a kind are, or None."""
        plain = normal(heading)
        if self._put.announces_meeting(plain):
            return SectionKind.CLOSING
        found = self._worded(heading, plain) or self._put.kind(plain)
        return None if found is SectionKind.OTHER and _OF_PEOPLE.search(heading) else found

    def _worded(self, heading: str, plain: str) -> SectionKind | None:
        forms = self._forms(heading)
        for form in forms:
            if form in self._kinds:
                return self.shifted(self._kinds[form], form)
        first = forms[0] if forms else ""
        whole = _OF_PART.sub("", first)
        if whole != first and (kind := self._kinds.get(whole)) in _LISTED:
            return self.shifted(kind, first) if kind else None
        if tasks := self._kind_of_tasks(first):
            return tasks
        if report := self.report_part(first):
            return SectionKind.FOLLOW_UPS if report is Part.PLAN else SectionKind.PREVIOUS
        if self._decided.fullmatch(first) or self._gathered.fullmatch(first):
            return self.shifted(SectionKind.AGREEMENTS, first)
        short = len(first.split()) <= _MOST_AWAY
        if plain.startswith(_AWAY) and short:
            return SectionKind.ABSENT  # "Tidak hadir tanpa keterangan"
        if plain.endswith(_CAME) and short and not plain.startswith(("jumlah ", "total ")):
            return SectionKind.ATTENDEES  # "Perangkat daerah yang hadir"
        if crowd := _CROWD.fullmatch(plain):
            return SectionKind.ABSENT if crowd["away"] else SectionKind.ATTENDEES
        if self._tells_of_tasks(heading):
            return self.shifted(SectionKind.FOLLOW_UPS, first)
        if side_by_side := self._kind_of_sides(heading):
            return self.shifted(side_by_side, first)
        bare = {" ".join(word for word in form.split() if word not in self._qualifiers) for form in forms}
        present = (SectionKind.ATTENDEES, SectionKind.ABSENT)
        named = next((kind for form in bare if (kind := self._kinds.get(form)) in present), None)
        both = {self.kind(half) for half in _halves(heading)} if named is None else set()
        return both.pop() if len(both) == 1 else named

    def names_talk(self, heading: str) -> bool:
        """Whether a heading names the talk, by itself or beside others ("Pembahasan dan Keputusan")."""
        return SectionKind.DISCUSSION in self._sides(heading)

    def _sides(self, heading: str) -> set[SectionKind | None]:
        """The kinds of the parts of minutes that a heading names side by side."""
        parts = (part for part in _SIDES.split(heading) if part.strip())
        return {self._exact(part) or self._exact(_OWNED.sub("", part)) for part in parts}

    def _kind_of_sides(self, heading: str) -> SectionKind | None:
        """The kind of a heading that names parts of minutes side by side ("Paparan dan Diskusi"), or None."""
        sides = self._sides(heading)
        several = len(sides) > 1 or _SIDES.search(heading) is not None
        if several:
            sides -= {SectionKind.CLOSING}
        if sides and sides <= {SectionKind.AGREEMENTS, SectionKind.FOLLOW_UPS}:
            return SectionKind.FOLLOW_UPS if SectionKind.FOLLOW_UPS in sides else SectionKind.AGREEMENTS
        talk = several and SectionKind.DISCUSSION in sides
        if not talk or not sides <= _TOLD or sides == {SectionKind.DISCUSSION, SectionKind.FOLLOW_UPS}:
            return None
        return SectionKind.AGREEMENTS if SectionKind.AGREEMENTS in sides else SectionKind.DISCUSSION

    def _kind_of_tasks(self, heading: str) -> SectionKind | None:
        """The kind of a heading in the normal form that is put as those of tasks are, or None."""
        if self._left.fullmatch(heading):
            return SectionKind.FOLLOW_UPS
        if chores := self._chores.fullmatch(heading):
            return self.shifted(SectionKind.FOLLOW_UPS, heading) if chores["must"] else SectionKind.PREVIOUS
        return self.shifted(SectionKind.FOLLOW_UPS, heading) if self._dealt.fullmatch(heading) else None

    def _tells_of_tasks(self, heading: str) -> bool:
        """Whether a heading names tasks and what is told of each ("Tindak Lanjut & PIC", "Hasil dan Tenggat")."""
        parts = [part for part in map(normal, _SIDES.split(heading)) if part]
        named = [part for part in parts if part not in self._told_of_tasks]
        tasks = (self.worded_kind(part) is SectionKind.FOLLOW_UPS or part in self._results for part in named)
        return 0 < len(named) < len(parts) and all(tasks)

    def report_part(self, heading: str) -> Part | None:
        """The part of a report of work that a heading is over ("Sudah", "Rencana minggu depan"), or None."""
        return report_part(heading, self.lexicon)

    @remembered_method
    def loose_kind(self, heading: str) -> SectionKind | None:
        """The kind of a heading in which a known wording stands beside other words, or None.

        Follow-ups come before agreements, agreements before the rest; of the rest the longest wording counts.
        """
        text = f" {self.plain(heading)} "
        held = [phrase for phrase in self._phrases if f" {phrase} " in text and phrase not in self._whole]
        for kind in (SectionKind.FOLLOW_UPS, SectionKind.AGREEMENTS):
            if any(self._kinds[phrase] is kind for phrase in held):
                return self.shifted(kind, text)
        if any(self._kinds[phrase] is SectionKind.DISCUSSION and text.startswith(f" {phrase} ") for phrase in held):
            return SectionKind.DISCUSSION  # "Masukan dari peserta" is not over those present
        return self.shifted(self._kinds[held[0]], text) if held else None

    @remembered_method
    def is_genre(self, text: str) -> bool:
        """Whether a text is nothing but a word for minutes ("NOTULEN", "R I S A L A H  R A P A T")."""
        plain = normal(text)
        return plain in self._genre or plain.replace(" ", "") in self._genre_unspaced

    @remembered_method
    def is_result(self, heading: str) -> bool:
        """Whether a heading says "Hasil", "Hasil Rapat" and no more."""
        return any(form in self._results for form in [normal(heading), *self._forms(heading)])

    def composes(self, heading: Block | None) -> bool:
        """Whether a heading stands over who will be what ("Susunan panitia"), not over who was there."""
        own = _APPENDED.sub("", normal(heading.text)) if heading is not None else ""
        return own.startswith(("susunan p", "susunan t", "struktur "))

    def names_result(self, heading: str) -> bool:
        """Whether a heading says "Hasil", or begins with "Hasil Rapat" and the like ("Hasil musyawarah pengurus")."""
        plain = _AS_FOLLOWS.sub("", self.plain(heading).removeprefix("adapun "))
        return f"{plain} ".startswith(self._result_heads) or self.is_result(heading) or self.is_result(plain)

    def orders(self, heading: str) -> bool:
        """Whether a heading says that somebody in charge orders what follows ("Arahan Direksi")."""
        return normal(heading).startswith(self._orders) and len(heading.split()) <= _LONGEST_ORDERS

    @remembered_method
    def decides(self, heading: str) -> bool:
        """Whether a heading names decisions and tasks side by side ("Putusan & Penugasan").

        A word that is a heading only by itself is none of the sides ("Jadi, siapa mengerjakan apa").
        """
        parts = [part for part in _SIDES.split(heading) if "rekomendasi" not in part.casefold()]
        parts = [part for part in parts if normal(part) not in self._whole]
        kinds = {self.loose_kind(part) or self._exact(part) for part in parts}
        return kinds >= {SectionKind.AGREEMENTS, SectionKind.FOLLOW_UPS}

    def worded_kind(self, heading: str) -> SectionKind | None:
        """The kind of a heading that is a known wording, one that says what it is over beside others too, or None."""
        return None if normal(heading) in self._whole else self._exact(heading)

    def _exact(self, heading: str) -> SectionKind | None:
        return next((self._kinds[form] for form in self._forms(heading) if form in self._kinds), None)

    @remembered_method
    def coverage(self, heading: str) -> float:
        """The share of a heading's words that are known or generic, numbers among them (0 to 1)."""
        words = rest = self.plain(heading)
        for phrase in (*self._phrases, *self._earlier):
            if phrase in rest:
                rest = f" {rest} ".replace(f" {phrase} ", "  ").strip()
        odd = [w for w in rest.split() if not (w in self._generic or w in self._optional or w.isdigit())]
        return 1 - len(odd) / max(len(words.split()), 1)

    def shares_out(self, heading: str) -> bool:
        """Whether a heading says that each of a group does what stands below it ("Masing-masing seksi menyiapkan:")."""
        return self._shares.fullmatch(normal(heading)) is not None

    def is_field_of_work(self, text: str) -> bool:
        """Whether a line is nothing but a field of work that units are named by ("Acara:", "Humas")."""
        return normal(text) in self._fields_of_work

    def plain(self, text: str) -> str:
        """The normal form, without the suffix of "kesimpulannya" where only the word before it is known."""
        words = normal(text).split()
        return " ".join(
            word.removesuffix("nya") if word.removesuffix("nya") in self._words and word not in self._words else word
            for word in words
            if word not in ("nya", "tadi", "td")  # "PR-nya", "Hadir td"
        )

    @remembered_method
    def _forms(self, label: str) -> list[str]:
        words = self.plain(label).split()
        if is_spaced(label):  # "K e t u a  r a p a t" comes out as one word
            whole = self._unspaced.get("".join(words))
            words = whole.split() if whole else words
        return [
            " ".join(kept)
            for kept in (
                words,
                [word for word in words if word not in MEETING_WORDS],
                [word for word in words if word not in self._optional],
            )
            if kept
        ]

    def shifted(self, kind: SectionKind, text: str) -> SectionKind:
        """Follow-ups of an earlier meeting are no follow-ups of this one."""
        words = f" {text.strip()} "
        earlier = any(f" {word} " in words for word in self._earlier) or words.startswith(_CHECKED)
        points = kind is SectionKind.AGREEMENTS and words.startswith((" keputusan ", " status ", " kesepakatan "))
        if (kind is SectionKind.FOLLOW_UPS or points) and earlier:
            return SectionKind.PREVIOUS
        return kind


def _halves(label: str) -> list[str]:
    """The halves of a label in two languages ("Date / Tanggal"), none of any other."""
    parts = [part for part in label.split("/") if part.strip()]
    return parts if len(parts) == 2 else []


def _with(forms: Iterable[str], word: str) -> list[str]:
    return [f"{form} {word}" for form in forms]
