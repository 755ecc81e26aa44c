"""How JupyterLab is set for a participant: no code tools, no news, no menus, Indonesian, our pages only.

Scene: written into the participant folder's own ``.bimtek`` before JupyterLab starts, so that neither the person's own
Jupyter set-up nor another extension on the machine can change what is seen. May import: standard library.
Facts: plugin names and settings of JupyterLab 4.4–4.6. Add: a plugin to hide in HIDDEN, a default in OVERRIDES.
"""

from __future__ import annotations

import importlib.util
import json
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

EXTENSION = "bimtek-lab"
STATE_FOLDER = ".bimtek"
APP_SETTINGS = "pengaturan-bawaan"
#: Under this name the pages find the address of the class's office.
OFFICE = "bimtekKantor"
# Every kernel reads the kit while it starts, not when the participant waits for the form.
KERNEL_STARTUP = "import ipywidgets\nimport exercises.kit.session\n"
_KEPT_FEDERATED = (EXTENSION, "@jupyter-widgets/jupyterlab-manager")

# Whole packages that a participant never meets. What stays: the shell, settings, sessions, rendering, widgets.
_HIDDEN_PACKAGES = """
audio cell-toolbar celltags completer console csvviewer debugger docmanager documentsearch extensionmanager filebrowser
fileeditor help htmlviewer hub imageviewer inspector javascript json launcher logconsole lsp mainmenu
markdownviewer mermaid metadataform notebook pdf pluginmanager running settingeditor shortcuts statusbar terminal
theme-dark theme-dark-high-contrast toc tooltip video workspaces
"""
_HIDDEN_PLUGINS = {
    "application-extension": """
commands context-menu dirty faviconbusy logo main mimedocument move-widget notfound property-inspector top-bar
tree-resolver
""",
    "apputils-extension": """
announcements kernel-status kernels-settings licenses-client licenses-plugin notification palette palette-restorer
print running-sessions-status sessionDialogs splash subshell-settings themes-palette-menu toggle-header utilityCommands
workspaces
""",
    "codemirror-extension": "binding commands line-col-status",
}
HIDDEN = tuple(f"@jupyterlab/{name}-extension" for name in _HIDDEN_PACKAGES.split()) + tuple(
    f"@jupyterlab/{package}:{plugin}" for package, plugins in _HIDDEN_PLUGINS.items() for plugin in plugins.split()
)

OVERRIDES: dict[str, dict[str, Any]] = {
    "@jupyterlab/translation-extension:plugin": {"locale": "id_ID"},
    "@jupyterlab/apputils-extension:notification": {
        "fetchNews": "false",
        "checkForUpdates": False,
        "doNotDisturbMode": True,
    },
    "@jupyterlab/apputils-extension:themes": {"theme": "JupyterLab Light", "adaptive-theme": False},
    "@jupyterlab/docmanager-extension:plugin": {"autosave": False, "renameUntitledFileOnSave": False},
    "@jupyterlab/notebook-extension:tracker": {"windowingMode": "none"},
    "@jupyter-widgets/jupyterlab-manager:plugin": {"saveState": False},
}


def extension_folder() -> Path:
    """Where the prebuilt extension lies: in the clone or in the installed wheel, found without importing the kit."""
    kit = importlib.util.find_spec("exercises")
    for lokasi in (kit.submodule_search_locations or ()) if kit else ():
        folder = Path(lokasi) / "kit" / "labextension"
        if (folder / EXTENSION / "package.json").is_file():
            return folder
    raise FileNotFoundError(f"labextension {EXTENSION}")


def foreign_extensions(folders: Iterable[str]) -> list[str]:
    """Every other prebuilt extension on this machine, by name: nbgrader's, jupytext's, whatever a person installed."""
    names: set[str] = set()
    for folder in map(Path, folders):
        for package in sorted([*folder.glob("[!@]*/package.json"), *folder.glob("@*/*/package.json")]):
            names.add(json.loads(package.read_text(encoding="utf-8"))["name"])
    return sorted(names.difference(_KEPT_FEDERATED))


def write_settings(folder: Path, labextensions: Iterable[str], kantor: str = "") -> Path:
    """Write page_config.json and overrides.json into the folder's own Jupyter configuration; returns ``.bimtek``.

    ``kantor``: the address of a class's office, which the home page then offers.
    """
    state = folder / STATE_FOLDER
    for name in ("konfigurasi", "data", "jalan", "ipython", "ruang-kerja", "pengaturan", APP_SETTINGS):
        (state / name).mkdir(parents=True, exist_ok=True)
    hidden = [*HIDDEN, *foreign_extensions(labextensions)]
    page = {"bimtekPeserta": "ya", OFFICE: kantor, "disabledExtensions": hidden}
    _write_json(state / APP_SETTINGS / "page_config.json", page)
    _write_json(state / APP_SETTINGS / "overrides.json", OVERRIDES)
    startup = state / "ipython" / "profile_default" / "startup" / "00-bimtek.py"
    startup.parent.mkdir(parents=True, exist_ok=True)
    startup.write_text(KERNEL_STARTUP, encoding="utf-8")
    return state


def office_of(folder: Path) -> str:
    """The address of the class's office that the last start of this folder was told; empty where there was none."""
    berkas = folder / STATE_FOLDER / APP_SETTINGS / "page_config.json"
    return str(json.loads(berkas.read_text(encoding="utf-8")).get(OFFICE, "")) if berkas.is_file() else ""


def server_config(folder: Path, state: Path, *, port: int, token: str) -> dict[str, dict[str, Any]]:
    """Configuration of Jupyter Server and JupyterLab, as traitlets understand it."""
    return {
        "ServerApp": {
            "ip": "127.0.0.1",
            "port": port,
            "port_retries": 0,
            "root_dir": str(folder),
            "open_browser": False,
            "allow_root": runs_as_administrator(),
            "answer_yes": True,
            "terminals_enabled": False,
            "quit_button": True,
            "use_redirect_file": False,
            # The page without the token, and the page that is not there, in the participant's language.
            "extra_template_paths": [str(Path(__file__).parent / "halaman")],
            # JupyterLab itself and the way to the office: server extensions of other tools on this machine stay out.
            "jpserver_extensions": {"jupyterlab": True, "jupyter_server_proxy": True},
        },
        "IdentityProvider": {"token": token},
        "LabApp": {
            "extra_labextensions_path": [str(extension_folder())],
            "app_settings_dir": str(state / APP_SETTINGS),
            "user_settings_dir": str(state / "pengaturan"),
            "workspaces_dir": str(state / "ruang-kerja"),
            "extension_manager": "readonly",
            "news_url": None,
        },
    }


def jupyter_environment(state: Path) -> dict[str, str]:
    """Environment of the server and its kernels: the person's own Jupyter and IPython set-up stays out."""
    root = str(Path(__file__).resolve().parents[2])
    paths = [part for part in os.environ.get("PYTHONPATH", "").split(os.pathsep) if part]
    # Run from a clone that is not installed, a kernel would not find the kit; an installed package is already there.
    importable = root in paths or Path(root).name == "site-packages"
    return {
        "JUPYTER_CONFIG_DIR": str(state / "konfigurasi"),
        "JUPYTER_DATA_DIR": str(state / "data"),
        "JUPYTER_RUNTIME_DIR": str(state / "jalan"),
        "JUPYTER_NO_CONFIG": "1",
        "JUPYTER_PREFER_ENV_PATH": "1",
        "IPYTHONDIR": str(state / "ipython"),
        "PYTHONPATH": os.pathsep.join(paths if importable else [root, *paths]),
        "PYTHONUTF8": "1",
        # A file named like a module in a package folder must not take its place.
        "PYTHONSAFEPATH": "1",
        # A frozen-modules notice on the kernel's stderr helps nobody.
        "PYDEVD_DISABLE_FILE_VALIDATION": "1",
    }


def _write_json(path: Path, content: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def runs_as_administrator() -> bool:
    """Jupyter refuses uid 0 unless told otherwise; Windows has no such number."""
    return sys.platform != "win32" and os.geteuid() == 0
