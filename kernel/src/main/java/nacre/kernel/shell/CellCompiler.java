package nacre.kernel.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;

/// Turns a cell into parts that can run, or says what is wrong with it.
///
/// All parts are declared before the first runs. When one does not compile, those before it are
/// taken back.
final class CellCompiler {
    private final JShell jshell;
    private final Cutter cutter;
    private final Variables variables;
    private final Places places;
    private final Diagnosis diagnosis;
    private int bodies;

    /// What comes of a cell that compiles.
    ///
    /// @param undo takes back what did not get to run
    /// @param notes what the learner should know, though nothing is wrong with the cell
    record Compiled(List<Part> parts, Undo undo, List<String> notes) {}

    CellCompiler(
            JShell jshell, Cutter cutter, Variables variables, Places places, Diagnosis diagnosis) {
        this.jshell = jshell;
        this.cutter = cutter;
        this.variables = variables;
        this.places = places;
        this.diagnosis = diagnosis;
    }

    Compiled compile(Cell cell, CellRun run) {
        Optional<CellError> hopeless = diagnosis.beforeCompiling(cell);
        if (hopeless.isPresent()) {
            throw new CompileFailed(hopeless.get());
        }
        List<Part.Piece> pieces = cutter.pieces(cell);
        try {
            return compile(cell, pieces, run);
        } catch (CompileFailed e) {
            List<Part.Piece> lines = e.lacksSemicolon() ? cutter.lines(cell) : pieces;
            if (lines.size() == pieces.size()) {
                throw e;
            }
            return compile(cell, lines, run);
        }
    }

    private Compiled compile(Cell cell, List<Part.Piece> pieces, CellRun run) {
        var job = new Job(new Undo(jshell, variables));
        try {
            return job.compile(Statements.grouped(pieces), run);
        } catch (StackOverflowError e) {
            job.undo.all();
            throw new CompileFailed(diagnosis.tooDeep(cell));
        } catch (CompileFailed e) {
            job.undo.all();
            throw e.losing(job.notes); // the old class comes back, but is a new one to its objects
        } catch (RuntimeException | Error e) {
            job.undo.all();
            throw e;
        }
    }

    /// The compiling of one cell.
    private final class Job {
        private final Undo undo;
        private final List<Part> parts = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();
        private boolean stale; // a part changed what an earlier part was compiled against

        Job(Undo undo) {
            this.undo = undo;
        }

        Compiled compile(List<Part.Piece> pieces, CellRun run) {
            if (!pieces.isEmpty() && !pieces.getLast().sound()) {
                declare(pieces.getLast()); // fails before anything else is touched
            }
            for (Part.Piece piece : pieces) {
                run.stopIfAsked();
                declare(piece);
            }
            if (stale) {
                parts.replaceAll(this::again);
            }
            parts.forEach(this::failOnMissingType);
            parts.forEach(this::noteMissing);
            Tips.forCell(parts).ifPresent(notes::add);
            return new Compiled(parts, undo, notes);
        }

        private void declare(Part.Piece piece) {
            List<SnippetEvent> events =
                    Body.of(piece, ++bodies)
                            .flatMap(this::asBody)
                            .orElseGet(() -> jshell.eval(piece.source()));
            undo.note(events);
            for (SnippetEvent event : events) {
                Snippet snippet = event.snippet();
                if (event.causeSnippet() != null) {
                    changed(event);
                } else if (event.status() == Status.REJECTED) {
                    throw new CompileFailed(
                            diagnosis.rejected(snippet, piece), diagnosis.lacksSemicolon(snippet));
                } else {
                    places.put(snippet, piece);
                    parts.add(new Part(snippet, piece));
                }
            }
        }

        /// What comes of a body; nothing if it does not compile, for whatever reason.
        private Optional<List<SnippetEvent>> asBody(String method) {
            List<SnippetEvent> events = jshell.eval(method);
            if (events.stream().allMatch(event -> event.status() == Status.VALID)) {
                return Optional.of(events);
            }
            events.stream()
                    .filter(event -> event.status().isActive())
                    .forEach(event -> jshell.drop(event.snippet()));
            return Optional.empty();
        }

        private void changed(SnippetEvent event) {
            Snippet snippet = event.snippet();
            boolean ours = parts.stream().anyMatch(part -> part.snippet() == snippet);
            stale |= ours && event.status().isDefined();
            if (!ours && event.previousStatus() == Status.VALID) {
                lost(snippet, event.status());
            }
        }

        /// An earlier cell's declaration has suffered from a new one of this cell.
        private void lost(Snippet snippet, Status status) {
            if (snippet instanceof VarSnippet variable && status != Status.OVERWRITTEN) {
                notes.add(
                        "The variable "
                                + variable.name()
                                + " was made with the old "
                                + TypeNames.simple(variable.typeName())
                                + (status == Status.VALID ? " and is empty now" : " and is gone")
                                + "; run its cell again.");
            } else if (snippet instanceof DeclarationSnippet declaration
                    && (status == Status.RECOVERABLE_DEFINED
                            || status == Status.RECOVERABLE_NOT_DEFINED)) {
                notes.add(diagnosis.missing(declaration));
            }
        }

        private Part again(Part part) {
            if (!part.runs()) {
                return part;
            }
            List<SnippetEvent> events = jshell.eval(part.snippet().source());
            undo.note(events);
            return events.stream()
                    .filter(event -> event.causeSnippet() == null)
                    .findFirst()
                    .map(
                            event -> {
                                places.put(event.snippet(), part.piece());
                                return part.with(event.snippet());
                            })
                    .orElse(part);
        }

        /// A method may wait for what it needs; a variable without a type is a slip.
        private void failOnMissingType(Part part) {
            if (part.snippet() instanceof VarSnippet variable
                    && jshell.status(variable) == Status.RECOVERABLE_NOT_DEFINED) {
                throw new CompileFailed(diagnosis.noSuchType(variable, part.piece()));
            }
        }

        private void noteMissing(Part part) {
            if (part.snippet() instanceof DeclarationSnippet declaration
                    && jshell.status(declaration).isActive()
                    && jshell.status(declaration) != Status.VALID) {
                notes.add(diagnosis.missing(declaration));
            }
        }
    }
}
