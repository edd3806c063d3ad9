package nacre.kernel.shell;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;

/// The imports that every cell has, but only those that a piece of code can mean.
///
/// Why: what is imported as a whole package or module is looked through by javac for each piece
/// anew, nearly a hundred packages: a tenth of a second the first time, and more than half of what
/// a small cell takes while javac is cold. Here the classes that are named are imported one by one
/// instead.
final class NamedImports {
    private static final String BASE = "module java.base";
    private static final String STATIC = "static ";
    private static final String ALL = ".*";
    private static final Set<JavaFileObject.Kind> CLASSES = Set.of(JavaFileObject.Kind.CLASS);

    private final CellFiles files;
    private final Map<String, String> single = new HashMap<>(); // by the name that they bring
    private final List<String> packages = new ArrayList<>();
    private final StringBuilder always = new StringBuilder();
    private final Map<String, Set<String>> inPackages = new HashMap<>(); // by the name of a class
    private boolean hasBase;
    private boolean isPlain = true;
    private boolean isRead;

    NamedImports(List<String> imports, CellFiles files) {
        this.files = files;
        imports.forEach(this::add);
    }

    private void add(String what) {
        boolean isStatic = what.startsWith(STATIC);
        if (what.equals(BASE)) {
            hasBase = true;
        } else if (isStatic && what.endsWith(ALL)) {
            always.append(line(what));
        } else if (what.endsWith(ALL)) {
            packages.add(what.substring(0, what.length() - ALL.length()));
        } else if (what.startsWith("module ")) {
            isPlain = false;
        } else {
            single.put(what.substring(what.lastIndexOf('.') + 1), line(what));
        }
    }

    /// The imports for code of these words; nothing where only javac can tell what they mean.
    Optional<String> of(Set<String> words) {
        if (!isPlain || !words.isEmpty() && !isRead()) {
            return Optional.empty();
        }
        var lines = new StringBuilder(always);
        for (String word : words) {
            if (single.containsKey(word)) {
                lines.append(single.get(word));
                continue;
            }
            Set<String> found = packagesOf(word);
            if (found.size() > 1) {
                return Optional.empty();
            }
            found.forEach(each -> lines.append(line(each + "." + word)));
        }
        return Optional.of(lines.toString());
    }

    /// Where a class may be that is not imported by itself. A package goes before a module, and
    /// what is in `java.lang` needs no import.
    private Set<String> packagesOf(String name) {
        Set<String> inBase = files.inBase(name);
        Set<String> found = new HashSet<>(inBase);
        found.retainAll(packages);
        found.addAll(inPackages.getOrDefault(name, Set.of()));
        boolean isInLang = inBase.contains(JdkClasses.LANG);
        if (!found.isEmpty() && isInLang) {
            found.add(JdkClasses.LANG); // so that there are two
        }
        if (found.isEmpty() && hasBase && !isInLang) {
            found.addAll(inBase);
        }
        return found;
    }

    /// Reads which classes the packages have, once; gives whether each of them is found.
    private boolean isRead() {
        if (!isRead) {
            isRead = true;
            for (String each : packages) {
                List<String> names = names(each);
                names.forEach(
                        name -> inPackages.computeIfAbsent(name, _ -> new HashSet<>()).add(each));
                isPlain &= !names.isEmpty() || Object.class.getModule().isExported(each);
            }
        }
        return isPlain;
    }

    private List<String> names(String packageName) {
        var names = new ArrayList<String>();
        try {
            for (JavaFileObject file :
                    files.list(StandardLocation.CLASS_PATH, packageName, CLASSES, false)) {
                String name = files.inferBinaryName(StandardLocation.CLASS_PATH, file);
                if (name != null) {
                    names.add(name.substring(name.lastIndexOf('.') + 1));
                }
            }
        } catch (IOException e) {
            return List.of();
        }
        return names;
    }

    private static String line(String what) {
        return " import " + what + ";";
    }
}
