package nacre.compute;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;

/// `a · b + c` in one instruction, rounded once, as the vectors do it.
///
/// Cheap processors lack the instruction (Intel's Celeron and Pentium up to about 2020). Java then
/// computes the very same number by hand, a thousand times slower; so there the product is rounded
/// before the sum, and no vectors are used.
final class MultiplyAdd {
    /// Whether the processor has it.
    static final boolean FUSED = isFused();

    private MultiplyAdd() {}

    static float of(float a, float b, float c) {
        return FUSED ? Math.fma(a, b, c) : a * b + c;
    }

    private static boolean isFused() {
        try {
            return ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                    .getVMOption("UseFMA")
                    .getValue()
                    .equals("true");
        } catch (RuntimeException | LinkageError e) {
            return true; // a JVM that does not say
        }
    }
}
