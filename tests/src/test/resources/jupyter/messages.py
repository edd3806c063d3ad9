"""What the protocol says of messages that Jupyter's own test does not ask for."""

import json
import os
import stat
import unittest

from conversation import TIMEOUT, Conversation


class Messages(Conversation):
    def ask(self, kind, content, channel="shell"):
        """Sends a request of any kind; gives its answer and all that is published under it."""
        message = self.kc.session.msg(kind, content)
        getattr(self.kc, channel + "_channel").send(message)
        while True:
            answer = getattr(self.kc, f"get_{channel}_msg")(timeout=TIMEOUT)
            if answer["parent_header"]["msg_id"] == message["msg_id"]:
                return answer, self.published(message["msg_id"])

    def states(self, messages):
        return [m["content"]["execution_state"] for m in messages if m["msg_type"] == "status"]

    def test_the_kernel_says_what_it_speaks(self):
        answer, _ = self.ask("kernel_info_request", {})
        info = answer["content"]["language_info"]
        self.assertRegex(answer["content"]["protocol_version"], r"^5\.[4-9]")
        self.assertEqual(
            ("java", "text/x-java", "java", ".java"),
            (info["name"], info["mimetype"], info["pygments_lexer"], info["file_extension"]),
        )

    def test_every_request_is_busy_then_idle_and_has_a_status(self):
        requests = [
            ("kernel_info_request", {}),
            ("execute_request", {"code": "1 / 0"}),
            ("execute_request", {"code": "int = ;"}),
            ("execute_request", {}),
            ("complete_request", {"code": "Mat", "cursor_pos": 3}),
            ("complete_request", {"code": "Mat", "cursor_pos": 300}),
            ("inspect_request", {"code": "String", "cursor_pos": 2, "detail_level": 1}),
            ("is_complete_request", {"code": "for ("}),
            ("history_request", {"hist_access_type": "tail", "n": 1, "output": False, "raw": True}),
            ("comm_info_request", {}),
        ]
        for kind, content in requests:
            with self.subTest(kind=kind, content=content):
                answer, published = self.ask(kind, content)
                self.assertIn(answer["content"]["status"], ("ok", "error", "complete", "incomplete", "invalid", "unknown"))
                self.assertEqual(["busy", "idle"], self.states(published))

    def test_a_debugger_is_refused_honestly(self):
        answer, _ = self.ask("debug_request", {"type": "request", "command": "initialize", "seq": 1}, "control")
        self.assertFalse(answer["content"].get("success", answer["content"].get("status") == "ok"))

    def test_a_cell_is_announced(self):
        reply, messages = self.run_cell("40 + 2")
        announced = next(m["content"] for m in messages if m["msg_type"] == "execute_input")
        self.assertEqual(("40 + 2", reply["content"]["execution_count"]), (announced["code"], announced["execution_count"]))

    def test_what_is_not_stored_is_not_counted(self):
        before = self.run_cell("1")[0]["content"]["execution_count"]
        self.run_cell("2", store_history=False)
        self.run_cell("3", silent=True)
        self.assertEqual(before + 1, self.run_cell("4")[0]["content"]["execution_count"])

    def test_an_unfinished_cell_is_indented(self):
        for code, status, indent in (
            ("for (int i = 0; i < 3; i++) {", "incomplete", "    "),
            ("class A {\n    int f() {", "incomplete", "        "),
            ("int x = 3;", "complete", None),
            ("int x = );", "invalid", None),
        ):
            with self.subTest(code=code):
                content = self.ask("is_complete_request", {"code": code})[0]["content"]
                self.assertEqual((status, indent), (content["status"], content.get("indent")))

    def test_the_history_has_what_was_run(self):
        self.run_cell("int searched = 1;")
        self.run_cell("int searched = 2;")
        common = {"output": False, "raw": True}
        tail = self.ask("history_request", {"hist_access_type": "tail", "n": 2, **common})[0]["content"]["history"]
        self.assertEqual(["int searched = 1;", "int searched = 2;"], [each[2] for each in tail])
        session, line, _ = tail[0]
        found = self.ask(
            "history_request",
            {"hist_access_type": "range", "session": 0, "start": line, "stop": line + 1, **common},
        )[0]["content"]["history"]
        self.assertEqual(["int searched = 1;"], [each[2] for each in found])
        found = self.ask("history_request", {"hist_access_type": "search", "pattern": "*searched = 2*", "n": 1, **common})
        self.assertEqual(["int searched = 2;"], [each[2] for each in found[0]["content"]["history"]])

    def test_what_is_shown_can_be_replaced_and_removed(self):
        _, messages = self.run_cell(
            'var shown = display("first");\nshown.update("second");\nScreen.clear();\ndisplay("third");'
        )
        kinds = [m["msg_type"] for m in messages if m["msg_type"] not in ("status", "execute_input")]
        self.assertEqual(["display_data", "update_display_data", "clear_output", "display_data"], kinds)
        ids = [m["content"]["transient"]["display_id"] for m in messages if "transient" in m["content"]]
        self.assertEqual(ids[0], ids[1])
        self.assertNotEqual(ids[0], ids[2])

    def test_a_chart_is_a_picture(self):
        _, messages = self.run_cell('Plot.line("squares", 1, 4, 9)')
        forms = next(m["content"]["data"] for m in messages if m["msg_type"] == "execute_result")
        self.assertTrue({"image/png", "image/svg+xml"} & set(forms), forms.keys())

    def test_errors_of_threads_appear_under_their_cell(self):
        _, messages = self.run_cell('var thrower = new Thread(() -> { throw new Error("aside"); });\nthrower.start();\nthrower.join();')
        self.assertIn("aside", self.printed(messages, "stderr"))

    def test_messages_that_mean_nothing_leave_the_kernel_well(self):
        session = self.kc.session
        socket = self.kc.shell_channel.socket
        good = session.serialize(session.msg("kernel_info_request", {}))
        for frames in ([b"x"], good[:2], [*good[:2], b"{", b"{", b"{", b"{"], [b"\xff" * 1000] * 9, []):
            if frames:
                socket.send_multipart(frames)
        self.kc.shell_channel.send(session.msg("no_such_request", {}))
        self.assertEqual("2", self.result("1 + 1"))

    @unittest.skipUnless(os.path.exists("/proc/net/tcp"), "only Linux has a table of sockets to read")
    def test_the_key_is_for_its_owner_and_the_ports_are_where_the_file_says(self):
        path = self.km.connection_file
        self.assertEqual(0, os.stat(path).st_mode & (stat.S_IRWXG | stat.S_IRWXO))
        with open(path) as file:
            told = json.load(file)
        ports = {number for name, number in told.items() if name.endswith("_port")}
        sockets = []
        for table in ("tcp", "tcp6"):
            with open(f"/proc/{self.km.provisioner.pid}/net/{table}") as file:
                sockets += [line.split() for line in file.readlines()[1:]]
        listening = [fields[1].split(":") for fields in sockets if fields[3] == "0A"]
        addresses = {port: address for address, port in listening if int(port, 16) in ports}
        self.assertEqual(5, len(addresses))
        for address in addresses.values():
            self.assertIn(address, ("0100007F", "0000000000000000FFFF00000100007F"), "127.0.0.1 only")


if __name__ == "__main__":
    unittest.main(verbosity=2)
