"""Someone with a clone and no class can start at once: a folder of their own, made from the exercises that lie here."""

from __future__ import annotations

import json
import sqlite3

from exercises.kit.catalog import exercise_ids
from exercises.kit.self_study import write_self_study


def test_self_study_holds_every_exercise_an_office_and_no_key(tmp_path):
    write_self_study(tmp_path / "latihan", benih=3)
    info = json.loads((tmp_path / "latihan" / "paket.json").read_text(encoding="utf-8"))
    berkas = {satu.name for satu in (tmp_path / "latihan").rglob("*") if satu.is_file()}

    assert [satu["id"] for satu in info["latihan"]] == list(exercise_ids())
    assert {f"{nama}.ipynb" for nama in exercise_ids()} <= berkas
    assert not {"solution.py", "checks.py", "cases.yaml"} & berkas
    with sqlite3.connect(tmp_path / "latihan" / "kantor.ekin.db") as kantor:
        assert kantor.execute("select count(*) from pegawai").fetchone()[0] >= 60


def test_writing_it_again_keeps_the_answers(tmp_path):
    write_self_study(tmp_path / "latihan", benih=3)
    jawaban = tmp_path / "latihan" / exercise_ids()[0] / "jawaban.json"
    jawaban.write_text("punya saya", encoding="utf-8")
    write_self_study(tmp_path / "latihan", benih=3)

    assert jawaban.read_text(encoding="utf-8") == "punya saya"
