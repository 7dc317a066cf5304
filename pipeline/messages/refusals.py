"""The review store: what cannot be done and why."""

REFUSALS: dict[str, tuple[str, str]] = {
    "noinput.no_store": (
        "Belum ada data tinjauan di {path}. Jalankan `notula review` lebih dulu.",
        "There is no review store in {path} yet. Run `notula review` first.",
    ),
    "store.foreign": (
        "{path} bukan data tinjauan Notula; berkas itu tidak diubah.",
        "{path} is no review store of Notula; it was left as it is.",
    ),
    "store.newer": (
        "{path} ditulis oleh Notula versi lebih baru. Perbarui Notula.",
        "{path} was written by a newer version of Notula. Update Notula.",
    ),
    "store.busy": (
        "{path} sedang dipakai proses lain. Coba lagi.",
        "{path} is in use by another process. Try again.",
    ),
    "store.damaged": (
        "Data tinjauan {path} rusak ({reason}). Pulihkan dari cadangan, atau pindahkan berkas itu.",
        "The review store {path} is damaged ({reason}). Restore a backup, or move the file away.",
    ),
    "store.trouble": (
        "Data tinjauan {path} tidak dapat dibaca atau ditulis: {reason}",
        "The review store {path} cannot be read or written: {reason}",
    ),
    "decision.unknown": ("Butir {id} tidak ada.", "There is no item {id}."),
    "decision.stale": (
        "Butir ini sudah diubah oleh {who}; periksa kembali sebelum menyimpan.",
        "{who} has changed this item meanwhile; look again before you save.",
    ),
    "decision.nothing": ("Tidak ada keputusan yang dapat dibatalkan.", "There is no decision to take back."),
    "decision.nothing_again": ("Tidak ada pembatalan yang dapat diulang.", "There is nothing to do again."),
    "decision.field": (
        "Isian `{field}` tidak ada pada butir jenis ini.",
        "An item of this kind has no field `{field}`.",
    ),
    "decision.empty": ("Isian `{field}` tidak boleh kosong.", "The field `{field}` must not be empty."),
    "decision.date": ("Bukan tanggal (TTTT-BB-HH): {value}", "Not a date (YYYY-MM-DD): {value}"),
    "decision.evidence": (
        "Kutipan tidak sama dengan teks sumber pada posisi itu.",
        "The quote is not what the source text says there.",
    ),
    "decision.pieces": ("Pemecahan butuh paling sedikit dua bagian.", "A split needs two pieces at least."),
    "decision.others": (
        "Penggabungan butuh butir lain dari rapat yang sama.",
        "A merge needs other items of the same meeting.",
    ),
    "decision.header": ("Tidak berlaku untuk kepala notula.", "Not possible for a meeting's header."),
    "decision.list": ("Daftar ini tidak dapat dituju.", "Items cannot be put into this list."),
    "decision.no_follow_up": ("Butir ini bukan tindak lanjut.", "This item is no follow-up."),
    "decision.no_conflict": ("Tidak ada perbedaan yang perlu diputuskan.", "There is no conflict to settle."),
    "decision.who": ("Nama peninjau belum diisi.", "The reviewer's name is missing."),
}
