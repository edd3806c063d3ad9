"""Libraries from a repository of the test's own, and what begins anew or ends the session."""

import os
import pathlib
import subprocess
import tempfile
import unittest
import zipfile

from conversation import TIMEOUT, Conversation


class Packages(Conversation):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.folder = tempfile.TemporaryDirectory(prefix="nacre-packages-")
        cls.kc.execute_interactive(f'System.setProperty("maven.repo.local", "{cls.folder.name}/local");')

    @classmethod
    def tearDownClass(cls):
        super().tearDownClass()
        cls.folder.cleanup()

    def publish(self, name, needs=""):
        """A library of one class, whose name() tells its own; gives the repository's address."""
        remote = pathlib.Path(self.folder.name, "remote")
        place = remote / "test" / name / "1"
        place.mkdir(parents=True)
        dependency = f"<dependency><groupId>test</groupId><artifactId>{needs}</artifactId><version>1</version></dependency>"
        (place / f"{name}-1.pom").write_text(
            "<project><modelVersion>4.0.0</modelVersion>"
            f"<groupId>test</groupId><artifactId>{name}</artifactId><version>1</version>"
            f"<dependencies>{dependency if needs else ''}</dependencies></project>"
        )
        source = place / "Main.java"
        source.write_text(f'package test.{name}; public class Main {{ public String name() {{ return "{name}"; }} }}')
        java = pathlib.Path(self.km.kernel_spec.argv[0])
        javac = java.with_name("javac") if java.is_absolute() else "javac"
        subprocess.run([javac, "-d", place, source], check=True, timeout=TIMEOUT)
        with zipfile.ZipFile(place / f"{name}-1.jar", "w") as jar:
            jar.write(place / "test" / name / "Main.class", f"test/{name}/Main.class")
        return remote.as_uri()

    def test_a_library_comes_with_what_it_needs(self):
        self.publish("helper")
        remote = self.publish("tools", needs="helper")
        _, messages = self.run_cell(f"%maven {remote} test:tools:1")
        self.assertIn("Added tools-1.jar, helper-1.jar.", self.told(messages))
        self.assertEqual("tools", self.result("new test.tools.Main().name()"))
        self.assertEqual("helper", self.result("new test.helper.Main().name()"))

    def test_a_project_file_may_name_them(self):
        remote = self.publish("named")
        reply, messages = self.run_cell(
            f"%%pom\n<repositories><repository><id>t</id><url>{remote}</url></repository></repositories>\n"
            "<dependency><groupId>test</groupId><artifactId>named</artifactId><version>1</version></dependency>"
        )
        self.assertEqual("ok", reply["content"]["status"], reply["content"].get("evalue"))
        self.assertIn("Added named-1.jar.", self.told(messages))
        self.assertEqual("named", self.result("new test.named.Main().name()"))

    def test_a_restart_forgets_them_and_lines_of_jbang_bring_them_from_the_local_repository(self):
        remote = self.publish("kept")
        self.run_cell(f"%maven {remote} test:kept:1\nint before = 1;")
        self.assertEqual("ok", self.run_cell("%restart")[0]["content"]["status"])
        for gone in ("before", "new test.kept.Main()"):
            self.assertEqual("error", self.run_cell(gone)[0]["content"]["status"])
        _, messages = self.run_cell("//DEPS test:kept:1\nnew test.kept.Main().name()")
        self.assertIn("Added kept-1.jar.", self.told(messages))
        self.assertEqual("kept", self.result("new test.kept.Main().name()"))

    def test_a_jar_is_added(self):
        self.publish("plain")
        jar = os.path.join(self.folder.name, "remote/test/plain/1/plain-1.jar")
        self.assertEqual("ok", self.run_cell(f"%jars {jar}")[0]["content"]["status"])
        self.assertEqual("plain", self.result("new test.plain.Main().name()"))

    def test_zz_exit_ends_the_kernel(self):
        process = self.km.provisioner.process
        reply, _ = self.run_cell("%exit")
        self.assertEqual(["ask_exit"], [each["source"] for each in reply["content"]["payload"]])
        self.assertEqual(0, process.wait(timeout=TIMEOUT))

    def told(self, messages):
        """What a cell prints and displays."""
        shown = (m["content"]["data"]["text/plain"] for m in messages if "data" in m["content"])
        return self.printed(messages) + "\n".join(shown)


if __name__ == "__main__":
    unittest.main(verbosity=2)
