"""What a worker has loaded before its first document.

The fork server of :mod:`multiprocessing` imports this module before it forks the first worker: a worker is then ready
in milliseconds. Only there, and in workers, is it imported, so what importing does here is done nowhere else.
"""

import gc
import signal
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from notula.pipeline.lexicon import Lexicon

_COLLECTED_AFTER = 50_000  # objects more than before
_MINUTES = """NOTULA RAPAT
Rapat Koordinasi Sumur Warga
Hari/Tanggal : Senin, 3 April 2023
Waktu : 09.00 - 11.30 WIB
Tempat : Aula Barat
Pimpinan Rapat : Sri Wahyuni
Peserta:
1. Sri Wahyuni (Ketua)
2. Dinas Pertanian
Pembahasan:
1. Sri Wahyuni menyampaikan bahwa debit sumur berkurang.
Kesimpulan:
1. Disepakati jadwal tanam dimajukan dua minggu.
Tindak Lanjut:
1. Dinas Pertanian menyusun laporan debit paling lambat 10 April 2023.
"""


def load(lexicon: "Lexicon | None" = None) -> None:
    """Load all that reading needs, and read some minutes: patterns and look-ups are built when they are first used.

    The words are those of the program where ``lexicon`` is None.
    """
    gc.disable()  # what is loaded stays: looking for garbage among it takes a tenth of the time
    from notula.pipeline.batch import work  # noqa: F401  # it imports the stages
    from notula.pipeline.lexicon import load_lexicon
    from notula.pipeline.read import READERS
    from notula.pipeline.run import process
    from notula.pipeline.settings import Settings

    for reader in READERS:
        reader.load()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "rapat.txt"
        path.write_text(_MINUTES, "utf-8")
        process(path, Settings(), lexicon or load_lexicon())
    _collect_seldom()


def _collect_seldom() -> None:
    """Let the garbage collector leave alone what is loaded, and look at the rest less often.

    What is loaded stays as long as the process, and nearly all that a document needs is freed when it is last used:
    walks over all of it took a sixth of a document's time and found next to nothing.
    """
    gc.freeze()
    gc.set_threshold(_COLLECTED_AFTER)
    gc.enable()


# Workers inherit it: Ctrl-C in a terminal reaches every process, and only the supervisor may answer.
signal.signal(signal.SIGINT, signal.SIG_IGN)
load()
