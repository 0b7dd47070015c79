/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf.cluster;

import dev.saltern.conf.Key;
import java.util.List;

/**
 * A script that runs on every machine before the applications start.
 *
 * @param name what it is for
 * @param script its address on S3
 * @param arguments its arguments
 */
public record BootstrapAction(
        @Key(doc = "What it is for.") String name,
        @Key(doc = "The script's address, s3://...") String script,
        @Key(doc = "Its arguments.") List<String> arguments) {
    public BootstrapAction {
        arguments = List.copyOf(arguments);
    }
}
