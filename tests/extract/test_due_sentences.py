"""Sentences as villages, schools, offices, companies and aid projects write them, each with the day that it means."""

import datetime as dt

import pytest

from notula.pipeline.extract.due import find_due
from notula.pipeline.extract.due_events import find_events, with_main
from notula.pipeline.lexicon import load_lexicon

LEXICON = load_lexicon()
UNKNOWN = "no day"  # a deadline is stated that fixes no day
NOTHING = "no deadline"

WEDNESDAY = {
    "Gudang menyerahkan rekaman bulan Juli sampai Agustus, selambat-lambatnya Senin tanggal 24 Juni": "2024-06-24",
    "Kasir merekap nota April s.d. Juni paling lambat 20 Juni 2024": "2024-06-20",
    "Tukang mengecat pagar sampai Juli": "2024-07-31",
    "Kontraktor menyedot lumpur sebelum minggu ini berakhir": "2024-06-16",
    "Kasir mencocokkan stok sebelum bulan ini habis": "2024-06-30",
    "Penaksir menilai gudang sebelum tutup buku semester I": "2024-06-30",
    "Panitia menata kursi tutup tahun": NOTHING,
    "Notaris menyusun akta dalam waktu 30 hari sejak tanggal Rapat": "2024-07-12",
    "Camat memberi waktu 3 hari kepada auditor untuk memeriksa gudang": "2024-06-15",
    "Auditor diberi waktu 14 (empat belas) hari kerja sejak rapat ini guna memeriksa gudang": "2024-07-02",
    "Direksi membayar tantiem 30 (tigapuluh) hari sejak ditutupnya Rapat": "2024-07-12",
    "Pengawas menerima buku kas 5 hari setelah Rapat ini ditutup": "2024-06-17",
    "Tukang diberi kesempatan 7 hari kalender untuk menambal atap": "2024-06-19",
    "Surat balasan jangan lebih dari hari Senin": "2024-06-17",
    "Andi audits the stock within a week": "2024-06-19",
    "Naskah pidato dibawa dalam rapat bulan Juli": "2024-07-31",
    "Naskah pidato dibahas pada rapat senat Juli": "2024-07-31",
    "Ketua membawa usul itu ke musyawarah cabang bulan Agustus": "2024-08-31",
    "Naskah pidato dilaporkan pada rapat Juli": NOTHING,
    "Gudang diukur ulang, hasilnya dibawa ke rapat minggu depan": "2024-06-19",
    "Notula rapat minggu depan": NOTHING,
    "Kasir menyetor iuran tiga hari sebelum kenduri hari Jumat": UNKNOWN,
    "Bagan dipasang medio Juli 2024": UNKNOWN,
    "Humas unggah poster nanti malem": "2024-06-12",
    "Sekretaris mengurus izin, H-7 dari pentas tanggal 28 sudah keluar": "2024-06-21",
    "Brosur dilipat H-3 (bazar 20 Juni)": "2024-06-17",
    "Uang muka H-3 (deadline 20 Juni)": "2024-06-20",
    "Dewi to share the revised budget tomorrow": "2024-06-13",
    "Finance team pays the caterer next week": "2024-06-19",
    "Print the school calendar, end of June": "2024-06-30",
    "Update the board on Notion, besok": "2024-06-13",
    "Surat pengantar nomor 12 besok": NOTHING,
    "Cari tukang cat, 1 minggu": "2024-06-19",
    "Pelatihan kader, 3 hari": NOTHING,
    "Kader menemui lansia satu-satu minggu ini": "2024-06-16",
    "Bendahara menyetor saldo T+5 hari kerja": "2024-06-19",
    "Draft ToR by the end of July 2024": "2024-07-31",
    "[PMU] Hire a translator by 12 July": "2024-07-12",
    "Recruit two facilitators by July 5": "2024-07-05",
    "Consultant contract signed no later than 21 June 2024": "2024-06-21",
    "Bus rental fixed, before the partner meeting (27 June)": "2024-06-27",
    "Kitchen renovation, Q3 2024": "2024-09-30",
    "Yusuf waters the seedlings every Friday": UNKNOWN,
    "Anita to call the vendor ASAP": UNKNOWN,
    "Venue for the closing event: TBD": UNKNOWN,
    "Rina kirim draft MoU ke legal by tomorrow": "2024-06-13",
    "Final version due 30 June 2024": "2024-06-30",
    "Mentoring plan shared within 5 working days": "2024-06-19",
    "Survey tools finalised this week": "2024-06-16",
    "Payment to the enumerators next month": "2024-07-31",
    "Update the risk log every month": UNKNOWN,
    "Budi to confirm the hotel today": "2024-06-12",
    "Translate the guideline, deadline: 1 August 2024": "2024-08-01",
    "Submit the audit response until 20 June": "2024-06-20",
    "Kickoff workshop with the villages on Thursday, 4 July 2024": "2024-07-04",
    "Legal review by EOD Friday": "2024-06-14",
    "Provide feedback on the matrix by Monday": "2024-06-17",
    "Survei sapi ke kandang Jumat.": "2024-06-14",
    "Rudi menjahit bendera, Senin dikembalikan.": "2024-06-17",
    "Arisan digelar setiap Sabtu malam Minggu": UNKNOWN,
    "Vendor janji kipas sudah menyala lagi tanggal 21 Juni.": "2024-06-21",
    "Surat sudah dikirim tanggal 5 Juni.": NOTHING,
    "Raperda yang telah diperbaiki dikirim ke provinsi pada bulan Juli 2024.": "2024-07-31",
    "Panitia membaca esai, lalu pemenang diumumkan tanggal 28 Juni.": "2024-06-28",
    "Petugas menempel daftar pemenang lomba hari ini.": "2024-06-12",
    "Bu Tuti kirim undangan via WA sore ini": "2024-06-12",
    "Pak RT keliling mengabari warga malam ini juga": "2024-06-12",
    "Operator mengirim ulang data ke dinas siang ini.": "2024-06-12",
    "Tim IT memulihkan server hari ini juga": "2024-06-12",
    "Mas Anto ambil banner lusa": "2024-06-14",
    "Bagian Keuangan mencairkan uang muka bsk pagi": "2024-06-13",
    "Sampai hari ini laporan dari tiga kecamatan belum diterima": NOTHING,
    "Kegiatan hari ini berjalan lancar": NOTHING,
    "Menindaklanjuti pertemuan hari ini, Bappeda menyusun matriks": NOTHING,
    "Panitia menyiapkan daftar hadir nanti malam": "2024-06-12",
    "Koordinator lapangan mengirim laporan kegiatan ke kantor pusat via email (batas akhir 20 Juni)": "2024-06-20",
    "Pak Wahid: beli lampu sorot 2 bh, sblm magrib besok": "2024-06-13",
    "Tim pengadaan mengumumkan pemenang pada Senin, 24/06/2024": "2024-06-24",
    "Undangan disebar H-7 pelaksanaan bazar (6 Juli)": "2024-06-29",
    "Surat tugas diterbitkan maks. 3 hr kerja": "2024-06-17",
    "Guru kelas 6 menyerahkan nilai akhir ke TU pd hari Jum'at": "2024-06-14",
    "UPTD menguji kualitas air sebelum 1 Juli 2024 dan melaporkan hasilnya": "2024-07-01",
    "Pembentukan satgas dilakukan pekan ini juga": "2024-06-16",
    "Sekdes: update profil desa di web, minggu ke-4 Juni": UNKNOWN,
    "Draf kontrak dikirim ke vendor pada pekan pertama Juli 2024": UNKNOWN,
    "Bagian Kepegawaian memproses usulan pangkat periode Oktober 2024": NOTHING,
    "Data stunting bulan Mei diverifikasi kader": NOTHING,
    "Operator memasukkan data penerima ke SIKS-NG dengan tenggat 30 Juni pukul 23.59": "2024-06-30",
    "Bendahara BOS melunasi honor guru honorer bulan Mei paling lambat 20 Juni 2024": "2024-06-20",
    "Panitia wisuda mencetak buku kenangan, target jadi 1 Agustus": "2024-08-01",
    "Tim monev turun ke lapangan tanggal 18, 19, dan 20 Juni 2024": "2024-06-20",
    "Survei rumah warga: Sabtu-Minggu ini": "2024-06-16",
    "Supervisi kelas dilaksanakan bulan Agustus-September 2024": "2024-09-30",
    "PIC: Nanda. Deadline: 19 Juni 2024": "2024-06-19",
    "Reza – desain kaos – deadline minggu depan": "2024-06-19",
    "Rani @ catering, fix Kamis 13/6": "2024-06-13",
    "Batas penyerahan abstrak adalah 15 Juli 2024.": "2024-07-15",
    "Konfirmasi kehadiran paling lambat satu minggu sebelum acara (27 Juli 2024)": "2024-07-20",
    "Bu Rini koordinasi dg Dinas Pertanian dlm bulan ini": "2024-06-30",
    "Kontrak sewa diperpanjang sebelum jatuh tempo 31 Juli 2024": "2024-07-31",
    "Kasubbag Umum menindaklanjuti surat ini dalam 2x24 jam": "2024-06-14",
    "Pengiriman sampel ke lab selambat lambatnya Jumat ini": "2024-06-14",
    "Ketua panitia melaporkan progres setiap Jumat sore di grup WA": UNKNOWN,
    "Rapat koordinasi lanjutan akan diadakan Rabu, 26 Juni 2024": "2024-06-26",
    "Peralatan dikembalikan ke gudang sehabis acara": UNKNOWN,
    "Kirim RAB rev.2 ke pak Dirman sblm meeting berikutnya": UNKNOWN,
    "Seluruh kepala seksi mengisi SKP triwulan II paling lambat 5 Juli 2024": "2024-07-05",
    "Tim IT menonaktifkan akun lama per 1 Juli 2024": NOTHING,
    "Pengajuan UP bulan Juli paling lambat tanggal 25 bulan berjalan": UNKNOWN,
    "Pak Joni memperbaiki mik (hari ini selesai)": "2024-06-12",
    "Perjanjian kerja sama ditandatangani akhir Juni ini": "2024-06-30",
    "Laporan semester I disampaikan paling lambat minggu kedua Juli": UNKNOWN,
    "Humas membuat siaran pers besok siang": "2024-06-13",
    "Setoran tabungan siswa diserahkan tgl 10 s/d 12 tiap bulan": UNKNOWN,
    "Kader posyandu melapor ke bidan maksimal H+1 kegiatan": UNKNOWN,
    "Puskesmas merekap hasil PIN polio (paling lambat 3 hari setelah kegiatan)": UNKNOWN,
    "Ka. TU mengurus perpanjangan NPSN dalam sepekan": "2024-06-19",
    "Pembimbing mengoreksi bab 3 dalam dua pekan ke depan": "2024-06-26",
    "Vendor wajib menyelesaikan punch list sampai tanggal 30 Juni 2024": "2024-06-30",
    "Kirim undangan ke narasumber : Lia (14/06)": "2024-06-14",
    "Pemasangan paving mulai tanggal 1 s.d. 10 Juli 2024": "2024-07-10",
    "Jadwal piket dibagikan paling lambat malam Jumat": "2024-06-13",
    "Hasil lab keluar kira-kira dua minggu lagi": UNKNOWN,
    "Menunggu kepastian anggaran dari pusat": NOTHING,
    "Tanggal pelaksanaan menyusul": UNKNOWN,
    "Rapat pleno bulan Juli membahas laporan ini": NOTHING,
    "Mendata warga yang lahir sebelum tahun 1960": NOTHING,
    "Arsip sebelum tahun 2015 dipilah petugas": NOTHING,
    "Membuat MoU dengan BPJS untuk periode 1 Juli 2024 - 30 Juni 2025": NOTHING,
    "Menyusun proposal hibah tahun 2025": NOTHING,
    "Diskusi hari ini dilanjutkan oleh tim kecil": NOTHING,
    "Alat berat dari provinsi tiba tanggal 3 Juni lalu, operator mengecek kondisi": NOTHING,
    "Ketua RW menyampaikan hasil rapat ini kepada warga pada pertemuan bulanan Juli": NOTHING,
    "Menindaklanjuti hasil audit tahun 2022 dan 2023": NOTHING,
    "Draft agenda due in two weeks": "2024-06-26",
    "Share attendance list before 20 June": "2024-06-20",
    "Q2 report to be finalised by mid-July": UNKNOWN,
    "Please submit reimbursement within 3 days after the event": UNKNOWN,
    "Sign the addendum on Monday": "2024-06-17",
    "Prepare the next meeting's agenda": NOTHING,
    "Andi will follow up on Friday": "2024-06-14",
    "Monthly report by the 5th of every month": UNKNOWN,
    "Set up the booth by 8 AM tomorrow": "2024-06-13",
    "Conduct training in August 2024": "2024-08-31",
    "Book the venue by Wednesday, June 19th": "2024-06-19",
    "Finish data cleaning by the end of this month": "2024-06-30",
    "Revise the ToR by end of week": "2024-06-16",
    "Siti to draft the newsletter early next month": UNKNOWN,
    "Circulate minutes 3 days after the meeting": "2024-06-15",
    "Andi mails the slides to all speakers by next Friday": "2024-06-14",
}  # fmt: skip
FRIDAY = {
    "Auditi menunjuk narahubung paling lambat 5 hari kerja sejak entry meeting ini.": "2023-11-24",
    "Inspektorat menerbitkan laporan dalam 10 hari kerja setelah pertemuan ini": "2023-12-01",
    "Tim menyusun berita acara maksimal 3 hari kerja terhitung sejak rapat ini": "2023-11-22",
    "Bendahara mengembalikan simpanan paling lambat 3 hari kerja sejak RAT ini": "2023-11-22",
    "Peserta mengirim umpan balik 7 hari setelah lokakarya ini.": "2023-11-24",
    "Notula dibagikan H+2 rapat": "2023-11-19",
    "Panitia mengirim sertifikat H+3 lokakarya": "2023-11-20",
    "Dokumen diserahkan 14 hari setelah kontrak ditandatangani": UNKNOWN,
    "Pembayaran dilakukan 7 hari setelah invoice diterima": UNKNOWN,
    "Jawaban ditunggu dua hari kerja ke depan": "2023-11-21",
    "Perbaikan diunggah paling lama 14 (empat belas) hari kalender sejak rapat ini": "2023-12-01",
    "Tindak lanjut rekomendasi 60 hari setelah LHP terbit": UNKNOWN,
    "Kader menyerahkan data balita selambatnya tgl 25 Nov": "2023-11-25",
    "Kaur Keuangan menyusun SPJ, plg lambat Senin": "2023-11-20",
    "Pengumpulan RPP guru kelas, batas waktu 30 November 2023": "2023-11-30",
    "Proposal direvisi (tenggat: Jumat 24/11)": "2023-11-24",
    "Revisi RAB, deadline Rabu": "2023-11-22",
    "Pengecoran lantai 2, target 15 Des 2023": "2023-12-15",
    "Setor foto KTP maksimal tgl 20": "2023-11-20",
    "Kirim data aset ke kabupaten sblm tgl 1 Des": "2023-12-01",
    "Pak Dukuh membersihkan selokan akhir pekan ini": "2023-11-19",
    "Remaja masjid mengecat pagar minggu depan": "2023-11-24",
    "Bendahara menutup kas akhir bln": "2023-11-30",
    "Operator Dapodik menyalin data tiap akhir bln": UNKNOWN,
    "Rekap absensi disetor tiap tgl 5": UNKNOWN,
    "Pelatihan operator 2 s.d. 4 Desember 2023": "2023-12-04",
    "Posko piket dijaga tanggal 24 - 26 November 2023": "2023-11-26",
    "Draf Perdes dibahas BPD paling telat pertengahan Desember": UNKNOWN,
    "Kepala Seksi melapor ke camat Senin dpn": "2023-11-20",
    "Lapangan dirapikan hari Minggu pagi": "2023-11-19",
    "Surat balasan dikirim paling cepat Senin depan": "2023-11-20",
    "Pengumpulan berkas ditutup 8 Desember 2023": "2023-12-08",
    "Bu Lilis bayar DP tenda jangan lewat tgl 22": "2023-11-22",
    "Draf SOP harus sudah diterima Bagian Hukum tanggal 27 November 2023": "2023-11-27",
    "Tim penyusun menuntaskan naskah di bulan Desember": "2023-12-31",
    "Sosialisasi ke sekolah-sekolah, mulai Januari 2024": UNKNOWN,
    "Perbaikan genteng setelah dana cair": UNKNOWN,
    "Pemasangan CCTV jika anggaran disetujui": UNKNOWN,
    "Kepala Sekolah menerbitkan SK panitia, segera": UNKNOWN,
    "Serah terima kunci dlm minggu ini": "2023-11-19",
    "Penyusunan DED selesai akhir Maret 2024": "2024-03-31",
    "Sertifikasi halal tuntas semester I 2024": "2024-06-30",
    "Pengadaan genset paling lambat akhir tahun": "2023-12-31",
    "Pendataan UMKM rampung akhir tahun 2024": "2024-12-31",
    "Tim teknis mengecek pompa dua hari lagi": "2023-11-19",
    "Pengurus menyiapkan laporan keuangan dalam waktu 2 minggu": "2023-12-01",
    "Perwakilan warga menemui developer dlm 3 hari": "2023-11-20",
}  # fmt: skip
TUESDAY = {
    "Joko yg urus izin keramaian, kelar sblm thn baru": UNKNOWN,
    "Sewa sound system ditanya Rudi bsk": "2022-12-28",
    "Mbak Sari: bikin poster, jumat udah jadi": "2022-12-30",
    "transfer iuran ke bendahara plg lambat tgl 5": "2023-01-05",
    "Wahyu cek listrik aula Kamis sore": "2022-12-29",
    "Beli cat 10 kaleng (Pak Slamet) - Sabtu": "2022-12-31",
    "konsumsi dipesan Bu Narti H-2": UNKNOWN,
    "Evaluasi program kerja awal tahun depan": UNKNOWN,
    "LPJ dikumpul 10 Januari": "2023-01-10",
    "Arief hubungi pembicara mlm ini": "2022-12-27",
    "spanduk dicetak pekan dpn": "2023-01-03",
    "Kirim berkas ke kelurahan Selasa minggu depan": "2023-01-03",
    "Rencana anggaran disahkan bulan depan": "2023-01-31",
    "Bendahara menyetor sisa kas pd tgl 30 Des": "2022-12-30",
    "Pengambilan rapor 6-7 Januari 2023": "2023-01-07",
    "Jalan setapak disurvei Rudi dari Kompi Dua pekan depan": "2023-01-03",
    "Selokan dicek Rudi di RT 3 minggu depan": "2023-01-03",
    "Rudi mencetak edisi 4 minggu depan": "2023-01-03",
    "Rudi membagikan naskah versi 2 hari Jumat": "2022-12-30",
    "Rudi menyusun naskah dua pekan ke depan": "2023-01-10",
    "Rudi mengukur lapangan hari ini sesudah rapat": "2022-12-27",
    "Rudi mengukur lapangan hari ini seusai salat Asar.": "2022-12-27",
}  # fmt: skip
MONDAY = {
    "Dinas PMD menyampaikan rekapitulasi paling lambat Jumat, 14 Maret 2025 pukul 16.00 WIB.": "2025-03-14",
    "Setiap perangkat daerah mengunggah data dukung selambat-lambatnya pada minggu kedua April 2025": UNKNOWN,
    "Biro Hukum menelaah rancangan peraturan dalam jangka waktu 14 (empat belas) hari kerja": "2025-03-21",
    "BPS menyampaikan angka final pada akhir triwulan I": "2025-03-31",
    "Direktorat menyelesaikan pedoman teknis dengan batas waktu 28 Maret 2025.": "2025-03-28",
    "Penandatanganan PKS dijadwalkan pada tanggal 20 Maret 2025": "2025-03-20",
    "Kelurahan menginventarisasi aset sampai dengan 31 Maret 2025.": "2025-03-31",
    "Camat melaporkan perkembangan setiap hari Senin": UNKNOWN,
    "Kementerian menindaklanjuti surat tanggal 24 Februari 2025": NOTHING,
    "Puskesmas memperbarui data per 28 Februari 2025": NOTHING,
    "Menyusun laporan realisasi triwulan I 2025": NOTHING,
    "Menyempurnakan Peraturan Bupati Nomor 12 Tahun 2023": NOTHING,
    "Rumah sakit melengkapi dokumen akreditasi sebelum survei (14 April 2025)": "2025-04-14",
    "Kanwil mengirim peserta diklat paling lambat H-5 pembukaan diklat (24 Maret 2025)": "2025-03-19",
    "Dapur umum mencatat kebutuhan beras s.d. akhir Juni": NOTHING,
    "Rapat evaluasi akan dilaksanakan kembali pada 17 Maret 2025": "2025-03-17",
    "Penyedia mengirim adendum paling lambat tiga hari sejak hari ini": "2025-03-06",
    "Guru piket mengisi jurnal setiap hari": UNKNOWN,
    "Wali kelas menyetorkan nilai paling lambat Sabtu": "2025-03-08",
    "Kepala Desa menetapkan Perdes APBDes (paling lambat akhir Maret)": "2025-03-31",
    "BUMDes membuka rekening baru secepatnya": UNKNOWN,
    "Aparat desa menyerahkan usulan RKP, tenggat waktu tanggal 21": "2025-03-21",
    "Tim audit internal memverifikasi bukti dalam satu bulan ke depan": "2025-04-03",
    "Kontraktor memperbaiki retak dinding dalam 1 x 24 jam": "2025-03-04",
    "Subkon memasang panel listrik mgg depan": "2025-03-10",
    "Shop drawing disubmit tgl 07/03/25": "2025-03-07",
    "Material approval: 2025-03-12": "2025-03-12",
    "QS merevisi BoQ, 12.03.2025": "2025-03-12",
    "Vendor mengirim unit pengganti paling lambat 1 minggu setelah rapat": "2025-03-10",
    "Marketing merilis katalog awal April": UNKNOWN,
    "Legal menyelesaikan NDA paling lambat minggu ini": "2025-03-09",
    "Direksi memutuskan pemenang tender sebelum akhir Maret 2025": "2025-03-31",
    "Divisi IT migrasi email paling lambat pekan ketiga Maret": UNKNOWN,
    "Pengurus koperasi membagikan SHU sebelum Lebaran": UNKNOWN,
    "Pengurus menghubungi anggota yang menunggak sejak 2023": NOTHING,
    "Dosen koordinator mengunggah RPS paling lambat sepekan setelah rapat ini": "2025-03-10",
    "Prodi mengirim borang tahap dua selambat-lambatnya tanggal 15 bulan ini": "2025-03-15",
    "Majelis mengunjungi jemaat sakit tiap Kamis": UNKNOWN,
    "Takmir memasang tenda sebelum tarawih pertama": UNKNOWN,
    "Seksi konsumsi berbelanja H-1": UNKNOWN,
    "Pak Lurah akan menyurati PDAM dalam waktu dekat": UNKNOWN,
    "RT 04 mendata kontrakan, paling lambat tanggal 10 Maret pukul 20.00": "2025-03-10",
    "Bu Camat minta laporan tiap minggu": UNKNOWN,
    "Panitia merapikan gudang pada hari Ahad, 9 Maret 2025": "2025-03-09",
}  # fmt: skip
ROWS = [
    (dt.date.fromisoformat(meeting), text, day)
    for meeting, rows in (
        ("2024-06-12", WEDNESDAY),
        ("2023-11-17", FRIDAY),
        ("2022-12-27", TUESDAY),
        ("2025-03-03", MONDAY),
    )
    for text, day in rows.items()
]


@pytest.mark.parametrize(("meeting", "text", "day"), ROWS, ids=[f"{row[0]} {row[1]}" for row in ROWS])
def test_the_day_that_a_sentence_means(meeting: dt.date, text: str, day: str) -> None:
    due = find_due(text, LEXICON, meeting)
    found = NOTHING if due is None else due.date.isoformat() if due.date else UNKNOWN
    assert found == day


DATED = """Gudang barang sitaan akan dikosongkan oleh kontraktor tanggal 24 Juni 2024.
Kunjungan tim penilai tgl 28 Juni 2024, jumlah tamu 12 orang.
Berkas lomba diserahkan kepada kabupaten tanggal 5 Juli 2024.
Air akan dimatikan perusahaan daerah pada 22 Juni 2024 pukul 09.00.
Masa pendaftaran kursus menjahit dibuka tanggal 1 Juli 2024.
4. Next meeting
Wednesday, 26 June 2024, 09.00 WITA"""
COMING = "Kontrak parkir habis 30 Juni 2024.\nBuka loket mundur dari 3 Juni ke 24 Juni.\nDonor darah tgl 27 di balai."
FROM_EVENTS = {
    "what is done to a thing": ("Menyewa kontainer sebelum gudang sitaan dikosongkan", "2024-06-24"),
    "what is done by whom": ("Bak mandi diisi sebelum air dimatikan", "2024-06-22"),
    "what begins": ("Brosur dibagikan sebelum pendaftaran kursus menjahit dimulai", "2024-07-01"),
    "its getter names no event": ("Berkas dijilid sebelum dibawa ke kabupaten", UNKNOWN),
    "an event that the sentence names": ("Bu Lastri memesan kue untuk kunjungan, plg lambat H-2", "2024-06-26"),
    "a heading over the date": ("Matrix revised before the next meeting", "2024-06-26"),
}


FROM_COMING = {
    "what ends": ("Menghubungi pemilik sebelum kontrak parkir berakhir", "2024-06-30"),
    "what ends, unnamed": ("Perpanjang sewa sebelum expired", "2024-06-30"),
    "no end of another": ("Mencatat pemakai sebelum parkir", UNKNOWN),
    "what was moved": ("Spanduk terpasang H-2 buka loket", "2024-06-22"),
    "a day of the month": ("Pinjam tensimeter sebelum donor darah", "2024-06-27"),
}


@pytest.mark.parametrize(("text", "day"), FROM_COMING.values(), ids=FROM_COMING)
def test_events_told_by_their_end_or_their_day_alone(text: str, day: str) -> None:
    meeting = dt.date(2024, 6, 12)
    due = find_due(text, LEXICON, meeting, find_events(COMING, LEXICON, meeting))
    assert due and (due.date.isoformat() if due.date else UNKNOWN) == day


HELD = "Acara tetap Minggu 30 Juni di lapangan.\nLoket dibuka tanggal 20 Juni.\nRapat lagi 16 Juni."
ON_THE_DAY = {
    "on it": ("Sopir menjemput juri jam 8 di hari H", "2024-06-30"),
    "when it is": ("Menyalakan genset pada saat hari H", "2024-06-30"),
    "before it": ("Umbul-umbul terpasang sebelum hari H", "2024-06-30"),
    "the evening before": ("Panggung dihias, H-1 malam", "2024-06-29"),
    "what is for it": ("Menyusun rundown hari H", NOTHING),
    "the event that the sentence names": ("Stiker loket dicetak seminggu sebelum acara", "2024-06-13"),
}


@pytest.mark.parametrize(("text", "day"), ON_THE_DAY.values(), ids=ON_THE_DAY)
def test_the_day_of_what_a_meeting_prepares(text: str, day: str) -> None:
    meeting = dt.date(2024, 6, 12)
    events = with_main(find_events(HELD, LEXICON, meeting), "Rapat Panitia", HELD, LEXICON)
    due = find_due(text, LEXICON, meeting, events)
    assert (NOTHING if due is None else due.date.isoformat() if due.date else UNKNOWN) == day


@pytest.mark.parametrize(("text", "day"), FROM_EVENTS.values(), ids=FROM_EVENTS)
def test_events_that_stand_elsewhere(text: str, day: str) -> None:
    meeting = dt.date(2024, 6, 12)
    due = find_due(text, LEXICON, meeting, find_events(DATED, LEXICON, meeting))
    assert due and (due.date.isoformat() if due.date else UNKNOWN) == day
