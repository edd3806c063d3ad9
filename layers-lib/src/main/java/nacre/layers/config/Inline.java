package nacre.layers.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// On a field: the options of the object in it stand among the owner's own, as those of a cell in
/// its recurrent layer. Options that both have (such as the name) are the owner's.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Inline {}
