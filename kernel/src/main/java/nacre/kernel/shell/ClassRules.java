package nacre.kernel.shell;

import static nacre.kernel.shell.JavacRules.rule;

import java.util.List;
import nacre.kernel.shell.JavacRules.Rule;

/// What javac's complaints about the heads of classes and methods mean.
final class ClassRules {
    static final List<Rule> RULES =
            List.of(
                    rule(
                            "cant.inherit.from.final",
                            "cannot inherit from final (\\S+)",
                            "`$1` is final: no class can extend it."),
                    rule(
                            "intf.expected.here",
                            "Only an interface can be implemented, and this is a class."),
                    rule(
                            "no.intf.expected.here",
                            "A class extends a class; an interface stands after `implements`."),
                    rule(
                            "sealed.class.must.have.subclasses",
                            "A sealed type needs types that extend it: in the same cell, or named after `permits`."),
                    rule(
                            "invalid.permits.clause",
                            ".*must be sealed.*",
                            "Only a sealed type has a `permits`: write `sealed` before its kind."),
                    rule(
                            "invalid.permits.clause",
                            ".*must extend.*",
                            "What stands behind `permits` must extend or implement the sealed type."),
                    rule(
                            "cant.inherit.from.sealed",
                            "sealed class: (\\S+)",
                            "`$1` is sealed: only the types that it permits can extend it."),
                    rule(
                            "non.sealed.sealed.or.final.expected",
                            "A class that extends a sealed type must be `final`, `sealed` or `non-sealed`."),
                    rule(
                            "non.sealed.or.sealed.expected",
                            "An interface that extends a sealed one must be `sealed` or `non-sealed`."),
                    rule(
                            "override.weaker.access",
                            "(\\S+) in \\S+ cannot (?:implement|override) \\S+ in (\\S+).*was package",
                            "`$1` has no `private` in $2, so it must have none here."),
                    rule(
                            "override.weaker.access",
                            "(\\S+) in \\S+ cannot (?:implement|override) \\S+ in (\\S+).*was (\\w+)",
                            "`$1` is $3 in $2, so it must be here: write `$3` before it."),
                    rule(
                            "record.cannot.declare.instance.fields",
                            "A record has no fields but those between its parentheses; others can only be `static`."),
                    rule(
                            "invalid.accessor.method.in.record",
                            ".*must be public.*",
                            "What gives out a part of a record is public: write `public` before it."),
                    rule(
                            "invalid.accessor.method.in.record",
                            "What gives out a part of a record has no parameters and gives the part's type."),
                    rule(
                            "invalid.canonical.constructor.in.record",
                            "The constructor of a record takes what stands in its head, with the same names, or is written without parentheses."),
                    rule(
                            "override.meth",
                            "(\\S+) in \\S+ cannot (?:override|hide) \\S+ in (\\S+)\\s+overridden method is final",
                            "`$1` is final in $2: no class below can have its own."),
                    rule(
                            "override.meth",
                            "(\\S+) in \\S+ cannot (?:override|hide) \\S+ in (\\S+)\\s+overridden method is static",
                            "`$1` is `static` in $2, so it must be here."),
                    rule(
                            "override.static",
                            "(\\S+) in \\S+ cannot (?:override|hide|implement) \\S+ in (\\S+)\\s+overriding method is static",
                            "`$1` is not `static` in $2, so it cannot be here."),
                    rule(
                            "varargs.must.be.last",
                            "A parameter with `...` stands last, for it takes all that is left."),
                    rule(
                            "non.canonical.constructor.invoke.another.constructor",
                            "Another constructor of a record begins with `this(…)`, which gives all that it holds."),
                    rule(
                            "abstract.cant.be.instantiated",
                            "(\\S+) is abstract.*",
                            "$1 is abstract: there are objects only of the classes that extend it."),
                    rule(
                            "does.not.override.abstract",
                            "(\\S+) is not abstract and does not override abstract method (.+) in \\1$",
                            "$1 has an abstract method, so it is abstract itself: `abstract class $1`."),
                    rule(
                            "does.not.override.abstract",
                            "(.+) is not abstract and does not override abstract method (.+) in (\\S+)",
                            "$1 lacks the method `$2` that $3 asks for."),
                    rule(
                            "method.does.not.override",
                            "There is no such method above to override: name or parameters differ."),
                    rule(
                            "invalid.meth.decl.ret.type.req",
                            "A method needs a type before its name: what it returns, or `void`."),
                    rule(
                            "not.def.public",
                            "(\\S+) is not public in ([^;\\s]+).*",
                            "`$1` is not public in $2: it cannot be used from outside."),
                    rule(
                            "intf.meth.cant.have.body",
                            "A method of an interface has a body only behind `default` or `static`."),
                    rule(
                            "abstract.meth.cant.have.body",
                            "An abstract method has no body: a `;` stands in its place."),
                    rule(
                            "missing.meth.body.or.decl.abstract",
                            "The method has no body: `{ … }` is missing, or the word `abstract`."),
                    rule("enum.types", "An enum cannot be extended: it has its values already."),
                    rule(
                            "enum.cant.be.instantiated",
                            "An enum has its values already: there is no `new` for it."),
                    rule(
                            "static.methods.cannot.be.annotated.with.override",
                            "`@Override` stands before a method of a class that takes the place of one above."),
                    rule(
                            "illegal.combination.of.modifiers",
                            "illegal combination of modifiers: (.+) and (.+)",
                            "`$1` and `$2` cannot stand together."),
                    rule("repeated.modifier", "The same word stands here twice."),
                    rule(
                            "mod.not.allowed.here",
                            "modifier (\\S+) not allowed here",
                            "`$1` cannot stand here."),
                    rule(
                            "override.incompatible.ret",
                            "(\\S+) in \\S+ cannot (?:override|implement) \\S+ in (\\S+)\\s+return type (\\S+) is not compatible with (\\S+)",
                            "`$1` gives $4 in $2, so it must here; this gives $3."),
                    rule(
                            "override.meth.doesnt.throw",
                            "(\\S+) in \\S+ cannot (?:override|implement) \\S+ in (\\S+)\\s+overridden method does not throw (\\S+)",
                            "`$1` throws no $3 in $2, so it cannot here: catch it inside."),
                    rule(
                            "cyclic.inheritance",
                            "cyclic inheritance involving (\\S+)",
                            "$1 cannot extend itself, not even by way of another class."),
                    rule(
                            "recursive.ctor.invocation",
                            "The constructor calls itself without an end."),
                    rule(
                            "var.not.initialized.in.default.constructor",
                            "variable (\\S+) .*",
                            "`$1` is final and gets no value: give it one here or in a constructor."),
                    rule("duplicate.class", "duplicate class: (\\S+)", "`$1` is declared twice."),
                    rule(
                            "not.within.bounds",
                            "type argument (\\S+) is not within bounds of type-variable (\\S+)",
                            "`$1` cannot stand for `$2` here: it lacks what `$2` has to extend."),
                    rule(
                            "types.incompatible",
                            "inherits unrelated defaults for (\\S+)\\((.*)\\) from types (\\S+) and (\\S+)",
                            "$3 and $4 both have a `$1($2)`: write one here too, which may call `$3.super.$1(…)`."),
                    rule(
                            "encl.class.required",
                            "an enclosing instance that contains (\\S+)\\.(\\w+) is required",
                            "An object of $1 makes one of $2: `new $1().new $2()`; if $2 is `static`, none is needed."));

    private ClassRules() {}
}
