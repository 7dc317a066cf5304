"""What is said of a document: why it failed, and the issues noted in its results."""

from notula.pipeline.messages.installing import with_install

DOCUMENTS: dict[str, tuple[str, str]] = {
    "document.needs_ocr": (
        "Halaman hanya berupa gambar (hasil pindai) dan tidak terbaca: {reason}",
        "The pages are images (a scan) and were not read: {reason}",
    ),
    "document.needs_converter": with_install(
        "libreoffice",
        "Berkas {reason} hanya dapat dibaca dengan bantuan LibreOffice, yang tidak terpasang. Pasang:",
        "A {reason} file can only be read with the help of LibreOffice, which is not installed. Install it:",
    ),
    "document.encrypted": (
        "Dokumen dilindungi kata sandi: {reason}",
        "The document is protected by a password: {reason}",
    ),
    "document.damaged": ("Dokumen rusak dan tidak dapat dibuka: {reason}", "The document is damaged: {reason}"),
    "document.unsupported": ("Jenis berkas tidak didukung: {reason}", "This kind of file is not supported: {reason}"),
    "document.empty": ("Dokumen tidak berisi teks.", "The document holds no text."),
    "document.too_large": ("Dokumen melampaui batas: {reason}", "The document is over a limit: {reason}"),
    "document.timeout": ("Waktu pembacaan habis: {reason}", "Reading took too long: {reason}"),
    "document.crashed": ("Pembacaan terhenti mendadak.", "Reading ended abruptly."),
    "document.not_minutes": ("Bukan notula rapat: {reason}", "Not minutes of a meeting: {reason}"),
    "issue.D001": (
        "Berkas memuat perubahan terlacak; dibaca seolah-olah semuanya diterima.",
        "The file has tracked changes; it was read as if all were accepted.",
    ),
    "issue.D004": (
        "Tabel atau elemen bersarang terlalu dalam; isi yang lebih dalam tidak dibaca.",
        "Tables or elements are nested too deeply; what lies deeper was left out.",
    ),
    "issue.D007": (
        "Berkas lain disisipkan utuh ke dalam dokumen ini; isinya tidak dibaca. Buka dan simpan ulang dengan Word.",
        "Another file was put into this document whole; what it says was not read. Open and save it anew with Word.",
    ),
    "issue.P001": (
        "Halaman {pages} hanya berupa gambar; isinya tidak terbaca.",
        "Pages {pages} are pictures without text; what they say is missing.",
    ),
    "issue.P002": (
        "Halaman {pages} memuat terlalu banyak objek; tabelnya tidak dicari.",
        "Pages {pages} hold too many objects; no tables were looked for.",
    ),
    "issue.P003": (
        "Halaman {pages} rusak dan tidak terbaca; isinya hilang dari hasil.",
        "Pages {pages} are damaged and cannot be read; what they say is missing.",
    ),
    "issue.T001": (
        "Ada paragraf yang sangat panjang; dibaca sepotong demi sepotong.",
        "A paragraph is very long; it was read in pieces.",
    ),
    "issue.P004": (
        "Halaman {pages} dibaca dengan OCR; periksa nama dan angka pada gambar halamannya.",
        "Pages {pages} were read by OCR; check names and figures against the pictures of the pages.",
    ),
    "issue.P005": (
        "Halaman {pages} sulit terbaca; bandingkan seluruh isinya dengan gambar halamannya.",
        "Pages {pages} are hard to read; compare all they say with the pictures of the pages.",
    ),
    "issue.P006": (
        "{count} gambar sebesar halaman di dalam dokumen tidak dibaca; bila itu hasil pindai, simpan sebagai PDF.",
        "{count} pictures as large as pages in the document were not read; if they are scans, save them as a PDF.",
    ),
    "issue.D005": (
        "Berkas {kind} diubah dulu menjadi DOCX oleh {tool}; tata letaknya mungkin berbeda sedikit.",
        "The {kind} file was turned into DOCX by {tool} first; its layout may differ a little.",
    ),
    "issue.D006": with_install(
        "libreoffice",
        "Hanya teks berkas {kind} yang terbaca ({tool}), tanpa tabel dan penomoran. LibreOffice membacanya utuh:",
        "Only the text of the {kind} file was read ({tool}), no tables or numbering. LibreOffice reads it whole:",
    ),
    "issue.H001": ("Hari dan tanggal tidak cocok: {text}", "Weekday and date disagree: {text}"),
    "issue.H002": ("Judul rapat tidak ditemukan.", "No title was found."),
    "issue.H003": ("Tanggal rapat tidak ditemukan.", "No date was found."),
    "issue.H004": ("Tempat rapat tidak ditemukan.", "No place was found."),
    "issue.H005": (
        "Tahun tidak tertulis pada tanggal rapat ({text}); diambil dari bagian lain berkas.",
        "The meeting's date has no year ({text}); it was taken from elsewhere in the file.",
    ),
    "issue.H006": (
        "Tanggal rapat tidak tertulis ({text}); diambil dari rapat sebelumnya di berkas.",
        "The meeting's date is not written ({text}); it is that of the meeting before it in the file.",
    ),
    "issue.F001": (
        "Tenggat tidak dapat dipastikan tanggalnya: {text}",
        "The day of this deadline cannot be fixed: {text}",
    ),
    "issue.F002": ("Tindak lanjut tanpa penanggung jawab.", "A follow-up without an owner."),
    "document.unreadable": ("Berkas tidak dapat dibaca: {reason}", "The file cannot be read: {reason}"),
}  # fmt: skip
