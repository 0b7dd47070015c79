/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.protocol;

import dev.saltern.conf.ExitCode;
import dev.saltern.test.kit.Aws;
import java.net.URI;

/** One publish in a process of its own, which can be killed: the arguments are the emulator's address and the version. */
final class PublisherProcess {
    private PublisherProcess() {}

    public static void main(String[] arguments) {
        Cloud cloud = Cloud.impatient(new Aws(URI.create(arguments[0])));
        // The parent aims at what happens from here on, not at the start of a JVM.
        System.out.println("ready");
        System.out.flush();
        ExitCode exit = CloudWalk.run(cloud, Versions.of(Integer.parseInt(arguments[1])));
        System.exit(exit.code());
    }
}
