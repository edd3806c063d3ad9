package nacre.kernel.shell;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Set;

/// Refuses at the source that a cell ends Java: `Runtime.exit` and `Runtime.halt` themselves ask
/// [Question] first.
///
/// So it does not matter how they are reached: by reflection, by a method handle, in a jar, in a
/// program of the JDK such as `javac`. What stands in a cell's own classes is refused by [Weaver]
/// already, which costs nothing at the start; and where Java does not let itself be changed, that
/// remains.
public final class Exits {
    private static final Set<String> ENDS = Set.of("exit", "halt");
    private static final ClassDesc LOADER = desc(ClassLoader.class);
    private static final ClassDesc RUNNABLE = desc(Runnable.class);

    private Exits() {}

    /// Sees to it, once for the process, which takes a tenth of a second.
    ///
    /// @return false where Java does not let itself be changed
    public static boolean refuse() {
        return Once.DONE;
    }

    /// Done when it is first asked for, by one thread, while others wait.
    private static final class Once {
        static final boolean DONE = redefine();
    }

    private static boolean redefine() {
        if (Exits.class.getClassLoader() != ClassLoader.getSystemClassLoader()) {
            return false; // the JDK would not find the question
        }
        try (InputStream file = Runtime.class.getResourceAsStream("Runtime.class");
                var tools = new Tools()) {
            return file != null && tools.redefine(Runtime.class, asking(file.readAllBytes()));
        } catch (IOException | RuntimeException | LinkageError e) {
            return false;
        }
    }

    private static byte[] asking(byte[] runtime) {
        ClassFile classFile = ClassFile.of();
        ClassModel model = classFile.parse(runtime);
        return classFile.transformClass(
                model,
                ClassTransform.transformingMethodBodies(
                        method -> ENDS.contains(method.methodName().stringValue()),
                        new CodeTransform() {
                            @Override
                            public void atStart(CodeBuilder code) {
                                ask(code);
                            }

                            @Override
                            public void accept(CodeBuilder code, CodeElement element) {
                                code.with(element);
                            }
                        }));
    }

    /// `((Runnable) ClassLoader.getSystemClassLoader().loadClass(QUESTION).newInstance()).run()`,
    /// for the JDK itself does not see our classes.
    private static void ask(CodeBuilder code) {
        MethodTypeDesc loadClass =
                MethodTypeDesc.of(ConstantDescs.CD_Class, ConstantDescs.CD_String);
        MethodTypeDesc newInstance = MethodTypeDesc.of(ConstantDescs.CD_Object);
        code.invokestatic(LOADER, "getSystemClassLoader", MethodTypeDesc.of(LOADER))
                .ldc(Question.class.getName())
                .invokevirtual(LOADER, "loadClass", loadClass)
                .invokevirtual(ConstantDescs.CD_Class, "newInstance", newInstance)
                .checkcast(RUNNABLE)
                .invokeinterface(RUNNABLE, "run", ConstantDescs.MTD_void);
    }

    private static ClassDesc desc(Class<?> type) {
        return ClassDesc.of(type.getName());
    }

    /// Whether Java may end; public because the JDK makes it.
    public static final class Question implements Runnable {
        private static final StackWalker STACK =
                StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

        /// Throws if a cell asks: one of its threads, or its code on whatever thread.
        @Override
        public void run() {
            if (Owners.current().isPresent()
                    || STACK.walk(stack -> stack.anyMatch(Question::isCell))) {
                throw new Guard.ExitRefused();
            }
        }

        private static boolean isCell(StackWalker.StackFrame frame) {
            return frame.getDeclaringClass().getClassLoader() instanceof CellClasses;
        }
    }
}
