package nacre.tests.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `./nacre` on machines that lack something, and how it builds.
class BuildIT {
    private static final String BUILDS =
            "mkdir -p kernel/target/lib && sleep 1 && echo jar >kernel/target/nacre-kernel-0.1.jar";

    @TempDir private Path folder;
    private Sandbox sandbox;

    @BeforeEach
    void copyTheScript() throws Exception {
        sandbox = Sandbox.in(folder.resolve("a folder"));
    }

    @Test
    void aloneItListsTheCommands() throws Exception {
        var ended = sandbox.run();
        assertEquals(0, ended.code());
        for (String command :
                "build notebook run repl test install uninstall doctor bench parity docs"
                        .split(" ")) {
            assertTrue(ended.output().contains("./nacre " + command), command);
        }
    }

    @Test
    void anUnknownCommandBringsTheNearest() throws Exception {
        var ended = sandbox.run("notebok");
        assertEquals(2, ended.code());
        assertTrue(ended.output().contains("Did you mean notebook?"), ended.output());
        assertFalse(sandbox.run("qqqqqqqq").output().contains("Did you mean"));
        assertTrue(
                sandbox.run("lessons/06.ipynb").output().contains("./nacre run lessons/06.ipynb"));
    }

    /// No machine hides its JDK from the usual folders, so the script is made to want a release
    /// that nobody has.
    @Test
    void withoutAJdkItSaysHowToGetOne() throws Exception {
        sandbox.script(sandbox.script().replace("jdk_release=25", "jdk_release=99"));
        var ended = sandbox.run("build");
        assertEquals(1, ended.code());
        assertTrue(ended.output().contains("needs a JDK 99 or newer"), ended.output());
        assertTrue(ended.output().contains("Too old:"), ended.output());
        assertTrue(ended.output().contains("https://adoptium.net"), ended.output());
    }

    @Test
    void withoutMavenItSaysSo() throws Exception {
        var ended = sandbox.run("build");
        assertEquals(1, ended.code());
        assertTrue(ended.output().contains("no mvn on the PATH"), ended.output());
    }

    @Test
    void itBuildsOnceAndAgainWhenASourceIsNewer() throws Exception {
        sandbox.maven(BUILDS);
        assertEquals(0, sandbox.run("build").code());
        assertEquals("", sandbox.run("build").output());
        assertEquals(1, sandbox.mavenCalls());
        Path source = sandbox.file("layers-lib/src/main/A.java", "class A {}");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));
        assertEquals(0, sandbox.run("build").code());
        assertEquals(2, sandbox.mavenCalls());
    }

    @Test
    void twoStartsAtOnceBuildOnce() throws Exception {
        sandbox.maven(BUILDS);
        Process first = sandbox.start("build");
        Process second = sandbox.start("build");
        assertEquals(0, Sandbox.end(first).code());
        assertEquals(0, Sandbox.end(second).code());
        assertEquals(1, sandbox.mavenCalls());
    }

    @Test
    void theLockOfAProcessThatIsGoneDoesNotHold() throws Exception {
        sandbox.maven(BUILDS);
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        sandbox.file(".nacre/lock/pid", gone.pid() + "\n");
        assertEquals(0, sandbox.run("build").code());
        assertFalse(Files.exists(sandbox.folder().resolve(".nacre/lock")));
    }

    @Test
    void whatIsNotInTheLocalRepositoryIsDownloaded() throws Exception {
        sandbox.maven(
                "case \"$*\" in *' -o '*) echo 'Cannot access central in offline mode'; exit 1 ;; esac\n"
                        + BUILDS);
        var ended = sandbox.run("build");
        assertEquals(0, ended.code(), ended.output());
        assertEquals(2, sandbox.mavenCalls());
    }

    @Test
    void anErrorOfTheBuildIsShownWholeAndNotTriedTwice() throws Exception {
        sandbox.maven("echo '[ERROR] A.java:1 broken'; echo '[ERROR] second line'; exit 1");
        var ended = sandbox.run("build");
        assertEquals(1, ended.code());
        assertTrue(
                ended.output().contains("[ERROR] A.java:1 broken\n[ERROR] second line"),
                ended.output());
        assertEquals(1, sandbox.mavenCalls());
        assertFalse(Files.exists(sandbox.folder().resolve(".nacre/lock")));
    }

    @Test
    void aPortThatIsNoNumberIsRefusedBeforeAnythingElse() throws Exception {
        var ended = sandbox.run("notebook", "--port", "eighty");
        assertEquals(1, ended.code());
        assertTrue(ended.output().contains("it got eighty"), ended.output());
        assertEquals(0, sandbox.mavenCalls());
    }
}
