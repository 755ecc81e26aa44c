"""The participant's JupyterLab is the same on every machine: settings, extensions, environment."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from simulator.notebook_server import settings


def test_the_prebuilt_extension_is_complete_and_asks_nothing_of_the_internet():
    folder = settings.extension_folder() / settings.EXTENSION
    paket = json.loads((folder / "package.json").read_text(encoding="utf-8"))
    build = paket["jupyterlab"]["_build"]
    berkas = sorted((folder / "static").iterdir())
    teks = {satu.name: satu.read_text(encoding="utf-8") for satu in berkas}
    diminta = {nama for isi in teks.values() for nama in re.findall(r"from '\./([a-z]+\.js)'", isi)}

    assert paket["name"] == folder.name
    assert (folder / build["load"]).is_file()
    assert diminta <= set(teks)
    assert [nama for nama, isi in teks.items() if re.search(r"https?://", isi)] == []


def test_every_module_of_the_extension_is_used():
    statik = settings.extension_folder() / settings.EXTENSION / "static"
    isi = "".join(satu.read_text(encoding="utf-8") for satu in statik.iterdir())

    assert [satu.name for satu in statik.iterdir() if satu.name not in isi and satu.name != "remoteEntry.js"] == []


def test_settings_are_written_below_the_folder_only_and_the_same_each_time(tmp_path):
    state = settings.write_settings(tmp_path, [])
    pertama = {satu: satu.read_bytes() for satu in tmp_path.rglob("*") if satu.is_file()}
    settings.write_settings(tmp_path, [])

    assert state == tmp_path / ".bimtek"
    assert all(state in satu.parents for satu in pertama)
    assert {satu: satu.read_bytes() for satu in tmp_path.rglob("*") if satu.is_file()} == pertama


def test_extensions_of_other_tools_on_the_machine_are_disabled(tmp_path):
    for nama in ("@jupyter/nbgrader", "jupyterlab-asing", "@jupyter-widgets/jupyterlab-manager", settings.EXTENSION):
        folder = tmp_path / "labextensions" / nama
        folder.mkdir(parents=True)
        (folder / "package.json").write_text(json.dumps({"name": nama}))

    state = settings.write_settings(tmp_path, [str(tmp_path / "labextensions")])
    isi = json.loads((state / settings.APP_SETTINGS / "page_config.json").read_text())

    assert {"@jupyter/nbgrader", "jupyterlab-asing"} <= set(isi["disabledExtensions"])
    assert not {"@jupyter-widgets/jupyterlab-manager", settings.EXTENSION} & set(isi["disabledExtensions"])
    assert isi["bimtekPeserta"] == "ya"


def test_hidden_plugins_exist_in_the_installed_jupyterlab():
    """A renamed plugin would come back to the participant's screen unnoticed."""
    jupyterlab = pytest.importorskip("jupyterlab.commands")
    statik = Path(jupyterlab.get_app_dir()) / "static"
    isi = "".join(satu.read_text(encoding="utf-8", errors="replace") for satu in statik.glob("*.js"))
    bawaan = json.loads((statik / "package.json").read_text(encoding="utf-8"))["jupyterlab"]
    ada = {*bawaan["extensions"], *bawaan["mimeExtensions"]}

    assert [nama for nama in settings.HIDDEN if ":" not in nama and nama not in ada] == []
    assert [nama for nama in settings.HIDDEN if ":" in nama and nama not in isi] == []


def test_overrides_name_settings_that_jupyterlab_knows():
    jupyterlab = pytest.importorskip("jupyterlab.commands")
    skema = Path(jupyterlab.get_app_dir()) / "schemas"
    asing = []
    for nama, isi in settings.OVERRIDES.items():
        paket, plugin = nama.split(":")
        berkas = skema / paket / f"{plugin}.json"
        if berkas.is_file():
            dikenal = json.loads(berkas.read_text(encoding="utf-8"))["properties"]
            asing += [f"{nama} {kunci}" for kunci in isi if kunci not in dikenal]

    assert asing == []


def test_a_kernel_gets_none_of_the_persons_own_jupyter_set_up(tmp_path, monkeypatch):
    monkeypatch.setenv("JUPYTER_CONFIG_DIR", "/punya/orang")
    isi = settings.jupyter_environment(tmp_path / ".bimtek")

    folder = ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR")
    assert all(isi[nama].startswith(str(tmp_path)) for nama in folder)
    assert isi["PYTHONSAFEPATH"] == "1"


def test_the_server_listens_to_this_machine_only_and_offers_no_terminal(tmp_path):
    isi = settings.server_config(tmp_path, tmp_path / ".bimtek", port=8871, token="x")

    assert isi["ServerApp"]["ip"] == "127.0.0.1"
    assert isi["ServerApp"]["terminals_enabled"] is False
    assert isi["IdentityProvider"]["token"] == "x"
    assert isi["ServerApp"]["allow_root"] is settings.runs_as_administrator()
