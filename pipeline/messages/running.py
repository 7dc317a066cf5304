"""``notula run``: help, the summary, and trouble with its inputs and outputs."""

RUNNING: dict[str, tuple[str, str]] = {
    "usage.lexicon": (
        "Berkas leksikon {path} tidak dapat dipakai: {reason}",
        "The lexicon file {path} cannot be used: {reason}",
    ),
    "run.help": ("baca berkas dan folder menjadi JSON", "read files and folders into JSON"),
    "run.paths": ("berkas atau folder (dengan isinya)", "a file or a folder (with all that is in it)"),
    "run.output": ("folder hasil (bawaan: outputs)", "folder of the results (default: outputs)"),
    "run.quiet": ("hanya tampilkan kegagalan", "show nothing but failures"),
    "report.file": ("berkas", "file"),
    "report.status": ("status", "status"),
    "report.meetings": ("rapat", "meetings"),
    "report.follow_ups": ("tindak lanjut", "follow-ups"),
    "report.to_review": ("perlu ditinjau", "to review"),
    "report.note": ("keterangan", "note"),
    "report.ok": ("berhasil", "ok"),
    "report.partial": ("sebagian", "partial"),
    "report.failed": ("gagal", "failed"),
    "report.hidden": ("(dan {count} berkas yang berhasil)", "(and {count} files that went well)"),
    "report.totals": (
        "{files} berkas: {ok} berhasil, {partial} sebagian, {failed} gagal. "
        "{meetings} rapat, {follow_ups} tindak lanjut, {to_review} perlu ditinjau.",
        "{files} files: {ok} ok, {partial} partial, {failed} failed. "
        "{meetings} meetings, {follow_ups} follow-ups, {to_review} to review.",
    ),
    "report.skipped": ("Dilewati, jenis tidak dikenal ({count}): {names}", "Left out, unknown kind ({count}): {names}"),
    "report.interrupted": ("Dihentikan sebelum selesai.", "Interrupted before the end."),
    "report.where": ("Hasil: {path} (ringkasan per berkas: {manifest})", "Results: {path} (by file: {manifest})"),
    "noinput.missing": ("Tidak ada berkas atau folder {path}", "There is no file or folder {path}"),
    "noinput.nothing": ("Tidak ada notula yang dapat dibaca di {path}", "There are no minutes to read in {path}"),
    "usage.output_is_input": (
        "Folder hasil {path} sama dengan folder masukan; pilih folder lain dengan -o",
        "The output folder {path} is the input folder; choose another with -o",
    ),
    "usage.output_over_input": (
        "Hasil akan menimpa berkas masukan {path}; pilih folder lain dengan -o",
        "A result would overwrite the input file {path}; choose another folder with -o",
    ),
    "usage.same_names": (
        "Beberapa masukan bernama sama ({path}); jalankan satu per satu",
        "Several inputs have the same name ({path}); run them one by one",
    ),
    "output.stdout": ("Tidak dapat menulis ke keluaran standar: {reason}", "Cannot write to standard output: {reason}"),
    "output.write": ("Tidak dapat menulis {path}: {reason}", "Cannot write {path}: {reason}"),
}  # fmt: skip
