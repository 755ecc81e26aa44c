"""Umpan balik: words, and an icon if wanted, on an indicator, on behaviour, or in general.

Scene: Penilaian Bawahan of the assessor. May import: simulator.domain, rules.umpan_balik, store, workflow core.
Facts: recorded per result and per behaviour with its writer named (CONFIRMED, evaluation form); icons and the extra
field are label simulasi; words are required, an icon alone is no feedback (class rule).
Add: another thing feedback can be about in domain/pelaksanaan.py and in ``_sasaran``.
"""

from __future__ import annotations

from types import EllipsisType

from simulator.domain.errors import BelumLengkap, DataTidakSah
from simulator.domain.pelaksanaan import Ikon, SasaranUmpanBalik, UmpanBalik
from simulator.domain.skp import SKP, NilaiBerAKHLAK
from simulator.rules.umpan_balik import umpan_kosong
from simulator.workflow.actor import Pelaku
from simulator.workflow.choices import checks_choices
from simulator.workflow.doing import iki_milik, skp_berjalan
from simulator.workflow.limits import UMPAN_BALIK_MAKS, teks
from simulator.workflow.office import Kantor
from simulator.workflow.removal import Terhapus
from simulator.workflow.transaction import Tindakan

#: The giver when the head of the region, who is no employee of the institution, assesses its head.
PEMBERI_LUAR = 0


@checks_choices
def beri_umpan_balik(
    kantor: Kantor,
    pelaku: Pelaku,
    skp_id: int,
    *,
    periode_id: int,
    sasaran: SasaranUmpanBalik,
    isi: str,
    iki_id: int | None = None,
    nilai: NilaiBerAKHLAK | None = None,
    ikon: Ikon | None = None,
) -> UmpanBalik:
    """Give feedback on an indicator (``iki_id``), on a BerAKHLAK value (``nilai``), or in general."""
    with kantor.tindakan("beri_umpan_balik", pelaku) as t:
        skp, _ = skp_berjalan(t, skp_id, periode_id, "Beri Umpan Balik")
        assert t.pelaku is not None
        umpan_id = t.id_baru()
        t.tentang("umpan_balik", umpan_id)
        given = t.tambah(
            UmpanBalik,
            umpan_id=umpan_id,
            skp_id=skp_id,
            periode_id=periode_id,
            pemberi_id=PEMBERI_LUAR if t.pelaku.pegawai_id is None else t.pelaku.pegawai_id,
            sasaran=sasaran,
            **_sasaran(t, skp, sasaran, iki_id, nilai),
            teks=teks(isi, "Umpan Balik", UMPAN_BALIK_MAKS),
            ikon=ikon,
            diberikan_pada=t.hari,
        )
        _wajib_berkata(given)
        return given


def _wajib_berkata(umpan: UmpanBalik) -> None:
    for found in umpan_kosong([umpan]):
        raise BelumLengkap(found.pesan, kode=found.kode)


def _sasaran(
    t: Tindakan, skp: SKP, sasaran: SasaranUmpanBalik, iki_id: int | None, nilai: NilaiBerAKHLAK | None
) -> dict[str, object]:
    """What the feedback is about: exactly the one reference that its kind needs."""
    if sasaran is SasaranUmpanBalik.IKI:
        if iki_id is None:
            raise BelumLengkap("Pilih indikator yang diberi umpan balik.", kode="umpan-balik-tanpa-indikator")
        return {"iki_id": iki_milik(t, skp, iki_id).iki_id, "nilai": ""}
    if iki_id is not None:
        raise DataTidakSah(
            "Umpan balik ini bukan tentang indikator. Kosongkan pilihan indikatornya.", kode="umpan-balik-salah-sasaran"
        )
    if sasaran is SasaranUmpanBalik.PERILAKU:
        if nilai is None:
            raise BelumLengkap("Pilih nilai BerAKHLAK yang diberi umpan balik.", kode="umpan-balik-tanpa-nilai")
        return {"iki_id": None, "nilai": nilai.value}
    return {"iki_id": None, "nilai": ""}


@checks_choices
def ubah_umpan_balik(
    kantor: Kantor, pelaku: Pelaku, umpan_id: int, *, isi: str | None = None, ikon: Ikon | None | EllipsisType = ...
) -> UmpanBalik:
    """Change words or icon (``...``: leave the icon as it is)."""
    with kantor.tindakan("ubah_umpan_balik", pelaku) as t:
        old = t.ambil(UmpanBalik, umpan_id)
        skp_berjalan(t, old.skp_id, old.periode_id, "Ubah Umpan Balik")
        t.tentang("umpan_balik", umpan_id)
        changed = t.ubah(
            UmpanBalik,
            umpan_id,
            teks=old.teks if isi is None else teks(isi, "Umpan Balik", UMPAN_BALIK_MAKS),
            ikon=old.ikon if ikon is ... else ikon,
        )
        _wajib_berkata(changed)
        return changed


def hapus_umpan_balik(kantor: Kantor, pelaku: Pelaku, umpan_id: int) -> Terhapus:
    """Take one piece of feedback back."""
    with kantor.tindakan("hapus_umpan_balik", pelaku) as t:
        old = t.ambil(UmpanBalik, umpan_id)
        skp_berjalan(t, old.skp_id, old.periode_id, "Hapus Umpan Balik")
        t.hapus(UmpanBalik, umpan_id)
        t.tentang("umpan_balik", umpan_id)
        return Terhapus(t.nomor, "umpan_balik", umpan_id, f"Umpan balik “{old.teks[:60]}”")
