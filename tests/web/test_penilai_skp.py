"""SKP Bawahan in the browser: approve, return with a reason, expectations, the history."""

from __future__ import annotations

import re

from simulator.domain.skp import StatusSKP
from simulator.web.settings import Mode, Pengaturan
from simulator.workflow import actions, queries
from simulator.workflow.actor import Pelaku
from tests.web.adegan_penilai import KABID, KEPALA, ORANG_LAIN, STAF, kantor, skp_diajukan, teks
from tests.web.conftest import Peramban


def test_an_skp_is_returned_with_a_reason_and_approved_after_it_was_improved(peramban: Peramban) -> None:
    skp_id = skp_diajukan(kantor(peramban))
    halaman = f"/penilai/skp/{skp_id}"
    peramban.jadi(KABID)
    assert "1 SKP menunggu keputusan Anda" in teks(peramban.get("/penilai/skp"))

    jawab = peramban.kirim(f"{halaman}/kembalikan", dari=halaman, alasan="Indikator kedua belum terukur.")
    assert "dikembalikan" in teks(jawab)
    assert "Dikembalikan 22 Januari 2027" in teks(jawab)
    assert "Alasan: Indikator kedua belum terukur." in teks(jawab)
    assert "Setujui SKP" not in teks(jawab), "it is a Draft again"
    assert "Draft dikembalikan 22 Januari 2027" in teks(peramban.get("/penilai/skp"))
    assert "Draft Dikembalikan 22 Januari 2027" in teks(peramban.jadi(STAF).get("/skp"))
    peramban.jadi(KABID)

    actions.ajukan_skp(kantor(peramban), Pelaku.pegawai(STAF), skp_id)
    jawab = peramban.kirim(f"{halaman}/setujui", dari=halaman)
    assert "disetujui" in teks(jawab)
    riwayat = teks(jawab).split(" Riwayat ", 1)[1]
    langkah = [kata for kata in riwayat.split() if kata in ("Dibuat", "Diajukan", "Dikembalikan", "Disetujui")]
    assert langkah == ["Dibuat", "Diajukan", "Dikembalikan", "Diajukan", "Disetujui"]
    assert queries.skp_lengkap(kantor(peramban), skp_id).status is StatusSKP.PERSETUJUAN


def test_returning_needs_a_reason_and_keeps_the_modal_open(peramban: Peramban) -> None:
    skp_id = skp_diajukan(kantor(peramban))
    halaman = f"/penilai/skp/{skp_id}"

    jawab = peramban.jadi(KABID).kirim(f"{halaman}/kembalikan", dari=halaman, alasan="  ")

    assert "Isian Alasan masih kosong" in teks(jawab)
    assert re.search('<dialog id="kembalikan"[^>]* open', jawab.text)
    assert queries.skp_lengkap(kantor(peramban), skp_id).status is StatusSKP.PENGAJUAN


def test_only_the_assessor_decides_and_only_those_concerned_read(peramban: Peramban) -> None:
    skp_id = skp_diajukan(kantor(peramban))
    halaman = f"/penilai/skp/{skp_id}"

    assert peramban.jadi(ORANG_LAIN).get(halaman).status_code == 403
    jawab = peramban.jadi(KEPALA).get(halaman)
    assert "Anda melihat SKP ini tanpa mengubahnya" in teks(jawab)
    assert "Setujui SKP" not in teks(jawab)
    jawab = peramban.kirim(f"{halaman}/setujui", dari=halaman)
    assert "hanya dilakukan pejabat penilai dari pegawai itu" in teks(jawab)
    assert queries.skp_lengkap(kantor(peramban), skp_id).status is StatusSKP.PENGAJUAN


def test_an_skp_under_which_work_was_done_is_not_returned(peramban: Peramban) -> None:
    jawab = peramban.jadi(KABID).kirim("/penilai/skp/15/kembalikan", dari="/penilai/skp/15", alasan="Ulangi.")

    assert "sudah dijalankan (ada rencana aksi)" in teks(jawab)
    assert "Kembalikan SKP (sudah dijalankan" in teks(peramban.get("/penilai/skp/15")), "no button that only refuses"


def test_expectations_are_ticked_and_written_changed_deleted_and_put_back(peramban: Peramban) -> None:
    skp_id = skp_diajukan(kantor(peramban))
    halaman, alamat = f"/penilai/skp/{skp_id}", f"/penilai/skp/{skp_id}/ekspektasi/adaptif"
    peramban.jadi(KABID)
    modal = peramban.get(f"{halaman}?buka=ekspektasi-adaptif")
    assert "Kalimat contoh (label simulasi)" in teks(modal)

    jawab = peramban.kirim(alamat, dari=halaman, **{"contoh-1": "1", "isi": "Datang ke rapat daring tepat waktu."})
    isi = "Mencoba cara yang lebih sederhana dan melaporkan hasilnya. Datang ke rapat daring tepat waktu."
    assert isi in teks(jawab)
    modal = peramban.get(f"{halaman}?buka=ekspektasi-adaptif").text
    assert 'name="contoh-1" type="checkbox" value="1" checked' in modal
    assert ">Datang ke rapat daring tepat waktu.</textarea>" in modal, "what was ticked is not shown twice"

    jawab = peramban.kirim(f"{alamat}/hapus", dari=halaman)
    assert isi not in teks(jawab)
    nomor = jawab.text.split('name="nomor" value="')[1].split('"')[0]
    jawab = peramban.kirim("/urungkan", dari=halaman, nomor=nomor, peran="penilai")
    assert isi in teks(jawab)


def test_an_expectation_without_words_is_refused_and_an_unknown_value_is_told(peramban: Peramban) -> None:
    skp_id = skp_diajukan(kantor(peramban))
    halaman = f"/penilai/skp/{skp_id}"
    peramban.jadi(KABID)

    assert "Isian Ekspektasi masih kosong" in teks(peramban.kirim(f"{halaman}/ekspektasi/loyal", dari=halaman, isi=""))
    assert "bukan nilai BerAKHLAK" in teks(peramban.kirim(f"{halaman}/ekspektasi/santai", dari=halaman, isi="x"))


def test_the_list_names_who_has_no_skp_yet_and_a_person_without_a_team_reads_what_to_do(peramban: Peramban) -> None:
    assert "Belum membuat SKP 2027" in teks(peramban.jadi(KABID).get("/penilai/skp"))
    assert "Belum ada SKP yang Anda nilai" in teks(peramban.jadi(ORANG_LAIN).get("/penilai/skp"))


def test_the_head_is_approved_by_the_head_of_the_region_whom_the_instructor_plays(peramban: Peramban) -> None:
    skp_id = skp_diajukan(kantor(peramban), KEPALA)
    halaman = f"/penilai/skp/{skp_id}"
    assert peramban.jadi(KEPALA).get("/penilai/kepala-daerah").status_code == 403, "nobody assesses themselves"
    assert peramban.jadi(ORANG_LAIN).get(halaman).status_code == 403

    peramban.kirim("/penilai/kepala-daerah", dari="/penilai/kepala-daerah", mulai="1")
    dibaca = teks(peramban.get(halaman))
    assert "Kepala Daerah (diperankan instruktur)" in dibaca
    assert "No Rencana Hasil Kerja Indikator Kinerja Individu Target Perspektif" in dibaca, "the form of a JPT"
    jawab = peramban.kirim(f"{halaman}/setujui", dari=halaman)

    assert "disetujui" in teks(jawab)
    assert "Disetujui 22 Januari 2027 oleh Kepala Daerah" in teks(jawab)
    peramban.app.state.atur = Pengaturan(Mode.UJIAN)
    assert peramban.get(halaman).status_code == 403, "an exam knows no such hat"
    peramban.app.state.atur = Pengaturan()
    peramban.kirim("/penilai/kepala-daerah", dari="/penilai/kepala-daerah")
    assert peramban.get(halaman).status_code == 403, "the hat is off"


def test_the_head_of_the_region_takes_back_a_deletion_while_the_hat_is_on(peramban: Peramban) -> None:
    skp_id = skp_diajukan(kantor(peramban), KEPALA)
    halaman = f"/penilai/skp/{skp_id}"
    peramban.jadi(ORANG_LAIN).kirim("/penilai/kepala-daerah", dari="/penilai/kepala-daerah", mulai="1")
    peramban.kirim(f"{halaman}/ekspektasi/akuntabel", dari=halaman, isi="Menjawab surat pada hari yang sama")
    jawab = peramban.kirim(f"{halaman}/ekspektasi/akuntabel/hapus", dari=halaman)
    nomor, peran = re.findall(r'name="(?:nomor|peran)" value="([^"]+)"', jawab.text)
    assert "Menjawab surat" not in teks(jawab)

    peramban.kirim("/penilai/kepala-daerah", dari="/penilai/kepala-daerah")
    assert "dilakukan sebagai Kepala Daerah" in teks(peramban.kirim("/urungkan", dari="/skp", nomor=nomor, peran=peran))
    peramban.kirim("/penilai/kepala-daerah", dari="/penilai/kepala-daerah", mulai="1")
    jawab = peramban.kirim("/urungkan", dari=halaman, nomor=nomor, peran=peran)

    assert "diurungkan: 1 baris" in teks(jawab)
    assert "Menjawab surat pada hari yang sama" in teks(jawab)
