/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

import dev.saltern.quality.internal.Spark;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** Lists and reads files by the driver, with the Hadoop configuration of the session. */
final class StoredFiles {
    private static final int BUFFER_BYTES = 1 << 16;

    private final Dataset<Row> rows;
    private final Configuration hadoop;
    private final @Nullable Pattern pattern;
    private final int recent;

    StoredFiles(Dataset<Row> rows, @Nullable Pattern pattern, int recent) {
        this.rows = rows;
        this.hadoop = Spark.state(rows.sparkSession()).newHadoopConf();
        this.pattern = pattern;
        this.recent = recent;
    }

    /** Returns how a message names the place. */
    String name(@Nullable String path) {
        return path == null ? "the checked data" : path;
    }

    /**
     * Returns the files of a folder with those of its subfolders, or the file itself, or for null the files of the checked rows;
     * names that begin with {@code _} or a point are passed over, in folders.
     *
     * @throws IOException when there is no such path, or it cannot be read
     */
    List<StoredFile> list(@Nullable String path) throws IOException {
        List<StoredFile> files = new ArrayList<>();
        if (path == null) {
            for (String file : rows.inputFiles()) {
                Path one = new Path(URI.create(file));
                files.add(file(one.getFileSystem(hadoop).getFileStatus(one)));
            }
        } else {
            Path root = new Path(path);
            FileSystem system = root.getFileSystem(hadoop);
            RemoteIterator<LocatedFileStatus> found = system.listFiles(root, true);
            while (found.hasNext()) {
                FileStatus status = found.next();
                if (!isHidden(root, status.getPath(), system)) {
                    files.add(file(status));
                }
            }
        }
        Pattern kept = pattern;
        return files.stream()
                .filter(file ->
                        kept == null || kept.matcher(file.path().toString()).find())
                .sorted(Comparator.comparing(StoredFile::modified).reversed().thenComparing(Comparator.naturalOrder()))
                .limit(recent)
                .toList();
    }

    private static StoredFile file(FileStatus status) {
        return new StoredFile(status.getPath(), status.getLen(), Instant.ofEpochMilli(status.getModificationTime()));
    }

    private static boolean isHidden(Path root, Path path, FileSystem system) {
        Path top = system.makeQualified(root);
        for (Path part = path; part != null && !part.equals(top); part = part.getParent()) {
            if (part.getName().startsWith("_") || part.getName().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    /** Returns the checksum of the content in lower-case hexadecimal digits; reads the whole file. */
    String checksum(StoredFile file, String algorithm) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IOException("no algorithm " + algorithm, e);
        }
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = file.path().getFileSystem(hadoop).open(file.path())) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
