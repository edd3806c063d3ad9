package nacre.kernel.magics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.StringWriter;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;
import nacre.kernel.magics.maven.Wanted;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Libraries from a repository of the test's own, which needs no network.
class MavenTest {
    @TempDir Path folder;
    private Session session;
    private String before;

    @BeforeEach
    void open() {
        before = System.getProperty("maven.repo.local", "");
        System.setProperty("maven.repo.local", folder.resolve("local").toString());
        session = new Session();
    }

    @AfterEach
    void close() {
        session.close();
        if (before.isEmpty()) {
            System.clearProperty("maven.repo.local");
        } else {
            System.setProperty("maven.repo.local", before);
        }
    }

    @Test
    void aLibraryComesWithWhatItNeeds() throws Exception {
        publish("tools", "1", "", "helper:2");
        publish("helper", "2", "");
        String said = said("%maven " + remote() + " test:tools:1");
        assertEquals("Added tools-1.jar, helper-2.jar.", said);
        assertEquals("tools 1", session.value("new test.tools.Main().name()"));
        assertEquals(
                "helper 2",
                session.value(
                        "test.helper.Main.class.getDeclaredConstructor().newInstance().name()"));
        assertEquals("All of it is there already.", said("%maven " + remote() + " test:tools:1"));
    }

    @Test
    void whatIsInTheLocalRepositoryNeedsNoNetwork() throws Exception {
        publish("tools", "1", "");
        session.run("%maven " + remote() + " test:tools:1");
        session.run("%restart");
        assertEquals("Added tools-1.jar.", said("//DEPS test:tools:1"));
        assertEquals("tools 1", session.value("new test.tools.Main().name()"));
    }

    @Test
    void aConflictIsExplained() throws Exception {
        publish("one", "1", "", "helper:1");
        publish("helper", "1", "");
        publish("helper", "2", "");
        String said = said("%maven " + remote() + " test:one:1 test:helper:2");
        assertTrue(said.contains("test:helper 2 was taken; test:one:1 wanted 1."), said);
        assertEquals("helper 2", session.value("new test.helper.Main().name()"));
        said = said("%maven " + remote() + " test:helper:1");
        assertTrue(said.contains("test:helper 2 is there already and stays; 1 was wanted."), said);
    }

    @Test
    void aBomAndAPomGiveVersions() throws Exception {
        publish("helper", "7", "");
        publish(
                "bom",
                "1",
                "<dependencyManagement><dependencies>"
                        + dependency("helper:7")
                        + "</dependencies></dependencyManagement>");
        assertEquals(
                "Added helper-7.jar.", said("%maven " + remote() + " test:bom:1@pom test:helper"));
        session.run("%restart");
        String pom =
                "%%pom\n<repositories><repository><id>t</id><url>"
                        + remote()
                        + "</url></repository></repositories>\n"
                        + "<dependencies>"
                        + dependency("helper:7")
                        + "</dependencies>";
        assertEquals("Added helper-7.jar.", said(pom));
        session.run("%restart");
        String single = pom.replace("<dependencies>", "").replace("</dependencies>", "");
        assertEquals("Added helper-7.jar.", said(single));
    }

    @Test
    void aLoneDependencyIsPartOfAPomToo() {
        assertEquals(
                "test:helper:jar:7",
                Wanted.ofPom(dependency("helper:7")).jars().getFirst().toString());
    }

    @Test
    void aRepositoryOnTheWebIsAskedOverHttp() throws Exception {
        publish("tools", "1", "", "helper:2");
        publish("helper", "2", "");
        var asked = new ConcurrentLinkedQueue<String>();
        HttpServer server = serve(asked);
        try {
            String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/moved";
            assertEquals(
                    "Added tools-1.jar, helper-2.jar.", said("%maven " + url + " test:tools:1"));
            assertEquals("tools 1", session.value("new test.tools.Main().name()"));
            assertTrue(asked.contains("/test/helper/2/helper-2.jar"), asked.toString());
            String missing = session.error("%maven " + url + " test:nothing:1").message();
            assertTrue(missing.startsWith("There is no test:nothing:1 in "), missing);
            String refused = session.error("%maven " + url + " test:secret:1").message();
            assertTrue(refused.contains("answers with 403"), refused);
        } finally {
            server.stop(0);
        }
        String gone =
                session.error("%maven http://127.0.0.1:" + unusedPort() + "/ test:late:1")
                        .message();
        assertTrue(gone.contains("the network cannot be reached"), gone);
        String newest =
                session.error("%maven http://127.0.0.1:" + unusedPort() + "/ test:late").message();
        assertTrue(newest.startsWith("test:late is not in the local repository"), newest);
    }

    /// The repository as a web server has it, under an address that has moved.
    private HttpServer serve(ConcurrentLinkedQueue<String> asked) throws IOException {
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    String path = exchange.getRequestURI().getPath();
                    asked.add(path);
                    Path file = folder.resolve("remote" + path);
                    if (path.startsWith("/moved/")) {
                        exchange.getResponseHeaders()
                                .set("Location", path.substring("/moved".length()));
                        exchange.sendResponseHeaders(301, -1);
                    } else if (path.contains("secret")) {
                        exchange.sendResponseHeaders(403, -1);
                    } else if (Files.isRegularFile(file)) {
                        exchange.sendResponseHeaders(200, Files.size(file));
                        Files.copy(file, exchange.getResponseBody());
                    } else {
                        exchange.sendResponseHeaders(404, -1);
                    }
                    exchange.close();
                });
        server.start();
        return server;
    }

    private static int unusedPort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Test
    void failuresSayWhatIsWrong() {
        assertTrue(session.error("%maven commons-math").message().contains("names no artifact"));
        assertTrue(session.error("%maven").message().contains("needs to be told"));
        assertTrue(session.error("%%pom\n<dependencies/>").message().contains("no dependency"));
        String broken = session.told("%%pom\n<dependency>\n<groupId>a</dependency>");
        assertTrue(broken.contains("its XML is broken in line 2."), broken);
        for (String address : List.of("ftp://host/x", "https://", "https://bücher.invalid/x")) {
            String told = session.told("%maven " + address + " test:nothing:1");
            assertTrue(told.contains("`" + address + "` is no address of a repository."), told);
        }
        String missing = session.error("%maven " + remote() + " test:nothing:1").message();
        assertTrue(missing.contains("test:nothing:1"), missing);
    }

    private String said(String cell) {
        Session.Ran ran = session.run(cell);
        assertEquals("(nothing)", ran.value());
        return ran.shown.getLast().text();
    }

    private String remote() {
        return folder.resolve("remote").toUri().toString();
    }

    private void publish(String name, String version, String more, String... needs)
            throws IOException {
        Path home = Files.createDirectories(folder.resolve("remote/test/" + name + "/" + version));
        String packaging = name.equals("bom") ? "<packaging>pom</packaging>" : "";
        var dependencies = new StringBuilder();
        List.of(needs).forEach(each -> dependencies.append(dependency(each)));
        Files.writeString(
                home.resolve(name + "-" + version + ".pom"),
                "<project><modelVersion>4.0.0</modelVersion><groupId>test</groupId><artifactId>%s</artifactId><version>%s</version>%s%s<dependencies>%s</dependencies></project>"
                        .formatted(name, version, packaging, more, dependencies));
        if (packaging.isEmpty()) {
            jar(home.resolve(name + "-" + version + ".jar"), name, version);
        }
    }

    private static String dependency(String coordinates) {
        return "<dependency><groupId>test</groupId><artifactId>%s</artifactId><version>%s</version></dependency>"
                .formatted((Object[]) coordinates.split(":"));
    }

    private void jar(Path jar, String name, String version) throws IOException {
        Path source = Files.createDirectories(folder.resolve("source")).resolve("Main.java");
        Files.writeString(
                source,
                "package test.%s; public class Main { public String name() { return \"%s %s\"; } }"
                        .formatted(name, name, version));
        Path classes = Files.createDirectories(folder.resolve("classes-" + name + version));
        var log = new StringWriter();
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            boolean done =
                    compiler.getTask(
                                    log,
                                    files,
                                    null,
                                    List.of("-proc:none", "-d", classes.toString()),
                                    null,
                                    files.getJavaFileObjects(source))
                            .call();
            assertTrue(done, log.toString());
        }
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            String entry = "test/" + name + "/Main.class";
            out.putNextEntry(new ZipEntry(entry));
            out.write(Files.readAllBytes(classes.resolve(entry)));
        }
    }
}
