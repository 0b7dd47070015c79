/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.Partitioning;
import dev.saltern.conf.SalternException;
import dev.saltern.conf.Source;
import dev.saltern.conf.SourceFormat;
import dev.saltern.jobs.stage.read.RawColumns;
import dev.saltern.transforms.skew.detect.KeySketch;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.SparkException;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** Turns the raw files of a source into columnar files of typed rows, with every record accounted for. */
public final class Staging {
    private final SparkSession spark;
    private final StageRequest request;
    private final StructType schema;
    private final StageWrite write;
    private final Refusals refusals;

    private Staging(SparkSession spark, StageRequest request) {
        this.spark = spark;
        this.request = request;
        this.schema = StagedSchema.of(request.source(), request.schema(), request.partitioning());
        this.write = new StageWrite(spark, request, schema);
        this.refusals = new Refusals(request);
    }

    /**
     * Reads the files once and writes them once, as Parquet under the target, in folders by verdict. Each record gets one verdict, the first
     * of: elsewhere, for one whose home within the lookback is not in the scope; corrupt; quarantined, for cells that do not convert, missing NOT NULL values, a NULL partition, a period outside the run where
     * the source says so, and the quarantine rules, with all its reasons; dropped; outside; kept. Rows of a file that cannot be read whole
     * are not kept: if such files are to be skipped, the others are read again without them. No shuffle, no sort; the same files give the
     * same rows. The account's figures come from the footers of the files written, but for {@code read}, which the scan counts.
     *
     * @throws SalternException STEP_FAILED if there are no files, unreadable files or drifting columns and the source does not allow it, or if
     *     Spark's job fails; INVALID_CONFIGURATION if the schema or the partition expression is at fault
     */
    public static StagedSource stage(SparkSession spark, StageRequest request) {
        return new Staging(spark, request).run();
    }

    /** Returns whether rows of the source can come late: its path names one period, they another, and there is a lookback. */
    public static boolean mayComeLate(Source source, Partitioning partitioning) {
        return HomePeriod.applies(source, partitioning);
    }

    private StagedSource run() {
        List<SourceFile> files = request.files().files();
        if (files.isEmpty()) {
            refusals.refuseNoFiles();
            return nothing(List.of(), List.of());
        }
        return request.source().format() == SourceFormat.PARQUET ? stageParquet(files) : stageText(files);
    }

    private StagedSource stageText(List<SourceFile> all) {
        List<UnreadableFile> unreadable = new ArrayList<>();
        List<SourceFile> files = all;
        while (!files.isEmpty()) {
            StageWrite.Written written = write(files, Map.of());
            StagedFiles staged = new StagedFiles(spark, request.target());
            List<UnreadableFile> found = unreadable(staged);
            refusals.refuseUnreadable(found);
            if (found.isEmpty()) {
                List<Drift> drifts = drifts(staged);
                refusals.refuseDrift(drifts);
                return result(staged, written, unreadable, drifts);
            }
            unreadable.addAll(found);
            files = without(files, found);
        }
        return nothing(unreadable, List.of());
    }

    private StagedSource stageParquet(List<SourceFile> all) {
        ParquetFooters footers = ParquetFooters.of(spark, request.source(), request.schema(), all);
        refusals.refuseUnreadable(footers.unreadable());
        refusals.refuseDrift(footers.drifts());
        List<UnreadableFile> unreadable = new ArrayList<>(footers.unreadable());
        List<SourceFile> files = without(all, unreadable);
        Map<StructType, List<SourceFile>> groups = footers.groups();
        while (!files.isEmpty()) {
            SalternException failure;
            try {
                StageWrite.Written written = write(files, groups);
                long expected = footers.rowsOf(files);
                if (written.read() == expected) {
                    return result(new StagedFiles(spark, request.target()), written, unreadable, footers.drifts());
                }
                failure = new SalternException(
                        ExitCode.UNBALANCED_ACCOUNT,
                        "Cannot stage " + request.name() + ": " + written.read()
                                + " rows were read where the footers say " + expected);
            } catch (SalternException e) {
                if (e.exitCode() != ExitCode.STEP_FAILED) {
                    throw e;
                }
                failure = e;
            }
            List<UnreadableFile> found = write.probe(groups, footers.rows());
            if (found.isEmpty()) {
                throw failure;
            }
            refusals.refuseUnreadable(found);
            unreadable.addAll(found);
            files = without(files, found);
            groups = without(groups, found);
        }
        return nothing(unreadable, footers.drifts());
    }

    private StageWrite.Written write(List<SourceFile> files, Map<StructType, List<SourceFile>> groups) {
        try {
            return write.write(files, groups);
        } catch (Exception e) { // SparkException is checked, but Spark's methods do not declare it
            if (e instanceof SparkException) {
                throw write.failed(e);
            }
            throw e;
        }
    }

    private StagedSource result(
            StagedFiles staged, StageWrite.Written written, List<UnreadableFile> unreadable, List<Drift> drifts) {
        long corrupt = staged.rows(Verdict.CORRUPT);
        long kept = staged.rows(Verdict.KEPT) + staged.rows(Verdict.LATE);
        long quarantined = staged.rows(Verdict.QUARANTINED);
        long dropped = staged.rows(Verdict.DROPPED);
        long outside = staged.rows(Verdict.OUTSIDE);
        SourceAccount account = new SourceAccount(
                written.read(),
                corrupt,
                kept + quarantined + dropped + outside,
                kept,
                quarantined,
                quarantined == 0 ? Map.of() : staged.rowsByRule(Verdict.QUARANTINED),
                dropped,
                dropped == 0 ? Map.of() : staged.rowsByRule(Verdict.DROPPED),
                outside,
                staged.rows(Verdict.ELSEWHERE));
        return new StagedSource(
                request.name(),
                staged.kept(schema),
                staged.setAside(request.name(), request.partitioning()),
                staged.aside(request.name(), request.partitioning(), Verdict.DROPPED),
                account,
                unreadable,
                drifts,
                HomePeriod.applies(request.source(), request.partitioning()) ? staged.late() : Map.of(),
                written.sketches());
    }

    private StagedSource nothing(List<UnreadableFile> unreadable, List<Drift> drifts) {
        StagedFiles none = StagedFiles.none(spark);
        return new StagedSource(
                request.name(),
                none.kept(schema),
                none.setAside(request.name(), request.partitioning()),
                none.aside(request.name(), request.partitioning(), Verdict.DROPPED),
                SourceAccount.EMPTY,
                unreadable,
                drifts,
                Map.of(),
                request.keySets().stream().distinct().collect(Collectors.toMap(keys -> keys, keys -> KeySketch.EMPTY)));
    }

    private static List<UnreadableFile> unreadable(StagedFiles staged) {
        Map<String, UnreadableFile> files = new TreeMap<>();
        for (Row marker : staged.markers(Verdict.UNREADABLE)) {
            String path = marker.getAs(RawColumns.FILE);
            String reason = marker.<String>getList(marker.fieldIndex(StagedRows.REASONS))
                    .get(0);
            files.putIfAbsent(path, new UnreadableFile(path, reason));
        }
        return List.copyOf(files.values());
    }

    private static List<Drift> drifts(StagedFiles staged) {
        Set<Drift> drifts = new LinkedHashSet<>();
        for (Row marker : staged.markers(Verdict.DRIFT)) {
            List<String> kinds = marker.getList(marker.fieldIndex(StagedRows.IDS));
            List<String> columns = marker.getList(marker.fieldIndex(StagedRows.REASONS));
            for (int i = 0; i < kinds.size(); i++) {
                boolean unknown = kinds.get(i).equals(RawColumns.UNKNOWN_COLUMN);
                drifts.add(new Drift(
                        marker.getAs(RawColumns.FILE),
                        unknown ? Drift.Kind.UNKNOWN : Drift.Kind.MISSING,
                        columns.get(i)));
            }
        }
        return List.copyOf(drifts);
    }

    private static List<SourceFile> without(List<SourceFile> files, List<UnreadableFile> unreadable) {
        Set<String> paths =
                new HashSet<>(unreadable.stream().map(UnreadableFile::path).toList());
        return files.stream().filter(file -> !paths.contains(file.path())).toList();
    }

    private static Map<StructType, List<SourceFile>> without(
            Map<StructType, List<SourceFile>> groups, List<UnreadableFile> unreadable) {
        Map<StructType, List<SourceFile>> left = new LinkedHashMap<>();
        groups.forEach((group, files) -> {
            if (!without(files, unreadable).isEmpty()) {
                left.put(group, without(files, unreadable));
            }
        });
        return left;
    }
}
