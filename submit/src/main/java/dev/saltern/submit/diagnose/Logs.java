/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.diagnose;

import dev.saltern.submit.aws.Address;
import dev.saltern.submit.aws.ObjectStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the logs of a run on S3: those of its step, then of the driver's container, then of executors; bootstrap actions' where no step ran. */
public final class Logs {
    private static final Pattern APPLICATION = Pattern.compile("application_[0-9]+_[0-9]+");
    private static final String DRIVER = "_000001/";
    private static final int MAX_EXECUTORS = 20;

    private final ObjectStore objects;

    /** Reads from a store. */
    public Logs(ObjectStore objects) {
        this.objects = objects;
    }

    /**
     * Returns the logs of a cluster, the most telling first.
     *
     * @param folder the cluster's own folder: its log URI and its id
     */
    public List<LogFile> ofCluster(Address folder) {
        List<LogFile> logs = new ArrayList<>();
        read(list(folder.child("steps")), logs, Integer.MAX_VALUE);
        String application = logs.stream()
                .flatMap(log -> log.lines().stream())
                .map(APPLICATION::matcher)
                .filter(Matcher::find)
                .map(Matcher::group)
                .findFirst()
                .orElse("");
        List<ObjectStore.Stored> containers = list(
                application.isEmpty()
                        ? folder.child("containers")
                        : folder.child("containers").child(application));
        List<LogFile> inner = new ArrayList<>();
        read(
                containers.stream()
                        .filter(log -> log.address().key().contains(DRIVER))
                        .toList(),
                inner,
                Integer.MAX_VALUE);
        read(
                containers.stream()
                        .filter(log -> !log.address().key().contains(DRIVER))
                        .toList(),
                inner,
                MAX_EXECUTORS);
        if (logs.isEmpty() && inner.isEmpty()) {
            read(
                    list(folder.child("node")).stream()
                            .filter(log -> log.address().key().contains("/bootstrap-actions/"))
                            .toList(),
                    inner,
                    MAX_EXECUTORS);
        }
        // The step only says that the application failed; the driver says why.
        inner.addAll(logs);
        return inner;
    }

    /** Returns the logs of a job run of EMR Serverless, the driver's first. */
    public List<LogFile> ofJobRun(Address folder, String application, String run) {
        Address logs =
                folder.child("applications").child(application).child("jobs").child(run);
        List<LogFile> files = new ArrayList<>();
        read(list(logs.child("SPARK_DRIVER")), files, Integer.MAX_VALUE);
        read(list(logs.child("SPARK_EXECUTOR")), files, MAX_EXECUTORS);
        return files;
    }

    /** Returns a file, or all files of a folder. */
    public List<LogFile> at(Address address) {
        List<LogFile> files = new ArrayList<>();
        objects.find(address).ifPresent(found -> files.add(file(address, found.text())));
        if (files.isEmpty()) {
            read(list(address), files, MAX_EXECUTORS);
        }
        return files;
    }

    private List<ObjectStore.Stored> list(Address folder) {
        return objects.list(new Address(folder.bucket(), folder.key() + "/"));
    }

    /** Standard error before standard output; of many files the largest, for failures are long. */
    private void read(List<ObjectStore.Stored> stored, List<LogFile> into, int max) {
        stored.stream()
                .filter(log -> log.bytes() > 0)
                .sorted(Comparator.comparing((ObjectStore.Stored log) ->
                                !log.address().name().startsWith("stderr"))
                        .thenComparing(Comparator.comparingLong(ObjectStore.Stored::bytes)
                                .reversed()))
                .limit(max)
                .forEach(log ->
                        objects.find(log.address()).ifPresent(found -> into.add(file(log.address(), found.text()))));
    }

    private static LogFile file(Address address, String text) {
        return new LogFile(address.toString(), text.lines().toList());
    }
}
