"""The API as a notebook uses it: a token, an action, a look, a refusal in words."""

from __future__ import annotations

import time
from datetime import date

import pyotp
import pytest
from starlette.testclient import TestClient

from simulator.domain.kepegawaian import Pegawai
from simulator.store import repository
from simulator.web import otp, sandi
from simulator.web.app import create_app
from simulator.web.data import kredensial
from simulator.web.settings import Mode, Pengaturan
from simulator.workflow import actions, queries
from simulator.workflow.actor import Pelaku
from tests.web.conftest import Peramban

API = "/api/v1"
SANDI = "Rahasia#2026"


def jadi(klien: TestClient, pegawai_id: int | None) -> dict[str, str]:
    """The header of somebody who is played."""
    jawab = klien.post(f"{API}/pemeran", json={"pegawai_id": pegawai_id})
    assert jawab.status_code == 200, jawab.text
    return {"Authorization": f"Bearer {jawab.json()['data']['tanda']}"}


def ditolak(jawab, status: int, kode: str) -> str:
    """The sentence of a refusal of that kind."""
    isi = jawab.json()
    assert (jawab.status_code, isi["success"], isi["galat"]["kode"]) == (status, False, kode), jawab.text
    assert set(isi) == {"success", "galat"}
    return isi["galat"]["pesan"]


def berdraft(peramban: Peramban) -> tuple[int, int]:
    """(somebody without subordinates, their SKP in Draft for the year to come)."""
    kantor = peramban.app.state.kantor
    with kantor.lihat() as connection:
        orang = repository.find(connection, Pegawai, aktif=True)
    pegawai_id = next(p.pegawai_id for p in orang if p.pegawai_id not in {satu.atasan_id for satu in orang})
    skp = actions.buat_skp(
        kantor, Pelaku.pegawai(pegawai_id), periode_awal=date(2027, 1, 1), periode_akhir=date(2027, 12, 31)
    )
    return pegawai_id, skp.skp_id


def test_an_action_and_a_look_come_in_the_envelope(peramban: Peramban) -> None:
    pegawai_id, skp_id = berdraft(peramban)
    saya = jadi(peramban, pegawai_id)

    dibuat = peramban.post(
        f"{API}/tindakan/tambah_rhk", json={"skp_id": skp_id, "teks_rhk": "Tersusunnya pedoman layanan"}, headers=saya
    )
    dilihat = peramban.get(f"{API}/skp/{skp_id}", headers=saya)

    assert dibuat.json()["success"] is True
    assert dibuat.json()["data"]["teks"] == "Tersusunnya pedoman layanan"
    assert dibuat.json()["data"]["rhk_id"] in [rhk["rhk_id"] for rhk in dilihat.json()["data"]["daftar_rhk"]]
    assert dilihat.headers["ETag"].strip('"').isdigit()


def test_what_is_not_sent_stays_and_null_empties(peramban: Peramban) -> None:
    pegawai_id, skp_id = berdraft(peramban)
    saya = jadi(peramban, pegawai_id)
    rhk = actions.tambah_rhk(
        peramban.app.state.kantor, Pelaku.pegawai(pegawai_id), skp_id, teks_rhk="Tersedianya data kunjungan",
        jenis="tambahan", penugasan_dari="Kepala Bidang",
    )  # fmt: skip

    ubah = peramban.post(
        f"{API}/tindakan/ubah_rhk", json={"rhk_id": rhk.rhk_id, "teks_rhk": "Tersedianya data rujukan"}, headers=saya
    ).json()["data"]

    assert (ubah["teks"], ubah["penugasan_dari"]) == ("Tersedianya data rujukan", "Kepala Bidang")


def test_a_deletion_can_be_undone_by_its_number(peramban: Peramban) -> None:
    pegawai_id, skp_id = berdraft(peramban)
    saya = jadi(peramban, pegawai_id)
    rhk = peramban.post(
        f"{API}/tindakan/tambah_rhk", json={"skp_id": skp_id, "teks_rhk": "Tersusunnya laporan"}, headers=saya
    ).json()["data"]

    hapus = peramban.post(f"{API}/tindakan/hapus_rhk", json={"rhk_id": rhk["rhk_id"]}, headers=saya).json()["data"]
    pulih = peramban.post(f"{API}/tindakan/pulihkan", json={"terhapus": hapus["nomor"]}, headers=saya)

    assert pulih.json() == {"success": True, "data": 1}
    isi = peramban.get(f"{API}/skp/{skp_id}", headers=saya).json()["data"]
    assert rhk["rhk_id"] in [satu["rhk_id"] for satu in isi["daftar_rhk"]]


def test_an_office_error_keeps_its_code_sentence_and_status(peramban: Peramban) -> None:
    pegawai_id, skp_id = berdraft(peramban)
    saya, orang_lain = jadi(peramban, pegawai_id), jadi(peramban, pegawai_id + 1)
    rhk = {"skp_id": skp_id, "teks_rhk": "x"}

    assert "milik pegawai lain" in ditolak(
        peramban.post(f"{API}/tindakan/tambah_rhk", json=rhk, headers=orang_lain), 403, "tidak-berwenang"
    )
    ditolak(
        peramban.post(f"{API}/tindakan/tambah_rhk", json=rhk | {"skp_id": 999_999}, headers=saya),
        404, "skp-tidak-ditemukan",
    )  # fmt: skip
    panjang = peramban.post(f"{API}/tindakan/tambah_rhk", json=rhk | {"teks_rhk": "x" * 501}, headers=saya)
    assert "paling banyak 500" in ditolak(panjang, 400, "rencana-hasil-kerja-terlalu-panjang")
    ditolak(
        peramban.post(f"{API}/tindakan/revisi_skp", json={"skp_id": skp_id, "alasan": "Mutasi"}, headers=saya),
        409, "skp-draft",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("isian", "bagian"),
    [
        ({"skp_id": 5}, "“teks_rhk” wajib diisi"),
        ({"skp_id": "5", "teks_rhk": "a"}, "“skp_id” harus bilangan bulat"),
        ({"skp_id": 5, "teks_rhk": "a", "teksrhk": "b"}, "“teksrhk” tidak dikenal"),
        ({"skp_id": 5, "teks_rhk": "a", "jenis": "sampingan"}, "“jenis” harus salah satu dari 'utama' atau 'tambahan'"),
        ({"skp_id": 5, "teks_rhk": "a\0b"}, "tidak dapat disimpan"),
        ([], "harus objek JSON"),
    ],
)
def test_a_wrong_field_is_named(peramban: Peramban, isian: object, bagian: str) -> None:
    jawab = peramban.post(f"{API}/tindakan/tambah_rhk", json=isian, headers=jadi(peramban, 5))

    assert bagian in ditolak(jawab, 400, "isian-tidak-sah")


def test_days_and_times_are_taken_as_written_only(peramban: Peramban) -> None:
    saya = jadi(peramban, 5)
    for hari in (0, "2026-02-30", "20260101", "2026-01-01T00:00:00"):
        jawab = peramban.post(
            f"{API}/tindakan/buat_skp", json={"periode_awal": hari, "periode_akhir": "2026-12-31"}, headers=saya
        )
        assert "tanggal" in ditolak(jawab, 400, "isian-tidak-sah")
    progres = {"rencana_id": 1, "tanggal": "2026-01-05", "kegiatan": "Rapat", "realisasi": 1, "satuan": "kali"}
    jawab = peramban.post(
        f"{API}/tindakan/tambah_progres", json=progres | {"jam_mulai": "08:00Z", "jam_selesai": "09:00"}, headers=saya
    )
    assert "harus jam seperti 08:30" in ditolak(jawab, 400, "isian-tidak-sah")


def test_the_second_of_two_who_edit_the_same_is_told(peramban: Peramban) -> None:
    """A director approves what the assessor has meanwhile returned: the ETag of what was read decides."""
    pegawai_id, skp_id = berdraft(peramban)
    kantor = peramban.app.state.kantor
    saya = jadi(peramban, pegawai_id)
    rhk = peramban.post(
        f"{API}/tindakan/tambah_rhk", json={"skp_id": skp_id, "teks_rhk": "Tersusunnya laporan"}, headers=saya
    ).json()["data"]
    dilihat = peramban.get(f"{API}/skp/{skp_id}", headers=saya).headers["ETag"]
    admin = _admin(peramban)
    skp = queries.skp_lengkap(kantor, skp_id)
    # Somebody else touches the row itself, through the store's own transaction as an action would.
    with kantor.tindakan("ubah_rhk", Pelaku.admin(admin)) as t:
        from simulator.domain.skp import RHK

        t.ubah(RHK, rhk["rhk_id"], teks="Tersusunnya laporan bulanan")

    ubah = {"rhk_id": rhk["rhk_id"], "teks_rhk": "Tersusunnya laporan tahunan"}
    for kepala in (dilihat, f"W/{dilihat}", dilihat.strip('"')):
        jawab = peramban.post(f"{API}/tindakan/ubah_rhk", json=ubah, headers=saya | {"If-Match": kepala})
        assert "sudah mengubah data ini" in ditolak(jawab, 409, "sudah-berubah")
    baru = peramban.get(f"{API}/skp/{skp.skp_id}", headers=saya).headers["ETag"]
    assert peramban.post(f"{API}/tindakan/ubah_rhk", json=ubah, headers=saya | {"If-Match": baru}).status_code == 200
    ditolak(
        peramban.post(f"{API}/tindakan/ubah_rhk", json=ubah, headers=saya | {"If-Match": "kemarin"}),
        400, "if-match-tidak-sah",
    )  # fmt: skip


def _admin(peramban: Peramban) -> int:
    from simulator.domain.akun import Akun, Peran

    with peramban.app.state.kantor.lihat() as connection:
        return next(akun.pegawai_id for akun in repository.find(connection, Akun) if Peran.ADMIN in akun.peran)


# --- tokens ----------------------------------------------------------------------------------------------------------


def _siapkan_akun(peramban: Peramban, pegawai_id: int) -> tuple[str, str]:
    """(NIP, secret) of somebody who has changed the password and enrolled an authenticator."""
    with peramban.app.state.kantor.lihat() as connection:
        nip = repository.get(connection, Pegawai, pegawai_id).nip
    rahasia = otp.rahasia_baru()
    with peramban.app.state.data.ubah() as connection:
        sandi.baca(connection, pegawai_id, nip)
        sandi.ganti(connection, pegawai_id, nip, SANDI)
        connection.execute(kredensial.update().where(kredensial.c.pegawai_id == pegawai_id).values(rahasia_otp=rahasia))
    return nip, rahasia


def test_nip_password_and_code_give_a_token_that_ends_with_keluar(peramban: Peramban) -> None:
    nip, rahasia = _siapkan_akun(peramban, 5)
    isian = {"nip": nip, "sandi": SANDI, "otp": pyotp.TOTP(rahasia).at(int(time.time()))}

    tanda = peramban.post(f"{API}/masuk", json=isian).json()["data"]["tanda"]
    saya = {"Authorization": f"Bearer {tanda}"}

    assert peramban.get(f"{API}/saya", headers=saya).json()["data"]["nip"] == nip
    ditolak(peramban.post(f"{API}/masuk", json=isian), 400, "kode-otp-salah")
    assert peramban.post(f"{API}/keluar", headers=saya).json() == {"success": True, "data": None}
    ditolak(peramban.get(f"{API}/saya", headers=saya), 401, "belum-masuk")


@pytest.mark.parametrize("kata", ["salah", SANDI])
def test_guessing_is_held_back_here_as_on_the_page(peramban: Peramban, kata: str) -> None:
    """Passwords and, by who knows one, codes."""
    nip, rahasia = _siapkan_akun(peramban, 5)
    for _ in range(5):
        salah = {"nip": nip, "sandi": kata, "otp": "000000"}
        assert peramban.post(f"{API}/masuk", json=salah).status_code == 400

    benar = {"nip": nip, "sandi": SANDI, "otp": pyotp.TOTP(rahasia).at(int(time.time()))}
    ditolak(peramban.post(f"{API}/masuk", json=benar), 403, "masuk-ditahan")


def test_an_account_with_its_first_password_must_begin_in_the_browser(peramban: Peramban) -> None:
    with peramban.app.state.kantor.lihat() as connection:
        nip = repository.get(connection, Pegawai, 5).nip

    jawab = peramban.post(f"{API}/masuk", json={"nip": nip, "sandi": sandi.sandi_awal(nip), "otp": "000000"})

    assert "lewat peramban" in ditolak(jawab, 409, "akun-belum-siap")


def test_the_cookie_of_a_browser_opens_nothing_here(peramban: Peramban) -> None:
    peramban.jadi(5)

    assert peramban.get("/skp").status_code == 200
    ditolak(peramban.get(f"{API}/saya"), 401, "belum-masuk")
    ditolak(peramban.post(f"{API}/tindakan/sinkronkan_profil", json={}), 401, "belum-masuk")


def test_the_token_of_the_head_of_the_region_opens_no_page(peramban: Peramban) -> None:
    from simulator.web.sesi import nama_kuki

    tanda = jadi(peramban, None)["Authorization"].removeprefix("Bearer ")
    peramban.cookies.set(nama_kuki(peramban.app.state.kode_kantor), tanda)

    assert "/masuk" in str(peramban.get("/skp").url)


def test_in_an_exam_nobody_is_played(berkas) -> None:
    with TestClient(create_app(berkas, Pengaturan(Mode.UJIAN))) as klien:
        ditolak(klien.post(f"{API}/pemeran", json={"pegawai_id": 5}), 403, "pemeran-dalam-ujian")


# --- what is not there, what is too large ----------------------------------------------------------------------------


def test_unknown_addresses_methods_and_bodies_are_told_in_the_same_shape(peramban: Peramban) -> None:
    saya = jadi(peramban, 5)

    ditolak(peramban.get(f"{API}/tidak-ada"), 404, "http-404")
    assert "POST" in peramban.get(f"{API}/tindakan/tambah_rhk").headers["Allow"]
    ditolak(peramban.get(f"{API}/tindakan/tambah_rhk"), 405, "http-405")
    ditolak(peramban.post(f"{API}/tindakan/tambah_rhk", content=b"{", headers=saya), 400, "isian-tidak-sah")
    ditolak(peramban.post(f"{API}/tindakan/tambah_rhk", content=b" " * 70_000, headers=saya), 413, "http-413")


# --- who may look ----------------------------------------------------------------------------------------------------


def test_looks_are_for_those_concerned(peramban: Peramban) -> None:
    pegawai_id, skp_id = berdraft(peramban)
    kantor = peramban.app.state.kantor
    with kantor.lihat() as connection:
        orang = repository.get(connection, Pegawai, pegawai_id)
        rekan = next(
            p.pegawai_id for p in repository.find(connection, Pegawai, aktif=True)
            if p.pegawai_id not in (pegawai_id, orang.atasan_id) and p.unit_id != orang.unit_id
            and repository.find_one(connection, Pegawai, atasan_id=p.pegawai_id) is None
        )  # fmt: skip
    alamat = [
        f"/skp/{skp_id}", f"/skp/{skp_id}/riwayat", f"/skp/{skp_id}/rhk-pimpinan", f"/skp/{skp_id}/matriks",
        f"/skp/{skp_id}/penilaian/1", f"/skp/{skp_id}/penilaian/1/status", f"/pegawai/{pegawai_id}/profil",
        f"/pegawai/{pegawai_id}/bawahan", f"/pegawai/{pegawai_id}/skp-bawahan",
    ]  # fmt: skip

    for satu in alamat:
        assert peramban.get(API + satu, headers=jadi(peramban, pegawai_id)).status_code == 200, satu
        assert peramban.get(API + satu, headers=jadi(peramban, orang.atasan_id)).status_code == 200, satu
        assert peramban.get(API + satu, headers=jadi(peramban, rekan)).status_code == 403, satu
    assert peramban.get(f"{API}/pegawai/{pegawai_id}/skp", headers=jadi(peramban, rekan)).json()["data"] == []
    assert peramban.get(f"{API}/pegawai/{pegawai_id}/skp", headers=jadi(peramban, pegawai_id)).json()["data"]
    drive = f"{API}/pegawai/{pegawai_id}/dokumen"
    assert peramban.get(drive, headers=jadi(peramban, pegawai_id)).status_code == 200
    assert peramban.get(drive, headers=jadi(peramban, orang.atasan_id)).status_code == 403


def test_overviews_are_for_admin_leadership_and_the_head_of_the_unit(peramban: Peramban) -> None:
    from simulator.domain.kepegawaian import UnitKerja

    with peramban.app.state.kantor.lihat() as connection:
        unit = next(u for u in repository.find(connection, UnitKerja) if u.pimpinan_id and u.induk_id)
        staf = next(p for p in repository.find(connection, Pegawai, atasan_id=unit.pimpinan_id, aktif=True))
    admin = _admin(peramban)

    for nama in ("monitoring", "rekap", "kurva"):
        alamat = f"{API}/periode/1/{nama}"
        sendiri = f"{alamat}?unit_id={unit.unit_id}"
        assert peramban.get(alamat, headers=jadi(peramban, admin)).status_code == 200
        assert peramban.get(sendiri, headers=jadi(peramban, unit.pimpinan_id)).status_code == 200
        assert peramban.get(alamat, headers=jadi(peramban, unit.pimpinan_id)).status_code == 403
        if staf.pegawai_id != admin:
            assert peramban.get(alamat, headers=jadi(peramban, staf.pegawai_id)).status_code == 403
    assert peramban.get(f"{API}/keberatan/menunggu", headers=jadi(peramban, admin)).status_code == 200
    assert peramban.get(f"{API}/jejak/skp/1", headers=jadi(peramban, admin)).status_code == 200


# --- the description -------------------------------------------------------------------------------------------------


def test_every_action_and_every_text_limit_is_described(peramban: Peramban) -> None:
    from simulator.workflow.permissions import TABEL

    uraian = peramban.get(f"{API}/openapi.json").json()

    bentuk = uraian["components"]["schemas"]
    for izin in TABEL:
        assert uraian["paths"][f"/tindakan/{izin.aksi}"]["post"]["summary"] == izin.tombol
        for nama, bidang in bentuk[f"Isian_{izin.aksi}"]["properties"].items():
            jenis = [satu.get("type") for satu in [bidang, *bidang.get("anyOf", [])]]
            terbuka = "string" in jenis and not {"format", "pattern", "enum"} & _kunci(bidang)
            assert not terbuka or "maxLength" in bidang, f"batas.py: {izin.aksi}.{nama}"


def _kunci(bidang: dict) -> set[str]:
    return {kunci for satu in [bidang, *bidang.get("anyOf", [])] for kunci in satu}
