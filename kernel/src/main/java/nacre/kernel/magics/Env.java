package nacre.kernel.magics;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nacre.kernel.shell.CellResult;
import nacre.kernel.shell.Shell;

/// `%env`: the environment variables of the process, for Java and for scripts.
final class Env implements Magic {
    private static final Pattern PAIR = Pattern.compile("([^\\s=]+)(?:\\s*=|\\s+)(.*)");

    @Override
    public List<Form> forms() {
        return List.of(
                new Form("%env", "lists the environment variables"),
                new Form("%env NAME", "prints one of them"),
                new Form("%env NAME=VALUE", "sets one, for Java and for scripts"),
                new Form("%set_env NAME VALUE", "sets one too, as IPython calls it"));
    }

    @Override
    public List<String> words(Shell shell) {
        return System.getenv().keySet().stream().sorted().toList();
    }

    @Override
    public CellResult run(Call call) {
        String argument = call.arguments();
        Matcher pair = PAIR.matcher(argument);
        if (argument.isEmpty()) {
            return call.print(
                    new TreeMap<>(System.getenv())
                            .entrySet().stream()
                                    .map(each -> each.getKey() + "=" + each.getValue())
                                    .collect(Collectors.joining("\n")));
        }
        if (pair.matches()) {
            set(pair.group(1), pair.group(2).strip());
            return Call.DONE;
        }
        if (argument.startsWith("=")) {
            throw new MagicException(
                    "There is no name before the `=`.", "As in `%env NAME" + argument + "`.");
        }
        String value = System.getenv(argument);
        if (value == null) {
            throw new MagicException(
                    "There is no environment variable `" + argument + "`.",
                    "To set it: `%env " + argument + "=…`.");
        }
        return call.print(value);
    }

    /// Java reads the environment once and lets nobody change it; so what it has read is changed.
    private static void set(String name, String value) {
        try {
            Class<?> owner = Class.forName("java.lang.ProcessEnvironment");
            Field map = owner.getDeclaredField("theEnvironment");
            map.setAccessible(true);
            Constructor<?> view =
                    Class.forName("java.lang.ProcessEnvironment$StringEnvironment")
                            .getDeclaredConstructor(Map.class);
            view.setAccessible(true);
            @SuppressWarnings("unchecked") // it is a map of texts
            var environment = (Map<String, String>) view.newInstance(map.get(null));
            environment.put(name, value);
            Native.set(name, value);
        } catch (Throwable e) {
            throw new MagicException(
                    "This Java does not let its environment be changed.",
                    "Set it before Jupyter starts, or use `System.setProperty(\""
                            + name
                            + "\", …)`.");
        }
    }
}
