/* The bar above an exercise: where am I, how far, is it saved, what can I do.
 *
 * Scene: stays in sight while the sheet scrolls; fed by the comm "bimtek" of the kernel.
 * Facts: messages {"jenis":"kemajuan","terisi","total"} and {"jenis":"tersimpan","jam"} of exercises/kit/session.py.
 */
import { el, progressBar, readableTime } from './dom.js';

const BELUM_ADA = 'Jawaban tersimpan sendiri saat Anda mengisi';
const MENYIMPAN = 'Menyimpan…';

const button = (teks, onclick, kelas = '') =>
  el('button', { type: 'button', class: `bimtek-tombol ${kelas}`, onclick }, teks);

export class Bilah {
  constructor(latihan, { beranda, periksa, kumpulkan }) {
    this.judul = el('h1', { tabindex: -1 }, latihan.judul);
    this.kemajuan = el('div', { class: 'bimtek-bilah-kemajuan' });
    this.tersimpan = el('span', { class: 'bimtek-tersimpan', role: 'status', 'aria-live': 'polite' });
    this.periksa = button('Periksa', periksa);
    this.kumpulkan = button('Kumpulkan', kumpulkan, 'bimtek-utama');
    this.node = el(
      'div',
      { class: 'bimtek-bilah', role: 'region', 'aria-label': latihan.tanpaNilai ? 'Judul halaman' : 'Kemajuan dan tombol latihan' },
      el(
        'div',
        { class: 'bimtek-bilah-isi' },
        button('← Beranda', beranda, 'bimtek-kembali'),
        this.judul,
        // A page without a mark has nothing to count, to check or to hand in.
        latihan.tanpaNilai ? null : el('div', { class: 'bimtek-bilah-kabar' }, this.kemajuan, this.tersimpan),
        latihan.tanpaNilai ? null : el('div', { class: 'bimtek-bilah-aksi' }, this.periksa, this.kumpulkan)
      )
    );
    this.#progress(latihan.kemajuan ?? { terisi: 0, total: 0 });
    this.#saved(latihan.disimpan ? `✓ Tersimpan ${readableTime(latihan.disimpan)}` : BELUM_ADA);
  }

  /** One message from the kernel; unknown kinds are for newer pages and are left alone. */
  receive(pesan) {
    if (pesan.jenis === 'kemajuan') {
      this.#progress(pesan);
    } else if (pesan.jenis === 'tersimpan') {
      this.#saved(`✓ Tersimpan pukul ${pesan.jam}`);
    } else if (pesan.jenis === 'gagal_simpan') {
      this.#saved(pesan.pesan ?? 'Belum tersimpan. Periksa ruang simpan komputer.', true);
    }
  }

  /** Something was typed: until the kernel says it is in the file, nothing here may call it saved. */
  pending() {
    this.#saved(MENYIMPAN);
  }

  /** The form was read from the file anew: what was never saved is not on the page any more either. */
  settle() {
    if (this.tersimpan.textContent === MENYIMPAN) {
      this.#saved(BELUM_ADA);
    }
  }

  enable(bisa) {
    this.periksa.disabled = this.kumpulkan.disabled = !bisa;
  }

  busy(sibuk) {
    this.node.setAttribute('aria-busy', String(sibuk));
    this.enable(!sibuk);
  }

  #progress({ terisi, total }) {
    this.kemajuan.replaceChildren(
      progressBar(terisi, total, 'Isian terisi'),
      el('span', { 'aria-hidden': true }, total ? `${terisi} dari ${total} terisi` : '')
    );
  }

  #saved(teks, gagal = false) {
    if (this.tersimpan.textContent !== teks) {
      this.tersimpan.textContent = teks; // said once to screen readers, not at every letter
    }
    this.tersimpan.classList.toggle('bimtek-belum', gagal);
  }
}
