/* Talking to the kernel of one exercise without showing any of it.
 *
 * Scene: starts the kernel early, runs code and gives back what it displayed.
 * Uses: Jupyter's session service. The code that runs is the course's own (exercises.kit.session).
 */
const KERNEL = 'python3';
// Widgets of an earlier opening stay in a living kernel; without this every reload would carry them all along.
export const CLEAR = 'import ipywidgets; ipywidgets.Widget.close_all()';

const dipanaskan = new Map();

/** Have a clean, warm kernel for an exercise ahead of its opening; a failure is told when the page opens. */
export function warmUp(sessions, path) {
  if (!dipanaskan.has(path)) {
    dipanaskan.set(path, start(sessions, path).catch(galat => console.warn('Penyiapan awal gagal:', galat)));
  }
  return dipanaskan.get(path);
}

async function start(sessions, path) {
  await sessions.ready;
  await sessions.refreshRunning();
  const ada = [...sessions.running()].find(satu => satu.path === path);
  // Without comms: what an earlier opening left behind says goodbye to nobody.
  const tanpaComm = { handleComms: false };
  const sesi = ada
    ? sessions.connectTo({ model: ada, kernelConnectionOptions: tanpaComm })
    : await sessions.startNew(
        { path, type: 'notebook', name: path.split('/').at(-1), kernel: { name: KERNEL } },
        { kernelConnectionOptions: tanpaComm }
      );
  try {
    await sesi.kernel.requestExecute({ code: CLEAR, silent: true, store_history: false }).done;
  } finally {
    sesi.dispose();
  }
}

/** End the kernel of an exercise, however broken it is; the next opening starts a new one. */
export async function endKernel(sessions, path) {
  await sessions.refreshRunning();
  const ada = [...sessions.running()].find(satu => satu.path === path);
  if (ada) {
    await sessions.shutdown(ada.id);
  }
}

/** A session context for a page: joins the warmed kernel when there is one. */
export async function openSession(lab, serviceManager, path) {
  await warmUp(serviceManager.sessions, path);
  const konteks = new lab.apputils.SessionContext({
    kernelManager: serviceManager.kernels,
    sessionManager: serviceManager.sessions,
    specsManager: serviceManager.kernelspecs,
    path,
    name: path.split('/').at(-1),
    type: 'notebook',
    kernelPreference: { name: KERNEL, language: 'python', shouldStart: true, canStart: true, shutdownOnDispose: false }
  });
  const perluMemilih = await konteks.initialize();
  if (perluMemilih || !konteks.session?.kernel) {
    konteks.dispose();
    throw new Error('Mesin formulir tidak dapat dijalankan.');
  }
  await konteks.session.kernel.info;
  keepOrder(konteks.session.kernel);
  return konteks;
}

/** What is typed must arrive before the button pressed after it: one queue, no parallel subshells for comms. */
export function keepOrder(kernel) {
  kernel.commsOverSubshells = 'disabled';
}

/** Run code; resolves to {html: [...], json, galat}. */
export async function run(kernel, code) {
  const hasil = { html: [], json: null, galat: null };
  const future = kernel.requestExecute({ code, store_history: false, stop_on_error: false });
  future.onIOPub = pesan => {
    const { msg_type: jenis } = pesan.header;
    if (jenis === 'display_data' || jenis === 'execute_result') {
      collect(hasil, pesan.content.data);
    }
  };
  const balasan = await future.done;
  if (balasan.content.status !== 'ok') {
    hasil.galat = balasan.content.evalue || balasan.content.status;
  }
  return hasil;
}

function collect(hasil, data) {
  if (data['application/json'] !== undefined) {
    hasil.json = data['application/json'];
  }
  if (data['text/html'] !== undefined) {
    hasil.html.push([].concat(data['text/html']).join(''));
  }
}
