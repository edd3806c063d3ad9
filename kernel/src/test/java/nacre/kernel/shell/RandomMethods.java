package nacre.kernel.shell;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

/// Makes methods by chance: some use what is not there yet, or will be another one soon.
final class RandomMethods {
    private final Random random;

    RandomMethods(Random random) {
        this.random = random;
    }

    /// A method, if it is one that Java takes now.
    Optional<RandomCells.Step> next(Session now) {
        int index = random.nextInt(4);
        String name = "m" + index;
        int k = random.nextInt(100);
        String head = (random.nextInt(100) < 20 ? "@Deprecated " : "") + "int " + name + "(int n) ";
        String key = name + "(int)";
        switch (random.nextInt(7)) {
            case 0 -> {
                String variable = "v" + random.nextInt(6);
                if (!now.variables.containsKey(variable) && !now.emptied.contains(variable)
                        || now.has("int", variable)) {
                    return declare(
                            "%s{ return n * %d + %s; }".formatted(head, k, variable),
                            key,
                            new Session.Method(
                                    "int",
                                    its -> its.has("int", variable),
                                    (its, n) -> n * k + (int) its.get(variable)));
                }
            }
            case 1 -> {
                String other = "m" + Math.max(0, index - 1);
                Session.Method callee = now.methods.get(other + "(int)");
                boolean isFit =
                        callee == null
                                ? !now.methods.containsKey(other + "(String)")
                                : callee.type().equals("int");
                if (index > 0 && isFit) {
                    return declare(
                            "%s{ return %s(n) + %d; }".formatted(head, other, k),
                            key,
                            new Session.Method(
                                    "int",
                                    its ->
                                            its.methods.containsKey(other + "(int)")
                                                    && its.methods
                                                            .get(other + "(int)")
                                                            .type()
                                                            .equals("int"),
                                    (its, n) -> (int) its.call(other + "(int)", n) + k));
                }
            }
            case 2 -> {
                List<String> form = now.types.getOrDefault("R0", List.of("a"));
                String more = ", 1".repeat(form.size() - 1);
                return declare(
                        "%s{ return new R0(n%s).first() + %d; }".formatted(head, more, k),
                        key,
                        new Session.Method(
                                "int", its -> form.equals(its.types.get("R0")), (_, n) -> n + k));
            }
            case 3 -> {
                List<String> form = now.types.getOrDefault("E0", List.of("A", "B"));
                String cases =
                        form.stream()
                                .map(each -> "case " + each + " -> " + (each.charAt(0) + k) + "; ")
                                .collect(Collectors.joining());
                return declare(
                        "%s{ return switch (E0.values()[n %% 2]) { %s}; }".formatted(head, cases),
                        key,
                        new Session.Method(
                                "int",
                                its -> form.equals(its.types.get("E0")),
                                (_, n) -> form.get(n % 2).charAt(0) + k));
            }
            case 4 -> {
                return declare(
                        "%s{ return n <= 0 ? %d : %s(n - 1) + 1; }".formatted(head, k, name),
                        key,
                        new Session.Method("int", _ -> true, (_, n) -> n + k));
            }
            case 5 -> {
                return declare(
                        "String %s(int n) { return \"s\" + n + %d; }".formatted(name, k),
                        key,
                        new Session.Method("String", _ -> true, (_, n) -> "s" + n + k));
            }
            default -> {
                return declare(
                        "int %s(String s) { return s.length() + %d; }".formatted(name, k),
                        name + "(String)",
                        new Session.Method("int", _ -> true, (_, n) -> n + k));
            }
        }
        return Optional.empty();
    }

    private static Optional<RandomCells.Step> declare(
            String source, String key, Session.Method method) {
        return Optional.of(RandomCells.Step.declaring(source, its -> its.methods.put(key, method)));
    }
}
