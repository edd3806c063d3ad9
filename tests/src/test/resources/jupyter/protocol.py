"""Jupyter's own test of a kernel's messages, asked of Nacre's kernel."""

import unittest
from queue import Empty

import jupyter_kernel_test
from jupyter_client.utils import run_sync

PATIENCE = 120


class NacreTest(jupyter_kernel_test.KernelTests):
    kernel_name = "nacre"
    language_name = "java"
    file_extension = ".java"

    code_hello_world = 'System.out.println("hello, world");'
    code_stderr = 'System.err.println("oh");'
    code_generate_error = "int zero = 0; 1 / zero"
    code_execute_result = [
        {"code": "6 * 7", "result": "42"},
        {"code": "6 * 8", "result": "48"},
        {"code": "6 * 9", "result": "54"},
    ]
    code_display_data = [{"code": "display(List.of(1, 2));", "mime": "text/plain"}]
    code_clear_output = 'System.out.println("old"); Screen.clear();'
    code_page_something = "?Dense"
    code_history_pattern = "6 ** 7"
    supported_history_operations = ("tail", "range", "search")
    code_inspect_sample = "String"
    completion_samples = [{"text": "Integer.MAX_V", "matches": ["MAX_VALUE"]}]
    complete_code_samples = ["1 + 1", "int x = 3;", "record Point(int x, int y) {}", 'var s = "a // b";']
    incomplete_code_samples = ["int x = ", "for (int i = 0; i < 3; i++) {", "List.of(1,"]
    invalid_code_samples = ["}", "int x = );"]

    @classmethod
    def setUpClass(cls):
        """The suite waits 0.1 s for an output, too little for a busy machine."""
        super().setUpClass()
        cls.iopub = cls.kc.iopub_channel.get_msg
        cls.kc.iopub_channel.get_msg = lambda timeout: cls.iopub(timeout=PATIENCE)

    def flush_channels(self):
        for get in (self.kc.shell_channel.get_msg, self.iopub):
            try:
                while True:
                    run_sync(get)(timeout=0.1)
            except Empty:
                pass


if __name__ == "__main__":
    unittest.main(verbosity=2)
