/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.stage.read;

import java.io.Serializable;
import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.List;

/**
 * How text files are written.
 *
 * @param format csv, json or fixed-width
 * @param header whether the first record of each csv file names its columns
 * @param delimiter what stands between csv cells, at least one character
 * @param quote the csv quote, one ASCII character, or empty for none
 * @param escape what makes a quote part of a quoted cell, one ASCII character; the quote itself if empty
 * @param multiLine whether a record may span lines
 * @param widths of fixed-width cells, in characters
 * @param nullTokens cells that mean NULL
 * @param timestampFormats patterns in the order in which they are tried; ISO 8601 if empty
 * @param dateFormats likewise
 * @param zone of timestamps that name none
 * @param encoding the name of the character encoding
 */
public record TextLayout(
        Format format,
        boolean header,
        String delimiter,
        String quote,
        String escape,
        boolean multiLine,
        List<Integer> widths,
        List<String> nullTokens,
        List<String> timestampFormats,
        List<String> dateFormats,
        ZoneId zone,
        String encoding)
        implements Serializable {
    /** The text formats. */
    public enum Format {
        CSV,
        JSON,
        FIXED_WIDTH
    }

    public TextLayout {
        widths = List.copyOf(widths);
        nullTokens = List.copyOf(nullTokens);
        timestampFormats = List.copyOf(timestampFormats);
        dateFormats = List.copyOf(dateFormats);
    }

    /** Returns whether a file may be cut at any line feed byte: records are lines, and bytes are read as they are. */
    boolean splittable() {
        return !multiLine && isUtf8();
    }

    /** Returns whether the bytes are UTF-8, of which ASCII is a part, so that they are checked and not decoded. */
    boolean isUtf8() {
        return encoding.equals("UTF-8");
    }

    Charset charset() {
        return Charset.forName(encoding);
    }
}
