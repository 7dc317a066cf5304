import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notula.models.minutes import DueKind
from notula.pipeline.extract.due import find_due, find_dues
from notula.pipeline.extract.due_events import find_events, with_main
from notula.pipeline.lexicon import load_lexicon

LEXICON = load_lexicon()
MEETING = dt.date(2020, 10, 8)  # a Thursday
DOCUMENT = """Rapat Anggota Tahunan Koperasi Tani akan diadakan hari Minggu tanggal 22 November 2020 di balai kota.
visitasi akreditasi (LAM) tgl 7 s/d 9 Desember 2020, asesor bisa meminta apa saja
Rapat berikutnya dijadwalkan Kamis, 22 Oktober 2020 pukul 10.15 WIB.
Batas akhir pengembalian formulir hari Jumat, 16 Oktober 2020 pukul 15.30 WIB.
Studi banding direncanakan 9–11 November 2020.
Peresmian gedung baru (1 Desember 2020)
Go live peladen tanggal 5 Desember 2020.
Pengukuran lahan telah dilaksanakan tanggal 2 Oktober 2020.
Lokakarya guru diadakan pada tanggal 5 November 2020. Lokakarya siswa diadakan tanggal 9 November 2020."""
EVENTS = find_events(DOCUMENT, LEXICON, MEETING)

# In a row, « and » enclose the deadline's words; the day is what they mean.
LIMITS = {
    "paling lambat": ("Semua RT mendata lansia «paling lambat tanggal 16 Oktober».", "2020-10-16"),
    "selambat-lambatnya": ("Proposal masuk «selambat-lambatnya Senin, 19 Oktober 2020».", "2020-10-19"),
    "selambat lambatnya, day only": ("Foto dikumpulkan «selambat lambatnya tanggal 25»", "2020-10-25"),
    "maksimal": ("Teras diperbaiki tukang «maksimal 10 Desember 2020».", "2020-12-10"),
    "maks with a stop": ("Kirim denah pasar («maks. 23 Oktober 2020»)", "2020-10-23"),
    "max": ("Kirim artikel «max 17 Feb 2021 pukul 23.59»", "2021-02-17"),
    "sebelum a day": ("Brosur dicetak «sebelum 20 Oktober 2020»", "2020-10-20"),
    "sblm tgl": ("Mbak Ani susun anggaran, dititip ke Pak Lurah «sblm tgl 19»", "2020-10-19"),
    "tenggat": ("Perbaikan talud (PJ: Dinas Air; «tenggat 31 Oktober 2020»)", "2020-10-31"),
    "deadline is no part": ("Sketsa logo, deadline: «Minggu, 18 Oktober 2020», (PIC: Rini)", "2020-10-18"),
    "target is no part": ("Pelatihan kader; target «akhir TW II 2021».", "2021-06-30"),
    "batas waktu": ("«Batas waktu: Jumat, 16 Oktober 2020»", "2020-10-16"),
    "sampai dengan": ("Loket dibuka Bagian Umum «sampai dengan 30 November 2020».", "2020-11-30"),
    "s/d": ("Ketua RT mengumpulkan KTP «s/d tgl 25»", "2020-10-25"),
    "a verb between": ("Peta desa «maksimal diserahkan tanggal 17 Oktober»", "2020-10-17"),
    "many words between": (
        "Map «paling lambat diterima oleh subbag umum kantor wilayah tanggal 20 Oktober 2020»", "2020-10-20",
    ),
    "hour before the day": ("Setoran masuk «paling lambat pukul 16.00 WIB hari ini»", "2020-10-08"),
    "two dates, one a reason": (
        "Kios dikosongkan «paling lambat tgl 12-10-2020» karena tgl 14 alat berat datang.", "2020-10-12",
    ),
    "limit against plain date": (
        "Naskah jadi «paling lambat Selasa, 13 Oktober 2020» karena dibaca juri pada hari Kamis, 15 Oktober 2020.",
        "2020-10-13",
    ),
    "next year": ("Bengkel menuntaskan servis «paling lambat 10 Januari».", "2021-01-10"),
    "range": ("Wawancara «maksimal 12 s.d. 14 Oktober 2020»", "2020-10-14"),
    "after segera": ("Agar segera dicat ulang, «paling lambat 20 Oktober 2020»", "2020-10-20"),
    "short figures": ("Kirim denah pasar «paling lambat 5/1/21»", "2021-01-05"),
    "a week that a bracket dates": ("Izin tenda «paling lambat minggu ketiga bazar (20 Oktober)».", "2020-10-20"),
    "limit word behind the day": ("Guru kumpul modul «Senin paling telat»", "2020-10-12"),
    "limit word behind a date": ("Denah jadi, «20 Oktober paling lambat».", "2020-10-20"),
    "selesai per": ("Para juru ukur mendata kolam, selesai per «31 Oktober»", "2020-10-31"),
    "calendar days": ("menelusuri kebocoran pipa («30 hari kalender»);", "2020-11-07"),
    "hours counted in days": ("Contoh air diperiksa; «3x24 jam»", "2020-10-11"),
    "term of working days": ("Bagian Umum menyusun naskah, jangka waktu «5 (lima) hari kerja».", "2020-10-15"),
    "from one day to another": ("Bersihkan selokan mulai «21 s.d. 27 Oktober 2020» di blok timur", "2020-10-27"),
    "all of a month": ("Rini merakit aplikasi, sepanjang «November»", "2020-11-30"),
    "this month": ("Rini menyerahkan bibit kepada pengawas, «bulan Oktober ini».", "2020-10-31"),
    "behind a slash": ("Ganti saringan / Rini / «November»", "2020-11-30"),
    "if possible": ("Rini cek kamera, klo bisa «sebelum hari Senin»", "2020-10-12"),
    "day in words": ("Gudang rapi «selambatnya tanggal sepuluh November dua ribu dua puluh»", "2020-11-10"),
}  # fmt: skip

RELATIVE = {
    "besok": ("Panitia memesan tenda «besok», ukuran sedang.", "2020-10-09"),
    "besok in Javanese": ("Panitia mesen tenda «sesuk».", "2020-10-09"),
    "besok pagi": ("Puskeswan mengirim vaksin ke posko «besok pagi».", "2020-10-09"),
    "paling lambat besok": ("Juru gambar menyerahkan sketsa «paling lambat besok».", "2020-10-09"),
    "lusa": ("Koordinator membagikan seragam kepada relawan «lusa».", "2020-10-10"),
    "besok lusa": ("Bendahara membayar uang muka «besok lusa».", "2020-10-10"),
    "hari ini juga": ("Satpam menutup gerbang timur «hari ini juga».", "2020-10-08"),
    "malam ini juga": ("Humas mengunggah pengumuman «malam ini juga».", "2020-10-08"),
    "besok before a date": ("Besok, «Jumat 9 Oktober 2020», tim turun ke pasar", "2020-10-09"),
    "weekday depan": ("Kuesioner dikumpulkan «Senin depan pukul 09.10 WIB».", "2020-10-12"),
    "the same weekday depan": ("Kuesioner dikumpulkan «Kamis depan».", "2020-10-15"),
    "weekday pekan ini": ("Camat membalas surat «paling lambat Sabtu pekan ini».", "2020-10-10"),
    "weekday ini": ("Menyurati wali murid «Sabtu ini»", "2020-10-10"),
    "weekday minggu depan": ("Kuesioner dikumpulkan «Rabu minggu depan».", "2020-10-14"),
    "minggu depan hari": ("Gotong royong «minggu depan hari Sabtu»", "2020-10-17"),
    "weekday besok": ("Telepon agen pupuk, «paling lambat Senin besok»", "2020-10-12"),
    "weekday nanti": ("Peta jaringan ditempel di posko «Senin nanti».", "2020-10-12"),
    "weekday, then the week": ("Agen mengirim brosur «Tuesday next week».", "2020-10-13"),
    "weekday, in hand by then": ("Denah parkir sudah di meja lurah «Senin».", "2020-10-12"),
    "end of a weekday, softened": ("Daftar tamu aku kirim ke Ayu «EOD Senin» ya.", "2020-10-12"),
    "handed over after a day before": ("Sri menyulam bendera besok, diantar ke kantor «Selasa»", "2020-10-13"),
    "a limit after another day": ("Telepon agen hari ini atau «paling lambat besok».", "2020-10-09"),
    "no week": ("Loket dijaga relawan «sampai Minggu».", "2020-10-11"),
    "day of the month, done by then": ("Pompa sudah menyala lagi «hari Selasa tanggal 13».", "2020-10-13"),
    "a range of days": ("Juri menilai antara «tanggal 12 sampai 14 Oktober».", "2020-10-14"),
    "a part of the year, then the days": (
        "Hitung kas akhir tahun oleh bendahara, «tanggal 1 dan 2 Desember».", "2020-12-02",
    ),
    "weekday alone": ("Konsep pidato diberikan ke ajudan «sebelum Jumat».", "2020-10-09"),
    "weekday before how it goes": ("Bu Sri mengirim formulir «Jumat» lewat kurir", "2020-10-09"),
    "time given": ("Pemborong diberi waktu «2 minggu» mengganti talang", "2020-10-22"),
    "weekend": ("Bu Sri memotret kebun, «weekend ini»", "2020-10-11"),
    "next weekend": ("Bu Sri memotret kebun «weekend depan».", "2020-10-18"),
    "hari weekday": ("Bu Sri menghubungi narasumber «hari Senin»", "2020-10-12"),
    "weekday and day of month": ("Setoran masuk «paling lambat Senin tanggal 12»", "2020-10-12"),
    "hari Minggu": ("Gotong royong «hari Minggu depan»", "2020-10-11"),
    "minggu depan": ("Cat pagar : Joko, «minggu dpn»", "2020-10-15"),
    "minggu ini": ("Pengurus lama dihubungi «dalam minggu ini».", "2020-10-11"),
    "akhir pekan": ("Kerja bakti dirampungkan «akhir pekan ini»", "2020-10-11"),
    "bulan depan": ("Pelatihan operator dilaksanakan «bulan depan».", "2020-11-30"),
    "akhir bulan": ("Stok obat dihitung apoteker, «akhir bulan ini».", "2020-10-31"),
    "tanggal in bulan depan": ("Kuitansi diserahkan «tanggal 5 bulan depan».", "2020-11-05"),
    "day that has passed": ("Kirim kuitansi «paling lambat tgl 5»", "2020-11-05"),
    "weeks": ("Biro umum menata ruang arsip «dalam dua pekan».", "2020-10-22"),
    "lagi": ("Konsep dibaca ulang «dua minggu lagi»", "2020-10-22"),
    "hours": ("Aduan ditanggapi «dalam 1x24 jam» oleh petugas.", "2020-10-09"),
    "working days": ("Kementerian menjawab «selambat-lambatnya 7 hari kerja».", "2020-10-19"),
    "working days, range": ("Tim hukum memberi telaah «dalam 3-5 hari kerja»", "2020-10-15"),
    "counted from the meeting": ("Juri menyerahkan nilai «4 (empat) hari kerja sejak rapat ini».", "2020-10-14"),
    "in words, from the meeting": ("Ahli waris melapor «dalam sembilan hari kerja sejak pertemuan ini».", "2020-10-21"),
    "setelah forum": ("Bappeda merapikan catatan «paling lambat 3 hari kerja setelah forum».", "2020-10-13"),
    "rapat depan": ("Hasilnya dibawa «ke rapat depan».", "2020-10-22"),
    "day that must, in short": ("Spanduk sdh hrs terpasang «tgl 30» pagi", "2020-10-30"),
    "weekday that must": ("Sri mengecek ulang, «jumat» hrs kelar", "2020-10-09"),
    "weekday that has it there": ("Konsep surat «Senin» sudah di meja Sekda", "2020-10-12"),
    "weekday of handing in": ("Data warga, «Rabu» dikumpulin ke sekretaris", "2020-10-14"),
    "weekday behind a passive verb": ("Rina menelusuri selisih, hasilnya dilaporkan «Senin».", "2020-10-12"),
    "an amount before": ("Raka menaikkan masa simpan menjadi 4 minggu «sebelum Rabu».", "2020-10-14"),
    "weekday in short": ("Daffa menanyakan harga tenda, «jmt»", "2020-10-09"),
    "English weekday in short": ("Bram mengganti lampu (due «Tue»)", "2020-10-13"),
    "weekday that must, handed in": ("Proposal pentas «Sabtu» harus udah kirim", "2020-10-10"),
    "end of the month in short": ("Raka merekap kuitansi, «EOM»", "2020-10-31"),
    "end of a month in short": ("Raka merekap kuitansi, «EOM November»", "2020-11-30"),
    "end of the week in short": ("Raka merekap kuitansi, «EOW»", "2020-10-11"),
    "noun before what finishes": ("Laporan selesai «bulan depan»", "2020-11-30"),
    "jangan lewat a day": ("Raka membayar sewa «jangan lewat tgl 20»", "2020-10-20"),
    "jangan lewat a way": ("Kabari pengurus (jangan lewat grup), «besok»", "2020-10-09"),
    "setelah rapat": ("Pemetaan : Agus, «21 hari terhitung setelah rapat»", "2020-10-29"),
}

PERIODS = {
    "akhir of a month": ("UPT mendata juru parkir «hingga akhir Desember».", "2020-12-31"),
    "sebelum akhir bulan": ("Atap bocor ditambal «sebelum akhir bulan November».", "2020-11-30"),
    "sebelum a month": ("Pengurus membeli kursi «sebelum Desember»", "2020-11-30"),
    "month after a comma": ("Sertifikasi tanah wakaf, «Maret 2021»", "2021-03-31"),
    "month after who does it": ("Pengecatan pagar (Seksi Sarana) «bulan November»", "2020-11-30"),
    "month after pada": ("Bimtek dilaksanakan «pada bulan November 2020»", "2020-11-30"),
    "month of an occasion": ("Data petani dimasukkan pada pemutakhiran «bulan November 2020».", "2020-11-30"),
    "month after a passive": ("Undian dikocok «bulan Januari 2021» oleh Seksi Dana", "2021-01-31"),
    "months": ("Penyuluhan ke dusun, «Oktober s.d. Desember 2020»", "2020-12-31"),
    "quarter after a dash": ("Penghapusan barang rusak – «TW IV»", "2020-12-31"),
    "quarter, next year": ("Penghapusan barang rusak – «TW I»", "2021-03-31"),
    "kuartal": ("Peluncuran majalah baru, «kuartal I 2021»", "2021-03-31"),
    "semester": ("Peninjauan kurikulum, «Semester II 2020» (Tim Mutu)", "2020-12-31"),
    "akhir semester": ("Panggung siap «akhir semester»", "2020-12-31"),
    "akhir tahun": ("Digitalisasi naskah kuno rampung «akhir tahun 2021».", "2021-12-31"),
}

PLACES = {
    "tanggal, at the end": ("Perawat melaporkan stok kepada apoteker «tanggal 20 Oktober».", "2020-10-20"),
    "after a comma": ("Mengunggah video profil ke kanal desa, «20 November 2020».", "2020-11-20"),
    "in brackets": ("Cetak baliho (Rudi, «20 Okt»)", "2020-10-20"),
    "in brackets, a range": ("Bibit dibagikan lewat kelompok tani («tgl 12-15 November 2020»).", "2020-11-15"),
    "day and month": ("Surat ke sponsor – Rina – «12/11»", "2020-11-12"),
    "hari, before a bracket": ("Siapkan ruang di lantai dua «hari Rabu, 14 Oktober 2020» (PIC: Adi)", "2020-10-14"),
    "pada tanggal, at the start": ("«Pada tanggal 15 Oktober», Bidang Aset menyerahkan kunci.", "2020-10-15"),
    "at the end": ("Honor dibayarkan «10 November»", "2020-11-10"),
    "before its hour": ("Pak RT ambil undangan «tgl 12 November jam 10.00»", "2020-11-12"),
}

FROM_EVENTS = {
    "H-n, name in the document": ("Daftar nama ditempel «H-3 batas akhir pengembalian formulir».", "2020-10-13"),
    "H-n, initials": ("Naskah dicetak «H-5 RAT»", "2020-11-17"),
    "H-n, first day of a range": ("Gladi bersih «H-14 visitasi»", "2020-11-23"),
    "H-n, date in brackets": ("Periksa genset «H-7 pelantikan ketua (30 November 2020)»", "2020-11-23"),
    "H-n, name again with its date": ("Pawai diberitakan «H-3 pawai (pawai tanggal 12 November 2020)»", "2020-11-09"),
    "H-n, date after a comma": ("Buku panduan («maks. H-3 wisuda kelas, 12 November 2020»).", "2020-11-09"),
    "H-n, event in the sentence": ("Beli oleh-oleh utk kunjungan bupati (24 Okt), «maks H-2»", "2020-10-22"),
    "H-n, two events of that name": ("Modul dicetak «H-5 lokakarya»", None),
    "H-n, told apart": ("Modul dicetak «H-5 lokakarya guru»", "2020-10-31"),
    "H-n, unknown event": ("Spanduk dipasang «H-3 pawai»", None),
    "H-n, past event": ("Patok dipasang «H-3 pengukuran lahan»", None),
    "days before": ("Neraca dijilid Sekretaris, «5 hari sebelum RAT».", "2020-11-17"),
    "weeks before": ("Bus dipesan «3 minggu sebelum studi banding»", "2020-10-19"),
    "days after": ("Panitia melapor «7 hari setelah studi banding»", "2020-11-16"),
    "sebelum": ("Taman dirapikan «sebelum peresmian gedung»", "2020-12-01"),
    "H-n of what ends": ("Perpanjangan izin (habis 30 Oktober), berkas naik «H-5»", "2020-10-25"),
    "H-n before this meeting": ("Perpanjangan izin (habis 10 Oktober), berkas naik «H-5»", None),
    "done by a day with its year, months ahead": ("Raka mencetak peta, sudah di meja camat «pada 30 Maret 2021».",
                                                  "2021-03-30"),
    "out by the end of a month with its year": ("Raka mencetak peta, petanya sudah terbit «akhir Maret 2021».",
                                                "2021-03-31"),
    "its target": ("Raka mencetak peta, targetnya «dua minggu».", "2020-10-22"),
    "H-n, a feast": ("Kandang ternak didirikan «H-7 Natal»", "2020-12-18"),
    "H-n, a feast and which": ("Umbul-umbul dijahit «H-10 HUT RI ke-76»", "2021-08-07"),
    "H-n, a feast and its year": ("Paduan suara berlatih «H-3 Natal 2021»", "2021-12-22"),
    "H-n, the day itself in brackets": ("Raka membeli bahan «H-1 (21 November)»", "2020-11-21"),
    "H-n, the day itself behind a comma": ("Raka membeli bahan «H-2, 12 November»", "2020-11-12"),
    "H-n, the event's day in brackets": ("Raka membeli bahan «H-1 (17 Oktober)»", "2020-10-16"),
    "days after something shortly before": ("Raka melapor «14 hari setelah kejadian (3 Oktober)».", "2020-10-17"),
    "sebelum a feast": ("Raka mengecat gapura «sebelum tahun baru»", "2021-01-01"),
    "sebelum the day of a feast": ("Raka mengecat gapura «sebelum hari Natal»", "2020-12-25"),
    "sebelum something like a feast": ("Raka mengecat gapura «sebelum Natal bersama»", None),
    "days after what this meeting is called": ("Hasil ditempel «1 (satu) hari setelah pleno».", "2020-10-09"),
    "while something dated takes place": ("Formulir dipakai «ketika loket dibuka 2 November».", "2020-11-02"),
    "sebelum, own date": (
        "Ketua dewan menyampaikan pesan itu «sebelum sidang paripurna tanggal 6 November 2020».", "2020-11-06",
    ),
    "before a day with a name of its own": (
        "Raka menyiapkan kotak «dua minggu sebelum hari pemungutan suara tanggal 6 November 2020».", "2020-10-23",
    ),
    "sebelum, own date in brackets": ("Rapor diperiksa «sebelum penutupan semester (18 Desember 2020)».", "2020-12-18"),
    "sebelum, own date in short figures": ("Rapor diperiksa «sebelum lomba (8/1/21)».", "2021-01-08"),
    "H-n, written with a hyphen": ("Poster peladen dicetak «H-3 go-live»", "2020-12-02"),
    "next meeting": ("Contoh kain dibawa «ke rapat berikutnya».", "2020-10-22"),
    "shown at the next meeting": ("Raka menghitung biaya, hasilnya dilaporkan «rapat berikut».", "2020-10-22"),
    "before a meeting told by its day": ("Tim menata kursi «sebelum rapat besok».", "2020-10-09"),
    "before a meeting on a weekday": ("Tim menata kursi «sebelum pertemuan hari Senin».", "2020-10-12"),
    "days before an event called a meeting": ("Kursi ditata «2 hari sebelum lokakarya siswa».", "2020-11-07"),
    "only the time behind a limit": ("Raka menata gudang «besok» paling telat jam 12 siang.", "2020-10-09"),
    "days counted on from this meeting": ("Raka menata gudang «H+3 setelah rapat».", "2020-10-11"),
    "working days counted on": ("Raka menata gudang «H+3 kerja setelah rapat».", "2020-10-13"),
    "time given by somebody": ("Tenda ditata Raka, saya beri waktu «dua minggu».", "2020-10-22"),
    "time given": ("Raka diberi waktu «dua minggu» untuk menata gudang.", "2020-10-22"),
    "its time": ("Raka menata gudang dan melapor, waktunya «satu minggu».", "2020-10-15"),
    "since the record": ("Gudang ditata «10 hari sejak ditandatanganinya berita acara ini»", "2020-10-18"),
    "next meeting, other words": ("Hasil dipaparkan «pada pertemuan selanjutnya».", "2020-10-22"),
}  # fmt: skip

UNDATED = {
    "often in a month": ("Kepala pos berkeliling «setiap hari» selama November", DueKind.RECURRING),
    "segera": ("Bagian rumah tangga «segera» mengganti lampu.", DueKind.VAGUE),
    "secepatnya": ("Penyuluh didatangkan dari kabupaten «secepatnya».", DueKind.VAGUE),
    "week of a month": ("Uji coba aplikasi «pada minggu ke-3 Desember 2020».", DueKind.VAGUE),
    "sebelum a week of a month": ("Tebing diperkuat «sebelum minggu ketiga November»", DueKind.VAGUE),
    "two weeks of a month": ("Tim turun «minggu ke-3 dan ke-4 Oktober»", DueKind.VAGUE),
    "pertengahan": ("Pelatihan ulang kader «pertengahan November»", DueKind.VAGUE),
    "awal": ("Serah terima barang «awal bulan depan».", DueKind.VAGUE),
    "around": ("Wisata karyawan «sekitar 20-21 November»", DueKind.VAGUE),
    "start of what is done": ("Pak Adi «mulai mengecat pagar Kamis».", DueKind.VAGUE),
    "start": ("Menyepakati iuran sampah, dipungut «mulai 19 Oktober» dan dicatat Pak Adi.", DueKind.VAGUE),
    "limit not understood": ("Kunci diserahkan «paling lambat saat serah terima».", DueKind.VAGUE),
    "hari H": ("Panggung siap «sebelum hari H»", DueKind.VAGUE),
    "weekday": ("Juru bayar melapor ke pusat «setiap hari Rabu».", DueKind.RECURRING),
    "weekdays": ("Pasar dibersihkan petugas «setiap hari Senin dan Jumat».", DueKind.RECURRING),
    "akhir bulan": ("Absensi disetor «tiap akhir bulan» kepada kepala.", DueKind.RECURRING),
    "day of each month": ("Meteran dicatat «maks tgl 8 setiap bulan».", DueKind.RECURRING),
    "after each prayer": ("Kotak infak dihitung «tiap habis Jumatan» oleh takmir", DueKind.RECURRING),
    "day of each month, suffix": ("Iuran disetor «tanggal 25 setiap bulannya»", DueKind.RECURRING),
    "days of each month": ("Iuran disetor «tiap bulan tanggal 1-10» ke bendahara", DueKind.RECURRING),
    "following month": ("Pajak disetor «paling lambat tanggal 11 bulan berikutnya»", DueKind.RECURRING),
    "sekali": ("Admin mengecek peladen «2 minggu sekali»", DueKind.RECURRING),
    "secara rutin": ("Ketua kelas memberi kabar «secara rutin».", DueKind.RECURRING),
    "setelah": ("Pembangunan dilanjutkan «setelah hujan reda».", DueKind.CONDITIONAL),
    "setelah, at the start": ("«Setelah tenda berdiri», relawan memasang lampu.", DueKind.CONDITIONAL),
    "bila": ("Sekolah membeli komputer «bila dana cair»", DueKind.CONDITIONAL),
    "apabila": ("«Apabila biaya melebihi Rp 3 M», auditor mendampingi.", DueKind.CONDITIONAL),
    "condition around a span": (
        "Penerjemah menyunting «apabila buku tiba tiga hari sebelum acara».", DueKind.CONDITIONAL,
    ),
    "sebelum, no event": ("Genting diganti «sebelum musim hujan tiba»", DueKind.CONDITIONAL),
    "span after something": ("Bank memberi jawaban «6 hari kerja setelah agunan dinilai».", DueKind.CONDITIONAL),
}  # fmt: skip

NONE = {
    "as of a day": "Data per 31 Oktober dikirim Rini",
    "a rule that holds from": "Tarif baru berlaku per 1 November",
    "days of a term": "Masa percobaan 30 hari kalender",
    "term of a lease": "Sewa lahan, jangka waktu 5 tahun",
    "what a report is of": "Laporan bulan Oktober ini dikirim Rini",
    "all of a half year": "Sebutkan satu hal yang melelahkan selama semester ini.",
    "nothing": "Pastikan listrik di aula cukup untuk dua pengeras suara (PIC: Wati & Eko).",
    "per semester": "Guru menyusun soal per semester untuk kurikulum 2021-2022.",
    "faculty like a month": "Pembagian: Laras (FISIP), Bella (FEB)",
    "month of a report": "Bendahara menyusun laporan bulan Januari.",
    "month of a turn": "Konsumsi bulan depan giliran RT 02.",
    "month of a bill, who pays it": "Pelunasan tagihan (Bendahara) bulan September",
    "month of a bill": "Pelunasan tagihan listrik bulan September (Bendahara)",
    "quarter of a result": "Memasang grafik capaian Triwulan III pada papan.",
    "quarter of a target": "Penjualan baru 70%, jauh di bawah target TW III sebesar 85%.",
    "year of a plan": "Menyusun rencana kerja tahun anggaran 2021.",
    "since": "Merapikan buku yang disimpan sejak 2 Januari 2018",
    "status day": "Kapal siap berlayar per 20 November 2020",
    "date of a decree": "Sekretaris memindai SK tanggal 4 Februari 2019.",
    "date of a numbered letter": "Menjawab surat Nomor 045/19/2020 tanggal 9 Oktober 2020 dengan membentuk tim.",
    "date of past minutes": "Menindaklanjuti notulen rapat 4 Mei 2020",
    "what a thing ends on": "Raka menghubungi pemasok soal izin yang expired 30 Oktober",
    "day of another meeting": "Raka menyusun bagan lomba (technical meeting jumat)",
    "what a letter is about": "Raka menyurati camat mengenai lomba 5 November.",
    "until, of a thing": "Raka mendata pegawai yang pensiun s/d Juni 2021",
    "done": "Kartu anggota sudah dibagikan tanggal 5 Oktober.",
    "done, in brackets": "Pengecatan balai (telah selesai 5 Oktober 2020, bagus sekali).",
    "shortly before the meeting": "Panen raya selesai 12 September, hasilnya cukup.",
    "realised until": "Penjualan s.d. 30 September 2020 sebesar 40%.",
    "length of an event": "Pelatihan berlangsung 2 hari.",
    "arrears": "Pelanggan dengan utang lebih dari 3 bulan dikunjungi petugas.",
    "service time": "Lama pengurusan izin disepakati 9 hari kerja.",
    "number of people": "Penonton maksimal 300 orang.",
    "rate": "Parkir menjadi Rp 3.000 per hari.",
    "frequency": "Kolam dikuras dua kali dalam satu hari",
    "this meeting": "Disampaikan dalam rapat hari ini bahwa kas menipis.",
    "next meeting as subject": "Agar pertemuan berikutnya lebih singkat.",
    "topic before a colon": "Sambutan sebelum makan: Pak Haji.",
    "courtesy": "Mengundang kepala desa jika memungkinkan",
    "articles": "Menyusun KAK sesuai Perpres 12/2021 pasal 4/2011.",
    "neighbourhood": "Warga RT 03/05 memperbaiki gorong-gorong",
    "what a letter is about, a mass": "Pengurus menyurati camat mengenai misa 25 Desember.",
    "how often something is done": "Forum tani bersidang dua kali setahun.",
    "end of a contract": "Sewa lahan berakhir 31 Desember 2020, pengurus menyiapkan dana",
    "segera of another thing": "Aplikasi akan segera diluncurkan, agar tiap cabang melatih petugas.",
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


def unmarked(row: str) -> tuple[str, str]:
    """The text of a row, and the words that it encloses."""
    return row.replace("«", "").replace("»", ""), row[row.index("«") + 1 : row.index("»")]


@pytest.mark.parametrize(("row", "day"), DATED.values(), ids=DATED)
def test_a_deadline_and_its_day(row: str, day: str | None) -> None:
    text, words = unmarked(row)
    due = find_due(text, LEXICON, MEETING, EVENTS)
    assert due is not None
    assert (due.text, due.date and due.date.isoformat()) == (words, day)
    assert text[due.start : due.end] == due.text


@pytest.mark.parametrize(("row", "kind"), UNDATED.values(), ids=UNDATED)
def test_a_deadline_that_fixes_no_day(row: str, kind: DueKind) -> None:
    text, words = unmarked(row)
    due = find_due(text, LEXICON, MEETING, EVENTS)
    assert due is not None
    assert (due.text, due.date, due.kind) == (words, None, kind)


@pytest.mark.parametrize("text", NONE.values(), ids=NONE)
def test_no_deadline(text: str) -> None:
    assert find_due(text, LEXICON, MEETING, EVENTS) is None


CELLS = {
    "date and remark": ("saran ketua: 19 Okt 2020 (Senin)", "2020-10-19", DueKind.ABSOLUTE),
    "numeric": ("s.d. 28/11/2020", "2020-11-28", DueKind.ABSOLUTE),
    "day and month": ("1/12", "2020-12-01", DueKind.ABSOLUTE),
    "short month": ("10 Okt", "2020-10-10", DueKind.ABSOLUTE),
    "two digits": ("10/11/20", "2020-11-10", DueKind.ABSOLUTE),
    "day already past": ("1/10", "2021-10-01", DueKind.ABSOLUTE),
    "month": ("Nov 2020", "2020-11-30", DueKind.ABSOLUTE),
    "week after its month": ("November Mgg III", None, DueKind.VAGUE),
    "month, no year": ("Januari", "2021-01-31", DueKind.ABSOLUTE),
    "months": ("Oktober - Desember 2020", "2020-12-31", DueKind.ABSOLUTE),
    "quarter": ("TW IV", "2020-12-31", DueKind.ABSOLUTE),
    "Q4": ("Q4", "2020-12-31", DueKind.ABSOLUTE),
    "range": ("9 Okt 2020 – 16 Okt 2020", "2020-10-16", DueKind.ABSOLUTE),
    "moved": ("Deadline awal 5 Okt, diundur 12 Okt", "2020-10-12", DueKind.ABSOLUTE),
    "draft and final": ("12 Oktober 2020 (draf) dan 19 Oktober 2020 (final)", "2020-10-19", DueKind.ABSOLUTE),
    "moved on": ("belum, molor ke 20/10", "2020-10-20", DueKind.ABSOLUTE),
    "weeks": ("3 mgg", "2020-10-29", DueKind.RELATIVE),
    "working days": ("10 hari kerja", "2020-10-22", DueKind.RELATIVE),
    "weekday": ("Senin", "2020-10-12", DueKind.RELATIVE),
    "weekdays": ("Senin-Rabu", "2020-10-14", DueKind.RELATIVE),
    "akhir bulan": ("akhir bulan", "2020-10-31", DueKind.RELATIVE),
    "event": ("H-14 visitasi", "2020-11-23", DueKind.RELATIVE),
    "next meeting": ("rapat berikutnya", "2020-10-22", DueKind.RELATIVE),
    "an event's month": ("Posyandu bulan depan", None, DueKind.VAGUE),
    "week of a month": ("Minggu III Nov", None, DueKind.VAGUE),
    "unknown event": ("2 minggu sebelum lomba", None, DueKind.CONDITIONAL),
    "condition": ("Setelah kapal merapat", None, DueKind.CONDITIONAL),
    "recurring": ("tiap Jumat", None, DueKind.RECURRING),
    "start": ("mulai 2 November 2020", None, DueKind.VAGUE),
    "how often": ("2x sebulan", None, DueKind.RECURRING),
    "how often, in words": ("dua kali per minggu", None, DueKind.RECURRING),
    "TBC": ("TBC", None, DueKind.VAGUE),
    "free words": (" kalau sempat saja ", None, DueKind.CONDITIONAL),
    "other words": (" tunggu kabar ", None, DueKind.VAGUE),
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


@pytest.mark.parametrize(
    "text", ["paling lambat besok", "akhir bulan ini", "dalam 4 hari kerja", "paling lambat tgl 5", "TW II"]
)
def test_without_the_meetings_day_nothing_is_reckoned(text: str) -> None:
    due = find_due(text, LEXICON, None, cell=True)
    assert due is not None
    assert due.date is None


def test_a_full_date_needs_no_meeting_day() -> None:
    due = find_due("paling lambat 20 Oktober 2020", LEXICON, None)
    assert due and due.date == dt.date(2020, 10, 20)


def test_events_may_be_a_mapping() -> None:
    due = find_due("Panggung siap H-1 lomba tari", LEXICON, MEETING, {"lomba tari daerah": dt.date(2020, 11, 2)})
    assert due and due.date == dt.date(2020, 11, 1)


def test_the_likeliest_deadline_comes_first() -> None:
    found = find_dues("Segera diperbaiki, jika dana cukup, paling lambat 20 Oktober 2020", LEXICON, MEETING)
    assert [due.text for due in found] == ["paling lambat 20 Oktober 2020", "Segera", "jika dana cukup"]


def test_events_of_a_document() -> None:
    assert [(event.phrase, event.day.isoformat()) for event in EVENTS] == [
        ("rapat anggota tahunan koperasi tani", "2020-11-22"),
        ("visitasi akreditasi", "2020-12-07"),
        ("rapat berikutnya", "2020-10-22"),
        ("batas akhir pengembalian formulir", "2020-10-16"),
        ("studi banding", "2020-11-09"),
        ("peresmian gedung baru", "2020-12-01"),
        ("go live peladen", "2020-12-05"),
        ("lokakarya guru", "2020-11-05"),
        ("lokakarya siswa", "2020-11-09"),
    ]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        pytest.param("Tanggal 5 November ada donor darah.", ("donor darah", dt.date(2020, 11, 5)), id="day-first"),
        pytest.param(
            "Tanggal 16 Oktober malam ada pengajian.", ("pengajian", dt.date(2020, 10, 16)), id="part-of-day"
        ),
        pytest.param(
            "Peluncuran direncanakan bertepatan dengan hari jadi desa 5 November 2020.",
            ("peluncuran", dt.date(2020, 11, 5)), id="along-with-another",
        ),
        pytest.param("Kunjungan camat jadi tgl 5 November", ("kunjungan camat", dt.date(2020, 11, 5)), id="settled"),
        pytest.param(
            "Rapat diadakan untuk menata kas sebelum sidang anggota pada 5 November 2020.",
            ("sidang anggota", dt.date(2020, 11, 5)), id="what-a-meeting-is-held-before",
        ),
        pytest.param(
            "- Kamis, 5 November 2020 : kirab dan pentas", ("kirab dan pentas", dt.date(2020, 11, 5)), id="schedule"
        ),
        pytest.param(
            "Ujian tulis berjalan lima hari dari Senin, 9 November 2020.",
            ("ujian tulis", dt.date(2020, 11, 9)), id="begins",
        ),
        pytest.param("Pelatihan berlangsung mulai 9 November", ("pelatihan", dt.date(2020, 11, 9)), id="begins-on"),
        pytest.param(
            "Tim penguji dijadwalkan tiba 9 November 2020.", ("tim penguji tiba", dt.date(2020, 11, 9)), id="arrives"
        ),
        pytest.param(
            "Tim penguji akan datang tanggal 9 November.", ("tim penguji datang", dt.date(2020, 11, 9)), id="comes"
        ),
        pytest.param("Rapat ke-4 diadakan 9 November 2020.", ("rapat berikutnya", dt.date(2020, 11, 9)), id="nth"),
        pytest.param("Rapat kelompok 9 November 2020.", ("rapat kelompok", dt.date(2020, 11, 9)), id="not-nth"),
        pytest.param("Peresmian molor ke 20/11", ("peresmian", dt.date(2020, 11, 20)), id="moved"),
    ],
)
def test_an_event_told_otherwise(text: str, event: tuple[str, dt.date]) -> None:
    assert find_events(text, LEXICON, MEETING) == (event,)


@pytest.mark.parametrize("due", ["H-7 kedatangan penguji", "H-7 tim penguji datang", "H-7 ketibaan penguji"])
def test_who_comes_and_the_coming_are_one_event(due: str) -> None:
    events = find_events("Tim penguji dijadwalkan tiba Senin, 9 November 2020.", LEXICON, MEETING)
    found = find_due(f"Denah ruang dicetak {due}", LEXICON, MEETING, events)
    assert found and found.date == dt.date(2020, 11, 2)


NO_EVENTS = {
    "the meeting itself": "Hari / Tanggal : Kamis / 08-10-2020",
    "past": "Survei dilaksanakan 1 September 2020",
    "deadline": "paling lambat tanggal 20 Oktober 2020",
    "month": "Pameran dilaksanakan November 2020",
    "shortly before, without year": "Laporan stok terkirim 11 September",
    "options": "Dua pilihan wisata: 7 November atau 14 November",
    "deadline, its day in brackets": "Kirim undangan s/d Jumat (20/11)",
    "finished": "Spanduk jadi tgl 20 Oktober",
    "since when": "Program sudah berjalan dari 20 Oktober",
    "a task that moved": "proses, molor ke 20/11",
    "days before an event": "H-5, 20 November",
    "whose task it is": "Cat gapura >> semua warga, 20 November",
}


@pytest.mark.parametrize("text", NO_EVENTS.values(), ids=NO_EVENTS)
def test_no_event(text: str) -> None:
    assert find_events(text, LEXICON, MEETING) == ()


WORDS = [
    *("paling", "lambat", "sebelum", "tanggal", "tgl", "5", "12", "Oktober", "2020", "minggu", "depan", "ke-2", "hari"),
    *("kerja", "dua", "puluh", "ribu", "setelah", "rapat", "ini", "H-3", "visitasi", ",", ".", "(", ")", ":", "-", "/"),
    *("bulan", "akhir", "TW", "II", "Senin", "setiap", "jika", "mulai", "karena", "sudah", "pukul", "09.00", "s.d."),
    *("31", "besok", "29/2", "tahun", "Februari"),
]


@given(st.lists(st.sampled_from(WORDS), max_size=16), st.dates(dt.date(1990, 1, 1), dt.date(2090, 1, 1)), st.booleans())
def test_any_words_give_spans_of_the_text(words: list[str], meeting: dt.date, cell: bool) -> None:
    text = " ".join(words)
    for due in find_dues(text, LEXICON, meeting, EVENTS, cell=cell):
        assert text[due.start : due.end] == due.text
        assert due.text


@pytest.mark.parametrize(
    ("events", "day"),
    [
        pytest.param("Karyawisata dilaksanakan Kamis, 26 November 2020.", dt.date(2020, 11, 25), id="the only event"),
        pytest.param("Karyawisata 26 November 2020.\nPentas seni 28 November 2020.", None, id="which of two"),
        pytest.param("Modul disusun, selesai 26 November 2020.", None, id="a deadline is no event"),
    ],
)
def test_a_bare_count_of_days_means_the_only_event(events: str, day: dt.date | None) -> None:
    found = find_due("Kotak P3K disiapkan H-1", LEXICON, MEETING, find_events(events, LEXICON, MEETING))
    assert found is not None and found.date == day


PLANS = "Lomba lari dilaksanakan 12 Agustus 2023.\nGladi bersih tanggal 9 Agustus 2023."


@pytest.mark.parametrize(
    ("text", "title", "day"),
    [
        pytest.param("Kotak P3K disiapkan H-2", "Rapat Panitia Lomba Lari", dt.date(2023, 8, 10), id="h-minus"),
        pytest.param("Kotak P3K disiapkan H min 2", "Rapat Panitia Lomba Lari", dt.date(2023, 8, 10), id="in-words"),
        pytest.param("Tenda dipesan 5 hari sebelum hari H", "Panitia Lomba", dt.date(2023, 8, 7), id="hari-h"),
        pytest.param("Tenda dipesan seminggu sebelum acara", "Panitia Lomba", dt.date(2023, 8, 5), id="acara"),
        pytest.param("Kotak P3K disiapkan H-2", "Rapat Pengurus", None, id="title-names-none"),
    ],
)
def test_days_before_the_event_that_the_meeting_is_about(text: str, title: str, day: dt.date | None) -> None:
    found = find_due(text, LEXICON, MEETING, with_main(find_events(PLANS, LEXICON, MEETING), title, PLANS, LEXICON))
    assert found is not None
    assert found.date == day


def test_a_feast_that_the_minutes_date() -> None:
    events = find_events("Natal bersama dilaksanakan 12 Desember 2020.", LEXICON, MEETING)
    found = find_due("Panggung siap H-1 Natal", LEXICON, MEETING, events)
    assert found is not None and found.date == dt.date(2020, 12, 11)


def test_the_event_that_is_called_the_main_one() -> None:
    plans = "Acara puncak 26 November 2020.\nLoket dibuka tanggal 1 November 2020."
    events = with_main(find_events(plans, LEXICON, MEETING), "Rapat Panitia", plans, LEXICON)
    found = find_due("Izin keramaian, maks H-7 acara", LEXICON, MEETING, events)
    assert found is not None and found.date == dt.date(2020, 11, 19)


@pytest.mark.parametrize(
    ("due", "day"),
    [("H-7 pawai (6 November)", 6), ("H-7 pawai (13 November)", 6), ("setiap H-1 pawai", None), ("tiap H-1", None)],
    ids=["the day itself", "the event's day", "each time", "each time, of no event"],
)
def test_days_before_an_event_that_the_minutes_date(due: str, day: int | None) -> None:
    events = find_events("Pawai diadakan tanggal 13 November 2020.", LEXICON, MEETING)
    found = find_due(f"Surat izin dibagikan, {due}", LEXICON, MEETING, events)
    assert found is not None and found.text == due
    assert found.date == (day and dt.date(2020, 11, day))


@pytest.mark.parametrize(
    ("due", "day"),
    [("Minggu 1 November", dt.date(2020, 11, 1)), ("Minggu 2 November", None), ("minggu 1 November", None)],
    ids=["a Sunday", "the second week", "in small letters"],
)
def test_a_sunday_or_a_week_of_the_month(due: str, day: dt.date | None) -> None:
    found = find_due(f"Gapura dicat, {due}", LEXICON, MEETING)
    assert found is not None and (found.text, found.date) == (due, day)


def test_days_before_what_is_held_are_not_counted_from_the_next_meeting() -> None:
    events = find_events("Rapat berikutnya 22 Oktober 2020.", LEXICON, MEETING)
    found = find_due("Modul dicetak H-10 acara", LEXICON, MEETING, events)
    assert found is not None and found.date is None


def test_the_next_meeting_is_not_what_a_meeting_is_about() -> None:
    plans = "Evaluasi berikutnya 15 Oktober 2020.\nBazar dilaksanakan 20 November 2020."
    events = with_main(find_events(plans, LEXICON, MEETING), "Rapat Evaluasi", plans, LEXICON)
    assert all(event.phrase != "hari-h" for event in events)


@pytest.mark.parametrize(
    ("plans", "day"),
    [
        pytest.param("Ganti lampu H+3", dt.date(2020, 10, 11), id="of-this-meeting"),
        pytest.param("Ganti lampu H+3, gladi bersih H-1", None, id="of-an-event"),
        pytest.param("Ganti lampu H+3\nBazar tanggal 2 November.\nPawai tanggal 5 November.", None, id="of-which"),
    ],
)
def test_days_after_h_where_nothing_is_to_come(plans: str, day: dt.date | None) -> None:
    events = with_main(find_events(plans, LEXICON, MEETING), "", plans, LEXICON, MEETING)
    found = find_due("H+3", LEXICON, MEETING, events, cell=True)
    assert found is not None and found.date == day


def test_the_day_h_that_the_minutes_say_is_counted_from() -> None:
    plans = f"{PLANS}\nH-2 dihitung dari hari pelaksanaan gladi bersih."
    events = with_main(find_events(plans, LEXICON, MEETING), "", plans, LEXICON)
    found = find_due("H-2", LEXICON, MEETING, events, cell=True)
    assert found is not None and found.date == dt.date(2023, 8, 7)


def test_an_event_by_its_whole_name() -> None:
    events = find_events("Simulasi lomba 2 November 2020.\nLomba 9 November 2020.", LEXICON, MEETING)
    found = find_due("Konsumsi disiapkan H-3 lomba", LEXICON, MEETING, events)
    assert found is not None and found.date == dt.date(2020, 11, 6)


def test_an_event_in_another_form() -> None:
    events = find_events("Pendaftaran ditutup 6 November 2020.", LEXICON, MEETING)
    found = find_due("Berkas diperiksa 3 hari setelah penutupan pendaftaran", LEXICON, MEETING, events)
    assert found is not None and found.date == dt.date(2020, 11, 9)


def test_a_meeting_on_a_weekday() -> None:
    found = find_due("Hasilnya dipaparkan pada rapat staf hari Senin yang akan datang.", LEXICON, MEETING)
    assert found is not None and found.date == dt.date(2020, 10, 12)


def test_a_length_is_no_condition() -> None:
    assert find_due("Pagar dipasang sepanjang 120 meter", LEXICON, MEETING) is None


def test_what_follows_a_reason_told_before_is_no_reason() -> None:
    found = find_due("Oleh karena itu spanduk dicetak tanggal 12 Agustus 2023", LEXICON, MEETING)
    assert found is not None
    assert found.date == dt.date(2023, 8, 12)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        pytest.param("Jembatan timbang ditutup untuk perbaikan mulai 5 November 2020.", "jembatan timbang ditutup",
                     id="why"),
        pytest.param("Loket lama dibongkar mulai tanggal 5 November 2020", "loket lama dibongkar", id="from-a-day"),
        pytest.param("Uji coba terhitung mulai 5 November 2020", "uji coba", id="counted-from"),
        pytest.param("Pak Raka sewa kursi dan tikar dan terpal dan lampu buat pentas (5/11), H-1", "pentas",
                     id="what-it-is-for"),
    ],
)  # fmt: skip
def test_an_event_that_begins_or_is_prepared(text: str, event: str) -> None:
    assert find_events(text, LEXICON, MEETING) == ((event, dt.date(2020, 11, 5)),)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        pytest.param("Revisi SK sebelum DPA 2021 terbit", None, id="a-thing-of-a-year"),
        pytest.param("Tarif diubah sebelum APBDes 2021 disahkan", None, id="another"),
        pytest.param("Revisi SK sebelum tahun 2021", dt.date(2020, 12, 31), id="the-year"),
        pytest.param("Revisi SK sebelum masuk 2021", dt.date(2020, 12, 31), id="its-beginning"),
    ],
)
def test_before_a_year_or_a_thing_of_it(text: str, day: dt.date | None) -> None:
    due = find_due(text, LEXICON, MEETING)
    assert due is not None and due.date == day
