/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.step;

import dev.saltern.conf.Allocation;
import dev.saltern.conf.SampleMethod;

/** Turns what people write about a sample into what draws it. */
final class Samples {
    private Samples() {}

    static dev.saltern.transforms.sample.SampleMethod method(SampleMethod method) {
        if (method instanceof SampleMethod.Bernoulli bernoulli) {
            return dev.saltern.transforms.sample.SampleMethod.bernoulli(bernoulli.share());
        } else if (method instanceof SampleMethod.Systematic systematic) {
            return dev.saltern.transforms.sample.SampleMethod.systematic(systematic.every());
        } else if (method instanceof SampleMethod.Stratified stratified) {
            return dev.saltern.transforms.sample.SampleMethod.stratified(
                    stratified.n(), stratified.by(), allocation(stratified.allocation()));
        } else if (method instanceof SampleMethod.Reservoir reservoir) {
            return dev.saltern.transforms.sample.SampleMethod.reservoir(reservoir.n());
        }
        return dev.saltern.transforms.sample.SampleMethod.simpleRandom(((SampleMethod.SimpleRandom) method).n());
    }

    private static dev.saltern.transforms.sample.Allocation allocation(Allocation allocation) {
        if (allocation instanceof Allocation.Neyman neyman) {
            return dev.saltern.transforms.sample.Allocation.neyman(neyman.target());
        }
        return allocation instanceof Allocation.Equal
                ? dev.saltern.transforms.sample.Allocation.equal()
                : dev.saltern.transforms.sample.Allocation.proportional();
    }
}
