"""``notula review``: its help, and why the page cannot be served."""

REVIEW_COMMAND: dict[str, tuple[str, str]] = {
    "review.help": ("buka halaman peninjauan di peramban", "open the review page in a browser"),
    "review.folder": (
        "folder hasil `notula run` (bawaan: outputs)",
        "folder of results of `notula run` (default: outputs)",
    ),
    "review.port": ("porta (bawaan: 8765, atau yang bebas berikutnya)", "port (default: 8765, or the next free one)"),
    "review.no_open": ("jangan buka peramban", "do not open a browser"),
    "review.source": (
        "folder berkas asal, bila tidak tercatat",
        "folder of the source files, where it is not on record",
    ),
    "review.host": (
        "alamat untuk didengarkan (bawaan: 127.0.0.1; alamat lain memerlukan --token)",
        "address to listen on (default: 127.0.0.1; another one needs --token)",
    ),
    "review.token": (
        "token akses untuk alamat lain (atau variabel NOTULA_TOKEN), sedikitnya 16 huruf",
        "access token for another address (or the variable NOTULA_TOKEN), at least 16 characters",
    ),
    "review.running": (
        "Halaman peninjauan: {url}\nTekan Ctrl-C untuk berhenti; semua keputusan sudah tersimpan.",
        "Review page: {url}\nPress Ctrl-C to stop; all decisions are saved already.",
    ),
    "usage.review_token": (
        "Alamat {host} dapat dibuka dari luar komputer ini: beri token sedikitnya 16 huruf dengan --token atau "
        "NOTULA_TOKEN",
        "{host} can be opened from outside this computer: give a token of at least 16 characters with --token or "
        "NOTULA_TOKEN",
    ),
    "usage.review_port": ("Porta {port} tidak dapat dipakai: {reason}", "Port {port} cannot be used: {reason}"),
    "usage.review_host": ("Alamat {host} tidak dapat dipakai: {reason}", "Address {host} cannot be used: {reason}"),
    "noinput.results": (
        "Tidak ada folder hasil {path}; jalankan `notula run` lebih dahulu",
        "There is no folder of results {path}; run `notula run` first",
    ),
}
