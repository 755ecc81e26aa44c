/* The page of one exercise: bar, state and sheet; Periksa, Kumpulkan and the way back.
 *
 * Scene: opened from the home page or by its address; lives until the tab closes, so coming back is immediate.
 * Facts: comm target "bimtek" and the functions periksa() and kumpulkan() of exercises/kit/session.py.
 * Add: a state in KEADAAN with its sentence and its button.
 */
import { el } from './dom.js';
import { pageLink } from './beranda.js';
import { Bilah } from './bilah.js';
import { CLEAR, endKernel, keepOrder, openSession, run } from './kernel.js';
import { Lembar } from './lembar.js';
import { showCheck, showProblem, submit } from './tindakan.js';

const KEADAAN = {
  menyiapkan: { pesan: 'Menyiapkan formulir…' },
  lama: {
    pesan: 'Penyiapan formulir lebih lama daripada biasanya. Tunggu sebentar lagi; bila tetap begini, tekan “Mulai ulang formulir”. Jawaban yang sudah tersimpan tetap aman.',
    tombol: 'Mulai ulang formulir'
  },
  siap: { pesan: 'Formulir siap diisi.' },
  terhenti: {
    pesan: 'Formulir terhenti. Jawaban yang bertanda “Tersimpan” tetap aman. Tekan “Muat ulang formulir” untuk melanjutkan.',
    tombol: 'Muat ulang formulir'
  },
  terputus: {
    pesan: 'Sambungan ke Bimtek terputus; jangan mengisi dulu. Halaman menyambung sendiri bila bisa. Bila tidak, pastikan jendela “bimtek mulai” masih terbuka, lalu tekan “Sambungkan lagi”.',
    tombol: 'Sambungkan lagi'
  },
  tab_lain: {
    pesan: 'Latihan ini sedang dibuka di tab lain. Lanjutkan di tab itu, atau tekan “Lanjutkan di sini”.',
    tombol: 'Lanjutkan di sini'
  },
  asing: {
    pesan: 'Latihan ini memuat bagian yang bukan dari kit Bimtek, jadi tidak dijalankan. Minta paket latihan yang baru kepada instruktur; jawaban Anda tidak hilang.'
  },
  gagal: {
    pesan: 'Formulir belum dapat ditampilkan. Tekan “Muat ulang formulir”. Bila tetap gagal, tunjukkan halaman ini kepada instruktur.',
    tombol: 'Muat ulang formulir'
  }
};
// Long enough for a slow laptop's first start; the button that then appears does not end the waiting.
const LAMA_MS = 20_000;
// What the list of its headings is called, and the words at its end.
const LATIHAN = {
  daftar: 'Daftar soal',
  akhir: 'Ini akhir latihan. Tekan Periksa di bagian atas untuk melihat yang perlu dilengkapi, lalu Kumpulkan.'
};
const TANPA_NILAI = {
  daftar: 'Daftar bagian',
  akhir: 'Ini akhir halaman. Pekerjaan lain, misalnya indikator, bukti dukung, dan penilaian, ada di e-Kinerja.'
};
const MATI = ['dead', 'autorestarting', 'restarting', 'terminating'];

export class HalamanLatihan {
  constructor({ lab, app, rendermime, paket, info, latihan, keBeranda }) {
    Object.assign(this, { lab, app, paket, info, latihan, keBeranda });
    this.path = paket.notebookPath(latihan.id);
    this.bilah = new Bilah(latihan, {
      beranda: keBeranda,
      periksa: () => this.#act(() => showCheck(this)),
      kumpulkan: () => this.#act(() => submit(this))
    });
    this.pesan = el('div', { class: 'bimtek-keadaan', role: 'status', 'aria-live': 'polite' });
    this.lembar = new Lembar(lab, rendermime, app.serviceManager.contents, this.path);
    this.widget = this.#layout();
    this.saluran = new BroadcastChannel(`bimtek:${location.port}`);
    this.saluran.onmessage = ({ data }) => this.#otherTab(data);
  }

  #layout() {
    const { Panel, Widget } = this.lab.widgets;
    const halaman = new Panel();
    halaman.addClass('bimtek-halaman');
    halaman.node.dataset.latihan = this.latihan.id;
    // One sticky head: what stopped must be seen wherever the participant has scrolled to.
    halaman.addWidget(new Widget({ node: el('div', {}, this.bilah.node, this.pesan) }));
    halaman.addWidget(this.lembar.widget);
    this.lembar.widget.node.addEventListener('input', () => this.bilah.pending());
    return halaman;
  }

  /** First opening: texts, kernel, forms. Safe to call again; only the first call works. */
  async open() {
    if (this.dibuka) {
      return;
    }
    this.dibuka = true;
    this.#state('menyiapkan');
    this.saluran.postMessage({ buka: this.latihan.id });
    try {
      const berkas = this.app.serviceManager.contents.get(this.path, { type: 'notebook', content: true });
      const sesi = openSession(this.lab, this.app.serviceManager, this.path);
      // Both start at once; if the file fails first, the session's own failure must not go unheard.
      sesi.catch(() => undefined);
      const unduhUrl = path => this.app.serviceManager.contents.getDownloadUrl(path);
      const pelajaran = pageLink('Baca pelajaran di tab baru', this.latihan.pelajaran, unduhUrl);
      const kata = this.latihan.tanpaNilai ? TANPA_NILAI : LATIHAN;
      await this.lembar.render((await berkas).content, this.latihan.judul, { pelajaran, ...kata });
      if (this.lembar.asing) {
        this.#state('asing');
        return;
      }
      this.konteks = await sesi;
      this.#watch();
      await this.lembar.connect(this.konteks);
      await this.#fill();
    } catch (galat) {
      this.#fail(galat);
      this.dibuka = Boolean(this.konteks);
    }
  }

  get kernel() {
    return this.konteks?.session?.kernel ?? null;
  }

  async #fill() {
    this.#state('menyiapkan');
    this.#listen();
    const gagal = await this.lembar.run(this.kernel);
    if (gagal.length) {
      this.#fail(new Error(gagal[0]));
      return;
    }
    this.bilah.settle();
    this.#state('siap');
    performance.mark(`bimtek-siap-${this.latihan.id}`);
  }

  /** The button of every stopped state: a kernel that works is reused, any other replaced, a lost server sought. */
  async reload() {
    if (['terputus', 'lama'].includes(this.keadaan) || (this.keadaan === 'gagal' && this.konteks)) {
      await this.#startOver();
      return;
    }
    this.#state('menyiapkan');
    this.saluran.postMessage({ buka: this.latihan.id });
    try {
      if (!this.konteks) {
        this.dibuka = false;
        this.lembar.reset();
        await this.open();
        return;
      }
      if (!this.kernel || this.kernel.status === 'dead') {
        await this.konteks.changeKernel({ name: 'python3' });
      }
      await this.kernel.info;
      keepOrder(this.kernel);
      await run(this.kernel, CLEAR);
      await this.#fill();
    } catch (galat) {
      this.#fail(galat);
    }
  }

  /**
   * Load the whole page anew, but only from a server that answers: else these words would be lost as well. A kernel
   * in which the forms failed, or that does not answer, would fail again: it is ended first.
   */
  async #startOver() {
    const kernelRusak = this.keadaan !== 'terputus';
    const { sessions, serverSettings } = this.app.serviceManager;
    const { ServerConnection } = this.lab.services;
    this.#state('menyiapkan');
    try {
      await ServerConnection.makeRequest(`${serverSettings.baseUrl}api/status`, {}, serverSettings);
      if (kernelRusak) {
        await endKernel(sessions, this.path);
      }
    } catch (galat) {
      console.warn('Belum tersambung:', galat);
      this.#state('terputus');
      return;
    }
    location.reload();
  }

  #watch() {
    this.konteks.statusChanged.connect((_, status) => {
      if (MATI.includes(status) && this.keadaan !== 'tab_lain') {
        this.#state('terhenti');
      }
    });
    this.konteks.kernelChanged.connect((_, { newValue }) => {
      if (!newValue) {
        this.#state('terhenti');
      }
    });
    this.konteks.connectionStatusChanged.connect((_, status) => {
      if (status === 'connected' && this.keadaan === 'terputus') {
        this.#state('siap');
      } else if (status !== 'connected' && this.keadaan === 'siap') {
        this.#state('terputus');
      }
    });
  }

  #listen() {
    this.kernel.registerCommTarget('bimtek', (comm, pembuka) => {
      comm.onMsg = pesan => this.bilah.receive(pesan.content.data);
      this.bilah.receive(pembuka.content.data ?? {});
    });
  }

  #otherTab({ buka }) {
    if (buka === this.latihan.id && this.dibuka) {
      this.#state('tab_lain');
    }
  }

  async #act(tindakan) {
    if (this.keadaan !== 'siap' || this.sibuk) {
      return;
    }
    // A disabled button loses the focus; it gets it back when the work is done.
    const asal = document.activeElement;
    this.sibuk = true;
    this.bilah.busy(true);
    try {
      await tindakan();
    } catch (galat) {
      console.error('Tindakan gagal:', galat);
      await showProblem(galat);
    } finally {
      this.sibuk = false;
      this.bilah.busy(false);
      if (document.activeElement === document.body) {
        asal.focus({ preventScroll: true });
      }
    }
  }

  #fail(galat) {
    console.error('Halaman latihan:', galat);
    this.#state('gagal', galat.message);
  }

  #state(keadaan, rincian = '') {
    this.keadaan = keadaan;
    clearTimeout(this.penunggu);
    if (keadaan === 'menyiapkan') {
      this.penunggu = setTimeout(() => this.#state('lama'), LAMA_MS);
    }
    const { pesan, tombol } = KEADAAN[keadaan];
    this.widget.node.dataset.keadaan = keadaan;
    this.lembar.widget.node.inert = keadaan !== 'siap';
    this.bilah.enable(keadaan === 'siap');
    const fokusDiPesan = this.pesan.contains(document.activeElement);
    this.pesan.replaceChildren(
      el('p', { class: keadaan === 'siap' ? 'bimtek-sr' : null }, pesan),
      ...(tombol
        ? [el('button', { type: 'button', class: 'bimtek-tombol bimtek-utama', onclick: () => this.reload() }, tombol)]
        : []),
      ...(rincian
        ? [el('details', {}, el('summary', {}, 'Keterangan untuk instruktur'), el('code', {}, rincian))]
        : [])
    );
    if (fokusDiPesan) {
      this.bilah.judul.focus({ preventScroll: true });
    }
  }
}
