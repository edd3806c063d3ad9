package nacre.tests.floors;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/// The floors of the house and the owner of each outside thing, as rules that a test can ask.
///
/// The house is named by its root package, so that the same rules can be asked of a crooked one.
final class Floors {
    /// The packages of layers-lib from the ground up; those of one floor do not use each other.
    private static final List<List<String>> FLOORS =
            List.of(
                    List.of("compute"),
                    List.of("tensor", "display"),
                    List.of("layers"),
                    List.of("training", "saving", "data"),
                    List.of("models"),
                    List.of("plot", "parity"),
                    List.of("lesson"));

    private final String root;

    Floors(String root) {
        this.root = root;
    }

    /// All rules by a name that says what to do.
    Map<String, ArchRule> rules() {
        var rules = new LinkedHashMap<String, ArchRule>();
        var below = new ArrayList<String>();
        for (List<String> floor : FLOORS) {
            for (String room : floor) {
                rules.put(room + " stands on " + below, standsOn(room, below));
            }
            below.addAll(floor);
        }
        rules.put("display stands on the JDK alone", displayIsAlone());
        rules.put("a class of the library lives on a known floor", knownFloors());
        rules.put("no cycles between packages", noCycles());
        rules.put("the Vector API is in compute", only("compute", "jdk.incubator.vector.."));
        rules.put(
                "JFreeChart and drawing are in plot",
                only("plot", "org.jfree..", "java.awt", "java.awt.font..", "java.awt.geom.."));
        rules.put("pixels are in plot, and in data, which reads pictures", pixels());
        rules.put("JShell is in kernel.shell", only("kernel.shell", "jdk.jshell.."));
        rules.put(
                "ZeroMQ and the base kernel are in kernel.transport",
                only("kernel.transport", "org.zeromq..", "zmq..", "io.github.spencerpark.."));
        rules.put("the kernel sees of the library only display", kernelSeesDisplay());
        rules.put("shell knows no transport", strangers("kernel.shell", "kernel.transport"));
        rules.put("transport knows no shell", strangers("kernel.transport", "kernel.shell"));
        rules.put("every package is @NullMarked", nullMarked());
        rules.put("the library prints nothing itself", printsNothing());
        rules.put("an error has a class of its own", noBareErrors());
        return rules;
    }

    private ArchRule standsOn(String room, List<String> below) {
        var allowed = Stream.concat(Stream.of(room), below.stream());
        return noClasses()
                .that(resideInAPackage(in(room)))
                .should(dependOnClassesThat(house().and(not(resideInAnyPackage(in(allowed))))))
                .allowEmptyShould(true);
    }

    private ArchRule displayIsAlone() {
        return classes()
                .that(resideInAPackage(in("display")))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(in("display"), "java..", "org.jspecify..");
    }

    private ArchRule knownFloors() {
        var known = FLOORS.stream().flatMap(List::stream);
        return classes().that(library()).should().resideInAnyPackage(in(known));
    }

    private ArchRule noCycles() {
        return slices().matching(root + ".(**)").should().beFreeOfCycles();
    }

    private ArchRule only(String owner, String... outside) {
        return noClasses()
                .that(house().and(not(resideInAPackage(in(owner)))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(outside);
    }

    private ArchRule pixels() {
        return noClasses()
                .that(house().and(not(resideInAnyPackage(in(Stream.of("plot", "data"))))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.awt..");
    }

    private ArchRule kernelSeesDisplay() {
        return noClasses()
                .that(resideInAPackage(in("kernel")))
                .should(dependOnClassesThat(library().and(not(resideInAPackage(in("display"))))))
                .allowEmptyShould(true);
    }

    private ArchRule strangers(String one, String other) {
        return noClasses()
                .that(resideInAPackage(in(one)))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(in(other))
                .allowEmptyShould(true);
    }

    private ArchRule nullMarked() {
        return classes()
                .that(house())
                .should(
                        new ArchCondition<>("be in a package that is @NullMarked") {
                            @Override
                            public void check(JavaClass type, ConditionEvents events) {
                                var home = type.getPackage();
                                if (!home.isAnnotatedWith(NullMarked.class)) {
                                    String lack = " has no package-info.java with @NullMarked";
                                    events.add(violated(type, home.getName() + lack));
                                }
                            }
                        });
    }

    private ArchRule printsNothing() {
        var terminal =
                new DescribedPredicate<JavaClass>("the terminal") {
                    @Override
                    public boolean test(JavaClass type) {
                        return type.getName().startsWith(root + ".display.Terminal")
                                || type.getName().equals(root + ".parity.Main"); // a command
                    }
                };
        return noClasses().that(library().and(not(terminal))).should(ACCESS_STANDARD_STREAMS);
    }

    private ArchRule noBareErrors() {
        return noClasses().that(house()).should(THROW_GENERIC_EXCEPTIONS);
    }

    private DescribedPredicate<JavaClass> house() {
        return resideInAPackage(root + "..");
    }

    private DescribedPredicate<JavaClass> library() {
        return house().and(not(resideInAPackage(in("kernel"))));
    }

    private String in(String room) {
        return root + "." + room + "..";
    }

    private String[] in(Stream<String> rooms) {
        return rooms.map(this::in).toArray(String[]::new);
    }
}
