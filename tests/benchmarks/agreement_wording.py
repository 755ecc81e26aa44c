"""How far the wording engine and two human annotators agree.

    python tests/benchmarks/agreement_wording.py FOLDER [--rinci] [--json]

Reads ``statements.jsonl`` and ``iki_context_examples.jsonl`` of the given folder and prints, per label, Cohen's kappa,
how often the engine is unsure and how right it is when sure; then the same per fold of sources. The engine has no
trained part: nothing is fitted inside a fold, so the spread over folds shows how much the figure depends on the source.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from simulator.wording import Hasil, Konteks, Pernyataan, periksa

LABEL = {"orientasi": "orientasi", "spesifik": "S", "terukur": "M", "waktu": "T"}
SASARAN = {"orientasi": 0.90, "spesifik": 0.75, "terukur": 0.95, "waktu": 0.92}
SASARAN_KONTEKS = {"S": 0.80, "M": 0.80, "A": 0.70, "R": 0.70, "T": 0.80}
LIPATAN = 5
Pasangan = tuple[object, object, bool]


def kappa(pasangan: Sequence[Pasangan]) -> float:
    """Cohen's kappa of (human, engine) pairs; 1.0 when both always say the same single thing."""
    n = len(pasangan)
    if not n:
        return float("nan")
    sama = sum(a == b for a, b, _ in pasangan) / n
    manusia, mesin = Counter(a for a, _, _ in pasangan), Counter(b for _, b, _ in pasangan)
    kebetulan = sum(manusia[k] * mesin[k] for k in manusia) / n**2
    return 1.0 if kebetulan == 1 else (sama - kebetulan) / (1 - kebetulan)


def ringkas(pasangan: Sequence[Pasangan]) -> dict[str, float]:
    """Kappa, accuracy, share unsure, accuracy when sure."""
    yakin = [(a, b) for a, b, ragu in pasangan if not ragu]
    n = len(pasangan)
    return {
        "n": n,
        "kappa": round(kappa(pasangan), 3),
        "tepat": round(sum(a == b for a, b, _ in pasangan) / n, 3) if n else 0.0,
        "ragu": round(1 - len(yakin) / n, 3) if n else 0.0,
        "tepat_bila_yakin": round(sum(a == b for a, b in yakin) / len(yakin), 3) if yakin else 0.0,
    }


def baca(berkas: Path) -> list[dict]:
    return [json.loads(isi) for isi in berkas.read_text(encoding="utf-8").splitlines() if isi.strip()]


def nilai_pernyataan(r: dict) -> Hasil:
    return periksa(
        Pernyataan(
            r["teks"], r["jenis_pernyataan"], r.get("rhk"), r.get("rhk_atasan"), r.get("aspek"), r.get("target"),
            r.get("satuan"), r.get("jabatan"),
        )
    )  # fmt: skip


def kumpulkan(rekaman: Iterable[dict], rinci: bool) -> dict[str, list[Pasangan]]:
    hasil: dict[str, list[Pasangan]] = defaultdict(list)
    for r in rekaman:
        h = nilai_pernyataan(r)
        for label, kriteria in LABEL.items():
            benar = r["label"][label]
            if benar is None:
                continue
            dapat = getattr(h, label)
            hasil[label].append((benar, dapat, kriteria in h.ragu_pada))
            if rinci and benar != dapat:
                print(f"  {label}: {benar} ≠ {dapat}{' (ragu)' if kriteria in h.ragu_pada else ''} | {r['teks'][:110]}")
    return hasil


def kumpulkan_konteks(rekaman: Iterable[dict], rinci: bool) -> dict[str, list[Pasangan]]:
    hasil: dict[str, list[Pasangan]] = defaultdict(list)
    for r in rekaman:
        konteks = Konteks.dari(r.get("konteks") or {})
        h = periksa(
            Pernyataan(r["iki"], "iki", r["rhk"], r["rhk_atasan"], r["aspek"], r["target"], None, r["jabatan"], konteks)
        )
        for label in ("orientasi", "S", "M", "A", "R", "T"):
            benar, dapat = r["label"][label], getattr(h, label)
            hasil[label].append((benar, dapat, label in h.ragu_pada))
            if rinci and benar != dapat:
                print(f"  {label}: {benar} ≠ {dapat} | {r['iki'][:80]} | {r['target']}")
    return hasil


def lipat(rekaman: Sequence[dict]) -> list[list[dict]]:
    """Folds that keep each source whole, filled largest source first."""
    sumber: dict[str, list[dict]] = defaultdict(list)
    for r in rekaman:
        sumber[r["source"]].append(r)
    lipatan: list[list[dict]] = [[] for _ in range(LIPATAN)]
    for nama in sorted(sumber, key=lambda s: (-len(sumber[s]), s)):
        min(lipatan, key=len).extend(sumber[nama])
    return lipatan


def laporkan(folder: Path, rinci: bool) -> dict[str, object]:
    rekaman = baca(folder / "statements.jsonl")
    laporan: dict[str, object] = {
        "pernyataan": {label: ringkas(p) for label, p in kumpulkan(rekaman, rinci).items()},
        "lipatan": [{label: ringkas(p)["kappa"] for label, p in kumpulkan(f, False).items()} for f in lipat(rekaman)],
    }
    konteks = folder / "iki_context_examples.jsonl"
    if konteks.exists():
        laporan["konteks"] = {label: ringkas(p) for label, p in kumpulkan_konteks(baca(konteks), rinci).items()}
    return laporan


def cetak(laporan: dict[str, object]) -> None:
    for bagian, sasaran in (("pernyataan", SASARAN), ("konteks", SASARAN_KONTEKS)):
        if bagian not in laporan:
            continue
        print(f"\n{bagian:<12}{'n':>5}{'kappa':>8}{'sasaran':>9}{'tepat':>8}{'ragu':>8}{'tepat bila yakin':>18}")
        for label, r in laporan[bagian].items():
            s = f"{sasaran[label]:.2f}" if label in sasaran else "–"
            print(
                f"{label:<12}{r['n']:>5}{r['kappa']:>8.3f}{s:>9}{r['tepat']:>8.3f}{r['ragu']:>8.3f}{r['tepat_bila_yakin']:>18.3f}"
            )
    print("\nkappa per lipatan sumber:")
    for i, f in enumerate(laporan["lipatan"], start=1):
        print(f"  {i}: " + "  ".join(f"{k} {v:.3f}" for k, v in f.items()))


def main() -> None:
    pengurai = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    pengurai.add_argument("folder", type=Path)
    pengurai.add_argument("--rinci", action="store_true", help="print every disagreement")
    pengurai.add_argument("--json", action="store_true")
    pilihan = pengurai.parse_args()
    laporan = laporkan(pilihan.folder, pilihan.rinci)
    if pilihan.json:
        print(json.dumps(laporan, ensure_ascii=False))
    else:
        cetak(laporan)


if __name__ == "__main__":
    main()
