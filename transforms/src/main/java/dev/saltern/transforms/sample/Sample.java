/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms.sample;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;

import dev.saltern.transforms.Input;
import dev.saltern.transforms.InvalidTransformException;
import dev.saltern.transforms.Problems;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.NumericType;

/**
 * Draws a probability sample without replacement: the same rows for the same seed, in whatever order and partitions the
 * rows come.
 *
 * <p>The random number of a row is a hash of the seed and its key, XXH64 with 64 bits. Keys are equal as in {@code GROUP
 * BY}: NULL to NULL, NaN to NaN, -0.0 to 0.0. With the same seed and keys that identify a row, the samples of two days
 * or two tables go together: who is in the small one is in the large one, be it {@link SampleMethod.SimpleRandom},
 * {@link SampleMethod.Reservoir} or {@link SampleMethod.Bernoulli}.
 *
 * <p>Rows with equal keys are told apart by an occurrence number, counted in the order of the whole rows, so that each
 * is drawn by itself. The two methods of one pass cannot: {@code Bernoulli} takes all rows of a key or none of them (a
 * sample of the keys), and in {@code Reservoir} they follow each other, so that they come together but for the last key.
 *
 * @param method by which design, and how many rows
 * @param keys names of the columns that identify a row, of any type but {@code INTERVAL} and {@code MAP}; empty: all
 *     columns
 * @param seed any number; another seed draws other rows
 * @see <a href="https://doi.org/10.2307/2342192">J. Neyman, On the Two Different Aspects of the Representative Method,
 *     Journal of the Royal Statistical Society 97 (1934), the allocation of a stratified sample</a>
 * @see <a href="https://doi.org/10.1145/1281100.1281133">E. Cohen and H. Kaplan, Summarizing Data Using Bottom-k
 *     Sketches, PODC 2007, the sample of the least hashes</a>
 */
public record Sample(SampleMethod method, List<String> keys, long seed) {

    /** Copies the list. */
    public Sample {
        keys = List.copyOf(keys);
    }

    /**
     * Describes the rows of the sample; runs no job.
     *
     * <p>Columns: those of the input, as they are. Order and partitioning are lost, but for {@code bernoulli}. Where the
     * table has fewer than {@code n} rows, the sample is the table. By method (Cochran is W. G. Cochran, Sampling
     * Techniques, third edition, 1977):
     *
     * <ul>
     *   <li>{@code simple-random}: the {@code n} rows with the least hashes, each set of {@code n} rows as likely as any
     *       other (Cochran, chapter 2). One shuffle by key, where all rows of a key meet in one task; then the {@code n}
     *       least of each partition go to one task, without a sort of the table.
     *   <li>{@code bernoulli}: the rows whose hash, as a fraction of 53 bits, is below the share. Between 0 and all rows,
     *       {@code share} of them on average. No shuffle.
     *   <li>{@code systematic}: the rows numbered {@code start}, {@code start + every}, ... in the order of the keys, ties
     *       by whole row, with a start in {@code [0, every)} that the seed draws (Cochran, chapter 8). {@code N / every}
     *       rows, rounded up or down. One shuffle, which brings all rows to one task.
     *   <li>{@code stratified}: exactly {@code n} rows in all, a simple random sample of each stratum (Cochran, chapter
     *       5). The sizes add up to {@code n} by largest remainder; a stratum that is to give more than it has gives all,
     *       and the others share the rest (section 5.8). The table is read twice; a shuffle of it by key and one of at
     *       most {@code n} rows per stratum and partition by stratum, for {@code n} below 1000; else all rows of a stratum meet
     *       in one task.
     *   <li>{@code reservoir}: the {@code n} rows with the least hashes (bottom-k: Cohen and Kaplan), in one pass: each
     *       task keeps the {@code n} least it has met, and one task merges them. Where keys repeat, see above.
     * </ul>
     *
     * @param rows columns of any type but {@code INTERVAL}, each with its own name; the target of a Neyman allocation is
     *     numeric
     * @return the rows of the sample, each as it was
     * @throws InvalidTransformException when a column is missing or has no order, two share a name, or the target is not
     *     numeric
     */
    public Dataset<Row> apply(Dataset<Row> rows) {
        Input input = new Input(rows, "input");
        Problems problems = new Problems("sample").requireDistinctNames(input);
        List<String> found = problems.requireKeys(input, keys);
        SampleMethod checked = checked(input, problems);
        problems.requireAllOrderable(input);
        problems.throwIfAny();
        Units units = Units.of(rows, found, seed);
        if (checked instanceof SampleMethod.Bernoulli bernoulli) {
            return units.restored(units.rows().where(Hash.uniform(units.hash()).lt(lit(bernoulli.share()))));
        } else if (checked instanceof SampleMethod.Systematic systematic) {
            return every(units, systematic.every());
        } else if (checked instanceof SampleMethod.Stratified stratified) {
            return new Strata(units, stratified).draw();
        } else if (checked instanceof SampleMethod.Reservoir reservoir) {
            return least(units, reservoir.n());
        }
        return least(units.toldApart(), ((SampleMethod.SimpleRandom) checked).n());
    }

    /** Spark plans this order with a limit as one heap of n rows per task and one that merges them. */
    private static Dataset<Row> least(Units units, int n) {
        return units.restored(units.rows().orderBy(units.randomOrder()).limit(n));
    }

    private Dataset<Row> every(Units units, int every) {
        Dataset<Row> numbered = units.rows().withColumn("number", row_number().over(Window.orderBy(units.keyOrder())));
        return units.restored(
                numbered.where(col("number").minus(lit(1)).mod(lit(every)).equalTo(lit(Hash.below(every, seed)))));
    }

    /** The method with its columns spelled as the table does. */
    private SampleMethod checked(Input input, Problems problems) {
        if (!(method instanceof SampleMethod.Stratified stratified)) {
            return method;
        }
        List<String> by = problems.requireKeys(input, stratified.by());
        Allocation allocation = stratified.allocation();
        if (allocation instanceof Allocation.Neyman neyman) {
            allocation = problems.require(input, neyman.target())
                    .filter(target -> {
                        boolean numeric = target.dataType() instanceof NumericType;
                        if (!numeric) {
                            problems.add("column '" + target.name() + "' has type "
                                    + target.dataType().sql() + ", which is no target (must be numeric)");
                        }
                        return numeric;
                    })
                    .map(target -> Allocation.neyman(target.name()))
                    .orElse(allocation);
        }
        return by.size() == stratified.by().size() ? SampleMethod.stratified(stratified.n(), by, allocation) : method;
    }
}
