/* What the two buttons do: Periksa explains, Kumpulkan asks, packs and says what happens next.
 *
 * Scene: dialogs over the exercise page; the kernel answers with HTML of the course.
 * Facts: periksa() and kumpulkan() of exercises/kit/session.py; fields still empty come from exercises.kit.progress.
 */
import { courseHtml, openDialog } from './dialog.js';
import { el } from './dom.js';
import { run } from './kernel.js';

const PERIKSA = 'from exercises.kit.session import periksa; periksa()';
const KUMPULKAN = 'from exercises.kit.session import kumpulkan; kumpulkan()';
const PALING_BANYAK = 12;
// The same counting as the progress line, named per field, so that the question before submitting is exact.
const BELUM_TERISI = `
def _bimtek_belum_terisi():
    import json, pathlib
    from IPython.display import display
    from exercises.kit.answers import read_answer
    from exercises.kit.progress import units
    from exercises.kit.validation import answer_fields, validate
    tampilan = json.loads(pathlib.Path("kasus.json").read_text(encoding="utf-8"))
    jawaban, _ = validate(read_answer(pathlib.Path(".")).soal, tampilan)
    kurang = []
    for soal_id, soal in tampilan["soal"].items():
        for isian in answer_fields(soal):
            kosong = sum(not satu for satu in units(jawaban.get(soal_id, {}).get(isian["id"]), isian))
            if kosong:
                kurang.append({"soal": soal["judul"], "isian": isian.get("label", ""), "kosong": kosong})
    display({"application/json": kurang}, raw=True)
_bimtek_belum_terisi()
`;

/** Let the last keystrokes arrive first: the widget manager holds a change back while an earlier one is under way. */
async function settle(kernel) {
  await run(kernel, '');
  await run(kernel, '');
}

export async function showCheck({ kernel, latihan }) {
  await settle(kernel);
  const hasil = await run(kernel, PERIKSA);
  if (hasil.galat) {
    throw new Error(hasil.galat);
  }
  await openDialog({
    judul: `Hasil periksa: ${latihan.judul}`,
    isi: courseHtml(hasil.html),
    aksi: [{ teks: 'Kembali ke formulir', nilai: 'tutup', utama: true }],
    kelas: 'bimtek-dialog-lebar'
  });
}

/** The button could not do its work; the form itself goes on. */
export function showProblem(galat) {
  return openDialog({
    judul: 'Belum berhasil',
    isi: [
      el('p', {}, 'Tombol ini belum dapat dijalankan, tetapi jawaban Anda tetap tersimpan. Coba sekali lagi; bila tetap gagal, muat ulang halaman dengan F5 atau hubungi instruktur.'),
      el('details', {}, el('summary', {}, 'Keterangan untuk instruktur'), el('code', {}, galat.message))
    ],
    aksi: [{ teks: 'Kembali ke formulir', nilai: 'tutup', utama: true }]
  });
}

export async function submit(halaman) {
  const { kernel, latihan, keBeranda } = halaman;
  await settle(kernel);
  const kurang = await run(kernel, BELUM_TERISI);
  const setuju = await openDialog({
    judul: `Kumpulkan “${latihan.judul}”?`,
    isi: question(kurang.json),
    aksi: [
      { teks: 'Belum, kembali mengisi', nilai: 'belum' },
      { teks: 'Ya, kumpulkan', nilai: 'ya', utama: true }
    ]
  });
  if (setuju !== 'ya') {
    return;
  }
  const hasil = await run(kernel, KUMPULKAN);
  const beres = !hasil.galat && hasil.json?.status === 'ok';
  const pilihan = await openDialog({
    judul: beres ? 'Latihan sudah dikumpulkan' : 'Latihan belum terkumpul',
    isi: beres ? receipt(halaman, hasil) : failure(hasil),
    aksi: [
      { teks: 'Tetap di latihan ini', nilai: 'tetap' },
      { teks: 'Kembali ke Beranda', nilai: 'beranda', utama: true }
    ]
  });
  if (pilihan === 'beranda') {
    keBeranda();
  }
}

function question(kurang) {
  if (!kurang) {
    return [el('p', {}, 'Pastikan semua isian sudah Anda periksa. Setelah dikumpulkan, Anda masih boleh memperbaiki dan mengumpulkan lagi.')];
  }
  if (kurang.length === 0) {
    return [
      el('p', { class: 'bimtek-baik' }, '✓ Semua isian sudah terisi.'),
      el('p', {}, 'Setelah dikumpulkan, Anda masih boleh memperbaiki dan mengumpulkan lagi sebelum tenggat.')
    ];
  }
  const baris = kurang
    .slice(0, PALING_BANYAK)
    .map(({ soal, isian, kosong }) => el('li', {}, `${soal} — ${isian}${kosong > 1 ? ` (${kosong} baris)` : ''}`));
  const sisa = kurang.length - baris.length;
  return [
    el('p', {}, el('strong', {}, 'Masih ada isian yang kosong:')),
    el('ul', {}, baris, sisa > 0 ? el('li', {}, `dan ${sisa} isian lain`) : null),
    el('p', {}, 'Anda boleh mengumpulkan sekarang dan melengkapinya nanti; yang dinilai adalah kumpulan terakhir.')
  ];
}

function receipt({ paket, info, app }, hasil) {
  const berkas = String(hasil.json.berkas).split(/[\\/]/).at(-1);
  const unduh = el('a', { class: 'bimtek-tombol', download: berkas }, 'Unduh berkas kumpulan');
  app.serviceManager.contents.getDownloadUrl(paket.path('kumpulan', berkas)).then(url => (unduh.href = url));
  return [
    ...courseHtml(hasil.html),
    el('p', {}, 'Nama berkas: ', el('strong', { class: 'bimtek-berkas' }, berkas)),
    el('p', {}, info.kotak
      ? 'Berkas ini sudah masuk ke kotak kumpul kelas. Tidak ada lagi yang perlu Anda kirim; tunggu umpan balik di Beranda.'
      : 'Serahkan berkas ini kepada instruktur. Berkas ada di folder “kumpulan”, atau unduh dengan tombol berikut.'),
    info.kotak ? null : el('p', {}, unduh)
  ];
}

function failure(hasil) {
  return [
    ...courseHtml(hasil.html),
    hasil.html.length ? null : el('p', {}, 'Jawaban Anda tetap tersimpan. Coba tekan Kumpulkan sekali lagi; bila tetap gagal, hubungi instruktur.'),
    hasil.galat ? el('details', {}, el('summary', {}, 'Keterangan untuk instruktur'), el('code', {}, hasil.galat)) : null
  ];
}
