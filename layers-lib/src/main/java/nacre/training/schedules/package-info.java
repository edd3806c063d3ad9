/// Learning rates that change with the steps.
@NullMarked
package nacre.training.schedules;

import org.jspecify.annotations.NullMarked;
