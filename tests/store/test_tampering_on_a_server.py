"""The same promises when the class works in PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import create_engine, make_url, text

from simulator.domain.errors import BerkasRusak, BimtekError, StatusTidakSesuai, TidakDitemukan
from simulator.institution.generate import generate
from simulator.store.schema import metadata
from simulator.store.verification import verify, verify_connection
from simulator.workflow.founding import found_office
from simulator.workflow.office import open_office
from tests.store.conftest import mainkan
from tests.workflow.kantor_kecil import KantorKecil
from tests.workflow.server import alamat_server

pytestmark = pytest.mark.postgres

KECURANGAN = {
    "baris diubah": ("UPDATE rhk SET teks = 'Lain' WHERE rhk_id = :rhk", "baris-diubah"),
    "baris asal diubah": ("UPDATE pegawai SET atasan_id = 1 WHERE pegawai_id = 5", "baris-diubah"),
    "baris dihapus": ("DELETE FROM akun WHERE pegawai_id = 9", "baris-hilang"),
    "baris diselundupkan": ("INSERT INTO ekspektasi VALUES (77, :skp, 'loyal', 'Selundupan')", "baris-selundupan"),
    "rating sesudah kunci": (
        "UPDATE evaluasi SET rating_hasil = 'di_atas_ekspektasi' WHERE evaluasi_id = :evaluasi",
        "baris-diubah-setelah-kunci",
    ),
    "jurnal diubah": ("UPDATE jurnal SET isi = '{}' WHERE nomor = 9", "jurnal-isi-berubah"),
    "jurnal bolong": ("DELETE FROM jurnal WHERE nomor = 12", "jurnal-nomor-loncat"),
    "segel diubah": ("UPDATE segel SET sidik = kunci WHERE segel_id = 2", "segel-berubah"),
    "kolom ditambahkan": ("ALTER TABLE iki ADD COLUMN foo text", "kolom-asing"),
    "jenis kolom diubah": ("ALTER TABLE instansi ALTER COLUMN tahun TYPE double precision", "kolom-berubah"),
    "kolom boleh kosong": ("ALTER TABLE iki ALTER COLUMN indikator DROP NOT NULL", "kolom-berubah"),
    "indeks dibuang": ("DROP INDEX ix_iki_rhk_id", "indeks-hilang"),
    "keunikan dibuang": ("ALTER TABLE evaluasi DROP CONSTRAINT evaluasi_skp_id_periode_id_key", "batasan-berubah"),
    "rujukan dibuang": ("ALTER TABLE iki DROP CONSTRAINT iki_rhk_id_fkey", "batasan-berubah"),
    "pemicu dipasang": (
        "CREATE TRIGGER titipan BEFORE UPDATE ON iki FOR EACH ROW "
        "EXECUTE FUNCTION suppress_redundant_updates_trigger()",
        "objek-asing",
    ),
    "aturan dipasang": ("CREATE RULE titipan AS ON UPDATE TO iki DO INSTEAD NOTHING", "objek-asing"),
    "isi dibatasi": ("ALTER TABLE rhk ADD CHECK (length(teks) < 5000)", "batasan-berubah"),
    "isi bawaan dipasang": ("ALTER TABLE rhk ALTER COLUMN teks SET DEFAULT 'Lain'", "kolom-berubah"),
    "indeks dipersempit": (
        "DROP INDEX ix_iki_rhk_id; CREATE INDEX ix_iki_rhk_id ON iki (rhk_id) WHERE rhk_id > 5",
        "indeks-hilang",
    ),
}


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    url = alamat_server()
    yield url
    # Leave an empty database behind, as it was found.
    engine = create_engine(url)
    metadata.drop_all(engine)
    engine.dispose()


@pytest.fixture(scope="module")
def kunci(server: str) -> dict[str, int]:
    found_office(KantorKecil(), server, timpa=True)
    return mainkan(server)


@pytest.mark.parametrize("nama", sorted(KECURANGAN))
def test_tampering_is_found_on_a_server(nama: str, server: str, kunci: dict[str, int]) -> None:
    statement, expected = KECURANGAN[nama]
    engine = create_engine(server)

    with engine.connect() as connection, connection.begin() as transaction:
        used = {name: value for name, value in kunci.items() if f":{name}" in statement}
        for part in statement.split("; "):
            connection.execute(text(part), used)
        found = verify_connection(connection)
        transaction.rollback()
    engine.dispose()

    assert expected in found.kode
    assert verify(server).ok


def test_a_server_that_holds_an_office_is_not_overwritten(server: str, kunci: dict[str, int]) -> None:
    with pytest.raises(StatusTidakSesuai) as refusal:
        found_office(KantorKecil(), server)

    assert refusal.value.kode == "basis-data-terisi"


def test_an_empty_server_is_no_office(server: str) -> None:
    engine = create_engine(server)
    metadata.drop_all(engine)
    engine.dispose()
    with pytest.raises(BerkasRusak), open_office(server):
        pytest.fail("must not open")
    with pytest.raises(BerkasRusak):
        verify(server)


def _ke_pintu_tertutup(url: str) -> str:
    return make_url(url).set(port=1).render_as_string(hide_password=False)


def test_an_unreachable_server_is_told_in_words(server: str) -> None:
    with pytest.raises(TidakDitemukan) as refusal, open_office(_ke_pintu_tertutup(server)):
        pytest.fail("must not open")

    assert refusal.value.kode == "server-tidak-terhubung"


def test_a_database_that_is_not_there_and_an_account_that_may_not_are_told_apart(server: str) -> None:
    """Each is mended by somebody else: the name in the address, the keeper of the server."""
    alamat = make_url(server)
    for lain, kode in (
        (alamat.set(database="belum_dibuat"), "basis-data-tidak-ada"),
        (alamat.set(username="tidak_dikenal", password="x"), "basis-data-menolak-akun"),
    ):
        with pytest.raises(BimtekError) as refusal, open_office(lain.render_as_string(hide_password=False)):
            pytest.fail("must not open")
        assert refusal.value.kode == kode


def test_a_database_in_which_nothing_may_be_made_is_told_in_words(server: str) -> None:
    hanya_baca = make_url(server).update_query_dict({"options": "-csearch_path=pg_catalog"})
    with pytest.raises(BimtekError) as refusal:
        found_office(generate("dinas_kesehatan", 7, 60), hanya_baca.render_as_string(hide_password=False))

    assert refusal.value.kode == "basis-data-tanpa-izin"
