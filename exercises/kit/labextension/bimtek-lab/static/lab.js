/* What we use of JupyterLab, taken from the modules it shares between extensions.
 *
 * Scene: one place that knows module names; every page receives the finished object.
 * Add: a module name in MODULES when a page needs another class.
 */
const MODULES = {
  application: '@jupyterlab/application',
  apputils: '@jupyterlab/apputils',
  notebook: '@jupyterlab/notebook',
  outputarea: '@jupyterlab/outputarea',
  rendermime: '@jupyterlab/rendermime',
  services: '@jupyterlab/services',
  signaling: '@lumino/signaling',
  widgets: '@lumino/widgets'
};
const WIDGET_MANAGER = '@jupyter-widgets/jupyterlab-manager';

function newest(versions) {
  const urut = Object.keys(versions).sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  return versions[urut.find(v => versions[v].loaded) ?? urut[urut.length - 1]];
}

async function take(scope, name) {
  const versions = scope[name];
  if (!versions) {
    throw new Error(`Modul ${name} tidak tersedia di JupyterLab ini.`);
  }
  const factory = await newest(versions).get();
  return factory();
}

/** Load the shared modules; the widget manager stays a promise because a missing one is told on the page. */
export async function loadLab(scope) {
  const nama = Object.keys(MODULES);
  const isi = await Promise.all(nama.map(satu => take(scope, MODULES[satu])));
  const lab = Object.fromEntries(nama.map((satu, i) => [satu, isi[i]]));
  lab.widgetManager = () => take(scope, WIDGET_MANAGER);
  return lab;
}
