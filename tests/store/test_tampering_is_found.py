"""Many ways to change an office behind the application's back; ``verify`` must find each and name it."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from simulator.store.journal import entry_digest
from simulator.store.verification import verify

Curang = Callable[[sqlite3.Connection, dict[str, int]], object]


def _sql(statement: str) -> Curang:
    """One statement; ``:skp`` and the like stand for the keys of the scene."""
    return lambda db, k: db.execute(statement, {name: value for name, value in k.items() if f":{name}" in statement})


def _tulis_ulang(db: sqlite3.Connection, mulai: int) -> None:
    """Recompute the chain from one entry on, as somebody would who knows how it is made."""
    (previous,) = db.execute("SELECT sidik FROM jurnal WHERE nomor = ?", (mulai - 1,)).fetchone()
    rows = db.execute(
        "SELECT nomor, hari, pelaku_id, peran, aksi, objek, objek_id, isi FROM jurnal WHERE nomor >= ? ORDER BY nomor",
        (mulai,),
    ).fetchall()
    for nomor, hari, *rest in rows:
        sidik = entry_digest(previous, nomor, hari, tuple(rest))
        db.execute("UPDATE jurnal SET sidik_sebelumnya = ?, sidik = ? WHERE nomor = ?", (previous, sidik, nomor))
        previous = sidik


def _gambar(db: sqlite3.Connection, tabel: str, kunci: str, nilai: int) -> dict[str, Any]:
    cursor = db.execute(f"SELECT * FROM {tabel} WHERE {kunci} = ?", (nilai,))
    return dict(zip([column[0] for column in cursor.description], cursor.fetchone(), strict=True))


def _entri_palsu(db: sqlite3.Connection, k: dict[str, int], *, hari: str, aksi: str = "beri_rating") -> None:
    """Append a well-chained entry that raises a rating, and the rating with it."""
    before = _gambar(db, "evaluasi", "evaluasi_id", k["evaluasi"])
    after = {**before, "rating_hasil": "di_atas_ekspektasi"}
    change = {"tabel": "evaluasi", "kunci": k["evaluasi"], "lama": before, "baru": after}
    isi = json.dumps({"catatan": {}, "perubahan": [change]}, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    (last,) = db.execute("SELECT max(nomor) FROM jurnal").fetchone()
    row = (last + 1, hari, 4, "penilai", aksi, "evaluasi", k["evaluasi"], isi, "", "")
    db.execute("INSERT INTO jurnal VALUES (?,?,?,?,?,?,?,?,?,?)", row)
    db.execute("UPDATE evaluasi SET rating_hasil = 'di_atas_ekspektasi' WHERE evaluasi_id = ?", (k["evaluasi"],))
    _tulis_ulang(db, last + 1)


def _ganti_isi_lalu_sambung(db: sqlite3.Connection, k: dict[str, int]) -> None:
    db.execute("UPDATE jurnal SET pelaku_id = 6 WHERE nomor = 10")
    row = db.execute(
        "SELECT sidik_sebelumnya, nomor, hari, pelaku_id, peran, aksi, objek, objek_id, isi "
        "FROM jurnal WHERE nomor = 10"
    ).fetchone()
    db.execute("UPDATE jurnal SET sidik = ? WHERE nomor = 10", (entry_digest(row[0], row[1], row[2], row[3:]),))


def _segel_dibuat_ulang(db: sqlite3.Connection, k: dict[str, int]) -> None:
    """Change a row the office was born with and forge its seal as well."""
    from simulator.store.canonical import row_digest

    db.execute("UPDATE pegawai SET nama = 'Nama Palsu' WHERE pegawai_id = 1")
    values = tuple(db.execute("SELECT * FROM pegawai WHERE pegawai_id = 1").fetchone())
    (sidik,) = db.execute("SELECT sidik FROM segel WHERE tabel = 'pegawai'").fetchone()
    db.execute("UPDATE segel SET sidik = ? WHERE tabel = 'pegawai'", (row_digest(values) + sidik[8:],))


def _sisip_riwayat(db: sqlite3.Connection, k: dict[str, int]) -> None:
    """Rewrite the middle of the journal so that a row was always different: the before-images no longer fit."""
    for nomor, isi in db.execute("SELECT nomor, isi FROM jurnal WHERE nomor > 1").fetchall():
        body = json.loads(isi)
        for change in body["perubahan"]:
            if change["tabel"] == "skp" and change["lama"] and change["baru"]:
                change["lama"]["periode_awal"] = "2026-02-01"
        forged = json.dumps(body, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        db.execute("UPDATE jurnal SET isi = ? WHERE nomor = ?", (forged, nomor))
    _tulis_ulang(db, 2)


def _tabel_disalin(db: sqlite3.Connection, k: dict[str, int]) -> None:
    db.executescript(
        "CREATE TABLE salinan AS SELECT * FROM evaluasi; DROP TABLE evaluasi; ALTER TABLE salinan RENAME TO evaluasi;"
    )


def _skema(db: sqlite3.Connection, tabel: str, lama: str, baru: str) -> None:
    """Change how a table was declared, as only somebody who means it would."""
    db.execute("PRAGMA writable_schema = ON")
    (before,) = db.execute("SELECT sql FROM sqlite_master WHERE name = ?", (tabel,)).fetchone()
    assert lama in before
    db.execute("UPDATE sqlite_master SET sql = ? WHERE name = ?", (before.replace(lama, baru), tabel))
    db.execute("PRAGMA schema_version = 9999")
    db.commit()


def _jenis_bergeser(db: sqlite3.Connection, k: dict[str, int]) -> None:
    _skema(db, "iki", "rhk_id INTEGER", "rhk_id REAL")
    db.execute("UPDATE iki SET rhk_id = CAST(rhk_id AS REAL)")


def _keunikan_dibuang(db: sqlite3.Connection, k: dict[str, int]) -> None:
    """Rebuild a table exactly as it was, without its uniqueness."""
    (sql,) = db.execute("SELECT sql FROM sqlite_master WHERE name = 'evaluasi'").fetchone()
    indexes = [
        row[0] for row in db.execute("SELECT sql FROM sqlite_master WHERE tbl_name = 'evaluasi' AND type = 'index'")
    ]
    without = re.sub(r",\s*UNIQUE \([^)]*\)", "", sql).replace("TABLE evaluasi", "TABLE salinan")
    assert without.count("UNIQUE") == sql.count("UNIQUE") - 1
    db.executescript(
        f"{without}; INSERT INTO salinan SELECT * FROM evaluasi; DROP TABLE evaluasi; "
        f"ALTER TABLE salinan RENAME TO evaluasi; {'; '.join(index for index in indexes if index)};"
    )


KECURANGAN: dict[str, tuple[Curang, set[str]]] = {
    "baris yang ditulis aplikasi diubah": (_sql("UPDATE rhk SET teks = 'Lain' WHERE rhk_id = :rhk"), {"baris-diubah"}),
    "baris asal diubah": (_sql("UPDATE pegawai SET atasan_id = 1 WHERE pegawai_id = 5"), {"baris-diubah"}),
    "dua baris asal ditukar": (
        _sql(
            "UPDATE akun SET nip = (SELECT nip FROM akun b WHERE b.pegawai_id = 9 - akun.pegawai_id) "
            "WHERE pegawai_id IN (4, 5)"
        ),
        {"baris-diubah"},
    ),
    "baris yang ditulis aplikasi dihapus": (_sql("DELETE FROM lampiran WHERE skp_id = :skp"), {"baris-hilang"}),
    "baris asal dihapus": (_sql("DELETE FROM akun WHERE pegawai_id = 9"), {"baris-hilang"}),
    "baris diselundupkan": (
        _sql("INSERT INTO ekspektasi VALUES (77, :skp, 'loyal', 'Selundupan')"),
        {"baris-selundupan"},
    ),
    "baris terhapus muncul kembali": (
        _sql(
            "INSERT INTO dokumen VALUES (:dihapus, 5, 'salah.pdf', 'Laporan', '2026-03-31', '', 'penilai', '', 1, '', "
            "'2026-03-31')"
        ),
        {"baris-muncul-kembali"},
    ),
    "rating diubah sesudah kunci": (
        _sql("UPDATE evaluasi SET rating_hasil = 'di_atas_ekspektasi' WHERE evaluasi_id = :evaluasi"),
        {"baris-diubah-setelah-kunci"},
    ),
    "kunci evaluasi dilepas": (
        _sql("UPDATE evaluasi SET dikunci_pada = NULL WHERE evaluasi_id = :evaluasi"),
        {"baris-diubah-setelah-kunci"},
    ),
    "bukti dihapus sesudah kunci": (
        _sql("DELETE FROM bukti_dukung WHERE bukti_id = :bukti"),
        {"baris-hilang-setelah-kunci"},
    ),
    "umpan balik disisipkan sesudah kunci": (
        _sql("INSERT INTO umpan_balik VALUES (78, :skp, 1, 4, 'umum', NULL, '', 'Susulan', NULL, '2026-03-30')"),
        {"baris-selundupan-setelah-kunci"},
    ),
    "capaian organisasi disisipkan sesudah kunci": (
        _sql("INSERT INTO capaian_organisasi VALUES (79, 3, 1, 'istimewa', 110.0, 1, '2026-03-31')"),
        {"baris-selundupan-setelah-kunci"},
    ),
    "rencana periode terbuka diubah": (
        _sql("UPDATE rencana_aksi SET target = '9 Laporan' WHERE rencana_id = :rencana_tw2"),
        {"baris-diubah"},
    ),
    "batas pengisian digeser": (
        _sql("UPDATE periode_penilaian SET batas_pengisian = '2026-12-31' WHERE periode_id = 1"),
        {"baris-diubah"},
    ),
    "hari simulasi diputar balik": (_sql("UPDATE instansi SET hari_simulasi = '2026-03-01'"), {"baris-diubah"}),
    "tanggal yang bukan tanggal": (
        _sql("UPDATE penugasan SET mulai = 'besok'"),
        set(),  # there is none: see the next one, which has rows
    ),
    "tanggal skp rusak": (_sql("UPDATE skp SET periode_awal = 'besok' WHERE skp_id = :skp"), {"baris-diubah"}),
    "blob di kolom teks": (_sql("UPDATE pegawai SET nama = x'00ff' WHERE pegawai_id = 2"), {"baris-diubah"}),
    "teks yang bukan utf-8": (
        _sql("UPDATE pegawai SET nama = CAST(x'ff41' AS TEXT) WHERE pegawai_id = 2"),
        {"baris-diubah"},
    ),
    "tak hingga di kolom angka": (
        _sql("UPDATE jabatan SET kelas = 9e999 WHERE jabatan_id = 1"),
        {"baris-diubah"},
    ),
    "isi entri jurnal diganti": (_sql("UPDATE jurnal SET isi = '{}' WHERE nomor = 9"), {"jurnal-isi-berubah"}),
    "pelaku entri jurnal diganti": (_sql("UPDATE jurnal SET pelaku_id = 6 WHERE nomor = 9"), {"jurnal-isi-berubah"}),
    "entri jurnal diganti dan disidik ulang": (_ganti_isi_lalu_sambung, {"jurnal-rantai-putus"}),
    "entri tengah jurnal dihapus": (_sql("DELETE FROM jurnal WHERE nomor = 12"), {"jurnal-nomor-loncat"}),
    "entri terakhir jurnal dihapus": (
        _sql("DELETE FROM jurnal WHERE nomor = (SELECT max(nomor) FROM jurnal)"),
        {"baris-selundupan"},
    ),
    "seluruh jurnal dihapus": (_sql("DELETE FROM jurnal"), {"jurnal-tanpa-pendirian", "segel-berubah"}),
    "entri pendirian dihapus": (
        _sql("DELETE FROM jurnal WHERE nomor = 1"),
        {"jurnal-tanpa-pendirian", "jurnal-nomor-loncat"},
    ),
    "entri palsu sesudah kunci": (
        lambda db, k: _entri_palsu(db, k, hari="2026-04-20"),
        {"jurnal-setelah-kunci"},
    ),
    "entri palsu bertanggal mundur": (
        lambda db, k: _entri_palsu(db, k, hari="2026-03-31"),
        {"jurnal-hari-mundur", "jurnal-hari-janggal"},
    ),
    "entri palsu berdalih mengunci": (
        lambda db, k: _entri_palsu(db, k, hari="2026-04-20", aksi="kunci_periode"),
        {"jurnal-setelah-kunci"},
    ),
    "entri palsu berdalih memperpanjang": (
        lambda db, k: _entri_palsu(db, k, hari="2026-04-20", aksi="perpanjang_periode"),
        {"jurnal-setelah-kunci"},
    ),
    "entri palsu berdalih memutus keberatan": (
        lambda db, k: _entri_palsu(db, k, hari="2026-04-20", aksi="putuskan_keberatan"),
        {"jurnal-setelah-kunci"},
    ),
    "jurnal ditulis ulang dengan riwayat karangan": (_sisip_riwayat, {"jurnal-tidak-sambung"}),
    "isi jurnal bukan json": (_sql("UPDATE jurnal SET isi = 'bukan json' WHERE nomor = 9"), {"jurnal-isi-rusak"}),
    "isi jurnal berupa blob": (_sql("UPDATE jurnal SET isi = x'00' WHERE nomor = 9"), {"jurnal-isi-rusak"}),
    "segel diubah": (_sql("UPDATE segel SET sidik = zeroblob(length(sidik)) WHERE segel_id = 2"), {"segel-berubah"}),
    "segel dihapus": (_sql("DELETE FROM segel WHERE tabel = 'pegawai'"), {"segel-berubah", "baris-selundupan"}),
    "segel terpotong": (_sql("UPDATE segel SET sidik = x'0102' WHERE segel_id = 2"), {"segel-rusak"}),
    "segel dipalsukan bersama barisnya": (_segel_dibuat_ulang, {"segel-berubah"}),
    "versi skema diganti": (_sql("UPDATE instansi SET versi_skema = 99"), {"versi-skema-berbeda"}),
    "tabel dibuang": (_sql("DROP TABLE keberatan"), {"tabel-hilang"}),
    "kolom dibuang": (_sql("ALTER TABLE evaluasi DROP COLUMN catatan"), {"kolom-hilang"}),
    "pemicu dipasang": (
        _sql("CREATE TRIGGER naikkan AFTER INSERT ON evaluasi BEGIN UPDATE evaluasi SET predikat = 'baik'; END"),
        {"objek-asing"},
    ),
    "kolom ditambahkan": (_sql("ALTER TABLE iki ADD COLUMN foo"), {"kolom-asing"}),
    "indeks dibuang": (_sql("DROP INDEX ix_iki_rhk_id"), {"indeks-hilang"}),
    "indeks diganti": (
        lambda db, k: db.executescript("DROP INDEX ix_iki_rhk_id; CREATE INDEX ix_iki_rhk_id ON iki (iki_id);"),
        {"indeks-hilang", "objek-asing"},
    ),
    "indeks asing ditambahkan": (_sql("CREATE UNIQUE INDEX titipan ON skp (skp_id, pegawai_id)"), {"objek-asing"}),
    "batasan dan jenis kolom hilang bersama tabel yang disalin": (
        _tabel_disalin,
        {"batasan-berubah", "kolom-berubah", "indeks-hilang"},
    ),
    "jenis isi bergeser": (_jenis_bergeser, {"kolom-berubah", "baris-diubah"}),
    "keunikan dibuang dari skema": (_keunikan_dibuang, {"batasan-berubah"}),
    "indeks dibuat menolak baris kembar": (
        lambda db, k: db.executescript(
            "DROP INDEX ix_matriks_pimpinan_id; CREATE UNIQUE INDEX ix_matriks_pimpinan_id ON matriks (pimpinan_id);"
        ),
        {"indeks-hilang", "objek-asing"},
    ),
    "indeks dipersempit": (
        lambda db, k: db.executescript(
            "DROP INDEX ix_iki_rhk_id; CREATE INDEX ix_iki_rhk_id ON iki (rhk_id) WHERE rhk_id > 5;"
        ),
        {"indeks-hilang", "objek-asing"},
    ),
    "isi kolom dibatasi": (
        lambda db, k: _skema(db, "rhk", "teks TEXT NOT NULL", "teks TEXT NOT NULL CHECK (length(teks) < 5000)"),
        {"batasan-berubah"},
    ),
    "isi bawaan dipasang": (
        lambda db, k: _skema(db, "rhk", "teks TEXT NOT NULL", "teks TEXT DEFAULT 'Lain' NOT NULL"),
        {"kolom-berubah"},
    ),
    "penghapusan dibuat merembet": (
        lambda db, k: _skema(db, "rhk", "REFERENCES skp (skp_id)", "REFERENCES skp (skp_id) ON DELETE CASCADE"),
        {"batasan-berubah"},
    ),
    "baris lama dibuat mengalah": (
        lambda db, k: _skema(
            db, "evaluasi", "UNIQUE (skp_id, periode_id)", "UNIQUE (skp_id, periode_id) ON CONFLICT REPLACE"
        ),
        {"batasan-berubah"},
    ),
    "huruf besar dan kecil dibuat sama": (
        lambda db, k: _skema(db, "rhk", "teks TEXT NOT NULL", "teks TEXT COLLATE NOCASE NOT NULL"),
        {"batasan-berubah"},
    ),
    "tabel asing ditambahkan": (_sql("CREATE TABLE titipan (a)"), {"objek-asing"}),
    "tabel diganti tampilan": (
        lambda db, k: db.executescript(
            "ALTER TABLE perpanjangan RENAME TO simpanan; CREATE VIEW perpanjangan AS SELECT * FROM simpanan;"
        ),
        {"tabel-hilang", "objek-asing"},
    ),
}
del KECURANGAN["tanggal yang bukan tanggal"]


def test_an_untouched_office_verifies(berkas: Path) -> None:
    hasil = verify(berkas)

    assert hasil.temuan == ()
    assert hasil.ok
    assert hasil.jumlah_entri > 40
    assert hasil.hari_simulasi == "2026-04-20"


@pytest.mark.parametrize("nama", sorted(KECURANGAN))
def test_tampering_is_found_and_named(nama: str, berkas: Path, kunci: dict[str, int]) -> None:
    curang, expected = KECURANGAN[nama]
    db = sqlite3.connect(berkas)
    curang(db, kunci)
    db.commit()
    db.close()
    hasil = verify(berkas)

    assert not hasil.ok
    assert expected <= set(hasil.kode), hasil.temuan
    assert all(temuan.pesan.endswith(".") for temuan in hasil.temuan)


def test_a_finding_names_table_row_and_columns(berkas: Path, kunci: dict[str, int]) -> None:
    db = sqlite3.connect(berkas)
    db.execute("UPDATE evaluasi SET predikat = 'sangat_baik', catatan = '' WHERE evaluasi_id = ?", (kunci["evaluasi"],))
    db.commit()
    db.close()
    (temuan,) = verify(berkas).temuan

    assert (temuan.tabel, temuan.kunci) == ("evaluasi", kunci["evaluasi"])
    assert "predikat, catatan" in temuan.pesan
    assert "sudah dikunci" in temuan.pesan


def test_a_journal_rewritten_without_a_seam_is_found_only_with_an_anchor(berkas: Path, kunci: dict[str, int]) -> None:
    """The one thing no file can prove about itself; instructors therefore note the head of the journal."""
    head = verify(berkas).kepala
    db = sqlite3.connect(berkas)
    for nomor, isi in db.execute("SELECT nomor, isi FROM jurnal").fetchall():
        forged = isi.replace("Mengumpulkan data kunjungan", "Mengumpulkan data palsu")
        db.execute("UPDATE jurnal SET isi = ? WHERE nomor = ?", (forged, nomor))
    db.execute("UPDATE rencana_aksi SET deskripsi = 'Mengumpulkan data palsu'")
    _tulis_ulang(db, 2)
    db.commit()
    db.close()

    assert verify(berkas).ok
    assert verify(berkas, jangkar=head).kode == ("jangkar-tidak-cocok",)


def test_the_anchor_of_an_honest_office_still_holds_after_more_work(berkas: Path, kunci: dict[str, int]) -> None:
    from simulator.workflow import actions
    from simulator.workflow.actor import Pelaku
    from simulator.workflow.office import open_office

    head = verify(berkas).kepala
    with open_office(berkas) as kantor:
        actions.ubah_rencana_aksi(kantor, Pelaku.pegawai(5), kunci["rencana_tw2"], target="2 Laporan")

    assert verify(berkas, jangkar=head).ok


@pytest.mark.parametrize("nama", ["kolom ditambahkan", "indeks dibuang", "keunikan dibuang dari skema"])
def test_a_changed_shape_is_found_though_every_row_still_fits(nama: str, berkas: Path, kunci: dict[str, int]) -> None:
    curang, expected = KECURANGAN[nama]
    db = sqlite3.connect(berkas)
    curang(db, kunci)
    db.commit()
    db.close()

    assert set(verify(berkas).kode) == expected


def test_what_sits_in_the_file_is_named_in_indonesian(berkas: Path) -> None:
    db = sqlite3.connect(berkas)
    db.executescript(
        "CREATE TABLE titipan (a); CREATE VIEW intip AS SELECT * FROM skp; "
        "CREATE TRIGGER picu AFTER INSERT ON skp BEGIN SELECT 1; END;"
    )
    db.close()

    assert [temuan.pesan.split(" yang ")[0] for temuan in verify(berkas).temuan] == [
        "Ada tabel “titipan”",
        "Ada pemicu “picu”",
        "Ada tampilan “intip”",
    ]
