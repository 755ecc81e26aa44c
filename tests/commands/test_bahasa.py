"""The frame of the command line speaks Indonesian: every help page, every wrong usage."""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from simulator.commands.app import build_command, main
from simulator.commands.bahasa import indonesiakan, jenis_isian
from simulator.commands.salah_pakai import kalimat, usage_errors

#: Words of the library's own frame. Option names (--help, --json, --format) are names, not sentences.
ENGLISH = re.compile(
    r"(?<![-\w])(usage|options?|commands?|arguments?|args|error|required|default|show|this|message|and|exit|missing|"
    r"invalid|value|unable|parse|string|such|try|for|help|integer|float|text|path|file|directory|int|str|bool|list|"
    r"true|false|none|no-[a-z]+)(?!\w)",
    re.IGNORECASE,
)
WRONG: list[tuple[list[str], str]] = [
    (["instansi", "buat", "--skenario", "x"], "--benih belum diisi"),
    (["instansi", "buat", "--skenario", "x", "--benih", "abc"], "harus bilangan bulat, misalnya 5, bukan “abc”"),
    (["instanis"], "Mungkin maksudnya: instansi?"),
    (["iki", "perksa"], "Perintah “perksa” tidak dikenal"),
    (["iki", "periksa", "--jsn"], "Mungkin maksudnya: --json?"),
    (["iki", "periksa", "a", "b", "c"], "“b c” berlebih"),
    (["iki", "periksa", "--format"], "--format belum diisi"),
    (["instansi", "verifikasi"], "Isian BERKAS|ALAMAT belum diisi"),
    (["instansi", "daftar", "--json=1"], "--json tidak memerlukan isi"),
    (["mulai", "--port", "delapan"], "bilangan bulat"),
]  # fmt: skip


def _said(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    said = capsys.readouterr()
    return int(stopped.value.code or 0), said.out, said.err


def _paths(command: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    yield path
    for name, below in getattr(command, "commands", {}).items():
        yield from _paths(below, (*path, name))


def _perintah(path: tuple[str, ...]) -> Any:
    command = build_command()
    for name in path:
        command = command.commands[name]
    return command


@pytest.mark.parametrize("path", list(_paths(build_command())), ids=" ".join)
def test_no_help_page_holds_an_english_word(path: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    code, page, _ = _said(capsys, [*path, "--help"])

    assert code == 0
    assert page.startswith(f"Pemakaian: {' '.join(('bimtek', *path))} [PILIHAN]")
    assert "Tampilkan bantuan ini." in page
    assert ENGLISH.findall(page) == []


def test_a_value_is_called_what_it_is() -> None:
    """“BERKAS|FOLDER” for what can only be one of both leaves a person guessing."""
    halaman = [
        _perintah(path).get_help(_perintah(path).make_context("bimtek", [], resilient_parsing=True))
        for path in _paths(build_command())
    ]
    either = [line.strip() for page in halaman for line in page.splitlines() if re.match(r"\s+-.*BERKAS\|FOLDER", line)]

    assert [line.split()[0] for line in either] == ["--dari"]


@pytest.mark.parametrize(("arguments", "sentence"), WRONG, ids=[" ".join(words) for words, _ in WRONG])
def test_a_wrong_usage_says_what_where_and_how_to_mend_it(
    arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, error = _said(capsys, arguments)

    assert (code, out) == (2, "")
    assert error.startswith("Galat: ")
    assert sentence in error
    assert "Cara memakai: bimtek" in error
    assert error.endswith("Kode: salah-pakai\n")
    assert ENGLISH.findall(error) == []


def test_a_program_gets_a_wrong_usage_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, error = _said(capsys, ["iki", "periksa", "--jsn", "--json"])

    assert (code, error) == (2, "")
    assert json.loads(out)["galat"]["kode"] == "salah-pakai"


@pytest.mark.parametrize("path", [[], ["iki"], ["instansi"]], ids=" ".join)
def test_a_group_alone_shows_its_help(path: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    code, _, page = _said(capsys, path)

    assert code == 2
    assert page.startswith("Pemakaian: bimtek")


def test_a_refusal_keeps_its_exit_code(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, error = _said(capsys, ["iki", "periksa", "tidak-ada.xlsx"])

    assert code == 1
    assert "Kode: berkas-tidak-ditemukan" in error


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["buat", "--benih", "abc"], "Pilihan --benih harus bilangan bulat, misalnya 5, bukan “abc”. Angka awal."),
        (["buat"], "Pilihan --benih belum diisi. Angka awal."),
        (["buta"], "Perintah “buta” tidak dikenal. Yang ada: buat. Mungkin maksudnya: buat?"),
        (["buat", "--benhi", "1"], "Pilihan --benhi tidak dikenal. Mungkin maksudnya: --benih?"),
        (["buat", "--benih"], "Pilihan --benih belum diisi. Tulis isinya sesudah --benih."),
        (["buat", "--benih", "1", "a", "b"], "“a b” berlebih"),
    ],
)
def test_the_library_beside_typer_in_older_versions_is_understood_too(arguments: list[str], sentence: str) -> None:
    click = pytest.importorskip("click", reason="only older Typer needs click")
    benih = click.Option(["--benih"], type=int, required=True, help="Angka awal.")
    group = click.Group("bimtek", commands={"buat": click.Command("buat", params=[benih], callback=lambda benih: None)})
    indonesiakan(group)
    with pytest.raises(usage_errors()) as caught:
        group.main(arguments, prog_name="bimtek", standalone_mode=False)

    assert jenis_isian(benih) == "int"
    assert kalimat(caught.value, arguments).startswith(sentence)


def test_what_nobody_foresaw_is_told_in_words_and_kept_in_a_file(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr("simulator.commands.instansi_laporan.list_scenarios", lambda: 1 / 0)
    kode, keluar, galat = _said(capsys, ["instansi", "daftar"])
    (berkas,) = tmp_path.glob("bimtek-galat-*.txt")

    assert kode == 1
    assert keluar == ""
    assert "Traceback" not in galat
    assert str(berkas) in galat
    assert "galat-tak-terduga" in galat
    assert "bimtek instansi daftar" in berkas.read_text(encoding="utf-8")
    assert "ZeroDivisionError" in berkas.read_text(encoding="utf-8")
