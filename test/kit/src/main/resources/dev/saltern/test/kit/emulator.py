# SPDX-License-Identifier: Apache-2.0
"""Serves the AWS emulator on a free loopback port, tells the port, and ends with the process that started it."""
import os
import sys

from moto.moto_server.threaded_moto_server import ThreadedMotoServer

server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
server.start()
print(server.get_host_and_port()[1], flush=True)
# The pipe closes when its other end dies, however it dies.
sys.stdin.read()
os._exit(0)
