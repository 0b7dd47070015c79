/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * What every page brings along: its style, the library of charts, a script of its own, its data, and a policy by which a browser runs just
 * these scripts and asks nobody for anything.
 *
 * @param style the style sheet
 * @param charts the library
 * @param script the page's own script
 * @param data what the script draws, as JSON that is safe within HTML
 * @param policy the policy: a script whose hash it does not name does not run, also if it came from a cell of a row
 */
public record Shell(String style, String charts, String script, String data, String policy) {
    private static final String CHARTS = resource("echarts.min.js");
    private static final String CHARTS_HASH = hash(CHARTS);
    private static final String ALONE =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none';";
    private static final String STYLE = resource("page.css");
    private static final String COMMON = resource("charts.js");

    /**
     * Returns the shell of a page.
     *
     * @param script the name of the page's script among the program's files
     * @param data what the script draws
     */
    public static Shell of(String script, Object data) {
        String own = COMMON + resource(script);
        String policy = ALONE + " script-src " + CHARTS_HASH + " " + hash(own);
        return new Shell(STYLE, CHARTS, own, EmbeddedJson.of(data), policy);
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Cannot hash: every Java has SHA-256", e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = Shell.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("Cannot find " + name + " in the program. Build it anew");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + name + " of the program", e);
        }
    }
}
