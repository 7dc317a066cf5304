"""Chair, note-taker and attendance where sentences name them."""

from collections.abc import Callable

import pytest

from notula.models.minutes import Party
from notula.models.result import Result
from notula.models.source import Source
from notula.pipeline.extract.minutes import extract_minutes
from notula.pipeline.lexicon import Lexicon
from notula.pipeline.structure.documents import build_documents
from notula.pipeline.structure.sections import find_sections

Minutes = Callable[..., Result]

TITLE = "Rapat Warga Blok Anggrek\n\n"
TALK = "\n\nPembahasan\n1. Selokan depan pos mampet.\n2. Lampu taman mati sejak kemarin.\n"


def names(parties: tuple[Party, ...]) -> list[str]:
    return [party.name for party in parties]


@pytest.mark.parametrize(
    "sentence",
    [
        "Rapat dipimpin Pak Wiryo, dicatat Mas Tegar.",
        "Rapat dipimpin oleh Bapak Wiryo dan dicatat oleh Sdr. Tegar.",
        "Yang mimpin Pak Wiryo, yang nyatat Mas Tegar.",
        "Dipandu Pak Wiryo di rumah Bu Sekar, notulis Tegar.",
        "Yang mimpin Pak Wiryo. selokan dibersihkan dulu. Notulis Tegar.",
        "Dipimpin Pak Wiryo, yg nyatet sy sendiri Tegar (warga).",
        "Pimpinan rapat ialah Pak Wiryo, sedangkan pencatat ialah Mas Tegar.",
        "Pak Wiryo selaku pimpinan rapat membuka acara. Notulis Tegar.",
        "Rapat dipimpin oleh Pak Wiryo, dengan Sekretaris Koperasi, Mas Tegar, sebagai pembuat risalah.",
        "Rapat dipimpin Pak Wiryo, sedangkan Mas Tegar bertindak sebagai penyusun notula.",
        "Rapat dibuka Bu Sekar, lalu diserahkan ke Pak Wiryo yang memimpin rapat sampai selesai. Notulis Tegar.",
        "yg pimpin Pak Wiryo, pencatat Tegar",
        "Rapat berlangsung sampai pukul 21 WIB di bawah pimpinan Pak Wiryo. Notulis Tegar.",
        "Sarasehan yang dipandu oleh Pak Wiryo ini dimulai sore. Notula disusun dari rekaman oleh Tegar.",
        "Rapat dipimpin Pak Wiryo. Hasilnya dicatat dan diketik oleh Tegar.",
        "Yang memimpin Bapak Wiryo (Ketua) dan yang mencatat Tegar (Sekretaris I).",
        "Sidang dibuka jam 20.15 oleh Wakil Ketua, Bapak Wiryo, yang sekaligus memimpin sidang. Notulis Tegar.",
    ],
    ids=[
        "short", "formal", "spoken", "place between", "small letters", "first person", "copula",
        "verb behind the office", "who makes the record", "who writes the minutes",
        "to the end", "bare verb", "under whose lead", "made from", "typed as well", "both joined", "leads as well",
    ],
)
def test_chair_and_note_taker(sentence: str, minutes: Minutes) -> None:
    meeting = minutes(f"{TITLE}Sabtu, 4 Mei 2024 jam 20.00. {sentence}{TALK}").meeting
    assert (names(meeting.chair), names(meeting.note_taker)) == (["Wiryo"], ["Tegar"])


@pytest.mark.parametrize(
    "sentence",
    [
        "Pak Wiryo memimpin. Tegar mencatat.",
        "Pak Wiryo mimpin rapat; Mas Tegar menulis notula ini.",
        "Ketua RT (Pak Wiryo) memandu, Mas Tegar nyatet.",
        "Bapak Wiryo (ketua), membuka dan memimpin rapat; Tegar yang nulis.",
        "Pak Wiryo pegang rapat, Tegar pegang catatan.",
        "Saya (Tegar) yang nulis, Pak Wiryo yang pimpin.",
    ],
    ids=["two sentences", "objects", "office", "opens too", "holds", "first person"],
)
def test_clauses_of_those_who_lead_and_write(sentence: str, minutes: Minutes) -> None:
    meeting = minutes(f"{TITLE}Sabtu, 4 Mei 2024 jam 20.00. {sentence}{TALK}").meeting
    assert (names(meeting.chair), names(meeting.note_taker)) == (["Wiryo"], ["Tegar"])


@pytest.mark.parametrize(
    "sentence",
    [
        "Pak Wiryo memimpin kerja bakti. Bu Sekar mencatat 12 tunggakan.",
        "Minggu depan Pak Wiryo memimpin. Belum ada yang mencatat.",
        "Semoga Pak Wiryo mau memimpin. Nomor sambungan sudah saya catat.",
        "Warga minta agar Pak Wiryo memimpin, lalu daftar tamu ditulis.",
    ],
    ids=["objects", "next time", "hope", "request"],
)
def test_clauses_that_tell_of_no_office(sentence: str, minutes: Minutes) -> None:
    meeting = minutes(f"{TITLE}Sabtu, 4 Mei 2024 jam 20.00. {sentence}{TALK}").meeting
    assert (names(meeting.chair), names(meeting.note_taker)) == ([], [])


def test_an_office_behind_the_chair_on_the_same_line(minutes: Minutes) -> None:
    text = f"{TITLE}Tanggal: 4 Mei 2024\nPimpinan: Pak Wiryo, dihadiri seluruh pengurus{TALK}"
    assert names(minutes(text).meeting.chair) == ["Wiryo"]


SIGNED = {
    "behind the name in brackets": ("Pimpinan rapat,\nWiryo Santoso\n\nTegar Budi (notulis)", "Tegar Budi"),
    "who signs as": (
        "Ketua\tSekretaris\nSelaku Pimpinan Rapat\tSelaku Notulis\nWiryo Santoso\tTegar Budi", "Tegar Budi",
    ),
    "nothing between": ("Ttd\nKetua rapat Wiryo Santoso\nNotulis Tegar Budi", "Tegar Budi"),
    "bars between": ("Mengetahui,\nPimpinan rapat | Notulis\nWiryo Santoso | Tegar Budi", "Tegar Budi"),
    "behind another office": (
        "Mengetahui,\nKetua RW selaku pimpinan: Wiryo Santoso\nNotulis: Tegar Budi", "Tegar Budi",
    ),
    "columns of offices": ("Mengetahui,\tNotulis,\nKetua RW\tTegar Budi", "Tegar Budi"),
    "an office is no name": ("Mengetahui,\nSelaku Notulis,\nSelaku Pimpinan Rapat", None),
    "another one approves": ("Dicatat: Tegar Budi / Disetujui: Wiryo Santoso", "Tegar Budi"),
}  # fmt: skip
END = f"Rapat Warga\nTanggal: 4 Mei 2024{TALK}\nTindak lanjut\n1. Warga membersihkan selokan.\n\nPenutup\n"


@pytest.mark.parametrize(("ending", "note_taker"), SIGNED.values(), ids=SIGNED)
def test_note_taker_in_signatures(ending: str, note_taker: str | None, minutes: Minutes) -> None:
    assert names(minutes(f"{END}{ending}\n").meeting.note_taker) == [note_taker] * bool(note_taker)


def test_chair_behind_another_office(minutes: Minutes) -> None:
    ending = "Rapat selesai.\nKetua RW selaku pimpinan: Wiryo Santoso\n"
    assert names(minutes(f"{END}{ending}").meeting.chair) == ["Wiryo Santoso"]


@pytest.mark.parametrize(
    ("told", "note_taker", "place"),
    [
        ("dipimpin wiryo, dicatat sekar", ["sekar"], None),
        ("di rumah bu sekar yang mimpin pak wiryo, yang nyatet mas tegar", ["tegar"], "rumah bu sekar"),
        ("dipimpin wiryo, dicatat seadanya", [], None),
    ],
)
def test_note_taker_without_capitals(told: str, note_taker: list[str], place: str | None, minutes: Minutes) -> None:
    text = f"rapat blok anggrek\nsabtu 4 mei 2024 {told}\nhadir: pak wiryo, bu sekar, mas tegar\n\n- lampu mati\n"
    meeting = minutes(text).meeting
    assert names(meeting.note_taker) == note_taker
    assert place is None or (meeting.place is not None and meeting.place.text == place)


def test_note_taker_in_the_first_person_in_brackets(minutes: Minutes) -> None:
    text = f"{TITLE}Sabtu, 4 Mei 2024. Dipimpin Pak Wiryo, yang nulis saya sendiri (Tegar).{TALK}"
    assert names(minutes(text).meeting.note_taker) == ["Tegar"]


def test_office_in_the_chair_closes_the_meeting(minutes: Minutes) -> None:
    told = "Rapat dipimpin oleh Ketua RW dan ditutup pada pukul 11.00 WIB."
    meeting = minutes(f"{TITLE}Tanggal: 4 Mei 2024\n\n{told}{TALK}").meeting
    assert names(meeting.chair) == ["Ketua RW"]
    assert meeting.time is not None and (meeting.time.start, meeting.time.end) == (None, "11:00")


@pytest.mark.parametrize(
    ("told", "chair"),
    [
        ("Rapat dibuka oleh Sekretaris RW dihadiri oleh Bu Sekar dan Pak Tono.", ["Sekretaris RW"]),
        ("Rapat dibuka oleh Pak Wiryo dan diikuti Bu Sekar, Pak Tono.", ["Wiryo"]),
        ("Rapat dibuka oleh Sekretaris RW dihadiri Bu Sekar, dipimpin oleh Pak Tono.", ["Tono"]),
        ("Rapat dibuka oleh Sekretaris RW. Dihadiri oleh Bu Sekar dan Pak Tono.", []),
    ],
    ids=["office", "person", "led by another", "two sentences"],
)
def test_who_opened_it_before_those_who_came(told: str, chair: list[str], minutes: Minutes) -> None:
    assert names(minutes(f"{TITLE}Tanggal: 4 Mei 2024\n\n{told}{TALK}").meeting.chair) == chair


def test_holder_of_the_office_that_led(minutes: Minutes) -> None:
    text = f"{TITLE}Hadir:\n1. Wiryo Santoso (Ketua RW)\n2. Sekar\n\nPembukaan\nKetua RW selaku pimpinan rapat menyapa."
    assert names(minutes(text).meeting.chair) == ["Wiryo Santoso"]


@pytest.mark.parametrize("office", ["selaku pimpinan rapat", "selaku Ketua RW sebagai pimpinan rapat"])
def test_a_title_before_the_name_ends_no_clause(office: str, minutes: Minutes) -> None:
    text = f"{TITLE}Tanggal: 4 Mei 2024\n\nRapat dibuka pukul 09.05 oleh Ir. Wiryo Santoso, S.H. {office}.{TALK}"
    assert names(minutes(text).meeting.chair) == ["Ir. Wiryo Santoso, S.H."]


def test_a_physician_who_opened_as_the_chair(minutes: Minutes) -> None:
    text = f"{TITLE}Tanggal: 4 Mei 2024\n\nRapat dibuka oleh dr. Wiryo Santoso selaku pimpinan rapat.{TALK}"
    assert names(minutes(text).meeting.chair) == ["dr. Wiryo Santoso"]


@pytest.mark.parametrize(
    "above",
    ["Tidak hadir:\n1. Tono (sakit)\n2. Sekar", "Agenda:\n1. Selokan\n2. Lampu taman"],
    ids=["the absent", "the agenda"],
)
def test_a_sentence_behind_a_list_of_the_header(above: str, minutes: Minutes) -> None:
    text = f"{TITLE}Tanggal: 4 Mei 2024\n{above}\n\nRapat dipimpin oleh Bapak Wiryo Santoso.{TALK}"
    assert names(minutes(text).meeting.chair) == ["Wiryo Santoso"]


@pytest.mark.parametrize(
    ("header", "chair", "note_taker"),
    [
        ("mod: wiryo, pencatat: tegar. disalin dari grup", ["wiryo"], ["tegar"]),
        ("Pimpinan sidang: 1. Wiryo Santoso (Ketua)\n2. Sekar Arum (Sekretaris)", ["Wiryo Santoso", "Sekar Arum"], []),
        ("Notulen: Rapat Warga Blok Anggrek", [], []),
        ("mc rapat: wiryo / catat: tegar", ["wiryo"], ["tegar"]),
        ("pandu: Wiryo / catat: Tegar", ["Wiryo"], ["Tegar"]),
        ("Chair / Pimpinan: Bung Wiryo\nNote takers: Tegar", ["Wiryo"], ["Tegar"]),
        ("Notulen Rapat: No. Dok 12/KLP/2024", [], []),
        ("Pimpinan Rapat dr. Wiryo Santoso\nNotulis Tegar", ["dr. Wiryo Santoso"], ["Tegar"]),
        ("Ketua: Ada dua usulan warga yang masuk minggu lalu.", [], []),
        ("Pimpinan = Wiryo Santoso, jabatan Ketua RW\nNotulis = Tegar, menjabat sebagai Sekretaris RW",
         ["Wiryo Santoso"], ["Tegar"]),
        ("Ketua: dr. Wiryo Santoso, M.KK\nNotulis: Tegar, M.Env.Mgt.",
         ["dr. Wiryo Santoso, M.KK"], ["Tegar, M.Env.Mgt."]),
        ("Sekretaris Desa menyampaikan bahwa panjang selokan yang rusak 240 meter.", [], []),
    ],
    ids=["one line", "a list", "the title", "parted by a slash", "verbs", "two languages", "a number of the form",
         "a title in small letters", "speech", "offices behind a word for them", "degrees", "a sentence"],
)
def test_officers_of_labels(header: str, chair: list[str], note_taker: list[str], minutes: Minutes) -> None:
    meeting = minutes(f"{TITLE}Tanggal: 4 Mei 2024\n{header}{TALK}").meeting
    assert (names(meeting.chair), names(meeting.note_taker)) == (chair, note_taker)


def test_office_told_in_the_list(minutes: Minutes) -> None:
    meeting = minutes(f"{TITLE}Hadir: Wiryo Santoso (Kabid, memimpin), Sekar Arum (mencatat){TALK}").meeting
    assert (names(meeting.chair), names(meeting.note_taker)) == (["Wiryo Santoso"], ["Sekar Arum"])


NOTE_TAKERS = {
    "last sentence": "Lampu diganti bulan depan. Yang mencatat: Tegar.",
    "last line": "Pencatat: Mas Tegar",
    "under the office": "Notulis,\n\n\nTegar Wicaksono",
    "in the second column": "Ketua RW\tNotulis\nWiryo Santoso\tTegar Wicaksono",
    "one word and an office": "Pencatat,\n\n\nTegar (Sekretaris RT)",
    "beside the office": "Notulis, Tegar Wicaksono",
    "one word, right under it": "Demikian catatan ini dibuat.\n\nNotulis,\nttd\n\nTegar",
    "one word in a column": "Mengetahui,\nKetua RW\tNotulis\nWiryo Santoso\tTegar",
    "behind another office": "Sekretaris Panitia/Notulis,\n\n\nTegar Wicaksono, S.E.",
    "in brackets behind another office": "Kaur Umum (notulis)\nTegar Wicaksono, S.E.",
    "in brackets over the name": "Ketua RW\tKaur\n(pimpinan rapat)\t(notulis)\n\nWiryo Santoso\tTegar Wicaksono",
    "below the name": "Mengetahui,\nWiryo Santoso\nPimpinan Rapat\n\nDicatat,\nTegar Wicaksono\nNotulis",
    "last line, in brackets": "Ttd. Tegar\n(pencatat)",
    "noted by": "Dipimpin oleh,\nWiryo Santoso, S.E.\nDicatat oleh,\nTegar Wicaksono, S.E.",
    "first column": "Notulis\tPimpinan Rapat\n\nTegar Wicaksono\tWiryo Santoso",
    "who made them": "Yang membuat notulen,\n\n\nTegar Wicaksono",
    "who summed them up": "Peresume,\n\n\nTegar Wicaksono",
    "who drew them up": "Penyusun risalah,\n\n\nTegar Wicaksono, S.I.A.",
    "who signs as the secretary": "Ketua Panitia,\tSekretaris Panitia,\nWiryo Santoso\tTegar Wicaksono",
    "summed up by": "resume by Tegar Wicaksono - kabari kalau ada yang salah",
    "written by": "Ditulis oleh Tegar Wicaksono (sekretaris)",
    "made by, behind a sentence": "Rapat berikut pekan depan. Dibuat oleh: Tegar Wicaksono",
}


@pytest.mark.parametrize("end", NOTE_TAKERS.values(), ids=NOTE_TAKERS.keys())
def test_note_taker_at_the_end(end: str, minutes: Minutes) -> None:
    (found,) = minutes(f"{TITLE}Tanggal: 4 Mei 2024\nHadir: Pak Wiryo, Bu Sekar{TALK}\n{end}\n").meeting.note_taker
    assert found.name.startswith("Tegar")


CHAIRS = {
    "who led": "Surabaya, 4 Mei 2024\nYang mencatat,\tYang memimpin,\nTegar Wicaksono\tWiryo Santoso",
    "led by": "Dipimpin oleh,\nWiryo Santoso, S.E.\nDicatat oleh,\nTegar Wicaksono, S.E.",
    "below the name": "Mengetahui,\nWiryo Santoso\nPimpinan Rapat\n\nDicatat,\nTegar Wicaksono\nNotulis",
    "behind another office": "Ketua Yayasan/Pimpinan Rapat,\n\n\nWiryo Santoso, S.E.",
    "beside another office": "Ketua\tSekretaris\nSelaku Pimpinan Rapat\tSelaku Notulis\n\nWiryo Santoso\tTegar Santoso",
}


@pytest.mark.parametrize("end", CHAIRS.values(), ids=CHAIRS.keys())
def test_chair_at_the_end(end: str, minutes: Minutes) -> None:
    (found,) = minutes(f"{TITLE}Tanggal: 4 Mei 2024\nHadir: Pak Galih, Bu Sekar{TALK}\n{end}\n").meeting.chair
    assert found.name.startswith("Wiryo")


@pytest.mark.parametrize(
    "end",
    ["Notulis,\n\nMengetahui,\nKetua RW\n", "Mengetahui,\nKetua RW,\n\nWiryo Santoso\nNotulis,\n",
     "Notulis\nLampiran\n"],
    ids=["the next signature", "a name of the office above", "a heading"],
)
def test_nobody_signed_as_the_note_taker(end: str, minutes: Minutes) -> None:
    text = f"{TITLE}Tanggal: 4 Mei 2024\nHadir: Pak Galih, Bu Sekar{TALK}\n{end}"
    assert minutes(text).meeting.note_taker == ()


def test_what_stands_over_the_next_signature_took_no_notes(minutes: Minutes) -> None:
    text = f"{TITLE}Tanggal: 4 Mei 2024\nHadir: Pak Wiryo, Bu Sekar{TALK}\nNotulis,\n\nMengetahui, Kepala Desa Suka\n"
    assert minutes(text).meeting.note_taker == ()


@pytest.mark.parametrize(
    ("line", "stranger"),
    [("_Bu Sekar - sekretaris_", []), ("Sekar (sekretaris RT)", []), ("ttd Sekar, notulis", ["Melati"])],
)
def test_attendee_who_signs_a_message(line: str, stranger: list[str], minutes: Minutes) -> None:
    text = f"{TITLE}Tanggal: 4 Mei 2024\nHadir: Pak Wiryo, Bu Sekar{TALK}\nTugas\n- beli lampu\n\n{line}\n"
    assert [party.name for party in minutes(text).meeting.note_taker] == ["Sekar"]
    unknown = text.replace("Sekar", "Melati").replace("Bu Melati\n", "Bu Ani\n")
    assert names(minutes(unknown).meeting.note_taker) == stranger


def test_an_attendee_alone_behind_a_label_of_notes_took_them(minutes: Minutes) -> None:
    text = f"{TITLE}date: 2024-05-04\nfacilitator: Wiryo\nnotes: Tegar\npresent: Wiryo, Tegar, Sekar{TALK}"
    assert names(minutes(text).meeting.note_taker) == ["Tegar"]


def test_a_document_named_after_the_notes_is_no_note_taker(minutes: Minutes) -> None:
    assert minutes(f"{TITLE}Tanggal: 4 Mei 2024{TALK}3. Berkas:\nNotulen\nFoto Rapat\n").meeting.note_taker == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "Dihadiri Pak Wiryo, Bu Sekar dan Dinas Sosial.",
        "Rapat diikuti oleh Bapak Wiryo, Ibu Sekar, serta Dinas Sosial.",
        "Yg datang: Pak Wiryo, Bu Sekar, sama Dinas Sosial.",
        "Hadir: Pak Wiryo, Bu Sekar, Dinas Sosial. Selokan dibahas lebih dulu.",
        "Dihadiri oleh Pak Wiryo, Bu Sekar serta Dinas Sosial dg pokok bahasan :",
        "Dihadiri oleh Pak Wiryo, Bu Sekar dan Dinas Sosial dengan topik selokan.",
    ],
    ids=["without oleh", "diikuti", "spoken", "label inside", "over what was talked of", "with a topic"],
)
def test_attendees(sentence: str, minutes: Minutes) -> None:
    result = minutes(f"{TITLE}Sabtu, 4 Mei 2024 jam 20.00 di pos ronda. {sentence}{TALK}")
    assert names(result.attendees) == ["Wiryo", "Sekar", "Dinas Sosial"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Pak Tono tidak dapat hadir karena sakit.",
        "Pak Tono gak bisa datang.",
        "Tdk hdr: Pak Tono (dinas luar)",
        "(Pak Tono tdk hadir, dinas luar)",
        "Pak Tono diundang tetapi tidak hadir.",
        "Pak Tono mboten saged rawuh amargi gerah.",
        "Yang tidak hadir Pak Tono (sakit)",
        "Sing ora teka: Pak Tono, ada keperluan keluarga.",
        "Warga yang menyampaikan izin tertulis: Pak Tono (sakit).",
    ],
)
def test_absentees(sentence: str, minutes: Minutes) -> None:
    result = minutes(f"{TITLE}Sabtu, 4 Mei 2024 jam 20.00.\nYang hadir: Pak Wiryo, Bu Sekar.\n{sentence}{TALK}")
    assert (names(result.attendees), names(result.absent)) == (["Wiryo", "Sekar"], ["Tono"])


@pytest.mark.parametrize(
    "sentence",
    [
        "Pak Tono izin, anaknya sakit.",
        "Yang ijin Pak Tono.",
        "1 izin (Pak Tono).",
        "Pak Tono ijin karena dinas luar.",
        "Ijin: Pak Tono.",
    ],
)
def test_an_excuse_behind_the_attendees(sentence: str, minutes: Minutes) -> None:
    result = minutes(f"{TITLE}Sabtu, 4 Mei 2024 jam 20.00.\nIkut rapat: Pak Wiryo, Bu Sekar. {sentence}{TALK}")
    assert (names(result.attendees), names(result.absent)) == (["Wiryo", "Sekar"], ["Tono"])


def test_whoever_could_not_stay_was_there(minutes: Minutes) -> None:
    told = "Disampaikan bahwa Lurah tidak dapat hadir penuh karena ada tamu."
    assert minutes(f"{TITLE}Tanggal: 4 Mei 2024\n\n{told}{TALK}").absent == ()


def test_a_line_behind_the_absentees_names_nobody(minutes: Minutes) -> None:
    lines = "Hadir: Pak Wiryo, Bu Sekar\nIjin: Pak Tono\n\nAssalamualaikum, berikut hasil rapat semalam"
    assert names(minutes(f"{TITLE}Tanggal: 4 Mei 2024\n{lines}{TALK}").absent) == ["Tono"]


def test_who_does_not_come_in_future_is_no_absentee(minutes: Minutes) -> None:
    result = minutes(f"{TITLE}Tanggal: 4 Mei 2024\n\nWarga yang tidak datang ronda didenda 20 ribu.{TALK}")
    assert result.absent == ()


def test_topics_behind_the_absentees_are_none(minutes: Minutes) -> None:
    lists = "Hadir\n1. Pak Wiryo\n2. Bu Sekar\n\nTidak hadir\n1. Pak Tono\n\n"
    topics = "Hal yang mau dibicarakan\na. Selokan\nb. Kas"
    result = minutes(f"{TITLE}Tanggal: 4 Mei 2024\n\n{lists}{topics}{TALK}")
    assert names(result.absent) == ["Tono"]


def test_speakers_count_only_without_any_attendance(minutes: Minutes) -> None:
    talk = "\n\nPembahasan\n1. Bu Ratna menyampaikan laporan kas.\n2. Lampu taman mati.\n"
    alone = minutes(f"{TITLE}Tanggal: 4 Mei 2024{talk}")
    listed = minutes(f"{TITLE}Tanggal: 4 Mei 2024\nHadir: Pak Wiryo{talk}")
    assert (names(alone.attendees), names(listed.attendees)) == (["Ratna"], ["Wiryo"])


def test_several_speakers_count_beside_how_many_came(minutes: Minutes) -> None:
    said = ("Bu Ratna menyampaikan laporan kas.", "Pak Wiryo mengusulkan iuran.", "Bu Sekar menanyakan selokan.")
    counted = f"{TITLE}Tanggal: 4 Mei 2024\nHadir : 38 Orang\n\nPembahasan\n"
    several = minutes(counted + "".join(f"{at}. {each}\n" for at, each in enumerate(said, 1)))
    one = minutes(f"{counted}1. {said[0]}\n2. Lampu taman mati.\n")
    assert (names(several.attendees), names(one.attendees)) == (["Ratna", "Wiryo", "Sekar"], [])


def test_plain_names_speak_where_several_do(minutes: Minutes) -> None:
    talk = "\n\nPembahasan\n1. Ratna menyampaikan kas.\n2. Wiryo mengusulkan iuran.\n3. Sekar minta dirinci.\n"
    alone = minutes(f"{TITLE}Tanggal: 4 Mei 2024{talk}")
    few = minutes(f"{TITLE}Tanggal: 4 Mei 2024\n\nPembahasan\n1. Ratna menyampaikan laporan kas.\n2. Lampu mati.\n")
    assert (names(alone.attendees), names(few.attendees)) == (["Ratna", "Wiryo", "Sekar"], [])


def test_a_list_goes_on_behind_its_counts(minutes: Minutes) -> None:
    counts = "ANGGOTA YANG HADIR:\n1. Fraksi Melati: 2 Orang.\n\nJumlah: 2 Orang.\n"
    result = minutes(f"{TITLE}Tanggal: 4 Mei 2024\n\n{counts}Yaitu:\n1. Wiryo Utomo\n2. Sekar Arum{TALK}")
    assert names(result.attendees)[-2:] == ["Wiryo Utomo", "Sekar Arum"]


def test_a_sentence_behind_the_list_ends_it(minutes: Minutes) -> None:
    told = "Rapat dimulai pukul 09.00 WIB dan selesai pukul 11.30 WIB dengan tertib sebagai berikut:\n1. Iuran tetap."
    listed = "Rapat pada hari Sabtu, 4 Mei 2024 dihadiri oleh:\n1. Pak Wiryo\n2. Pak RW"
    result = minutes(f"{TITLE}{listed}\n\n{told}{TALK}")
    assert [(party.name, party.kind.value) for party in result.attendees] == [("Wiryo", "person"), ("RW", "group")]


def test_those_who_write_in_a_chat(minutes: Minutes) -> None:
    lines = ["[19.32] wiryo: mulai ya", "[19.33] sekar_r: siap", "[19.35] wiryo: selokan dulu", "[19.36] tegar: oke"]
    text = f"{TITLE}Sabtu, 4 Mei 2024\n\n" + "\n\n".join(lines) + "\n"
    assert names(minutes(text, ".md").attendees) == ["wiryo", "sekar_r", "tegar"]


def test_what_attendees_did_is_no_name(minutes: Minutes) -> None:
    text = f"{TITLE}Yg hadir: Pak Wiryo (Ketua RW), Bu Sekar, yg nyatet sy sendiri Tegar (warga){TALK}"
    assert names(minutes(text).attendees) == ["Wiryo", "Sekar", "Tegar"]


@pytest.mark.parametrize(
    ("line", "absent"),
    [
        ("Tidak hadir: Sekar Arum (Ketua PKK), sakit", ["Sekar Arum"]),
        ("Yang tidak hadir: 3 orang (Sekar Arum, Tegar – cuti, Bidan Neneng)", ["Sekar Arum", "Tegar", "Neneng"]),
        ("Tidak bisa ikut: Sekar (ke lapangan)", ["Sekar"]),
        ("Dinas Sosial yang turut diundang tidak hadir.", ["Dinas Sosial"]),
        ("Ketua RT Amaq Senep tidak hadir karena hajatan.", ["Amaq Senep"]),
    ],
    ids=["excuse behind the name", "behind their count", "unable", "invited", "title inside"],
)
def test_absent_told(line: str, absent: list[str], minutes: Minutes) -> None:
    assert names(minutes(f"{TITLE}Tanggal: 4 Mei 2024\nHadir: Pak Wiryo\n\n{line}{TALK}").absent) == absent


def test_numeral_ends_the_list(minutes: Minutes) -> None:
    told = "Kamis 2 Mei 2024 lewat zoom. Yang ikut Pak Wiryo, Babinsa, Kadus I. Yang sakit 37 orang."
    assert names(minutes(f"{TITLE}{told}{TALK}").attendees) [-1:] == ["Kadus I"]


@pytest.mark.parametrize(
    ("told", "present"),
    [
        ("rapat selokan di ruang saya hadir Wiryo, Sekar, Tegar", ["Wiryo", "Sekar", "Tegar"]),
        ("evaluasi selokan jam 8.30 hadir sekda, BPBD, perkim", ["sekda", "BPBD", "perkim"]),
        ("evaluasi selokan, yang akan hadir Wiryo, Sekar, Tegar", []),
    ],
    ids=["behind a place", "behind the time", "to come"],
)
def test_told_in_running_notes(told: str, present: list[str], minutes: Minutes) -> None:
    assert names(minutes(f"{TITLE}Jumat 3 Mei 2024, {told}\n{TALK}").attendees) == present


@pytest.mark.parametrize(
    ("opening", "present"),
    [
        ("Senin 6/5/2024 jam 14.00, pos. Andi, Rudi, Pak Tono (warga), Sekar – soal selokan",
         ["Andi", "Rudi", "Tono", "Sekar"]),
        ("rapat dadakan di pos, bahas selokan\n(andi rudi dewi)", ["andi", "rudi", "dewi"]),
        ("Senin 6/5/2024 jam 14.00, pos. Selokan, Lampu, Pompa", []),
        ("rapat dadakan di pos, bahas selokan\n(selokan lampu pompa)", []),
    ],
    ids=["behind the place", "in brackets", "things", "things in brackets"],
)  # fmt: skip
def test_names_alone(opening: str, present: list[str], minutes: Minutes) -> None:
    assert names(minutes(f"{opening}{TALK}\nKeputusan\n- iuran tetap\n").attendees) == present


def test_note_taker_below_those_present(minutes: Minutes) -> None:
    header = "Pada hari ini, Jumat 3 Mei 2024, telah dilaksanakan rapat di Balai RW yang dihadiri oleh:"
    result = minutes(f"{TITLE}{header}\n- Dinas Sosial\n- Dinas Kesehatan\nNotulis: Tegar Wicaksono{TALK}{TALK}")
    assert names(result.attendees) == ["Dinas Sosial", "Dinas Kesehatan"]
    assert names(result.meeting.note_taker) == ["Tegar Wicaksono"]


def test_those_whom_each_side_sent(minutes: Minutes) -> None:
    sides = "Dari Inspektorat: Wiryo Saputra (Ketua Tim), Tegar Pamungkas\nDari Dinas Pasar: Sekar Ayu (Kepala Dinas)"
    found = minutes(f"NOTULA\n{TITLE}Tanggal: 4 Mei 2024\nTempat: Aula\n{sides}{TALK}").attendees
    told = [(each.name, each.role, each.organization) for each in found]
    assert told == [
        ("Wiryo Saputra", "Ketua Tim", "Inspektorat"), ("Tegar Pamungkas", None, "Inspektorat"),
        ("Sekar Ayu", "Kepala Dinas", "Dinas Pasar"),
    ]  # fmt: skip


def test_those_present_from_each_side_in_rows_of_a_form(minutes: Minutes) -> None:
    rows = {
        "Tanggal": "4 Mei 2024", "Tempat": "Aula", "Hadir dari Tim": "Wiryo Saputra (Ketua); Tegar Pamungkas (Anggota)",
        "Hadir dari Dinas Pasar": "Sekar Ayu (Kepala); Rudi Hartono (Kasubbag)",
    }  # fmt: skip
    form = "".join(f"<tr><td>{title}</td><td>:</td><td>{value}</td></tr>" for title, value in rows.items())
    page = f"<p>NOTULA</p><p>{TITLE}</p><table>{form}</table><h2>Pembahasan</h2><p>Lampu taman mati.</p>"
    found = minutes(page, ".html").attendees
    assert [(each.name, each.organization) for each in found] == [
        ("Wiryo Saputra", None), ("Tegar Pamungkas", None), ("Sekar Ayu", "Dinas Pasar"),
        ("Rudi Hartono", "Dinas Pasar"),
    ]  # fmt: skip


def test_offices_and_teams_of_sides_that_nothing_else_tells_of(minutes: Minutes) -> None:
    sides = "Pihak auditi: Kepala Dinas Pasar; Bendahara Pasar\nTim reviu: Wiryo Saputra (ketua), Tegar Pamungkas"
    found = minutes(f"NOTULA\n{TITLE}Tanggal: 4 Mei 2024\nTempat: Aula\n{sides}{TALK}").attendees
    told = [(each.name, each.role, each.organization) for each in found]
    assert told == [
        ("Kepala Dinas Pasar", None, None), ("Bendahara Pasar", None, None),
        ("Wiryo Saputra", "ketua", "Tim reviu"), ("Tegar Pamungkas", None, "Tim reviu"),
    ]  # fmt: skip


def test_what_a_side_says_or_a_team_still_lacks_lists_nobody(minutes: Minutes) -> None:
    sides = "Tim kerja: belum ditetapkan, menunggu keputusan\nPihak lain: sesuai undangan"
    found = minutes(f"NOTULA\n{TITLE}Tanggal: 4 Mei 2024\nTempat: Aula\n{sides}{TALK}").attendees
    assert not {"belum ditetapkan", "menunggu keputusan", "sesuai undangan"} & set(names(found))


def test_a_meeting_with_nothing_but_furniture_has_no_people(lexicon: Lexicon) -> None:
    (document,) = build_documents(Source("text/plain", ()), lexicon)
    meeting = extract_minutes(find_sections(document, lexicon), lexicon).meeting
    assert (meeting.chair, meeting.note_taker) == ((), ())


def test_those_whom_a_chapter_of_the_header_invites(minutes: Minutes) -> None:
    head = "I. TEMPAT : Balai Desa\nII. TANGGAL : 4 Mei 2024\nIII. KELOMPOK YANG DIUNDANG : 5 kelompok, hadir 2.\n"
    result = minutes(f"{TITLE}{head}Y a i t u :\n1. Wiryo Utomo : Tani Makmur\n2. Sekar Arum : Tani Jaya\n{TALK}")
    assert [each.name for each in result.attendees] == ["Wiryo Utomo", "Sekar Arum"]
