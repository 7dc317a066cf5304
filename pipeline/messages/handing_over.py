"""What the hand-over to other tools says: export, ledger, owners, feed, push, statuses back."""

HANDING_OVER: dict[str, tuple[str, str]] = {
    # notula export
    "export.help": (
        "serahkan tindak lanjut yang sudah ditinjau ke alat lain",
        "hand reviewed follow-ups over to another tool",
    ),
    "export.target": ("bentuk atau alat tujuan (lihat --list)", "form or tool to export to (see --list)"),
    "export.from": (
        "folder hasil `notula run` (bawaan: outputs)",
        "folder of results of `notula run` (default: outputs)",
    ),
    "export.output": (
        "berkas, folder, atau basis data tujuan",
        "file, folder or database to write to",
    ),
    "export.list": ("tampilkan semua tujuan", "list all targets"),
    "export.dry_run": ("hanya tampilkan rencana; tidak ada yang ditulis", "only show the plan; nothing is written"),
    "export.json": ("rencana sebagai JSON", "the plan as JSON"),
    "export.include_pending": (
        "sertakan yang belum ditinjau, dengan tanda",
        "also what has not been reviewed, marked as such",
    ),
    "export.redact": ("hilangkan nama orang", "leave personal names out"),
    "export.owners": (
        "berkas CSV nama pengguna (bawaan: owners.csv dalam folder hasil)",
        "CSV file of user names (default: owners.csv in the folder of results)",
    ),
    "export.unassigned": (
        "serahkan juga yang penanggung jawabnya belum dipetakan, tanpa pengguna",
        "also hand over what has an owner without a user, unassigned",
    ),
    "export.require_due": ("tahan yang tanpa tanggal tenggat", "hold back what has no due date"),
    "export.scope": (
        "changed: yang berubah (bawaan); again: juga isi penyerahan terakhir; all: semua",
        "changed: what changed (default); again: what the last hand-over held, too; all: everything",
    ),
    "export.destination": (
        "nama tempat tujuan, bila alat yang sama dipakai di beberapa tempat",
        "name of the place, where one kind of tool is used in several",
    ),
    "export.separator": ("pemisah kolom CSV (bawaan: ;)", "separator of CSV columns (default: ;)"),
    "export.project": ("proyek di alat tujuan", "project in the tool"),
    "export.by_owner": ("satu daftar per penanggung jawab, dalam folder", "one list per owner, in a folder"),
    "export.events": ("tenggat juga sebagai acara kalender", "deadlines as calendar events, too"),
    "export.rows_per_file": ("baris per berkas, paling banyak", "rows a file at most"),
    "export.prefix": ("awal nama tabel SQL (bawaan: notula_)", "beginning of SQL table names (default: notula_)"),
    "export.blocked.owner_not_mapped": (
        "penanggung jawab belum dipetakan: {about}",
        "owner not mapped: {about}",
    ),
    "export.blocked.no_due_date": ("tanpa tanggal tenggat", "no due date"),
    # The plan.
    "handover.create": ("baru", "create"),
    "handover.update": ("diubah", "update"),
    "handover.unchanged": ("tetap", "unchanged"),
    "handover.withdrawn": ("ditarik", "withdrawn"),
    "handover.blocked": ("tertahan", "blocked"),
    "handover.more": ("  … dan {count} lagi (--json menampilkan semua)", "  … and {count} more (--json shows all)"),
    "handover.untitled": ("(tanpa judul)", "(untitled)"),
    "handover.nothing_reviewed": (
        "Belum ada yang diterima dalam peninjauan; {count} tindak lanjut menunggu. "
        "Jalankan `notula review`, atau sertakan dengan --include-pending.",
        "Nothing has been accepted in a review yet; {count} follow-ups wait. "
        "Run `notula review`, or take them along with --include-pending.",
    ),
    "handover.waiting": (
        "{count} tindak lanjut belum ditinjau dan tidak diserahkan.",
        "{count} follow-ups have not been reviewed and are not handed over.",
    ),
    "handover.unmapped": (
        "{count} penanggung jawab belum dipetakan; `notula owners {target}` menulis daftarnya.",
        "{count} owners are not mapped; `notula owners {target}` writes a list to fill in.",
    ),
    "handover.written": ("{count} tindak lanjut ditulis ke {path}", "{count} follow-ups written to {path}"),
    "handover.beside": ("Juga ditulis: {path}", "Also written: {path}"),
    "handover.by_hand": (
        "Alat ini tidak dapat diperbarui lewat berkas; {count} perubahan untuk dikerjakan sendiri: {path}",
        "This tool cannot be updated by a file; {count} changes to make by hand: {path}",
    ),
    "handover.replaced": (
        "Isi {path} dari penyerahan {number} ({count} tindak lanjut) telah diganti; bila belum sempat diimpor: "
        "--scope again",
        "What {path} held of hand-over {number} ({count} follow-ups) was replaced; if it was never imported: "
        "--scope again",
    ),
    "handover.unreadable": ("Hasil yang tidak terbaca: {path}", "A result that cannot be read: {path}"),
    # The list of changes.
    "handover.changes_name": ("perubahan", "changes"),
    "handover.changes_title": ("Perubahan yang perlu dikerjakan sendiri", "Changes to make by hand"),
    "handover.changes_about": (
        "Alat tujuan hanya menerima butir baru dari berkas. Butir berikut sudah ada di sana dan berubah "
        "sejak diserahkan.",
        "The tool only takes new items from a file. These are there already and have changed since.",
    ),
    "handover.find_by_id": ("cari `notula-id: {id}`", "look for `notula-id: {id}`"),
    "handover.close_it": (
        "ditarik: tidak lagi berlaku, tutup atau hapus",
        "withdrawn: no longer wanted, close or delete it",
    ),
    "handover.reopen_it": ("berlaku lagi: buka kembali", "wanted again: reopen it"),
    "handover.compare_it": (
        "sudah ada di alat tujuan, tetapi tidak diserahkan dari sini: bandingkan",
        "is in the tool, but was not handed over from here: compare it",
    ),
    "handover.field.action": ("tindakan", "action"),
    "handover.field.text": ("teks", "text"),
    "handover.field.owners": ("penanggung jawab", "owners"),
    "handover.field.recipients": ("penerima", "recipients"),
    "handover.field.due": ("tenggat", "due date"),
    "handover.field.due_text": ("bunyi tenggat", "deadline as written"),
    "handover.field.due_kind": ("jenis tenggat", "kind of deadline"),
    "handover.field.status": ("status", "status"),
    "handover.field.started_on": ("mulai", "started"),
    "handover.field.done_on": ("selesai", "done"),
    "handover.field.review": ("peninjauan", "review"),
    "handover.field.where": ("letak", "where"),
    "handover.field.agreement": ("kesepakatan", "agreement"),
    "handover.field.quote": ("kutipan", "quote"),
    "handover.field.meeting": ("rapat", "meeting"),
    "handover.field.meeting_date": ("tanggal rapat", "date of the meeting"),
    # notula ledger
    "ledger.help": ("buku penyerahan: apa yang sudah diserahkan ke mana", "the ledger: what was handed over where"),
    "ledger.action": (
        "show: tampilkan; learn: baca kunci dari ekspor alat itu sendiri",
        "show: print it; learn: read keys from the tool's own export",
    ),
    "ledger.target": (
        "alat tujuan (bawaan: semua; learn mengenali sendiri)",
        "the target (default: all; learn can tell)",
    ),
    "ledger.from": ("ekspor dari alat itu (CSV, JSON)", "the tool's own export (CSV, JSON)"),
    "ledger.results": ("folder hasil (bawaan: outputs)", "folder of the results (default: outputs)"),
    "ledger.key_column": ("kolom yang memuat kunci alat itu", "column that has the tool's key"),
    "ledger.json": ("sebagai JSON", "as JSON"),
    "ledger.empty": ("Belum ada yang diserahkan.", "Nothing has been handed over yet."),
    "ledger.heading": (
        "{target}: {count} butir, {keys} dengan kunci, {withdrawn} ditarik",
        "{target}: {count} items, {keys} with a key, {withdrawn} withdrawn",
    ),
    "ledger.batch": (
        "  penyerahan {number}, {at}: {created} baru, {updated} diubah, {withdrawn} ditarik → {path}",
        "  hand-over {number}, {at}: {created} new, {updated} updated, {withdrawn} withdrawn → {path}",
    ),
    "ledger.learnt": (
        "{target}: {new} kunci baru, {changed} kunci berubah, {same} sama, {without} baris lain.",
        "{target}: {new} new keys, {changed} changed keys, {same} the same, {without} other rows.",
    ),
    "ledger.unknown": ("Id tidak dikenal: {id} ({name})", "Unknown id: {id} ({name})"),
    "ledger.doubled": ("Ganda di alat itu: {id} ({keys})", "Several times in the tool: {id} ({keys})"),
    # notula owners
    "owners.help": (
        "tulis daftar penanggung jawab yang belum dipetakan ke pengguna",
        "write a list of owners that are not mapped to a user",
    ),
    "owners.target": ("alat tujuan", "the target"),
    "owners.output": (
        "berkas daftar (bawaan: owners.csv dalam folder hasil); isinya dipertahankan",
        "the list (default: owners.csv in the folder of results); what it holds is kept",
    ),
    "owners.written": (
        "{count} baris ditambahkan ke {path}; isi kolom `user` ('-' berarti tanpa pengguna).",
        "{count} lines added to {path}; fill in the column `user` ('-' means nobody).",
    ),
    "owners.none": ("Semua penanggung jawab sudah dipetakan atau terdaftar di {path}.",
                    "All owners are mapped or listed in {path}."),
    "owners.line": ("  {name} ({count})", "  {name} ({count})"),
    # notula feed, notula push
    "feed.help": ("tulis aliran perubahan (CloudEvents 1.0)", "write the feed of changes (CloudEvents 1.0)"),
    "feed.output": ("berkas JSON Lines", "the JSON Lines file"),
    "feed.after": ("hanya sesudah nomor urut ini", "only after this sequence number"),
    "feed.written": (
        "{events} peristiwa ditulis ke {path}, {new} di antaranya baru.",
        "{events} events written to {path}, {new} of them new.",
    ),
    "push.help": (
        "kirim aliran perubahan ke satu alamat, ditandatangani",
        "post the feed of changes to one address, signed",
    ),
    "push.to": ("alamat penerima (https)", "the receiver's URL (https)"),
    "push.secret_file": (
        "berkas berisi rahasia tanda tangan (bawaan: variabel NOTULA_PUSH_SECRET)",
        "file with the secret of the signature (default: the variable NOTULA_PUSH_SECRET)",
    ),
    "push.plain": ("izinkan http tanpa enkripsi ke mesin lain", "allow http without encryption to another machine"),
    "push.tries": ("percobaan per peristiwa (bawaan: 6)", "tries an event (default: 6)"),
    "push.timeout": ("detik menunggu satu jawaban (bawaan: 30)", "seconds to wait for an answer (default: 30)"),
    "push.dry_run": ("hanya tampilkan berapa yang akan dikirim", "only say how many would be sent"),
    "push.would": ("{count} peristiwa akan dikirim ke {url}.", "{count} events would be posted to {url}."),
    "push.sent": ("{count} peristiwa diterima oleh {url}.", "{count} events were taken by {url}."),
    "delivery.refused": (
        "{url} menolak peristiwa {event}: {reason}. Pengiriman berikutnya mulai dari situ.",
        "{url} refused event {event}: {reason}. The next push begins there.",
    ),
    "delivery.gave_up": (
        "{url} tidak menerima peristiwa {event} dalam {tries} percobaan: {reason}. Pengiriman "
        "berikutnya mulai dari situ.",
        "{url} did not take event {event} in {tries} tries: {reason}. The next push begins there.",
    ),
    "delivery.later": (
        "{url} meminta menunggu {seconds} detik sebelum peristiwa {event}; kirim lagi sesudahnya.",
        "{url} asks to wait {seconds} seconds before event {event}; push again after that.",
    ),
    # notula import-status
    "import-status.help": (
        "ambil status dari ekspor alat lain ke dalam peninjauan",
        "take statuses from another tool's export into the review",
    ),
    "import-status.file": ("ekspor alat itu (CSV, JSON, JSON Lines)", "the tool's export (CSV, JSON, JSON Lines)"),
    "import-status.target": (
        "alat asal, untuk mengenali kunci (bawaan: dari kolomnya)",
        "the tool it comes from, to know its keys (default: by its columns)",
    ),
    "import-status.dry_run": ("hanya tampilkan; tidak ada yang diubah", "only show; nothing is changed"),
    "import-status.done": (
        "{changed} status berubah, {same} sama, {without} baris tanpa butir kita.",
        "{changed} statuses changed, {same} the same, {without} rows without an item of ours.",
    ),
    "import-status.would": (
        "{changed} status akan berubah, {same} sama, {without} baris tanpa butir kita.",
        "{changed} statuses would change, {same} the same, {without} rows without an item of ours.",
    ),
    "import-status.unknown": ("Id tidak dikenal: {id}", "Unknown id: {id}"),
    "import-status.word": ("Status tidak dimengerti: {id}: {word}", "Status not understood: {id}: {word}"),
    "import-status.date": ("Tanggal tidak dimengerti: {id}: {text}", "Date not understood: {id}: {text}"),
    "import-status.disagreeing": (
        "Beberapa baris dengan status berbeda, tidak diambil: {id}",
        "Several rows with different statuses, none taken: {id}",
    ),
    "import-status.refused": ("Tidak dapat diambil: {id}: {message}", "Cannot be taken: {id}: {message}"),
    "import-status.by": ("impor dari {name}", "imported from {name}"),
    # Wrong calls and trouble.
    "usage.no_target": ("sebutkan tujuan; `notula export --list` menampilkan semuanya",
                        "name a target; `notula export --list` shows them all"),
    "usage.unknown_target": ("tujuan tidak dikenal: {target} (pilih dari {known})",
                             "unknown target: {target} (choose from {known})"),
    "usage.no_output": ("sebutkan berkas tujuan dengan -o", "name the file to write with -o"),
    "noinput.no_results": ("Tidak ada hasil di {path}; jalankan `notula run` lebih dulu",
                         "There are no results in {path}; run `notula run` first"),
    "usage.own_file": (
        "{path} milik Notula dan tidak ditimpa; pilih berkas lain dengan -o",
        "{path} is a file of Notula's own and is not replaced; name another file with -o",
    ),
    "usage.source_file": (
        "{path} adalah dokumen sumber dan tidak ditimpa; pilih berkas lain dengan -o",
        "{path} is a source document and is not replaced; name another file with -o",
    ),
    "usage.other_database": (
        "{path} adalah basis data SQLite lain dan tidak ditimpa; pilih berkas lain dengan -o",
        "{path} is another SQLite database and is not replaced; name another file with -o",
    ),
    "owners.few_columns": (
        "{path}, baris {line}: kolomnya kurang (party, target, user)",
        "{path}, line {line}: too few columns (party, target, user)",
    ),
    "owners.unknown_target": (
        "{path}, baris {line}: tujuan tidak dikenal: {target}",
        "{path}, line {line}: unknown target: {target}",
    ),
    "usage.nothing_before": ("Belum ada penyerahan ke {target} yang dapat diulang",
                             "There is no hand-over to {target} to repeat"),
    "usage.tool_unknown": ("Kolom {path} tidak menunjukkan alat asalnya; sebutkan dengan --target",
                           "The columns of {path} do not tell the tool; name it with --target"),
    "usage.several_places": ("{target} dipakai di beberapa tempat ({known}); pilih dengan --destination",
                             "{target} is used in several places ({known}); name one with --destination"),
    "usage.ledger": (
        "Buku penyerahan {path} tidak dapat dipakai: {reason}",
        "The ledger {path} cannot be used: {reason}",
    ),
    "usage.owners": ("Daftar pemetaan {path} tidak dapat dipakai: {reason}",
                     "The mapping of owners {path} cannot be used: {reason}"),
    "usage.owner_twice": ("Dalam {path}, {party} punya beberapa pengguna untuk {target}",
                          "In {path}, {party} has several users for {target}"),
    "usage.table": ("{path} tidak terbaca sebagai tabel: {reason}", "{path} cannot be read as a table: {reason}"),
    "usage.url": ("Alamat tidak dapat dipakai: {url}", "This URL cannot be used: {url}"),
    "usage.url_password": ("Alamat tidak boleh memuat kata sandi", "The URL may not hold a password"),
    "usage.url_plain": ("http ke {host} tidak terenkripsi; pakai https (atau --allow-http)",
                        "http to {host} is not encrypted; use https (or --allow-http)"),
    "usage.no_secret": ("Rahasia tanda tangan belum ada; isi variabel {variable} atau pakai --secret-file",
                        "There is no secret to sign with; set the variable {variable} or use --secret-file"),
    "usage.secret_file": (
        "Berkas rahasia {path} tidak terbaca: {reason}",
        "The secret file {path} cannot be read: {reason}",
    ),
    "usage.short_secret": (
        "Rahasia terlalu pendek; paling sedikit {length} bita",
        "The secret is too short; {length} bytes at least",
    ),
    "usage.secret_base64": ("Rahasia setelah whsec_ bukan base64", "The secret after whsec_ is no base64"),
    "output.ledger_busy": ("Penyerahan lain sedang berjalan; coba lagi sesudahnya",
                           "Another hand-over is running; try again after it"),
}  # fmt: skip
