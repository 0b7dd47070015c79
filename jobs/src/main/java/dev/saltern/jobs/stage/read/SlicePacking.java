/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Cuts long files and puts short ones together, so that tasks read about as much; the same input is always packed the same way. */
final class SlicePacking {
    /** What opening a file costs, as if it were so many bytes; Spark's own default for its file sources. */
    private static final long OPEN_COST = 4L << 20;

    private final long splitBytes;
    private final int parallelism;

    SlicePacking(long splitBytes, int parallelism) {
        this.splitBytes = splitBytes;
        this.parallelism = Math.max(1, parallelism);
    }

    List<SlicePartition> pack(List<RawFile> files, Predicate<RawFile> splittable) {
        long openCost = Math.min(OPEN_COST, splitBytes);
        long total = files.stream().mapToLong(file -> file.size() + openCost).sum();
        long target = Math.min(splitBytes, Math.max(openCost, total / parallelism));
        List<FileSlice> slices = new ArrayList<>();
        for (RawFile file : files) {
            if (splittable.test(file) && file.size() > target) {
                cut(file, target, slices);
            } else {
                slices.add(new FileSlice(file, 0, Long.MAX_VALUE));
            }
        }
        slices.sort(Comparator.comparingLong((FileSlice slice) -> slice.weight(0))
                .reversed()
                .thenComparing(slice -> slice.file().path())
                .thenComparingLong(FileSlice::start));
        return group(slices, target, openCost);
    }

    private static void cut(RawFile file, long target, List<FileSlice> slices) {
        for (long start = 0; start < file.size(); start += target) {
            boolean last = start + target >= file.size();
            slices.add(new FileSlice(file, start, last ? Long.MAX_VALUE : start + target));
        }
    }

    private static List<SlicePartition> group(List<FileSlice> slices, long target, long openCost) {
        List<SlicePartition> partitions = new ArrayList<>();
        List<FileSlice> group = new ArrayList<>();
        long weight = 0;
        for (FileSlice slice : slices) {
            if (!group.isEmpty() && weight + slice.weight(0) > target) {
                partitions.add(new SlicePartition(group));
                group = new ArrayList<>();
                weight = 0;
            }
            group.add(slice);
            weight += slice.weight(openCost);
        }
        if (!group.isEmpty()) {
            partitions.add(new SlicePartition(group));
        }
        return partitions;
    }
}
