/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage.read;

import java.io.IOException;
import java.io.InputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionCodecFactory;

/** Opens files: decompressed by the ending of their name, in UTF-8 whatever their encoding, without a byte order mark. */
final class SliceOpening {
    /** A longer record is a sign of an open quote or bracket; one array holds it, and Parquet must hold it, too. */
    private static final int MAX_RECORD_BYTES = 256 << 20;

    private final TextLayout layout;
    private final Configuration hadoop;
    private final CompressionCodecFactory codecs;

    SliceOpening(TextLayout layout, Configuration hadoop) {
        this.layout = layout;
        this.hadoop = hadoop;
        this.codecs = new CompressionCodecFactory(hadoop);
    }

    /** Opens a slice from its file's start on; fails if the file is empty. */
    ByteWindow openStart(FileSlice slice) throws IOException {
        if (slice.file().size() == 0) {
            throw new UnreadableException("empty file (0 bytes)");
        }
        Path path = new Path(slice.file().path());
        InputStream in = decompress(path, path.getFileSystem(hadoop).open(path));
        InputStream cut = slice.whole() ? in : new RangeStream(in, 0, slice.end());
        InputStream utf8 = layout.isUtf8() ? cut : new DecodingStream(cut, layout.charset());
        ByteWindow window = new ByteWindow(utf8, 0, MAX_RECORD_BYTES);
        try {
            window.skipByteOrderMark();
            if (window.limit == 0) {
                throw new UnreadableException("empty file (0 bytes)");
            }
            return window;
        } catch (IOException | RuntimeException e) {
            window.close();
            throw e;
        }
    }

    /** Opens a slice at the first line that starts in it and not before {@code firstRecord}, the end of the header. */
    ByteWindow openWithin(FileSlice slice, long firstRecord) throws IOException {
        Path path = new Path(slice.file().path());
        FSDataInputStream in = path.getFileSystem(hadoop).open(path);
        try {
            long position = firstRecord;
            if (slice.start() > firstRecord) {
                in.seek(slice.start() - 1);
                position = slice.start() - 1 + skipLine(in);
            } else {
                in.seek(Math.min(firstRecord, slice.file().size()));
            }
            return new ByteWindow(new RangeStream(in, position, slice.end()), position, MAX_RECORD_BYTES);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    private static long skipLine(InputStream in) throws IOException {
        long skipped = 0;
        int value;
        do {
            value = in.read();
            skipped += value < 0 ? 0 : 1;
        } while (value >= 0 && value != '\n');
        return skipped;
    }

    private InputStream decompress(Path path, InputStream raw) throws IOException {
        CompressionCodec codec = codecs.getCodec(path);
        if (codec == null) {
            return raw;
        }
        try {
            return codec.createInputStream(raw);
        } catch (IOException | RuntimeException e) {
            raw.close();
            throw e;
        } catch (LinkageError e) {
            raw.close();
            throw new UnreadableException(
                    "the codec " + codec.getClass().getSimpleName() + " is not installed: " + e.getMessage());
        }
    }
}
