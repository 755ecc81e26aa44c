/* Small building blocks of a page: elements, dates and numbers as Indonesian readers expect them.
 *
 * Scene: used by every page; knows nothing of JupyterLab.
 */

/** el('p', {class: 'x', onclick}, 'text', child…): text is always text, never HTML. */
export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [key, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) {
      continue;
    }
    if (key.startsWith('on')) {
      node.addEventListener(key.slice(2), value);
    } else {
      node.setAttribute(key, value === true ? '' : String(value));
    }
  }
  node.append(...children.flat(3).filter(child => child !== null && child !== undefined && child !== false));
  return node;
}

// A class lives in WIB, wherever the computer of a participant stands.
const WIB = { timeZone: 'Asia/Jakarta' };
const TANGGAL = new Intl.DateTimeFormat('id-ID', { ...WIB, weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const HARI = new Intl.DateTimeFormat('id-ID', { ...WIB, day: 'numeric', month: 'long', year: 'numeric' });
const JAM = new Intl.DateTimeFormat('id-ID', { ...WIB, hour: '2-digit', minute: '2-digit' });

function asDate(value) {
  const tanpaZona = typeof value === 'string' && /T\d{2}:\d{2}(:\d{2}(\.\d+)?)?$/.test(value);
  const waktu = value ? new Date(tanpaZona ? `${value}+07:00` : value) : null;
  return waktu && !Number.isNaN(waktu.getTime()) ? waktu : null;
}

/** "5 Desember 2026 pukul 16.00 WIB"; a bare day has no hour; unreadable text comes back as it is. */
export function readableTime(value, panjang = false) {
  const waktu = asDate(value);
  if (!waktu) {
    return value ? String(value) : '';
  }
  const tanggal = (panjang ? TANGGAL : HARI).format(waktu);
  const hanyaHari = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
  return hanyaHari ? tanggal : `${tanggal} pukul ${JAM.format(waktu)} WIB`;
}

/** Whether a deadline has passed; a bare day lasts until its end. */
export function isPast(value, sekarang = new Date()) {
  const waktu = asDate(value);
  if (!waktu) {
    return false;
  }
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) {
    waktu.setHours(0, 0, 0, 0);
    waktu.setDate(waktu.getDate() + 1);
  }
  return waktu < sekarang;
}

/** A labelled progress bar; screen readers get the same words that are printed beside it. */
export function progressBar(terisi, total, label) {
  const bagian = total > 0 ? Math.min(1, terisi / total) : 0;
  const isi = el('span', { class: 'bimtek-kemajuan-isi' });
  isi.style.width = `${Math.round(bagian * 100)}%`;
  return el(
    'span',
    {
      class: 'bimtek-kemajuan',
      role: 'progressbar',
      'aria-label': label,
      'aria-valuemin': 0,
      'aria-valuemax': total || 1,
      'aria-valuenow': Math.min(terisi, total || 1),
      'aria-valuetext': `${terisi} dari ${total}`
    },
    isi
  );
}
