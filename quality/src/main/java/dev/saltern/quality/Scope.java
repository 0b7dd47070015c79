/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import dev.saltern.quality.dqdl.NearestName;
import dev.saltern.quality.dqdl.RuleProblem;
import dev.saltern.quality.dqdl.Span;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** The table that rules are compiled against, and what was found wrong so far. */
final class Scope {
    private final StructType schema;
    private final RuleSetting setting;
    private final List<RuleProblem> problems = new ArrayList<>();
    private final List<Lookup> lookups;

    Scope(StructType schema, RuleSetting setting) {
        this(schema, setting, new ArrayList<>());
    }

    private Scope(StructType schema, RuleSetting setting, List<Lookup> lookups) {
        this.schema = schema;
        this.setting = setting;
        this.lookups = lookups;
    }

    /** Returns a scope for the same table whose problems are its own. */
    Scope apart() {
        return new Scope(schema, setting, lookups);
    }

    List<Lookup> lookups() {
        return List.copyOf(lookups);
    }

    /** Returns how values are looked up in another table, the same for all rules that ask the same. */
    Lookup lookup(List<String> columns, String dataset, List<String> others) {
        Lookup lookup = new Lookup("_found_" + lookups.size(), columns, dataset, others);
        for (Lookup known : lookups) {
            if (lookup.equals(new Lookup(lookup.flag(), known.columns(), known.dataset(), known.others()))) {
                return known;
            }
        }
        lookups.add(lookup);
        return lookup;
    }

    RuleSetting setting() {
        return setting;
    }

    StructType schema() {
        return schema;
    }

    /** Returns the time of the run, in whole microseconds. */
    Instant now() {
        return setting.now().truncatedTo(ChronoUnit.MICROS);
    }

    List<String> names() {
        return List.of(schema.fieldNames());
    }

    List<RuleProblem> problems() {
        return List.copyOf(problems);
    }

    void problem(Span at, String message) {
        problems.add(at.problem(message));
    }

    /** Returns the column of exactly this name, or reports that there is none. */
    Optional<StructField> field(String name, Span at) {
        Optional<StructField> found = Arrays.stream(schema.fields())
                .filter(field -> field.name().equals(name))
                .findFirst();
        if (found.isEmpty()) {
            unknown(name, at);
        }
        return found;
    }

    void unknown(String name, Span at) {
        problem(at, "Invalid column: " + name + " " + NearestName.hint(name, names()));
    }
}
