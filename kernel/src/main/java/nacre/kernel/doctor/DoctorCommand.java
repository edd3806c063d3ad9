package nacre.kernel.doctor;

import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import nacre.kernel.install.JupyterFolders;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `nacre doctor`: what is installed, what is missing, how to mend it.
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Say what is installed, what is missing, and how to mend it.")
public final class DoctorCommand implements Callable<Integer> {
    private static final String HOME = "nacre.home"; // set by the launcher

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var findings = new ArrayList<Finding>();
        findings.add(java());
        findings.add(machine());
        findings.addAll(kernels());
        PrintWriter out = spec.commandLine().getOut();
        findings.forEach(out::println);
        out.flush();
        return findings.stream().allMatch(Finding::fine) ? 0 : 1;
    }

    private static Finding java() {
        String version = Runtime.version() + ", " + System.getProperty("java.vendor");
        boolean vectors = ModuleFinder.ofSystem().find("jdk.incubator.vector").isPresent();
        return Finding.fine(
                "Java",
                version
                        + (vectors
                                ? ""
                                : ", without the Vector API: training is slower, a full JDK has it"));
    }

    private static Finding machine() {
        String processors = Runtime.getRuntime().availableProcessors() + " processors";
        if (ManagementFactory.getOperatingSystemMXBean()
                instanceof com.sun.management.OperatingSystemMXBean system) {
            long gigabytes = Math.round(system.getTotalMemorySize() / 1e9);
            return Finding.fine("machine", processors + ", " + gigabytes + " GB of memory");
        }
        return Finding.fine("machine", processors);
    }

    private static List<Finding> kernels() {
        var places = new ArrayList<InstalledKernel>();
        places.add(at(JupyterFolders.user().data(), "mend: ./nacre install"));
        String home = System.getProperty(HOME, "");
        if (!home.isEmpty()) {
            Path venv = Path.of(home, ".nacre", "venv");
            places.add(at(venv.resolve("share/jupyter"), "mend: ./nacre install --prefix " + venv));
        }
        List<Finding> found =
                places.stream().filter(InstalledKernel::exists).map(InstalledKernel::look).toList();
        return found.isEmpty()
                ? List.of(
                        Finding.fine(
                                "kernel",
                                "not known to Jupyter yet; ./nacre notebook or ./nacre install do it"))
                : found;
    }

    private static InstalledKernel at(Path data, String mend) {
        return new InstalledKernel(data.resolve("kernels").resolve("nacre"), mend);
    }
}
