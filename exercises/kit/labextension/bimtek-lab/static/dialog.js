/* Dialogs on the browser's own <dialog>: focus stays inside, Esc closes, focus returns to the button pressed.
 *
 * Scene: confirmation before submitting, the result of Periksa, the receipt after Kumpulkan.
 * Add: another call of openDialog; never a second kind of dialog.
 */
import { el } from './dom.js';

let nomor = 0;

/**
 * Show a dialog. aksi: [{teks, nilai, utama}], the last is what Enter and Esc do not do by accident.
 * Resolves to the value of the button pressed, or null when closed with Esc.
 */
export function openDialog({ judul, isi, aksi, kelas = '' }) {
  nomor += 1;
  const id = `bimtek-dialog-${nomor}`;
  const kepala = el('h2', { id, tabindex: -1 }, judul);
  const dialog = el('dialog', { class: `bimtek-dialog ${kelas}`, 'aria-labelledby': id });
  // Typing here must never reach a shortcut of JupyterLab.
  dialog.setAttribute('data-lm-suppress-shortcuts', 'true');
  const tombol = aksi.map(satu =>
    el(
      'button',
      { type: 'button', class: satu.utama ? 'bimtek-tombol bimtek-utama' : 'bimtek-tombol', onclick: () => tutup(satu.nilai) },
      satu.teks
    )
  );
  dialog.append(kepala, el('div', { class: 'bimtek-dialog-isi' }, isi), el('div', { class: 'bimtek-dialog-aksi' }, tombol));
  const asal = document.activeElement;
  let selesai;
  const jawaban = new Promise(resolve => (selesai = resolve));
  let nilai = null;
  function tutup(pilihan) {
    nilai = pilihan;
    dialog.close();
  }
  dialog.addEventListener('close', () => {
    dialog.remove();
    asal?.focus?.();
    selesai(nilai);
  });
  document.body.append(dialog);
  dialog.showModal();
  kepala.focus();
  return jawaban;
}

/** HTML that the course's own kernel made, shown as it is. */
export function courseHtml(potongan) {
  return potongan.map(html => {
    const wadah = el('div', { class: 'bimtek-hasil' });
    wadah.innerHTML = html;
    return wadah;
  });
}
