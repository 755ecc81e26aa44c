/* The participant's whole screen: one main-area widget that shows the home page or one exercise.
 *
 * Scene: holds the address (#/latihan/<id>, #/kantor, #/kantor-saya), the training banner, and the pages opened so far.
 * Add: a page is a branch in #show and an address.
 */
import { brokenPage, closedPage, homePage } from './beranda.js';
import { el } from './dom.js';
import { warmUp } from './kernel.js';
import { HalamanLatihan } from './latihan.js';
import { KANTOR_KELAS, KANTOR_SAYA, nextStep, PaketTidakTerbaca } from './paket.js';

/** The addresses of the pages that are no exercise. */
const RUANG = { [KANTOR_KELAS.id]: '#/kantor', [KANTOR_SAYA.id]: '#/kantor-saya' };

export class Aplikasi {
  /** sendiri: the window is ours, so its address is; otherwise JupyterLab's address stays untouched. */
  constructor({ lab, app, rendermime, paket, sendiri, kantorKelas = null }) {
    Object.assign(this, { lab, app, rendermime, paket, sendiri, kantorKelas });
    this.dituju = null;
    this.halaman = new Map();
    const { Panel, Widget } = lab.widgets;
    this.widget = new Panel();
    this.widget.id = `bimtek-beranda-${paket.dasar.replaceAll('/', '-')}`;
    this.widget.addClass('bimtek');
    this.widget.title.label = 'Beranda Bimtek';
    this.widget.node.setAttribute('data-lm-suppress-shortcuts', 'true');
    this.beranda = new Widget();
    this.widget.addWidget(new Widget({ node: banner() }));
    this.widget.addWidget(this.beranda);
    this.widget.node.addEventListener('keydown', pesan => this.#keepPage(pesan));
    if (sendiri) {
      window.addEventListener('hashchange', () => this.#show());
    }
    document.addEventListener('visibilitychange', () => this.#refresh());
  }

  start() {
    return this.#show();
  }

  openExercise(id) {
    this.#go(id);
  }

  toHome() {
    this.#go(null);
  }

  #go(id) {
    if (this.sendiri) {
      location.hash = RUANG[id] ?? (id ? `#/latihan/${encodeURIComponent(id)}` : '#/');
    } else {
      this.dituju = id;
      this.#show();
    }
  }

  #wanted() {
    if (!this.sendiri) {
      return this.dituju;
    }
    const ruang = Object.keys(RUANG).find(id => RUANG[id] === location.hash);
    if (ruang) {
      return ruang;
    }
    const cocok = /^#\/latihan\/(.+)$/.exec(location.hash);
    return cocok ? decodeURIComponent(cocok[1]) : null;
  }

  async #show() {
    const id = this.#wanted();
    const giliran = (this.giliran = (this.giliran ?? 0) + 1);
    let info;
    try {
      info = await this.paket.read();
    } catch (galat) {
      this.#home(brokenPage(this.#reason(galat), () => this.#show()));
      return;
    }
    if (giliran !== this.giliran) {
      return;
    }
    // In a JupyterLab of somebody else nobody named an address; the page itself asks for it.
    const boleh = info.ruangKelas && (this.kantorKelas || !this.sendiri);
    const kantor = id === KANTOR_KELAS.id && boleh ? KANTOR_KELAS : null;
    const saya = id === KANTOR_SAYA.id && info.ruangSaya ? KANTOR_SAYA : null;
    const latihan = kantor ?? saya ?? info.latihan.find(satu => satu.id === id && satu.tersedia);
    if (latihan) {
      await this.#exercise(info, latihan);
    } else {
      this.#home(homePage(info, this.#homeActions()));
      this.tampil = JSON.stringify(info);
      this.#prepareNext(info);
    }
  }

  /** Back in this tab: feedback or a new exercise may have arrived meanwhile. */
  async #refresh() {
    if (document.visibilityState !== 'visible' || this.beranda.isHidden || !this.tampil) {
      return;
    }
    const info = await this.paket.read().catch(galat => console.warn('Beranda belum diperbarui:', galat));
    if (info && JSON.stringify(info) !== this.tampil) {
      await this.#show();
    }
  }

  #homeActions() {
    return {
      buka: id => this.openExercise(id),
      kantorKelas: this.kantorKelas,
      siapkan: id => warmUp(this.app.serviceManager.sessions, this.paket.notebookPath(id)),
      // Another person's JupyterLab is not ours to close.
      selesai: this.sendiri ? () => this.#close() : null,
      // In a JupyterLab of somebody else the launcher has a tile for it, where the proxy is installed.
      kantorUrl: this.sendiri ? `${this.app.serviceManager.serverSettings.baseUrl}ekinerja/` : null,
      unduhUrl: path => this.app.serviceManager.contents.getDownloadUrl(path)
    };
  }

  #home(isi) {
    this.#visible(this.beranda);
    this.beranda.node.replaceChildren(isi);
    this.#title('Beranda');
    isi.querySelector('h1').focus({ preventScroll: true });
    this.widget.node.scrollTop = 0;
    document.getElementById('bimtek-pembuka')?.remove();
  }

  async #exercise(info, latihan) {
    if (!this.halaman.has(latihan.id)) {
      const { lab, app, rendermime, paket } = this;
      const halaman = new HalamanLatihan({ lab, app, rendermime, paket, info, latihan, keBeranda: () => this.toHome() });
      this.halaman.set(latihan.id, halaman);
      this.widget.addWidget(halaman.widget);
    }
    const halaman = this.halaman.get(latihan.id);
    this.#visible(halaman.widget);
    this.#title(latihan.judul);
    this.widget.node.scrollTop = 0;
    document.getElementById('bimtek-pembuka')?.remove();
    halaman.bilah.judul.focus({ preventScroll: true });
    await halaman.open();
  }

  #title(bagian) {
    if (this.sendiri) {
      document.title = `${bagian} – Bimtek e-Kinerja`;
    }
  }

  #visible(tampak) {
    for (const satu of [this.beranda, ...[...this.halaman.values()].map(isi => isi.widget)]) {
      satu.setHidden(satu !== tampak);
    }
  }

  #prepareNext(info) {
    const berikut = nextStep(info.latihan).latihan ?? info.latihan.find(satu => satu.tersedia);
    if (berikut) {
      warmUp(this.app.serviceManager.sessions, this.paket.notebookPath(berikut.id));
    }
  }

  async #close() {
    const { ServerConnection } = this.lab.services;
    const pengaturan = this.app.serviceManager.serverSettings;
    await ServerConnection.makeRequest(`${pengaturan.baseUrl}api/shutdown`, { method: 'POST' }, pengaturan);
    this.#home(closedPage());
    this.#title('Sudah ditutup');
  }

  #keepPage(pesan) {
    // Ctrl+S would save the web page as a file; answers are already saved.
    if ((pesan.ctrlKey || pesan.metaKey) && pesan.key.toLowerCase() === 's') {
      pesan.preventDefault();
    }
  }

  #reason(galat) {
    if (galat instanceof PaketTidakTerbaca) {
      return galat.message;
    }
    console.error('Beranda:', galat);
    return 'Bimtek tidak dapat dihubungi. Periksa apakah jendela “bimtek mulai” masih terbuka.';
  }
}

function banner() {
  return el('div', { class: 'bimtek-simulasi', role: 'note' }, el('strong', {}, 'SIMULASI PELATIHAN'), ' — bukan sistem BKN');
}
