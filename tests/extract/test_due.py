import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notula.models.minutes import DueKind
from notula.pipeline.extract.due import find_due, find_dues, find_events
from notula.pipeline.lexicon import load_lexicon

LEXICON = load_lexicon()
MEETING = dt.date(2020, 10, 8)  # a Thursday
DOCUMENT = """Rapat Anggota Tahunan Tahun Buku 2019 dilaksanakan hari Minggu tanggal 22 November 2020 di aula.
visitasi akreditasi (LAM) tgl 7 s/d 9 Desember 2020, telusur bisa kapan saja
Rapat berikutnya dijadwalkan Kamis, 22 Oktober 2020 pukul 09.00 WIB.
Batas akhir pemasukan berkas hari Jumat, 16 Oktober 2020 pukul 14.00 WIB.
Kunjungan lapangan direncanakan 9–11 November 2020.
Peresmian gedung baru (1 Desember 2020)
Peninjauan lokasi sudah dilaksanakan tanggal 3 Oktober 2020.
Lokakarya guru diadakan pada tanggal 5 November 2020. Lokakarya siswa diadakan tanggal 9 November 2020."""
EVENTS = find_events(DOCUMENT, LEXICON, MEETING)

LIMITS = {
    "paling lambat": (
        "Seluruh OPD menyampaikan data dukung paling lambat tanggal 16 Oktober.", "paling lambat tanggal 16 Oktober", "2020-10-16",
    ),
    "selambat-lambatnya": (
        "Berkas masuk selambat-lambatnya Senin, 19 Oktober 2020.", "selambat-lambatnya Senin, 19 Oktober 2020", "2020-10-19",
    ),
    "selambat lambatnya, day only": ("Rekap dikumpulkan selambat lambatnya tanggal 25", "selambat lambatnya tanggal 25", "2020-10-25"),
    "maksimal": ("Teras diperbaiki maksimal 10 Desember 2020.", "maksimal 10 Desember 2020", "2020-12-10"),
    "maks with a stop": ("Kirim denah (maks. 23 Oktober 2020)", "maks. 23 Oktober 2020", "2020-10-23"),
    "max": ("Kirim artikel max 17 Feb 2021 pukul 23.59", "max 17 Feb 2021 pukul 23.59", "2021-02-17"),
    "sebelum a day": ("Undangan dikirim sebelum 20 Oktober 2020", "sebelum 20 Oktober 2020", "2020-10-20"),
    "sblm tgl": ("Mb Ani rekap usulan, dikirim sblm tgl 19", "sblm tgl 19", "2020-10-19"),
    "tenggat": ("Penyusunan renja (PJ: Bappeda; tenggat 31 Oktober 2020)", "tenggat 31 Oktober 2020", "2020-10-31"),
    "deadline is no part": ("Ide desain, deadline: Minggu, 18 Oktober 2020, (PIC: Pak Amir)", "Minggu, 18 Oktober 2020", "2020-10-18"),
    "target is no part": ("Edaran bersama; target akhir TW I 2021.", "akhir TW I 2021", "2021-03-31"),
    "batas waktu": ("Batas waktu: Jumat, 16 Oktober 2020", "Batas waktu: Jumat, 16 Oktober 2020", "2020-10-16"),
    "sampai dengan": ("Pendaftaran dibuka sampai dengan 30 November 2020.", "sampai dengan 30 November 2020", "2020-11-30"),
    "s/d": ("RT mengumpulkan KTP warga s/d tgl 25", "s/d tgl 25", "2020-10-25"),
    "a verb between": ("Denah maksimal diserahkan tanggal 17 Oktober", "maksimal diserahkan tanggal 17 Oktober", "2020-10-17"),
    "many words between": (
        "Berkas paling lambat diterima oleh subbag umum kantor wilayah tanggal 20 Oktober 2020",
        "paling lambat diterima oleh subbag umum kantor wilayah tanggal 20 Oktober 2020", "2020-10-20",
    ),
    "hour before the day": ("Laporan masuk paling lambat pukul 16.00 WIB hari ini", "paling lambat pukul 16.00 WIB hari ini", "2020-10-08"),
    "two dates, one a reason": (
        "Agar OPD menuntaskan temuan paling lambat tgl 13-10-2020 karena tgl 14 ada pemeriksaan.", "paling lambat tgl 13-10-2020", "2020-10-13",
    ),
    "limit against plain date": (
        "Desain selesai paling lambat Selasa, 13 Oktober 2020 karena diperlihatkan pada hari Kamis, 15 Oktober 2020.",
        "paling lambat Selasa, 13 Oktober 2020", "2020-10-13",
    ),
    "next year": ("Lab menutup temuan paling lambat 10 Januari.", "paling lambat 10 Januari", "2021-01-10"),
    "range": ("Verifikasi maksimal 12 s.d. 14 Oktober 2020", "maksimal 12 s.d. 14 Oktober 2020", "2020-10-14"),
    "after segera": ("Agar segera dikirim secepatnya, paling lambat 20 Oktober 2020", "paling lambat 20 Oktober 2020", "2020-10-20"),
    "day in words": (
        "Bagian umum selesai selambatnya tanggal sepuluh November dua ribu dua puluh",
        "selambatnya tanggal sepuluh November dua ribu dua puluh", "2020-11-10",
    ),
}  # fmt: skip

RELATIVE = {
    "besok": ("Panitia menghubungi katering besok, konsumsi 50 kotak.", "besok", "2020-10-09"),
    "besok pagi": ("Dinas mengirim data ke posko besok pagi.", "besok pagi", "2020-10-09"),
    "paling lambat besok": ("Konsultan menyerahkan gambar paling lambat besok.", "paling lambat besok", "2020-10-09"),
    "lusa": ("Panitia membagikan seragam lusa.", "lusa", "2020-10-10"),
    "besok lusa": ("Ibu Sari melengkapi formulir besok lusa.", "besok lusa", "2020-10-10"),
    "hari ini juga": ("Admin menonaktifkan akun ganda hari ini juga.", "hari ini juga", "2020-10-08"),
    "malam ini juga": ("Pak Made berjanji mengirim daftar malam ini juga.", "malam ini juga", "2020-10-08"),
    "besok before a date": ("Besok, Jumat 9 Oktober 2020, tim turun ke lapangan", "Jumat 9 Oktober 2020", "2020-10-09"),
    "weekday depan": ("Berkas dikumpulkan Senin depan pukul 09.00 WIB.", "Senin depan pukul 09.00 WIB", "2020-10-12"),
    "the same weekday depan": ("Berkas dikumpulkan Kamis depan.", "Kamis depan", "2020-10-15"),
    "weekday pekan ini": ("Biro hukum bersurat paling lambat Jumat pekan ini.", "paling lambat Jumat pekan ini", "2020-10-09"),
    "weekday ini": ("Mengirim pengingat Sabtu ini", "Sabtu ini", "2020-10-10"),
    "weekday minggu depan": ("Berkas dikumpulkan Rabu minggu depan.", "Rabu minggu depan", "2020-10-14"),
    "minggu depan hari": ("Gotong royong minggu depan hari Sabtu", "minggu depan hari Sabtu", "2020-10-17"),
    "weekday besok": ("Hubungi dinas, paling lambat Senin besok", "paling lambat Senin besok", "2020-10-12"),
    "weekday alone": ("Pasal sanksi dibagikan ke desa sebelum Jumat.", "sebelum Jumat", "2020-10-09"),
    "hari weekday": ("Bu Sri menghubungi narasumber hari Senin", "hari Senin", "2020-10-12"),
    "weekday and day of month": ("Laporan masuk paling lambat Senin tanggal 12", "paling lambat Senin tanggal 12", "2020-10-12"),
    "hari Minggu": ("Gotong royong hari Minggu depan", "hari Minggu depan", "2020-10-11"),
    "minggu depan": ("Beres-beres arsip : Doni, minggu dpn", "minggu dpn", "2020-10-15"),
    "minggu ini": ("Orang tua dipanggil dalam minggu ini.", "dalam minggu ini", "2020-10-11"),
    "akhir pekan": ("Kerja bakti diselesaikan akhir pekan ini", "akhir pekan ini", "2020-10-11"),
    "bulan depan": ("Pelatihan operator dilaksanakan bulan depan.", "bulan depan", "2020-11-30"),
    "akhir bulan": ("Buku kas ditutup Bendahara, akhir bulan ini.", "akhir bulan ini", "2020-10-31"),
    "tanggal in bulan depan": ("Laporan diserahkan tanggal 5 bulan depan.", "tanggal 5 bulan depan", "2020-11-05"),
    "day that has passed": ("Kirim berkas paling lambat tgl 5", "paling lambat tgl 5", "2020-11-05"),
    "weeks": ("Biro umum menata ruang arsip dalam dua pekan.", "dalam dua pekan", "2020-10-22"),
    "lagi": ("Draf dibahas lagi dua minggu lagi", "dua minggu lagi", "2020-10-22"),
    "hours": ("Aduan ditanggapi dalam 1x24 jam oleh admin.", "dalam 1x24 jam", "2020-10-09"),
    "working days": ("Kementerian menjawab selambat-lambatnya 7 hari kerja.", "selambat-lambatnya 7 hari kerja", "2020-10-19"),
    "working days, range": ("Tim hukum memberi telaah dalam 3-5 hari kerja", "dalam 3-5 hari kerja", "2020-10-15"),
    "counted from the meeting": (
        "Panitia mengumumkan hasil 3 (tiga) hari kerja sejak rapat ini.", "3 (tiga) hari kerja sejak rapat ini", "2020-10-13",
    ),
    "in words, from the meeting": (
        "Tim menyusun lampiran dalam sepuluh hari kerja sejak rapat ini.", "dalam sepuluh hari kerja sejak rapat ini", "2020-10-22",
    ),
    "setelah rapat": ("Dokumentasi : Agus, 14 hari terhitung setelah rapat", "14 hari terhitung setelah rapat", "2020-10-22"),
}  # fmt: skip

PERIODS = {
    "akhir of a month": ("Kepala UPT mendata pedagang hingga akhir Desember.", "hingga akhir Desember", "2020-12-31"),
    "sebelum akhir bulan": ("Rancangan diserahkan sebelum akhir bulan Oktober.", "sebelum akhir bulan Oktober", "2020-10-31"),
    "sebelum a month": ("Tim membeli kursi sebelum Desember", "sebelum Desember", "2020-11-30"),
    "month after a comma": ("Sertifikasi aset daerah, Maret 2021", "Maret 2021", "2021-03-31"),
    "month after pada": ("Bimtek dilaksanakan pada bulan November 2020", "pada bulan November 2020", "2020-11-30"),
    "month after a passive": ("Proposal dikirim bulan Januari 2021 oleh Seksi Dana", "bulan Januari 2021", "2021-01-31"),
    "months": ("Sosialisasi ke desa, Oktober s.d. Desember 2020", "Oktober s.d. Desember 2020", "2020-12-31"),
    "quarter after a dash": ("Penyelesaian audit internal – TW IV", "TW IV", "2020-12-31"),
    "quarter, next year": ("Penyelesaian audit internal – TW I", "TW I", "2021-03-31"),
    "kuartal": ("Peluncuran modul baru, kuartal I 2021", "kuartal I 2021", "2021-03-31"),
    "semester": ("Evaluasi kurikulum, Semester II 2020 (Tim Mutu)", "Semester II 2020", "2020-12-31"),
    "akhir semester": ("Panggung siap akhir semester", "akhir semester", "2020-12-31"),
    "akhir tahun": ("Digitalisasi arsip rampung akhir tahun 2021.", "akhir tahun 2021", "2021-12-31"),
}

PLACES = {
    "tanggal, at the end": ("Bapenda menyampaikan hasil kepada Bagian Hukum tanggal 20 Oktober.", "tanggal 20 Oktober", "2020-10-20"),
    "after a comma": ("Mengirim tautan kepada narahubung, 20 November 2020.", "20 November 2020", "2020-11-20"),
    "in brackets": ("Cetak baliho (Budi, 20 Okt)", "20 Okt", "2020-10-20"),
    "in brackets, a range": ("Undangan disampaikan lewat RT (tgl 10-14 November 2020).", "tgl 10-14 November 2020", "2020-11-14"),
    "day and month": ("Surat ke donor – Rina – 12/11", "12/11", "2020-11-12"),
    "hari, before a bracket": ("Siapkan ruang di pendopo hari Rabu, 14 Oktober 2020 (PIC: Pak Adi)", "hari Rabu, 14 Oktober 2020", "2020-10-14"),
    "pada tanggal, at the start": ("Pada tanggal 15 Oktober, Bidang Aset menyerahkan berkas.", "Pada tanggal 15 Oktober", "2020-10-15"),
    "at the end": ("Honor dibayarkan 10 November", "10 November", "2020-11-10"),
    "before its hour": ("Pak RT ambil undangan tgl 12 November jam 10.00", "tgl 12 November jam 10.00", "2020-11-12"),
}  # fmt: skip

FROM_EVENTS = {
    "H-n, name in the document": ("Adendum diunggah H-3 batas akhir pemasukan berkas.", "H-3 batas akhir pemasukan berkas", "2020-10-13"),
    "H-n, initials": ("Naskah dicetak H-5 RAT", "H-5 RAT", "2020-11-17"),
    "H-n, first day of a range": ("Sosialisasi H-14 visitasi", "H-14 visitasi", "2020-11-23"),
    "H-n, date in brackets": ("Finalisasi H-7 penyerahan dokumen (30 November 2020)", "H-7 penyerahan dokumen (30 November 2020)", "2020-11-23"),
    "H-n, date after a comma": ("Ringkasan (maks. H-3 rapat pimpinan, 12 November 2020).", "maks. H-3 rapat pimpinan, 12 November 2020", "2020-11-09"),
    "H-n, event in the sentence": ("Siapkan bahan utk pertemuan trilateral (24 Okt), maks H-2", "maks H-2", "2020-10-22"),
    "H-n, two events of that name": ("Modul dicetak H-5 lokakarya", "H-5 lokakarya", None),
    "H-n, told apart": ("Modul dicetak H-5 lokakarya guru", "H-5 lokakarya guru", "2020-10-31"),
    "H-n, unknown event": ("Spanduk dipasang H-3 pawai", "H-3 pawai", None),
    "H-n, past event": ("Spanduk dipasang H-3 peninjauan lokasi", "H-3 peninjauan lokasi", None),
    "days before": ("Laporan digandakan Sekretaris, 7 hari sebelum RAT.", "7 hari sebelum RAT", "2020-11-15"),
    "weeks before": ("TOR disusun 2 minggu sebelum kunjungan", "2 minggu sebelum kunjungan", "2020-10-26"),
    "days after": ("Panitia melapor 7 hari setelah kunjungan lapangan", "7 hari setelah kunjungan lapangan", "2020-11-16"),
    "sebelum": ("Taman dirapikan sebelum peresmian gedung", "sebelum peresmian gedung", "2020-12-01"),
    "sebelum, own date": (
        "KSP menyampaikan keputusan sebelum rapat koordinasi tingkat menteri tanggal 6 November 2020.",
        "sebelum rapat koordinasi tingkat menteri tanggal 6 November 2020", "2020-11-06",
    ),
    "sebelum, own date in brackets": ("Masukan diberikan sebelum pelaporan B06 (30 Desember 2020).", "sebelum pelaporan B06 (30 Desember 2020)", "2020-12-30"),
    "next meeting": ("Tema makalah disampaikan dalam rapat berikutnya.", "dalam rapat berikutnya", "2020-10-22"),
    "next meeting, other words": ("Hasil dipaparkan pada pertemuan selanjutnya.", "pada pertemuan selanjutnya", "2020-10-22"),
}  # fmt: skip

UNDATED = {
    "segera": ("Seksi Publikasi segera membuat spanduk.", "segera", DueKind.VAGUE),
    "secepatnya": ("Dinas diundang oleh Ketua secepatnya.", "secepatnya", DueKind.VAGUE),
    "week of a month": ("Uji coba aplikasi pada minggu ke-2 November 2020.", "pada minggu ke-2 November 2020", DueKind.VAGUE),
    "sebelum a week of a month": ("Usulan diajukan sebelum minggu ketiga November", "sebelum minggu ketiga November", DueKind.VAGUE),
    "two weeks of a month": ("Tim turun minggu ke-3 dan ke-4 Oktober", "minggu ke-3 dan ke-4 Oktober", DueKind.VAGUE),
    "pertengahan": ("Pelatihan ulang perawat pertengahan November", "pertengahan November", DueKind.VAGUE),
    "awal": ("Serah terima barang awal bulan depan.", "awal bulan depan", DueKind.VAGUE),
    "around": ("Studi banding sekitar 20-21 November", "sekitar 20-21 November", DueKind.VAGUE),
    "start": ("Menyepakati iuran, dibayarkan mulai 19 Oktober dan dikoordinir Pak Adi.", "mulai 19 Oktober", DueKind.VAGUE),
    "limit not understood": ("Kunci diserahkan paling lambat saat serah terima.", "paling lambat saat serah terima", DueKind.VAGUE),
    "hari H": ("Panggung siap sebelum hari H", "sebelum hari H", DueKind.VAGUE),
    "weekday": ("PPK melapor ke keuangan setiap hari Jumat.", "setiap hari Jumat", DueKind.RECURRING),
    "weekdays": ("Penagihan dilakukan manajer setiap hari Selasa dan Kamis.", "setiap hari Selasa dan Kamis", DueKind.RECURRING),
    "akhir bulan": ("Progres dilaporkan tiap akhir bulan ke Seknas.", "tiap akhir bulan", DueKind.RECURRING),
    "day of each month": ("Laporan masuk maks tgl 5 setiap bulan.", "maks tgl 5 setiap bulan", DueKind.RECURRING),
    "day of each month, suffix": ("Iuran disetor tanggal 25 setiap bulannya", "tanggal 25 setiap bulannya", DueKind.RECURRING),
    "following month": ("Pajak disetor paling lambat tanggal 10 bulan berikutnya", "paling lambat tanggal 10 bulan berikutnya", DueKind.RECURRING),
    "sekali": ("Admin mengecek peladen 2 minggu sekali", "2 minggu sekali", DueKind.RECURRING),
    "secara rutin": ("Humas memperbarui kabar secara rutin di grup.", "secara rutin", DueKind.RECURRING),
    "setelah": ("Sosialisasi dilaksanakan setelah Perda diundangkan.", "setelah Perda diundangkan", DueKind.CONDITIONAL),
    "setelah, at the start": ("Setelah tim lengkap, pengurus membuka usulan nama.", "Setelah tim lengkap", DueKind.CONDITIONAL),
    "bila": ("Lurah bertemu Camat bila Perdes disetujui BPD", "bila Perdes disetujui BPD", DueKind.CONDITIONAL),
    "apabila": ("Apabila HPS di atas Rp 10 M, Inspektorat mendampingi.", "Apabila HPS di atas Rp 10 M", DueKind.CONDITIONAL),
    "condition around a span": (
        "Kemenlu menelaah apabila naskah diterima dua minggu sebelum penyerahan.",
        "apabila naskah diterima dua minggu sebelum penyerahan", DueKind.CONDITIONAL,
    ),
    "sebelum, no event": ("Revisi SK sebelum anggaran perubahan ditetapkan", "sebelum anggaran perubahan ditetapkan", DueKind.CONDITIONAL),
    "span after something": ("Dinas menanggapi 10 hari kerja setelah berkas diterima.", "10 hari kerja setelah berkas diterima", DueKind.CONDITIONAL),
}  # fmt: skip

NONE = {
    "nothing": "Konfirmasi lokasi panggung ke warga Blok F (PIC: Pak Bayu & Pak Dani).",
    "per semester": "LAN menyusun kegiatan per semester dalam matriks RAN OGI 2021-2022.",
    "month of a report": "Bendahara menyusun laporan bulan Januari.",
    "month of a bill": "Penyelesaian tagihan pihak ketiga bulan September (Bendahara)",
    "quarter of a result": "Mengunggah laporan capaian Triwulan III pada aplikasi.",
    "quarter of a target": "Realisasi 11% dari pagu, di bawah target TW III sebesar 15%.",
    "year of a plan": "Menyusun rencana kerja tahun anggaran 2021.",
    "since": "Merapikan arsip yang disimpan sejak 2 Januari 2018",
    "status day": "Paket siap tender per 20 November 2020",
    "date of a decree": "Sekretaris merapikan arsip SK tanggal 1 Maret 2019.",
    "date of a numbered letter": "Menindaklanjuti surat Nomor 005/21/2020 tanggal 9 Oktober 2020 dengan membentuk tim.",
    "date of past minutes": "Menindaklanjuti notulen rapat 2 Juni 2020",
    "done": "Surat pengingat sudah dikirim tanggal 5 Oktober.",
    "done, in brackets": "Pemutakhiran panduan (telah selesai 5 Oktober 2020, terima kasih).",
    "shortly before the meeting": "Penanaman bibit selesai 12 September, tingkat hidup 82%.",
    "realised until": "Realisasi s.d. 30 September 2020 sebesar 40%.",
    "length of an event": "Pelatihan berlangsung 2 hari.",
    "arrears": "Anggota yang menunggak lebih dari 6 bulan didatangi petugas.",
    "service time": "Standar waktu layanan ditetapkan 8 hari kerja.",
    "number of people": "Peserta maksimal 120 orang.",
    "rate": "Tarif naik menjadi Rp 2.000 per hari.",
    "frequency": "Kode dikirim beberapa kali dalam satu hari",
    "this meeting": "Disampaikan dalam rapat hari ini bahwa kas menipis.",
    "next meeting as subject": "Agar pertemuan berikutnya sudah ada contoh alur.",
    "topic before a colon": "Doa sebelum berangkat: Pak Haji.",
    "courtesy": "Mengundang kepala desa jika memungkinkan",
    "articles": "Menyusun KAK sesuai Perpres 16/2018 pasal 12/2011.",
    "neighbourhood": "Warga RT 03/05 memperbaiki gorong-gorong",
    "end of a contract": "Kontrak berakhir 31 Desember 2020, PPK menyiapkan adendum",
    "segera of another thing": "Acara akan segera diluncurkan, agar tiap OPD memetakan rencana.",
    "empty": "",
    "placeholder": " - ",
}

DATED = {
    f"{group}: {name}": row
    for group, rows in {
        "limit": LIMITS, "relative": RELATIVE, "period": PERIODS, "place": PLACES, "event": FROM_EVENTS,
    }.items()
    for name, row in rows.items()
}  # fmt: skip


@pytest.mark.parametrize(("text", "words", "day"), DATED.values(), ids=DATED)
def test_a_deadline_and_its_day(text: str, words: str, day: str | None) -> None:
    due = find_due(text, LEXICON, MEETING, EVENTS)
    assert due is not None
    assert (due.text, due.date and due.date.isoformat()) == (words, day)
    assert text[due.start : due.end] == due.text


@pytest.mark.parametrize(("text", "words", "kind"), UNDATED.values(), ids=UNDATED)
def test_a_deadline_that_fixes_no_day(text: str, words: str, kind: DueKind) -> None:
    due = find_due(text, LEXICON, MEETING, EVENTS)
    assert due is not None
    assert (due.text, due.date, due.kind) == (words, None, kind)


@pytest.mark.parametrize("text", NONE.values(), ids=NONE)
def test_no_deadline(text: str) -> None:
    assert find_due(text, LEXICON, MEETING, EVENTS) is None


CELLS = {
    "date and remark": ("usulan PM: 19 Okt 2020 (Senin)", "2020-10-19", DueKind.ABSOLUTE),
    "numeric": ("s.d. 28/11/2020", "2020-11-28", DueKind.ABSOLUTE),
    "day and month": ("1/12", "2020-12-01", DueKind.ABSOLUTE),
    "short month": ("10 Okt", "2020-10-10", DueKind.ABSOLUTE),
    "two digits": ("10/11/20", "2020-11-10", DueKind.ABSOLUTE),
    "day already past": ("1/10", "2021-10-01", DueKind.ABSOLUTE),
    "month": ("Nov 2020", "2020-11-30", DueKind.ABSOLUTE),
    "month, no year": ("Januari", "2021-01-31", DueKind.ABSOLUTE),
    "months": ("Oktober - Desember 2020", "2020-12-31", DueKind.ABSOLUTE),
    "quarter": ("TW IV", "2020-12-31", DueKind.ABSOLUTE),
    "Q4": ("Q4", "2020-12-31", DueKind.ABSOLUTE),
    "range": ("9 Okt 2020 – 16 Okt 2020", "2020-10-16", DueKind.ABSOLUTE),
    "moved": ("Deadline awal 5 Okt, diundur 12 Okt", "2020-10-12", DueKind.ABSOLUTE),
    "draft and final": ("12 Oktober 2020 (draf) dan 19 Oktober 2020 (final)", "2020-10-19", DueKind.ABSOLUTE),
    "weeks": ("2 mgg", "2020-10-22", DueKind.RELATIVE),
    "working days": ("10 hari kerja", "2020-10-22", DueKind.RELATIVE),
    "weekday": ("Senin", "2020-10-12", DueKind.RELATIVE),
    "weekdays": ("Senin-Rabu", "2020-10-14", DueKind.RELATIVE),
    "akhir bulan": ("akhir bulan", "2020-10-31", DueKind.RELATIVE),
    "event": ("H-14 visitasi", "2020-11-23", DueKind.RELATIVE),
    "next meeting": ("rapat berikutnya", "2020-10-22", DueKind.RELATIVE),
    "an event's month": ("Lokmin bulan depan", None, DueKind.VAGUE),
    "week of a month": ("Minggu II Nov", None, DueKind.VAGUE),
    "unknown event": ("1 minggu sebelum penilaian mandiri", None, DueKind.CONDITIONAL),
    "condition": ("Setelah ada jadwal dari RSUD", None, DueKind.CONDITIONAL),
    "recurring": ("tiap Senin", None, DueKind.RECURRING),
    "start": ("mulai 2 November 2020", None, DueKind.VAGUE),
    "TBC": ("TBC", None, DueKind.VAGUE),
    "free words": (" nunggu anggaran ", None, DueKind.VAGUE),
    "year": ("Tahun 2021", None, DueKind.VAGUE),
}


@pytest.mark.parametrize(("text", "day", "kind"), CELLS.values(), ids=CELLS)
def test_a_cell_is_the_deadline_as_a_whole(text: str, day: str | None, kind: DueKind) -> None:
    due = find_due(text, LEXICON, MEETING, EVENTS, cell=True)
    assert due is not None
    assert (due.text, due.date and due.date.isoformat(), due.kind) == (text.strip(), day, kind)
    assert text[due.start : due.end] == due.text


@pytest.mark.parametrize("text", ["", "  ", "-", "–", ".", "...", "--Pilih Salah Satu--", "n/a"])
def test_a_placeholder_cell_is_no_deadline(text: str) -> None:
    assert find_due(text, LEXICON, MEETING, cell=True) is None


def test_what_is_written_in_full_is_not_derived() -> None:
    written = find_due("paling lambat 20 Oktober 2020", LEXICON, MEETING)
    inferred = find_due("paling lambat 20 Oktober", LEXICON, MEETING)
    assert written and inferred
    assert (written.derived, inferred.derived) == (False, True)


@pytest.mark.parametrize("text", ["paling lambat besok", "akhir bulan ini", "dalam 5 hari kerja", "paling lambat tgl 5", "TW II"])
def test_without_the_meetings_day_nothing_is_reckoned(text: str) -> None:
    due = find_due(text, LEXICON, None, cell=True)
    assert due is not None
    assert due.date is None


def test_a_full_date_needs_no_meeting_day() -> None:
    due = find_due("paling lambat 20 Oktober 2020", LEXICON, None)
    assert due and due.date == dt.date(2020, 10, 20)


def test_events_may_be_a_mapping() -> None:
    due = find_due("Panggung siap H-1 pentas seni", LEXICON, MEETING, {"pentas seni kelas": dt.date(2020, 11, 2)})
    assert due and due.date == dt.date(2020, 11, 1)


def test_the_likeliest_deadline_comes_first() -> None:
    found = find_dues("Segera diperbaiki, jika dana cukup, paling lambat 20 Oktober 2020", LEXICON, MEETING)
    assert [due.text for due in found] == ["paling lambat 20 Oktober 2020", "Segera", "jika dana cukup"]


def test_events_of_a_document() -> None:
    assert [(event.phrase, event.day.isoformat()) for event in EVENTS] == [
        ("rapat anggota tahunan tahun buku 2019", "2020-11-22"),
        ("visitasi akreditasi", "2020-12-07"),
        ("rapat berikutnya", "2020-10-22"),
        ("batas akhir pemasukan berkas", "2020-10-16"),
        ("kunjungan lapangan", "2020-11-09"),
        ("peresmian gedung baru", "2020-12-01"),
        ("lokakarya guru", "2020-11-05"),
        ("lokakarya siswa", "2020-11-09"),
    ]


NO_EVENTS = {
    "the meeting itself": "Hari, Tanggal : Kamis, 8 Oktober 2020",
    "past": "Survei dilaksanakan 1 September 2020",
    "deadline": "paling lambat tanggal 20 Oktober 2020",
    "month": "Pameran dilaksanakan November 2020",
}


@pytest.mark.parametrize("text", NO_EVENTS.values(), ids=NO_EVENTS)
def test_no_event(text: str) -> None:
    assert find_events(text, LEXICON, MEETING) == ()


WORDS = (
    "paling lambat sebelum tanggal tgl 5 12 Oktober 2020 minggu depan ke-2 hari kerja dua puluh setelah rapat ini H-3 visitasi , . ( ) : - "
    "bulan akhir TW II Senin setiap jika mulai karena sudah pukul 09.00 s.d. 31 besok 29/2 tahun Februari ribu"
).split()


@given(st.lists(st.sampled_from(WORDS), max_size=16), st.dates(dt.date(1990, 1, 1), dt.date(2090, 12, 31)), st.booleans())
def test_any_words_give_spans_of_the_text(words: list[str], meeting: dt.date, cell: bool) -> None:
    text = " ".join(words)
    for due in find_dues(text, LEXICON, meeting, EVENTS, cell=cell):
        assert text[due.start : due.end] == due.text
        assert due.text
