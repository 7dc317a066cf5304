"""Who is said to do what, and how firmly."""

import pytest

from notula.pipeline.extract.clauses import find_clauses
from notula.pipeline.extract.predicates import Clause
from notula.pipeline.language import get_language
from notula.pipeline.lexicon import Lexicon

PARTIES = {"Rina", "Gede", "Dinas Perikanan", "Dinas Kelautan dan Perikanan", "Kepala Desa", "wali kelas", "OPD",
           "Sekretariat", "Rina dan Gede", "Rina bersama Gede"}  # fmt: skip
FLAGS = ("firm", "soft", "weak", "denied", "done", "doing", "passive", "asked", "report")


def clauses(text: str, lexicon: Lexicon) -> list[Clause]:
    return find_clauses(text, lexicon, get_language(lexicon), lambda part: part.strip(" .,") in PARTIES)


@pytest.mark.parametrize(
    ("sentence", "subject", "verb"),
    [
        ("Rina akan mengirim surat.", "Rina", "mengirim"),
        ("Rina akan segera mengirim surat.", "Rina", "mengirim"),
        ("Rina setuju untuk mengirim surat.", "Rina", "mengirim"),
        ("Rina mendapat tugas mengirim surat.", "Rina", "mengirim"),
        ("Rina rencananya akan mengirim surat.", "Rina", "mengirim"),
        ("Dinas Kelautan dan Perikanan menyusun laporan.", "Dinas Kelautan dan Perikanan", "menyusun"),
        ("Rina dan Gede menyusun laporan.", "Rina dan Gede", "menyusun"),
        ("Rina bersama Gede menyusun laporan.", "Rina bersama Gede", "menyusun"),
        ("Disepakati bahwa Rina mencetak spanduk.", "Rina", "mencetak"),
        ("Untuk itu, Rina mencetak spanduk.", "Rina", "mencetak"),
        ("Ketua meminta agar Rina mencetak spanduk.", "Rina", "mencetak"),
        ("Ketua minta wali kelas pisahkan kas.", "wali kelas", "pisahkan"),
        ("Ketua nyuruh Rina beliin terpal, lalu melapor.", "Rina", "beliin"),
        ("Ketua minta Gede nagih iuran yang belum masuk.", "Gede", "nagih"),
        ("OPD yang belum mengumpulkan data akan mengirim surat.", "OPD", "mengirim"),
        ("Kepala Desa diminta melengkapi berkas.", "Kepala Desa", "diminta"),
        ("Kami akan menugaskan Rina untuk mendata lapak.", "Rina", "mendata"),
        ("Kepada Kepala Desa, Fraksi Karya meminta agar lapak dilelang paling lambat 5 Mei.", "Kepala Desa", "meminta"),
        ("Kami segera memerintahkan Gede menutup gudang.", "Gede", "menutup"),
        ("Pasar ramai, sedangkan Gede menutup gudang.", "Gede", "menutup"),
    ],
)
def test_subject_and_verb(sentence: str, subject: str, verb: str, lexicon: Lexicon) -> None:
    found = [(sentence[clause.start : clause.end], clause.verb) for clause in clauses(sentence, lexicon)]
    assert (subject, verb) in [(one.strip(), other) for one, other in found] or (
        verb == "diminta" and [one for one, _ in found] == [subject]
    )


@pytest.mark.parametrize(
    ("sentence", "flags"),
    [
        ("Rina akan mengirim surat.", {"firm"}),
        ("Rina mengirim surat.", set()),
        ("Rina dapat mengirim surat.", {"soft"}),
        ("Rina perlu mengirim surat.", {"weak"}),
        ("Rina tidak akan mengirim surat.", {"denied", "firm"}),
        ("Rina sudah mengirim surat.", {"done"}),
        ("Rina telah mengirim surat.", {"done"}),
        ("Rina sedang menyusun surat.", {"doing"}),
        ("Rina menyampaikan keluhan warga.", {"report"}),
        ("Rina menyapa hadirin dan menyebutkan sebab bocornya.", {"report"}),
        ("Rina mencermati kebiasaan belanja.", {"report"}),
        ("Rina akan mencermati daftar belanja.", {"firm", "report"}),
        ("Gede meminta Rina menyusun surat.", {"asked", "firm"}),
        ("Rina bersedia mengirim surat.", {"firm"}),
        ("Rina menawarkan diri mengirim surat.", {"firm"}),
    ],
)
def test_how_firmly(sentence: str, flags: set[str], lexicon: Lexicon) -> None:
    clause = next(c for c in clauses(sentence, lexicon) if sentence[c.start : c.end].strip() == "Rina")
    assert {name for name in FLAGS if getattr(clause, name)} == flags


@pytest.mark.parametrize(
    "sentence",
    ["Spanduk akan dicetak.", "Pasar ramai.", "Surat untuk Rina.", "", "Rina", "Semoga lancar."],
    ids=["thing", "state", "recipient", "empty", "name", "hope"],
)
def test_no_clause_of_a_party(sentence: str, lexicon: Lexicon) -> None:
    assert clauses(sentence, lexicon) == []


def test_initials_are_no_modal_word(lexicon: Lexicon) -> None:
    assert clauses("Perbaiki lapak; Rina, BS; 3 Mei", lexicon) == []
    assert [clause.soft for clause in clauses("Rina bs mengirim surat", lexicon)] == [True]


def test_clauses_come_in_order(lexicon: Lexicon) -> None:
    sentence = "Rina akan mengirim surat, sedangkan Gede akan menutup gudang."
    found = clauses(sentence, lexicon)
    assert [sentence[clause.start : clause.end] for clause in found] == ["Rina", "Gede"]
    assert [sentence[clause.verb_start :].split()[0] for clause in found] == ["mengirim", "menutup"]


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Ketua minta Rina sabar dulu.", id="no-verb-of-doing"),
        pytest.param("Ketua minta maaf kepada Rina karena kabarin telat.", id="asks-for-pardon"),
        pytest.param("Ketua minta kas Rina buat konsumsi.", id="asks-for-a-thing"),
        pytest.param("Kami akan minta Rina beliin terpal.", id="will-ask-oneself"),
        pytest.param("Kepada Rina, Fraksi Karya meminta agar lapak ditata.", id="wish-of-a-party-in-a-council"),
        pytest.param("Ketua sudah minta Rina beliin terpal.", id="asked-before"),
    ],
)
def test_what_nobody_is_asked_to_do(sentence: str, lexicon: Lexicon) -> None:
    assert not any(clause.asked for clause in clauses(sentence, lexicon))
