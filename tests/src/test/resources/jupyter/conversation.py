"""One kernel and one client, for all tests of a class."""

import signal
import tempfile
import unittest

from jupyter_client.manager import KernelManager

TIMEOUT = 120  # a small machine that is busy is slow


class Conversation(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        # Where the tests run in the background the kernel would inherit that SIGINT is ignored, and keep it so.
        signal.signal(signal.SIGINT, signal.default_int_handler)
        cls.stderr = tempfile.TemporaryFile("w+")
        cls.km = KernelManager(kernel_name="nacre")
        cls.km.start_kernel(stderr=cls.stderr)
        cls.kc = cls.km.client()
        cls.kc.start_channels()
        cls.kc.wait_for_ready(timeout=TIMEOUT)

    @classmethod
    def tearDownClass(cls):
        cls.kc.stop_channels()
        cls.km.shutdown_kernel()
        cls.stderr.close()

    def published(self, request):
        """Everything under a request until it is idle."""
        messages = []
        while True:
            message = self.kc.get_iopub_msg(timeout=TIMEOUT)
            if message["parent_header"].get("msg_id") == request:
                messages.append(message)
                if message["content"].get("execution_state") == "idle":
                    return messages

    def reply(self, request):
        while True:
            message = self.kc.get_shell_msg(timeout=TIMEOUT)
            if message["parent_header"]["msg_id"] == request:
                return message

    def run_cell(self, code, **options):
        request = self.kc.execute(code, **options)
        return self.reply(request), self.published(request)

    def started(self, request):
        """Waits until a cell has printed."""
        while True:
            message = self.kc.get_iopub_msg(timeout=TIMEOUT)
            if message["parent_header"].get("msg_id") == request:
                if message["msg_type"] == "stream":
                    return
                self.assertNotEqual("error", message["msg_type"], message["content"])

    def await_rest(self, number):
        """Waits until no thread of an earlier cell runs any more."""
        _, messages = self.run_cell(
            "while (Thread.getAllStackTraces().keySet().stream().anyMatch(t -> !t.getName().startsWith(\"nacre-\")"
            f' && Optional.ofNullable(t.getThreadGroup()).filter(g -> g.getName().equals("Cell [{number}]"))'
            ".isPresent())) Thread.sleep(10);"
            ' System.out.print("rest");'
        )
        self.assertEqual("rest", self.printed(messages))

    def printed(self, messages, stream="stdout"):
        return "".join(
            m["content"]["text"] for m in messages if m["msg_type"] == "stream" and m["content"]["name"] == stream
        )

    def result(self, code):
        _, messages = self.run_cell(code)
        results = [m["content"]["data"]["text/plain"] for m in messages if m["msg_type"] == "execute_result"]
        return results[0] if results else None
