package nacre.kernel.shell;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.constantpool.MethodRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Prepares the classes of a cell so that they can be stopped and cannot end the kernel.
///
/// A call of [Guard#check()] goes in at the start of each method (recursion) and before each jump
/// backward (loops). Calls of `System.exit` and its relatives become calls of [Guard]; any other
/// way to them is left to [Exits]. A reference to a method of a library, such as `Math::random`, is
/// led through a method that checks first, for a stream that never ends may run nothing else of the
/// cell's. A stream that runs nothing at all of the cell's, such as `LongStream.range(0,
/// end).sum()`, is watched from its source on. Work for other threads is marked, see [Handed]. And
/// `printStackTrace` and `Thread.dumpStack` tell the lines of the cells.
final class Weaver {
    private static final ClassDesc GUARD = ClassDesc.of(Guard.class.getName());
    static final String CELLS = "REPL";
    private static final Set<ClassDesc> STREAMS =
            Stream.of("Stream", "IntStream", "LongStream", "DoubleStream")
                    .map(name -> ClassDesc.of("java.util.stream", name))
                    .collect(Collectors.toUnmodifiableSet());
    private static final String RUNTIME = "Ljava/lang/Runtime;";
    private static final MethodTypeDesc EXIT =
            MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int);
    private static final MethodTypeDesc RUNTIME_EXIT =
            MethodTypeDesc.of(
                    ConstantDescs.CD_void, ClassDesc.ofDescriptor(RUNTIME), ConstantDescs.CD_int);

    private static final MethodTypeDesc PROMPT =
            MethodTypeDesc.of(ConstantDescs.CD_String, ConstantDescs.CD_String);

    private static final ClassDesc CONSOLE = ClassDesc.of("java.io.Console");
    private static final ClassDesc THREAD = ClassDesc.of("java.lang.Thread");
    private static final ClassDesc IO = ClassDesc.of("java.lang.IO");
    private static final Set<String> REFLECTIVE =
            Set.of("java/lang/reflect/Method", "java/lang/invoke/MethodHandles$Lookup");

    private static final Pattern THROWABLE = Pattern.compile("(?:Exception|Error|Throwable)$");
    private static final Set<MethodTypeDesc> TRACES =
            Stream.of("()V", "(Ljava/io/PrintStream;)V", "(Ljava/io/PrintWriter;)V")
                    .map(MethodTypeDesc::ofDescriptor)
                    .collect(Collectors.toUnmodifiableSet());

    private final ClassFile classFile;
    private final Supertypes supertypes;
    private final Handed handed;

    /// @param classes where the super classes of woven classes are found
    Weaver(ClassLoader classes) {
        supertypes = new Supertypes(classes);
        handed = new Handed(supertypes);
        classFile =
                ClassFile.of(
                        ClassFile.ClassHierarchyResolverOption.of(
                                ClassHierarchyResolver.ofResourceParsing(classes)
                                        .orElse(ClassHierarchyResolver.defaultResolver())));
    }

    byte[] weave(byte[] bytes) {
        ClassModel model = classFile.parse(bytes);
        if (isSly(model)) {
            Exits.refuse();
        }
        var references = new References(model, handed);
        return classFile.transformClass(
                model,
                ClassTransform.transformingMethodBodies(
                                CodeTransform.ofStateful(() -> new Method(references)))
                        .andThen(ClassTransform.endHandler(references::addTo)));
    }

    /// Whether a class may end Java without saying so: by a method that it does not name, or by a
    /// program that is called from it.
    private static boolean isSly(ClassModel model) {
        for (PoolEntry entry : model.constantPool()) {
            if (entry instanceof MethodRefEntry method && isSly(method)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSly(MethodRefEntry method) {
        String owner = method.owner().asInternalName();
        return REFLECTIVE.contains(owner)
                || method.name().equalsString("main") && !owner.startsWith(CELLS);
    }

    static void check(CodeBuilder code) {
        code.invokestatic(GUARD, "check", ConstantDescs.MTD_void);
    }

    /// Whether a method ends Java.
    static boolean isExit(ClassDesc owner, String name) {
        return switch (owner.descriptorString()) {
            case "Ljava/lang/System;" -> name.equals("exit");
            case RUNTIME -> name.equals("exit") || name.equals("halt");
            default -> false;
        };
    }

    /// Refuses to end Java; what the method would take lies on the stack.
    static void exit(CodeBuilder code, ClassDesc owner) {
        boolean ofObject = owner.descriptorString().equals(RUNTIME);
        code.invokestatic(GUARD, "exit", ofObject ? RUNTIME_EXIT : EXIT);
    }

    /// Whether a method prints a question and reads the answer: `IO.readln("Name? ")`.
    static boolean isPrompt(ClassDesc owner, String name, MethodTypeDesc type) {
        return owner.equals(IO) && name.equals("readln") && type.parameterCount() == 1;
    }

    /// Asks the question that lies on the stack.
    static void prompt(CodeBuilder code) {
        code.invokestatic(GUARD, "readln", PROMPT);
    }

    private static boolean isThrowable(ClassDesc type) {
        return type.packageName().startsWith("java")
                && THROWABLE.matcher(type.displayName()).find();
    }

    /// Goes through one method; a jump is backward when its label has gone by.
    private final class Method implements CodeTransform {
        private final Set<Label> passed = new HashSet<>();
        private final References references;

        Method(References references) {
            this.references = references;
        }

        @Override
        public void atStart(CodeBuilder code) {
            check(code);
        }

        @Override
        public void accept(CodeBuilder code, CodeElement element) {
            switch (element) {
                case LabelTarget target -> {
                    passed.add(target.label());
                    code.with(element);
                }
                case BranchInstruction branch when passed.contains(branch.target()) -> {
                    check(code);
                    code.with(element);
                }
                case InvokeInstruction call when isExit(call.owner().asSymbol(), name(call)) ->
                        exit(code, call.owner().asSymbol());
                case InvokeInstruction call when isQuestion(call) ->
                        code.invokestatic(
                                GUARD,
                                name(call),
                                call.typeSymbol().insertParameterTypes(0, CONSOLE));
                case InvokeInstruction call
                        when isPrompt(call.owner().asSymbol(), name(call), call.typeSymbol()) ->
                        prompt(code);
                case InvokeInstruction call when isTrace(call) ->
                        code.invokestatic(
                                GUARD,
                                name(call),
                                call.typeSymbol()
                                        .insertParameterTypes(0, ConstantDescs.CD_Throwable));
                case InvokeInstruction call when isDump(call) ->
                        code.invokestatic(GUARD, name(call), call.typeSymbol());
                case InvokeInstruction call when isSource(call) -> {
                    code.with(call);
                    ClassDesc stream = call.typeSymbol().returnType();
                    code.invokestatic(GUARD, "watched", MethodTypeDesc.of(stream, stream));
                }
                case InvokeInstruction call -> {
                    handed.mark(code, call.owner().asSymbol(), name(call), call.typeSymbol());
                    code.with(call);
                    Handed.remember(code, call.owner().asSymbol(), call.typeSymbol());
                }
                case InvokeDynamicInstruction call ->
                        references
                                .checked(call)
                                .ifPresentOrElse(code::invokedynamic, () -> code.with(call));
                default -> code.with(element);
            }
        }

        /// Whether a call asks at the console, which is null in a cell.
        private static boolean isQuestion(InvokeInstruction call) {
            return call.owner().asSymbol().equals(CONSOLE)
                    && (name(call).equals("readLine") || name(call).equals("readPassword"))
                    && call.typeSymbol().parameterCount() < 3; // the third would be a Locale
        }

        /// Whether a call prints where an exception comes from, and does not end in that of the
        /// exception's own.
        private boolean isTrace(InvokeInstruction call) {
            return name(call).equals("printStackTrace")
                    && TRACES.contains(call.typeSymbol())
                    && call.opcode() == Opcode.INVOKEVIRTUAL
                    && supertypes.isAny(call.owner().asSymbol(), Weaver::isThrowable);
        }

        /// Whether a call prints where the program is.
        private static boolean isDump(InvokeInstruction call) {
            return name(call).equals("dumpStack")
                    && call.owner().asSymbol().equals(THREAD)
                    && call.opcode() == Opcode.INVOKESTATIC;
        }

        /// Whether a call makes a stream, and not one of another stream, which is watched already.
        private static boolean isSource(InvokeInstruction call) {
            return STREAMS.contains(call.typeSymbol().returnType())
                    && (call.opcode() == Opcode.INVOKESTATIC
                            || !STREAMS.contains(call.owner().asSymbol()))
                    && !call.owner().asSymbol().packageName().equals(CELLS);
        }

        private static String name(InvokeInstruction call) {
            return call.name().stringValue();
        }
    }
}
