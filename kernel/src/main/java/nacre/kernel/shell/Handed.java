package nacre.kernel.shell;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The calls by which a cell hands work to other threads: `pool.submit(() -> …)`. The work is
/// marked as the cell's by [CellWork], so that its output and its end are the cell's, whichever
/// cell has made the pool.
final class Handed {
    private static final ClassDesc MARKS = ClassDesc.of(CellWork.class.getName());
    private static final ClassDesc FORK_JOIN = ClassDesc.of("java.util.concurrent.ForkJoinPool");
    private static final ClassDesc SCHEDULED = ClassDesc.of("java.util.concurrent.ScheduledFuture");
    private static final Set<String> GIVING = Set.of("invoke", "submit", "execute", "invokeAll");
    private static final Set<ClassDesc> TAKERS =
            Stream.concat(
                            Stream.of(
                                            "Executor",
                                            "ExecutorService",
                                            "AbstractExecutorService",
                                            "ThreadPoolExecutor",
                                            "ForkJoinPool",
                                            "ScheduledExecutorService",
                                            "ScheduledThreadPoolExecutor",
                                            "CompletionService",
                                            "ExecutorCompletionService",
                                            "CompletionStage",
                                            "CompletableFuture",
                                            "StructuredTaskScope")
                                    .map(name -> ClassDesc.of("java.util.concurrent", name)),
                            Stream.of("Thread", "Thread$Builder", "Thread$Builder$OfVirtual")
                                    .map(name -> ClassDesc.of("java.lang", name)))
                    .collect(Collectors.toUnmodifiableSet());
    private static final Set<ClassDesc> WORK =
            Stream.of(
                            Runnable.class,
                            Callable.class,
                            Collection.class,
                            Supplier.class,
                            Consumer.class,
                            BiConsumer.class,
                            Function.class,
                            BiFunction.class)
                    .map(type -> ClassDesc.of(type.getName()))
                    .collect(Collectors.toUnmodifiableSet());

    /// What hands work to a pool, or asks for it back, as the object that it is.
    private static final Set<String> AS_IS = Set.of("execute", "remove");

    /// Work that may be more than a lambda.
    private static final Set<ClassDesc> OBJECTS =
            Set.of(ClassDesc.of(Runnable.class.getName()), ClassDesc.of(Callable.class.getName()));

    /// The methods of a pool that take work.
    private static final Set<String> TAKING =
            Set.of(
                    "execute",
                    "submit",
                    "invokeAll",
                    "invokeAny",
                    "schedule",
                    "scheduleAtFixedRate",
                    "scheduleWithFixedDelay");

    private final Supertypes supertypes;

    Handed(Supertypes supertypes) {
        this.supertypes = supertypes;
    }

    /// Marks the work among the arguments of a call, which lie on the stack; does nothing if the
    /// call hands over none.
    void mark(CodeBuilder code, ClassDesc owner, String name, MethodTypeDesc type) {
        boolean isTaker = TAKERS.contains(owner);
        boolean isOwn = // a cell has written it: `class Pool extends ThreadPoolExecutor`
                !isTaker && TAKING.contains(name) && supertypes.isAny(owner, TAKERS::contains);
        if (!isOwn && !isTaker || name.equals(ConstantDescs.INIT_NAME)) {
            return;
        }
        if (owner.equals(FORK_JOIN) && GIVING.contains(name) && type.parameterCount() == 1) {
            code.dup2();
            code.invokestatic(
                    MARKS,
                    "given",
                    MethodTypeDesc.of(ConstantDescs.CD_void, FORK_JOIN, ConstantDescs.CD_Object));
        }
        int first = 0;
        while (first < type.parameterCount() && !WORK.contains(type.parameterType(first))) {
            first++;
        }
        Deque<Integer> aside = new ArrayDeque<>(); // what lies above the first work
        for (int i = type.parameterCount() - 1; i > first; i--) {
            TypeKind kind = TypeKind.from(type.parameterType(i));
            aside.push(code.allocateLocal(kind));
            code.storeLocal(kind, aside.element());
        }
        for (int i = first; i < type.parameterCount(); i++) {
            ClassDesc parameter = type.parameterType(i);
            if (i > first) {
                code.loadLocal(TypeKind.from(parameter), aside.pop());
            }
            if (WORK.contains(parameter)) {
                code.invokestatic(
                        MARKS,
                        OBJECTS.contains(parameter) && (isOwn || AS_IS.contains(name))
                                ? "executed"
                                : "task",
                        MethodTypeDesc.of(parameter, parameter));
            }
        }
    }

    /// Remembers what a call has put off, which lies on the stack.
    static void remember(CodeBuilder code, ClassDesc owner, MethodTypeDesc type) {
        if (TAKERS.contains(owner) && type.returnType().equals(SCHEDULED)) {
            code.invokestatic(MARKS, "scheduled", MethodTypeDesc.of(SCHEDULED, SCHEDULED));
        }
    }
}
