package nacre.kernel.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.PersistentSnippet;
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
    private final Bodies bodies;
    private final Importing importing;
    private final Variables variables;
    private final Places places;
    private final Diagnosis diagnosis;

    /// What comes of a cell that compiles.
    ///
    /// @param undo takes back what did not get to run
    /// @param notes what the learner should know, though nothing is wrong with the cell
    record Compiled(List<Part> parts, Undo undo, List<String> notes) {}

    CellCompiler(
            JShell jshell,
            Cutter cutter,
            Bodies bodies,
            Importing importing,
            Variables variables,
            Places places,
            Diagnosis diagnosis) {
        this.jshell = jshell;
        this.cutter = cutter;
        this.bodies = bodies;
        this.importing = importing;
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
            Optional<Body> body = body(piece);
            if (body.isPresent()) {
                parts.add(body.get());
                return;
            }
            String source = piece.source();
            List<SnippetEvent> events = importing.into(source, () -> jshell.eval(source));
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
                    parts.add(new Part.Declared(snippet, piece));
                }
                stale |= isNamedByBody(snippet);
            }
        }

        /// Whether the code of an earlier part may mean this declaration.
        private boolean isNamedByBody(Snippet snippet) {
            return snippet instanceof PersistentSnippet named
                    && parts.stream()
                            .filter(Body.class::isInstance)
                            .anyMatch(
                                    body -> Words.of(body.piece().source()).contains(named.name()));
        }

        private void changed(SnippetEvent event) {
            Snippet snippet = event.snippet();
            boolean ours =
                    parts.stream()
                            .anyMatch(
                                    part ->
                                            part instanceof Part.Declared declared
                                                    && declared.snippet() == snippet);
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

        private Optional<Body> body(Part.Piece piece) {
            Optional<Body> body = bodies.compile(piece);
            body.ifPresent(places::put);
            return body;
        }

        private Part again(Part part) {
            return switch (part) {
                case Body old ->
                        body(old.piece())
                                .<Part>map(newer -> newer)
                                .orElseGet(() -> again(old, old.piece().source()));
                case Part.Declared old when old.runs() -> again(old, old.snippet().source());
                case Part.Declared old -> old;
            };
        }

        private Part again(Part part, String source) {
            List<SnippetEvent> events = jshell.eval(source);
            undo.note(events);
            return events.stream()
                    .filter(event -> event.causeSnippet() == null)
                    .findFirst()
                    .<Part>map(
                            event -> {
                                places.put(event.snippet(), part.piece());
                                return new Part.Declared(event.snippet(), part.piece());
                            })
                    .orElse(part);
        }

        /// A method may wait for what it needs; a variable without a type is a slip.
        private void failOnMissingType(Part part) {
            if (part instanceof Part.Declared(VarSnippet variable, _)
                    && jshell.status(variable) == Status.RECOVERABLE_NOT_DEFINED) {
                throw new CompileFailed(diagnosis.noSuchType(variable, part.piece()));
            }
        }

        private void noteMissing(Part part) {
            if (part instanceof Part.Declared(DeclarationSnippet declaration, _)
                    && jshell.status(declaration).isActive()
                    && jshell.status(declaration) != Status.VALID) {
                notes.add(diagnosis.missing(declaration));
            }
        }
    }
}
