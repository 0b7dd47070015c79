/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What the loader, the JSON Schema and the reference page know about one key of a file that people write.
 *
 * <p>The key is the record component's name in kebab-case unless {@link #name} says otherwise. A component without a default that is
 * neither {@code @Nullable} nor a collection is required.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Key {
    /** One sentence: unit, range and effect. */
    String doc();

    /** The key as people write it, where it is not the component's name in kebab-case. */
    String name() default "";

    /** The default as YAML text; empty means that there is none. */
    String defaultValue() default "";

    /** For a {@link Text}: the ending of a file name that may stand in place of the text, such as {@code .ddl}. */
    String file() default "";

    /** For a list or a mapping: whether it must hold something; everything else is required when it has no default and is not nullable. */
    boolean required() default false;

    /** The run variables that may stand in the value; see {@code RunVariables}. They stay in place until a run fills them. */
    String[] runVariables() default {};
}
