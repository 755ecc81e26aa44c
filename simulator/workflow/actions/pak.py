"""PAK: the assessor approves the draft of one year and sends it to SIASN.

Scene: *PAK Bawahan*. May import: simulator.domain, workflow core and angka_kredit.
Facts: approve the draft PAK, then *Sinkron AK SIASN* (SINGLE, BKN guide ch. 8 as quoted); what SIASN does with it is
outside, so that here the day of sending is kept (label simulasi).
Add: another step after the approval, with its row in permissions.py.
"""

from __future__ import annotations

from simulator.domain.angka_kredit import PAK, StatusPAK
from simulator.domain.errors import BelumLengkap, StatusTidakSesuai
from simulator.domain.kepegawaian import Pegawai
from simulator.workflow.actor import Pelaku
from simulator.workflow.angka_kredit import TahunAK, tahun_ak
from simulator.workflow.office import Kantor
from simulator.workflow.transaction import Tindakan


def setujui_pak(kantor: Kantor, pelaku: Pelaku, pegawai_id: int, *, tahun: int) -> PAK:
    """Approve what the predikat of one year come to, or approve it again after a predikat has changed."""
    with kantor.tindakan("setujui_pak", pelaku) as t:
        draft = _draft(t, pegawai_id, tahun)
        if draft.halangan is not None:
            raise StatusTidakSesuai(draft.halangan.kalimat, kode=draft.halangan.kode)
        values = {
            "penilai_id": draft.penilai_id,
            "jenjang": draft.jenjang,
            "angka_kredit": draft.angka_kredit,
            "akumulasi": draft.akumulasi,
            "status": StatusPAK.DISETUJUI,
            "disetujui_pada": t.hari,
            "dikirim_pada": None,
        }
        pak_id = t.id_baru() if draft.pak is None else draft.pak.pak_id
        t.tentang("pak", pak_id)
        if draft.pak is None:
            return t.tambah(PAK, pak_id=pak_id, pegawai_id=pegawai_id, tahun=tahun, **values)
        return t.ubah(PAK, pak_id, **values)


def sinkron_ak_siasn(kantor: Kantor, pelaku: Pelaku, pegawai_id: int, *, tahun: int) -> PAK:
    """Send an approved PAK."""
    with kantor.tindakan("sinkron_ak_siasn", pelaku) as t:
        draft = _draft(t, pegawai_id, tahun)
        if draft.pak is None:
            raise StatusTidakSesuai(
                f"PAK {tahun} masih Draft. Tekan Setujui PAK dahulu, baru Sinkron AK SIASN.", kode="pak-belum-disetujui"
            )
        if draft.berubah:
            raise StatusTidakSesuai(
                f"Predikat berubah sesudah PAK {tahun} disetujui, jadi angkanya tidak sama lagi. Setujui PAK sekali "
                "lagi, baru kirim.",
                kode="pak-berubah",
            )
        if draft.pak.status is StatusPAK.TERKIRIM:
            raise StatusTidakSesuai(
                f"PAK {tahun} sudah terkirim ke SIASN dan tidak berubah sejak itu.", kode="pak-sudah-terkirim"
            )
        t.tentang("pak", draft.pak.pak_id)
        return t.ubah(PAK, draft.pak.pak_id, status=StatusPAK.TERKIRIM, dikirim_pada=t.hari)


def _draft(t: Tindakan, pegawai_id: int, tahun: int) -> TahunAK:
    """What one year comes to. Raises: TidakBerwenang; BelumLengkap — no predikat of a functional post."""
    draft = tahun_ak(t.connection, pegawai_id, tahun)
    # Without a predikat nobody has assessed yet: then the superior is told that there is nothing.
    penilai = t.ambil(Pegawai, pegawai_id).atasan_id if draft is None else draft.penilai_id
    t.izinkan(pemilik=pegawai_id, penilai=penilai)
    if draft is None:
        raise BelumLengkap(
            f"Belum ada predikat {tahun} dalam jabatan fungsional yang dapat dikonversi. Nilai dahulu periodenya.",
            kode="pak-tanpa-predikat",
        )
    return draft
