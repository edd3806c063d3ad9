"""Jupyter's console in a terminal, as a person at its keyboard."""

import io
import os
import signal
import sys
import unittest

import pexpect

TIMEOUT = 120


class Console(unittest.TestCase):
    def test_a_session_at_the_keyboard(self):
        signal.signal(signal.SIGINT, signal.default_int_handler)  # in the background it is ignored, and inherited so
        console = pexpect.spawn(
            sys.executable,
            ["-m", "jupyter_console", "--kernel", "nacre", "--simple-prompt"],
            encoding="utf-8",
            timeout=TIMEOUT,
            dimensions=(40, 120),
            env={**os.environ, "BROWSER": "true"},  # else charts open windows
        )
        seen = console.logfile_read = io.StringIO()
        console.expect(r"Nacre \S+, neural-network layers")
        for line, answer in (
            ("int half = 21;", r"In \[2\]"),
            ("2 * half", r"Out\[2\]: 42"),
            ("new Dense(-1)", r"`units` must be a positive whole number"),
            ('Plot.line("squares", 1, 4, 9)', "Line chart"),
        ):
            console.sendline(line)
            console.expect(answer)
        console.sendline("String name = new Scanner(System.in).nextLine();")
        console.expect("nextLine")
        console.sendline("Ada")
        console.expect(r"In \[6\]")
        console.sendline('"Hello " + name')
        console.expect("Hello Ada")
        console.sendline('System.out.println("be" + "gun"); while (true) {}')
        console.expect("begun")
        console.sendintr()
        console.expect(r"In \[8\]")
        console.sendline("half")
        console.expect(r"Out\[8\]: 21")
        console.sendline("%exit")
        console.expect(pexpect.EOF)
        console.close()
        self.assertEqual(0, console.exitstatus)
        told = seen.getvalue()
        print(told)
        self.assertIn("Stopped", told)  # before the next answer or with it: the console asks when it has time


if __name__ == "__main__":
    unittest.main(verbosity=2)
