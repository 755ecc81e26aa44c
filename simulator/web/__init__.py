"""The office in a browser: the mock e-Kinerja as civil servants meet it, safe to break (SIMULASI PELATIHAN)."""
