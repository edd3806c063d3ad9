package nacre.tests.jupyter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Every lesson runs through Jupyter's own client, as graders and build machines use it.
class NbconvertIT {
    private static final Path FOLDER = Lessons.TARGET.resolve("nbconvert");

    @TestFactory
    Stream<DynamicTest> runs() {
        return Lessons.each(NbconvertIT::runs);
    }

    @Test
    void theKernelComputesAsFastAsTheLauncher(@TempDir Path folder) throws IOException {
        Path notebook = folder.resolve("vectors.ipynb");
        Files.writeString(
                notebook,
                """
                {"nbformat": 4, "nbformat_minor": 5, "metadata": {"kernelspec":
                  {"name": "nacre", "language": "java", "display_name": "Java (Nacre)"}}, "cells": [
                  {"id": "vectors", "cell_type": "code", "metadata": {}, "outputs": [],
                   "execution_count": null, "source":
                   "Class.forName(\\"jdk.incubator.vector.FloatVector\\", false, null) != null"}
                ]}
                """);
        assertEquals("true", execute(notebook).cells().getFirst().text().strip());
    }

    private static void runs(String lesson) {
        Notebook done = execute(Lessons.copy(lesson, FOLDER));
        assertEquals("[]", done.complaints().toString());
        assertTrue(done.pictures() > 0, "no chart among the outputs");
    }

    private static Notebook execute(Path notebook) {
        Jupyter.withNacre()
                .program("jupyter-nbconvert", "jupyter-nbconvert")
                .with(
                        "--to=notebook",
                        "--execute",
                        "--ExecutePreprocessor.timeout=" + Lessons.LIMIT.toSeconds(),
                        "--output-dir=" + FOLDER,
                        notebook.toString())
                .run(FOLDER.resolve(notebook.getFileName() + ".log"), Lessons.LIMIT)
                .succeeded("jupyter nbconvert --execute " + notebook);
        return Notebook.read(FOLDER.resolve(notebook.getFileName()));
    }
}
