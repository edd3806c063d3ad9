package nacre.kernel.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nacre.kernel.shell.Completion.Item;

/// Proposes names that stand by themselves, with no dot before them: variables, methods, classes,
/// words of Java; of these what fits.
///
/// JShell would go through all classes that are imported, a thousand, at each question.
final class PlainNames {
    private static final int WITH_FORM = 12; // more would take too long
    private static final int IN_SIGHT = 150; // the latest: javac reads an import for each

    /// Where JShell knows more: the names of packages.
    private static final Pattern ELSEWHERE =
            Pattern.compile("(?s).*(?:\\.|::)|.*\\bimport(?:\\s+(?:static|module))?|.*\\bpackage");

    private static final Pattern LABEL =
            Pattern.compile("\\bcase\\s+(?:(?!\\bcase\\b)[^:;{}](?<!->))*$");
    private static final Pattern SWITCH = Pattern.compile("(?s).*\\bswitch\\b");
    private static final Pattern CASES = Pattern.compile("\\bcase\\s+([^:{};]*?)(?:->|:)");
    private static final Pattern CONDITION = // any value can be compared with something
            Pattern.compile("\\b(?:if|while)\\s*\\($|(?:&&|\\|\\||!|\\b(?:assert|when))$");
    private static final Set<String> PARAMETERS = Set.of("String", "Integer", "Double");
    private static final Pattern DECLARED =
            Pattern.compile("\\b(?:class|interface|record|enum)\\s+(\\w+)[^{}]*$");
    private static final List<String> PACKAGES =
            List.of("com.", "java.", "javax.", "nacre.", "org.");

    private final Bodies bodies;
    private final OwnNames own;
    private final Classes classes;
    private final Members members;

    PlainNames(Bodies bodies, OwnNames own, Classes classes, Members members) {
        this.bodies = bodies;
        this.own = own;
        this.classes = classes;
        this.members = members;
    }

    /// Whether only some classes can stand behind this code: to look further afield has no use.
    static boolean isOfFew(String head) {
        String mask = Source.mask(head);
        return LABEL.matcher(mask).find()
                || ClassUse.behind(mask).filter(each -> each != ClassUse.MADE).isPresent();
    }

    /// Nothing where something else than such a name stands, or where javac cannot tell.
    ///
    /// @param before the code before the cursor
    /// @param context the same for javac
    Optional<List<Item>> at(String before, Context context) {
        String code = context.withMethods();
        String typed = Completer.typed(code);
        String head = code.substring(0, code.length() - typed.length());
        String mask = Source.mask(head);
        if (ELSEWHERE.matcher(mask.stripTrailing()).matches()) {
            return Optional.empty();
        }
        var place = new Place(before, context, head, mask, typed);
        Optional<ClassUse> use = ClassUse.behind(mask);
        if (use.isPresent()) {
            return classes(use.get(), place);
        }
        Optional<List<Item>> words = typed.isEmpty() ? NextWords.behind(mask) : Optional.empty();
        if (words.isPresent()) {
            return words;
        }
        if (LABEL.matcher(mask).find()) {
            Optional<List<Item>> labels = labels(place);
            if (labels.stream().anyMatch(each -> !each.isEmpty())) {
                return labels;
            }
        }
        return typed.isEmpty() ? fresh(place) : begun(place);
    }

    /// @param head the code before the name that is being typed
    /// @param mask the same, seen through a [Source#mask]
    private record Place(String before, Context context, String head, String mask, String typed) {
        boolean isMeant(String name) {
            return name.startsWith(typed);
        }
    }

    private Optional<List<Item>> classes(ClassUse use, Place place) {
        Set<String> meant = use == ClassUse.MADE ? meant(place.head()) : Set.of();
        Set<String> candidates =
                place.typed().isEmpty() && meant.isEmpty()
                        ? classes.likely(use, place.before())
                        : classes.named(
                                each ->
                                        place.typed().isEmpty()
                                                ? meant.contains(plain(each))
                                                : place.isMeant(each),
                                place.before());
        if (use == ClassUse.EXTENDED || use == ClassUse.IMPLEMENTED) {
            Matcher declared = DECLARED.matcher(place.mask());
            if (declared.find()) {
                candidates.remove(declared.group(1));
            }
        }
        String head =
                use.isOfHead()
                        ? place.context().text().substring(0, place.context().start())
                                + "Object %sany = ".formatted(Sight.MADE_UP)
                        : place.head();
        Set<String> types = own.types();
        boolean isMore = !place.typed().isEmpty() || !meant.isEmpty() || use == ClassUse.EXTENDED;
        return Spot.look(head, candidates, Set.of(), bodies, spot -> spot.classes(use, isMore))
                .map(
                        found ->
                                found.stream()
                                        .filter(each -> place.isMeant(each.text()))
                                        .sorted(
                                                Comparator.<Item, Boolean>comparing(
                                                                each ->
                                                                        !meant.contains(
                                                                                plain(each.name())))
                                                        .thenComparing(
                                                                each ->
                                                                        !types.contains(
                                                                                each.name()))
                                                        .thenComparing(
                                                                each -> rank(use, each.name())))
                                        .toList());
    }

    private static int rank(ClassUse use, String name) {
        return use == ClassUse.ARGUMENT && PARAMETERS.contains(name) ? -1 : Likely.rank(name);
    }

    private Optional<List<Item>> labels(Place place) {
        Matcher last = SWITCH.matcher(place.mask());
        Set<String> used =
                last.lookingAt()
                        ? CASES.matcher(place.mask().substring(last.end()))
                                .results()
                                .flatMap(each -> Words.of(each.group(1)).stream())
                                .collect(Collectors.toSet())
                        : Set.of();
        return Spot.look(place.head(), Set.of(), Set.of(), bodies, spot -> spot.labels(used))
                .map(found -> found.stream().filter(each -> place.isMeant(each.text())).toList());
    }

    /// Where nothing is typed yet: what fits. All classes there are would say nothing.
    private Optional<List<Item>> fresh(Place place) {
        String before = place.mask().stripTrailing();
        boolean isArgument = before.endsWith("(") || before.endsWith(",");
        Optional<List<Item>> found =
                look(
                        place,
                        spot -> {
                            if (spot.isClosed()) {
                                return List.of();
                            }
                            if (!spot.isChoosy()) {
                                return join(
                                        spot.values(true),
                                        isArgument ? List.of() : spot.ownTypes());
                            }
                            if (CONDITION.matcher(before).find()) {
                                return join(spot.values(true), spot.values(false));
                            }
                            List<Item> fitting =
                                    join(spot.constants(), spot.values(true), spot.sources());
                            return fitting.isEmpty() ? spot.values(false) : fitting;
                        });
        List<Item> texts =
                ArgumentPlace.atEnd(place.mask()).map(ArgumentPlace::choices).stream()
                        .flatMap(List::stream)
                        .map(each -> new Item('"' + each + '"', "text", ""))
                        .toList();
        return found.map(items -> distinct(join(texts, items, fromTheCell(place))));
    }

    /// How a name that is begun can go on.
    private Optional<List<Item>> begun(Place place) {
        return look(
                        place,
                        spot ->
                                join(
                                        spot.values(true),
                                        spot.values(false),
                                        spot.ownTypes(),
                                        spot.constants()))
                .map(
                        found -> {
                            List<Item> keywords =
                                    NextWords.keywords(Keywords.beginning(place.typed()));
                            return distinct(
                                    join(
                                            fromTheCell(place),
                                            found.stream()
                                                    .filter(each -> place.isMeant(each.text()))
                                                    .toList(),
                                            keywords,
                                            imported(place)));
                        });
    }

    private Optional<List<Item>> look(Place place, Function<Spot, List<Item>> looking) {
        List<String> all = own.names().stream().filter(place::isMeant).toList();
        Set<String> names = Set.copyOf(all.subList(Math.max(0, all.size() - IN_SIGHT), all.size()));
        Map<String, String> forms = own.methods();
        return Spot.look(place.head(), Set.of(), names, bodies, looking)
                .map(found -> found.stream().map(each -> withForm(each, forms)).toList());
    }

    /// A method of cells in all its forms, with the names of parameters.
    private static Item withForm(Item item, Map<String, String> forms) {
        String form = forms.getOrDefault(item.name(), "");
        return item.text().endsWith("(") && !form.isEmpty()
                ? new Item(item.text(), item.kind(), form)
                : item;
    }

    /// What the cell itself has declared, and javac is not shown.
    private static List<Item> fromTheCell(Place place) {
        Context context = place.context();
        Set<String> names =
                Context.isMethod(context.text())
                        ? CellNames.before(
                                Needs.outside(
                                                Source.mask(
                                                        place.before()
                                                                .substring(0, context.shift())))
                                        + place.typed(),
                                place.typed())
                        : CellNames.methods(place.before(), place.typed());
        return names.stream()
                .map(each -> new Item(each, each.endsWith("(") ? "function" : "instance", ""))
                .toList();
    }

    private List<Item> imported(Place place) {
        Set<String> all = classes.imported(place.typed());
        List<String> types = all.stream().filter(each -> !each.endsWith("(")).toList();
        Map<String, String> forms =
                types.isEmpty() || types.size() > WITH_FORM ? Map.of() : members.types(types);
        Stream<Item> names =
                all.stream()
                        .map(
                                each ->
                                        new Item(
                                                each,
                                                each.endsWith("(") ? "function" : "class",
                                                forms.getOrDefault(each, "")));
        Stream<Item> packages =
                PACKAGES.stream().filter(place::isMeant).map(each -> new Item(each, "module", ""));
        return Stream.concat(names, packages)
                .sorted(Comparator.comparing(each -> Likely.rank(each.name())))
                .toList();
    }

    /// The names that an argument can be: for `"adam"` the class `Adam` is meant.
    private static Set<String> meant(String head) {
        String before = head.stripTrailing();
        return ArgumentPlace.atEnd(Source.mask(before.substring(0, before.length() - 3)))
                .map(ArgumentPlace::choices)
                .stream()
                .flatMap(List::stream)
                .map(PlainNames::plain)
                .collect(Collectors.toSet());
    }

    private static String plain(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }

    @SafeVarargs
    private static List<Item> join(List<Item>... lists) {
        return Stream.of(lists).flatMap(List::stream).toList();
    }

    private static List<Item> distinct(List<Item> items) {
        var all = new LinkedHashMap<String, Item>();
        items.forEach(
                each ->
                        all.merge(
                                each.text(),
                                each,
                                (one, other) -> one.signature().isEmpty() ? other : one));
        return new ArrayList<>(all.values());
    }
}
