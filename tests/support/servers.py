"""Run a real Apache and a real nginx on a folder, as far as they are installed."""

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

MODULES = Path("/usr/lib/apache2/modules")
WITHOUT_HEADERS = (
    "mpm_event",
    "authz_core",
    "dir",
    "mime",
    "alias",
    "rewrite",
    "setenvif",
    "filter",
    "deflate",
)
MODULES_WE_NAME = (*WITHOUT_HEADERS, "headers")
AS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0
# Without a group of its own, a child of Apache may end before it has answered.
_OWNER = "User www-data\nGroup www-data"
# Where servers lie on Debian, which is not in an ordinary person's search path.
_SEARCHED = os.pathsep.join((os.environ.get("PATH", os.defpath), "/usr/local/sbin", "/usr/sbin", "/sbin"))
_INSTALL = "sudo apt-get install apache2-bin nginx"


def program(name: str) -> str:
    """Return the path of a server; skip the test if there is none."""
    path = shutil.which(name, path=_SEARCHED)
    if path is None or (name == "apache2" and not MODULES.is_dir()):
        pytest.skip(f"{name} ist nicht eingerichtet. Damit diese Tests laufen: {_INSTALL}")
    return path


@contextmanager
def apache(
    folder: Path, port: int, rules: str = "", modules: tuple[str, ...] = MODULES_WE_NAME
) -> Iterator[None]:
    """Serve ``folder/wurzel``, with nothing but its .htaccess unless there are central rules."""
    path = program("apache2")
    loaded = "\n".join(f"LoadModule {name}_module {MODULES}/mod_{name}.so" for name in modules)
    config = f"""
ServerRoot {folder}
ServerName 127.0.0.1
PidFile {folder}/apache.pid
ErrorLog {folder}/apache.log
Listen 127.0.0.1:{port}
{loaded}
{_OWNER if AS_ROOT else ""}
TypesConfig /dev/null
DocumentRoot {folder}/wurzel
<Directory />
  Require all denied
  Options None
</Directory>
<Directory {folder}/wurzel>
  Require all granted
  AllowOverride {"None" if rules else "FileInfo"}
</Directory>
{rules}
"""
    (folder / "apache.conf").write_text(config, encoding="utf-8")
    log = folder / "apache.log"
    with _running([path, "-D", "FOREGROUND", "-f", f"{folder}/apache.conf"], port, log):
        yield


@contextmanager
def nginx(folder: Path, port: int, rules: str) -> Iterator[Path]:
    """Serve with a server block; yield the log."""
    path = program("nginx")
    work = folder / "nginx"
    (work / "tmp").mkdir(parents=True, exist_ok=True)
    temporary = "".join(
        f"{kind}_temp_path {work}/tmp/{kind};\n"
        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (work / "nginx.conf").write_text(
        f"daemon off;\npid {work}/nginx.pid;\n{'user www-data;' if AS_ROOT else ''}\n"
        f"events {{}}\nhttp {{\naccess_log off;\n{temporary}{rules}}}\n",
        encoding="utf-8",
    )
    log = work / "nginx.log"
    log.unlink(missing_ok=True)
    with _running([path, "-p", str(work), "-e", str(log), "-c", str(work / "nginx.conf")], port, log):
        yield log


def container_rules(folder: Path, port: int) -> str:
    """Return the server block of the container, for a folder and a port of this machine."""
    rules = (folder / "server/container.conf").read_text(encoding="utf-8")
    return rules.replace("listen 8080", f"listen 127.0.0.1:{port}").replace(
        "/srv/website", f"{folder}/wurzel"
    )


def free_port() -> int:
    """Return a port nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def _running(command: list[str], port: int, log: Path) -> Iterator[None]:
    """Run a server until the block ends."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as process:
        try:
            _wait_for(process, port, log)
            yield
        finally:
            process.terminate()
            process.wait(timeout=20)


def _wait_for(process: subprocess.Popen[str], port: int, log: Path) -> None:
    """Wait until a server answers; its end or a minute without an answer fails the test."""
    for _ in range(600):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            try:
                process.wait(timeout=0.1)
            except subprocess.TimeoutExpired:
                continue
            break
        return
    said = process.stderr.read() if process.poll() is not None and process.stderr else ""
    pytest.fail(f"Der Server startet nicht: {said}{log.read_text('utf-8') if log.is_file() else ''}")
