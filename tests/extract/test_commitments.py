"""Whether a sentence commits, suggests or tells."""

import pytest

from notula.pipeline.extract.commitments import Commitments
from notula.pipeline.extract.due import find_due
from notula.pipeline.extract.known import Known
from notula.pipeline.extract.owners import find_owners


def judged(text: str, known: Known, *, item: bool = True, aside: bool = False) -> str:
    due = find_due(text, known.lexicon, known.day, known.events)
    return Commitments(known).of_sentence(text, due, item=item, aside=aside).name.lower()


@pytest.mark.parametrize(
    "sentence",
    [
        "Dinas Perikanan akan mengirimkan data nelayan.",
        "Dinas Perikanan berjanji mengirim timbangan yang belum datang.",
        "Pak Ketut, daftar lapak diperiksa lagi sekarang.",
        "Rina Anggraini telusuri daftar lapak.",
        "Kepala Desa diminta melengkapi berkas izin.",
        "Dinas Perikanan menyampaikan data yang telah diperbaiki kepada Bupati paling lambat 30 Agustus.",
        "Dinas Perikanan menyampaikan rekap yang sudah diperiksa paling lambat 30 Agustus.",
        "Rina Anggraini ditugaskan mencetak spanduk.",
        "Ketut Darma bersedia meminjamkan timbangan.",
        "Dinas Perikanan agar segera mendata nelayan.",
        "Kepala Desa meminta Rina Anggraini mencetak spanduk.",
        "Ketut Darma harus menyerahkan laporan sebelum 20 Maret 2023.",
        "Rina Anggraini menyusun laporan paling lambat 20 Maret 2023.",
        "Seksi Acara membuat jadwal petugas.",
        "Dinas Perikanan menyatakan siap mendata nelayan.",
        "Spanduk dicetak. PIC: Rina Anggraini",
        "Mencetak spanduk (Rina Anggraini)",
        "Mencetak spanduk -> Rina Anggraini",
        "Sekretaris Desa segera mengirimkan undangan.",
        "Genset rusak, Pak Ketut panggil tukang servis.",
        "Data belum lengkap, Bu Rina (Bendahara) cek ulang ke pedagang.",
        "Undangan disiapkan Sekretaris Desa minggu ini.",
        "Lapak dicat ulang, Pak Ketut yg beli cat.",
        "Sekretaris Desa yang menyiapkan.",
        "Daftar lapak ada di grup, @rina yang merapikan.",
        "@rina coba dulu satu lapak.",
        "Bu Rina & Pak Ketut kunjungan ke lapak, 20 Maret 2023",
        "Laporan dikumpulkan paling lambat tgl 25 oleh Bu Rina.",
        "Iuran menunggak, Bendahara menagih ke pedagang.",
        "Pak Ketut janji menyerahkan laporan 20 Maret 2023.",
        "Pak Ketut menceritakan pasar kota sebelah, dan bersedia meminjamkan tenda.",
        "Pak Ketut kenal tukang las dan akan menanyakan ongkosnya.",
        "Rina Anggraini mewakili pedagang menyanggupi dua tenda.",
        "Rina Anggraini menyatakan sanggup menambahkan dua lapak.",
        "Berkas izin akan dikirim Dinas Perikanan ke kantor desa.",
        "Kepala Desa meminta Dinas Perikanan menganggarkan timbangan.",
        "Ketua: agar Dinas Perikanan menganggarkan timbangan.",
        "Tali nanti dibelikan Pak Ketut pakai uang kas.",
        "Konsumsi: Bu Rina.",
        "Dinas Perikanan diberi waktu dua minggu untuk mendata nelayan.",
        "Dinas Perikanan harus sudah mengirim data nelayan tanggal 20 Maret.",
        "Wahid akan menyiapkan ruangan.",
        "Spanduk dicetak. PIC: Wahid",
        "Laporan harus sudah selesai, Bu Rina susun paling lambat 20 Maret 2023.",
        "Tenda belum dipesan -> Rina pesan ke toko",
        "Satpol PP tertibkan parkir di depan balai",
        "Rina nego harga ke percetakan, besok.",
        "Bu Rina catat pedagang yang menunggak",
        "Dinas Perikanan belum menunjuk petugas, agar ditunjuk 20 Maret 2023.",
        "Dinas Perikanan dipimpin Pak Ketut dan harus mendata nelayan sebelum 20 Maret 2023.",
        "Atas permintaan Kepala Desa, Dinas Perikanan mengirim data nelayan 20 Maret 2023.",
        "Dinas Perikanan tidak berkeberatan dan berkomitmen memuat data nelayan.",
        "Rina besok mampir ke percetakan.",
        "Masing-masing seksi membuat jadwal petugas.",
        "Rina nyetorin daftar harga ke Pak Ketut",
        "Kabel sudah dibeli, Bu Rina yang memasang.",
        "Pengembang berkomitmen membenahi taman.",
        "Kaum Ibu Pasar akan mengatur makan siang.",
        "Pak Ketut mendapat bagian memperbaiki mesin.",
        "Dinas Perikanan dibebani kewajiban mengganti harga.",
        "Karcis laku semua, Bu Rina yg presentasi tgl 20.",
        "Timbangan dipilih, yang beli Pak Ketut sama Bu Rina besok Minggu.",
        "Bu Rina nanti yang validasi datanya.",
        "Surat izin lapak – Pak Ketut, Rabu",
        "Daftar harga ditempel di pintu, Bu Rina & Pak Ketut, H-2.",
        "Bu Rina coba dulu di lapaknya, satu keranjang saja.",
        "Pak Ketut temui camat bawa surat, paling lama akhir bulan.",
        "Rina to double check the tariff before 20 Maret.",
        "Dinas Perikanan commits to share data harga ikan paling lambat 20 Maret.",
        "Suratnya dibikinin Bu Rina, Senin besok udah harus jadi.",
        "Video kios: Pak Ketut, kumpulin foto dari pedagang, paling lambat 20 Maret",
        "Spanduk sudah didesain, tinggal cetak → Bu Rina, tgl 20.",
        "Nanti Bu Rina menghadap camat sekali lagi.",
        "Bu Rina nanti tanya ke kelurahan.",
        "Daftar harga nanti Bu Rina tempel di pintu.",
        "Stan makanan belum ada; Pak Ketut yang menghubungi pedagang.",
        "Perpanjangan izinnya biar Sekretaris Desa yang urus.",
        "Suratnya Pak Ketut yang bikin.",
        "Daftar lapak ditulis Bu Rina dan masuk ke kantor sebelum 20 Maret.",
        "Rincian biaya ditunggu dari Bu Rina sebelum 20 Maret.",
        "Pak Ketut dipercayakan menghubungi pedagang.",
        "Pembagian lapak menjadi tugas Dr. Rina bersama Pak Ketut.",
        "Kepala Desa minta Rina bandingin dua percetakan.",
        "Dinas Perikanan kami tugaskan mencatat nelayan.",
        "Bu Rina mengakui suratnya terlambat dan segera mengirim yang baru.",
        "Lapak diperbaiki dengan gotong royong, penanggung jawab Pak Ketut dan Bu Rina.",
        "Ketut Darma diberi waktu 2 minggu mencoba timbangan baru.",
        "Pak Ketut mau bikin daftar lapak.",
        "ketut narik iuran lapak ke pedagang",
        "Pencetakan karcis dihandle Bu Rina.",
        "Perawatan timbangan ditangani Dinas Perikanan.",
        "Masa sewa akan diperpanjang oleh Dinas Perikanan sampai 30 April 2023.",
        "Ketua membuka rapat dan meminta Bendahara melaporkan kas paling lambat 20 Maret 2023.",
        "Ketua meminta Bendahara melaporkan kas.",
        "Dinas Perikanan melaksanakan pendataan lapak, hasilnya sudah terbit 20 Maret 2023.",
        "Ketua memberi arahan: Dinas Perikanan melaksanakan pendataan, laporannya sudah terbit akhir Oktober 2023.",
        "Daftar lapak disusun oleh Bu Rina, paling lambat sudah diterima camat 20 Maret 2023.",
        "Pak Ketut berkenan membawa usulan lapak ke camat.",
        "Dinas Perikanan akan kami tugaskan mencatat nelayan.",
    ],
)
def test_commits(sentence: str, known: Known) -> None:
    assert judged(sentence, known) == "commits"


@pytest.mark.parametrize(
    "sentence",
    [
        "Lomba dayung diikuti oleh Dinas Perikanan.",
        "Bu Rina: Lomba dayung akan memerlukan tiga perahu.",
        "Dinas Perikanan tidak akan mengirimkan data nelayan.",
        "Rina Anggraini sudah mencetak spanduk.",
        "laporan kas udh dikirim bu Rina tgl 8",
        "Ketut Darma telah menyerahkan laporan.",
        "Dinas Perikanan belum mengirimkan data nelayan.",
        "Rina Anggraini menyampaikan bahwa pasar sepi.",
        "Pasar ramai pada hari Minggu.",
        "Ketut Darma menjelaskan pembagian lapak.",
        "Apakah Dinas Perikanan akan mengirim data nelayan?",
        "Lapak dibagi karena Dinas Perikanan akan membongkar gudang.",
        "Rapat akan dilanjutkan pekan depan.",
        "Spanduk akan dicetak.",
        "Setuju.",
        "Rina minta Dinas Perikanan diberi waktu mendata nelayan.",
        "Dinas Perikanan (Ibu Rina)",
        "Para pihak akan menambah pertanyaan.",
        "Wahid siapkan ruangan.",
        "Rina mengingatkan laporan jatuh tempo 20 Maret 2023.",
        "Sambutan oleh Ketut Darma.",
        "Ujian dua hari, pengawas silang antar kelas.",
        "Dinas Perikanan mohon pengertian pedagang.",
        "Lapak timur ramai, Pak Ketut mulai pukul lima pagi.",
        "Kepala Desa meminta Dinas Perikanan dilibatkan.",
        "Pak Ketut menjelaskan lapak penuh tapi akan kena denda.",
        "Pak Ketut menjelaskan bahwa lapak penuh dan akan mengganggu jalan.",
        "Pak Ketut belum bersedia.",
        "Akan dibentuk Panitia Pasar.",
        "Tarif mengikuti angka yang disusun Dinas Perikanan.",
        "Dinas Perikanan meminta dua tenda paling lambat 20 Maret 2023.",
        "Uji mutu oleh Dinas Perikanan dijadwalkan 20 Maret 2023.",
        "Rina Anggraini berbagi pengalaman:",
        "Bu Rina ke kota 20-22 Maret, urusan lewat Pak Ketut",
        "Ketut selesai magang 31 Maret.",
        "Pak Ketut yang sakit tgl 10, sekarang membaik.",
        "Kalau tidak, Pak Ketut akan menutup lapak.",
        "Dinas Perikanan biasanya menjawab dalam 30 hari.",
        "Dinas Perikanan sering harus menjemput data ke desa.",
        "Petugas lapak sering lupa kirim data.",
        "Data nelayan kabarnya akan diunggah Dinas Perikanan minggu ini.",
        "Panduan harus ditandatangani Kepala Desa sebelum dipakai.",
        "Dinas Perikanan akan sangat membantu.",
        "Dinas Perikanan berencana memindahkan pasar pada bulan Maret.",
        "Bu Rina bersedia kalau tidak ada calon lain.",
        "Surat untuk Pak Ketut yang mengurus pasar hilang.",
        "Sebelum mulai dibacakan notulen rapat tanggal 9 Februari 2023.",
        "Ketut Darma diberi waktu 5 menit membacakan puisi.",
        "Perki 1 Tahun 2021 mewajibkan Dinas Perikanan mengumumkan data.",
        "Pak Ketut bersedia, minta dijemput.",
        "Daftar harga baru dikirim Dinas Perikanan hari ini.",
        "Dinas Perikanan sedang menyiapkan data nelayan.",
        "Rina memberitahukan bahwa pasar libur 20 Maret 2023.",
        "Kepala Desa berpesan kepada Dinas Perikanan agar selalu menjaga mutu.",
        "Ketut Darma memberikan masukan atas daftar harga.",
        "Keduanya akan ia tagih langsung.",
        "Yang sudah setor: Bu Rina, Pak Ketut.",
        "Tanya jawab: Bu Rina (loket) mengusulkan nomor antrian.",
        "Rina sudah minta Dinas Perikanan mengecek lapak.",
        "Perawatan timbangan selesai ditangani Dinas Perikanan.",
        "Dinas Perikanan melaksanakan pendataan lapak, hasilnya sudah terbit 20 Februari 2023.",
        "Dinas Perikanan sudah melaksanakan pendataan lapak, hasilnya dibahas 20 Maret 2023.",
        "Masa sewa diperpanjang oleh Dinas Perikanan sampai dengan 30 April 2023.",
        "Ketua membuka rapat dan meminta Bendahara melaporkan kas.",
        "Pak Ketut mengawali pertemuan lalu meminta Rina Anggraini memaparkan harga ikan.",
        "Di sana Dinas Perikanan mendata lapak dalam 3 hari.",
        "Di desa sebelah Dinas Perikanan mendata lapak dalam 3 hari.",
        "Notulen ditulis Dinas Perikanan.",
        "Pemilik kebun kemaren ditemui Pak Ketut, masih menunggu jawaban.",
        "Kepada Dinas Perikanan, Kepala Desa meminta penjelasan soal lapak.",
        "Kepada Dinas Perikanan, warga meminta daftar harga.",
        "Kepada pedagang, Kepala Desa meminta maaf.",
        "Pak Ketut biasanya antar es ke lapak.",
        "Dinas Perikanan janji pasang lampu, nyatanya gelap.",
        "Dinas Perikanan berjanji mengirim timbangan, sampai sekarang belum datang.",
        "Bu Rina mengingatkan janji Dinas Perikanan untuk membangun lapak yang belum terlaksana.",
        "Pasal 7 mewajibkan Dinas Perikanan mendata lapak.",
        "Kita semua wajib menjaga lapak.",
        "Dinas Perikanan awalnya bersedia memindahkan lapak.",
        "Dinas Perikanan wajib mengirim data paling lambat 5 April 2023, demikian bunyi pasal 3.",
        "Apabila air naik, Dinas Perikanan akan menutup dermaga seperti biasanya.",
        "Pada rapat yang lalu Dinas Perikanan diminta mendata lapak.",
    ],
)
def test_tells(sentence: str, known: Known) -> None:
    assert judged(sentence, known) == "tells"


@pytest.mark.parametrize(
    "sentence",
    [
        "Semoga pasar ini dapat ramai.",
        "Diharapkan pedagang menjaga kebersihan lapak.",
        "Lapak timur perlu diberi atap.",
        "Sebaiknya iuran dibayar di muka.",
        "Dinas Perikanan dapat membantu pendataan nelayan.",
        "Rina berharap spanduk dicetak besar.",
        "Pak Ketut mau pindah lapak.",
        "Dinas Perikanan mau bikin daftar lapak.",
    ],
)
def test_suggests(sentence: str, known: Known) -> None:
    assert judged(sentence, known) == "suggests"


def test_a_weak_word_with_a_deadline_commits(known: Known) -> None:
    sentence = "Dinas Perikanan perlu mengirimkan data nelayan paling lambat 20 Maret 2023."
    assert judged(sentence, known) == "commits"


def test_a_rule_without_a_deadline_is_no_task(known: Known) -> None:
    assert judged("Ketut Darma harus memakai seragam.", known) != "commits"


def test_a_bracket_names_an_owner_only_in_a_list(known: Known) -> None:
    assert judged("Mencetak spanduk pasar (Rina Anggraini)", known, item=False) != "commits"


def test_who_is_to_do_it_on_a_day(known: Known) -> None:
    assert judged("Untuk izin jalan, Pak Ketut yg ngadep ke kelurahan besok.", known, item=False) == "commits"
    assert judged("Pak Ketut yg ngadep ke kelurahan.", known, item=False) == "commits"
    assert judged("Pak Ketut yg sudah ngadep ke kelurahan.", known, item=False) != "commits"


def test_aside_only_a_clause_commits(known: Known) -> None:
    assert judged("Mencetak spanduk pasar (Rina Anggraini)", known, aside=True) != "commits"
    assert judged("Dinas Perikanan akan mengirimkan data nelayan.", known, aside=True) == "commits"


@pytest.mark.parametrize(
    ("decision", "expected"),
    [
        ("Dinas Perikanan akan mengirimkan timbangan.", True),
        ("Rina Anggraini mencetak spanduk.", True),
        ("Spanduk dicetak oleh Rina Anggraini.", True),
        ("Mencetak spanduk (PIC: Rina Anggraini)", True),
        ("Iuran naik menjadi lima ribu rupiah.", False),
        ("Rapat akan dilanjutkan bulan depan.", False),
        ("Dinas Perikanan mendukung usulan ini.", False),
        ("Rina Anggraini sudah mencetak spanduk.", False),
        ("Rina Anggraini ditetapkan sebagai ketua panitia.", False),
        ("Dinas Perikanan tidak mengirim petugas.", False),
        ("Dinas Perikanan berkantor di balai desa.", False),
        ("Disepakati pendataan memakai ponsel.", False),
        ("Panitia Pasar Malam: Ketua Pak Ketut, Sekretaris Bu Rina, Bendahara Pak Gede.", False),
        ("Ketua RT 1 sampai dengan 6 mengunggah data warga.", True),
        ("Setiap partner wajib mengunggah laporan.", True),
        ("Panitia dibentuk, ketua panitia ditetapkan Pak Ketut, sekretaris Bu Rina.", False),
        ("Pak Ketut ditunjuk sebagai ketua panitia.", False),
        ("Ketua panitia: Pak Ketut", False),
        ("Tim lomba diketuai Pak Ketut.", False),
        ("Susunan panitia: Ketua Pak Ketut, Bendahara Bu Rina", False),
        ("Bu Rina ditunjuk sebagai bendahara dan mengumpulkan iuran.", True),
        ("Dinas Perikanan menjadi tuan rumah dan membuat undangan.", True),
        ("Dinas Perikanan menjadi mitra dan mendukung acara.", False),
        ("Petugas lapak diutamakan warga sekitar.", False),
        ("BUMDesa menyusun rencana usaha.", True),
        ("Kepala Desa memberikan persetujuan atas usul itu.", False),
        ("Dinas Perikanan bersedia menjadi tuan rumah pada 20 Maret 2023.", True),
        ("Pengurus baru dengan susunan: Ketua Pak Ketut, Bendahara Bu Rina", False),
        ("Bu Rina menambahkan bahwa lapak ikan tinggal dua.", False),
        ("Bu Rina menambahkan dua lapak ikan.", True),
        ("Bu Rina mengusulkan lapak ikan dipindahkan ke timur.", False),
        ("Bu Rina mengusulkan agar lapak ikan ditutup.", False),
        ("Bu Rina mengusulkan pemasangan lampu kepada Dinas Perikanan.", True),
        ("Dinas Perikanan sosialisasi jam lelang.", True),
        ("Dinas Perikanan perbaikan lampu lapak, Bu Rina mengawasi.", True),
        ("Dinas Perikanan perbaikan lampu lapak, dermaga sudah terang.", False),
        ("Dinas Perikanan penyuluhan di pasar, diikuti 40 nelayan.", False),
        ("Dinas Perikanan penertiban lapak, 12 lapak dibongkar.", False),
    ],
)
def test_decisions(decision: str, expected: bool, known: Known) -> None:
    due = find_due(decision, known.lexicon, known.day, known.events)
    verdict = Commitments(known).of_decision(decision, due)
    assert (verdict.name == "COMMITS") is expected


@pytest.mark.parametrize(
    ("sentence", "done"),
    [
        ("Lapak timur sudah diukur Bu Rina.", True),
        ("Karcis telah dicetak Dinas Perikanan.", True),
        ("Karcis telah dicetak Dinas Perikanan dan akan dibagikan besok.", False),
        ("Data lapak harus sudah diisi Bu Rina sebelum 20 Maret 2023.", False),
        ("Karcis dicetak Bu Rina.", False),
    ],
)
def test_what_somebody_has_done_is_told_as_done(sentence: str, done: bool, known: Known) -> None:
    owners = find_owners(sentence, known, section=False)
    assert Commitments(known).told_as_done(sentence, owners) is done


@pytest.mark.parametrize(
    ("sentence", "commits"),
    [
        ("Pak Ketut biasanya ngecat lapak H+7", False),
        ("Dinas Perikanan menyiapkan karcis, biasanya tanpa diminta.", False),
        ("Bu Rina: izin lapak harus ke kantor camat", False),
        ("Bu Rina: Pak Ketut masih harus kirim daftar ke camat, janji 20 Maret 2023", True),
        ("Desa tetangga akan membangun dermaga.", False),
        ("Dinas Perikanan akan membantu desa tetangga mendata nelayan.", True),
        ("Dinas Perikanan pada rapat Januari menyanggupi perbaikan dermaga.", False),
        ("Dinas Perikanan akan melaporkan hasilnya pada rapat April.", True),
        ("Dinas Perikanan sedang memperbaiki dermaga sampai 20 Maret 2023.", False),
        ("Bu Rina share pengalaman mengurus izin lapak", False),
        ("Bu Rina share daftar lapak ke grup", True),
        ("Pak Ketut menjajaki peminjaman tenda di kecamatan", True),
        ("Bu Rina pensiun 20 Maret 2023", False),
        ("Kepala Desa bilang desa tidak berwenang memungut; itu tugas Dinas Perikanan.", False),
        ("Memungut karcis itu tugas Dinas Perikanan.", True),
        ("Pemerintah akan menaikkan iuran 20 Maret 2023.", False),
        ("Seandainya dana cair, Dinas Perikanan akan membeli timbangan.", False),
        ("Kalau dana cair, Dinas Perikanan akan membeli timbangan.", True),
        ("Tahun lalu Dinas Perikanan diminta mengirim data.", False),
        ("Tahun lalu Dinas Perikanan diminta mendata, tahun ini Dinas Perikanan akan mendata lagi.", True),
        ("Minggu lalu Bu Rina berjanji merekap kas.", False),
        ("Rekap kas dijanjikan selesai oleh Bu Rina.", True),
        ("Bu Rina mengiyakan ketika diminta merekap kas.", True),
        ("Bu Rina mengiyakan usul itu.", False),
        ("Tugas menagih jatuh ke Bu Rina.", True),
        ("Giliran ronda jatuh pada hari Sabtu.", False),
    ],
)
def test_what_is_told_of_others_of_habit_or_of_things(sentence: str, commits: bool, known: Known) -> None:
    assert (judged(sentence, known) == "commits") is commits


@pytest.mark.parametrize(
    "decision",
    [
        "Sengketa lapak dipicu pukat nelayan.",
        "Pak Ketut pengalaman tiga kali jadi juri",
        "Bu Rina minggu lalu sudah menyetor iuran.",
        "Dinas Perikanan menjuarai lomba lapak bersih.",
        "Bu Rina: izin lapak harus ke kantor camat",
    ],
)
def test_what_decisions_only_tell(decision: str, known: Known) -> None:
    due = find_due(decision, known.lexicon, known.day, known.events)
    assert Commitments(known).of_decision(decision, due).name == "TELLS"
