# SPDX-License-Identifier: Apache-2.0
"""Serves the AWS emulator on a free loopback port, tells the port, and ends with the process that started it."""
import io
import json
import os
import sys
import threading
from urllib.parse import urlsplit

from moto.moto_api import recorder
from moto.moto_server.threaded_moto_server import ThreadedMotoServer


class Calls:
    """What was asked, for whoever holds it against policies. moto's own recorder keeps whole bodies, and mixes lines of many threads."""

    def __init__(self):
        self.lock, self.calls, self.on = threading.Lock(), [], False

    def note(self, request, body=None):
        url = urlsplit(request.url)
        if not self.on or url.path.startswith("/moto-api/"):
            return
        target = request.headers.get("X-Amz-Target", "")
        call = {"method": request.method, "path": url.path, "query": url.query, "target": target, "body": "",
                "ifNoneMatch": request.headers.get("If-None-Match", ""), "copySource": request.headers.get("X-Amz-Copy-Source", "")}
        if target or url.query.startswith("delete"):
            text = request.environ["wsgi.input"].read(int(request.headers["Content-Length"]))
            request.environ["wsgi.input"] = io.BytesIO(text)
            call["body"] = text.decode()
        with self.lock:
            self.calls.append(call)

    def start(self):
        with self.lock:
            self.calls, self.on = [], True

    def told(self):
        with self.lock:
            return json.dumps(self.calls)


calls = Calls()
recorder._record_request, recorder.start_recording, recorder.download_recording = calls.note, calls.start, calls.told

server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
server.start()
print(server.get_host_and_port()[1], flush=True)
# The pipe closes when its other end dies, however it dies.
sys.stdin.read()
os._exit(0)
