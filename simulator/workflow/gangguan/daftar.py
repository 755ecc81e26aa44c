"""Every fault of the running office by its code.

Scene: switching on, looking whether it is still there. May import: the files of the groups. Add: a group's SEMUA.
"""

from simulator.workflow.gangguan import alur, bukti, data_induk, isi_skp, tata_kelola
from simulator.workflow.gangguan.macam import Gangguan

DI_KANTOR: dict[str, Gangguan] = {
    macam.kode: macam
    for grup in (data_induk, alur, isi_skp, bukti, tata_kelola)
    for macam in grup.SEMUA
}  # fmt: skip
