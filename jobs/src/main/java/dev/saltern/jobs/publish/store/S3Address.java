/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.store;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A folder on S3.
 *
 * @param bucket its bucket
 * @param prefix what the keys below it start with: blank, or with a slash at the end
 */
record S3Address(String bucket, String prefix) {
    private static final Pattern FORM = Pattern.compile("s3a?://([^/]+)(?:/+(.*?))?/*");

    static S3Address parse(String location) {
        Matcher matcher = FORM.matcher(location);
        if (!matcher.matches()) {
            throw new SalternException(
                    ExitCode.INVALID_CONFIGURATION, "Invalid lake: " + location + " (must be s3://<bucket>/<folder>)");
        }
        String folder = matcher.group(2);
        return new S3Address(matcher.group(1), folder == null || folder.isEmpty() ? "" : folder + "/");
    }

    /** Returns the key of a path below. */
    String key(String path) {
        return prefix + path;
    }

    /** Returns what the keys below a folder start with; the folder itself is below the one of this address, or blank. */
    String folder(String path) {
        return path.isEmpty() ? prefix : prefix + path + "/";
    }
}
