package nacre.kernel.shell;

import java.util.Optional;
import java.util.regex.Pattern;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/// What a class can be named for where code ends.
enum ClassUse {
    /// Behind `new`.
    MADE("\\bnew\\s+$"),
    /// Behind `throws` and `catch (`.
    THROWN(
            "\\bthrows\\s+(?:[\\w.]+\\s*,\\s*)*$|\\bcatch\\s*\\(\\s*(?:final\\s+)?(?:[\\w.]+\\s*\\|\\s*)*$"),
    /// Behind the `extends` of a class.
    EXTENDED("\\bclass\\s+\\w+(?:<[^{}()]*>)?\\s+extends\\s+$"),
    /// Behind `implements`, and the `extends` of an interface.
    IMPLEMENTED(
            "\\bimplements\\s+(?:[^{}();]+,\\s*)?$"
                    + "|\\binterface\\s+\\w+(?:<[^{}()]*>)?\\s+extends\\s+(?:[^{}();]+,\\s*)?$"),
    /// Between `<` and `>`.
    ARGUMENT("\\b\\p{Lu}\\w*<(?:[^{}();]*,)?\\s*(?:\\?\\s*(?:extends|super)\\s+)?$"),
    /// Behind `instanceof`.
    TESTED("\\binstanceof\\s+(?:final\\s+)?$");

    private final Pattern before;

    ClassUse(String before) {
        this.before = Pattern.compile(before);
    }

    /// How a class is used that is named behind this code.
    static Optional<ClassUse> behind(String mask) {
        for (ClassUse each : values()) {
            if (each.before.matcher(mask).find()) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /// Whether all it has is for everyone, as in `Math`.
    private static boolean hasNoObjects(TypeElement type) {
        return type.getKind() == ElementKind.CLASS
                && ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                        .allMatch(each -> each.getModifiers().contains(Modifier.PRIVATE))
                && ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                        .filter(each -> each.getModifiers().contains(Modifier.PUBLIC))
                        .allMatch(each -> each.getModifiers().contains(Modifier.STATIC));
    }

    /// Whether it stands in the head of a declaration, where javac sees no expression.
    boolean isOfHead() {
        return this == THROWN || this == EXTENDED || this == IMPLEMENTED;
    }

    /// Whether a class of its kind can be used so.
    boolean allows(TypeElement type) {
        boolean isInterface = type.getKind() == ElementKind.INTERFACE;
        boolean isSealed = type.getModifiers().contains(Modifier.SEALED);
        return switch (this) {
            case MADE ->
                    (type.getKind() == ElementKind.CLASS || type.getKind() == ElementKind.RECORD)
                            && !type.getModifiers().contains(Modifier.ABSTRACT);
            case EXTENDED ->
                    type.getKind() == ElementKind.CLASS
                            && !isSealed
                            && !type.getModifiers().contains(Modifier.FINAL);
            case IMPLEMENTED -> isInterface && !isSealed;
            case ARGUMENT -> !hasNoObjects(type);
            case THROWN, TESTED -> true;
        };
    }
}
