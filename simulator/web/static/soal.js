// An exercise saves itself while one fills it in. Without this file every button of the form saves as well.
"use strict";
(function () {
  var form = document.querySelector("form[data-otomatis]");
  if (!form) return;
  var kabar = form.querySelector("[data-tersimpan]"), kemajuan = form.querySelector("[data-kemajuan]");
  var kunci = "ekinerja:" + (document.body.dataset.orang || "tamu") + ":" + form.getAttribute("action");
  var ketukan = 0, tersimpan = 0, jalan = false, nanti = 0;

  form.addEventListener("input", function () {
    ketukan += 1;
    katakan("Menyimpan…");
    tunda(700);
  });

  // What the browser kept may be older than what was written elsewhere, so whoever typed it decides; until then it is not saved.
  if (dariPeramban()) katakan("Belum tersimpan. Tekan Simpan.");

  function dariPeramban() { return form.querySelector("[data-dari-peramban]"); }
  function katakan(teks) { if (kabar.textContent !== teks) kabar.textContent = teks; }
  function tunda(jeda) { clearTimeout(nanti); nanti = setTimeout(simpan, jeda); }
  function isi() { return new URLSearchParams(new FormData(form)); }
  function kirim(cara) {
    return fetch(form.getAttribute("action"), Object.assign({
      method: "POST", body: isi(), headers: { "X-Otomatis": "ya" }, credentials: "same-origin"
    }, cara));
  }

  function simpan() {
    if (jalan || form.dataset.terkirim) return;
    var saat = ketukan;
    jalan = true;
    kirim({}).then(function (jawab) {
      if (jawab.status === 400 || jawab.status === 413) return { gagal: "Satu isian terlalu panjang, paling banyak 60.000 huruf. Ringkas dahulu.", berhenti: true };
      return jawab.headers.get("X-Otomatis") ? jawab.json() : null;
    }).then(function (hasil) {
      jalan = false;
      if (!hasil) { katakan("Belum tersimpan. Sesi berakhir atau halaman ini sudah lama terbuka. Tekan Simpan; yang sudah diketik tidak hilang."); return; }
      if (hasil.berhenti) { katakan("Belum tersimpan. " + hasil.gagal); return; }
      if (hasil.gagal) { gagal(hasil.gagal); return; }
      tersimpan = saat;
      terapkan(hasil);
      if (ketukan !== saat) { tunda(300); return; }
      katakan("✓ " + hasil.tersimpan);
      if (dariPeramban()) dariPeramban().remove();
      try { localStorage.removeItem(kunci); } catch (galat) { console.warn("salinan ketikan tidak terhapus", galat); }
    }).catch(function (galat) { jalan = false; gagal(galat instanceof TypeError ? "Sambungan ke kantor simulasi terputus; dicoba lagi sebentar lagi." : galat.message); });
  }

  function terapkan(hasil) {
    form.elements.namedItem(":dasar").value = hasil.dasar;
    kemajuan.textContent = hasil.kemajuan;
    Object.keys(hasil.petunjuk).forEach(function (nama) {
      var tempat = form.querySelector('[data-petunjuk="' + CSS.escape(nama) + '"]');
      if (tempat && tempat.innerHTML !== hasil.petunjuk[nama]) tempat.innerHTML = hasil.petunjuk[nama];
    });
    hasil.berubah.forEach(function (nama) {
      var catatan = form.querySelector('[data-catatan="' + CSS.escape(nama) + '"]');
      if (catatan) catatan.remove();
    });
  }

  function gagal(pesan) { katakan("Belum tersimpan. " + pesan); tunda(8000); }

  // Leaving within the pause: the last letters go along.
  window.addEventListener("pagehide", function () {
    clearTimeout(nanti);
    if (ketukan !== tersimpan && !form.dataset.terkirim) kirim({ keepalive: true }).catch(function () { /* the copy in this browser remains */ });
  });
})();
