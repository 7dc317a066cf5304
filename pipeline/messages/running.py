"""``notula run``: help, the summary, and trouble with its inputs and outputs."""

RUNNING: dict[str, tuple[str, str]] = {
    "usage.passwords": (
        "Daftar kata sandi {path} tidak dapat dibaca: {reason}",
        "The list of passwords {path} cannot be read: {reason}",
    ),
    "usage.lexicon": (
        "Berkas leksikon {path} tidak dapat dipakai: {reason}",
        "The lexicon file {path} cannot be used: {reason}",
    ),
    "run.help": ("baca berkas dan folder menjadi JSON", "read files and folders into JSON"),
    "run.paths": (
        "berkas, folder (dengan isinya), pola (*.pdf), URL (s3://...), atau @daftar",
        "a file, a folder (with all that is in it), a pattern (*.pdf), a URL (s3://...), or @list",
    ),
    "run.output": (
        "folder hasil, atau URL-nya (bawaan: outputs)", "folder of the results, or its URL (default: outputs)",
    ),
    "run.state": (
        "folder di komputer ini untuk catatan kerja, bila hasil ke URL (bawaan: folder pengguna)",
        "a folder of this machine that remembers what is done, where results go to a URL (default: one of the user's)",
    ),
    "run.recursive": (
        "baca juga isi subfolder (bawaan: ya)", "read the folders inside of folders, too (default: yes)",
    ),
    "run.force": ("baca ulang semuanya, juga yang tidak berubah", "read everything anew, unchanged files too"),
    "run.retry_failed": ("coba lagi berkas yang gagal sebelumnya", "try again what failed before"),
    "run.log_format": (
        "json: kejadian sebagai baris JSON di galat standar", "json: events as JSON lines on standard error",
    ),
    "run.workers": (
        "banyaknya dokumen yang dibaca bersamaan (bawaan: menurut komputer)",
        "how many documents are read at once (default: by the machine)",
    ),
    "run.engine": (
        "tempat dokumen dibaca: local (bawaan) atau klaster Dask, dask://HOST:PORT",
        "where documents are read: local (default) or a Dask cluster, dask://HOST:PORT",
    ),
    "run.stall_limit": (
        "batas detik tanpa kemajuan per dokumen (bawaan: 60)",
        "seconds a document may go without progress (default: 60)",
    ),
    "run.total_limit": (
        "batas detik seluruhnya per dokumen (bawaan: 600)", "seconds a document may take in all (default: 600)",
    ),
    "run.memory_limit": (
        "batas memori per dokumen dalam MB (bawaan: 1000, paling sedikit 300: pustakanya sendiri perlu sekitar itu)",
        "memory a document may take, in MB (default: 1000, at least 300: libraries alone need about that)",
    ),
    "run.recycle_after": (
        "ganti proses pembaca setelah sekian dokumen (bawaan: 1000)",
        "replace a reading process after so many documents (default: 1000)",
    ),
    "run.report": (
        "tempat laporan HTML (bawaan: laporan.html di folder hasil)",
        "where the HTML report goes (default: laporan.html in the output folder)",
    ),
    "run.no_report": ("jangan buat laporan HTML", "make no HTML report"),
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
    "report.more": (
        "(dan {count} berkas bermasalah lagi; lihat manifest)", "(and {count} more with trouble; see the manifest)",
    ),
    "report.codes": ("Gagal menurut sebab: {codes}", "Failed by cause: {codes}"),
    "report.unchanged": (
        "Tidak berubah, tidak dibaca lagi: {count}", "Unchanged, not read again: {count}",
    ),
    "report.same": (
        "Isi sama dengan berkas lain, dibaca sekali: {count}", "Same bytes as another file, read once: {count}",
    ),
    "report.retried": ("Dicoba dua kali: {count}", "Tried twice: {count}"),
    "report.slowest": ("Paling lama: {names}", "Slowest: {names}"),
    "report.time": ("Waktu: {time}", "Time: {time}"),
    "progress.pace": ("{rate}/dtk, sisa {left}", "{rate}/s, {left} left"),
    "report.totals": (
        "{files} berkas: {ok} berhasil, {partial} sebagian, {failed} gagal. "
        "{meetings} rapat, {follow_ups} tindak lanjut, {to_review} perlu ditinjau.",
        "{files} files: {ok} ok, {partial} partial, {failed} failed. "
        "{meetings} meetings, {follow_ups} follow-ups, {to_review} to review.",
    ),
    "report.skipped": ("Dilewati, jenis tidak dikenal ({count}): {names}", "Left out, unknown kind ({count}): {names}"),
    "report.interrupted": ("Dihentikan sebelum selesai.", "Interrupted before the end."),
    "report.where": ("Hasil: {path} (ringkasan per berkas: {manifest})", "Results: {path} (by file: {manifest})"),
    "report.page": ("Laporan: {path}", "Report: {path}"),
    "usage.report_over": (
        "{path} bukan laporan Notula dan tidak ditimpa; pilih tempat lain dengan --report, atau --no-report",
        "{path} is no report of Notula and is left as it is; choose another place with --report, or --no-report",
    ),
    "noinput.missing": ("Tidak ada berkas atau folder {path}", "There is no file or folder {path}"),
    "noinput.unreachable": (
        "{path} tidak dapat dijangkau: {reason}. Jalankan lagi perintah yang sama untuk melanjutkan",
        "{path} cannot be reached: {reason}. Run the same command again to go on",
    ),
    "noinput.refused": ("{path} tidak dapat dibaca: {reason}", "{path} cannot be read: {reason}"),
    "usage.remote": ('{path} memerlukan fsspec: pip install "notula[remote]"',
                     '{path} needs fsspec: pip install "notula[remote]"'),
    "usage.driver": ("{path} memerlukan paket lain: pip install {package}",
                     "{path} needs another package: pip install {package}"),
    "usage.protocol": (
        "Protokol {protocol}:// tidak dikenal ({path})", "The protocol {protocol}:// is unknown ({path})",
    ),
    "usage.memory": (
        "{path} hilang begitu program selesai; pilih folder hasil lain dengan -o",
        "{path} is gone once the program ends; choose another output folder with -o",
    ),
    "usage.url_given": (
        "{path} adalah URL; perintah ini memerlukan folder atau berkas di komputer ini, jadi salin dulu ke sini",
        "{path} is a URL; this command needs a folder or file of this machine, so copy it here first",
    ),
    "noinput.nothing": ("Tidak ada notula yang dapat dibaca di {path}", "There are no minutes to read in {path}"),
    "noinput.list": ("Daftar {path} tidak dapat dibaca: {reason}", "The list {path} cannot be read: {reason}"),
    "usage.list": (
        "Daftar {path} bukan teks dengan satu jalur per baris; simpan sebagai UTF-8",
        "The list {path} is no text with a path a line; save it as UTF-8",
    ),
    "busy.output": (
        "Folder hasil {path} sedang dipakai notula yang lain", "Another notula is using the output folder {path}",
    ),
    "busy.remote": (
        "Folder hasil {path} sedang dipakai notula di {host} (terakhir terlihat {since}). Bila itu sudah mati: "
        "coba lagi lima menit lagi, atau hapus {lock}",
        "Notula on {host} is using the output folder {path} (last seen {since}). If that one is dead: "
        "try again in five minutes, or delete {lock}",
    ),
    "worker.start": (
        "Proses pembaca dokumen tidak dapat dijalankan: {reason}",
        "The processes that read documents cannot be started: {reason}",
    ),
    "usage.dask": (
        '--engine dask://... memerlukan distributed: pip install "notula[dask]"',
        '--engine dask://... needs distributed: pip install "notula[dask]"',
    ),
    "worker.unreachable": (
        "Scheduler Dask di {address} tidak menjawab", "The Dask scheduler at {address} does not answer",
    ),
    "worker.none": (
        "Klaster Dask di {address} tidak mempunyai worker", "The Dask cluster at {address} has no worker",
    ),
    "worker.lost": (
        "Hubungan dengan klaster Dask terputus; jalankan lagi perintah yang sama untuk melanjutkan",
        "The Dask cluster is gone; run the same command again to go on",
    ),
    "worker.cluster": (
        "Worker klaster Dask tidak dapat bekerja; apakah Notula terpasang di sana? ({reason})",
        "The workers of the Dask cluster cannot do the work; is Notula installed there? ({reason})",
    ),
    "worker.version": (
        "Worker klaster Dask memakai notula {there}, di sini {here}; pasang versi yang sama",
        "The workers of the Dask cluster have notula {there}, here it is {here}; install the same version",
    ),
    "worker.unseen": (
        "Worker klaster Dask tidak melihat {path}; masukan harus berada di folder bersama dengan jalur yang sama",
        "The workers of the Dask cluster do not see {path}; inputs have to lie in a shared folder under the same path",
    ),
    "usage.newer_ledger": (
        "Folder hasil ini ditulis oleh notula yang lebih baru ({path}); pilih folder lain dengan -o",
        "A newer notula has written this output folder ({path}); choose another with -o",
    ),
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
