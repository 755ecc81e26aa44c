"""Passwords, sessions, uploads and kept forms of one office never serve another one."""

from __future__ import annotations

import os
import re
import shutil
import stat
from pathlib import Path

import pytest
from sqlalchemy import func, select, text

from simulator.institution.generate import generate
from simulator.web.app import create_app
from simulator.web.data import berkas_web, unggahan
from simulator.web.settings import Pengaturan
from simulator.workflow.founding import found_office
from tests.web.conftest import Peramban
from tests.web.test_drive import PDF, PEGAWAI, _dokumen, _unggah
from tests.web.test_login import _masuk_pertama, _nip
from tests.workflow.kantor_kecil import KantorKecil
from tests.workflow.server import alamat_server


def test_an_office_founded_anew_under_the_same_name_inherits_nobodys_session_password_or_file(
    sasaran: str | Path,
) -> None:
    with Peramban(create_app(sasaran)) as klien:
        _unggah(klien.jadi(PEGAWAI), "rahasia.pdf", PDF, nama="rahasia.pdf")
        nomor = _dokumen(klien, "rahasia.pdf").dokumen_id
        klien.kirim("/keluar", dari="/skp")
        _masuk_pertama(klien, _nip(klien, 5))
        kuki = dict(klien.cookies)
    found_office(generate("dinas_kesehatan", 8, 60), sasaran, benih_publik=False, timpa=True)

    with Peramban(create_app(sasaran), cookies=kuki) as klien:
        assert klien.get("/skp", follow_redirects=False).status_code == 303
        nip = _nip(klien, 5)
        assert "Ganti kata sandi" in klien.kirim("/masuk", dari="/masuk", nip=nip, sandi=f"Asn#{nip[:8]}").text
        assert klien.jadi(PEGAWAI).get(f"/drive/buka/{nomor}/unduh").status_code == 404
        _unggah(klien, "baru.pdf", PDF, nama="baru.pdf")
        assert klien.get(f"/drive/buka/{_dokumen(klien, 'baru.pdf').dokumen_id}/unduh").content == PDF


def test_what_is_set_aside_is_not_lost(berkas: Path, tmp_path: Path) -> None:
    awal = Path(shutil.copy(berkas, tmp_path / "awal.db"))
    with Peramban(create_app(berkas)) as klien:
        _unggah(klien.jadi(PEGAWAI), "rahasia.pdf", PDF, nama="rahasia.pdf")
    shutil.copy(awal, berkas)

    with Peramban(create_app(berkas)) as klien:
        assert klien.jadi(PEGAWAI).get("/skp").status_code == 200

    web = berkas_web(berkas)
    assert web is not None
    assert PDF in web.with_name(f"{web.name}.lama-1").read_bytes()


def test_the_same_office_opened_again_keeps_everything(sasaran: str | Path) -> None:
    with Peramban(create_app(sasaran)) as klien:
        klien.jadi(PEGAWAI).kirim("/profil/sinkronisasi", dari="/profil")
        _unggah(klien, "laporan.pdf", PDF)
        kuki = dict(klien.cookies)

    with Peramban(create_app(sasaran), cookies=kuki) as klien:
        assert klien.get("/skp", follow_redirects=False).status_code == 200
        jawab = klien.get(f"/drive/buka/{_dokumen(klien, 'laporan.pdf').dokumen_id}/unduh")
        assert jawab.content == PDF


@pytest.mark.postgres
def test_what_is_set_aside_on_a_server_is_not_lost_either() -> None:
    alamat = alamat_server()
    found_office(KantorKecil(), alamat, timpa=True)
    with Peramban(create_app(alamat)) as klien:
        _unggah(klien.jadi(5), "rahasia.pdf", PDF, nama="rahasia.pdf")
    found_office(KantorKecil(), alamat, timpa=True)

    with Peramban(create_app(alamat)) as klien:
        assert klien.jadi(5).get("/skp").status_code == 200
        with klien.app.state.data.lihat() as connection:
            skema = connection.execute(text("SELECT current_schema()")).scalar_one()
            semua = connection.execute(text("SELECT schema_name FROM information_schema.schemata")).scalars().all()
            lama = max((s for s in semua if s.startswith(f"{skema}_lama_")), key=lambda s: int(s.rpartition("_")[2]))
            (isi,) = connection.execute(text(f'SELECT isi FROM "{lama}".unggahan')).scalars()
            assert bytes(isi) == PDF
            assert connection.execute(select(func.count()).select_from(unggahan)).scalar_one() == 0


def test_two_offices_on_one_machine_share_neither_cookies_nor_copies_of_typing(berkas: Path, tmp_path: Path) -> None:
    """Neither does a copy of both files."""
    with Peramban(create_app(berkas)):
        pass
    lain = Path(shutil.copy(berkas, tmp_path / "lain.ekin.db"))
    salinan = tmp_path / "cadangan" / berkas.name
    salinan.parent.mkdir()
    for asli, tujuan in ((berkas, salinan), (berkas_web(berkas), berkas_web(salinan))):
        shutil.copy(asli, tujuan)
    kuki: dict[str, str] = {}
    with (
        Peramban(create_app(berkas)) as satu,
        Peramban(create_app(lain)) as dua,
        Peramban(create_app(salinan)) as tiga,
    ):
        for klien in (satu, dua, tiga):
            # One browser: what one of them gave is brought to the others as well.
            klien.cookies.update(kuki)
            klien.jadi(PEGAWAI)
            kuki |= {satu.name: satu.value for satu in klien.cookies.jar}
        orang = []
        for klien in (satu, dua, tiga):
            klien.cookies.clear()
            klien.cookies.update(kuki)
            orang.append(re.search(r'data-orang="([^"]+)"', klien.get("/skp").text)[1])

    assert len(set(orang)) == 3


def test_one_office_by_itself_and_behind_jupyterlab_has_two_sessions(berkas: Path) -> None:
    """The cookie for all paths comes along to the one below: of the same name, it would stand in its way."""
    with Peramban(create_app(berkas, Pengaturan(percaya_awalan=True))) as klien:
        sendiri = klien.get("/masuk").headers["set-cookie"]
        klien.cookies.clear()
        di_sana = klien.get("/masuk", headers={"X-Forwarded-Context": "/ekinerja"}).headers["set-cookie"]

    assert "path=/ekinerja" in di_sana.lower()
    assert sendiri.partition("=")[0] != di_sana.partition("=")[0]


def test_only_the_owner_of_the_machines_account_reads_the_file_of_secrets(berkas: Path) -> None:
    with Peramban(create_app(berkas)) as klien:
        klien.get("/masuk")
    web = berkas_web(berkas)
    assert web is not None
    assert os.name == "nt" or stat.S_IMODE(web.stat().st_mode) == 0o600
