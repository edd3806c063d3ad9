package nacre.parity;

import java.util.List;
import nacre.training.Schedule;
import org.jspecify.annotations.Nullable;

/// A learning rate schedule: its values at some steps.
final class ScheduleKind implements Kind {
    @Override
    public void check(Case expectation, Checks checks) {
        Schedule schedule =
                Made.from(
                        Schedule.class,
                        expectation.text("schedule"),
                        expectation.list("args"),
                        expectation.map("kwargs"));
        Made.compare(checks, "config", schedule, expectation.get("config"));
        Made.compare(
                checks,
                "config again",
                Made.again(Schedule.class, schedule),
                expectation.get("config"));
        List<@Nullable Object> steps = expectation.list("steps");
        for (int i = 0; i < steps.size(); i++) {
            long step = (long) Arrays.number(steps.get(i));
            checks.number(
                    "step " + step,
                    schedule.at(step),
                    Arrays.number(expectation.list("values").get(i)));
        }
    }
}
