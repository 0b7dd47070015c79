/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.kit.emr;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;

/** Starts the server for clients in other processes: {@code EmrTestServerMain PORT [SPEED [SCRIPT.json]]}. */
final class EmrTestServerMain {
    private EmrTestServerMain() {}

    /** Serves until the process is stopped. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int port = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 0;
        int speed = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1;
        try (EmrTestServer server = EmrTestServer.start(InstantSource.system(), port)) {
            server.usual(Life.GOOD.faster(speed));
            if (arguments.length > 2) {
                LifeScript script = LifeScript.read(Path.of(arguments[2]));
                script.lives().forEach(life -> server.next(life.faster(speed)));
                script.faults().forEach(server::fault);
            }
            System.out.println("EMR test server: " + server.endpoint());
            new CountDownLatch(1).await();
        }
    }
}
