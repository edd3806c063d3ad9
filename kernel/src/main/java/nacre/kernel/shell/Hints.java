package nacre.kernel.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
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
    private static final Pattern IMPORTED = Pattern.compile("\\bimport\\s+[\\w.]+\\.(\\w+)\\s*;");
    private static final Set<String> PRIMITIVES =
            Set.of("boolean", "byte", "char", "double", "float", "int", "long", "short");
    private static final Pattern HIDDEN =
            Pattern.compile("\\bhas (?:private|protected) access in ");
    private static final Pattern BEHIND_OWNER = Pattern.compile("(?:\\.|::)\\s*$");
    private static final Pattern ALONE = Pattern.compile("\\s*(?:[;,)\\]]|$)");
    private static final Pattern TEXT_WANTED = Pattern.compile("\\bString\\s+\\w+\\s*=\\s*$");
    private static final Pattern REFERENCE = Pattern.compile("(\\w+)\\s*::\\s*(\\w+)");
    private static final Set<String> COLLECTORS =
            Set.of(
                    "toList",
                    "toSet",
                    "toMap",
                    "joining",
                    "groupingBy",
                    "partitioningBy",
                    "counting");

    /// Packages whose classes a learner means, rather than one that is to come.
    private static final Pattern EVERYDAY =
            Pattern.compile("java\\.(?:io|lang|math|nio|text|time|util)\\.");

    private final JShell jshell;
    private final SourceCodeAnalysis analysis;
    private final ClassIndex index;
    private final Importing importing;
    private final Imported imported;
    private final Forms forms;
    private final Making making;
    private final FunctionCalls functionCalls;
    private final TensorCalls tensorCalls;
    private final NamedArguments namedArguments;

    Hints(JShell jshell, ClassIndex index, Importing importing, Imported imported) {
        this.jshell = jshell;
        this.analysis = jshell.sourceCodeAnalysis();
        this.index = index;
        this.importing = importing;
        this.imported = imported;
        forms = new Forms(analysis);
        making = new Making(forms, this::suggestions);
        functionCalls = new FunctionCalls(jshell, this::suggestions);
        tensorCalls = new TensorCalls(this::suggestions);
        namedArguments = new NamedArguments(this::suggestions, forms::signatures);
    }

    /// Nothing for lines that nobody has typed: to search them would take seconds.
    List<String> forProblem(Problem problem) {
        if (problem.spot().text().length() > LONGEST) {
            return List.of();
        }
        var hints = new ArrayList<String>();
        namedArguments
                .hint(problem)
                .or(() -> tensorCalls.hint(problem))
                .or(() -> OtherLanguages.hint(problem))
                .ifPresent(hints::add);
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
        if (hints.isEmpty() && problem.is("invalid.mref")) {
            referred(problem).ifPresent(hints::add);
        }
        if (hints.isEmpty()) {
            making.option(problem).ifPresent(hints::add);
        }
        making.factory(problem).ifPresent(hints::add);
        if (hints.isEmpty() && problem.is("prob.found.req") && !JavacWords.isAsked(problem)) {
            Conversions.hint(problem)
                    .or(() -> forms.ofArgument(problem))
                    .or(() -> Conversions.toText(problem))
                    .ifPresent(hints::add);
        }
        TensorSpellings.hint(problem).ifPresent(hints::add);
        if (hints.isEmpty() && problem.is("cant.apply.symbol")) {
            forms.ofCall(problem).or(() -> JavacWords.forms(problem)).ifPresent(hints::add);
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
        if (!isCall && isText(problem)) {
            return Optional.of("It is a text here: `\"" + name + "\"`.");
        }
        List<String> imports = imports(name);
        boolean isClass = isType(name) && (known.contains(name) || !imports.isEmpty());
        if (isCall && isClass || isClass && isLibrarys(imports) && isAloneVariable(problem)) {
            String call = making.isMadeByNew(name) ? "new " + name + "(…)" : name + ".of(…)";
            return Optional.of(
                    "`" + name + "` is a class; make an object of it with `" + call + "`.");
        }
        if (!imports.isEmpty()) {
            return Optional.of("An import is missing: " + oneOf(imports) + orOwn(name, imports));
        }
        if (isCall) {
            return functionCalls
                    .hint(problem)
                    .or(() -> ofCollectors(name))
                    .or(() -> ofMath(name))
                    .or(() -> NearNames.hint(name, known));
        }
        return problem.after("symbol:").startsWith("class")
                ? NearNames.hint(name, only(Hints::isType, known))
                : Optional.of(textWanted(problem) + variable(name, alone(problem, known)));
    }

    private static boolean isLibrarys(List<String> imports) {
        return imports.stream().anyMatch(each -> each.startsWith("nacre."));
    }

    /// `model.add(Dense)`
    private static boolean isAloneVariable(Problem problem) {
        return problem.after("symbol:").startsWith("variable")
                && ALONE.matcher(behind(problem)).lookingAt();
    }

    /// Without the classes where none can stand: they have a dot behind them.
    private static Set<String> alone(Problem problem, Set<String> known) {
        boolean isConstant = problem.word().equals(problem.word().toUpperCase(Locale.ROOT));
        return isAloneVariable(problem) && !isConstant ? only(each -> !isType(each), known) : known;
    }

    /// `String name = Ann;`
    private static String textWanted(Problem problem) {
        Cell.Spot spot = problem.spot();
        return TEXT_WANTED.matcher(spot.text().substring(0, spot.column())).find()
                        && isAloneVariable(problem)
                ? "A text stands in quotes: `\"" + problem.word() + "\"`. "
                : "";
    }

    private static String behind(Problem problem) {
        Cell.Spot spot = problem.spot();
        return spot.text()
                .substring(Math.min(spot.column() + problem.length(), spot.text().length()));
    }

    /// `String::toUppercase`
    private Optional<String> referred(Problem problem) {
        Matcher found = REFERENCE.matcher(problem.word() + behind(problem));
        if (!found.lookingAt()) {
            return Optional.empty();
        }
        Set<String> names = suggestions(found.group(1) + ".");
        names.addAll(suggestions("((" + found.group(1) + ") null)."));
        return NearNames.hint(found.group(2), names);
    }

    /// Whether it is one of the words that an option takes, without its quotes.
    private static boolean isText(Problem problem) {
        String before = Source.mask(problem.cell().code().substring(0, problem.position()));
        return ArgumentPlace.atEnd(before)
                .filter(place -> place.choices().contains(problem.word()))
                .isPresent();
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
        Set<String> functions = suggestions("Math.");
        if (functions.contains(name + "()")) {
            return Optional.of("In Java: `Math." + name + "()`.");
        }
        return functions.contains(name + "(")
                ? Optional.of("In Java: `Math." + name + "(…)`.")
                : Optional.empty();
    }

    /// `toList()`, as it is written where `Collectors` needs no name before it.
    private Optional<String> ofCollectors(String name) {
        return COLLECTORS.contains(name)
                ? Optional.of("In Java: `Collectors." + name + "(…)`.")
                : Optional.empty();
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
}
