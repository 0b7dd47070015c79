/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.launch;

import dev.saltern.submit.aws.Aws;
import dev.saltern.submit.aws.Pace;
import dev.saltern.submit.cost.PriceTable;
import dev.saltern.submit.request.LaunchSpec;
import dev.saltern.submit.size.Sizing;
import org.jspecify.annotations.Nullable;

/**
 * What a launch works with.
 *
 * @param aws the services
 * @param spec what is launched
 * @param sizing what it should take
 * @param limits what it may take
 * @param prices the prices, or null where the region has none
 * @param pace how time passes; its sleep ends early when the process is asked to end
 * @param ending how time passes while a launch is ended: it waits, come what may
 * @param stop whether the process was asked to end
 * @param voice where it tells what happens
 */
public record Work(
        Aws aws,
        LaunchSpec spec,
        Sizing sizing,
        Limits limits,
        @Nullable PriceTable prices,
        Pace pace,
        Pace ending,
        Stop stop,
        Voice voice) {}
