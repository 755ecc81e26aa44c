/* The participant folder as the pages see it: paket.json, answers, submissions and feedback.
 *
 * Scene: reads files through the Jupyter contents service; changes nothing.
 * Facts: the folder layout of exercises/kit/package.py.
 * Add: a status word in STATUS together with the sentence for it in nextStep.
 */
import { isPast } from './dom.js';

export const STATUS = {
  baru: 'Belum dimulai',
  berjalan: 'Sedang dikerjakan',
  lengkap: 'Terisi lengkap, belum dikumpulkan',
  berubah: 'Diubah setelah dikumpulkan',
  terkumpul: 'Sudah dikumpulkan'
};

/** The page of the class's office, beside the exercises; its notebook is written by `bimtek mulai --kantor`. */
export const KANTOR_KELAS = { id: 'kantor_kelas', judul: 'Kantor kelas', tanpaNilai: true };

/** The page of the participant's own office; its notebook is written by `bimtek mulai` where there is one. */
export const KANTOR_SAYA = { id: 'kantor_saya', judul: 'Kantor saya', tanpaNilai: true };

export class PaketTidakTerbaca extends Error {}

export class Paket {
  /** contents: Jupyter's contents manager; dasar: the participant folder below the server's root ("" = root). */
  constructor(contents, dasar = '') {
    this.contents = contents;
    this.dasar = dasar;
  }

  path(...bagian) {
    return [this.dasar, ...bagian].filter(Boolean).join('/');
  }

  notebookPath(id) {
    return this.path(id, `${id}.ipynb`);
  }

  async names(folder) {
    const isi = await this.contents.get(this.path(folder), { content: true });
    return isi.content;
  }

  async json(...bagian) {
    const berkas = await this.contents.get(this.path(...bagian), { type: 'file', format: 'text', content: true });
    return JSON.parse(berkas.content);
  }

  /** Everything the home page shows. Raises PaketTidakTerbaca with a sentence for the participant. */
  async read() {
    const akar = await this.names('');
    const ada = new Set(akar.map(satu => satu.name));
    if (!ada.has('paket.json')) {
      throw new PaketTidakTerbaca('Di folder ini tidak ada berkas paket.json dari instruktur.');
    }
    let isi;
    try {
      isi = await this.json('paket.json');
    } catch (galat) {
      console.warn('paket.json:', galat);
      throw new PaketTidakTerbaca('Berkas paket.json di folder ini rusak atau terpotong. Minta paket latihan yang baru.');
    }
    const folder = async nama => (ada.has(nama) ? this.names(nama) : []);
    const [kumpulan, umpanBalik, bacaan] = await Promise.all(['kumpulan', 'umpan_balik', 'bacaan'].map(folder));
    const latihan = await Promise.all(
      (isi.latihan || []).map(satu => this.#exercise(satu, ada, { kumpulan, umpanBalik, bacaan }))
    );
    return { ...isi, latihan, kantor: ada.has('kantor.ekin.db'), ruangKelas: ada.has(KANTOR_KELAS.id), ruangSaya: ada.has(KANTOR_SAYA.id) };
  }

  async #exercise(satu, ada, { kumpulan, umpanBalik, bacaan }) {
    const berkas = ada.has(satu.id) ? (await this.names(satu.id)).map(isi => isi.name) : [];
    const jawaban = berkas.includes('jawaban.json') ? await this.#answer(satu.id) : {};
    const terkumpul = submissions(kumpulan, satu.id);
    const tersedia = berkas.includes(`${satu.id}.ipynb`);
    const halaman = (daftar, nama) => daftar.find(isi => isi.name === `${nama}.html`)?.path ?? null;
    const hasil = {
      ...satu,
      ...jawaban,
      terkumpul,
      tersedia,
      umpanBalik: halaman(umpanBalik, satu.id),
      pelajaran: satu.modul ? halaman(bacaan, satu.modul) : null
    };
    return { ...hasil, status: statusOf(hasil), lewat: isPast(satu.tenggat) };
  }

  async #answer(id) {
    try {
      const isi = await this.json(id, 'jawaban.json');
      return { kemajuan: isi.kemajuan || null, disimpan: isi.disimpan || null };
    } catch (galat) {
      // The kernel keeps a broken file aside when the exercise opens; here it is only told.
      return { rusak: galat.message };
    }
  }
}

/** Submission files of one exercise, oldest first: <peserta>__<latihan>__<nnn>.zip */
export function submissions(kumpulan, id) {
  return kumpulan
    .filter(isi => isi.name.endsWith('.zip') && isi.name.split('__').at(-2) === id)
    .sort((a, b) => a.name.localeCompare(b.name, 'id', { numeric: true }))
    .map(isi => ({ nama: isi.name, path: isi.path, waktu: isi.last_modified }));
}

export function statusOf(latihan) {
  const { terisi = 0, total = 0 } = latihan.kemajuan || {};
  const akhir = latihan.terkumpul.at(-1);
  if (akhir) {
    const berubah = latihan.disimpan && new Date(latihan.disimpan) > new Date(akhir.waktu);
    return berubah ? 'berubah' : 'terkumpul';
  }
  if (total > 0 && terisi >= total) {
    return 'lengkap';
  }
  return latihan.disimpan || terisi > 0 ? 'berjalan' : 'baru';
}

/** The one thing to do now: {kalimat, latihan|null, aksi}. */
export function nextStep(daftar) {
  const urutan = ['lengkap', 'berubah', 'berjalan', 'baru'];
  for (const status of urutan) {
    const latihan = daftar.find(satu => satu.status === status && satu.tersedia);
    if (latihan) {
      return { latihan, ...stepSentence(status, latihan) };
    }
  }
  const umpanBalik = daftar.some(satu => satu.umpanBalik);
  return {
    latihan: null,
    kalimat: umpanBalik
      ? 'Semua latihan sudah dikumpulkan. Baca umpan balik pada latihan di bawah ini.'
      : 'Semua latihan sudah dikumpulkan. Tunggu penilaian dari instruktur; Anda masih boleh memperbaiki dan mengumpulkan lagi.'
  };
}

function stepSentence(status, latihan) {
  const { terisi = 0, total = 0 } = latihan.kemajuan || {};
  return {
    lengkap: {
      kalimat: `Semua isian “${latihan.judul}” sudah terisi. Buka, periksa sekali lagi, lalu tekan Kumpulkan.`,
      aksi: 'Buka dan kumpulkan'
    },
    berubah: {
      kalimat: `Jawaban “${latihan.judul}” berubah setelah dikumpulkan. Buka lalu tekan Kumpulkan sekali lagi.`,
      aksi: 'Buka dan kumpulkan lagi'
    },
    berjalan: {
      kalimat: total
        ? `Lanjutkan “${latihan.judul}”: baru ${terisi} dari ${total} isian yang terisi.`
        : `Lanjutkan “${latihan.judul}”.`,
      aksi: 'Lanjutkan'
    },
    baru: {
      kalimat: latihan.pelajaran
        ? `Mulai dengan latihan “${latihan.judul}”, kira-kira ${latihan.menit} menit. Pelajarannya boleh dibaca lebih dulu.`
        : `Mulai dengan latihan “${latihan.judul}”, kira-kira ${latihan.menit} menit.`,
      aksi: 'Mulai'
    }
  }[status];
}
