"""Interrupts cells through Jupyter's own client and tells what came of it.

The first argument names a file with {"kernel", "before", "cells": [...], "after"}. Starts the kernel,
runs `before`, then runs and interrupts each of `cells` and runs `after`. Writes to the file that the
second argument names, for each cell: seconds from the interrupt to idle, the status of the reply,
and what `after` shows.
"""

import json
import sys
import time

from jupyter_client.manager import start_new_kernel

PATIENCE = 120


def shown(client, code):
    """Runs code to its end and gives the text of its value and what it printed."""
    texts = []

    def collect(message):
        content = message["content"]
        texts.append(content.get("data", {}).get("text/plain") or content.get("text") or content.get("evalue") or "")

    client.execute_interactive(code, timeout=PATIENCE, output_hook=collect)
    return "".join(texts).strip()


def idle(client, request):
    """Waits for the status that says that a request is done."""
    while True:
        message = client.get_iopub_msg(timeout=PATIENCE)
        if message["parent_header"].get("msg_id") == request and message["content"].get("execution_state") == "idle":
            return


def interrupted(manager, client, code):
    request = client.execute('System.out.println("begun");\n' + code)
    while True:
        message = client.get_iopub_msg(timeout=PATIENCE)
        if message["parent_header"].get("msg_id") == request and message["msg_type"] == "stream":
            break
    start = time.monotonic()
    manager.interrupt_kernel()
    idle(client, request)
    seconds = time.monotonic() - start
    while True:
        reply = client.get_shell_msg(timeout=PATIENCE)
        if reply["parent_header"].get("msg_id") == request:
            return seconds, reply["content"]["status"]


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        task = json.load(file)
    manager, client = start_new_kernel(kernel_name=task["kernel"], startup_timeout=PATIENCE)
    try:
        shown(client, task["before"])
        results = []
        for code in task["cells"]:
            seconds, status = interrupted(manager, client, code)
            results.append({"seconds": seconds, "status": status, "after": shown(client, task["after"])})
        with open(sys.argv[2], "w", encoding="utf-8") as file:
            json.dump(results, file)
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


main()
