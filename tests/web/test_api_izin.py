"""The permission table, tried through the API: role × action × whose record, and the limits each text names.

The situations are those of the workflow's own test; only the way in is another one: what they would hand to an action
is written down, sent as JSON with a token, and the answer must be what the table says.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from datetime import date, time
from enum import Enum
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from starlette.testclient import TestClient

from simulator.domain.akun import Peran
from simulator.web.api.isian import model_isian
from simulator.web.app import create_app
from simulator.workflow import actions
from simulator.workflow.actor import Pelaku
from simulator.workflow.founding import found_office
from simulator.workflow.office import Kantor
from simulator.workflow.permissions import IZIN, TABEL
from tests.workflow import test_permission_table as perkara
from tests.workflow.kantor_kecil import KantorKecil
from tests.workflow.sidik_kantor import sidik_kantor
from tests.workflow.tahap import Tahap, semua_tahap

API = "/api/v1"
#: What OpenAPI says of this API; the same for every office.
URAIAN: dict[str, Any] = {}


@pytest.fixture(scope="module")
def tahap(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Tahap]:
    folder = tmp_path_factory.mktemp("tahap")
    found_office(KantorKecil(), folder / "cetakan.ekin.db")
    return semua_tahap(folder / "cetakan.ekin.db", folder)


class Pencatat:
    """Stands where a situation expects the actions, and notes what it would have done."""

    def __init__(self) -> None:
        self.aksi = ""
        self.isian: dict[str, Any] = {}

    def __getattr__(self, aksi: str) -> Callable[..., None]:
        def catat(*args: Any, **kwargs: Any) -> None:
            bound = inspect.signature(getattr(actions, aksi)).bind(*args, **kwargs)
            self.aksi = aksi
            self.isian = {n: _json(v) for n, v in bound.arguments.items() if n not in ("kantor", "pelaku")}

        return catat


def _json(nilai: Any) -> Any:
    if isinstance(nilai, Enum):
        return nilai.value
    if hasattr(nilai, "ke_dict"):
        return _rencana(nilai)
    return nilai.isoformat() if isinstance(nilai, (date, time)) else nilai


def _rencana(nilai: Any) -> Any:
    from dataclasses import asdict

    return asdict(nilai, dict_factory=lambda pasangan: {n: _json(v) for n, v in pasangan})


def isian_dari(monkeypatch: pytest.MonkeyPatch, laku: perkara.Laku, stage: Tahap) -> tuple[str, dict[str, Any]]:
    """(action, its fields as JSON) of one situation."""
    pencatat = Pencatat()
    with monkeypatch.context() as m:
        m.setattr(perkara, "a", pencatat)
        laku(None, Pelaku.pegawai(1), stage)  # type: ignore[arg-type]
    return pencatat.aksi, pencatat.isian


class Kelas:
    """The office behind the API with a token for everybody who tries."""

    def __init__(self, klien: TestClient, berkas: Path) -> None:
        self.klien = klien
        self.berkas = berkas
        self.tanda: dict[int | None, str] = {}

    @property
    def kantor(self) -> Kantor:
        return self.klien.app.state.kantor  # type: ignore[attr-defined,no-any-return]

    def kirim(self, aksi: str, isian: dict[str, Any], pelaku: Pelaku) -> Any:
        """The answer to one action under one hat."""
        if pelaku.pegawai_id not in self.tanda:
            jawab = self.klien.post(f"{API}/pemeran", json={"pegawai_id": pelaku.pegawai_id})
            self.tanda[pelaku.pegawai_id] = jawab.json()["data"]["tanda"]
        kepala = {"Authorization": f"Bearer {self.tanda[pelaku.pegawai_id]}"}
        jawab = self.klien.post(f"{API}/tindakan/{aksi}?peran={pelaku.peran.value}", json=isian, headers=kepala)
        self._seperti_diuraikan(aksi, jawab)
        return jawab

    def _seperti_diuraikan(self, aksi: str, jawab: Any) -> None:
        """What comes back is what OpenAPI says: random requests seldom get as far as a success."""
        if not URAIAN:
            URAIAN.update(self.klien.get(f"{API}/openapi.json").json())
        balasan = URAIAN["paths"][f"/tindakan/{aksi}"]["post"]["responses"][str(jawab.status_code)]
        bentuk = balasan["content"]["application/json"]["schema"]
        assert [e.message for e in Draft202012Validator({**URAIAN, **bentuk}).iter_errors(jawab.json())] == []


@pytest.fixture
def kelas(tmp_path: Path) -> Iterator[Callable[[Tahap], Kelas]]:
    """Opens a copy of one stage behind the API."""
    terbuka: list[TestClient] = []

    def buka(stage: Tahap) -> Kelas:
        berkas = stage.salin(tmp_path / "kantor.ekin.db")
        klien = TestClient(create_app(berkas))
        terbuka.append(klien)
        return Kelas(klien.__enter__(), berkas)

    yield buka
    for klien in terbuka:
        klien.__exit__(None, None, None)


def _yang_boleh(kelas: Kelas, aksi: str, isian: dict[str, Any], who: str) -> set[str]:
    """Everybody tries on one office, the expected one last: 403 changes nothing, 200 does."""
    allowed = set()
    for name in sorted(perkara.PELAKU, key=lambda name: name == who):
        before = sidik_kantor(kelas.berkas)
        jawab = kelas.kirim(aksi, isian, perkara.PELAKU[name])
        if jawab.status_code == 200:
            allowed.add(name)
            assert jawab.json()["success"] is True
        else:
            assert (name, jawab.status_code) == (name, 403), jawab.text
            assert set(jawab.json()) == {"success", "galat"}
            assert sidik_kantor(kelas.berkas) == before, (name, jawab.text)
    assert sidik_kantor(kelas.berkas) != before
    return allowed


@pytest.mark.parametrize("aksi", sorted(perkara.PERKARA))
def test_only_the_right_person_may(
    aksi: str, tahap: dict[str, Tahap], kelas: Callable[[Tahap], Kelas], monkeypatch: pytest.MonkeyPatch
) -> None:
    stage, who, laku = perkara.PERKARA[aksi]
    ke = kelas(tahap[stage])
    if aksi in perkara.SEBELUM:
        perkara.SEBELUM[aksi](ke.kantor, tahap[stage])
    nama, isian = isian_dari(monkeypatch, laku, tahap[stage])

    assert nama == aksi
    assert _yang_boleh(ke, aksi, isian, who) == {who}
    # The situation itself stands in the table: this hat, and no hat the table leaves empty.
    assert IZIN[aksi].kaitan(perkara.PELAKU[who].peran) is not None


@pytest.mark.parametrize("aksi", sorted(perkara.PUNCAK))
def test_only_the_head_of_the_region_acts_for_the_head_of_the_institution(
    aksi: str, tahap: dict[str, Tahap], kelas: Callable[[Tahap], Kelas], monkeypatch: pytest.MonkeyPatch
) -> None:
    stage, laku = perkara.PUNCAK[aksi]
    nama, isian = isian_dari(monkeypatch, laku, tahap[stage])

    assert _yang_boleh(kelas(tahap[stage]), nama, isian, "kepala daerah") == {"kepala daerah"}


def test_every_hat_that_the_table_leaves_empty_is_refused(
    tahap: dict[str, Tahap], kelas: Callable[[Tahap], Kelas], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The whole grid: each action under each hat that has no relation in its row, by somebody who wears that hat."""
    from tests.workflow.kantor_kecil import ADMIN, KASI, PERAWAT

    pemakai = {
        Peran.PEGAWAI: Pelaku.pegawai(PERAWAT),
        Peran.PENILAI: Pelaku.penilai(KASI),
        Peran.ADMIN: Pelaku.admin(ADMIN),
        Peran.PIMPINAN: perkara.PELAKU["kepala daerah"],
    }
    ke = kelas(tahap["puncak_keberatan"])
    # Records of the latest stage exist for every action but the few whose record an earlier stage has used up.
    for izin in TABEL:
        stage, _, laku = perkara.PERKARA[izin.aksi]
        _, isian = isian_dari(monkeypatch, laku, tahap[stage])
        for peran in Peran:
            if izin.kaitan(peran) is None:
                jawab = ke.kirim(izin.aksi, isian, pemakai[peran])
                gone = jawab.status_code == 404 and stage in ("draft", "pengajuan")
                assert jawab.status_code == 403 or gone, (izin.aksi, peran, jawab.text)


_TEKS = sorted(
    (aksi, nama, bidang.json_schema_extra["maxLength"])  # type: ignore[index,call-overload]
    for aksi in perkara.PERKARA
    for nama, bidang in model_isian(getattr(actions, aksi)).model_fields.items()
    if bidang.json_schema_extra
)


@pytest.mark.parametrize(("aksi", "nama", "maks"), _TEKS)
def test_a_text_one_letter_longer_than_described_is_refused(
    aksi: str, nama: str, maks: int, tahap: dict[str, Tahap], kelas: Callable[[Tahap], Kelas],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    stage, who, laku = perkara.PERKARA[aksi]
    ke = kelas(tahap[stage])
    if aksi in perkara.SEBELUM:
        perkara.SEBELUM[aksi](ke.kantor, tahap[stage])
    _, isian = isian_dari(monkeypatch, laku, tahap[stage])
    # A link must look like one before its length counts.
    awal = "https://contoh.go.id/" if nama == "tautan" else ""

    jawab = ke.kirim(aksi, isian | {nama: awal + "x" * (maks + 1 - len(awal))}, perkara.PELAKU[who])

    assert jawab.status_code == 400, jawab.text
    assert f"paling banyak {maks:,}".replace(",", ".") in jawab.json()["galat"]["pesan"]
