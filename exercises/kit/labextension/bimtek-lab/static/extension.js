/* The plugins JupyterLab activates.
 *
 * Scene: in participant mode (page option bimtekPeserta, set by `bimtek mulai`) the whole window is ours; in a plain
 * JupyterLab nothing changes until a course notebook in a participant folder is opened.
 */
import { Aplikasi } from './aplikasi.js';
import { loadLab } from './lab.js';
import { Paket } from './paket.js';

const DISEMBUNYIKAN = ['jp-top-panel', 'jp-menu-panel', 'jp-bottom-panel', 'jp-header-panel', 'jp-title-panel-title'];

export async function plugins(scope, { peserta, kantorKelas }) {
  const lab = await loadLab(scope);
  const umum = { autoStart: true, requires: [lab.rendermime.IRenderMimeRegistry] };
  if (peserta) {
    return [{ ...umum, id: 'bimtek-lab:peserta', activate: (app, rendermime) => participantScreen(lab, app, rendermime, kantorKelas) }];
  }
  return [
    {
      ...umum,
      id: 'bimtek-lab:halaman',
      requires: [...umum.requires, lab.notebook.INotebookTracker],
      activate: (app, rendermime, tracker) => coursePages(lab, app, rendermime, tracker)
    }
  ];
}

function participantScreen(lab, app, rendermime, kantorKelas) {
  ownAddress();
  const paket = new Paket(app.serviceManager.contents);
  const aplikasi = new Aplikasi({ lab, app, rendermime, paket, kantorKelas, sendiri: true });
  // Later than "started": restoring the layout of the window would take our page out of it again.
  app.restored.then(() => {
    app.shell.mode = 'single-document';
    hideChrome(app.shell);
    nameMain();
    app.shell.add(aplikasi.widget, 'main');
    app.shell.activateById(aplikasi.widget.id);
    return aplikasi.start();
  });
}

/** JupyterLab makes its main area the page's one main landmark and names it in English. */
function nameMain() {
  document.getElementById('jp-main-dock-panel')?.setAttribute('aria-label', 'Beranda dan latihan');
}

function hideChrome(shell) {
  shell.collapseLeft?.();
  shell.collapseRight?.();
  for (const widget of shell.layout?.widgets ?? []) {
    if (DISEMBUNYIKAN.includes(widget.id)) {
      widget.hide();
    }
  }
}

/**
 * Leave only our part of the address: the token has become a cookie by now and would be copied along with
 * screenshots; the address of a notebook in JupyterLab (/lab/tree/…) becomes that of its page.
 */
function ownAddress() {
  const alamat = new URL(location.href);
  alamat.searchParams.delete('token');
  const cocok = /^(.*\/(?:lab|doc))\/tree\/(?:.*\/)?([^/]+)\.ipynb$/.exec(alamat.pathname);
  if (cocok) {
    alamat.pathname = cocok[1];
    alamat.hash = `#/latihan/${cocok[2]}`;
  }
  if (alamat.href !== location.href) {
    history.replaceState(history.state, '', alamat.href);
  }
}

/** Plain JupyterLab: a course notebook inside a participant folder opens as a page instead of as code. */
function coursePages(lab, app, rendermime, tracker) {
  const terbuka = new Map();
  tracker.widgetAdded.connect(async (_, panel) => {
    await panel.context.ready;
    const { latihan, halaman } = panel.context.model.getMetadata('bimtek') ?? {};
    const folder = panel.context.path.split('/').slice(0, -2).join('/');
    if (!halaman || !(await inParticipantFolder(app.serviceManager.contents, folder))) {
      return;
    }
    const paket = new Paket(app.serviceManager.contents, folder);
    const lama = terbuka.get(folder);
    const aplikasi =
      lama && !lama.widget.isDisposed ? lama : new Aplikasi({ lab, app, rendermime, paket, sendiri: false });
    terbuka.set(folder, aplikasi);
    if (!aplikasi.widget.isAttached) {
      app.shell.add(aplikasi.widget, 'main');
    }
    panel.context.model.dirty = false;
    panel.close();
    app.shell.activateById(aplikasi.widget.id);
    aplikasi.openExercise(latihan ?? panel.context.path.split('/').at(-2));
  });
}

async function inParticipantFolder(contents, folder) {
  const isi = await contents.get(folder, { content: true });
  return isi.content.some(satu => satu.name === 'paket.json');
}
