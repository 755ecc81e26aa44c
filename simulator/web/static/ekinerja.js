// Small comforts; every page works without them. Modals, the menu on a phone, a question before deleting,
// and a copy of what is being typed in this browser, so that a dropped connection loses nothing.
"use strict";
(function () {
  document.documentElement.classList.add("ber-skrip");
  var orang = document.body.dataset.orang || "tamu";

  var DILIHAT = ["sejak", ":dasar"];

  function kunci(form) { return "ekinerja:" + orang + ":" + form.getAttribute("action"); }

  function buka(dialog) {
    if (!dialog || (dialog.open && dialog.matches(":modal"))) return;
    if (dialog.open) dialog.close();
    dialog.showModal();
    fokus(dialog);
  }

  // The browser gives the focus back to what opened a modal; one that came with its page goes back to its link.
  document.addEventListener("close", function (e) {
    var dialog = e.target, aktif = document.activeElement;
    if (!dialog.id || (aktif && aktif !== document.body && !dialog.contains(aktif))) return;
    var asal = Array.prototype.filter.call(document.querySelectorAll("a[href*='buka=']"), function (satu) {
      return new URL(satu.href).searchParams.get("buka") === dialog.id;
    });
    var satu = asal.find(function (ini) { return ini.href === location.href; }) || asal[0];
    if (satu) satu.focus();
  }, true);

  function fokus(dialog) {
    var isian = dialog.querySelector("input:not([type=hidden]), textarea, select");
    if (isian) isian.focus();
  }

  document.addEventListener("click", function (e) {
    var pembuka = e.target.closest("[data-buka]");
    if (pembuka) { e.preventDefault(); buka(document.getElementById(pembuka.dataset.buka)); return; }
    // A modal drawn only when asked for, closed again: its link leads to the very page one is on, where a browser stays
    // still. It opens once more, with what was typed in it.
    var tautan = e.target.closest("a[href*='buka=']");
    var sendiri = tautan && tautan.pathname === location.pathname && tautan.search === location.search
      && document.getElementById(new URLSearchParams(tautan.search).get("buka"));
    if (sendiri && sendiri.matches("dialog")) { e.preventDefault(); buka(sendiri); return; }
    var penutup = e.target.closest("dialog [data-tutup]");
    if (penutup) { e.preventDefault(); penutup.closest("dialog").close(); return; }
    var menu = e.target.closest("[data-menu]");
    if (menu) {
      var terbuka = document.getElementById("menu").classList.toggle("terbuka");
      menu.setAttribute("aria-expanded", String(terbuka));
    }
  });

  // A link that is called a button answers to the space bar like one.
  document.addEventListener("keydown", function (e) {
    var tombol = e.key === " " && e.target.closest("a[role=button]");
    if (tombol) { e.preventDefault(); tombol.click(); }
  });

  document.addEventListener("submit", function (e) {
    var form = e.target;
    if (form.dataset.tanya && !window.confirm(form.dataset.tanya)) { e.preventDefault(); return; }
    if (form.dataset.terkirim && form.method === "post") { e.preventDefault(); return; }
    form.dataset.terkirim = "1";
    if (form.hasAttribute("data-simpan")) sessionStorage.setItem(kunci(form) + ":terkirim", "1");
  });

  document.addEventListener("input", function (e) {
    var form = e.target.form;
    if (!form || !form.hasAttribute("data-simpan")) return;
    var isi = {};
    // What the page showed when this was typed: brought back later, it must not pass for a look at newer data.
    DILIHAT.forEach(function (nama) { var el = form.elements.namedItem(nama); if (el) isi["\n" + nama] = el.value; });
    Array.prototype.forEach.call(form.elements, function (el) {
      if (el.type === "radio" && !el.checked) return;
      if (el.name && ["hidden", "password", "file", "submit"].indexOf(el.type) < 0)
        isi[el.name] = el.type === "checkbox" ? el.checked : el.value;
    });
    try { localStorage.setItem(kunci(form), JSON.stringify(isi)); } catch (galat) { console.warn("salinan ketikan tidak tersimpan", galat); }
  });

  // A form that arrived is answered by a redirect from the page it was on: what the server has, or its own draft of it,
  // now counts. Whoever comes in any other way after sending lost the connection, and the copy of the typing stays; so
  // does that of somebody who is led to the login instead.
  var datang = performance.getEntriesByType("navigation")[0];
  var terjawab = Boolean(datang && datang.type === "navigate" && datang.redirectCount > 0 && document.referrer);
  Object.keys(sessionStorage).forEach(function (k) {
    if (!/:terkirim$/.test(k)) return;
    sessionStorage.removeItem(k);
    if (terjawab && k.indexOf("ekinerja:" + orang + ":") === 0) localStorage.removeItem(k.slice(0, -":terkirim".length));
  });

  Array.prototype.forEach.call(document.querySelectorAll("form[data-simpan]"), function (form) {
    var k = kunci(form);
    var simpanan = localStorage.getItem(k);
    if (!simpanan) return;
    var isi = JSON.parse(simpanan), berubah = false;
    Object.keys(isi).forEach(function (nama) {
      var el = form.elements.namedItem(nama);
      if (!el || el.type === "hidden" || !("value" in el)) return;
      if (el.type === "checkbox") { if (el.checked !== isi[nama]) { el.checked = isi[nama]; berubah = true; } }
      else if (el.value !== isi[nama]) { el.value = isi[nama]; berubah = true; }
    });
    // What the server shows is what was typed: the copy has done its work, and may not overrule a later change elsewhere.
    if (!berubah) { localStorage.removeItem(k); return; }
    var semula = {};
    DILIHAT.forEach(function (nama) {
      var el = form.elements.namedItem(nama);
      if (el && isi["\n" + nama]) { semula[nama] = el.value; el.value = isi["\n" + nama]; }
    });
    var catatan = document.createElement("p");
    catatan.className = "pesan info";
    catatan.dataset.dariPeramban = "";
    catatan.setAttribute("role", "status");
    catatan.textContent = "Ketikan Anda yang belum tersimpan dikembalikan dari peramban ini. ";
    var buang = document.createElement("button");
    buang.type = "button"; buang.className = "tombol terang"; buang.textContent = "Buang";
    buang.addEventListener("click", function () {
      localStorage.removeItem(k); form.reset(); catatan.remove();
      Object.keys(semula).forEach(function (nama) { form.elements.namedItem(nama).value = semula[nama]; });
    });
    catatan.appendChild(buang);
    form.insertBefore(catatan, form.querySelector(".isi-modal") || form.firstChild);
  });

  Array.prototype.forEach.call(document.querySelectorAll("dialog[data-terbuka]"), buka);

  // A line that stands on a page from its beginning is not read out by itself; one that is put there later is. It goes
  // again, so that whoever reads the page from its top does not hear it twice. An open modal names its error itself.
  var umum = document.querySelector("[data-umumkan]");
  var kabar = Array.prototype.map.call(document.querySelectorAll("main > .pesan[role] p, p.pesan[role]"), function (satu) {
    return satu.closest("dialog") ? "" : satu.textContent.trim();
  }).filter(Boolean).join(" ");
  if (umum && kabar) {
    setTimeout(function () { umum.textContent = kabar; }, 300);
    setTimeout(function () { umum.textContent = ""; }, 8000);
  }
  window.addEventListener("pageshow", function (e) {
    // A link may name a row as well (?buka=…#rhk-1); going there takes the focus away from the modal once more.
    var terbuka = document.querySelector("dialog:modal");
    if (terbuka && (document.activeElement === terbuka || !terbuka.contains(document.activeElement))) fokus(terbuka);
    if (e.persisted) Array.prototype.forEach.call(document.forms, function (f) { delete f.dataset.terkirim; });
  });

  // Browsers write a date in the order of their own language (01/02 or 02/01): below the field stands the day in words.
  var kalender = new Intl.DateTimeFormat("id-ID", { weekday: "long", day: "numeric", month: "long", year: "numeric" });
  function sebut(isian) {
    var kata = document.getElementById(isian.id + "-hari");
    if (kata) kata.textContent = isian.value ? kalender.format(new Date(isian.value + "T00:00")) : "";
  }
  Array.prototype.forEach.call(document.querySelectorAll("input[type=date][id]"), function (isian) {
    var kata = document.createElement("small");
    kata.id = isian.id + "-hari"; kata.className = "tanggal-terbaca";
    isian.after(kata);
    isian.setAttribute("aria-describedby", [kata.id, isian.getAttribute("aria-describedby") || ""].join(" ").trim());
    sebut(isian);
  });
  document.addEventListener("input", function (e) { if (e.target.type === "date") sebut(e.target); });
  document.addEventListener("reset", function (e) {
    setTimeout(function () { Array.prototype.forEach.call(e.target.querySelectorAll("input[type=date]"), sebut); });
  });

  // A closed list shows the beginning of a long choice: the whole stands below it.
  document.addEventListener("change", function (e) {
    var kata = e.target.id && document.querySelector('[data-pilihan="' + CSS.escape(e.target.id) + '"]');
    if (!kata || !e.target.selectedOptions[0]) return;
    var teks = e.target.selectedOptions[0].textContent.trim();
    kata.textContent = e.target.value && teks.length > 34 ? teks : "";
    kata.classList.toggle("sangat", teks.length > 70);
  });

  // Drive: copy a link; a file that is too large is told before it is sent.
  document.addEventListener("click", function (e) {
    var tombol = e.target.closest("[data-salin]");
    if (!tombol) return;
    var isian = document.getElementById(tombol.dataset.salin), jawab = document.querySelector("[data-salin-jawab]");
    function sudah() { jawab.textContent = "Tautan tersalin."; }
    function tandai() { isian.focus(); isian.select(); jawab.textContent = "Tautan sudah ditandai; tekan Ctrl+C untuk menyalin."; }
    if (navigator.clipboard) navigator.clipboard.writeText(isian.value).then(sudah, tandai); else tandai();
  });
  document.addEventListener("change", function (e) {
    var maks = Number(e.target.dataset && e.target.dataset.maks);
    if (!maks || !e.target.files) return;
    var besar = e.target.files[0] && e.target.files[0].size > maks;
    e.target.setCustomValidity(besar ? "Berkas ini terlalu besar; paling besar " + maks / 1048576 + " MB." : "");
    e.target.reportValidity();
  });
})();
