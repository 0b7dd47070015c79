/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import dev.saltern.quality.dqdl.Parameter;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;

/**
 * {@code RowCountMatch "reference" >= 0.95}: the number of rows divided by that of another table. Two tables without rows have
 * the ratio 1; where only the other one has none there is no number, and the rule fails.
 */
final class RowCountMatch implements RuleSemantics {
    @Override
    public Optional<Check> compile(FiledRule filed, List<StructField> fields, Column applies, Scope scope) {
        Parameter dataset = filed.rule().parameters().get(0);
        Claim claim = OtherData.ratio(filed, applies);
        Measurement measurement = (rows, evidence) -> {
            double own = rows(rows, "quality: number of rows");
            double other = rows(evidence.dataset(dataset.text()), "quality: number of rows of " + dataset.text());
            return Finding.of(Tally.number(Ratio.of(own, other), 0));
        };
        return OtherData.schema(dataset.text(), dataset.span(), scope)
                .map(schema -> new Check.OnData(claim, ProvenBy.OTHER_DATA, measurement));
    }

    /** A count without columns; of Parquet it reads footers only. */
    private static long rows(Dataset<Row> rows, String description) {
        return Described.run(rows.sparkSession().sparkContext(), description, rows::count);
    }
}
