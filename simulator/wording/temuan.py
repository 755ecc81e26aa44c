"""Findings: which criterion, which words, what is wrong, how to mend it.

Scene: turns the judgements of one statement into sentences a civil servant can use. Imports this package only.
Facts: the sentences live here; the words they quote come from the statement.
Add: a finding as a small generator in PEMERIKSA, its sentence beside it, cases on both sides in tests/wording.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from simulator.wording import leksikon
from simulator.wording.morfologi import golongan
from simulator.wording.orientasi import PROSES, UKURAN, Putusan, kepala, rantai_ukuran
from simulator.wording.pernyataan import Pernyataan, Target, Temuan
from simulator.wording.relevan import Hubungan, akar, kemiripan
from simulator.wording.spesifik import Cakupan
from simulator.wording.teks import Teks
from simulator.wording.tercapai import Jangkauan
from simulator.wording.terukur import Ukuran

SALINAN = 0.9


@dataclass(slots=True)
class Bahan:
    """Everything known about one statement while it is judged."""

    pernyataan: Pernyataan
    teks: Teks
    rhk: Teks | None
    atasan: Teks | None
    aspek: str
    target: Target
    target_kecil: str
    putusan: Putusan
    lingkup: Cakupan
    ukuran: Ukuran | None = None
    waktu: str = "na"
    kata_waktu: str = ""
    hubungan: Hubungan | None = None
    jangkauan: Jangkauan | None = None

    @property
    def kutipan_kepala(self) -> str:
        return self.teks.kutip(self.putusan.awal, self.putusan.akhir)


def cari_temuan(b: Bahan) -> tuple[Temuan, ...]:
    """All findings of one statement, in the order orientasi, S, M, A, R, T, bahasa."""
    if not b.teks.kata:
        return (_kosong(b),)
    return tuple(t for pemeriksa in PEMERIKSA for t in pemeriksa(b))


def _kosong(b: Bahan) -> Temuan:
    return Temuan(
        "S", "teks-kosong", b.teks.asli, "Pernyataan belum berisi kata yang dapat dinilai.",
        "Tulis hasil kerja atau indikatornya dalam satu kalimat.",
    )  # fmt: skip


def _orientasi(b: Bahan) -> Iterator[Temuan]:
    sebab, kutip = b.putusan.sebab, b.kutipan_kepala
    if b.putusan.label == "aktivitas" and b.pernyataan.jenis_pernyataan != "rencana_aksi":
        if sebab in ("kegiatan-dihitung", "keikutsertaan"):
            kode = "persentase-kegiatan" if _berawal_persen(b.teks) else "kegiatan-dihitung"
            pesan = (
                f"“{kutip}” hanya membagi kegiatan yang dilakukan dengan yang direncanakan; persentasenya tidak menunjukkan hasil."
                if kode == "persentase-kegiatan"
                else f"“{kutip}” membilang kegiatan, bukan hasil yang diserahkan atau dirasakan."
            )
            yield Temuan(
                "orientasi",
                kode,
                kutip,
                pesan,
                "Hitung hasil kegiatannya, misalnya laporan, rekomendasi yang ditindaklanjuti, atau peserta yang lulus.",
            )
        else:
            bentuk = (
                "kata kerja" if golongan(b.teks.kata[b.putusan.awal]) in ("verba", "verba-ubah") else "nama kegiatan"
            )
            yield Temuan("orientasi", "aktivitas", kutip, f"“{kutip}” adalah {bentuk}: yang disebut baru apa yang dikerjakan, belum hasilnya.",
                         "Mulai dari hasilnya: Tersusunnya …, Tersedianya …, Meningkatnya …; untuk indikator: Jumlah … atau Persentase …")  # fmt: skip
    elif sebab == "selesai" and b.teks.kata[b.putusan.awal] in (
        "terlaksananya",
        "terselenggaranya",
        "terlaksana",
        "terselenggara",
    ):
        yield Temuan("orientasi", "hasil-lemah", kutip, f"“{kutip}” boleh dipakai, tetapi lemah: yang terlihat hanya bahwa kegiatan sudah berlangsung.",
                     "Bila bisa, sebut apa yang diserahkan atau berubah sesudahnya.")  # fmt: skip


def _berawal_persen(teks: Teks) -> bool:
    i = kepala(teks)
    return i < len(teks.kata) and golongan(teks.kata[i]) in ("ukuran-persen", "ukuran-tingkat")


def _spesifik(b: Bahan) -> Iterator[Temuan]:
    if b.lingkup.payung and not b.lingkup.spesifik:
        kutip = _kutip_bagian(b.teks, b.lingkup.payung)
        yield Temuan("S", "objek-serba-ada", kutip, f"“{kutip}” dapat berarti apa saja, sehingga dua penilai akan mencari hal yang berbeda.",
                     "Ganti dengan nama dokumen, layanan, atau orang yang dimaksud.")  # fmt: skip
    elif not b.lingkup.spesifik:
        kutip = b.teks.asli[:100]
        yield Temuan("S", "objek-umum", kutip, f"“{kutip}” hanya memakai kata umum; belum jelas dokumen, layanan, atau orang yang mana.",
                     "Tambahkan keterangan: laporan apa, layanan untuk siapa, di bidang atau wilayah mana.")  # fmt: skip
    if (kata := _gabungan(b.teks)) is not None:
        kutip = b.teks.kutip(*kata)
        yield Temuan("S", "dua-ukuran", kutip, f"“{kutip}” memuat dua hal yang diukur sekaligus; bila satu tercapai dan satu tidak, nilainya tidak jelas.",
                     "Pecah menjadi dua baris, masing-masing dengan targetnya.")  # fmt: skip


_SELESAI = frozenset(("ter-nya", "jadi", "wujud", "di-nya"))


def _gabungan(teks: Teks) -> tuple[int, int] | None:
    """Two measures, or two results, joined in one statement."""
    awal = kepala(teks)
    if awal >= len(teks.kata):
        return None
    g0 = golongan(teks.kata[awal])
    for i in range(awal + 2, len(teks.kata) - 1):
        if teks.kata[i] not in ("dan", "serta", "&", "/", ","):
            continue
        j = i + 1
        if teks.kata[j] in ("dan", "serta") and j + 1 < len(teks.kata):
            j += 1
        g = golongan(teks.kata[j])
        if (
            g0 in UKURAN
            and g in ("ukuran-cacah", "ukuran-persen", "ukuran-indeks", "ukuran-tingkat")
            and j + 1 < len(teks.kata)
        ):
            return awal, j
        if g0 in _SELESAI and g in _SELESAI:
            return awal, j
    return _dua_benda(teks, awal, g0)


def _dua_benda(teks: Teks, awal: int, g0: str) -> tuple[int, int] | None:
    """*Jumlah laporan dan rapat*: two things that are not counted in the same unit."""
    if g0 != "ukuran-cacah":
        return None
    _, j = rantai_ukuran(teks, awal)
    if j + 2 < len(teks.kata) and teks.kata[j + 1] in ("dan", "serta", "&"):
        satu, dua = golongan(teks.kata[j]), golongan(teks.kata[j + 2])
        if satu != dua and {satu, dua} <= {"produk", "acara", "orang", "kegiatan"}:
            return awal, j + 2
    return None


def _terukur(b: Bahan) -> Iterator[Temuan]:
    u, t = b.ukuran, b.target
    if u is None:
        return
    if u.samar and not u.kuat:
        kutip = _kutip_bagian(b.teks, u.samar)
        tambahan = f" Angka “{t.teks}” menghitung hal lain." if t.nilai is not None else ""
        yield Temuan("M", "derajat-samar", kutip, f"“{kutip}” adalah kata derajat tanpa ukuran; dua penilai dapat memberi nilai berbeda.{tambahan}",
                     "Ganti dengan angka, persentase, skor survei, atau standar yang dapat diperiksa.")  # fmt: skip
    elif not u.kuat:
        yield Temuan("M", "tanpa-ukuran", b.teks.asli[:100], "Tidak ada jumlah, persentase, nilai, waktu, atau standar yang dapat diperiksa.",
                     "Sebutkan ukurannya di indikator dan angkanya di target.")  # fmt: skip
    if t.bentuk == "kosong":
        yield Temuan(
            "M",
            "tanpa-target",
            "",
            "Target belum diisi, sehingga capaian tidak dapat dibandingkan.",
            "Isi target dengan angka dan satuan, misalnya “12 laporan”.",
        )
    elif t.bentuk in ("angka", "rentang") and not t.satuan and not _satuan_jelas(b.teks):
        yield Temuan(
            "M",
            "tanpa-satuan",
            t.teks,
            f"Target “{t.teks}” belum punya satuan.",
            "Tambahkan satuannya: dokumen, orang, persen, hari, dan seterusnya.",
        )
    if (salah := _satuan_tidak_cocok(b)) is not None:
        benda, satuan = salah
        yield Temuan(
            "M",
            "satuan-tidak-cocok",
            t.teks,
            f"Indikator mengukur “{benda}”, tetapi targetnya bersatuan “{satuan}”.",
            "Samakan satuan target dengan benda yang diukur indikator.",
        )


def _satuan_jelas(teks: Teks) -> bool:
    """Index and share heads carry their unit with them."""
    i = kepala(teks)
    return i < len(teks.kata) and golongan(teks.kata[i]) in ("ukuran-persen", "ukuran-indeks")


_BOLEH = {
    "dokumen": {"dokumen", "kegiatan", "layanan", "barang"},
    "orang": {"orang", "lembaga"},
    "lembaga": {"lembaga", "orang"},
    "kegiatan": {"kegiatan", "dokumen", "layanan", "orang"},
    "layanan": {"layanan", "dokumen", "kegiatan", "orang"},
    "barang": {"barang", "dokumen", "layanan", "kegiatan"},
    "uang": {"uang"},
}


def _satuan_tidak_cocok(b: Bahan) -> tuple[str, str] | None:
    t, teks = b.target, b.teks
    i = kepala(teks)
    if t.nilai is None or not t.kelas_satuan or i >= len(teks.kata) or golongan(teks.kata[i]) not in UKURAN:
        return None
    macam, j = rantai_ukuran(teks, i)
    if macam == "persen":
        salah = t.kelas_satuan in ("dokumen", "orang", "uang", "barang", "kegiatan", "lembaga", "layanan")
        return (teks.kutip(i), t.satuan) if salah else None
    if macam == "waktu":
        return (
            (teks.kutip(i), t.satuan) if t.kelas_satuan in ("dokumen", "orang", "uang", "barang", "lembaga") else None
        )
    if macam == "indeks":
        return (teks.kutip(i), t.satuan) if t.kelas_satuan in ("dokumen", "orang", "uang", "lembaga", "waktu") else None
    if macam != "cacah" or j >= len(teks.kata) or teks.kata[i] == "total":
        return None
    benda = leksikon.satuan().get(teks.kata[j], "")
    if t.kelas_satuan in ("persen", "waktu", "indeks") and golongan(teks.kata[j]) not in ("naik", "mutu", "pendapatan"):
        return teks.kutip(i, j), t.satuan
    if benda in _BOLEH and t.kelas_satuan in _BOLEH and t.kelas_satuan not in _BOLEH[benda]:
        return teks.kutip(i, j), t.satuan
    return None


PESAN_A = {
    "target-tanpa-tingkat": ("Target “{t}” tidak menyatakan tingkat capaian apa pun.", "Tulis angka atau tingkat yang ingin dicapai."),
    "satuan-bukan-besaran": ("Target “{t}” tidak memakai satuan besaran yang diukur indikator, sehingga tingkat yang dituju tidak terbaca.", "Pakai satuan besaran indikatornya, misalnya menit untuk waktu tunggu atau persen untuk persentase."),
    "loncatan": ("Target “{t}” melonjak jauh dari tahun lalu ({d}) tanpa tambahan kemampuan yang disebut.", "Turunkan target ke tingkat yang dapat dipertanggungjawabkan, atau sebutkan tambahan sumber dayanya."),
    "merosot": ("Target “{t}” lebih ringan daripada yang sudah dicapai tahun lalu ({d}) tanpa alasan.", "Naikkan target setidaknya setara tahun lalu, atau jelaskan mengapa kemampuan berkurang."),
    "melebihi-kapasitas": ("Target “{t}” melebihi kemampuan yang tercatat ({d}).", "Sesuaikan target dengan kapasitas, atau ajukan tambahan kapasitas lebih dulu."),
    "di-bawah-standar": ("Target “{t}” tidak memenuhi standar ({d}).", "Tetapkan target paling tidak sama dengan standarnya."),
    "mustahil-nol": ("Target “{t}” menuntut nol, padahal tahun lalu {d} dan tidak semuanya di bawah kendali pegawai.", "Tetapkan penurunan bertahap, misalnya persentase penurunan dari tahun lalu."),
}  # fmt: skip


def _tercapai(b: Bahan) -> Iterator[Temuan]:
    j, t = b.jangkauan, b.target
    if j is None:
        return
    if j.wajar is False:
        pesan, saran = PESAN_A[j.sebab]
        yield Temuan("A", j.sebab, t.teks, pesan.format(t=t.teks, d=j.dasar), saran)
    elif t.kelas_satuan == "persen" and t.nilai == 100 and b.putusan.label == "outcome" or _mutlak(b):
        yield Temuan("A", "target-mutlak", t.teks or b.target_kecil, f"Target “{t.teks}” mutlak: satu kegagalan saja berarti target tidak tercapai.",
                     "Pastikan seluruh penyebab kegagalan ada dalam kendali pegawai, atau beri batas toleransi.")  # fmt: skip


def _mutlak(b: Bahan) -> bool:
    return b.target.bentuk == "teks" and any(
        k in leksikon.kelompok("derajat", "mutlak") for k in b.target_kecil.split()
    )


def _relevan(b: Bahan) -> Iterator[Temuan]:
    h = b.hubungan
    p = b.pernyataan
    if h is not None and h.relevan is False:
        if h.sebab == "rhk-tidak-mendukung-atasan":
            teks = b.rhk or b.teks
            yield Temuan("R", h.sebab, teks.asli, f"“{teks.asli}” tidak tampak mendukung RHK atasan “{p.rhk_atasan}”.",
                         "Pilih hasil kerja yang menyumbang langsung pada RHK atasan.")  # fmt: skip
        else:
            yield Temuan("R", "tidak-mengukur-rhk", b.teks.asli, f"Indikator ini tidak mengukur RHK “{p.rhk}”: tidak ada pokok yang sama di antara keduanya.",
                         "Ukur hal yang disebut RHK: jumlah, mutu, atau waktu dari hasil itu sendiri.")  # fmt: skip
    if p.jenis_pernyataan == "rhk" and b.atasan is not None and _salinan(b.teks, b.atasan):
        yield Temuan("R", "salinan-atasan", b.teks.asli, "RHK ini menyalin RHK atasan; sumbangan pegawai sendiri tidak terlihat.",
                     "Tulis bagian hasil yang memang Anda kerjakan untuk RHK atasan itu.")  # fmt: skip
    if (
        p.jenis_pernyataan == "iki"
        and b.rhk is not None
        and _salinan(b.teks, b.rhk)
        and golongan(b.teks.kata[kepala(b.teks) % len(b.teks.kata)]) not in UKURAN
    ):
        yield Temuan("M", "indikator-menyalin-rhk", b.teks.asli, "Indikator hanya mengulang RHK; belum ada ukuran yang ditambahkan.",
                     "Tambahkan ukurannya: jumlah, persentase, atau ketepatan waktu.")  # fmt: skip
    if (aspek := _aspek_keliru(b)) is not None:
        yield aspek


def _salinan(satu: Teks, dua: Teks) -> bool:
    if satu.kecil == dua.kecil:
        return True
    return len(akar(satu)) > 1 and kemiripan(satu, dua) >= SALINAN


def _aspek_keliru(b: Bahan) -> Temuan | None:
    """The aspek says one thing, the indicator and its target measure another."""
    teks, t = b.teks, b.target
    i = kepala(teks)
    if b.ukuran is None or not b.aspek or i >= len(teks.kata):
        return None
    g = golongan(teks.kata[i])
    seharusnya = ""
    berwaktu = "waktu" in teks.kecil or b.kata_waktu or t.kelas_satuan == "waktu" or "jam" in teks.kata
    if b.aspek == "waktu" and not berwaktu:
        seharusnya = "kuantitas" if g == "ukuran-cacah" else "kualitas"
    elif b.aspek == "kuantitas" and (teks.kata[i] == "ketepatan waktu" or g == "ukuran-waktu"):
        seharusnya = "waktu"
    elif b.aspek == "kuantitas" and g in ("mutu", "mutu-turun"):
        seharusnya = "kualitas"
    elif (
        b.aspek == "kualitas"
        and g == "ukuran-cacah"
        and t.kelas_satuan in ("dokumen", "kegiatan", "orang", "barang", "lembaga")
        and not _menyebut_mutu(teks)
    ):
        seharusnya = "kuantitas"
    elif b.aspek == "biaya" and not _menyebut_biaya(teks, t):
        seharusnya = "kuantitas" if g == "ukuran-cacah" else "kualitas"
    if not seharusnya:
        return None
    kutip = teks.kutip(i)
    return Temuan("R", "aspek-keliru", kutip, f"Aspek tertulis “{b.pernyataan.aspek}”, padahal indikator yang dibuka “{kutip}” mengukur {seharusnya}.",
                  f"Pindahkan ke aspek {seharusnya}, atau ubah indikatornya.")  # fmt: skip


def _menyebut_mutu(teks: Teks) -> bool:
    return any(
        golongan(k) in ("mutu", "mutu-turun")
        or k in ("sesuai", "benar", "lulus", "tanpa", "memenuhi", "lengkap", "layak")
        for k in teks.kata
    )


def _menyebut_biaya(teks: Teks, t: Target) -> bool:
    if t.kelas_satuan == "uang" or any(golongan(k) in ("uang", "pendapatan") for k in teks.kata):
        return True
    return any(
        k
        in ("biaya", "rupiah", "rp", "efisiensi", "hemat", "penghematan", "pemakaian", "dana", "liter", "kwh", "harga")
        for k in teks.kata
    )


def _waktu(b: Bahan) -> Iterator[Temuan]:
    if b.waktu == "tidak":
        yield Temuan("T", "tanpa-waktu", b.teks.asli[:100], "Tidak ada tenggat, periode, atau frekuensi di indikator maupun target.",
                     "Tambahkan kapan atau seberapa sering, misalnya “setiap bulan” atau “paling lambat tanggal 5”.")  # fmt: skip
    elif b.waktu == "tersirat":
        kutip = _kutip_bagian(b.teks, b.kata_waktu) if b.kata_waktu else (b.pernyataan.aspek or "")
        yield Temuan("T", "waktu-tersirat", kutip, f"“{kutip}” menjanjikan waktu tanpa menyebut batasnya.",
                     "Sebutkan batas waktunya: tanggal, jumlah hari kerja, atau periode.")  # fmt: skip


def _kutip_bagian(teks: Teks, frasa: str) -> str:
    """The original form of a phrase found in the normalised text."""
    kata = frasa.split()
    panjang = len(kata)
    if not kata:
        return frasa
    rata = [(potong, i) for i, k in enumerate(teks.kata) for potong in k.split()]
    for m in range(len(rata) - panjang + 1):
        if [r[0] for r in rata[m : m + panjang]] == kata:
            return teks.kutip(rata[m][1], rata[m + panjang - 1][1])
    return frasa


def _bahasa(b: Bahan) -> Iterator[Temuan]:
    teks = b.teks
    for awal, akhir, baku, kelas in teks.ejaan[:5]:
        kutip = teks.asli[awal:akhir]
        if kutip.lower() == baku:
            continue
        if kelas == "ejaan":
            yield Temuan(
                "bahasa", "ejaan", kutip, f"“{kutip}” bukan bentuk baku; yang baku “{baku}”.", f"Tulis “{baku}”."
            )
        else:
            yield Temuan(
                "bahasa",
                "singkatan",
                kutip,
                f"“{kutip}” adalah singkatan; pembaca lain belum tentu mengenalnya.",
                f"Tulis lengkap: “{baku}”.",
            )
    if len(teks.asli) > 20 and teks.asli.isupper():
        yield Temuan(
            "bahasa",
            "huruf-kapital",
            teks.asli[:60],
            "Seluruh pernyataan ditulis dengan huruf kapital.",
            "Tulis dengan huruf biasa; kapital hanya untuk awal kalimat dan nama.",
        )
    if len(teks.kata) > 60:
        yield Temuan(
            "bahasa",
            "terlalu-panjang",
            teks.asli[:60],
            "Pernyataan lebih dari 60 kata; pokoknya sulit ditemukan.",
            "Ringkas menjadi satu kalimat dengan satu hasil.",
        )
    if teks.asli[:1] == "=" and len(teks.asli) > 2:
        yield Temuan(
            "bahasa",
            "rumus",
            teks.asli[:60],
            "Isi sel tampak seperti rumus lembar kerja, bukan kalimat.",
            "Salin hasilnya sebagai teks.",
        )


PEMERIKSA = (_orientasi, _spesifik, _terukur, _tercapai, _relevan, _waktu, _bahasa)
PROSES_DIHITUNG = PROSES
