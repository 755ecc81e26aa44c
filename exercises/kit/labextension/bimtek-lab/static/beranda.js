/* The home page: who am I, what is there, how far am I, what do I do next.
 *
 * Scene: first thing after `bimtek mulai`, and where every exercise leads back to. Reads the package, changes nothing.
 * Add: a section is one function that returns an element.
 */
import { el, progressBar, readableTime } from './dom.js';
import { KANTOR_KELAS, KANTOR_SAYA, nextStep, STATUS } from './paket.js';

const BANTUAN = [
  ['Bagaimana cara mengisi?', 'Buka latihan, baca petunjuknya, lalu pilih atau ketik jawaban di formulir. Tidak ada kode yang perlu ditulis.'],
  ['Apakah jawaban saya bisa hilang?', 'Tidak. Setiap perubahan langsung tersimpan; lihat tanda “✓ Tersimpan” di bagian atas latihan. Halaman boleh ditutup kapan saja dan dibuka lagi nanti.'],
  ['Apa guna tombol Periksa?', 'Periksa memberi saran perbaikan sebelum Anda mengumpulkan. Boleh dipakai berkali-kali dan tidak mengurangi nilai.'],
  ['Bagaimana cara mengumpulkan?', 'Tekan Kumpulkan di dalam latihan, lalu ikuti pesannya. Anda boleh memperbaiki dan mengumpulkan lagi; yang dinilai adalah kumpulan terakhir sebelum umpan balik dibagikan.'],
  ['Formulir berhenti atau kosong?', 'Tekan “Muat ulang formulir” bila tombol itu muncul, atau muat ulang halaman dengan F5. Jawaban yang sudah tersimpan akan kembali.'],
  ['Kapan nilai keluar?', 'Setelah instruktur menilai dan membagikan hasil, tautan “Baca umpan balik” muncul pada latihan di halaman ini.']
];

export function homePage(info, { buka, siapkan, selesai, kantorUrl, kantorKelas, unduhUrl }) {
  const langkah = nextStep(info.latihan);
  return el(
    'div',
    { class: 'bimtek-beranda' },
    greeting(info),
    el(
      'section',
      { class: 'bimtek-langkah', 'aria-labelledby': 'bimtek-langkah-judul' },
      el('h2', { id: 'bimtek-langkah-judul' }, 'Langkah berikutnya'),
      el('p', {}, langkah.kalimat),
      langkah.latihan
        ? el('button', { type: 'button', class: 'bimtek-tombol bimtek-utama bimtek-besar', onclick: () => buka(langkah.latihan.id) }, langkah.aksi)
        : null,
      feedbackNews(info.latihan)
    ),
    kantorKelas && info.ruangKelas ? classOffice(kantorKelas, { buka, siapkan }) : null,
    info.kantor && kantorUrl ? office(kantorUrl, info.ruangSaya ? { buka, siapkan } : null) : null,
    el('h2', {}, 'Daftar latihan'),
    info.latihan.length
      ? el('ol', { class: 'bimtek-kartu-daftar' }, info.latihan.map((satu, i) => card(satu, i + 1, { buka, siapkan, unduhUrl })))
      : el('p', { class: 'bimtek-kosong' }, 'Belum ada latihan di paket ini. Minta paket latihan yang baru kepada instruktur.'),
    help(),
    selesai ? farewell(selesai) : null
  );
}

/** The office of this participant in the browser; started by the server when it is first asked for. */
function office(url, lembar) {
  const { id } = KANTOR_SAYA;
  return el(
    'section',
    { class: 'bimtek-kantor', 'aria-labelledby': 'bimtek-kantor-judul' },
    el('h2', { id: 'bimtek-kantor-judul' }, 'e-Kinerja (Simulasi)'),
    el('p', {}, 'Kantor simulasi Anda sendiri, dengan halaman seperti aplikasinya. Terbuka di tab baru; Beranda ini tetap ada.'),
    el(
      'p',
      { class: 'bimtek-kartu-aksi' },
      el('a', { class: 'bimtek-tombol', href: url, target: '_blank', rel: 'noopener' }, 'Buka e-Kinerja (Simulasi)'),
      lembar
        ? el('button', { type: 'button', class: 'bimtek-tombol', onclick: () => lembar.buka(id), onpointerenter: () => lembar.siapkan(id), onfocus: () => lembar.siapkan(id) }, 'Lihat SKP di lembar')
        : null
    )
  );
}

/** The office that the whole class shares: its page here, and the office itself in another tab. */
function classOffice(alamat, { buka, siapkan }) {
  const { id } = KANTOR_KELAS;
  return el(
    'section',
    { class: 'bimtek-kantor', 'aria-labelledby': 'bimtek-kantor-kelas-judul' },
    el('h2', { id: 'bimtek-kantor-kelas-judul' }, 'Kantor kelas'),
    el('p', {}, `Kantor simulasi yang dipakai bersama satu kelas, di ${alamat}. Di sini ada tabel SKP Anda dan formulir RHK; halaman lengkapnya ada di e-Kinerja.`),
    el(
      'p',
      { class: 'bimtek-kartu-aksi' },
      el('button', { type: 'button', class: 'bimtek-tombol', onclick: () => buka(id), onpointerenter: () => siapkan(id), onfocus: () => siapkan(id) }, 'Buka kantor kelas'),
      el('a', { class: 'bimtek-tombol', href: alamat, target: '_blank', rel: 'noopener' }, 'Buka e-Kinerja kelas di tab baru')
    )
  );
}

function farewell(selesai) {
  return el(
    'section',
    { class: 'bimtek-selesai' },
    el('p', {}, 'Selesai untuk hari ini? Semua jawaban sudah tersimpan di folder latihan Anda.'),
    el('button', { type: 'button', class: 'bimtek-tombol', onclick: selesai }, 'Tutup Bimtek')
  );
}

function feedbackNews(latihan) {
  const ada = latihan.filter(satu => satu.umpanBalik).map(satu => `“${satu.judul}”`);
  return ada.length ? el('p', {}, `Umpan balik sudah ada untuk ${ada.join(', ')}. Bacalah sebelum melanjutkan.`) : null;
}

function greeting(info) {
  const terkumpul = info.latihan.filter(satu => satu.terkumpul.length).length;
  return el(
    'div',
    { class: 'bimtek-salam' },
    el('h1', { tabindex: -1 }, `Selamat datang, ${info.nama || info.peserta}`),
    el(
      'dl',
      { class: 'bimtek-identitas' },
      [['Kelas', info.kelas], ['Nomor peserta', info.peserta], ['Sudah dikumpulkan', `${terkumpul} dari ${info.latihan.length} latihan`]].map(
        ([nama, isi]) => el('div', {}, el('dt', {}, nama), el('dd', {}, isi || '–'))
      )
    )
  );
}

function card(latihan, nomor, { buka, siapkan, unduhUrl }) {
  const { terisi = 0, total = 0 } = latihan.kemajuan ?? {};
  const judulId = `bimtek-latihan-${latihan.id}`;
  const akhir = latihan.terkumpul.at(-1);
  const tombol = el(
    'button',
    {
      type: 'button',
      class: 'bimtek-tombol',
      'aria-describedby': judulId,
      onclick: () => buka(latihan.id),
      onpointerenter: () => siapkan(latihan.id),
      onfocus: () => siapkan(latihan.id)
    },
    { baru: 'Mulai', terkumpul: 'Buka lagi' }[latihan.status] ?? 'Lanjutkan'
  );
  return el(
    'li',
    { class: 'bimtek-kartu', 'data-latihan': latihan.id, 'data-status': latihan.status },
    el('p', { class: 'bimtek-rincian' }, `Latihan ${nomor}`),
    el('div', { class: 'bimtek-kartu-kepala' },
      el('h3', { id: judulId }, latihan.judul),
      el('span', { class: `bimtek-status bimtek-status-${latihan.status}` }, STATUS[latihan.status])
    ),
    el('p', {}, latihan.ringkas),
    el('p', { class: 'bimtek-rincian' }, facts(latihan).join(' · ')),
    deadline(latihan),
    total
      ? el('div', { class: 'bimtek-kartu-kemajuan' }, progressBar(terisi, total, `Isian terisi pada ${latihan.judul}`), el('span', { 'aria-hidden': true }, `${terisi} dari ${total} terisi`))
      : null,
    latihan.disimpan ? el('p', { class: 'bimtek-rincian' }, `Terakhir tersimpan ${readableTime(latihan.disimpan)}`) : null,
    akhir ? el('p', { class: 'bimtek-rincian' }, `Terakhir dikumpulkan ${readableTime(akhir.waktu)} (${latihan.terkumpul.length} kali)`) : null,
    akhir && total > terisi ? el('p', { class: 'bimtek-peringatan' }, `Masih ada ${total - terisi} isian kosong. ${afterHandIn(latihan)}`) : null,
    latihan.rusak ? el('p', { class: 'bimtek-peringatan' }, 'Berkas jawaban tidak terbaca. Buka latihan ini; berkas lama disimpan terpisah dan tidak dihapus. Beri tahu instruktur.') : null,
    latihan.tersedia
      ? el('p', { class: 'bimtek-kartu-aksi' }, tombol, pageLink('Baca umpan balik', latihan.umpanBalik, unduhUrl), pageLink('Baca pelajaran', latihan.pelajaran, unduhUrl))
      : el('p', { class: 'bimtek-peringatan' }, `Berkas latihan ini tidak ada di folder Anda. Minta ulang paket latihan kepada instruktur (folder ${latihan.id}).`)
  );
}

/** Feedback tells what was wrong: what comes after it is practice, and does not change the mark by itself. */
function afterHandIn(latihan) {
  return latihan.umpanBalik
    ? 'Anda boleh melengkapinya untuk belajar. Nilai tidak berubah setelah umpan balik, kecuali instruktur menerimanya.'
    : 'Anda boleh melengkapi, lalu mengumpulkan lagi.';
}

function facts(latihan) {
  return [latihan.menit ? `Kira-kira ${latihan.menit} menit` : null, latihan.poin ? `${latihan.poin} poin` : null].filter(Boolean);
}

function deadline(latihan) {
  if (!latihan.tenggat) {
    return null;
  }
  const lewat = latihan.lewat && latihan.status !== 'terkumpul';
  return el(
    'p',
    { class: lewat ? 'bimtek-peringatan' : 'bimtek-rincian' },
    `Tenggat ${readableTime(latihan.tenggat, true)}`,
    lewat ? ' — sudah lewat. Tetap kumpulkan, lalu beri tahu instruktur.' : null
  );
}

/** A link to a page of the package (feedback, lesson) in a tab of its own; null when there is none. */
export function pageLink(teks, path, unduhUrl) {
  if (!path) {
    return null;
  }
  const tautan = el('a', { class: 'bimtek-tombol', target: '_blank', rel: 'noopener' }, teks);
  unduhUrl(path).then(url => (tautan.href = url));
  return tautan;
}

function help() {
  return el(
    'section',
    { class: 'bimtek-bantuan', 'aria-labelledby': 'bimtek-bantuan-judul' },
    el('h2', { id: 'bimtek-bantuan-judul' }, 'Bantuan'),
    BANTUAN.map(([tanya, jawab]) => el('details', {}, el('summary', {}, tanya), el('p', {}, jawab)))
  );
}

/** Shown instead of the home page when the package cannot be read. */
export function brokenPage(pesan, cobaLagi) {
  return el(
    'div',
    { class: 'bimtek-beranda' },
    el('h1', { tabindex: -1 }, 'Daftar latihan belum dapat ditampilkan'),
    el('p', { class: 'bimtek-peringatan', role: 'alert' }, pesan),
    el('p', {}, 'Jawaban Anda tidak hilang. Coba lagi; bila tetap begini, tunjukkan halaman ini kepada instruktur.'),
    el('button', { type: 'button', class: 'bimtek-tombol bimtek-utama', onclick: cobaLagi }, 'Coba lagi')
  );
}

/** The last page: the server has stopped. */
export function closedPage() {
  return el(
    'div',
    { class: 'bimtek-beranda' },
    el('h1', { tabindex: -1 }, 'Bimtek sudah ditutup'),
    el('p', {}, 'Semua jawaban tersimpan. Anda boleh menutup tab ini. Untuk melanjutkan, jalankan lagi “bimtek mulai”.')
  );
}
