/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** A home with everything that a deployment needs, and an environment with buckets, in a folder of a test. */
final class Deployed {
    private final Path folder;
    private final Path home;

    Deployed(Path folder) {
        this.folder = folder;
        try {
            this.home = folder.resolve("home");
            Files.createDirectories(home.resolve("jobs/target"));
            Files.createDirectories(home.resolve("submit/target"));
            Files.writeString(home.resolve("jobs/target/saltern-job.jar"), "a jar");
            Files.writeString(home.resolve("submit/target/saltern-lambda.jar"), "another jar");
            Files.createSymbolicLink(
                    home.resolve("conf"), Path.of("../conf").toAbsolutePath().normalize());
            Files.writeString(folder.resolve("emr.yaml"), """
                    environment: emr
                    lake: s3://salt-lake/curated
                    variables: {raw: "s3://salt-raw/in"}
                    aws:
                      region: us-east-1
                      code: s3://salt-code/saltern
                      logs: s3://salt-logs/emr
                      log-group: /saltern/emr
                      subnets: [subnet-a, subnet-b]
                    """);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Cli run(String... words) {
        Surroundings surroundings =
                new Surroundings(folder, home, "saltern", Clock.systemUTC(), Cli.class.getClassLoader());
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--env", folder.resolve("emr.yaml").toString()));
        return Cli.run(surroundings, all.toArray(String[]::new));
    }
}
