"""Who has to do it, told from the words of a point."""

import pytest

from notula.pipeline.extract.due import find_due
from notula.pipeline.extract.known import Known
from notula.pipeline.extract.owner_agents import find_partners
from notula.pipeline.extract.owner_supposed import by_dated_subject, by_supposed_subject
from notula.pipeline.extract.owners import find_owners
from notula.pipeline.extract.scope import Span

POINTS = {
    "label": ("Mencetak spanduk. PIC: Rina Anggraini", ["Rina Anggraini"]),
    "label in brackets": ("Mencetak spanduk (PIC: Rina Anggraini)", ["Rina Anggraini"]),
    "label of several": ("Mencetak spanduk (PIC: Rina & Ketut)", ["Rina", "Ketut"]),
    "label of a unit's people": ("Mencetak spanduk. PIC: Seksi Lapak (Rina / Ketut)", ["Rina", "Ketut"]),
    "label first": ("PIC Rina Anggraini: mencetak spanduk", ["Rina Anggraini"]),
    "the office to which it is told": (
        "Kepala Desa diminta mendata lapak dan melaporkannya ke PJ Gizi.", ["Kepala Desa"]
    ),
    "a label behind with": ("Mencetak spanduk dengan PIC Ketut Darma", ["Ketut Darma"]),
    "label of people with what they bring": ("Simpang tiga: PJ Rina & Ketut, bendera kuning, tali.", ["Rina", "Ketut"]),
    "label of people, one with more to do": (
        "Tutup jalan: PJ Rina, Ketut (habis itu geser ke pasar bantu Pak Gede).", ["Rina", "Ketut"]
    ),
    "split passive": ("Data nelayan akan di kirim Bu Rina lewat email, 3 Mei 2023", ["Rina"]),
    "short label": ("Mencetak spanduk, PJ: Ketut Darma", ["Ketut Darma"]),
    "label in words": ("Mencetak spanduk (penanggung jawab: Ketut Darma)", ["Ketut Darma"]),
    "label of an unknown name": ("Mencetak spanduk. PIC: Togar", ["Togar"]),
    "arrow behind": ("Mencetak spanduk -> Rina Anggraini", ["Rina Anggraini"]),
    "arrow before the deadline too": ("Mencetak spanduk → Rina Anggraini → 3 Mei 2023", ["Rina Anggraini"]),
    "arrow in front": ("Rina Anggraini → mencetak spanduk", ["Rina Anggraini"]),
    "arrow from a person to where it goes": ("Ketut → antar surat ke Dinas Perikanan", ["Ketut"]),
    "arrow from two with an address": ("Bu Rina dan Pak Ketut -> surat ke kelurahan", ["Rina", "Ketut"]),
    "arrow from a matter of a person": ("Laporan Rina -> Dinas Perikanan", ["Dinas Perikanan"]),
    "arrow before a word for the deadline": ("Mencetak spanduk -> Rina/Ketut deadline 3 Mei", ["Rina", "Ketut"]),
    "dash before a word for the deadline": ("Mencetak spanduk - Rina dibantu Ketut tenggat 3 Mei", ["Rina", "Ketut"]),
    "colon before a word for the deadline": ("Mencetak spanduk: Kepala Desa, target 3 Mei", ["Kepala Desa"]),
    "equals sign": ("Mencetak spanduk = Pak Ketut", ["Ketut"]),
    "asked": ("Kepala Desa meminta Rina Anggraini mencetak spanduk.", ["Rina Anggraini"]),
    "asked to": ("Kepala Desa menugaskan Dinas Perikanan untuk mendata nelayan.", ["Dinas Perikanan"]),
    "subject": ("Dinas Perikanan akan mengirimkan data nelayan.", ["Dinas Perikanan"]),
    "asked by us, the one asked first": ("Dinas Perikanan kami minta mendata nelayan.", ["Dinas Perikanan"]),
    "asked by me with an address": ("Pak Ketut saya minta segera mengecat lapak.", ["Ketut"]),
    "asked by us behind a word": ("Untuk Dinas Perikanan kami mohon mendata nelayan.", ["Dinas Perikanan"]),
    "we, told by the body": ("Kami Dinas Perikanan akan mendata nelayan.", ["Dinas Perikanan"]),
    "we of a body": ("Kami dari Dinas Perikanan akan mendata nelayan.", ["Dinas Perikanan"]),
    "whoever told what will be done": (
        "Disampaikan Kepala Desa (Rina Anggraini) akan dilakukan tera ulang timbangan", ["Rina Anggraini"]
    ),
    "whoever told, and others do it": (
        "Disampaikan Kepala Desa akan didata nelayan oleh Dinas Perikanan", ["Dinas Perikanan"]
    ),
    "whoever told, with by": ("Dilaporkan oleh Dinas Perikanan akan segera di adakan pelatihan", ["Dinas Perikanan"]),
    "told, and somebody else has to": (
        "Disampaikan Kepala Desa bahwa Dinas Perikanan akan mendata nelayan", ["Dinas Perikanan"]
    ),
    "subject told": ("Rina Anggraini mencetak spanduk.", ["Rina Anggraini"]),
    "subject asked": ("Kepala Desa diminta melengkapi berkas.", ["Kepala Desa"]),
    "subject after agar": ("Agar Dinas Perikanan segera mendata nelayan.", ["Dinas Perikanan"]),
    "deadline behind who speaks": ("Pak Ketut: Sebelum 20 Maret Dinas Perikanan akan mendata nelayan.",
                                   ["Dinas Perikanan"]),
    "assigned behind the task": ("Untuk mengecat lapak ditugaskan Ketut Darma minggu depan.", ["Ketut Darma"]),
    "assigned by who speaks": ("Bu Rina: Untuk mendata nelayan ditugaskan Dinas Perikanan.", ["Dinas Perikanan"]),
    "a body that is the one": ("Untuk izin lapak, Dinas Perikanan yang urus.", ["Dinas Perikanan"]),
    "given to one with an honorific": ("Penyusunan tarif lapak diserahkan kepada Sdr. Ketut Darma.", ["Ketut Darma"]),
    "given to another by who speaks": ("Bu Rina: Pendataan nelayan diserahkan kepada Dinas Perikanan.",
                                       ["Dinas Perikanan"]),
    "two subjects": ("Rina Anggraini dan Ketut Darma mencetak spanduk.", ["Rina Anggraini", "Ketut Darma"]),
    "subject with a partner": ("Rina Anggraini bersama Ketut Darma mencetak spanduk.",
                               ["Rina Anggraini", "Ketut Darma"]),
    "what serta joins to the first verb": (
        "Dinas Perikanan akan mendata nelayan dan perangkat Desa Lamong serta mengirim datanya.", ["Dinas Perikanan"],
    ),
    "what dan joins to the first verb": (
        "Rina Anggraini akan mengundang Dinas Perikanan, Kepala Desa dan mencetak spanduk.", ["Rina Anggraini"],
    ),
    "subject with serta": ("Rina Anggraini serta Dinas Perikanan mencetak spanduk.",
                           ["Rina Anggraini", "Dinas Perikanan"]),
    "by": ("Spanduk dicetak oleh Rina Anggraini.", ["Rina Anggraini"]),
    "a condition behind a thing": (
        "Dinas Perikanan akan menutup lapak KL-02 dan KL-03 apabila air melewati dermaga dan menempelkan pengumuman.",
        ["Dinas Perikanan"],
    ),
    "by a body cut short": ("Lapak didata oleh Bag. Umum dan Kec. Lamong.", ["Bag. Umum", "Kec. Lamong"]),
    "with a body cut short": ("Ketut Darma bersama Bid. Sarpras mengecat lapak.", ["Ketut Darma", "Bid. Sarpras"]),
    "by, then a word for the deadline": ("Pencetakan spanduk oleh Kepala Desa - deadline Rabu", ["Kepala Desa"]),
    "by several, then a weekday": (
        "Spanduk dicetak oleh Rina Anggraini dan Ketut Darma Rabu depan.", ["Rina Anggraini", "Ketut Darma"],
    ),
    "by several": ("Spanduk dicetak oleh Rina Anggraini dan Ketut Darma.", ["Rina Anggraini", "Ketut Darma"]),
    "by several behind counts": (
        "Lapak didata oleh Dinas Perikanan (5 lapak), Kepala Desa (3 lapak), dan Rina Anggraini (2 lapak).",
        ["Dinas Perikanan", "Kepala Desa", "Rina Anggraini"],
    ),
    "by one and then another": (
        "Formulir dicetak oleh Rina Anggraini dan dikumpulkan oleh Kepala Desa.", ["Rina Anggraini", "Kepala Desa"],
    ),
    "by one and then another without by": (
        "Formulir dicetak oleh Rina Anggraini dan diperiksa Kepala Desa.", ["Rina Anggraini", "Kepala Desa"],
    ),
    "by one, another only agrees": ("Buku dicetak oleh Ketut Darma dan disetujui oleh Kepala Desa.", ["Ketut Darma"]),
    "by one, usually by another": (
        "Lazimnya doa dibaca oleh Ketut Darma. Formulir dicetak oleh Rina Anggraini.", ["Rina Anggraini"],
    ),
    "by one who serves a system": ("Data dikunci oleh operator Silapak.", ["operator Silapak"]),
    "a second subject": (
        "Dinas Perikanan mendata nelayan, sedangkan Kepala Desa menyiapkan tempat.", ["Dinas Perikanan", "Kepala Desa"],
    ),
    "a second subject behind one that is asked": (
        "Dinas Perikanan diminta mendata nelayan, sedangkan Kepala Desa menyiapkan tempat.",
        ["Dinas Perikanan", "Kepala Desa"],
    ),
    "another person behind one who is asked": (
        "Rina Anggraini diminta mencetak spanduk, Ketut Darma menyiapkan tempat.", ["Rina Anggraini", "Ketut Darma"],
    ),
    "by each a part": ("Bab dua dibagi: teks oleh Rina, gambar & peta oleh Ketut.", ["Rina", "Ketut"]),
    "two things, each by another": ("Lomba: juknis disusun Bu Rina, juri dihubungi Pak Ketut", ["Rina", "Ketut"]),
    "what a subject needs by another": (
        "Rina Anggraini mencatat tamu, bukunya disediakan pengurus.", ["Rina Anggraini", "pengurus"],
    ),
    "draft by another": ("Surat ditulis Rina, konsepnya dari Ketut, dikirim besok.", ["Rina", "Ketut"]),
    "paid by another": ("Surat ditulis Rina, dananya dari Ketut.", ["Rina"]),
    "two together": ("Formulir dikerjakan Rina berdua dengan Ketut, selesai besok.", ["Rina", "Ketut"]),
    "how they do it": ("Rina dan Ketut duduk bersama menyusun jadwal piket.", ["Rina", "Ketut"]),
    "how gladly": ("Rina dengan senang hati akan menyusun jadwal piket.", ["Rina"]),
    "whose help another has to seek": ("Dinas Perikanan dimintai bantuan penimbangan oleh Rina.", ["Rina"]),
    "both of those before": (
        "Dinas Perikanan dan Kepala Desa belum melapor; keduanya diminta menyerahkan data.",
        ["Dinas Perikanan", "Kepala Desa"],
    ),
    "a name that is a word": ("Lurah Pasar Baru mengirim data.", ["Lurah Pasar Baru"]),
    "those who agree": ("Dinas Perikanan sepakat mendata nelayan.", ["Dinas Perikanan"]),
    "begged by another": ("Ketua : tolong Dinas Perikanan siapkan data nelayan.", ["Dinas Perikanan"]),
    "each of a kind": ("Tiap kelas mencetak spanduk.", ["Tiap kelas"]),
    "together with": ("Rina Anggraini bersama-sama dengan Dinas Perikanan mencetak spanduk.",
                      ["Rina Anggraini", "Dinas Perikanan"]),
    "a task that is given": ("Tugas mencetak spanduk diberikan kepada Rina Anggraini.", ["Rina Anggraini"]),
    "asked of": ("Diminta kepada Dinas Perikanan agar mendata nelayan.", ["Dinas Perikanan"]),
    "speaking for": ("Kami dari Dinas Perikanan akan mendata nelayan.", ["Dinas Perikanan"]),
    "doer without by, to whom and by when": (
        "Laporan disampaikan Dinas Perikanan kepada Kepala Desa 20 Maret 2023.", ["Dinas Perikanan"],
    ),
    "each of several": (
        "Rina Anggraini dan Ketut Darma masing-masing mencetak spanduk.", ["Rina Anggraini", "Ketut Darma"],
    ),
    "each of those before a colon": (
        "Dinas Perikanan dan Kepala Desa: masing-masing mendata nelayan.", ["Dinas Perikanan", "Kepala Desa"],
    ),
    "arrow to several, then more": ("Cat -> Rina, Pak Ketut & Bu Sari, draf 20 Maret", ["Rina", "Ketut", "Sari"]),
    "bracket with an unknown short form": ("Bibit (TPQR bersama Dinas Perikanan)", ["TPQR", "Dinas Perikanan"]),
    "by an office": ("Pendataan nelayan oleh Dinas Perikanan paling lambat 20 Maret 2023.", ["Dinas Perikanan"]),
    "doer without by": ("Kerja bakti dikoordinir Ketut Darma", ["Ketut Darma"]),
    "doers without by, in the brackets of their team": (
        "Menu dipilih tim dapur (Rina, Pak Ketut) sebelum 20 Maret", ["Rina", "Ketut"]),
    "doer in brackets behind a passive": ("Gudang dirapikan (Rina)", ["Rina"]),
    "doers joined by a short sama": ("Undangan disiapkan Pak Ketut sm Rina, Rabu", ["Ketut", "Rina"]),
    "last before a deadline that goes on": ("Penyiraman bibit, Bu Rina, setiap Senin sampai panen", ["Rina"]),
    "doer until when": ("Jaga malam akan dilakukan oleh Satpol PP selama musim panen", ["Satpol PP"]),
    "doer without by, with a small honorific": ("Konsumsi diurus bu Ratna, Rabu", ["Ratna"]),
    "doer without by, a deadline behind": ("Undangan disiapkan Ketut Darma minggu ini", ["Ketut Darma"]),
    "doer without by, a deadline before": ("Bazar diadakan 20 Maret 2023, dikoordinir Ketut Darma.", ["Ketut Darma"]),
    "the one who": ("Lapak dicat, Pak Ketut yang beli cat", ["Ketut"]),
    "the one who speaks to somebody": ("Lapak pinjam RW, Pak Ketut yang bilang ke Pak RW", ["Ketut"]),
    "the one who, in Javanese": ("Lapak dicet, Pak Ketut sing mesen cet", ["Ketut"]),
    "the one who, in Sundanese": ("Bu Rina nu nyiapkeun spanduk", ["Rina"]),
    "doer in Sundanese": ("Spanduk dicetak ku Bu Rina", ["Rina"]),
    "those who go": ("Pak Ketut sama Bu Rina yang jalan.", ["Ketut", "Rina"]),
    "the office that goes": ("Pak RT sama Bu Rina yang keliling", ["RT", "Rina"]),
    "the one who, in talk": ("Bambu habis, Pak Ketut yg nebang", ["Ketut"]),
    "arrow before what each does": ("Undangan -> Ketut ketik, Pak Danu yg keliling", ["Ketut", "Danu"]),
    "label before small letters": ("Gaple pj ketut sm rina", ["ketut", "rina"]),
    "arrow before small letters": ("Bambu -> ketut tebang di kebun sebelah", ["ketut"]),
    "a word for who acts behind a comma": ("Perbaikan atap lapak, pelaksana Dinas Perikanan, selesai 3 Mei 2023",
                                           ["Dinas Perikanan"]),
    "those who act behind a comma": ("Pendataan nelayan, pelaksana Dinas Perikanan dan Kepala Desa",
                                     ["Dinas Perikanan", "Kepala Desa"]),
    "who acts for a recipient": ("Laporan kas kepada Camat, pelaksananya Rina Anggraini", ["Rina Anggraini"]),
    "who acts before a condition": ("Perubahan tarif lapak, unit pelaksana Dinas Perikanan, sebelum perdes disahkan",
                                    ["Dinas Perikanan"]),
    "a crowd of a calling": ("Setiap paramedik memasukkan kasus ke aplikasi tiap bulan.", ["Setiap paramedik"]),
    "label behind a comma": ("Lapak diperbaiki, penanggung jawab Pak Ketut dan Bu Rina.", ["Ketut", "Rina"]),
    "duty": ("Kebersihan lapak menjadi tanggung jawab Ketut Darma.", ["Ketut Darma"]),
    "bracket": ("Mencetak spanduk (Rina Anggraini)", ["Rina Anggraini"]),
    "bracket of several": ("Mencetak spanduk (Rina, Ketut, Dinas Perikanan)", ["Rina", "Ketut", "Dinas Perikanan"]),
    "bracket with by": ("Mencetak spanduk (oleh Rina Anggraini)", ["Rina Anggraini"]),
    "colon behind": ("Mencetak spanduk: Rina Anggraini", ["Rina Anggraini"]),
    "colon, day in brackets": ("Mencetak spanduk : Kepala Desa (20 Maret)", ["Kepala Desa"]),
    "colon in front": ("Rina Anggraini: mencetak spanduk", ["Rina Anggraini"]),
    "body between task and deadline": ("Pendataan lapak, Dinas Perikanan, segera", ["Dinas Perikanan"]),
    "arrow, then a deadline": ("Cat lapak -> Dinas Perikanan, 20 Maret", ["Dinas Perikanan"]),
    "bracket, then a few words": ("Mencetak spanduk (Rina Anggraini) – kalau sempat", ["Rina Anggraini"]),
    "who has to get it confirmed": ("Daftar juri (TBC Rina ke Camat, TBC Ketut untuk konsumsi).", ["Rina", "Ketut"]),
    "arrow of angles": ("Cat lapak >> Dinas Perikanan", ["Dinas Perikanan"]),
    "slash between owners": ("Ketut Darma / Rina Anggraini mencetak spanduk", ["Ketut Darma", "Rina Anggraini"]),
    "deadline inside the subject": ("Dinas Perikanan, paling lambat Jumat, mengirim data", ["Dinas Perikanan"]),
    "by, then a bracket": ("Pemasangan lapak oleh Dinas Perikanan (target: 20 Maret 2023)", ["Dinas Perikanan"]),
    "bracket, then an arrow to the deadline": ("Cat lapak (Ketut Darma) --> 20/3", ["Ketut Darma"]),
    "turn": ("Ronda malam giliran Ketut Darma dan Bu Rina", ["Ketut Darma", "Rina"]),
    "guards by name": ("Satpam (Pak Ketut dan Pak Danu) akan mendata nelayan", ["Ketut", "Danu"]),
    "committee's short name": ("Perkap dan Pubdok memasang lapak paling lambat 20 Maret 2023", ["Perkap", "Pubdok"]),
    "topic before who does it": ("Komisi beda tiap lapak, Pak Ketut akan mendata nelayan", ["Ketut"]),
    "burden": ("Air bersih tanggungan Dinas Perikanan", ["Dinas Perikanan"]),
    "word for a task, bare": ("Tugas Ketut: mencetak spanduk", ["Ketut"]),
    "turned to": ("Kepada Dinas Perikanan agar mendata nelayan", ["Dinas Perikanan"]),
    "turned to, colon": ("Untuk Dinas Perikanan: mendata nelayan", ["Dinas Perikanan"]),
    "turned to, comma": ("Bagi Kepala Desa, supaya melengkapi berkas", ["Kepala Desa"]),
    "duty called a task": ("Menjadi tugas Kepala Desa untuk melengkapi berkas", ["Kepala Desa"]),
    "slashes": ("Perbaikan lapak / Dinas Perikanan / segera", ["Dinas Perikanan"]),
    "label, then a time": ("Perbaikan lapak (penanggung jawab Dinas Perikanan, waktu 20 Maret)", ["Dinas Perikanan"]),
    "label before a task": ("PJ. Kepala Desa: melengkapi berkas", ["Kepala Desa"]),
    "word for a task": ("TODO (Rina & Ketut): mencetak spanduk", ["Rina", "Ketut"]),
    "word for a task, square": ("Action item [Togar] - mencetak spanduk", ["Togar"]),
    "semicolons": ("Mencetak spanduk; Rina Anggraini; segera", ["Rina Anggraini"]),
    "dash": ("Mencetak spanduk - Rina Anggraini", ["Rina Anggraini"]),
    "behind three dots": ("Mencetak spanduk ... Rina Anggraini", ["Rina Anggraini"]),
    "behind three dots, before a deadline": ("Mencetak spanduk ... Dinas Perikanan + Ketut Darma, 20/3",
                                             ["Dinas Perikanan", "Ketut Darma"]),
    "behind dots, with a slash": ("Mencetak spanduk .... Kodim/Polres", ["Kodim", "Polres"]),
    "right edge behind dots": ("Mencetak spanduk ........ Rina Anggraini", ["Rina Anggraini"]),
    "the name in the first cell": ("Rina\trsync ulang cermin dari kandang", ["Rina"]),
    "the name in the last cell": ("Cat pagar dari besi\tRina", ["Rina"]),
    "cells apart": ("Sampul baru, 2 pilihan\tRina\t2 minggu", ["Rina"]),
    "verb in the bracket": ("Laptop baru untuk data (Pak Ketut & Rina cari, sebelum 10 April)", ["Ketut", "Rina"]),
    "right edge behind a gap": ("Mencetak spanduk          Seksi Acara", ["Seksi Acara"]),
    "long dash": ("Mencetak spanduk – Rina Anggraini – segera", ["Rina Anggraini"]),
    "name before a dash": ("Rina Anggraini – spanduk dan umbul-umbul", ["Rina Anggraini"]),
    "everybody": ("All: isi survei sebelum Jumat", ["All"]),
    "everybody, each with his own": ("semua: unggah foto masing2 tiap habis survei", ["semua"]),
    "known name first": ("Ketut eskalasi pesanan ke percetakan", ["Ketut"]),
    "long name of an office": ("Dinas Kelautan dan Perikanan akan mendata nelayan.",
                               ["Dinas Kelautan dan Perikanan"]),
    "coordinates with": ("Dinas Perikanan berkoordinasi dengan Kepala Desa.", ["Dinas Perikanan"]),
    "office like a label": ("Penanggung jawab UKM membuat grafik kunjungan.", ["Penanggung jawab UKM"]),
    "office like a label in brackets": ("Mencetak kartu kunjungan (PJ UKP)", ["PJ UKP"]),
    "bracket behind a passive": ("Isi paket ditentukan Seksi Acara (Rina, Ketut) besok.", ["Rina", "Ketut"]),
    "sends to": ("Rina Anggraini mengirim surat kepada Dinas Perikanan.", ["Rina Anggraini"]),
}  # fmt: skip


def _due(text: str, known: Known) -> Span | None:
    found = find_due(text, known.lexicon, known.day, known.events)
    return Span(found.start, found.end) if found else None


@pytest.mark.parametrize(("text", "expected"), POINTS.values(), ids=POINTS.keys())
def test_owners_of_a_point(text: str, expected: list[str], known: Known) -> None:
    found = find_owners(text, known, section=True, due=_due(text, known))
    assert [each.mention.name for each in found.named] == expected
    assert found.rule.startswith("owner_")
    assert all(each.mention.name in text[each.start : each.end] for each in found.named)


@pytest.mark.parametrize(
    "text",
    [
        "Mencetak spanduk",
        "Mengirim surat kepada Dinas Perikanan",
        "Mengirim surat ke Rina Anggraini",
        "Membeli timbangan untuk Ketut Darma",
        "Mencetak spanduk (ukuran dua meter)",
        "Mencetak spanduk - dua lembar",
        "Lapak: kayu dan seng",
        "Rapat berikutnya dengan Dinas Perikanan",
        "Telat 15 menit = traktir kopi",
        "Formulir bisa diambil Rina Anggraini di balai, besok.",
        "Mengirim surat ke Ketut Darma, pelaksana tugas Kepala Desa",
        "Menyiapkan honor pengawas, pelaksana dan saksi",
        "Lapak yang kotor malu kalo difoto Dinas Perikanan",
        "Pintu gudang dikunci jangan sampai dibuka Ketut Darma",
        "Senam bersama --> tetap Kamis sore",
        "Latihan hadrah -> Sabtu malam",
        "Ambil panggung di balai (2 set) TBC.",
        "Karcis tetap dicetak karena tidak semua pedagang memegang kartu.",
    ],
    ids=[
        "nobody",
        "recipient",
        "recipient after ke",
        "beneficiary",
        "size in brackets",
        "amount",
        "material",
        "with",
        "equals",
        "able",
        "acting head behind a comma",
        "those who carry out behind a comma",
        "on what condition",
        "lest",
        "arrow to how it stays",
        "arrow to a weekday",
        "to be confirmed by nobody",
        "not all",
    ],
)
def test_points_without_an_owner(text: str, known: Known) -> None:
    assert find_owners(text, known, section=True).named == ()


@pytest.mark.parametrize("said", ["-", "TBD", "belum ditentukan", "menyusul"])
def test_a_label_that_names_nobody(said: str, known: Known) -> None:
    found = find_owners(f"Mencetak spanduk (PIC: {said})", known, section=True)
    assert found.named == () and found.nobody


@pytest.mark.parametrize("said", ["pelaksana belum ditunjuk", "PIC masih belum ada", "petugas belum ditentukan"])
def test_a_label_before_which_a_comma_stands_and_that_nobody_is_named_yet(said: str, known: Known) -> None:
    found = find_owners(f"Sewa gudang pendingin, {said}", known, section=True)
    assert found.named == () and found.nobody


def test_a_person_counts_before_her_unit(known: Known) -> None:
    text = "Mencetak spanduk. PIC: Seksi Acara (Rina Anggraini)"
    found = find_owners(text, known, section=True)
    assert [each.mention.name for each in found.named] == ["Rina Anggraini"]


def test_a_deadline_behind_the_owner_is_not_part_of_the_name(known: Known) -> None:
    text = "Mencetak spanduk – Rina Anggraini 20 Maret 2023"
    found = find_owners(text, known, section=True, due=Span(text.index("20"), len(text)))
    assert [each.mention.name for each in found.named] == ["Rina Anggraini"]


def test_a_bracket_of_running_text_names_the_speaker(known: Known) -> None:
    text = "Lapak sepi karena hujan dan jalan menuju lokasi rusak sehingga pembeli enggan datang lagi (Rina Anggraini)."
    assert find_owners(text, known, section=False).named == ()


def test_the_frame_spans_label_and_brackets(known: Known) -> None:
    text = "Mencetak spanduk (PIC: Rina Anggraini)"
    frame = find_owners(text, known, section=True).frame
    assert frame is not None and text[frame.start : frame.end].strip("()") == "PIC: Rina Anggraini"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mendata lapak – Bu Sari dibantu Pak Ketut, akhir Mei", ["Sari", "Ketut"]),
        ("Mendata lapak: Bu Sari dibantu adiknya", ["Sari"]),
        ("Iuran ditagih oleh Ketua RT 01, 02, dan 03.", ["Ketua RT 01", "02", "03"]),
        ("Warga RT 02 kerja bakti mengecat lapak.", ["Warga RT 02"]),
        ("Dinas Perikanan mendata Keputusan Bupati yang harus terbit Mei.", ["Dinas Perikanan"]),
        ("Mengecat lapak – Rina sama ketua panitia", ["Rina", "ketua panitia"]),
    ],
)
def test_owners_of_points_with_helpers_and_series(text: str, expected: list[str], known: Known) -> None:
    found = find_owners(text, known, section=True, due=_due(text, known))
    assert [each.mention.name for each in found.named] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mencetak spanduk bersama Rina Anggraini", ["Rina Anggraini"]),
        ("Mendata nelayan bersama-sama dengan Dinas Perikanan.", ["Dinas Perikanan"]),
        ("Rina nanti yang mendata, dibantu Pak Ketut.", ["Ketut"]),
        ("Rina mendatangi pedagang, ditemani Pak Ketut.", ["Ketut"]),
        ("Rina mendatangi pedagang, didampingi ketua kelompok.", []),
        ("Lapak dicat Pak Ketut bersama dua orang juru ukur, Senin.", ["dua orang juru ukur"]),
        ("Rina bersedia menghitung kios bersama tiga mahasiswa magang.", ["tiga mahasiswa magang"]),
        ("Rina menata kios bersama tiga kegiatan lain.", []),
        ("Bu Sari mendata lapak, Ketut ikut menemani.", ["Ketut"]),
        ("Pak Ketut bersama tukang kebun mengecat lapak.", ["tukang kebun"]),
        ("Pak Ketut bersama juru angkut pasar akan memindahkan lapak.", ["juru angkut pasar"]),
        ("Pak Ketut mengirim laporan bersama daftar harga melalui surel.", []),
        ("Pak Ketut mengecat lapak bersama tukang.", []),
        ("Rina menata kios Sabtu, Pak Ketut ikut.", ["Ketut"]),
        ("Rina menata kios Sabtu (Ketut bantu dari kantor).", ["Ketut"]),
        ("Rina menata kios Sabtu, Ketut ikut rapat kemarin.", []),
        ("Berkoordinasi dengan Dinas Perikanan", []),
        ("Rina dibantu Dinas Perikanan nyebar undangan ke kios.", ["Dinas Perikanan"]),
        ("Mencetak spanduk", []),
        ("Membuka lapak bersama setiap Sabtu", []),
    ],
)
def test_partners(text: str, expected: list[str], known: Known) -> None:
    assert [each.mention.name for each in find_partners(text, known)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Rumah Zakat Pelangi akan mengirim dua mobil tangki.", ["Rumah Zakat Pelangi"], id="unknown-name"),
        pytest.param("Rukun Subur bersama Mekar Tani akan mengukur.", ["Rukun Subur", "Mekar Tani"], id="together"),
        pytest.param("Rekanan berjanji membuka loket Senin.", ["Rekanan"], id="opens-something"),
        pytest.param("Dari Rumah Zakat Pelangi akan mengirim dua tangki.", ["Rumah Zakat Pelangi"], id="speaks-for"),
        pytest.param("Rekanan akan menjelaskan biayanya.", [], id="only-tells"),
        pytest.param("Server akan memberi kabar ke grup.", [], id="what-a-thing-does"),
        pytest.param("Jumat harus mengirim undangan.", [], id="a-weekday"),
        pytest.param("Kegiatan akan melibatkan tiga puluh orang.", [], id="a-thing"),
        pytest.param("Penyaluran akan menyasar empat desa.", [], id="name-of-an-action"),
        pytest.param("Bendungan Sari Agung akan dibersihkan besok.", [], id="passive"),
        pytest.param("Kelompok Tani Subur belum akan mengirim data.", [], id="denied"),
    ],
)
def test_supposed_subject_of_a_sentence_that_commits(text: str, expected: list[str], known: Known) -> None:
    found = by_supposed_subject(text, known)
    assert [each.mention.name for each in found.named] == expected if found else expected == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Penerbangan Sari mengantar benih ke Dinas Perikanan besok.", [], id="name-of-an-action"),
        pytest.param("Sarpras membongkar panggung besok.", ["Sarpras"], id="unknown-unit"),
        pytest.param("Sambil menunggu kiriman, Sarpras meminjamkan genset besok.", ["Sarpras"], id="led-to"),
        pytest.param("Menyusun dan mengirim undangan besok.", [], id="begins-with-a-verb"),
        pytest.param("Sarpras beserta Logistik membongkar panggung besok.", ["Sarpras", "Logistik"], id="together"),
        pytest.param("Sarpras belum membongkar panggung kemarin.", [], id="denied"),
        pytest.param("Dari Sarpras akan membongkar panggung besok.", ["Sarpras"], id="who-speaks-for-them"),
        pytest.param("Sarpras menjelaskan panggung dibongkar besok.", [], id="only-tells"),
    ],
)
def test_supposed_subject_of_a_sentence_with_a_day(text: str, expected: list[str], known: Known) -> None:
    found = by_dated_subject(text, known)
    assert [each.mention.name for each in found.named] == expected if found else expected == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Kartu difoto oleh Rina Anggraini dan akan diketik oleh Dinas Perikanan.", ["Dinas Perikanan"], id="to-come"
        ),
        pytest.param(
            "Konsep surat dibuat Bu Rina dan diperiksa Pak Gede, besok.", ["Rina", "Gede"], id="two-bare-agents"
        ),
        pytest.param("Pintu air dibetulkan Pak Ketut dari kas lapak.", ["Ketut"], id="bare-agent-and-his-means"),
        pytest.param("Rina Anggraini menunjuk petugas pantau air di tiap lapak.", ["Rina Anggraini"], id="appoints"),
        pytest.param("Rina Anggraini menunjuk petugas untuk mendata lapak.", ["petugas"], id="appointed-for-a-task"),
        pytest.param("Lapak disapu Pak Ketut sama anak2 remaja masjid.", ["Ketut", "anak2 remaja masjid"], id="crowd"),
        pytest.param("Kursi: PIC Dinas Perikanan, ambil tanggal 15 sore.", ["Dinas Perikanan"], id="label-and-next"),
        pytest.param("Kepala Desa menugaskan Rina Anggraini sebagai penghubung.", ["Rina Anggraini"], id="as-office"),
        pytest.param("Kepala Desa, Rina Anggraini, akan menata lapak besok.", ["Rina Anggraini"], id="office-and-name"),
        pytest.param(
            "Talang akan diperbaiki oleh Dinas Perikanan besok, Pak Ketut yang mengecek.",
            ["Dinas Perikanan", "Ketut"],
            id="by-whom-and-who-checks",
        ),
        pytest.param("Sepakat mengejar setoran sebelum April.", [], id="agreed"),
        pytest.param("Anak-anak membawa bekal besok.", [], id="crowd-of-which-nothing-is-told"),
        pytest.param("Laporan dikirim Dinas Perikanan kepada Bupati.", ["Dinas Perikanan"], id="before-the-recipient"),
        pytest.param("Ketua Lapak menegaskan RT masing-masing akan mendatangi pedagang.", [], id="each-of-whom"),
        pytest.param("Oleh karenanya Biro Karcis, Rina Anggraini dan Dinas Perikanan agar bertemu besok.",
                     ["Biro Karcis", "Rina Anggraini", "Dinas Perikanan"], id="therefore"),
        pytest.param(
            "Laporan disusun Ns. Tri Utami dan dr. Budi Raharjo dalam 14 hari.",
            ["Ns. Tri Utami", "dr. Budi Raharjo"],
            id="titles-of-agents",
        ),
        pytest.param("Iuran disetor Ketua-ketua RT kepada Bendahara.", ["Ketua-ketua RT"], id="doubled-office"),
        pytest.param("Naskah akan diserahkan kepada Dinas Perikanan.", [], id="recipient"),
        pytest.param("Akan dibangun Balai Desa di sisi timur.", [], id="what-is-done-to-it"),
        pytest.param("Pak Ketut mengutus Bu Rina menemui camat.", ["Rina"], id="sent"),
        pytest.param("Pak Seksi Humas akan mendatangi pedagang.", ["Seksi Humas"], id="head-of-a-section"),
        pytest.param("Pak Gede disuruh mengukur lahan.", ["Gede"], id="told"),
        pytest.param("Kepala Desa perintahkan Dinas Perikanan benahi kail.", ["Dinas Perikanan"], id="told-in-short"),
        pytest.param("Kepala Desa suruh Bu Rina beli cat.", ["Rina"], id="told-in-everyday-words"),
        pytest.param("Lapak didata oleh Dinas Perikanan krn banyak yang pindah.", ["Dinas Perikanan"], id="why"),
        pytest.param("Bu Rina akan kirim 10 contoh ke @togar.", ["Rina"], id="handle-that-gets-it"),
        pytest.param("@togar kirim contoh.", ["togar"], id="handle"),
        pytest.param(
            "Surat ditulis Rina Anggraini, dan Ketut menyiapkan lampirannya.",
            ["Rina Anggraini", "Ketut"],
            id="doer-and-subject",
        ),
        pytest.param("Lapak diambil alih Rina dan Ketut, harus siap besok.", ["Rina", "Ketut"], id="takes-over"),
        pytest.param("Harga disusun Ketut dengan Dinas Perikanan, Rabu.", ["Ketut", "Dinas Perikanan"], id="dengan"),
        pytest.param("Harga dikoordinasikan Pak Ketut dengan Dinas Perikanan.", ["Ketut"], id="only-talked-over"),
        pytest.param("Pedagang akan ditegur Pak Ketut soal sampah lapak.", ["Ketut"], id="what-it-is-about"),
        pytest.param("Suratnya Rina yang bikin, Pak Ketut yang bawa ke camat.", ["Rina", "Ketut"], id="two-who"),
        pytest.param("Meski demikian Dinas Perikanan akan mendata nelayan.", ["Dinas Perikanan"], id="nevertheless"),
        pytest.param("Dinas Perikanan bersama Panwas menghitung kuota.", ["Dinas Perikanan", "Panwas"], id="bersama"),
        pytest.param("Kepala Desa menugasi Rina dan Ketut untuk audiensi besok.", ["Rina", "Ketut"], id="to-a-deed"),
        pytest.param("Kepada Rina Anggraini ditugaskan menyurati camat.", ["Rina Anggraini"], id="told-first"),
        pytest.param("Kepada Rina Anggraini dibebankan penyusunan naskah.", ["Rina Anggraini"], id="a-deed-first"),
        pytest.param("Pak Kades berpesan kepada Bu Rina supaya lapak dicat ulang.", ["Rina"], id="a-message"),
        pytest.param("Untuk konsumsi diserahkan ke Bu Rina.", ["Rina"], id="handed-over"),
        pytest.param("Pencatatan dipercayakan kepada Dinas Perikanan.", ["Dinas Perikanan"], id="trusted-with"),
        pytest.param("Tidak adil bila semuanya dibebankan ke Dinas Perikanan.", [], id="only-supposed"),
        pytest.param("Papan nama kebagian Pak Ketut.", ["Ketut"], id="falls-to"),
        pytest.param("Yang menjaga lapak hari Minggu: Rina dan Ketut", ["Rina", "Ketut"], id="who-label"),
        pytest.param("Yang mengusulkan: Rina dan Ketut", [], id="who-suggested"),
        pytest.param("Ketut Darma jadi ketua pawai dan yang mencari kostum.", [], id="an-office-and-more"),
        pytest.param("Kabel sudah dibeli, tinggal Bu Rina yang memasang.", ["Rina"], id="only-she-is-left"),
        pytest.param(
            "Camat: kalau begitu Dinas Perikanan dan Kepala Desa carikan tempat.",
            ["Dinas Perikanan", "Kepala Desa"],
            id="lead-in-behind-a-colon",
        ),
        pytest.param(
            "Lapak yang laporannya terlambat (Rina, Ketut) membuat surat pernyataan.",
            [],
            id="torn-bracket",
        ),
        pytest.param("Lapak nyusul dari Pak Ketut.", ["Ketut"], id="follows-from"),
        pytest.param("Untuk pendampingan itu Bu Rina menawarkan diri mengajari nelayan.", ["Rina"], id="about-that"),
        pytest.param("Dinas Perikanan lantas akan mendata nelayan.", ["Dinas Perikanan"], id="thereupon"),
        pytest.param("Dinas Perikanan agar duduk bersama Panwas.", ["Dinas Perikanan"], id="sit-together"),
        pytest.param(
            "Nelayan yang belum terdata agar melapor sebelum 20 Maret.",
            ["Nelayan yang belum terdata"],
            id="which",
        ),
        pytest.param(
            "SK diterbitkan Kepala Desa, konsepnya disusun Sekretaris Desa bulan ini.",
            ["Kepala Desa", "Sekretaris Desa"],
            id="its-draft",
        ),
        pytest.param("Pak Ketut menemui pemilik kebun besok sore.", ["Ketut"], id="goes-to-see"),
        pytest.param("Mama Yosina diminta memeriksa tikar sebelum dijual.", ["Yosina"], id="mama"),
        pytest.param("Bu Rina, daftar lapak udah harus ada di meja.", ["Rina"], id="called-on-with-a-thing"),
        pytest.param("Buku bekas dihitung sama Bu Rina dan Pak Gede besok.", ["Rina", "Gede"], id="by-sama"),
        pytest.param("Tikar dihitung lagi (Bu Rina) lalu hasilnya dikirim ke camat.", ["Rina"], id="then"),
        pytest.param("rapikan daftar lapak di lemari depan - Bu Rina", ["Rina"], id="order-and-dash"),
        pytest.param("Yang menjahit terpal, Bu Rina dengan Pak Gede.", ["Rina", "Gede"], id="the-one-comma"),
        pytest.param(
            "Yang menagih iuran ialah Kepala Desa bersama Pak Gede.", ["Kepala Desa", "Gede"], id="the-one-is"
        ),
        pytest.param("Kunjungan rumah dipegang wali kelas IX C.", ["wali kelas IX C"], id="class"),
        pytest.param("Bu Rina menyusun daftar, Pak Ketut yang mencetak.", ["Ketut", "Rina"], id="one-and-the-one"),
        pytest.param("Oiya Ketut diminta mencetak spanduk lagi.", ["Ketut"], id="what-comes-to-mind"),
        pytest.param("Oh iya, Bu Rina akan menyapu gudang.", ["Rina"], id="what-comes-to-mind-and-a-comma"),
        pytest.param("Jadi Rina bikin daftar, nanti Ketut yang cetak.", ["Ketut", "Rina"], id="one-and-later-the-one"),
        pytest.param(
            "Dinas Perikanan menyusun daftar dan Bu Rina akan membawanya ke camat.",
            ["Rina", "Dinas Perikanan"],
            id="one-and-will",
        ),
        pytest.param(
            "Sebelumnya Dinas Perikanan diminta mendata lapak di pasar.", ["Dinas Perikanan"], id="before-that"
        ),
        pytest.param("Bu Rina nego harga tenda, Ketut nemenin.", ["Rina", "Ketut"], id="goes-along-in-speech"),
        pytest.param(
            "Dinas Perikanan akan meninjau lapak, kemudian Sekretaris Desa menyurati camat.",
            ["Dinas Perikanan", "Sekretaris Desa"],
            id="and-then-another",
        ),
        pytest.param(
            "Camat minta Dinas Perikanan mendata lapak, dan Sekretaris Desa mengecek izinnya.",
            ["Dinas Perikanan", "Sekretaris Desa"],
            id="asked-and-another",
        ),
        pytest.param(
            "Bu Rina akan mendatangi Dinas Perikanan dan Sekretaris Desa untuk menjajaki tempat.",
            ["Rina"],
            id="to-whom-and-what-for",
        ),
        pytest.param(
            "Pak Ketut dibantu Bu Rina dan Pak Gede mendata lapak.", ["Ketut", "Gede"], id="helped-by"
        ),
        pytest.param(
            "Data lapak agar dikirim oleh Rina Anggraini dan Ketut Darma lewat surel ke camat.",
            ["Rina Anggraini", "Ketut Darma"],
            id="by-which-way",
        ),
        pytest.param(
            "Kepala Desa minta Dinas Perikanan dan Pak Ketut duduk bersama mencocokkan data.",
            ["Dinas Perikanan", "Ketut"],
            id="asked-to-sit-together",
        ),
        pytest.param("Video dibuatkan oleh Bu Rina, narasinya dari Ketut.", ["Rina", "Ketut"], id="its-words"),
        pytest.param("Menjelang Lebaran Dinas Perikanan menggelar bazar ikan.", ["Dinas Perikanan"], id="by-then"),
        pytest.param("Nota tagihan dibuat Bu Rina, diteken Kepala Desa, diantar hari Rabu.", ["Rina"], id="who-signs"),
        pytest.param("Nota tagihan dibuat oleh Rina dan ditandatangani oleh Kepala Desa.", ["Rina"], id="signed-by"),
        pytest.param("Kontrak lapak ditandatangani Kepala Desa.", ["Kepala Desa"], id="only-signs"),
        pytest.param("Bu Rina dengan Pak Ketut akan mendata kios kosong.", ["Rina", "Ketut"], id="one-with-another"),
        pytest.param(
            "Dinas Perikanan berkoordinasi dengan Rina mendata kios.", ["Dinas Perikanan"], id="talks-with-another"
        ),
        pytest.param(
            "Sekretaris Desa meminta Rina dan operator kios turun ke pasar minggu depan.",
            ["Rina", "operator kios"],
            id="asked-to-go",
        ),
        pytest.param("Retribusi agar dibayar oleh pedagang, bukan oleh Dinas Perikanan.", ["pedagang"], id="not-by"),
        pytest.param("Kepala Desa meminta perusahaan membuka loket aduan.", ["perusahaan"], id="asked-crowd"),
        pytest.param("Bu Rina meminta 8 gerai yang menunggak melunasi iuran.", ["8 gerai"], id="asked-and-counted"),
        pytest.param("Bu Rina meminta penawaran dari tiga tukang.", ["Rina"], id="asks-for-a-thing"),
        pytest.param(
            "Tim kecil yang terdiri atas Bu Rina dan Pak Ketut akan menyusun tarif.", ["Rina", "Ketut"], id="made-up-of"
        ),
        pytest.param("Pastor paroki akan menyurati dekenat.", ["Pastor paroki"], id="pastor"),
        pytest.param(
            "Pak Ketut sanggup mengecat lapak sendiri; Bu Rina yang membelikan catnya.", ["Ketut", "Rina"],
            id="the-one-behind-the-subject",
        ),
        pytest.param("Poster dibuat Rina, Pak Ketut menyebarkannya.", ["Rina", "Ketut"], id="doer-before-a-comma"),
        pytest.param(
            "Dinas Perikanan diminta mendata lapak, Kepala Desa menyusun tarifnya.", ["Dinas Perikanan", "Kepala Desa"],
            id="task-of-another-behind-a-comma",
        ),
        pytest.param(
            "Kekurangan ditutup dengan iuran; panitianya Bu Rina dan Pak Ketut, dan harus sudah terkumpul.",
            ["Rina", "Ketut"],
            id="panitianya-and-more",
        ),
        pytest.param(
            "Rina dan Pak Ketut ditunjuk sebagai pendata; keduanya akan mendatangi pedagang.",
            ["Rina", "Ketut"],
            id="both-told-before",
        ),
        pytest.param("Daftar kios (PIC Rina, support Ketut)", ["Rina", "Ketut"], id="support-without-a-colon"),
        pytest.param("Iuran los B belum masuk (PIC penagihan: Bu Rina)", ["Rina"], id="label-with-its-matter"),
        pytest.param("Gerbang: PIC satpam + Pak Ketut, senter.", ["satpam", "Ketut"], id="label-of-a-small-word"),
        pytest.param("Daftar kios (PIC Rina / back-up Pak Ketut)", ["Rina", "Ketut"], id="back-up-without-a-colon"),
        pytest.param("Denah kios: digambar Rina, dicek @ketut", ["Rina", "ketut"], id="doer-before-a-handle"),
        pytest.param("Denah kios sudah dibaca, kirim lagi @ketut", ["ketut"], id="handle-alone"),
        pytest.param(
            "Untuk tenda, Rina mencari contoh warna, dan Ketut yang memesan.", ["Ketut", "Rina"], id="topic"
        ),
        pytest.param("Untuk tenda, Rina mengeluhkan harga, dan Ketut yang memesan.", ["Ketut"], id="topic-and-talk"),
        pytest.param(
            "Ketut Darma akan menghadap Camat dan Dinas Perikanan perihal survei dermaga setelah air surut.",
            ["Ketut Darma"],
            id="what-a-letter-is-about",
        ),
        pytest.param("Rina dibantu Ketut nyebar undangan.", ["Rina"], id="helped-in-everyday-words"),
        pytest.param("Rina yang menata kios dan Ketut yang memasang terpal.", ["Rina", "Ketut"], id="two-who-with-dan"),
        pytest.param("Rina yang menata kios dan Ketut yang datang kemarin.", ["Rina"], id="who-came"),
        pytest.param(
            "Rina akan menata kios, spanduknya dicetak Pak Ketut dan Dinas Perikanan.",
            ["Rina", "Ketut", "Dinas Perikanan"],
            id="several-further-on",
        ),
        pytest.param(
            "Kios didata Rina ke pasar, fotonya dicari Pak Ketut & Bu Sari.", ["Rina", "Ketut", "Sari"], id="and"
        ),
        pytest.param("[Rina] Ketut data kios sebelum Jumat.", ["Ketut"], id="another-behind-who-speaks"),
        pytest.param("Rina dan tim akan menata kios.", ["Rina"], id="with-her-team"),
        pytest.param("Bu Rina nti nelpon Kepala Desa.", ["Rina"], id="later-in-short"),
        pytest.param("Biar Pak Ketut (Bidang Pasar) yang menata kios.", ["Ketut"], id="bracket-before-yang"),
        pytest.param(
            "Papan kios kebagian Pak Ketut, contoh tulisannya dari Dinas Perikanan.",
            ["Ketut", "Dinas Perikanan"],
            id="whose-words",
        ),
        pytest.param("Papan kios jangan ditempel sebelum dicap Kepala Desa.", [], id="only-before-what"),
        pytest.param("Baik Rina maupun Ketut akan menata kios.", ["Rina", "Ketut"], id="both"),
        pytest.param("Rina berdua dengan Ketut akan menata kios.", ["Rina", "Ketut"], id="the-two-of-them"),
        pytest.param("Kades meminta kedua bendahara, Rina dan Ketut, mendata kios.", ["Rina", "Ketut"], id="counted"),
        pytest.param(
            "Kepala Desa, Rina dan Ketut akan menata kios.", ["Kepala Desa", "Rina", "Ketut"], id="not-counted"
        ),
        pytest.param(
            "Kepada Dinas Perikanan saya minta tambahan es diusahakan.", ["Dinas Perikanan"], id="asked-in-passive"
        ),
        pytest.param("Kepada Dinas Perikanan kami sampaikan terima kasih.", [], id="only-thanked"),
        pytest.param(
            "Datanya akan Dinas Perikanan serahkan kepada Camat.", ["Dinas Perikanan"], id="doer-between-akan-and-verb"
        ),
        pytest.param("Datanya akan Senin pagi sampaikan kembali.", [], id="day-between-akan-and-verb"),
        pytest.param("Bendahara beliau suruh merekap uang sewa.", ["Bendahara"], id="told-by-him"),
        pytest.param("Dinas Perikanan ia minta turun ke pelabuhan.", ["Dinas Perikanan"], id="told-to-go"),
        pytest.param(
            "Kepala Desa mengangguk dan Bu Rina ia suruh menghitung lapak.", ["Rina"], id="told-behind-another-clause"
        ),
        pytest.param(
            "Kepada Dinas Perikanan, Kepala Desa meminta daftar nelayan.", ["Dinas Perikanan"], id="asked-of-whom"
        ),
        pytest.param("Kepada Bendahara beliau berpesan agar pedagang dikabari.", ["Bendahara"], id="left-word-with"),
        pytest.param(
            "Bendahara diwanti-wanti menyetor uang sewa tepat waktu.", ["Bendahara"], id="warned-to-do-it"
        ),
        pytest.param("Dinas Perikanan menyepakati untuk mengecat lapak.", ["Dinas Perikanan"], id="agrees-to"),
        pytest.param("Rina sepakat menalangi sewa lapak.", ["Rina"], id="agrees-with-a-verb"),
        pytest.param("Kepala Desa mengangguk dan berjanji akan menemui Camat.", ["Kepala Desa"], id="nods-promises"),
        pytest.param(
            "Dinas Perikanan mendata lapak supaya Rina tidak menunggu.", ["Dinas Perikanan"], id="kept-from-happening"
        ),
        pytest.param(
            "Atas keluhan itu kepala desa berjanji menemui pedagang.", ["kepala desa"], id="led-to-in-small-letters"
        ),
        pytest.param("Kepala Desa: Bu Rina pesan tenda, besok saya tanya.", ["Rina"], id="spoken-to"),
        pytest.param("Kepala Desa: Bu Rina, kunci lapak tolong dikembalikan.", ["Rina"], id="called-on"),
        pytest.param("Pak Ketut, daftar lapak diperiksa lagi sekarang.", ["Ketut"], id="called-on-to-do-it-at-once"),
        pytest.param("Bu Rina, kunci lapak dipakai siapa saja kemarin.", [], id="called-on-and-only-told"),
        pytest.param("Bu Rina, kunci lapak sudah dikembalikan.", [], id="called-on-and-done"),
        pytest.param("Bu Rina, dan warga lain segera ditemui besok.", [], id="several-and-none-called-on"),
        pytest.param(
            "Kepala Desa memberi waktu tiga hari kepada Bu Rina untuk menghitung lapak.", ["Rina"], id="given-time"
        ),
        pytest.param(
            "Ketua memberi waktu kepada Bu Rina untuk menjelaskan harga.", [], id="given-time-to-speak"
        ),
    ],
)
def test_owners_of_a_sentence(text: str, expected: list[str], known: Known) -> None:
    assert [each.mention.name for each in find_owners(text, known, section=False).named] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Data pedagang → Rina + HR pabrik [26 Maret]", ["Rina", "HR pabrik"], id="bracket-behind"),
        pytest.param("Daftar harga → semua lapak, 2 minggu", ["semua lapak"], id="deadline-behind"),
        pytest.param("Beli tinta (PIC: Rina, deadline: 11 Mei 2023)", ["Rina"], id="deadline-in-the-bracket"),
        pytest.param("Beli kertas Penanggung jawab: Rina Tgl selesai: 10 Mei 2023", ["Rina"], id="next-label"),
        pytest.param("Beli kertas Dikerjakan oleh: Rina Jatuh tempo: 10 Mei 2023", ["Rina"], id="other-labels"),
        pytest.param("Beli kertas, PIC Rina, target 10 Mei 2023.", ["Rina"], id="target-behind"),
        pytest.param("Togar → Penelitian", ["Togar"], id="person-before"),
        pytest.param("Cetak stiker (Osvaldo & Kinan) deadline Rabu", ["Osvaldo", "Kinan"], id="names-of-no-list"),
        pytest.param(
            "Panen raya. PJ: Dinas Perikanan, pendukung: para camat. Waktu: Mei",
            ["Dinas Perikanan", "para camat"],
            id="helpers",
        ),
        pytest.param("Sewa perahu (PIC: Rina, dibantu: Ketut)", ["Rina", "Ketut"], id="helped"),
        pytest.param("Rina sama Ketut ngerjain poster, jadi sebelum Senin", ["Rina", "Ketut"], id="sama"),
        pytest.param("perkap : Ketut (pinjam tikar + sound ke masjid)", ["Ketut"], id="more-in-the-bracket"),
        pytest.param("Rina dan Ketut standby di lapak, Senin", ["Rina", "Ketut"], id="two-before-any-word"),
        pytest.param("Latihan rutin → tiap Minggu pagi", [], id="a-time"),
        pytest.param("Lapak dicek ulang oleh Sub Komite Mutu bulan Maret ini.", ["Sub Komite Mutu"], id="sub-unit"),
        pytest.param("Agar Dinas Perikanan menyuruh kontraktor mengecat lapak.", ["Dinas Perikanan"], id="orders"),
        pytest.param("Rina to provide price list by 20 March.", ["Rina"], id="english-infinitive"),
        pytest.param("Undangan peserta pasar: Dinas Perikanan, tanggal 20 Maret", ["Dinas Perikanan"], id="thing"),
        pytest.param("Cat lapak (Dinas Perikanan, nanti dikabari Rina)", ["Dinas Perikanan"], id="told-of-in-bracket"),
        pytest.param("Kirim bukti (Rina), tunggu nomor rekening baru dari bank", ["Rina"], id="bracket-and-more"),
        pytest.param("p Ketut dampingi petugas ukur", ["Ketut"], id="honorific-of-one-letter"),
        pytest.param("Daftar oleh Pak Ketut dan Bu Rina, naik cetak April", ["Ketut", "Rina"], id="then-a-word"),
        pytest.param("Rekap tunggakan beserta PJ-nya - Senin", [], id="label-with-suffix"),
        pytest.param("Survei oleh Pak Ketut, Pak Gede, Bu Rina hari Kamis", ["Ketut", "Gede", "Rina"], id="commas"),
        pytest.param("Surat dikirim oleh Drs. Ketut Darma, besok", ["Drs. Ketut Darma"], id="by-a-title"),
        pytest.param("Harga belum ada. Besok ditanyakan ke Ust. Ketut", [], id="asked-of-a-title"),
        pytest.param("Lapak dijaga bergilir oleh pedagang tiap blok", ["pedagang tiap blok"], id="of-each-block"),
        pytest.param("Pameran: tempat dan undangan menjadi urusan Bu Rina", ["Rina"], id="whose-business"),
        pytest.param("Telaah harga – Sekretaris Desa dan SPBU", ["Sekretaris Desa", "SPBU"], id="office-and-letters"),
        pytest.param("Bersama Dinas Perikanan menghitung kuota", [], id="whoever-it-is-with-them"),
        pytest.param("Ketut Darma membayar iuran ke rekening masing-masing mulai Mei", ["Ketut Darma"], id="of-theirs"),
        pytest.param("Dinas Perikanan menunjuk seorang petugas lapak dan melaporkan namanya besok", ["Dinas Perikanan"],
                     id="who-appoints-somebody"),
        pytest.param("Genset cadangan // Pak Ketut // H-2", ["Ketut"], id="two-slashes"),
        pytest.param("Rekap SPT masing2 pedagang segera dilapor", ["masing2 pedagang"], id="thing-of-each-of-them"),
        pytest.param("Dokter jaga dan obat lapak disiapkan Dinas Perikanan", ["Dinas Perikanan"], id="on-duty"),
        pytest.param("Dokter jaga pos lapak hari Minggu", ["Dokter"], id="keeps-watch"),
        pytest.param("Papan dibuat oleh Dinas Perikanan pakai dana desa", ["Dinas Perikanan"], id="by-what-means"),
        pytest.param("Papan dipasang di tempat yang terlihat oleh orang tua murid", [], id="by-whom-it-is-seen"),
        pytest.param("Air dibagi oleh Dinas Perikanan dan Rina Anggraini, tiap dusun 2 tangki, besok",
                     ["Dinas Perikanan", "Rina Anggraini"], id="a-share-of-each"),
        pytest.param("Bea dan Cukai Entikong : sediakan mobil", ["Bea dan Cukai Entikong"], id="a-body-with-and"),
        pytest.param("Cat lapak minggu ini, Dinas Perikanan.", ["Dinas Perikanan"], id="behind-the-deadline"),
        pytest.param("Cat lapak tanggal 20 April, Kasubbag Umum", ["Kasubbag Umum"], id="office-behind-the-deadline"),
        pytest.param("Lapak dibuka 20 April, pedagang paling banyak dua", [], id="what-else-behind-a-day"),
        pytest.param("Surat tarif disampaikan Sekretaris Desa kepada Camat.", ["Sekretaris Desa"], id="handed-over"),
        pytest.param("Spanduk bazar. Yang desain Rina.", ["Rina"], id="cleft-as-a-sentence"),
        pytest.param("Spanduk bazar. Yang lain menyusul.", [], id="others-as-a-sentence"),
        pytest.param("Kaus panitia, 40 potong. Dipesan Rina ke konveksi.", ["Rina"], id="agent-of-another-sentence"),
        pytest.param("Mesin kas ditambah. Pelaksana Rina.", ["Rina"], id="label-as-a-sentence"),
        pytest.param("Surat izin lapak, Drs. Ketut Darma, 6/4", ["Drs. Ketut Darma"], id="title-behind-a-comma"),
        pytest.param("Cek alat di semua lapak oleh Rina bersama Dinas Perikanan", ["Rina", "Dinas Perikanan"],
                     id="places-before-who-does-it"),
        pytest.param("Tagihan lapak: Sekretaris Desa dan juru tagih, besok", ["Sekretaris Desa", "juru tagih"],
                     id="verb-in-a-calling"),
        pytest.param("Kartu dihitung oleh seluruh Komandan Regu tiap sore", ["seluruh Komandan Regu"], id="commanders"),
        pytest.param("Rina Anggraini : BA serah terima (Kamis)", ["Rina Anggraini"], id="letters-behind-a-person"),
        pytest.param("Ketut, Rina : KAK lapak - Jumat", ["Ketut", "Rina"], id="letters-behind-persons"),
        pytest.param("Masing-masing cabang menyampaikan rencana.", ["Masing-masing cabang"], id="each-branch"),
        pytest.param("Titik penjualan dijadikan satu di lapak timur", [], id="a-word-that-is-a-name"),
        pytest.param("Tim Lapak (Wahid, Togar): merapikan kios", ["Wahid", "Togar"], id="people-of-a-team"),
        pytest.param("Seksi Lapak [Rina, Ketut] merapikan kios", ["Rina", "Ketut"], id="square-bracket"),
        pytest.param("Rina / Ketut / Togar : konsumsi", ["Rina", "Ketut", "Togar"], id="slashes-before-a-colon"),
        pytest.param("rina&joko : cari relawan lapak", ["rina", "joko"], id="one-of-them-known"),
        pytest.param("???\t: sewa genset", [], id="colon-behind-a-tab"),
        pytest.param("Data lapak -> Rina + Ketut, setor ke bendahara besok", ["Rina", "Ketut"], id="arrow-and-more"),
        pytest.param("Surat izin -> Sekretaris Desa, ttd Camat", ["Sekretaris Desa"], id="arrow-and-who-signs"),
        pytest.param("Sepeda mogok -> Dinas Perikanan cek mesin", ["Dinas Perikanan"], id="arrow-party-verb"),
        pytest.param("Menyusun draf sewa lapak, ditandatangani Kepala Desa", [], id="who-only-signs-the-draft"),
        pytest.param("SK lapak: Bu Rina mengetik, Kepala Desa menandatangani", ["Rina"], id="signs-what-another-types"),
        pytest.param("Izin parkir: Rina dgn Pak Ketut", ["Rina", "Ketut"], id="one-with-another-behind-a-colon"),
        pytest.param("Sewa tenda, PIC Pak Ketut, kontrak dicetak lusa", ["Ketut"], id="label-and-what-is-done"),
        pytest.param(
            "Pendataan kios roboh (bila air surut), Kades Ambar + Kades Lesung",
            ["Kades Ambar", "Kades Lesung"],
            id="offices-joined-by-plus-at-the-end",
        ),
        pytest.param(
            "Bidang Kerja Sama dengan Mitra menyusun laporan", ["Bidang Kerja Sama dengan Mitra"], id="kerja-sama"
        ),
        pytest.param("Cat lapak - Rina, sudah jadi tgl 2 April", ["Rina"], id="dash-and-more"),
        pytest.param("Cat lapak --- Dinas Perikanan", ["Dinas Perikanan"], id="long-dash"),
        pytest.param("Server lambat - Rina minta bantuan vendor", ["Rina"], id="dash-party-verb"),
        pytest.param("Klinik harga 3 sesi, Bu Rina & tim", ["Rina"], id="and-her-team"),
        pytest.param(
            "Ketua dan dua wakil nelayan (Pak Wahid, Bu Sri) mencari pembanding harga",
            ["Ketua", "Wahid", "Sri"],
            id="counted-people",
        ),
        pytest.param("Obat-obatan disediakan UKS", ["UKS"], id="unknown-doer"),
        pytest.param("Susun rundown, dikumpulkan Senin", [], id="a-day-is-no-doer"),
        pytest.param("Daftar harga disampaikan oleh kedua koperasi", ["kedua koperasi"], id="counted-bodies"),
        pytest.param("Pemakaian aula oleh pihak luar dikenakan biaya", [], id="done-by-whom-is-spoken-of"),
        pytest.param("Naskah dinantikan oleh majelis hari Rabu", [], id="awaited-by"),
        pytest.param("Pasar diadakan sederhana, panitianya Dinas Perikanan", ["Dinas Perikanan"], id="panitianya"),
        pytest.param("Seksi Lapak mencari pembanding harga (Rina, Ketut)", ["Rina", "Ketut"], id="people-of-a-unit"),
        pytest.param("Cetak templat (Rina) — 24/6", ["Rina"], id="long-dash-before-the-day"),
        pytest.param("Data dikumpulkan oleh para kolektor, disetor besok", ["para kolektor"], id="para"),
        pytest.param("Arisan lapak -> nanti", [], id="later"),
        pytest.param("Telaah utk diajukan Camat disiapkan Dinas Perikanan", ["Dinas Perikanan"], id="purpose"),
        pytest.param("Undangan beredar besok, tanggung jawab Dinas Perikanan", ["Dinas Perikanan"], id="invitation"),
        pytest.param("Doa diatur oleh Bu Rina bersama PWX hari Senin", ["Rina"], id="bersama-unknown"),
        pytest.param("Kunjungan dijalankan Bu Rina didampingi Pak Ketut besok", ["Rina"], id="bare-doer-accompanied"),
        pytest.param("lapor Dinas Perikanan / Panwas", [], id="those-who-are-told"),
        pytest.param("Pasang umbul-umbul : tgl 1 April, Rina dan Ketut", ["Rina", "Ketut"], id="day-behind-the-colon"),
        pytest.param("Tikar pinjam balai, urusannya Pak Ketut", ["Ketut"], id="urusannya"),
        pytest.param("Foto papan tarif ditunggu sekretariat sampai 5 April", [], id="awaited"),
        pytest.param("Bid. Pasar : bikin contoh papan harga", ["Bid. Pasar"], id="short-bidang"),
        pytest.param("Uang kas diserahkan ke Bu Rina (bendahara) hari Senin", [], id="office-of-who-receives"),
        pytest.param("Bagi warga yang belum lapor agar melapor ke Bu Rina", ["warga yang belum lapor"], id="crowd"),
        pytest.param("Jadwal jaga disusun oleh Seksi Lapak (Rina, Ketut) dan diedarkan Rabu", ["Rina", "Ketut"],
                     id="people-of-the-doer"),
        pytest.param("follow up kak Rina – Ketut – besok siang", ["Ketut"], id="whom-to-follow-up"),
        pytest.param("Tugas Rina - menyapu lapak", ["Rina"], id="tugas-and-name"),
        pytest.param("Bidang Pasar dan Instalasi Air Bersih mengecek pipa", ["Bidang Pasar", "Instalasi Air Bersih"],
                     id="a-body-by-its-name"),
        pytest.param("Bagian Hukum dan Organisasi menelaah karcis", ["Bagian Hukum dan Organisasi"], id="one-unit"),
        pytest.param("Humas bersama Dinas Pasar menata lapak", ["Humas", "Dinas Pasar"], id="bersama"),
        pytest.param(
            "Prof. Dr. Ir. Rina Anggraini, M.P. dan Drs. H. Ketut Darma, S.H., M.Kn. menyusun pertanyaan",
            ["Prof. Dr. Ir. Rina Anggraini, M.P.", "Drs. H. Ketut Darma, S.H., M.Kn."],
            id="many-titles",
        ),
        pytest.param("Jaga parkir (Dishub/Polsek) – 5 April", ["Dishub", "Polsek"], id="slash"),
        pytest.param("Rapor kelas enam (SD/MI) – 5 April", ["SD/MI"], id="one-kind-of-school"),
        pytest.param("Ronda malam : Polsek dan Dishub. Lapor ke camat.", ["Polsek", "Dishub"], id="colon, sentence"),
        pytest.param("Rina & pak Ketut co-drafting proposal", ["Rina", "Ketut"], id="small-honorific-and-two-verbs"),
        pytest.param("bikin formulir – Rina / Ketut – 5 April", ["Rina", "Ketut"], id="slash-behind-a-dash"),
        pytest.param("Lampu diganti oleh Pak Ketut dan dua petugas kebersihan", ["Ketut", "petugas kebersihan"],
                     id="counted-in-words"),
        pytest.param("Cetak karcis (Koord. Retribusi Pasar)", ["Koord. Retribusi Pasar"], id="short-koordinator"),
        pytest.param("Perbarui daftar – Camat (9 kecamatan) – 5 April", ["Camat"], id="how-many-they-are"),
        pytest.param("Kekurangan laporan menjadi beban Bu Rina", ["Rina"], id="burden"),
        pytest.param(
            "Dinas Perikanan menyurati kepala pasar yang pengelolanya belum ada, sebelum 8 April",
            ["Dinas Perikanan"],
            id="of-whom-it-only-tells",
        ),
        pytest.param("Lelang lapak berada di bawah koordinasi Dinas Perikanan", ["Dinas Perikanan"], id="coordinated"),
        pytest.param("Pendataan lapak di bawah kendali Bu Rina dan Pak Ketut", ["Rina", "Ketut"], id="controlled"),
        pytest.param("Lelang lapak berlangsung di bawah pengawasan Camat", [], id="only-watched"),
        pytest.param("Tenda lapak dijahit lagi sama Bu Rina, tiangnya dicat Pak Ketut + Pak Gede",
                     ["Rina", "Ketut", "Gede"], id="plus-behind-a-further-verb"),
        pytest.param("Bu Rina mengurus balai, sedangkan undangan pedagang dikerjakan Pak Ketut bersama Pak Gede",
                     ["Rina", "Ketut", "Gede"], id="together-behind-a-further-verb"),
        pytest.param("Edaran kepada pedagang dan yayasan untuk membentuk regu kebersihan akan diterbitkan oleh Camat",
                     ["Camat"], id="what-recipients-use-it-for"),
        pytest.param("Lapak diukur ulang oleh penyedia dan pengawas (Pak Ketut), besok", ["penyedia", "Ketut"],
                     id="another-before-the-unit-of-a-bracket"),
        pytest.param("Lapak diukur oleh Seksi Data dan Informasi (Pak Ketut)", ["Ketut"], id="one-unit-by-bracket"),
        pytest.param("Nama pedagang dihimpun Rina dari para ketua blok", ["Rina"], id="gathered"),
        pytest.param("Undangan pedagang (Pak Ketut) dibagikan lewat ketua blok", ["Ketut"], id="bracket-before-a-verb"),
        pytest.param("Sewa lapak (Rina) dianggap terlalu mahal", [], id="bracket-before-an-opinion"),
        pytest.param("Lomba masak (Ketut): menghitung kompor yang ada", ["Ketut"], id="bracket-before-a-colon"),
        pytest.param("Lomba masak (di balai): menghitung kompor yang ada", [], id="place-before-a-colon"),
        pytest.param("BX yang booking tenda, paling lambat 5 April", [], id="unknown-initials"),
        pytest.param(
            "Bidang Pengawasan Mutu Hasil Tangkapan dan Pemasaran Ikan Dinas Perikanan Kota Ambar bersama Bagian Umum "
            "Badan Pengelola Pasar Tirta Kota Ambar melakukan pendataan lapak", [
                "Bidang Pengawasan Mutu Hasil Tangkapan dan Pemasaran Ikan Dinas Perikanan Kota Ambar",
                "Bagian Umum Badan Pengelola Pasar Tirta Kota Ambar",
            ], id="long-names"),
        pytest.param("Urusan parkir serahkan ke Pak Ketut dan Bu Rina", ["Ketut", "Rina"], id="give-it-to"),
        pytest.param("Berkas lapak serahkan ke Pak Ketut hari Senin", [], id="give-a-thing-to"),
        pytest.param("Papan harga diperbarui Rina setiap Senin", ["Rina"], id="agent-each-day"),
        pytest.param("Papan harga diperbarui setiap Senin", [], id="each-day-without-agent"),
        pytest.param("Pos dijaga bergantian Koramil, Linmas dan Dinas Perikanan tiap malam",
                     ["Koramil", "Linmas", "Dinas Perikanan"], id="agents-of-a-list"),
        pytest.param("Pos dijaga Dinas Perikanan, Koramil dikabari", ["Dinas Perikanan"], id="agent-and-who-is-told"),
        pytest.param("Naskah dirancang Sekretaris Desa, Pak Gede, dan dikirim besok", ["Sekretaris Desa"],
                     id="agent-and-who-that-is"),
        pytest.param("Timbangan dikalibrasi Rina & Ketut, Sabtu", ["Rina", "Ketut"], id="agents-joined-by-a-sign"),
        pytest.param("Kios kosong ditegur baik-baik dulu sama Pak Ketut", ["Ketut"], id="spoken-agent-behind-how"),
        pytest.param("Denah dibuat Rina dan tim PKK. Ukurannya mengikuti lapak.", ["Rina", "tim PKK"],
                     id="letters-end-a-sentence"),
        pytest.param("RT 02 menerima bibit lele, diantar oleh Bu Rina", ["Rina"], id="who-hands-over"),
        pytest.param("Sekretaris Desa menerima setoran yang dibawa oleh Ketua RT", ["Sekretaris Desa"],
                     id="who-takes-what-others-bring"),
        pytest.param("Soal tarif parkir, Dinas Perikanan yang putuskan", ["Dinas Perikanan"], id="who-decides"),
        pytest.param("Konsumsi - (Rina, Bu Sri) : pesan 40 kotak", ["Rina", "Sri"], id="people-in-a-bracket"),
        pytest.param("Konsumsi (Rina) → pesan 40 kotak", ["Rina"], id="bracket-before-an-arrow"),
        pytest.param("Rina yang bolos 9 hari: kunjungan rumah oleh Pak Ketut, Sabtu", ["Ketut"], id="whom-it-is-about"),
        pytest.param("Rina yang beli: gula dan kopi", ["Rina"], id="who-buys-what"),
        pytest.param("Dinas Perikanan mengganti petugas yang jabatannya belum sesuai, target 5 April",
                     ["Dinas Perikanan"], id="which-of-them-by-what-they-have"),
        pytest.param("semua: piket lapak sesuai jadwal", ["semua"], id="all-before-a-colon"),
        pytest.param("semua berkas: di lemari", [], id="all-things-before-a-colon"),
        pytest.param("Papan dua bahasa. Teks: Rina. Gambar: Ketut. Cetak Senin.", ["Rina", "Ketut"],
                     id="people-of-each-part"),
        pytest.param("Teks: Rina. Ukuran: besar", ["Rina"], id="part-without-people"),
        pytest.param("Acara (Rina) gladi bersih hari Jumat", ["Rina"], id="people-of-a-unit-first"),
        pytest.param("Spanduk (dua meter) pasang di depan", [], id="size-first"),
        pytest.param("Sidak kios (Sekretaris Desa), jangan sampai bocor", ["Sekretaris Desa"], id="office-and-remark"),
        pytest.param("Cat pagar di balai desa / Rina / 5 April", ["Rina"], id="parts-between-slashes"),
        pytest.param("Beli cat kios (Rina + Ketut, warna biru)", ["Rina", "Ketut"], id="people-and-a-note"),
        pytest.param("Beli cat kios (biru, merah)", [], id="a-note-alone"),
        pytest.param("Kios yang menunggak (Dinas Perikanan, Koramil) segera melunasi", ["Dinas Perikanan", "Koramil"],
                     id="which-of-a-crowd"),
        pytest.param("Tim kecil (Bappeda, BPKAD dan Inspektorat) menyusun rancangan",
                     ["Bappeda", "BPKAD", "Inspektorat"], id="bodies-of-a-team"),
        pytest.param("Rina unggah undangan ke semua kepala dusun, Jumat sudah dicetak", ["Rina"], id="to-all-of-them"),
        pytest.param("Disampaikan kepada seluruh kepala dusun agar mendata lapak", ["seluruh kepala dusun"],
                     id="all-of-them-told"),
        pytest.param("Dinas Perikanan — spanduk jangan terlalu tinggi", ["Dinas Perikanan"], id="dash-and-what-not"),
        pytest.param("Bu Rina bikin daftar lapak → kirim ke Camat; Senin", ["Rina"], id="arrow-to-what-follows"),
        pytest.param("Pada kesempatan ini Dinas Perikanan diminta mendata lapak", ["Dinas Perikanan"],
                     id="on-this-occasion"),
        pytest.param("Bu Rina lan pengurus pasar ngecek lapak", ["Rina", "pengurus pasar"], id="javanese-and"),
        pytest.param("Kang Ketut jeung Teh Rina ngecat lapak", ["Ketut", "Rina"], id="sundanese-and"),
        pytest.param("Jaga lapak: Rina deng Ketut", ["Rina", "Ketut"], id="ambonese-and"),
        pytest.param("Ronda pasar : Satpol PP. Laporan ke Sekretaris Desa.", ["Satpol PP"], id="letters-end-the-names"),
    ],
)
def test_owners_of_a_listed_task(text: str, expected: list[str], known: Known) -> None:
    found = find_owners(text, known, section=True, due=_due(text, known))
    assert [each.mention.name for each in found.named] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rapat melimpahkan kewenangan kepada Dinas Perikanan untuk menunjuk juru ukur.", ["Dinas Perikanan"]),
        ("Rapat memberi kuasa dengan hak substitusi kepada Dinas Perikanan untuk mengurus izin.", ["Dinas Perikanan"]),
        ("Rapat memutuskan mengganti timbangan lapak sebelum 10 April.", []),
    ],
    ids=["power", "power to be passed on", "decides only"],
)
def test_rapat_gives_a_mandate(text: str, expected: list[str], known: Known) -> None:
    assert [each.mention.name for each in find_owners(text, known, section=True).named] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rina Anggraini mendata 15 lapak, sisanya Pak Ketut; lapor 3 Mei.", ["Rina Anggraini", "Ketut"]),
        ("Rina Anggraini mendata 15 lapak, selebihnya oleh Dinas Perikanan.", ["Rina Anggraini", "Dinas Perikanan"]),
        ("Rina Anggraini menghitung kas, sisanya disetor ke bank 3 Mei.", ["Rina Anggraini"]),
        ("Rina Anggraini menyalin akta, lampirannya dihimpun sekretariat KUD.", ["Rina Anggraini", "sekretariat KUD"]),
        ("Rina Anggraini menyusun surat, konsepnya diserahkan kepada Kepala Desa lusa.", ["Rina Anggraini"]),
    ],
)
def test_who_does_the_rest_or_what_belongs_to_it(text: str, expected: list[str], known: Known) -> None:
    due = find_due(text, known.lexicon, known.day, known.events)
    found = find_owners(text, known, section=False, due=due.span if due else None)
    assert [each.mention.name for each in found.named] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kepala Desa menyerahkan urusan tenda kepada Pak Ketut.", ["Ketut"]),
        ("Kepala Desa mempercayakan pengelolaan lapak kepada Dinas Perikanan mulai Mei.", ["Dinas Perikanan"]),
        ("Kepala Desa menyerahkan laporan kas kepada Pak Ketut.", ["Kepala Desa"]),
        ("Kepala Desa akan menyerahkan pengurusan izin ke Dinas Perikanan.", ["Kepala Desa"]),
        ("Dinas Perikanan, kata Pak Ketut, akan mengirim data.", ["Dinas Perikanan"]),
        ("Dinas Perikanan, menurut Kepala Desa, akan mengirim data.", ["Dinas Perikanan"]),
    ],
)
def test_who_gets_a_job_and_who_only_tells_of_one(text: str, expected: list[str], known: Known) -> None:
    assert [each.mention.name for each in find_owners(text, known, section=False).named] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dinas Perikanan sosialisasi jam buka kepada nelayan", ["Dinas Perikanan"]),
        ("Satpol PP patroli malam di sekitar dermaga", ["Satpol PP"]),
        ("Inspektorat audit kas lapak sebelum 30 Mei", ["Inspektorat"]),
        ("Lurah mediasi dua nelayan yang berselisih", ["Lurah"]),
        ("RT 05 gotong royong bersihkan got Minggu pagi", ["RT 05"]),
        ("RT 02 dan RT 03 ronda bersama mulai 10 Mei", ["RT 02", "RT 03"]),
        ("Untuk got pasar: RT 04 kerja bakti, Minggu pagi", ["RT 04"]),
        ("Panitia audiensi dengan Bupati pekan depan", ["Panitia"]),
        ("Bhabinkamtibmas imbau warga tidak membakar sampah", ["Bhabinkamtibmas"]),
        ("Dinas Perikanan simulasi banjir ditunda", []),
        ("Panitia sosialisasi lapak, tiga orang", []),
        ("Kepala Bidang evaluasi lapak", []),
        ("Puskesmas Tirta renovasi tahap dua diusulkan ke APBD", []),
    ],
)
def test_bodies_before_a_noun_of_doing(text: str, expected: list[str], known: Known) -> None:
    assert [each.mention.name for each in find_owners(text, known, section=True).named] == expected


@pytest.mark.parametrize(
    ("bracket", "expected"),
    [
        ("P. Gatot", ["Gatot"]),
        ("P. Gatot & Bu Rina", ["Gatot", "Rina"]),
        ("Bu Rina sama P. Slamet", ["Rina", "Slamet"]),
        ("P. Gatot Wibowo", []),  # an initial
    ],
)
def test_p_before_a_given_name_is_how_a_man_is_addressed(bracket: str, expected: list[str], known: Known) -> None:
    found = find_owners(f"Menagih iuran lapak ({bracket})", known, section=True).named
    assert [each.mention.name for each in found if each.mention.honorific] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Keluhan nelayan belum dibalas, tolong Bu Rina ya", ["Rina"]),
        ("lampu dermaga mati, minta tolong Pak Ketut", ["Ketut"]),
        ("Buku kas belum rapi, tolong Bu Rina dicek lagi, 20 Maret", ["Rina"]),
        ("data lapak, tolong dibantu Pak Ketut", ["Ketut"]),
        ("Atap bocor, tolong Pak Ketut ya, sebelum 20 Maret", ["Ketut"]),
        ("tagihan es Maret, Rina please release today", ["Rina"]),
        ("Atap bocor (nanti Pak Ketut ya)", ["Ketut"]),
        ("Jadwal lapak, tolong Bu Rina dikabari", []),
        ("tolong kirim undangan ke Pak Ketut ya", []),
        ("Tolong kabari Bu Rina soal jadwal", []),
        ("soal es batu tolong tanya Pak Ketut", []),
        ("Kursi kurang, mohon Bu Rina dimaklumi", []),
        ("Atap bocor, tolong Pak Ketut yang urus", ["Ketut"]),
        ("Atap bocor, tolong Pak Ketut yang kemarin perbaiki dipanggil lagi", []),
    ],
)
def test_who_is_begged(text: str, expected: list[str], known: Known) -> None:
    found = find_owners(text, known, section=True, due=_due(text, known)).named
    assert [each.mention.name for each in found] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Daftar nelayan dari Dinas Perikanan paling lambat 20 Maret", ["Dinas Perikanan"]),
        ("Laporan kas dari Bu Rina, maksimal 20 Maret", ["Rina"]),
        ("Sebelum 20 Maret: daftar lapak, dari Pak Ketut ke Kepala Desa", ["Ketut"]),
        ("Naskah sambutan dari Kepala Desa sudah harus masuk 20 Maret", ["Kepala Desa"]),
        ("gambar lapak from Rina by 20 March", ["Rina"]),
        ("Tagihan es dari Dinas Perikanan paling lambat 20 Maret", []),
        ("Daftar lapak dari Dinas Perikanan dibagikan paling lambat 20 Maret", []),
        ("Data dari Dinas Perikanan sudah diterima sebelum 20 Maret", []),
        ("Membagikan jaring dari Dinas Perikanan paling lambat 20 Maret", []),
        ("Revisi denah sesuai masukan dari Kepala Desa paling lambat 20 Maret", []),
        ("Hasil survei dari Dinas Perikanan dibahas 20 Maret", []),
        ("Data dari Dinas Perikanan sebelum 20 Maret dimuat di papan", []),
        ("Data dari Dinas Perikanan paling lambat 20 Maret dikirim ke desa", ["Dinas Perikanan"]),
    ],
)
def test_from_whom_something_is_awaited(text: str, expected: list[str], known: Known) -> None:
    found = find_owners(text, known, section=True, due=_due(text, known)).named
    assert [each.mention.name for each in found] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Spanduk dicetak Rina, dipasang oleh Ketut", ["Rina", "Ketut"]),
        ("Data dihimpun Satpol PP dan TRAM, dikoordinasikan oleh Kepala Desa", ["Satpol PP", "TRAM", "Kepala Desa"]),
        ("Rina menyusun panduan, dikoordinasikan oleh Kepala Desa", ["Rina", "Kepala Desa"]),
        ("Rina menyusun panduan, dikoordinasikan oleh Wakil Dekan I, akhir Mei 2023.", ["Rina", "Wakil Dekan I"]),
        ("Surat agar lapak diperiksa pemiliknya, dikirim oleh Rina", ["Rina"]),
        ("Rina koordinir, Ketut yang belanja cat", ["Ketut", "Rina"]),
        ("Surat dibuat Rina, ditandatangani oleh Kepala Desa", ["Rina"]),
        ("Rina mendesain denah, dikoordinasikan dengan Humas", ["Rina"]),
        ("Formulir yang diisi Ketut, dikumpulkan oleh Rina", ["Rina"]),
        ("Data dikumpulkan Rina, diterima oleh Kepala Desa", ["Rina"]),
    ],
)
def test_who_coordinates_beside_who_does(text: str, expected: list[str], known: Known) -> None:
    assert [each.mention.name for each in find_owners(text, known, section=True).named] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Seluruh produsen data agar melengkapi kode lapak", ["Seluruh produsen data"]),
        ("Mengisi jadwal timbang (semua nelayan)", ["semua nelayan"]),
        ("Tiap pemain membawa sepatu", ["Tiap pemain"]),
        ("Seluruh laporan timbang dijilid", []),
        ("Rina dan Pipin diminta mencetak spanduk", ["Rina", "Pipin"]),
        ("Mencetak spanduk (Bu Rina sama Pipin)", ["Rina", "Pipin"]),
        ("Mengirim surat ke Rina dan Konsumsi", []),
        ("Mencetak spanduk (Humas & TI)", ["Humas", "TI"]),
        ("Mencetak spanduk - Humas & Acara", ["Humas", "Acara"]),
        ("Mencetak spanduk (Acara & Humas)", ["Acara", "Humas"]),
        ("Mencetak spanduk (Bagian Humas & Acara)", ["Bagian Humas & Acara"]),
        ("Melatih juru timbang (Diklat/Bidang Mutu)", ["Diklat", "Bidang Mutu"]),
        ("Kementerian Hukum dan HAM mengirim surat", ["Kementerian Hukum dan HAM"]),
    ],
)
def test_crowds_unknown_names_and_units_without_heads(text: str, expected: list[str], known: Known) -> None:
    assert [each.mention.name for each in find_owners(text, known, section=True).named] == expected
