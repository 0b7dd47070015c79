/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.store;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import dev.saltern.jobs.files.FolderWalk;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.EtagSource;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** A lake on a file system of Hadoop. */
public final class HadoopStore implements LakeStore {
    private final String root;
    private final FileSystem fileSystem;
    private final Creator creator;

    /**
     * Opens a lake.
     *
     * @param root its root as a URI without a trailing slash
     * @param creator how documents are created there
     */
    public HadoopStore(String root, Configuration conf, Creator creator) {
        this.root = root;
        this.creator = creator;
        try {
            this.fileSystem = new Path(root).getFileSystem(conf);
        } catch (IOException e) {
            throw failed("open", new Path(root), e);
        }
    }

    /**
     * Opens a lake on the local file system.
     *
     * @throws SalternException with {@link ExitCode#INVALID_CONFIGURATION} if it is somewhere else
     */
    public static HadoopStore local(String root, Configuration conf) {
        if (!"file".equals(new Path(root).toUri().getScheme())) {
            throw new SalternException(
                    ExitCode.INVALID_CONFIGURATION,
                    "Cannot keep a journal on " + root
                            + ": it needs S3 or the local file system. Choose a lake on s3:// or on a local path");
        }
        return new HadoopStore(root, conf, HadoopStore::createLocally);
    }

    @Override
    public String location(String path) {
        return path.isEmpty() ? root : root + "/" + path;
    }

    @Override
    public Optional<byte[]> read(String path) {
        Path file = file(path);
        try (var in = fileSystem.open(file)) {
            return Optional.of(in.readAllBytes());
        } catch (FileNotFoundException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw failed("read", file, e);
        }
    }

    @Override
    public Creation create(String path, byte[] content) {
        try {
            return creator.create(location(path), content);
        } catch (IOException e) {
            throw failed("write", file(path), e);
        }
    }

    @Override
    public void replace(String path, byte[] content) {
        Path file = file(path);
        try {
            if ("file".equals(fileSystem.getScheme())) {
                WriteOnce.replace(local(location(path)), content);
                return;
            }
            // An object store shows an object when the stream is closed, and never a part of it.
            try (var out = fileSystem.create(file, true)) {
                out.write(content);
            }
        } catch (IOException e) {
            throw failed("write", file, e);
        }
    }

    @Override
    public void delete(String path) {
        try {
            fileSystem.delete(file(path), true);
        } catch (IOException e) {
            throw failed("remove", file(path), e);
        }
    }

    @Override
    public List<String> names(String folder) {
        try {
            List<String> names = new ArrayList<>();
            for (FileStatus status : fileSystem.listStatus(file(folder))) {
                names.add(status.getPath().getName());
            }
            names.sort(Comparator.naturalOrder());
            return names;
        } catch (FileNotFoundException e) {
            return List.of();
        } catch (IOException e) {
            throw failed("list", file(folder), e);
        }
    }

    @Override
    public List<StoredFile> files(String folder) {
        List<StoredFile> files = new ArrayList<>();
        try {
            for (FileStatus status : FolderWalk.files(fileSystem, file(folder))) {
                files.add(stored(status));
            }
        } catch (FileNotFoundException e) {
            return List.of();
        } catch (IOException e) {
            throw failed("list", file(folder), e);
        }
        files.sort(Comparator.comparing(StoredFile::path));
        return files;
    }

    private StoredFile stored(FileStatus status) {
        int prefix = new Path(root).toUri().getPath().length() + 1;
        return new StoredFile(status.getPath().toUri().getPath().substring(prefix), status.getLen(), version(status));
    }

    private static String version(FileStatus status) {
        String etag = status instanceof EtagSource source ? source.getEtag() : null;
        return etag == null ? Long.toString(status.getModificationTime()) : etag;
    }

    private Path file(String path) {
        return new Path(location(path));
    }

    private static Creation createLocally(String location, byte[] content) throws IOException {
        return WriteOnce.create(local(location), content) ? Creation.CREATED : Creation.TAKEN;
    }

    private static java.nio.file.Path local(String location) {
        return Paths.get(new Path(location).toUri().getPath());
    }

    private static SalternException failed(String verb, Path file, IOException e) {
        return new SalternException(ExitCode.STEP_FAILED, "Cannot " + verb + " " + file + ": " + e.getMessage(), e);
    }
}
