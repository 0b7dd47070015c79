/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.day;

import java.io.IOException;
import java.io.StringWriter;

/** What a command tells; when a word comes, something is done before it goes on. */
final class Waiting extends StringWriter {
    private final String word;
    private final Deed deed;
    private boolean isDone;

    Waiting(String word, Deed deed) {
        this.word = word;
        this.deed = deed;
    }

    /** Something that is done once. */
    @FunctionalInterface
    interface Deed {
        void run() throws IOException;
    }

    @Override
    public void write(String text, int from, int length) {
        super.write(text, from, length);
        if (!isDone && getBuffer().indexOf(word) >= 0) {
            isDone = true;
            try {
                deed.run();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}
