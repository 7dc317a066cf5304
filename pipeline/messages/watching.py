"""``notula watch``."""

WATCHING: dict[str, tuple[str, str]] = {
    "watch.help": ("pantau folder dan baca berkas yang masuk", "watch folders and read the files that come in"),
    "watch.dirs": ("folder yang dipantau", "a folder to watch"),
    "watch.settle": (
        "baca berkas setelah sekian detik tidak berubah (bawaan: 5)",
        "read a file once it has not changed for so many seconds (default: 5)",
    ),
    "watch.every": ("lihat isi folder setiap sekian detik (bawaan: 2)", "look every so many seconds (default: 2)"),
    "watch.until_idle": (
        "berhenti setelah semua yang ada terbaca", "end once all that is there has been read",
    ),
    "watch.began": ("Memantau {names}. Ctrl-C mengakhiri.", "Watching {names}. Ctrl-C ends it."),
    "watch.read": (
        "{path}: {status}, {meetings} rapat, {follow_ups} tindak lanjut, {to_review} perlu ditinjau",
        "{path}: {status}, {meetings} meetings, {follow_ups} follow-ups, {to_review} to review",
    ),
    "watch.gone": ("Folder {path} hilang; menunggu folder itu kembali.", "The folder {path} is gone; waiting for it."),
    "watch.back": ("Folder {path} ada lagi.", "The folder {path} is back."),
    "watch.busy": (
        "Folder hasil {path} sedang dipakai notula yang lain; menunggu sampai selesai.",
        "Another notula is using the output folder {path}; waiting for its end.",
    ),
    "noinput.no_folder": ("{path} bukan folder", "{path} is no folder"),
}  # fmt: skip
