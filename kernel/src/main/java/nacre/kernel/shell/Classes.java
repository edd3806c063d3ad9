package nacre.kernel.shell;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/// The classes that code can name without a dot: those of cells, and those that are imported.
final class Classes {
    private final OwnNames own;
    private final Imported imported;

    Classes(OwnNames own, Imported imported) {
        this.own = own;
        this.imported = imported;
    }

    /// Those whose names are meant.
    ///
    /// @param before code that may declare some itself
    Set<String> named(Predicate<String> isMeant, String before) {
        var all = new TreeSet<>(own.types());
        all.addAll(CellNames.types(before, ""));
        all.removeIf(isMeant.negate());
        imported.near(each -> isMeant.test(each) && each.indexOf('$') < 0).stream()
                .filter(each -> !each.endsWith("("))
                .forEach(all::add);
        return all;
    }

    /// Those of cells, and those of the JDK and the library that are used so every day.
    Set<String> likely(ClassUse use, String before) {
        boolean isHead = use == ClassUse.EXTENDED || use == ClassUse.IMPLEMENTED;
        Set<String> all = named(isHead ? Likely::isFoundation : Likely::isOfEveryDay, before);
        all.addAll(own.types());
        all.addAll(CellNames.types(before, ""));
        return all;
    }

    /// The classes and static methods that are imported and begin so, methods with their
    /// parenthesis.
    Set<String> imported(String begin) {
        return new TreeSet<>(
                imported.near(each -> each.startsWith(begin) && each.indexOf('$') < 0));
    }
}
