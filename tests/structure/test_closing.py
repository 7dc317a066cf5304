"""Closing sentences, announcements of the next meeting, signatures."""

import pytest

from notula.pipeline.structure.closing import closes, signs


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Rapat ditutup pukul 16.00 WIB oleh ketua.", id="rapat-ditutup"),
        pytest.param("Rapat di tutup dengan doa", id="di-tutup"),
        pytest.param("Rapat bubar 20.30", id="rapat-bubar"),
        pytest.param("selesai jam 15.30", id="only-the-time"),
        pytest.param("Acara selesai pukul 12.00.", id="acara-selesai"),
        pytest.param("Musyawarah warga diakhiri dengan doa.", id="word-between"),
        pytest.param("Demikian notula ini dibuat.", id="demikian"),
        pytest.param("Demikianlah berita acara ini dibuat.", id="demikianlah"),
        pytest.param("Rapat berikutnya hari Senin, 3 Juni 2024", id="next-meeting"),
        pytest.param("Pertemuan selanjutnya dijadwalkan pekan depan", id="next-pertemuan"),
        pytest.param("Rapat koordinasi kedua akan dilaksanakan pada 4 Juli 2024.", id="will-be-held"),
        pytest.param("  sidang berakhir", id="blanks-before"),
        pytest.param("Oleh karena tidak ada hal lain yang dibicarakan, ketua menutup rapat.", id="nothing-more"),
        pytest.param("Wassalamualaikum wr. wb.", id="greeting"),
        pytest.param("Rapat ke-4: Minggu, 1 Desember", id="numbered-next-meeting"),
        pytest.param("rapat maneh minggu ngarep", id="javanese"),
        pytest.param("Dicatat oleh Dodi", id="note-taker"),
        pytest.param("rangkuman by Dodi, kabari kalau ada yang salah", id="who-summed-up"),
        pytest.param("Tutup jam 21.30.", id="closed-at"),
        pytest.param("On Tue, May 7, 2024 at 9:12 AM Rani Utami wrote:", id="a-mail-that-is-answered"),
        pytest.param("Pada Sel, 7 Mei 2024 pukul 09.12 Rani Utami menulis:", id="such-a-mail-in-indonesian"),
        pytest.param("Kopdar selanjutnya Ahad, 5 Mei", id="next-kopdar"),
        pytest.param("Majelis bersidang lagi pada hari Kamis, 6 Juni 2024.", id="meets-again-on-a-day"),
        pytest.param("Dewan pengurus akan berkumpul kembali minggu depan.", id="meets-again-next-week"),
        pytest.param("Tim rapat lagi Senin 3 Juni", id="meets-again-bare-weekday"),
        pytest.param("Salam hangat,", id="a-mail-signed-off"),
        pytest.param("Terima kasih,", id="thanks-at-the-end"),
        pytest.param("--", id="over-a-mails-signature"),
    ],
)
def test_closes(text: str) -> None:
    assert closes(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Rapat dibuka pukul 09.00 WIB.", id="opens"),
        pytest.param("Jalan desa ditutup selama perbaikan.", id="something-else-closed"),
        pytest.param("Selesai jam 15.30 dan diserahkan ke Rani", id="a-task-by-its-time"),
        pytest.param("Usulan warga telah selesai dibahas.", id="topic-finished"),
        pytest.param("Rapat membahas iuran.", id="discusses"),
        pytest.param("Terima kasih, Pak Dodi, atas bantuannya.", id="thanks-somebody"),
        pytest.param("Panitia bertemu lagi hari Selasa dengan pemasok tenda.", id="meets-somebody-else"),
        pytest.param("Ketua bertemu kembali dengan Camat", id="meets-again-without-a-day"),
        pytest.param("Warga berkumpul lagi minggu lalu dan setuju", id="met-again"),
        pytest.param("Salam pembuka", id="a-greeting-on-the-agenda"),
        pytest.param("-- belum ada kabar", id="two-dashes"),
        pytest.param("Demikian " + "pula " * 100, id="too-long"),
        pytest.param("", id="nothing"),
    ],
)
def test_does_not_close(text: str) -> None:
    assert not closes(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Mengetahui,", id="mengetahui"),
        pytest.param("Mengetahui/Menyetujui", id="mengetahui-menyetujui"),
        pytest.param("Disahkan oleh:", id="disahkan"),
        pytest.param("Notulis,", id="notulis"),
        pytest.param("Ketua Rapat", id="ketua-rapat"),
        pytest.param("Pimpinan Rapat\tNotulis", id="two-signers"),
        pytest.param("Ketua Komite Mutu,\tNotulen,", id="two-offices"),
        pytest.param("Kepala Puskesmas\tNotulen", id="two-offices-without-commas"),
        pytest.param("Hormat kami,", id="hormat-kami"),
        pytest.param("Sukamaju, 4 Maret 2024", id="place-date"),
        pytest.param("Kota Baru, tanggal 14 Mei 2024", id="two-words-place"),
        pytest.param("Sukamaju, 4 Maret 2024\tNotulis", id="place-date-tab"),
        pytest.param("Sukamaju, 4 Maret 2024 Notulis", id="place-date-signer"),
        pytest.param("Disiapkan oleh: Wulan Sari Disetujui: Ketua", id="two-labels"),
    ],
)
def test_signs(text: str) -> None:
    assert signs(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Senin, 4 Maret 2024 pukul 09.00 di aula", id="date-with-more"),
        pytest.param("Rapat, 4 Maret 2024", id="meeting-date"),
        pytest.param("Ketua menyampaikan laporan keuangan", id="office-speaks"),
        pytest.param("Notulis: Wulan Sari", id="labelled-note-taker"),
        pytest.param("Dodi akan mengetahui hasilnya", id="verb-inside"),
        pytest.param("Disiapkan oleh: Wulan Sari", id="who-does-it"),
        pytest.param("Warga sukamaju, 4 Maret 2024", id="small-letters"),
        pytest.param("", id="nothing"),
    ],
)
def test_does_not_sign(text: str) -> None:
    assert not signs(text)
