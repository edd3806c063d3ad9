package nacre.kernel.shell;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    private final Waiting waiting;
    private final Finals finals;
    private final Returns returns;
    private final Leftovers leftovers;
    private final Emptied emptied;

    /// What comes of a cell that compiles.
    ///
    /// @param undo takes back what did not get to run
    /// @param notes what the learner should know, though nothing is wrong with the cell
    /// @param affected what the cell has changed for variables of others
    record Compiled(List<Part> parts, Undo undo, List<String> notes, Affected affected) {}

    CellCompiler(
            JShell jshell,
            Cutter cutter,
            Bodies bodies,
            Importing importing,
            Variables variables,
            Places places,
            Diagnosis diagnosis,
            Waiting waiting,
            Leftovers leftovers,
            Emptied emptied) {
        this.jshell = jshell;
        this.cutter = cutter;
        this.bodies = bodies;
        this.importing = importing;
        this.variables = variables;
        this.places = places;
        this.diagnosis = diagnosis;
        this.waiting = waiting;
        this.finals = new Finals(jshell);
        this.returns = new Returns(jshell);
        this.leftovers = leftovers;
        this.emptied = emptied;
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
            return run.compile(() -> job.compile(asInAFile(Statements.grouped(pieces)), run));
        } catch (StackOverflowError e) {
            job.undo.all();
            throw new CompileFailed(diagnosis.tooDeep(cell));
        } catch (RuntimeException | Error e) {
            job.undo.all();
            run.stopIfAsked(); // javac, in the middle of which it was stopped
            throw e;
        }
    }

    /// An import stands before each class that JShell compiles from then on. With one line more in
    /// it, none would be the same as before, and every object would lose its class.
    private static String oneLine(String source) {
        String mask = Source.mask(source);
        return mask.strip().startsWith("import") ? mask.replaceAll("[\\r\\n]", " ") : source;
    }

    private static boolean isRejected(SnippetEvent event) {
        return event.causeSnippet() == null && event.status() == Status.REJECTED;
    }

    /// JShell asks for more than javac does of a file.
    private static List<Part.Piece> asInAFile(List<Part.Piece> pieces) {
        return RecordConstructors.completed(SealedTypes.completed(pieces));
    }

    /// The compiling of one cell.
    private final class Job {
        private final Undo undo;
        private final List<Part> parts = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();
        private final Affected affected;
        private final Set<DeclarationSnippet> broken = new LinkedHashSet<>(); // of earlier cells
        private final Deque<Part.Piece> below = new ArrayDeque<>(); // not declared yet
        private final Set<Snippet> wasUsable = new HashSet<>(); // when they were declared
        private final Set<Part.Piece> stale = new HashSet<>(); // that name what has changed since

        Job(Undo undo) {
            this.undo = undo;
            this.affected = new Affected(variables, undo);
        }

        Compiled compile(List<Part.Piece> pieces, CellRun run) {
            if (!pieces.isEmpty() && !pieces.getLast().sound()) {
                declare(pieces.getLast()); // fails before anything else is touched
            }
            below.addAll(pieces);
            while (!below.isEmpty()) {
                run.stopIfAsked();
                declare(below.pop());
            }
            if (!stale.isEmpty()) {
                again();
            }
            parts.forEach(this::failOnMissingType);
            parts.forEach(this::failOnMistake);
            parts.forEach(this::failOnChangedFinal);
            broken.forEach(this::noteUnusable);
            parts.forEach(this::noteUnusable);
            affected.addEmpty(pieces, emptied);
            Tips.forCell(parts).ifPresent(notes::add);
            return new Compiled(parts, undo, notes, affected);
        }

        private void declare(Part.Piece piece) {
            returns.freeIn(piece)
                    .ifPresent(
                            free -> {
                                throw new CompileFailed(free);
                            });
            Optional<Body> body = bodies.compile(piece);
            if (body.isPresent()) {
                places.put(body.get());
                parts.add(body.get());
            } else {
                declareByJShell(piece);
            }
        }

        private void declareByJShell(Part.Piece piece) {
            attempt(piece).ifPresent(rejected -> afterOthers(piece, rejected));
        }

        /// Declares a piece that was rejected once more, behind what it may mean.
        private void afterOthers(Part.Piece piece, SnippetEvent rejected) {
            List<Part.Piece> named = Forward.named(piece, below, jshell);
            if (named.isEmpty()) {
                together(piece, rejected);
            } else {
                below.removeAll(named);
                named.forEach(this::declare);
                declare(piece);
            }
        }

        /// Declares a piece, or tells that it was rejected.
        private Optional<SnippetEvent> attempt(Part.Piece piece) {
            List<SnippetEvent> events = evaluate(oneLine(piece.source()));
            for (Part.Piece each : Inferred.written(piece, events, jshell)) {
                List<SnippetEvent> others = evaluate(oneLine(each.source()));
                if (others.stream().noneMatch(CellCompiler::isRejected)) {
                    return take(each, others);
                }
            }
            return take(piece, events);
        }

        private Optional<SnippetEvent> take(Part.Piece piece, List<SnippetEvent> events) {
            for (SnippetEvent event : events) {
                Snippet snippet = event.snippet();
                if (event.causeSnippet() != null) {
                    changed(event);
                } else if (isRejected(event)) {
                    return Optional.of(event);
                } else {
                    failOnLimit(snippet, piece);
                    if (event.status() == Status.VALID) {
                        wasUsable.add(snippet);
                    }
                    places.put(snippet, piece);
                    parts.add(new Part.Declared(snippet, piece));
                }
                // a variable is another one before it is declared anew
                if (snippet instanceof PersistentSnippet named && !(named instanceof VarSnippet)) {
                    outdate(named.name(), parts);
                }
            }
            return Optional.empty();
        }

        private List<SnippetEvent> evaluate(String source) {
            List<SnippetEvent> events =
                    importing.into(
                            source,
                            () -> {
                                undo.remember();
                                affected.remember();
                                return Overloads.apart(jshell.eval(source), jshell);
                            });
            undo.note(events);
            return events;
        }

        /// What is too long for a class stays in javac's hands, and would fail whatever comes next.
        private void failOnLimit(Snippet snippet, Part.Piece piece) {
            if (jshell.diagnostics(snippet)
                    .anyMatch(each -> each.getCode().startsWith("compiler.err.limit."))) {
                leftovers.renewCompilers();
                throw new CompileFailed(diagnosis.rejected(snippet, piece));
            }
        }

        /// Gives what was rejected another chance, if it may just have been too early.
        private void together(Part.Piece piece, SnippetEvent event) {
            var rejected = new LinkedHashMap<Part.Piece, SnippetEvent>();
            rejected.put(piece, event);
            List<Part.Piece> left = Forward.together(piece, event, below, jshell);
            left.forEach(this::begin);
            below.removeAll(left);
            int before = Integer.MAX_VALUE;
            while (!left.isEmpty() && left.size() < before) {
                before = left.size();
                rejected.clear();
                for (Part.Piece each : left) {
                    Optional<SnippetEvent> its = attempt(each);
                    if (its.isPresent()) {
                        rejected.put(each, its.get());
                        begin(each); // once more: the others still mean this one
                    }
                }
                left = List.copyOf(rejected.keySet());
            }
            if (!rejected.isEmpty()) {
                Part.Piece wrong = rejected.lastEntry().getKey();
                Snippet its = rejected.lastEntry().getValue().snippet();
                throw new CompileFailed(
                        diagnosis.rejected(its, wrong), diagnosis.lacksSemicolon(its));
            }
        }

        /// Declares a type with nothing in it yet.
        private void begin(Part.Piece piece) {
            Forward.empty(piece).stream()
                    .flatMap(empty -> evaluate(empty).stream())
                    .filter(event -> event.causeSnippet() != null)
                    .forEach(this::changed);
        }

        /// What is stale is compiled once more, against all that the cell declares; then what uses
        /// a variable that becomes another one by that is stale too.
        private void again() {
            List<Part> once = List.copyOf(parts);
            parts.clear();
            Set<Part.Piece> done = new HashSet<>();
            for (Part part : once) {
                if (!part.runs() || !stale.contains(part.piece())) {
                    parts.add(part);
                    continue;
                }
                if (done.add(part.piece())) {
                    again(part);
                }
                if (part instanceof Part.Declared(VarSnippet variable, _)) {
                    outdate(variable.name(), once);
                }
            }
        }

        private void again(Part part) {
            switch (part) {
                case Body body -> declare(body.piece());
                case Part.Declared declared -> {
                    if (declared.isPassing()) {
                        jshell.drop(declared.snippet()); // else there would be two
                    }
                    declareByJShell(declared.piece());
                }
            }
        }

        /// Notes which of the parts were compiled against something that is another one now.
        private void outdate(String name, List<Part> among) {
            among.stream()
                    .map(Part::piece)
                    .filter(each -> Words.of(each.source()).contains(name))
                    .forEach(stale::add);
        }

        private void changed(SnippetEvent event) {
            Snippet snippet = event.snippet();
            boolean ours =
                    parts.stream()
                            .anyMatch(
                                    part ->
                                            part instanceof Part.Declared declared
                                                    && declared.snippet() == snippet);
            if (ours && event.status().isActive()) {
                outdate(((PersistentSnippet) snippet).name(), parts);
            }
            if (!ours && event.previousStatus() == Status.VALID) {
                lost(snippet, event.status());
            }
        }

        /// An earlier cell's declaration has suffered from a new one of this cell.
        private void lost(Snippet snippet, Status status) {
            if (snippet instanceof VarSnippet variable && status != Status.OVERWRITTEN) {
                if (status != Status.VALID) {
                    undo.note(variables.declareBare(variable));
                }
                affected.moved(variable);
            } else if (snippet instanceof DeclarationSnippet declaration
                    && (status == Status.RECOVERABLE_DEFINED
                            || status == Status.RECOVERABLE_NOT_DEFINED)) {
                broken.add(declaration);
            }
        }

        /// A method may wait for what it needs; a variable without a type is a slip.
        private void failOnMissingType(Part part) {
            if (part instanceof Part.Declared(VarSnippet variable, _)
                    && jshell.status(variable) == Status.RECOVERABLE_NOT_DEFINED) {
                throw new CompileFailed(diagnosis.noSuchType(variable, part.piece()));
            }
        }

        /// JShell keeps what does not compile, in case that what it needs comes later. Where
        /// nothing is missing, and nothing has changed below, it is a mistake.
        private void failOnMistake(Part part) {
            if (part instanceof Part.Declared(DeclarationSnippet its, Part.Piece piece)
                    && isUnusable(its)
                    && !wasUsable.contains(its)
                    && !isWaiting(its)) {
                throw new CompileFailed(diagnosis.rejected(its, piece));
            }
        }

        /// Whether it needs something that is not there, or that waits itself.
        private boolean isWaiting(DeclarationSnippet declaration) {
            Set<String> words = Words.of(declaration.source());
            return jshell.unresolvedDependencies(declaration).findAny().isPresent()
                    || jshell.snippets()
                            .filter(DeclarationSnippet.class::isInstance)
                            .map(DeclarationSnippet.class::cast)
                            .filter(each -> each != declaration && words.contains(each.name()))
                            .anyMatch(this::isUnusable);
        }

        private void failOnChangedFinal(Part part) {
            finals.changeIn(part)
                    .ifPresent(
                            change -> {
                                throw new CompileFailed(diagnosis.of(change));
                            });
        }

        private void noteUnusable(Part part) {
            if (part instanceof Part.Declared(DeclarationSnippet declaration, _)) {
                noteUnusable(declaration);
            }
        }

        private void noteUnusable(DeclarationSnippet declaration) {
            if (isUnusable(declaration)) {
                notes.add(waiting.say(declaration));
            }
        }

        private boolean isUnusable(DeclarationSnippet declaration) {
            Status status = jshell.status(declaration);
            return status.isActive() && status != Status.VALID;
        }
    }
}
