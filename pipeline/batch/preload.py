"""What a worker has loaded before its first document.

The fork server of :mod:`multiprocessing` imports this module before it forks the first worker: a worker is then ready
in milliseconds. Only there, and in workers, is it imported, so what importing does here is done nowhere else.
"""

import signal
import tempfile
from pathlib import Path

from notula.pipeline.batch import work
from notula.pipeline.lexicon import Lexicon, load_lexicon
from notula.pipeline.read import READERS
from notula.pipeline.run import process
from notula.pipeline.settings import Settings

__all__ = ["load", "work"]
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


def load(lexicon: Lexicon) -> None:
    """Load the readers' libraries, and read some minutes: patterns and look-ups are built when they are first used."""
    for reader in READERS:
        reader.load()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "rapat.txt"
        path.write_text(_MINUTES, "utf-8")
        process(path, Settings(), lexicon)


# Workers inherit it: Ctrl-C in a terminal reaches every process, and only the supervisor may answer.
signal.signal(signal.SIGINT, signal.SIG_IGN)
load(load_lexicon(None))
