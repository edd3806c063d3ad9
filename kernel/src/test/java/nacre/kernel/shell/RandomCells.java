package nacre.kernel.shell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Makes cells by chance, and knows what each of them does.
final class RandomCells {
    private static final List<String> IMPORTS =
            List.of(
                    "import java.util.concurrent.*;",
                    "import java.util.concurrent.atomic.AtomicInteger;",
                    "import static java.lang.Math.*;",
                    "import java.nio.file.*;",
                    "import java.time.*;",
                    "import module java.sql;",
                    "import java.math.BigInteger;");

    /// A piece of a cell.
    ///
    /// @param declare what it does once its cell is compiled
    /// @param run what it does when its turn comes
    record Step(String source, Consumer<Session> declare, Consumer<Session> run) {
        static Step running(String source, Consumer<Session> run) {
            return new Step(source, _ -> {}, run);
        }

        static Step declaring(String source, Consumer<Session> declare) {
            return new Step(source, declare, _ -> {});
        }
    }

    /// An expression of type `int`.
    private record Int(String source, Function<Session, Integer> value) {}

    private final Random random;
    private boolean calls;
    private boolean retypes;
    private final Map<String, List<String>> used = new HashMap<>(); // types as they were then

    RandomCells(long seed) {
        random = new Random(seed);
    }

    /// The next cell, for a session in this state.
    List<Step> next(Session now) {
        while (true) {
            calls = false;
            retypes = false;
            used.clear();
            var steps = new ArrayList<Step>();
            Session later = now.copy();
            int count = 1 + random.nextInt(4);
            for (int i = 0; i < count; i++) {
                Step step = i < 2 && chance(15) ? type() : step(later);
                Map<String, Session.Variable> before = Map.copyOf(later.variables);
                step.declare.accept(later);
                step.run.accept(later);
                steps.add(step);
                retypes |= !later.variables.values().containsAll(before.values());
            }
            if (!(calls && retypes)
                    && !(calls && isMixed(steps))
                    && later.types.entrySet().containsAll(used.entrySet())) {
                return steps;
            }
        }
    }

    /// Whether something is called before what it needs may have changed.
    private static boolean isMixed(List<Step> steps) {
        return steps.stream()
                .anyMatch(each -> each.source.matches("(?s).*\\b(?:record|enum) .*|.*\\) \\{.*"));
    }

    /// Something that does not compile, whatever the session.
    String broken(Session now) {
        String name = name("v");
        return pick(
                List.of(
                        "int broken = \"text\";",
                        "nothingThere + 1",
                        "int 3x = 4;",
                        "class Broken { int n = \"a\"; }",
                        "record R0(int a) { int bad() { return \"x\"; } }",
                        "record R1(int a, int z) {}\nnew R1(\"a\");",
                        "enum E0 { A { int n = \"a\"; } }",
                        "int m0(int n) { return \"x\"; }",
                        "int m1(int n) { return 5; }\nm1(true);",
                        "int " + name + " = \"a\";",
                        "String " + name + " = 5;",
                        "var " + name + " = ;",
                        "long " + name + " = 5;\nint " + name + " = 4L;",
                        "boolean " + name + ";\n" + name + " = 3;",
                        "import no.such.Thing;",
                        "import java.util.zip.*;\nint x = true;",
                        "if (true) { int y = 3;"));
    }

    /// A method that tells by its value whether its cell was compiled. Without it a new method that
    /// cannot be called yet looks the same as an old one that cannot be called any more.
    static Step mark(int number) {
        return Step.declaring(
                "int mark(int n) { return %d; }".formatted(number),
                its ->
                        its.methods.put(
                                "mark(int)",
                                new Session.Method("int", _ -> true, (_, _) -> number)));
    }

    String throwing() {
        return pick(
                List.of(
                        "int boom = 1 / 0;",
                        "Integer.parseInt(\"x\");",
                        "if (true) throw new IllegalStateException(\"boom\");",
                        "((String) null).length();",
                        "for (int i = 3; i < 9; i--) { int q = 1 / i; }"));
    }

    /// The steps as a learner may write them.
    String source(List<String> pieces) {
        var source = new StringBuilder();
        for (String piece : pieces) {
            boolean isType = piece.startsWith("record") || piece.startsWith("enum");
            source.append(
                    isType // a comment before it makes it another one
                            ? pick(List.of("", "\n", "  "))
                            : pick(List.of("", "\n", "// a note\n", "  ", "/* two\nlines */ ")));
            source.append(piece).append(pick(List.of("\n", "\n", " ", "\n\n")));
        }
        return source.toString();
    }

    int number(int bound) {
        return random.nextInt(bound);
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private Step step(Session now) {
        return switch (random.nextInt(14)) {
            case 0 -> new RandomMethods(random).next(now).orElseGet(() -> variable(now));
            case 1 -> Step.declaring(pick(IMPORTS), _ -> {});
            case 2, 3, 4 -> assignment(now);
            default -> variable(now);
        };
    }

    private Step type() {
        if (chance(30)) {
            List<String> names = List.of("A", "B", "C").subList(0, 2 + random.nextInt(2));
            return Step.declaring(
                    "enum E0 { " + String.join(", ", names) + " }", its -> its.type("E0", names));
        }
        String name = "R" + random.nextInt(2);
        List<String> names = List.of("a", "b", "c").subList(0, 1 + random.nextInt(2));
        String components =
                names.stream().map(each -> "int " + each).collect(Collectors.joining(", "));
        String source = "record %s(%s) { int first() { return a; } }".formatted(name, components);
        return Step.declaring(source, its -> its.type(name, names));
    }

    private Step variable(Session before) {
        String name = name("v");
        Session now = before.copy(); // its value is not computed from itself
        now.variables.remove(name);
        return switch (random.nextInt(12)) {
            case 0 -> declaring("int", name, "int " + name + ";", _ -> 0, true);
            case 1 -> {
                Int e = expression(now, 2);
                yield declaring(
                        "int", name, "var " + name + " = " + e.source + ";", e.value::apply, true);
            }
            case 2 -> {
                Int e = expression(now, 1);
                yield declaring(
                        "String",
                        name,
                        "String " + name + " = \"\"\"\n  t\"\"\" + (" + e.source + ");",
                        its -> "t" + e.value.apply(its),
                        true);
            }
            case 3 -> {
                Int e = expression(now, 1);
                yield declaring(
                        "int[]",
                        name,
                        "int[] " + name + " = {1, " + e.source + "};",
                        its -> new int[] {1, e.value.apply(its)},
                        true);
            }
            case 4 -> {
                Int e = expression(now, 1);
                yield declaring(
                        "List<Integer>",
                        name,
                        "List<Integer> " + name + " = List.of(1, " + e.source + ");",
                        its -> List.of(1, e.value.apply(its)),
                        false);
            }
            case 5 -> {
                Int e = expression(now, 1);
                yield declaring(
                        "long",
                        name,
                        "long " + name + " = " + e.source + ";",
                        its -> (long) e.value.apply(its),
                        true);
            }
            case 6, 7 -> {
                String type = "R" + random.nextInt(2);
                List<String> form = now.types.get(type);
                if (form == null) {
                    yield variable(now);
                }
                used.putIfAbsent(type, form);
                Int e = expression(now, 1);
                String left = chance(50) ? type : "var";
                yield declaring(
                        type,
                        name,
                        "%s %s = new %s(%s%s);"
                                .formatted(
                                        left, name, type, e.source, ", 7".repeat(form.size() - 1)),
                        its ->
                                new Session.Instance(
                                        type,
                                        form,
                                        form.size() == 1
                                                ? List.of(e.value.apply(its))
                                                : List.of(e.value.apply(its), 7)),
                        true);
            }
            case 8 -> {
                String captured = name("v");
                if (!now.has("int", captured) || captured.equals(name)) {
                    yield variable(now);
                }
                yield declaring(
                        "IntSupplier",
                        name,
                        "IntSupplier " + name + " = () -> " + captured + " + 1;",
                        its -> {
                            int place = its.variables.get(captured).place();
                            return new Captured(place);
                        },
                        true);
            }
            default -> {
                Int e = expression(now, 3);
                yield declaring(
                        "int", name, "int " + name + " = " + e.source + ";", e.value::apply, true);
            }
        };
    }

    /// A lambda that adds 1 to what is at a place.
    record Captured(int place) {}

    private static Step declaring(
            String type,
            String name,
            String source,
            Function<Session, Object> value,
            boolean mayStay) {
        return Step.running(source, its -> its.declare(type, name, value.apply(its), mayStay));
    }

    private Step assignment(Session now) {
        String name = name("v");
        if (now.has("int[]", name)) {
            Int e = expression(now, 1);
            return Step.running(
                    name + "[0] = " + e.source + ";",
                    its ->
                            its.set(
                                    name,
                                    new int[] {e.value.apply(its), ((int[]) its.get(name))[1]}));
        }
        if (!now.has("int", name)) {
            return variable(now);
        }
        Int e = expression(now, 2);
        return switch (random.nextInt(4)) {
            case 0 -> Step.running(name + "++;", its -> its.set(name, (int) its.get(name) + 1));
            case 1 ->
                    Step.running(
                            name + " += " + e.source + ";",
                            its -> its.set(name, (int) its.get(name) + e.value.apply(its)));
            case 2 ->
                    Step.running(
                            "{ var t = new Thread(() -> { %s += 3; }); t.start(); t.join(); }"
                                    .formatted(name),
                            its -> its.set(name, (int) its.get(name) + 3));
            default ->
                    Step.running(
                            name + " = " + e.source + ";",
                            its -> its.set(name, e.value.apply(its)));
        };
    }

    /// An expression that has a value now.
    String shown(Session now, List<Function<Session, Integer>> value) {
        Int e = expression(now, 3);
        value.add(e.value);
        return e.source;
    }

    private Int expression(Session now, int depth) {
        String name = name("v");
        int kind = random.nextInt(depth > 0 ? 9 : 3);
        if (kind < 3 && now.has("int", name)) {
            return new Int(name, its -> (int) its.get(name));
        }
        if (kind == 3 && now.has("R0", name)) {
            used.putIfAbsent("R0", now.types.get("R0"));
            return new Int(
                    name + ".first()",
                    its -> ((Session.Instance) its.get(name)).values().getFirst());
        }
        if (kind == 4 && now.has("int[]", name)) {
            return new Int(name + "[1]", its -> ((int[]) its.get(name))[1]);
        }
        if (kind == 5 && !now.results.isEmpty()) {
            int number = pick(List.copyOf(now.results.keySet()));
            int value = now.results.get(number);
            return new Int(chance(50) ? "_" + number : "Out[" + number + "]", _ -> value);
        }
        if (kind == 6) {
            String method = "m" + random.nextInt(4);
            int argument = random.nextInt(9);
            try {
                if (now.call(method + "(int)", argument) instanceof Integer) {
                    calls = true;
                    return new Int(
                            "%s(%d)".formatted(method, argument),
                            its -> (int) its.call(method + "(int)", argument));
                }
            } catch (Session.Undefined e) {
                // not now
            }
        }
        if (kind > 6) {
            Int left = expression(now, depth - 1);
            Int right = expression(now, depth - 1);
            return new Int(
                    "(" + left.source + " + " + right.source + ")",
                    its -> left.value.apply(its) + right.value.apply(its));
        }
        int k = random.nextInt(1_000);
        return new Int(String.valueOf(k), _ -> k);
    }

    private String name(String letter) {
        return letter + random.nextInt(6);
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
