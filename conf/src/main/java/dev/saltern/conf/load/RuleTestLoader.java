/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf.load;

import dev.saltern.conf.InvalidConfigurationException;
import dev.saltern.conf.RuleTest;
import java.nio.file.Path;

/** Reads tests of rules. */
public final class RuleTestLoader {
    private RuleTestLoader() {}

    /**
     * Reads a test, and the files that it names in its folder or in that folder's parent.
     *
     * @throws InvalidConfigurationException with every problem that was found
     */
    public static LoadedRuleTest load(Path file) {
        Problems problems = new Problems(file.toString());
        Document document = YamlReader.read(file, problems);
        Binder binder = new Binder(document, new Variables(problems).resolve(), problems);
        RuleTest test = binder.bindRoot(RuleTest.class);
        if (test == null) {
            throw problems.exception();
        }
        if (problems.isEmpty()) {
            check(test, binder.origins(), problems);
        }
        problems.throwIfAny();
        return new LoadedRuleTest(test, file, binder.origins());
    }

    private static void check(RuleTest test, Origins origins, Problems problems) {
        if (test.pipeline() == null) {
            require(test.schema() != null, "pipeline or schema", problems);
            require(test.schema() == null || test.rules() != null, "rules", problems);
            refuse(origins, "on", "pipeline", problems);
        } else {
            require(test.on() != null, "on", problems);
            refuse(origins, "schema", "rules of its own, without pipeline", problems);
            refuse(origins, "rules", "schema, without pipeline", problems);
        }
        if (test.rows() == null) {
            require(!test.cases().isEmpty() || !test.outcomes().isEmpty(), "rows or cases", problems);
            refuse(origins, "expect", "rows", problems);
        } else if (test.expect().isEmpty() && test.cases().isEmpty()) {
            require(!test.outcomes().isEmpty(), "expect, cases or outcomes", problems);
        }
    }

    private static void require(boolean there, String keys, Problems problems) {
        if (!there) {
            problems.add(problems.start(), "Missing required " + keys);
        }
    }

    private static void refuse(Origins origins, String key, String without, Problems problems) {
        if (origins.has(key)) {
            problems.add(origins.of(key), "Invalid " + key + ": set (must stand with " + without + ")");
        }
    }
}
