"""``notula evaluate``: help, headings and complaints."""

EVALUATING: dict[str, tuple[str, str]] = {
    "evaluate.help": ("bandingkan hasil dengan anotasi", "compare results with annotations"),
    "evaluate.gold_folder": ("folder anotasi (*.json)", "folder of annotations (*.json)"),
    "evaluate.out_folder": ("folder hasil `notula run`", "folder of results of `notula run`"),
    "evaluate.json": ("tulis semua angka dan selisih ke berkas ini", "write all figures and misses to this file"),
    "evaluate.misses": ("cetak semua selisih", "print all misses"),
    "evaluate.only": ("hanya dokumen yang namanya memuat ini", "only documents whose name contains this"),
    "evaluate.floor": (
        "berkas TOML berisi batas bawah; keluar 1 bila ada angka di bawahnya",
        "TOML file of floors; exit 1 where a figure is below",
    ),
    "evaluate.section": ("tabel dalam berkas batas bawah", "table of the floor file"),
    "evaluate.toml": ("cetak angka sebagai berkas batas bawah", "print the figures as a floor file"),
    "evaluate.counts": ("{meetings} rapat, {absent} tanpa hasil", "{meetings} meetings, {absent} without a result"),
    "evaluate.field": ("isian", "field"),
    "evaluate.precision": ("presisi", "precision"),
    "evaluate.recall": ("perolehan", "recall"),
    "evaluate.f1": ("F1", "F1"),
    "evaluate.per_doc": ("per berkas", "per file"),
    "evaluate.gold": ("anotasi", "gold"),
    "evaluate.got": ("hasil", "got"),
    "evaluate.below": ("{name} = {value} di bawah batas {floor}", "{name} = {value} is below its floor {floor}"),
    "evaluate.above": ("Semua angka di atas batas bawah ({count}).", "No figure is below its floor ({count})."),
    "noinput.gold": ("Tidak ada anotasi di {path}", "There is no annotation in {path}"),
    "usage.gold": ("Anotasi {path} tidak dapat dibaca: {reason}", "The annotation {path} cannot be read: {reason}"),
    "usage.floor": ("Batas bawah {path} tidak dapat dipakai: {reason}", "The floor {path} cannot be used: {reason}"),
}  # fmt: skip
