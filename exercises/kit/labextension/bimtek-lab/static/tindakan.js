/* What the two buttons do: Periksa explains, Kumpulkan asks, packs and says what happens next.
 *
 * Scene: dialogs over the exercise page; the kernel answers with HTML of the course.
 * Facts: periksa(), belum_terisi() and kumpulkan() of exercises/kit/session.py.
 */
import { courseHtml, openDialog } from './dialog.js';
import { el } from './dom.js';
import { run } from './kernel.js';

const PERIKSA = 'from exercises.kit.session import periksa; periksa()';
const KUMPULKAN = 'from exercises.kit.session import kumpulkan; kumpulkan()';
const PALING_BANYAK = 4;
const BELUM_TERISI = 'from exercises.kit.session import belum_terisi; belum_terisi()';

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
  const { json: kurang } = await run(kernel, BELUM_TERISI);
  const lengkap = !kurang?.length;
  const setuju = await openDialog({
    judul: `Kumpulkan “${latihan.judul}”?`,
    isi: question(kurang),
    aksi: [
      { teks: 'Belum, kembali mengisi', nilai: 'belum', utama: !lengkap },
      { teks: lengkap ? 'Ya, kumpulkan' : 'Kumpulkan apa adanya', nilai: 'ya', utama: lengkap }
    ]
  });
  if (setuju !== 'ya') {
    return;
  }
  const hasil = await run(kernel, KUMPULKAN);
  if (hasil.galat || !hasil.json) {
    throw new Error(hasil.galat ?? 'kumpulkan() tidak memberi kabar');
  }
  const terkumpul = hasil.json.status !== 'galat';
  const pilihan = await openDialog({
    ...receipt(halaman, hasil),
    aksi: [
      { teks: terkumpul ? 'Tetap di latihan ini' : 'Kembali ke formulir', nilai: 'tetap', utama: !terkumpul },
      { teks: 'Kembali ke Beranda', nilai: 'beranda', utama: terkumpul }
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
  return [
    el('p', {}, el('strong', {}, 'Masih ada isian yang kosong:')),
    el('ul', {}, kurang.map(({ soal, isian }) => el('li', {}, el('strong', {}, soal), `: ${named(isian)}`))),
    el('p', {}, 'Anda boleh mengumpulkan sekarang dan melengkapinya nanti; yang dinilai adalah kumpulan terakhir.')
  ];
}

/** "IKI 1: aspek; IKI 1: target (3 baris); dan 6 isian lain" */
function named(isian) {
  const nama = isian
    .slice(0, PALING_BANYAK)
    .map(({ label, kosong }) => (kosong > 1 ? `${label} (${kosong} baris)` : label));
  const sisa = isian.length - nama.length;
  return [...nama, ...(sisa > 0 ? [`dan ${sisa} isian lain`] : [])].join('; ');
}

/** What came of it, and what the participant does next: nothing, hand the file over, or mend something first. */
function receipt({ paket, app }, { html, json }) {
  if (json.status === 'galat') {
    return { judul: 'Latihan belum terkumpul', isi: courseHtml(html) };
  }
  const berkas = String(json.berkas).split(/[\\/]/).at(-1);
  const sampai = json.terkirim === true;
  const unduh = el('a', { class: 'bimtek-tombol', download: berkas }, 'Unduh berkas kumpulan');
  app.serviceManager.contents.getDownloadUrl(paket.path('kumpulan', berkas)).then(url => (unduh.href = url));
  return {
    judul: json.status === 'ok' ? 'Latihan sudah dikumpulkan' : 'Jawaban dikemas, tetapi belum sampai di kelas',
    isi: [
      ...courseHtml(html),
      el('p', {}, 'Nama berkas: ', el('strong', { class: 'bimtek-berkas' }, berkas)),
      el(
        'p',
        {},
        sampai
          ? 'Tidak ada lagi yang perlu Anda kirim. Umpan balik muncul di Beranda setelah instruktur menilai.'
          : 'Setelah berkas itu sampai pada instruktur, umpan balik akan muncul di Beranda.'
      ),
      sampai ? null : el('p', {}, unduh)
    ]
  };
}
