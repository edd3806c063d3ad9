package nacre.kernel.shell;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.HashSet;
import java.util.Set;

/// Prepares the classes of a cell so that they can be stopped and cannot end the kernel.
///
/// A call of [Guard#check()] goes in at the start of each method (recursion) and before each jump
/// backward (loops). Calls of `System.exit` and its relatives become calls of [Guard].
final class Weaver {
    private static final ClassDesc GUARD = ClassDesc.of(Guard.class.getName());
    private static final MethodTypeDesc EXIT =
            MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int);
    private static final MethodTypeDesc RUNTIME_EXIT =
            MethodTypeDesc.of(
                    ConstantDescs.CD_void, ClassDesc.of("java.lang.Runtime"), ConstantDescs.CD_int);

    private final ClassFile classFile;

    /// @param classes where the super classes of woven classes are found
    Weaver(ClassLoader classes) {
        classFile =
                ClassFile.of(
                        ClassFile.ClassHierarchyResolverOption.of(
                                ClassHierarchyResolver.ofResourceParsing(classes)
                                        .orElse(ClassHierarchyResolver.defaultResolver())));
    }

    byte[] weave(byte[] bytes) {
        return classFile.transformClass(
                classFile.parse(bytes),
                ClassTransform.transformingMethodBodies(CodeTransform.ofStateful(Method::new)));
    }

    /// Goes through one method; a jump is backward when its label has gone by.
    private static final class Method implements CodeTransform {
        private final Set<Label> passed = new HashSet<>();

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
                case InvokeInstruction call when isExit(call) ->
                        code.invokestatic(
                                GUARD,
                                "exit",
                                call.owner().asInternalName().equals("java/lang/System")
                                        ? EXIT
                                        : RUNTIME_EXIT);
                default -> code.with(element);
            }
        }

        private static void check(CodeBuilder code) {
            code.invokestatic(GUARD, "check", ConstantDescs.MTD_void);
        }

        private static boolean isExit(InvokeInstruction call) {
            String name = call.name().stringValue();
            return switch (call.owner().asInternalName()) {
                case "java/lang/System" -> name.equals("exit");
                case "java/lang/Runtime" -> name.equals("exit") || name.equals("halt");
                default -> false;
            };
        }
    }
}
