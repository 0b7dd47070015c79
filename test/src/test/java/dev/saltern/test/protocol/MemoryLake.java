/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.protocol;

import dev.saltern.jobs.publish.run.Lake;
import dev.saltern.jobs.publish.run.RunId;
import dev.saltern.jobs.publish.store.Backoff;
import dev.saltern.jobs.publish.store.Creation;
import dev.saltern.jobs.publish.store.LakeStore;
import dev.saltern.jobs.publish.store.StoredFile;
import dev.saltern.test.protocol.Operation.Effect;
import dev.saltern.test.protocol.Operation.Kind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** The files of a world, as one process reaches them. */
final class MemoryLake implements LakeStore {
    static final String ROOT = "memory://lake";

    private final Calls calls;
    private final String own;
    private final String runs;
    private final String key;

    /**
     * Opens the files.
     *
     * @param own the run whose data files only this process touches; of the other runs it sees those with the same key, for nobody
     *     looks at others, and states that differ by them alone are the same
     */
    MemoryLake(Calls calls, RunId own) {
        this.calls = calls;
        this.own = Lake.runPath(Desk.TABLE.table(), own) + "/";
        this.runs = Lake.runsPath(Desk.TABLE.table());
        this.key = own.text().startsWith("all-00000000")
                ? ""
                : own.text().substring(own.text().length() - 35, own.text().length() - 26);
    }

    /** Returns the path that a location names. */
    static String path(String location) {
        return location.substring(ROOT.length() + 1);
    }

    @Override
    public String location(String path) {
        return path.isEmpty() ? ROOT : ROOT + "/" + path;
    }

    @Override
    public Backoff backoff() {
        return Backoff.NONE;
    }

    @Override
    public Optional<byte[]> read(String path) {
        Optional<String> content =
                calls.call(Operation.reading(Kind.READ, path, isLocal(path), world -> world.read(path)));
        return content.map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Creation create(String path, byte[] content) {
        String text = new String(content, StandardCharsets.UTF_8);
        return calls.call(Operation.writing(
                Kind.CREATE,
                path,
                false,
                world -> world.read(path).isPresent()
                        ? new Effect(world, Creation.TAKEN)
                        : new Effect(world.with(path, text), Creation.CREATED),
                Creation.UNKNOWN));
    }

    @Override
    public void replace(String path, byte[] content) {
        String text = new String(content, StandardCharsets.UTF_8);
        calls.call(Operation.writing(
                Kind.REPLACE, path, isLocal(path), world -> new Effect(world.with(path, text), ""), null));
    }

    @Override
    public void delete(String path) {
        calls.call(Operation.writing(
                Kind.DELETE, path, isLocal(path), world -> new Effect(world.without(path), ""), null));
    }

    @Override
    public List<String> names(String folder) {
        String prefix = folder + "/";
        return calls.call(Operation.reading(
                Kind.LIST,
                folder,
                isLocal(prefix),
                world -> world.below(prefix).keySet().stream()
                        .map(path -> path.substring(prefix.length()).split("/", 2)[0])
                        .filter(name -> !folder.equals(runs) || name.contains(key))
                        .collect(java.util.stream.Collectors.toCollection(TreeSet::new))
                        .stream()
                        .toList()));
    }

    @Override
    public List<StoredFile> files(String folder) {
        String prefix = folder + "/";
        return calls.call(Operation.reading(
                Kind.LIST,
                folder,
                isLocal(prefix),
                world -> world.below(prefix).entrySet().stream()
                        .map(file -> new StoredFile(
                                file.getKey(),
                                file.getValue().length(),
                                Integer.toHexString(file.getValue().hashCode())))
                        .toList()));
    }

    /** What becomes of the documents of a run is not known to it where an answer was lost; its data files are. */
    private boolean isLocal(String path) {
        return path.startsWith(own) && !path.startsWith(own + "_");
    }
}
