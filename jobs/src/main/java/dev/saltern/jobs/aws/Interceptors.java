/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.aws;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import java.util.Arrays;
import java.util.List;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * What sees every request to AWS of this process, S3A's included: the classes that a system property names. It is there for tests and
 * for looking at trouble; nobody needs it in daily life.
 */
public final class Interceptors {
    /** The names of classes with a constructor without arguments, separated by commas; those that S3A accepts too. */
    public static final String PROPERTY = "saltern.aws.interceptors";

    private Interceptors() {}

    /** Returns the names of the classes as S3A takes them; blank if there is none. */
    public static String names() {
        return System.getProperty(PROPERTY, "").strip();
    }

    static List<ExecutionInterceptor> loaded() {
        return Arrays.stream(names().split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(Interceptors::load)
                .toList();
    }

    private static ExecutionInterceptor load(String name) {
        try {
            return Class.forName(name)
                    .asSubclass(ExecutionInterceptor.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException | ClassCastException e) {
            throw new SalternException(
                    ExitCode.USAGE,
                    "Invalid " + PROPERTY + ": " + name + " (must be an interceptor of the AWS SDK)",
                    e);
        }
    }
}
