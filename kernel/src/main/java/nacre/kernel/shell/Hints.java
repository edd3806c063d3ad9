package nacre.kernel.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.SourceCodeAnalysis;

/// What a learner may have meant: a Java spelling for a Python one, an import, a name that is near.
final class Hints {
    private static final int MOST = 4;
    private static final int LONGEST = 1_000; // of the line
    private static final List<String> NOT_TO_BE_MADE =
            List.of("report.access", "cant.apply.symbol", "abstract.cant.be.instantiated");
    private static final Pattern IMPORTED = Pattern.compile("\\bimport\\s+[\\w.]+\\.(\\w+)\\s*;");
    private static final Set<String> PRIMITIVES =
            Set.of("boolean", "byte", "char", "double", "float", "int", "long", "short");
    private static final Pattern HIDDEN =
            Pattern.compile("\\bhas (?:private|protected) access in ");
    private static final Pattern BEHIND_OWNER = Pattern.compile("(?:\\.|::)\\s*$");
    private static final Set<String> COLLECTORS =
            Set.of(
                    "toList",
                    "toSet",
                    "toMap",
                    "joining",
                    "groupingBy",
                    "partitioningBy",
                    "counting");
    private static final Map<String, String> COMMON = // classes of the collections
            Map.ofEntries(
                    Map.entry("Collection", "ArrayList"),
                    Map.entry("List", "ArrayList"),
                    Map.entry("Set", "HashSet"),
                    Map.entry("Map", "HashMap"),
                    Map.entry("Queue", "ArrayDeque"),
                    Map.entry("Deque", "ArrayDeque"));
    private static final Pattern OPTION =
            Pattern.compile("(new\\s+\\w+\\s*\\([^()\"]*?)\\s*,\\s*(\"[^\"]*\")\\s*\\)");
    private static final Set<String> PADDING = Set.of("\"same\"", "\"valid\"", "\"causal\"");
    private static final Pattern NAMELESS =
            Pattern.compile("([\\w.]+)\\.(\\w+)\\([\\w.<>?\\[\\]]+[,)]");

    /// Packages whose classes a learner means, rather than one that is to come.
    private static final Pattern EVERYDAY =
            Pattern.compile("java\\.(?:io|lang|math|nio|text|time|util)\\.");

    private static final Pattern MADE = Pattern.compile("^new\\s+(\\w+)");

    private final JShell jshell;
    private final SourceCodeAnalysis analysis;
    private final ClassIndex index;
    private final Importing importing;
    private final Imported imported;
    private final NamedArguments namedArguments =
            new NamedArguments(this::suggestions, this::signatures);

    Hints(JShell jshell, ClassIndex index, Importing importing, Imported imported) {
        this.jshell = jshell;
        this.analysis = jshell.sourceCodeAnalysis();
        this.index = index;
        this.importing = importing;
        this.imported = imported;
    }

    /// Nothing for lines that nobody has typed: to search them would take seconds.
    List<String> forProblem(Problem problem) {
        if (problem.spot().text().length() > LONGEST) {
            return List.of();
        }
        var hints = new ArrayList<String>();
        namedArguments.hint(problem).or(() -> OtherLanguages.hint(problem)).ifPresent(hints::add);
        Optional<String> slip = hints.isEmpty() ? Slips.hint(problem) : Optional.empty();
        slip.ifPresent(hints::add);
        if (hints.isEmpty() && (problem.is("cant.resolve") || problem.isUnknownOwner())) {
            unknown(problem).ifPresent(hints::add);
        }
        if (problem.is("doesnt.exist") && !problem.isUnknownOwner()) {
            elsewhere(problem).ifPresent(hints::add);
        }
        if (hints.isEmpty() && HIDDEN.matcher(problem.message()).find()) {
            Set<String> known = namesAt(problem);
            method(problem, known)
                    .or(() -> OtherNames.hint(problem.word(), known))
                    .ifPresent(hints::add);
        }
        if (hints.isEmpty() && problem.is("cant.apply.symbol")) {
            option(problem).ifPresent(hints::add);
        }
        if (NOT_TO_BE_MADE.stream().anyMatch(problem::is)) {
            factory(problem).ifPresent(hints::add);
        }
        if (problem.is("prob.found.req")) {
            Conversions.hint(problem)
                    .or(() -> forms(problem))
                    .or(() -> isCallee(problem) ? parameters(problem) : Optional.empty())
                    .or(() -> Conversions.toText(problem))
                    .ifPresent(hints::add);
        }
        TensorSpellings.hint(problem).ifPresent(hints::add);
        if (hints.isEmpty() && problem.is("cant.apply.symbol")) {
            parameters(problem).or(() -> JavacWords.forms(problem)).ifPresent(hints::add);
        }
        return hints;
    }

    private Optional<String> unknown(Problem problem) {
        String name = problem.word();
        Set<String> known = namesAt(problem);
        boolean isCall = problem.after("symbol:").startsWith("method");
        Optional<String> method = isCall ? Optional.empty() : method(problem, known);
        if (method.isPresent()) {
            return method;
        }
        if (problem.isBehindOwner() && !JavacWords.owner(problem).isEmpty()) {
            return TensorSpellings.name(problem)
                    .or(() -> OtherNames.hint(name, known))
                    .or(() -> NearNames.hint(name, known))
                    .or(
                            () ->
                                    Stream.of(Offers.names(known), ofOwn(problem))
                                            .flatMap(Optional::stream)
                                            .reduce((offer, hint) -> offer + " " + hint));
        }
        if (isAssigned(problem)) {
            return NearNames.hint(name, only(each -> !isType(each), known))
                    .or(() -> Optional.of("A new variable needs a type: `var " + name + " = …`."));
        }
        List<String> imports = imports(name);
        if (isCall && isType(name) && (known.contains(name) || !imports.isEmpty())) {
            String call = isMadeByNew(name) ? "new " + name + "(…)" : name + ".of(…)";
            return Optional.of(
                    "`" + name + "` is a class; make an object of it with `" + call + "`.");
        }
        if (!imports.isEmpty()) {
            return Optional.of("An import is missing: " + oneOf(imports) + orOwn(name, imports));
        }
        if (isCall) {
            return ofCollectors(name).or(() -> NearNames.hint(name, known)).or(() -> ofMath(name));
        }
        return problem.after("symbol:").startsWith("class")
                ? NearNames.hint(name, only(Hints::isType, known))
                : Optional.of(variable(name, known));
    }

    /// A class that a later cell is to declare may have the name of one of the library's. Who calls
    /// a method of the class itself, or never writes its name, means the library's.
    private Optional<String> ofOwn(Problem problem) {
        return Optional.of(JavacWords.owner(problem).replaceFirst("<.*", ""))
                .filter(its -> jshell.types().noneMatch(each -> each.name().equals(its)))
                .filter(
                        its ->
                                Pattern.compile("\\b" + Pattern.quote(its) + "\\b(?!\\s*\\.)")
                                        .matcher(Source.mask(problem.cell().code()))
                                        .find())
                .filter(
                        its ->
                                index.named(its).stream()
                                        .anyMatch(each -> each.startsWith("nacre.")))
                .map(
                        its ->
                                "`%s` is the library's; for one of your own, declare it above, or in the same cell."
                                        .formatted(its));
    }

    /// A learner's own class can have the name of one that is seldom meant, as `java.awt.Color`.
    private static String orOwn(String name, List<String> imports) {
        boolean isLikely =
                imports.stream()
                        .anyMatch(
                                each ->
                                        each.startsWith("nacre.")
                                                || EVERYDAY.matcher(each).lookingAt());
        return isLikely ? "" : ". If another cell declares `" + name + "`, run that one first.";
    }

    /// The class of an import whose package is mistyped.
    private Optional<String> elsewhere(Problem problem) {
        Matcher name = IMPORTED.matcher(problem.spot().text());
        List<String> found = name.find() ? imports(name.group(1)) : List.of();
        return found.isEmpty() ? Optional.empty() : Optional.of("There is " + oneOf(found) + ".");
    }

    private static String oneOf(List<String> imports) {
        return imports.stream()
                .limit(MOST)
                .map(each -> "`import " + each + ";`")
                .collect(Collectors.joining(" or "));
    }

    private static boolean isType(String name) {
        return Character.isUpperCase(name.charAt(0)) || PRIMITIVES.contains(name);
    }

    private static Set<String> only(Predicate<String> wanted, Set<String> names) {
        return names.stream().filter(wanted).collect(Collectors.toSet());
    }

    /// What could be meant by a variable that is not there; in a notebook its cell may not have
    /// run.
    private static String variable(String name, Set<String> known) {
        if (known.contains(name)) {
            return "It is declared inside of a block, a loop or a method, and is there only in it.";
        }
        if (name.equals("Out")) {
            return "What cell 3 has shown is `_3`, or `Out[3]` with the number itself; `_` is the last value.";
        }
        if (Results.isResult(name)) {
            return "A cell shows its last expression, if no semicolon stands behind it.";
        }
        String other = "If another cell makes `" + name + "`, run that one first.";
        return NearNames.hint(name, known).map(near -> near + " " + other).orElse(other);
    }

    /// `sqrt(2)`, as it is written where Math's functions need no name before them.
    private Optional<String> ofMath(String name) {
        return suggestions("Math.").contains(name + "(")
                ? Optional.of("In Java: `Math." + name + "(…)`.")
                : Optional.empty();
    }

    /// `toList()`, as it is written where `Collectors` needs no name before it.
    private Optional<String> ofCollectors(String name) {
        return COLLECTORS.contains(name)
                ? Optional.of("In Java: `Collectors." + name + "(…)`.")
                : Optional.empty();
    }

    /// `Sequential.of(…)` where `new` is not possible.
    private Optional<String> factory(Problem problem) {
        Matcher made = MADE.matcher(problem.spot().text().substring(problem.spot().column()));
        if (!made.find()) {
            return Optional.empty();
        }
        boolean byFactory =
                problem.is("abstract.cant.be.instantiated")
                        ? hasFactory(made.group(1))
                        : !isMadeByNew(made.group(1));
        String common = COMMON.get(made.group(1));
        if (common != null && problem.is("abstract.cant.be.instantiated")) {
            return Optional.of("Make one with `new %s<>()`.".formatted(common));
        }
        return byFactory
                ? Optional.of("Make one with `" + made.group(1) + ".of(…)`.")
                : Optional.empty();
    }

    /// `new Dense(10, "relu")`, as Keras allows it.
    private Optional<String> option(Problem problem) {
        Matcher option = OPTION.matcher(problem.spot().text().substring(problem.spot().column()));
        return option.lookingAt() && suggestions(option.group(1) + ").").contains("activation(")
                ? Optional.of(
                        "An option is a call behind the parentheses: `%s).%s(%s)`."
                                .formatted(
                                        option.group(1),
                                        PADDING.contains(option.group(2))
                                                ? "padding"
                                                : "activation",
                                        option.group(2)))
                : Optional.empty();
    }

    /// Whether there is a constructor to call, or nothing else.
    private boolean isMadeByNew(String type) {
        String call = "new " + type + "(";
        return !hasFactory(type) || !analysis.documentation(call, call.length(), false).isEmpty();
    }

    private boolean hasFactory(String type) {
        return suggestions(type + ".").contains("of(");
    }

    /// What stands there without parentheses, as an attribute in Python, but is a method.
    private static Optional<String> method(Problem problem, Set<String> known) {
        String name = problem.word();
        if (known.contains(name + "(") && isAssignedTo(problem)) {
            return Optional.of("`" + name + "` is a method; give it the value: `" + name + "(…)`.");
        }
        if (problem.isBehindOwner() && known.contains(name + "()") && isAssignedTo(problem)) {
            return Optional.of("`" + name + "()` only gives a value: it cannot be set.");
        }
        String call = name + (takesSome(name, known) ? "(…)" : "()");
        Set<String> ofCell = CellNames.before(problem.cell().code(), "");
        return Stream.of(name + "(", name + "()")
                        .anyMatch(each -> known.contains(each) || ofCell.contains(each))
                ? Optional.of(
                        "`" + name + "` is a method; call it with parentheses: `" + call + "`.")
                : Optional.empty();
    }

    /// Whether a method can only be called with something between its parentheses.
    private static boolean takesSome(String name, Set<String> known) {
        return known.contains(name + "(") && !known.contains(name + "()");
    }

    /// Whether the name begins a statement that gives it a value.
    private static boolean isAssigned(Problem problem) {
        Cell.Spot spot = problem.spot();
        return spot.text().substring(0, spot.column()).matches("(.*(?:[;{}]|\\bfor\\s*\\())?\\s*")
                && isAssignedTo(problem);
    }

    private static boolean isAssignedTo(Problem problem) {
        Cell.Spot spot = problem.spot();
        int end = Math.min(spot.column() + problem.length(), spot.text().length());
        return spot.text().substring(end).matches("\\s*=[^=].*");
    }

    /// Names near to one that is not there.
    Optional<String> similarTo(String name) {
        return NearNames.hint(name, namesAt("", name));
    }

    /// Methods with names near to that of one that is not there: those of cells, and those in what
    /// calls it. A method that takes nothing would call itself for ever.
    Optional<String> methodsLike(String name, DeclarationSnippet caller) {
        Set<String> names = CellNames.methods(caller.source(), "");
        jshell.methods().forEach(each -> names.add(each.name() + "("));
        if (caller instanceof MethodSnippet method && method.parameterTypes().isEmpty()) {
            names.remove(method.name() + "(");
        }
        return NearNames.hint(name, names);
    }

    /// The class that may be meant by the name of one that is not there.
    Optional<String> ofJdk(String name) {
        List<String> imports = imports(name);
        return imports.size() == 1 && EVERYDAY.matcher(imports.getFirst()).lookingAt()
                ? Optional.of("If Java's own is meant: " + oneOf(imports) + ".")
                : Optional.empty();
    }

    private Set<String> namesAt(Problem problem) {
        return namesAt(problem.cell().code().substring(0, problem.position()), problem.word());
    }

    /// What could stand behind some code: `clear()`, `length`, `substring(`.
    ///
    /// JShell would read each class that is imported first, half a second in a fresh kernel. So it
    /// is asked only for what stands behind a dot.
    ///
    /// @param meant what stands there; of what is imported, only names that are near are told
    private Set<String> namesAt(String before, String meant) {
        if (BEHIND_OWNER.matcher(before).find()) {
            return suggestions(before);
        }
        Set<String> names = CellNames.before(before, "");
        names.addAll(PRIMITIVES);
        names.addAll(imported.near(each -> NearNames.isNear(each, meant)));
        jshell.variables().forEach(each -> names.add(each.name()));
        jshell.methods()
                .forEach(
                        each ->
                                names.add(
                                        each.name()
                                                + (each.parameterTypes().isEmpty() ? "()" : "(")));
        jshell.types().forEach(each -> names.add(each.name()));
        return names;
    }

    private Set<String> suggestions(String before) {
        var found =
                importing.only(
                        Needs.toSee(before, _ -> false),
                        () -> analysis.completionSuggestions(before, before.length(), new int[1]));
        return found.stream()
                .map(SourceCodeAnalysis.Suggestion::continuation)
                .collect(Collectors.toSet());
    }

    private List<String> imports(String name) {
        if (!isType(name)) {
            return List.of();
        }
        return index.named(name).stream()
                .filter(each -> each.contains("."))
                .sorted(
                        Comparator.comparing((String each) -> !each.startsWith("nacre."))
                                .thenComparing(each -> !each.startsWith("java.util"))
                                .thenComparing(each -> !each.startsWith("java."))
                                .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /// Whether a method is pointed at where one of its arguments is meant.
    private static boolean isCallee(Problem problem) {
        return problem.isBehindOwner()
                && problem.cell().code().startsWith("(", problem.position() + problem.length());
    }

    /// The forms of the call between whose parentheses the problem lies.
    private Optional<String> forms(Problem problem) {
        String before = problem.cell().code().substring(0, problem.position());
        return ArgumentPlace.atEnd(Source.mask(before))
                .flatMap(place -> Offers.forms(place.method(), signatures(before)));
    }

    /// Whether the only form of a call is the one without parameters; then nothing is left to say.
    private static boolean takesNothing(Problem problem) {
        return problem.after("required:").equals("no arguments")
                && problem.message().contains("differ in length");
    }

    /// The forms of the call that the problem is, with the names of their parameters; javac tells
    /// only types. Where there are many, javac has chosen better.
    private Optional<String> parameters(Problem problem) {
        String code = problem.cell().code();
        int open = Source.mask(code).indexOf('(', problem.position());
        if (open < 0 || takesNothing(problem)) {
            return Optional.empty();
        }
        String before = code.substring(0, open + 1);
        List<String> signatures = signatures(before);
        return ArgumentPlace.atEnd(Source.mask(before))
                .filter(_ -> signatures.size() <= MOST)
                .flatMap(place -> Offers.forms(place.method(), signatures));
    }

    /// The forms of the call that some code ends in. JShell has the names of parameters only where
    /// the class is named that declares the method.
    private List<String> signatures(String before) {
        List<String> found = told(before);
        return found.stream()
                .flatMap(each -> NAMELESS.matcher(each).results())
                .findFirst()
                .map(each -> told("((%s) null).%s(".formatted(each.group(1), each.group(2))))
                .filter(named -> !named.isEmpty())
                .orElse(found);
    }

    private List<String> told(String before) {
        return analysis.documentation(before, before.length(), false).stream()
                .map(SourceCodeAnalysis.Documentation::signature)
                .toList();
    }
}
