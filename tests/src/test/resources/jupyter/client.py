"""What a notebook asks of a kernel beyond Jupyter's own test, through Jupyter's own client."""

import os
import re
import signal
import subprocess
import tempfile
import time
import unittest
from queue import Empty

from jupyter_client.manager import KernelManager

from conversation import TIMEOUT, Conversation


class Client(Conversation):
    def test_values_and_variables_stay(self):
        self.run_cell("int kept = 41;")
        reply, messages = self.run_cell("kept + 1")
        result = next(m for m in messages if m["msg_type"] == "execute_result")
        self.assertEqual("42", result["content"]["data"]["text/plain"])
        self.assertEqual(reply["content"]["execution_count"], result["content"]["execution_count"])

    def test_huge_values_show_their_beginning_and_huge_prints_come_whole(self):
        self.run_cell('var huge = "a😀".repeat(5_000_000);')
        self.assertRegex(self.result("huge"), "^(a😀)+a?… 1400000[01] more characters$")
        self.assertRegex(self.result("new int[3000][3000]"), r"^\[\[0, 0, [^\n]*…, 0, 0, 0\] \(3000 values\),")
        self.assertIn("[…]", self.result("Object[] own = {null}; own[0] = own; own"))
        reply, _ = self.run_cell("throw new IllegalStateException(huge);")
        self.assertEqual("IllegalStateException", reply["content"]["ename"])
        self.assertLess(len(reply["content"]["evalue"]), 20_000)
        _, messages = self.run_cell("System.out.println(huge);")
        self.assertTrue(self.printed(messages) == "a😀" * 5_000_000 + "\n", "the text that was printed")
        self.run_cell("huge = null;")

    def test_assertions_of_cells_are_checked(self):
        reply, _ = self.run_cell('assert 1 + 1 == 2;\nassert 1 > 2 : "not so";')
        self.assertEqual(("AssertionError", "not so"), (reply["content"]["ename"], reply["content"]["evalue"]))

    def test_what_display_returns_is_not_shown_again(self):
        self.assertIsNone(self.result("display(List.of(1, 2))"))

    def test_silent_cells_are_silent(self):
        reply, messages = self.run_cell('System.out.println("x"); 1 + 1', silent=True)
        self.assertEqual("ok", reply["content"]["status"])
        self.assertEqual({"status"}, {m["msg_type"] for m in messages})

    def test_user_expressions(self):
        reply, _ = self.run_cell("int five = 5;", user_expressions={"good": "five * 2", "bad": "nothing"})
        answers = reply["content"]["user_expressions"]
        self.assertEqual("10", answers["good"]["data"]["text/plain"])
        self.assertEqual("error", answers["bad"]["status"])

    def test_an_error_is_one_message_with_the_learners_own_line(self):
        reply, messages = self.run_cell("int a = 1\nint b = nothing\nint c = 2")
        shown = [m for m in messages if m["msg_type"] not in ("status", "execute_input")]
        self.assertEqual(["error"], [m["msg_type"] for m in shown])
        content = reply["content"]
        self.assertEqual(content["traceback"], shown[0]["content"]["traceback"])
        self.assertEqual("CompileError", content["ename"])
        story = re.sub("\x1b\\[[0-9;]*m", "", "\n".join(content["traceback"]))
        self.assertIn("line 2\n    int b = nothing\n            ^^^^^^^", story)
        self.assertIn(content["evalue"], story)

    def test_the_full_trace_is_shown_on_request(self):
        self.run_cell('Integer.parseInt("x")')
        _, messages = self.run_cell("%trace")
        trace = next(m["content"]["data"] for m in messages if m["msg_type"] == "display_data")
        self.assertIn("<details>", trace["text/html"])
        self.assertIn("java.lang.Integer.parseInt", trace["text/plain"])

    def test_semicolons_may_be_missing(self):
        self.assertEqual("[3, 4]", self.result("var list = new ArrayList<Integer>()\nlist.add(3)\nlist.add(4)\nlist"))

    def test_options_are_completed_with_their_forms_and_help(self):
        code = 'var s = "\N{GRINNING FACE}"; var d = new Dense(3).'
        request = self.kc.complete(code, len(code))
        content = self.reply(request)["content"]
        self.assertEqual(len(code), content["cursor_start"])
        types = {t["text"]: t for t in content["metadata"]["_jupyter_types_experimental"]}
        self.assertIn("Dense activation(String name)", types["activation("]["signature"])
        self.assertIn("The function applied to the output", types["activation("]["signature"])

    def test_help_as_a_call_shows_in_the_cell_and_a_question_beside_it(self):
        reply, messages = self.run_cell("help(Dense)")
        shown = next(m for m in messages if m["msg_type"] == "display_data")
        self.assertIn("Dense", shown["content"]["data"]["text/plain"])
        self.assertEqual([], reply["content"]["payload"])
        reply, messages = self.run_cell("?Dense")
        self.assertEqual(["page"], [each["source"] for each in reply["content"]["payload"]])
        self.assertNotIn("display_data", [m["msg_type"] for m in messages])

    def test_an_error_aborts_what_waits(self):
        requests = [self.kc.execute("new Scanner(System.in).nextInt()", allow_stdin=True)]
        self.kc.get_stdin_msg(timeout=TIMEOUT)
        requests += [self.kc.execute("1 + 1") for _ in range(3)]
        time.sleep(1)  # until they wait in the kernel
        self.kc.input("no number")
        statuses = [self.reply(request)["content"]["status"] for request in requests]
        self.assertEqual(["error", "aborted", "aborted", "aborted"], statuses)
        reply, _ = self.run_cell("1 + 1")
        self.assertEqual("ok", reply["content"]["status"])

    def test_input_reaches_the_cell(self):
        request = self.kc.execute("System.out.print(new Scanner(System.in).nextLine().toUpperCase());", allow_stdin=True)
        question = self.kc.get_stdin_msg(timeout=TIMEOUT)
        self.assertEqual("input_request", question["msg_type"])
        self.kc.input("ada")
        self.reply(request)
        self.assertIn("ADA", self.printed(self.published(request)))

    def test_without_a_person_input_fails(self):
        reply, _ = self.run_cell("new Scanner(System.in).nextLine()", allow_stdin=False)
        self.assertEqual("error", reply["content"]["status"])

    def test_ten_thousand_lines_in_order(self):
        _, messages = self.run_cell("for (int i = 0; i < 10_000; i++) System.out.println(i);")
        self.assertEqual("".join(f"{i}\n" for i in range(10_000)), self.printed(messages))

    def test_a_thread_prints_under_its_own_cell(self):
        _, first = self.run_cell(
            'var gate = new CountDownLatch(1); var done = new CountDownLatch(1);'
            'new Thread(() -> { try { gate.await(); } catch (InterruptedException e) {}'
            ' System.out.println("late"); System.out.flush(); done.countDown(); }).start();'
        )
        starter = first[0]["parent_header"]["msg_id"]
        self.kc.execute("gate.countDown(); done.await();")
        while True:
            message = self.kc.get_iopub_msg(timeout=TIMEOUT)
            if message["msg_type"] == "stream":
                break
        self.assertEqual("late\n", message["content"]["text"])
        self.assertEqual(starter, message["parent_header"]["msg_id"])

    def test_stop_by_message_and_by_signal(self):
        pid = self.km.provisioner.pid
        for stop in (self.km.interrupt_kernel, lambda: os.kill(pid, signal.SIGINT)):
            request = self.kc.execute("System.out.println(1); while (true) {}")
            self.started(request)
            start = time.time()
            stop()
            self.assertEqual("error", self.reply(request)["content"]["status"])
            print(f"stopped after {time.time() - start:.3f} s")
        reply, _ = self.run_cell("1 + 1")
        self.assertEqual("ok", reply["content"]["status"])

    def test_the_control_channel_answers_while_a_cell_runs(self):
        request = self.kc.execute("System.out.println(1); while (true) {}")
        self.started(request)
        asked = self.kc.session.msg("kernel_info_request")
        self.kc.control_channel.send(asked)
        answer = self.kc.get_control_msg(timeout=TIMEOUT)
        self.assertEqual(asked["msg_id"], answer["parent_header"]["msg_id"])
        self.km.interrupt_kernel()
        self.assertEqual("error", self.reply(request)["content"]["status"])

    def test_an_unknown_comm_is_closed(self):
        message = self.kc.session.msg("comm_open", {"comm_id": "c", "target_name": "nobody", "data": {}})
        self.kc.shell_channel.send(message)
        kinds = [m["msg_type"] for m in self.published(message["msg_id"])]
        self.assertEqual(["status", "comm_close", "status"], kinds)

    def test_a_replay_and_a_forgery_run_nothing(self):
        session = self.kc.session
        socket = self.kc.shell_channel.socket
        message = session.msg("execute_request", {"code": 'System.out.println("ran");'})
        frames = session.serialize(message)
        for sent in (frames, frames, [frames[0], b"0" * 64, *frames[2:]]):
            socket.send_multipart(sent)
        self.reply(message["msg_id"])
        self.assertEqual("ran\n", self.printed(self.published(message["msg_id"])))
        with self.assertRaises(Empty):
            while self.kc.get_iopub_msg(timeout=1)["msg_type"] != "stream":
                pass

    def test_what_runs_no_line_of_the_cell_stops_and_burns_nothing(self):
        for code in (
            'java.util.regex.Pattern.matches("(.*a){25}b", "a".repeat(40))',
            'new java.math.BigInteger("3").pow(500_000_000).bitLength()',
            "new CompletableFuture<String>().join()",
        ):
            with self.subTest(code=code):
                request = self.kc.execute("System.out.println(1);\n" + code)
                self.started(request)
                self.km.interrupt_kernel()
                reply = self.reply(request)["content"]
                self.assertEqual("Stopped", reply["ename"])
                self.await_rest(reply["execution_count"])

    def test_a_stop_between_cells_says_what_still_runs_and_another_ends_it(self):
        code = (
            "var hold = new CountDownLatch(1); new Thread(() -> { while (hold.getCount() > 0) try { hold.await(); }"
            " catch (InterruptedException e) { } }).start();"
        )
        reply, _ = self.run_cell(code)
        number = reply["content"]["execution_count"]
        request = self.kc.execute("1 + 1")
        self.reply(request)
        self.published(request)
        self.assertIn(f"Still running:\nCell [{number}], line 1, in a lambda\n", self.told_by_a_stop(request))
        self.assertEqual("Nothing runs any more.\n", self.told_by_a_stop(request))
        self.await_rest(number)

    def told_by_a_stop(self, last):
        """What a Stop between cells says below the last one."""
        self.km.interrupt_kernel()
        while True:
            message = self.kc.get_iopub_msg(timeout=TIMEOUT)
            if message["msg_type"] == "stream":
                self.assertEqual(last, message["parent_header"]["msg_id"])
                return message["content"]["text"]

    def test_a_password_is_asked_for_as_one(self):
        request = self.kc.execute('new String(System.console().readPassword("Key of %s: ", "Ada"))', allow_stdin=True)
        question = self.kc.get_stdin_msg(timeout=TIMEOUT)["content"]
        self.assertEqual({"prompt": "Key of Ada: ", "password": True}, question)
        self.kc.input("secret")
        self.assertEqual("ok", self.reply(request)["content"]["status"])
        result = next(m for m in self.published(request) if m["msg_type"] == "execute_result")
        self.assertEqual("secret", result["content"]["data"]["text/plain"])

    def test_two_kernels_share_a_history(self):
        km = KernelManager(kernel_name="nacre")
        km.start_kernel()
        other = km.client()
        other.start_channels()
        other.wait_for_ready(timeout=TIMEOUT)
        long = "long" * 10_000
        sent = []
        for i in range(20):
            for client in (self.kc, other):
                request = client.execute(f"// shared {len(sent)} {long}")
                sent.append((client, request))
        for client, request in sent:
            while client.get_shell_msg(timeout=TIMEOUT)["parent_header"]["msg_id"] != request:
                pass
        other.stop_channels()
        km.shutdown_kernel()
        fresh = KernelManager(kernel_name="nacre")
        fresh.start_kernel()
        reader = fresh.client()
        reader.start_channels()
        reader.wait_for_ready(timeout=TIMEOUT)
        asked = reader.history(hist_access_type="search", pattern="// shared * " + long, unique=True)
        while True:
            reply = reader.get_shell_msg(timeout=TIMEOUT)
            if reply["parent_header"]["msg_id"] == asked:
                break
        self.assertEqual(40, len(reply["content"]["history"]))
        reader.stop_channels()
        fresh.shutdown_kernel()

    def test_nothing_kills_the_kernel(self):
        self.run_cell("int unharmed = 42;")
        cells = [
            "System.exit(3);",
            "Runtime.getRuntime().halt(3);",
            "IntStream.of(3).forEach(System::exit);",
            'System.class.getMethod("exit", int.class).invoke(null, 3);',
            'Class.forName("java.lang.Runtime").getMethod("halt", int.class).invoke(Runtime.getRuntime(), 3);',
            'java.lang.invoke.MethodHandles.lookup().findStatic(System.class, "exit",'
            " java.lang.invoke.MethodType.methodType(void.class, int.class)).invoke(3);",
            'com.sun.tools.javac.Main.main(new String[] {"-version"});',
            "int deeper(int n) { return deeper(n + 1) + 1; }\ndeeper(0)",
            "{ var all = new ArrayList<long[]>(); while (true) all.add(new long[1 << 24]); }",
            'record Bad() { public String toString() { throw new IllegalStateException("no"); }'
            ' public int hashCode() { throw new Error(); } }\nnew Bad()',
            "record Deep() { public String toString() { return toString() + 1; } }\nnew Deep()",
            "1" + " + 1" * 20000,
            'var late = new Thread(() -> { throw new Error("background"); }); late.start(); late.join();',
            "System.out.close(); System.err.close();",
            "System.setOut(null); System.setErr(null); System.setIn(null);",
            "Thread.getAllStackTraces().keySet().forEach(Thread::interrupt);",
            "Thread.setDefaultUncaughtExceptionHandler((a, b) -> System.exit(1)); throw new Error();",
            "for (int i = 0; i < 1000; i++) Thread.ofPlatform().daemon().start(() -> {"
            " try { Thread.sleep(100_000_000); } catch (InterruptedException e) {} });",
            'throw new RuntimeException() { public String getMessage() { throw new Error(); } };',
        ]
        for cell in cells:
            with self.subTest(cell=cell[:60]):
                self.run_cell(cell)
                _, messages = self.run_cell("System.out.print(unharmed);")
                self.assertEqual("42", self.printed(messages))

    def test_what_fills_all_memory_can_be_dropped(self):
        km = KernelManager(kernel_name="nacre")
        km.start_kernel(env=os.environ | {"JAVA_TOOL_OPTIONS": "-Xmx256m"}, stderr=subprocess.DEVNULL)
        kc = km.client()
        kc.start_channels()
        kc.wait_for_ready(timeout=TIMEOUT)
        for code, status in [
            ("var hoard = new ArrayList<byte[]>(); while (true) hoard.add(new byte[1000]);", "error"),
            ("int sum = 1 + 1;", "ok"),
            ("hoard = null;", "ok"),
            ("new int[10_000_000].length", "ok"),
            ("var pairs = new LinkedList<Object>(); while (true) pairs.add(new int[2]);", "error"),
            ("pairs = null;", "ok"),
            ("new int[10_000_000].length", "ok"),
        ]:
            request = kc.execute(code)
            while (reply := kc.get_shell_msg(timeout=TIMEOUT))["parent_header"]["msg_id"] != request:
                pass
            self.assertEqual(status, reply["content"]["status"], code)
        kc.stop_channels()
        km.shutdown_kernel()

    def test_completions_after_an_emoji(self):
        code = 'var s = "🐚"; s.toUpp'
        request = self.kc.complete(code)
        content = self.reply(request)["content"]
        start = content["cursor_start"]
        self.assertEqual("toUpp", code[start : content["cursor_end"]])
        types = content["metadata"]["_jupyter_types_experimental"]
        self.assertEqual(len(content["matches"]), len(types))

    def test_a_library_that_is_nowhere_is_one_error_and_no_log(self):
        reply, messages = self.run_cell("%maven file:///nowhere test:nothing:1")
        self.assertEqual("error", reply["content"]["status"])
        self.assertIn("test:nothing:1", reply["content"]["evalue"])
        self.assertEqual("", self.printed(messages, "stderr"))

    def test_earlier_results_are_at_hand(self):
        reply, _ = self.run_cell("40 + 1")
        number = reply["content"]["execution_count"]
        for code in (f"Out[{number}] + 1", f"_{number} + 1"):
            self.assertEqual("42", self.result(code))

    def test_an_argument_is_completed_with_what_fits(self):
        for code, expected in (("new Dense(3).activation(", '"relu"'), ('new Dense(3).activation("', "relu")):
            content = self.reply(self.kc.complete(code))["content"]
            self.assertIn(expected, content["matches"])
            self.assertLess(len(content["matches"]), 60)
        self.run_cell("int units = 3;")
        content = self.reply(self.kc.complete("new Dense("))["content"]
        self.assertIn("units", content["matches"])
        self.assertLess(len(content["matches"]), 30)

    def test_zz_the_kernel_says_nothing_of_its_own_and_leaves_when_asked(self):
        fresh = tempfile.TemporaryFile("w+")
        km = KernelManager(kernel_name="nacre")
        km.start_kernel(stderr=fresh, stdout=fresh)
        kc = km.client()
        kc.start_channels()
        kc.wait_for_ready(timeout=TIMEOUT)
        kc.execute('1 + 1')
        kc.get_shell_msg(timeout=TIMEOUT)
        process = km.provisioner.process
        kc.shutdown()
        self.assertEqual(0, process.wait(timeout=TIMEOUT))
        kc.stop_channels()
        fresh.seek(0)
        self.assertEqual("", fresh.read())

    def test_a_kernel_that_is_busy_leaves_when_asked(self):
        km = KernelManager(kernel_name="nacre")
        km.start_kernel()
        kc = km.client()
        kc.start_channels()
        kc.wait_for_ready(timeout=TIMEOUT)
        kc.execute("System.out.println(1); while (true) {}")
        while kc.get_iopub_msg(timeout=TIMEOUT)["msg_type"] != "stream":
            pass
        process = km.provisioner.process
        kc.shutdown()
        self.assertEqual(0, process.wait(timeout=TIMEOUT))
        kc.stop_channels()

    def test_a_bad_connection_file_is_one_line(self):
        command = [part for part in self.km.kernel_spec.argv]
        command[-1] = "/no/such/file.json"
        ended = subprocess.run(command, capture_output=True, text=True, timeout=TIMEOUT)
        self.assertEqual(1, ended.returncode)
        self.assertEqual(1, len(ended.stderr.splitlines()), ended.stderr)
        self.assertIn("no connection file", ended.stderr)


if __name__ == "__main__":
    unittest.main(verbosity=2)
