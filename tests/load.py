"""The built site under load: nginx serves it on this machine, wrk asks for it as fast as it can.

Shows that nothing in it is dynamic. Nothing here passes or fails.
"""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SECONDS = 30
THREADS = 2
CONNECTIONS = 32
PROGRAMS = ("nginx", "wrk")

# Everything nginx writes goes below the temporary folder it is started with (-p).
_NGINX = """
worker_processes {threads};
error_log stderr error;
pid nginx.pid;
daemon off;
events {{ worker_connections 1024; }}
http {{
  types {{
    text/html html; text/css css; text/javascript js; application/json json;
    image/svg+xml svg; image/png png; application/xml xml;
  }}
  access_log off;
  sendfile on;
  keepalive_requests 1000000;
  gzip on;
  gzip_types text/css text/javascript application/json image/svg+xml application/xml;
  client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi;
  uwsgi_temp_path uwsgi; scgi_temp_path scgi;
  server {{ listen 127.0.0.1:{port}; root "{site}"; error_page 404 /404.html; }}
}}
"""

# Asks for every page in turn, as a browser would: compressed.
_WRK = """
local paths = {{ {paths} }}
local number = 0
request = function()
  number = number % #paths + 1
  return wrk.format("GET", paths[number], {{ ["Accept-Encoding"] = "gzip" }})
end
done = function(summary, latency)
  local e = summary.errors
  io.write(string.format("failed %d\\n", e.connect + e.read + e.write + e.status + e.timeout))
  for _, p in pairs({{ 50, 90, 99, 99.9 }}) do
    io.write(string.format("latency %g %.2f\\n", p, latency:percentile(p) / 1000))
  end
  io.write(string.format("total %d %d %d\\n", summary.requests, summary.bytes, summary.duration))
end
"""


def load(site: Path, seconds: int = SECONDS) -> None:
    """Serve a built site under load and print what came of it."""
    if missing := _missing():
        print(f"load: not measured without {' and '.join(missing)}; try: apt-get install {' '.join(missing)}")
        return
    pages = sorted(path.relative_to(site).as_posix() for path in site.rglob("index.html"))
    with tempfile.TemporaryDirectory() as temporary, _nginx(site.resolve(), Path(temporary)) as url:
        script = Path(temporary) / "pages.lua"
        quoted = ", ".join(f'"/{page.removesuffix("index.html")}"' for page in pages)
        script.write_text(_WRK.format(paths=quoted), "utf-8")
        print(f"{len(pages)} pages from nginx with gzip, {CONNECTIONS} connections for {seconds} s")
        done = subprocess.run(
            ["wrk", f"-t{THREADS}", f"-c{CONNECTIONS}", f"-d{seconds}s", "-s", str(script), url],
            capture_output=True,
            text=True,
        )
    total = re.search(r"^total (\d+) (\d+) (\d+)$", done.stdout, re.MULTILINE)
    failed = re.search(r"^failed (\d+)$", done.stdout, re.MULTILINE)
    if done.returncode or not total or not failed:
        print(f"wrk failed: {done.stderr or done.stdout}", file=sys.stderr)
        return
    requests, sent, microseconds = map(int, total.groups())
    took = microseconds / 1e6
    print(f"{'requests per second':42} {requests / took:8.0f}")
    for percent, milliseconds in re.findall(r"^latency (\S+) (\S+)$", done.stdout, re.MULTILINE):
        print(f"{f'latency, {percent} % of requests within':42} {milliseconds:>8} ms")
    print(f"{'transfer':42} {sent / took / 1e6:8.1f} MB/s, {sent / requests / 1000:.1f} KB a page")
    print(f"{'requests that failed':42} {failed[1]:>8}")


def _missing() -> list[str]:
    """Programs that are neither here nor to be had from Debian's packages."""
    wanted = [program for program in PROGRAMS if not shutil.which(program)]
    if wanted and shutil.which("apt-get"):
        sudo = ["sudo"] if os.geteuid() and shutil.which("sudo") else []
        # Debian starts nginx on installing it, on port 80: tell it not to.
        settings = ["env", "DEBIAN_FRONTEND=noninteractive", "RUNLEVEL=1"]
        for arguments in (["update"], ["install", "--yes", "--no-install-recommends", *wanted]):
            if subprocess.run([*sudo, *settings, "apt-get", *arguments], stdout=sys.stderr).returncode:
                break
    return [program for program in wanted if not shutil.which(program)]


@contextmanager
def _nginx(site: Path, folder: Path) -> Iterator[str]:
    """Yield the address of a site that nginx serves, on this machine alone."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    config = folder / "nginx.conf"
    config.write_text(_NGINX.format(threads=THREADS, port=port, site=site), "utf-8")
    # Started by root, its workers are another user's, who may not read a temporary folder.
    as_root = ["-g", "user root;"] if os.geteuid() == 0 else []
    server = subprocess.Popen(["nginx", "-p", str(folder), "-e", "stderr", "-c", str(config), *as_root])
    url = f"http://127.0.0.1:{port}"
    try:
        _wait_for(url)
        yield url
    finally:
        server.terminate()
        server.wait()


def _wait_for(url: str) -> None:
    for _ in range(100):
        try:
            urllib.request.urlopen(url).close()
            return
        except OSError:
            time.sleep(0.05)
    raise SystemExit(f"nginx does not answer at {url}")


if __name__ == "__main__":
    load(Path("site"))
