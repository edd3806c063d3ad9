package nacre.kernel.shell;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The references of one class to methods of libraries, such as `Math::random`.
///
/// A stream of them may run for ever without a line of the cell. So each leads through a small
/// method of the cell's class, which checks whether to stop.
final class References {
    /// How the names of the small methods begin.
    static final String NAME = "nacre$ref";

    private static final String FACTORY = "Ljava/lang/invoke/LambdaMetafactory;";
    private static final String HANDLES = "Ljava/lang/invoke/"; // their calls have no fixed form

    private final Handed handed;
    private final ClassDesc owner;
    private final boolean isInterface;
    private final List<Reference> references = new ArrayList<>();

    /// A reference.
    ///
    /// @param target what it refers to
    /// @param type what its small method takes and gives
    private record Reference(DirectMethodHandleDesc target, MethodTypeDesc type) {}

    References(ClassModel model, Handed handed) {
        this.handed = handed;
        owner = model.thisClass().asSymbol();
        isInterface = model.flags().has(AccessFlag.INTERFACE);
    }

    /// The call that makes the same lambda, but through a method that checks; none if this call
    /// makes no reference to a library.
    Optional<DynamicCallSiteDesc> checked(InvokeDynamicInstruction call) {
        List<ConstantDesc> arguments = new ArrayList<>(call.bootstrapArgs());
        boolean isLambda = call.bootstrapMethod().owner().descriptorString().equals(FACTORY);
        if (!isLambda
                || !(arguments.get(1) instanceof DirectMethodHandleDesc target)
                || target.owner().descriptorString().startsWith("LREPL/")
                || target.owner().descriptorString().startsWith(HANDLES)) {
            return Optional.empty();
        }
        String name = NAME + references.size();
        MethodTypeDesc type = taking(call.typeSymbol(), target.invocationType());
        references.add(new Reference(target, type));
        arguments.set(
                1,
                MethodHandleDesc.ofMethod(
                        isInterface
                                ? DirectMethodHandleDesc.Kind.INTERFACE_STATIC
                                : DirectMethodHandleDesc.Kind.STATIC,
                        owner,
                        name,
                        type));
        return Optional.of(
                DynamicCallSiteDesc.of(
                        call.bootstrapMethod(),
                        call.name().stringValue(),
                        call.typeSymbol(),
                        arguments.toArray(ConstantDesc[]::new)));
    }

    /// The type of a method that is given the captured object as what it is: in `model::predict` a
    /// `Sequential`, though `predict` is a method of `Model`.
    private static MethodTypeDesc taking(MethodTypeDesc captured, MethodTypeDesc method) {
        MethodTypeDesc result = method;
        for (int i = 0; i < captured.parameterCount(); i++) {
            result = result.changeParameterType(i, captured.parameterType(i));
        }
        return result;
    }

    /// Adds the small methods to the class.
    void addTo(ClassBuilder type) {
        for (int i = 0; i < references.size(); i++) {
            Reference reference = references.get(i);
            type.withMethodBody(
                    NAME + i,
                    reference.type(),
                    ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC,
                    code -> body(code, reference));
        }
    }

    private void body(CodeBuilder code, Reference reference) {
        DirectMethodHandleDesc target = reference.target();
        MethodTypeDesc type = reference.type();
        Weaver.check(code);
        boolean makes = target.kind() == DirectMethodHandleDesc.Kind.CONSTRUCTOR;
        if (makes) {
            code.new_(target.owner()).dup();
        }
        for (int i = 0; i < type.parameterCount(); i++) {
            code.loadLocal(TypeKind.from(type.parameterType(i)), code.parameterSlot(i));
        }
        if (makes) {
            MethodTypeDesc constructor = type.changeReturnType(ConstantDescs.CD_void);
            code.invokespecial(target.owner(), ConstantDescs.INIT_NAME, constructor);
        } else {
            call(code, target);
        }
        code.return_(TypeKind.from(type.returnType()));
    }

    private void call(CodeBuilder code, DirectMethodHandleDesc target) {
        ClassDesc owner = target.owner();
        String name = target.methodName();
        var type = MethodTypeDesc.ofDescriptor(target.lookupDescriptor());
        if (Weaver.isExit(owner, name)) {
            Weaver.exit(code, owner);
            return;
        }
        if (Weaver.isPrompt(owner, name, type)) {
            Weaver.prompt(code);
            return;
        }
        handed.mark(code, owner, name, type);
        switch (target.kind()) {
            case STATIC -> code.invokestatic(owner, name, type);
            case INTERFACE_STATIC -> code.invokestatic(owner, name, type, true);
            case INTERFACE_VIRTUAL -> code.invokeinterface(owner, name, type);
            default -> code.invokevirtual(owner, name, type);
        }
    }
}
