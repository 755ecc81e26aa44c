"""Options of ``bimtek web`` that do not go together: told, never silently dropped.

Scene: before an office is opened. May import: Typer, simulator.domain. Facts: none. Add: another pair here.
"""

from __future__ import annotations

import sys

import typer

from simulator.domain.errors import DataTidakSah

KUNCI = "BIMTEK_KUNCI_INSTRUKTUR"


def tolak_yang_bertentangan(ctx: typer.Context) -> None:
    """Raises: DataTidakSah — options that would count for nothing beside each other."""
    ditulis = {nama for nama in ctx.params if _asal(ctx, nama) == "COMMANDLINE" and ctx.params[nama]}
    if "ujian" in ditulis and (kelas := ditulis & {"kelas", "kunci_instruktur"}):
        pilihan = " dan ".join(f"--{nama.replace('_', '-')}" for nama in sorted(kelas))
        raise DataTidakSah(
            f"Dalam ujian hari diam dan tidak ada kunci instruktur, jadi {pilihan} tidak berarti di sana. Hilangkan "
            f"{pilihan}, atau hilangkan --ujian bila yang dilayani kelas.",
            kode="web-pilihan-bertentangan",
        )
    if "otp_di_layar" in ditulis and "ujian" not in ditulis:
        raise DataTidakSah(
            "--otp-di-layar hanya untuk ujian; di luar ujian kode OTP selalu tampil di halaman masuk. Tambahkan "
            "--ujian, atau hilangkan --otp-di-layar.",
            kode="web-pilihan-bertentangan",
        )
    if "soket_lokal" in ditulis and "untuk_jaringan" in ditulis:
        raise DataTidakSah(
            "Soket berkas hanya terbuka di komputer ini. Hilangkan --soket, atau hilangkan --untuk-jaringan.",
            kode="web-pilihan-bertentangan",
        )
    if "nama_host" in ditulis and (lain := ditulis & {"untuk_jaringan", "di_balik_proksi", "soket_lokal"}):
        pilihan = {"soket_lokal": "--soket"}.get(satu := min(lain), f"--{satu.replace('_', '-')}")
        raise DataTidakSah(
            f"Dengan {pilihan} nama apa pun sudah diterima. Hilangkan --nama-host.", kode="web-pilihan-bertentangan"
        )
    if "ujian" in ditulis and _asal(ctx, "kunci_instruktur") == "ENVIRONMENT":
        # Set for every class of this computer, so nobody meant it for this one.
        print(f"{KUNCI} tidak dipakai: dalam ujian tidak ada kunci instruktur.", file=sys.stderr)


def _asal(ctx: typer.Context, nama: str) -> str:
    asal = ctx.get_parameter_source(nama)
    return "" if asal is None else asal.name
