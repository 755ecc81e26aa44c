# %% [markdown]
# # Latihan contoh
# Isi tiga soal di bawah ini. Jawaban tersimpan sendiri.

# %% tags=["setup"]
from exercises.kit.session import fill, form, mulai_latihan, score

mulai_latihan("01_contoh")

# %% [markdown]
# ## Soal 1. Pilah pernyataan

# %% tags=["form:pilah"]
form("pilah")

# %% tags=["solution"]
fill("pilah", "benar")

# %% tags=["check:pilah"]
score("pilah")

# %% [markdown]
# ## Soal 2. Susun target

# %% tags=["form:susun"]
form("susun")

# %% tags=["solution"]
fill("susun", "benar")

# %% tags=["check:susun"]
score("susun")

# %% tags=["form:alasan"]
form("alasan")

# %% tags=["solution"]
fill("alasan", "benar")

# %% [markdown] tags=["manual:alasan"]
# ### Penilaian alasan
# Instruktur membaca alasan Anda.
