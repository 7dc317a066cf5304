"""The words of the command line itself, and what argparse says of a wrong call."""

COMMAND_LINE: dict[str, tuple[str, str]] = {
    "cli.usage": ("pemakaian: ", "usage: "),
    "cli.commands": ("perintah", "commands"),
    "cli.command": ("PERINTAH", "COMMAND"),
    "cli.arguments": ("argumen", "arguments"),
    "cli.options": ("opsi", "options"),
    "cli.about": (
        "Membaca notula rapat (PDF, DOCX, teks) menjadi JSON terstruktur beserta buktinya, tanpa jaringan.",
        "Reads Indonesian meeting minutes (PDF, DOCX, text) into structured JSON with evidence, offline.",
    ),
    "cli.epilog": (
        "Kode keluar: 0 semua berhasil, 1 sebagian dokumen gagal, 2 pemakaian salah, 3 tidak ada masukan, "
        "4 keluaran tidak dapat ditulis, 5 folder hasil sedang dipakai, 6 pembaca tidak dapat dijalankan, "
        "7 penerima tidak menerima kiriman, 130 dihentikan.",
        "Exit codes: 0 all went well, 1 some documents failed, 2 wrong use, 3 no input, 4 output cannot be written, "
        "5 the output folder is in use, 6 no reader can be started, 7 a receiver did not take what was posted, "
        "130 interrupted.",
    ),
    "cli.help": ("tampilkan bantuan ini", "show this help"),
    "cli.version": ("tampilkan versi", "show the version"),
    "cli.lang": ("bahasa pesan dan bantuan (bawaan: id)", "language of messages and help (default: id)"),
    "cli.model": ("model keyakinan buatan sendiri (`notula train`)", "a confidence model of your own (`notula train`)"),
    "cli.no_ocr": ("jangan baca halaman hasil pindai dengan OCR", "do not read scanned pages by OCR"),
    "cli.password": (
        "kata sandi untuk berkas yang terlindungi; boleh diulang (terlihat di daftar proses)",
        "a password for protected files; may be repeated (it shows in the list of processes)",
    ),
    "cli.password_file": (
        "berkas berisi daftar kata sandi untuk dicoba, satu per baris",
        "a file of passwords to try, one a line",
    ),
    "cli.lexicon": ("berkas TOML berisi kata tambahan", "TOML file with words of your own"),
    "cli.error": ("kesalahan dalam program: {kind}: {reason}", "error in the program: {kind}: {reason}"),
    "cli.unknown_lang": (
        "NOTULA_LANG={value} tidak dikenal (id atau en); dipakai id",
        "NOTULA_LANG={value} is unknown (id or en); id is used",
    ),
    "cli.debug": ("NOTULA_DEBUG=1 menampilkan rinciannya.", "NOTULA_DEBUG=1 shows the details."),
    "argparse.required": ("argumen berikut wajib diisi: {rest}", "the following arguments are required: {rest}"),
    "argparse.unknown": ("argumen tidak dikenal: {rest}", "unrecognized arguments: {rest}"),
    "argparse.choice": (
        "argumen {name}: {value} bukan pilihan (pilih dari {rest})",
        "argument {name}: invalid choice: {value} (choose from {rest})",
    ),
    "argparse.one": ("argumen {name}: perlu satu nilai", "argument {name}: expected one argument"),
    "wanted.int": ("bilangan bulat", "a whole number"),
    "wanted.positive": ("bilangan bulat mulai 1", "a whole number from 1 on"),
    "wanted.positive_number": ("bilangan di atas 0", "a number over 0"),
    "wanted.megabytes": ("bilangan bulat mulai 300", "a whole number from 300 on"),
    "wanted.seconds": ("bilangan di atas 0, paling banyak 3600", "a number over 0, 3600 at most"),
    "wanted.port": ("0 sampai 65535", "0 to 65535"),
    "wanted.page": ("nama berkas .html", "the name of an .html file"),
    "wanted.engine": ("local atau dask://HOST:PORT", "local or dask://HOST:PORT"),
    "argparse.wanted": (
        "argumen {name}: nilai salah: {rest} (yang diharapkan: {wanted})",
        "argument {name}: invalid value: {rest} (expected: {wanted})",
    ),
    "argparse.value": ("argumen {name}: nilai salah: {rest}", "argument {name}: invalid value: {rest}"),
    "schema.help": ("cetak JSON Schema hasil", "print the JSON Schema of the results"),
    "schema.of": ("apa yang dijelaskan (bawaan: result)", "what to describe (default: result)"),
}  # fmt: skip
