/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf.load;

import dev.saltern.conf.Origin;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads files that people write: UTF-8, with or without a byte order mark, any line ends. */
final class TextFile {
    private TextFile() {}

    /** Returns the text with {@code \n} as line ends; a failure becomes a problem at {@code path}. */
    static Optional<String> read(Path file, String path, Problems problems) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            problems.add(path, new Origin(file.toString(), 1, 1), "Cannot read " + file + ": " + reason(file, e));
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
        String text = out.flip().toString();
        if (result.isError()) {
            problems.add(path, end(file, text), "Cannot read " + file + ": it is not UTF-8");
            return Optional.empty();
        }
        String body = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return Optional.of(body.replace("\r\n", "\n"));
    }

    static String reason(Path file, IOException failure) {
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        return Files.isDirectory(file) ? "it is a folder" : String.valueOf(failure.getMessage());
    }

    private static Origin end(Path file, String text) {
        int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
        return new Origin(file.toString(), line, text.length() - text.lastIndexOf('\n'));
    }
}
