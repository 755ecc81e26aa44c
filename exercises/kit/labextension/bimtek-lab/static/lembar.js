/* The sheet of one exercise: the notebook's texts and the forms its hidden code displays.
 *
 * Scene: renders a notebook's cells as a page and runs them; no editor, no prompt, nothing to delete by accident.
 * Uses: output areas, rendermime and the widget manager of JupyterLab (lab.js).
 * Why not the notebook editor itself: it takes the keyboard, marks the file as changed and shows code while it loads.
 */
import { el } from './dom.js';

// The page runs a notebook by itself, so it runs only what every course notebook consists of: the kit's own words.
// Anything else, in a package from who knows where, is shown to nobody and run by nobody.
const KATA_KIT = new RegExp(
  '^(?:\\s*(?:' +
    'from exercises\\.kit\\.session import (?:\\([\\w,\\s]+\\)|[\\w, ]+)|' +
    '(?:mulai_latihan|form|score)\\((?:"[\\w-]*"|\'[\\w-]*\')?\\)|' +
    'from simulator\\.notebook\\.kantor\\.ruang import kantor_kelas|ruang = kantor_kelas\\(\\)|' +
    'from simulator\\.notebook\\.kantor\\.milik import kantor_saya|kantor_saya\\(\\)|' +
    'ruang\\.(?:masuk|tulis_rhk|skp_saya|penilaian_saya|bawahan)\\(\\)' +
    ')(?:\\n|$))+\\s*$'
);
const GALAT = 'application/vnd.jupyter.error';

export class Lembar {
  constructor(lab, rendermime, contents, path) {
    this.lab = lab;
    this.path = path;
    this.widget = new lab.widgets.Panel();
    this.widget.addClass('bimtek-lembar');
    this.rendermime = rendermime.clone({
      resolver: new lab.rendermime.RenderMimeRegistry.UrlResolver({ path, contents })
    });
    this.sel = [];
    this.asing = 0;
  }

  /** Show the texts at once; the forms get their empty places. */
  async render(notebook, judul, { pelajaran, daftar, akhir }) {
    const teks = cell => [].concat(cell.source).join('');
    for (const cell of notebook.cells) {
      if (cell.cell_type === 'markdown') {
        this.widget.addWidget(await this.#markdown(teks(cell)));
      } else if (cell.cell_type === 'code' && KATA_KIT.test(teks(cell))) {
        this.sel.push({ kode: teks(cell), area: this.#outputArea() });
        this.widget.addWidget(this.sel.at(-1).area);
      } else if (cell.cell_type === 'code' && teks(cell).trim()) {
        this.asing += 1;
      }
    }
    this.#hideRepeatedTitle(judul);
    this.#contents(pelajaran, daftar);
    this.widget.node.append(el('p', { class: 'bimtek-akhir' }, akhir));
  }

  /** A long page needs a way around: its questions, as links in front of the first of them. */
  #contents(pelajaran, nama) {
    const kepala = [...this.widget.node.querySelectorAll('.bimtek-teks h2')];
    if (kepala.length === 0) {
      return;
    }
    const tautan = kepala.map(satu => {
      satu.tabIndex = -1;
      const ke = pesan => {
        pesan.preventDefault();
        satu.scrollIntoView({ block: 'start' });
        satu.focus({ preventScroll: true });
      };
      return el('li', {}, el('a', { href: '#', onclick: ke }, satu.textContent));
    });
    const { Widget } = this.lab.widgets;
    const daftar = new Widget({
      node: el('nav', { class: 'bimtek-daftar-soal', 'aria-label': nama }, el('ul', {}, tautan), pelajaran)
    });
    const awal = this.widget.widgets.findIndex(isi => isi.node.contains(kepala[0]));
    this.widget.insertWidget(awal, daftar);
  }

  /** Empty the page before it is rendered again. */
  reset() {
    for (const isi of [...this.widget.widgets]) {
      isi.dispose();
    }
    this.widget.node.replaceChildren();
    this.sel = [];
    this.asing = 0;
  }

  /** Join the widget manager to this sheet; resolves when forms can be shown. */
  async connect(konteks) {
    const { registerWidgetManager } = await this.lab.widgetManager();
    let siap;
    const terdaftar = new Promise(resolve => (siap = resolve));
    // The manager asks for its renderers exactly when it puts its own factory in place: that is the moment we wait for.
    const renderers = (function* () {
      siap();
    })();
    const saveState = new this.lab.signaling.Signal(this);
    const model = { getMetadata: () => undefined, setMetadata: () => undefined };
    registerWidgetManager(
      { sessionContext: konteks, model, saveState, urlResolver: this.rendermime.resolver, path: this.path },
      this.rendermime,
      renderers
    );
    await terdaftar;
  }

  /** Run every cell, all sent at once. Returns the messages of the cells that failed. */
  async run(kernel) {
    const hasil = this.sel.map(sel => {
      sel.area.model.clear();
      const future = kernel.requestExecute({ code: sel.kode, stop_on_error: false, store_history: false });
      sel.area.future = future;
      return future.done;
    });
    const balasan = await Promise.all(hasil);
    return balasan.flatMap((satu, i) => {
      const gagal = satu.content.status !== 'ok';
      this.sel[i].area.toggleClass('bimtek-gagal', gagal);
      return gagal ? [`${satu.content.ename ?? ''} ${satu.content.evalue ?? satu.content.status}`.trim()] : [];
    });
  }

  #outputArea() {
    const { OutputAreaModel, SimplifiedOutputArea } = this.lab.outputarea;
    const area = new SimplifiedOutputArea({
      model: new OutputAreaModel({ trusted: true }),
      rendermime: this.rendermime,
      contentFactory: SimplifiedOutputArea.defaultContentFactory
    });
    area.addClass('bimtek-formulir');
    // A traceback helps nobody here; the page itself says what happened and what to do.
    area.model.changed.connect(() => {
      const teknis = Array.from({ length: area.model.length }, (_, i) => area.model.get(i)).some(
        satu => satu.type === 'error' || satu.data[GALAT] !== undefined
      );
      area.toggleClass('bimtek-teknis', teknis);
    });
    return area;
  }

  async #markdown(sumber) {
    const renderer = this.rendermime.createRenderer('text/markdown');
    await renderer.renderModel(
      new this.lab.rendermime.MimeModel({ data: { 'text/markdown': sumber }, trusted: true })
    );
    renderer.addClass('bimtek-teks');
    for (const tautan of renderer.node.querySelectorAll('.jp-InternalAnchorLink')) {
      tautan.remove();
    }
    return renderer;
  }

  #hideRepeatedTitle(judul) {
    const kepala = this.widget.node.querySelector('.bimtek-teks h1');
    if (kepala && kepala.textContent.trim().toLowerCase().includes(judul.trim().toLowerCase())) {
      kepala.replaceWith(el('div', { class: 'bimtek-judul-berulang' }));
    }
  }
}
