/* Entry of the prebuilt extension: the container JupyterLab asks for, written by hand (no Node, no build step).
 *
 * Scene: JupyterLab loads this file before its own code; it hands out the plugins of extension.js.
 * Uses: the module-federation contract only, get(module) and init(shareScope); see ../../README.md.
 * Add: nothing here; pages live in their own modules.
 */
(function () {
  'use strict';
  const base = new URL('./', document.currentScript.src).href;
  let scope = null;

  function pageConfig() {
    const node = document.getElementById('jupyter-config-data');
    return node ? JSON.parse(node.textContent || '{}') : {};
  }

  // The participant sees our words from the first paint, not a white page while JupyterLab starts.
  function showOpening() {
    const layar = document.createElement('div');
    layar.id = 'bimtek-pembuka';
    layar.setAttribute('role', 'status');
    layar.innerHTML = '<p><strong>Bimtek e-Kinerja</strong></p><p>Membuka latihan…</p>';
    document.body.appendChild(layar);
    document.title = 'Bimtek e-Kinerja';
    document.documentElement.lang = 'id';
  }

  const gaya = document.createElement('link');
  gaya.rel = 'stylesheet';
  gaya.href = base + 'gaya.css';
  document.head.appendChild(gaya);
  const pengaturan = pageConfig();
  const peserta = pengaturan.bimtekPeserta === 'ya';
  if (peserta) {
    document.documentElement.classList.add('bimtek-peserta');
    showOpening();
  }

  const container = {
    init(shareScope) {
      scope = shareScope;
    },
    async get(module) {
      if (module !== './extension') {
        return () => ({});
      }
      const { plugins } = await import(base + 'extension.js');
      const daftar = await plugins(scope, { peserta, kantorKelas: pengaturan.bimtekKantor || null });
      return () => ({ __esModule: true, default: daftar });
    }
  };
  window._JUPYTERLAB = window._JUPYTERLAB || {};
  window._JUPYTERLAB['bimtek-lab'] = container;
})();
