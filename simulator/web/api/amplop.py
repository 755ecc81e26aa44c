"""The envelope of every reply.

Scene: models of the API's answers. May import: pydantic. Facts: ``{success, data}`` (CONFIRMED, ekinerja-app §2.12);
the shape of a refusal is label simulasi. Add: nothing.
"""

from __future__ import annotations

from functools import cache
from typing import Any, Generic, Literal, TypeVar

from pydantic import BaseModel, Field, TypeAdapter
from starlette.responses import Response

from simulator.domain.errors import BimtekError

T = TypeVar("T")


class Berhasil(BaseModel, Generic[T]):
    """What was asked for, or what the action made."""

    success: Literal[True] = True
    data: T


class Galat(BaseModel):
    """Why nothing was done; ``kode`` is stable, ``pesan`` says what to do about it."""

    kode: str = Field(description="tetap sama dari versi ke versi, misalnya tidak-berwenang")
    pesan: str = Field(description="kalimat yang sama dengan yang tampil di halaman")


class Gagal(BaseModel):
    """A refusal; nothing was changed."""

    success: Literal[False] = False
    galat: Galat


@cache
def _penulis(model: type[BaseModel]) -> TypeAdapter[Any]:
    return TypeAdapter(model)


def jawab(model: type[BaseModel], data: Any, *, nomor: int | None = None) -> Response:
    """A successful reply; ``nomor``: the journal entry up to which this look had seen the office (an ETag)."""
    isi = _penulis(model).dump_json(model.model_construct(success=True, data=data))
    return Response(isi, media_type="application/json", headers={} if nomor is None else {"ETag": f'"{nomor}"'})


def tolak(galat: BimtekError, status: int) -> Response:
    """A refusal."""
    isi = Gagal(galat=Galat(kode=galat.kode, pesan=galat.pesan)).model_dump_json().encode()
    kepala = {"WWW-Authenticate": "Bearer"} if status == 401 else {}
    return Response(isi, status, media_type="application/json", headers=kepala)
