/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.session;

import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hadoop.io.compress.CompressionInputStream;
import org.apache.hadoop.io.compress.Decompressor;
import org.apache.hadoop.io.compress.ZStandardCodec;
import org.jspecify.annotations.Nullable;

/**
 * Reads Zstandard by the library that Spark brings along. Hadoop's own codec asks for a native library, which clusters have and a laptop
 * has not.
 */
public final class OwnZstdCodec extends ZStandardCodec {
    @Override
    public CompressionInputStream createInputStream(InputStream in) throws IOException {
        return new Unpacked(new ZstdInputStream(in));
    }

    @Override
    public CompressionInputStream createInputStream(InputStream in, @Nullable Decompressor none) throws IOException {
        return createInputStream(in);
    }

    /** Returns a type that no pool has one of. */
    @Override
    public Class<? extends Decompressor> getDecompressorType() {
        return Decompressor.class;
    }

    @Override
    public @Nullable Decompressor createDecompressor() {
        return null;
    }

    private static final class Unpacked extends CompressionInputStream {
        Unpacked(InputStream plain) throws IOException {
            super(plain);
        }

        @Override
        public int read() throws IOException {
            return in.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return in.read(target, offset, length);
        }

        @Override
        public void resetState() {
            throw new UnsupportedOperationException("Cannot read Zstandard again from a place within");
        }
    }
}
