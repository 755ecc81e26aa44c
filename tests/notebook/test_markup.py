"""Simple text becomes safe HTML."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.notebook.markup import esc, facts_list, html_table, number_text, simple_markdown


@pytest.mark.parametrize(
    ("teks", "html"),
    [
        ("satu\ndua", "<p>satu<br>dua</p>"),
        ("satu\n\ndua", "<p>satu</p><p>dua</p>"),
        ("- a\n- b\nlalu", "<ul><li>a</li><li>b</li></ul><p>lalu</p>"),
        ("1. a\n2) b", "<ol><li>a</li><li>b</li></ol>"),
        ("- a\n1. b", "<ul><li>a</li></ul><ol><li>b</li></ol>"),
        ("### Judul\nisi", "<h4>Judul</h4><p>isi</p>"),
        (
            "**tebal** dan *miring* dan `kode`",
            "<p><strong>tebal</strong> dan <em>miring</em> dan <code>kode</code></p>",
        ),
        ("2 * 3 * 4", "<p>2 * 3 * 4</p>"),
        ("<b>x</b>", "<p>&lt;b&gt;x&lt;/b&gt;</p>"),
        ("[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>"),
        ("", ""),
    ],
)
def test_a_few_marks_are_understood_and_the_rest_is_text(teks: str, html: str) -> None:
    assert simple_markdown(teks) == html


@given(st.text())
def test_no_text_becomes_a_tag_of_its_own(teks: str) -> None:
    sisa = simple_markdown(teks)
    for tag in ("p", "br", "ul", "ol", "li", "h4", "strong", "em", "code"):
        sisa = sisa.replace(f"<{tag}>", "").replace(f"</{tag}>", "")

    assert "<" not in sisa


def test_values_of_tables_and_facts_are_escaped() -> None:
    assert "<i>" not in html_table("<i>", ["<i>"], [["<i>"]]) + facts_list({"<i>": "<i>"}) + esc("<i>")


def test_a_wide_table_can_become_cards_that_name_every_value() -> None:
    kolom = ["Anggota", "RHK", "Target", "Capaian"]
    lebar = html_table("Capaian", kolom, [["Sari", "Tertatanya arsip", "36 Orang", 98]])
    sempit = html_table("Tim", ["Nama", "Jabatan"], [["Sari", "Arsiparis"]])

    assert 'class="bk-tabel bk-lebar"' in lebar
    assert '<td data-kolom="Target" class="bk-utuh">36 Orang</td>' in lebar
    assert '<td data-kolom="RHK">Tertatanya arsip</td>' in lebar
    assert 'class="bk-tabel"' in sempit


@pytest.mark.parametrize(("nilai", "teks"), [(12.5, "12,5"), (3, "3"), (100.0, "100"), ("x", "x")])
def test_numbers_are_written_with_a_comma(nilai: object, teks: str) -> None:
    assert number_text(nilai) == teks
