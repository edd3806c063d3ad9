"""Stop, whatever runs: idle again, all variables kept, nothing left running, nothing printed later."""

import time
import unittest

from conversation import Conversation

RUNAWAYS = [
    "while (true) {}",
    "void spin() { while (true) {} }\nspin();",
    "Runnable endless = () -> { while (true) {} };\nendless.run();",
    "class Mill { void turn() { for (;;) ; } }\nnew Mill().turn();",
    "while (true) try { while (true) {} } catch (Throwable e) {}",
    "Thread.sleep(100_000);",
    'while (true) System.out.println("still here");',
    'while (true) System.err.print("x");',
    "LongStream.range(0, Long.MAX_VALUE).sum()",
    "Stream.iterate(1, i -> i + 1).filter(i -> i == 0).findFirst()",
    "LongStream.range(0, Long.MAX_VALUE).parallel().filter(i -> i < 0).count()",
    "model.fit(data.x(), data.y()).epochs(100_000).run();",
    "{ var big = Tensor.zeros(Shape.of(3000, 3000)); while (true) big.matmul(big); }",
    "new Scanner(System.in).nextLine()",
    "IO.readln()",
    "System.console().readLine()",
    "record Endless() { public String toString() { while (true) {} } }\nnew Endless()",
    "display(new Object() { public String toString() { while (true) {} } });",
    'while (true) display("again");',
    "var worker = new Thread(() -> { while (true) {} });\nworker.start();\nworker.join();",
    "CompletableFuture.runAsync(() -> { while (true) {} }).join();",
    "Thread.ofVirtual().start(() -> { while (true) {} }).join();",
    "{ var lock = new Object(); synchronized (lock) { lock.wait(); } }",
    "new ArrayBlockingQueue<Integer>(1).take()",
    'new ProcessBuilder("sleep", "100").start().waitFor()',
    "%timeit -n 1 Thread.sleep(100_000)",
    "%%bash\nsleep 100",
]


class Stops(Conversation):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.kc.execute_interactive(
            "int kept = 42;\n"
            "var data = Data.moons(2000, 0.1, 1);\n"
            'var model = Sequential.of(Input.of(2), new Dense(64), new Dense(2).activation("softmax"));\n'
            'model.compile("adam", "sparse_categorical_crossentropy", "accuracy");'
        )

    def begun(self, code):
        """Sends a cell and waits until it runs."""
        if code.startswith("%"):
            request = self.kc.execute(code)
            time.sleep(1)
            return request
        request = self.kc.execute('System.out.println("begun");\n' + code, allow_stdin=True)
        self.started(request)
        return request

    def test_cells_have_the_common_pool_to_themselves(self):
        while self.result(
            'Thread.getAllStackTraces().keySet().stream().anyMatch(t -> t.getName().equals("nacre-getting-ready"))'
        ) == "true":
            time.sleep(0.5)
        self.assertEqual("0", self.result("ForkJoinPool.commonPool().getPoolSize()"))

    def test_everything_stops(self):
        for code in RUNAWAYS:
            with self.subTest(code=code):
                request = self.begun(code)
                start = time.monotonic()
                self.km.interrupt_kernel()
                reply = self.reply(request)["content"]
                self.published(request)
                print(f"{time.monotonic() - start:.3f} s: {code.splitlines()[-1]}")
                self.assertEqual("Stopped", reply["ename"])
                self.await_rest(reply["execution_count"])
                later, messages = self.run_cell("kept")
                self.assertEqual("ok", later["content"]["status"])
                self.assertEqual(
                    ["status", "execute_input", "execute_result", "status"], [m["msg_type"] for m in messages]
                )
                self.assertEqual("42", messages[2]["content"]["data"]["text/plain"])


if __name__ == "__main__":
    unittest.main(verbosity=2)
