/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf.load;

import dev.saltern.conf.JavaStep;
import dev.saltern.conf.JoinStep;
import dev.saltern.conf.MovingAverageStep;
import dev.saltern.conf.PivotStep;
import dev.saltern.conf.SampleMethod;
import dev.saltern.conf.SampleStep;
import dev.saltern.conf.Skew;
import dev.saltern.conf.SkewAware;
import dev.saltern.conf.SkewTreatment;
import dev.saltern.conf.Step;
import dev.saltern.conf.schema.Kinds;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Checks single steps, and that each reads only what comes before it. */
final class StepChecks {
    private static final Pattern WINDOW = Pattern.compile("0*[1-9]\\d{0,8}( *[smhd]| +rows?)");
    private static final int MAX_MAX_VALUES = 10_000;

    private final Origins origins;
    private final Problems problems;
    private final Views views;

    StepChecks(Origins origins, Problems problems, Views views) {
        this.origins = origins;
        this.problems = problems;
        this.views = views;
    }

    void check(String path, Step step) {
        int index = Integer.parseInt(path.substring(path.indexOf('[') + 1, path.indexOf(']')));
        String kind = path + "." + Kinds.nameOf(Step.class, step.getClass());
        inputs(step).forEach((key, name) -> {
            String refusal = views.refusal(name, index);
            if (!refusal.isEmpty()) {
                report(kind + "." + key, refusal);
            }
        });
        if (step instanceof PivotStep pivot && (pivot.maxValues() < 1 || pivot.maxValues() > MAX_MAX_VALUES)) {
            String at = kind + ".max-values";
            report(at, "Invalid " + at + ": " + pivot.maxValues() + " (must be in [1, " + MAX_MAX_VALUES + "])");
        }
        if (step instanceof MovingAverageStep average
                && !WINDOW.matcher(average.window()).matches()) {
            String at = kind + ".window";
            report(
                    at,
                    "Invalid " + at + ": " + average.window()
                            + " (must be a duration such as 30s, 90m, 24h or 7d, or a count such as 13 rows)");
        }
        if (step instanceof SkewAware aware && aware.skew() instanceof Skew.Force force) {
            checkForced(kind + ".skew.force", force.treatment(), aware);
        }
        if (step instanceof SampleStep sample) {
            String at = kind + ".method."
                    + Kinds.nameOf(SampleMethod.class, sample.method().getClass());
            checkSize(at, sample.method());
        }
    }

    private void checkForced(String path, SkewTreatment forced, SkewAware step) {
        if (!step.treatments().contains(forced)) {
            List<String> names =
                    step.treatments().stream().sorted().map(Scalars::name).toList();
            report(
                    path,
                    "Invalid " + path + ": " + Scalars.name(forced) + " (must be " + Scalars.either(names)
                            + " for this kind of step)");
        }
    }

    private void checkSize(String path, SampleMethod method) {
        if (method instanceof SampleMethod.Bernoulli bernoulli) {
            if (!(bernoulli.share() > 0 && bernoulli.share() <= 1)) {
                String at = path + ".share";
                report(at, "Invalid " + at + ": " + bernoulli.share() + " (must be in (0, 1])");
            }
        } else if (method instanceof SampleMethod.Systematic systematic) {
            requirePositive(path + ".every", systematic.every());
        } else if (method instanceof SampleMethod.Stratified stratified) {
            requirePositive(path + ".n", stratified.n());
        } else if (method instanceof SampleMethod.Reservoir reservoir) {
            requirePositive(path + ".n", reservoir.n());
        } else if (method instanceof SampleMethod.SimpleRandom simple) {
            requirePositive(path + ".n", simple.n());
        }
    }

    private void requirePositive(String path, int number) {
        if (number < 1) {
            report(path, "Invalid " + path + ": " + number + " (must be 1 or more)");
        }
    }

    /** Returns each input by the key that names it. */
    private static Map<String, String> inputs(Step step) {
        List<String> views = step.inputs();
        Map<String, String> inputs = new LinkedHashMap<>();
        for (int i = 0; i < views.size(); i++) {
            String key = step instanceof JavaStep ? "from[" + i + "]" : "from";
            inputs.put(step instanceof JoinStep ? List.of("left", "right").get(i) : key, views.get(i));
        }
        return inputs;
    }

    private void report(String path, String message) {
        if (!problems.failed(path)) {
            problems.add(path, origins.of(path), message);
        }
    }
}
