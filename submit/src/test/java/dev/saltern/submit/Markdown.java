/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of the documentation: its links, headings, code and the snippets that it cuts from files. */
record Markdown(Path file, String text) {
    private static final Pattern FENCE = Pattern.compile("(?m)^```\\w*\\n(.*?)^```$", Pattern.DOTALL);
    private static final Pattern SPAN = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.*)$");
    private static final Pattern SNIPPET = Pattern.compile(
            "<!-- from (\\S+?)(?:: \"(.+?)\" to (?:\"(.+?)\"|end))? -->\\n```\\w*\\n(.*?)^```$",
            Pattern.DOTALL | Pattern.MULTILINE);

    static Markdown read(Path file) throws IOException {
        return new Markdown(file, Files.readString(file));
    }

    /** Returns the targets of links to other pages and places of the project. */
    List<String> links() {
        return LINK.matcher(prose())
                .results()
                .map(link -> link.group(1))
                .filter(link -> !link.contains("://"))
                .toList();
    }

    /** Returns the names that a link can jump to. */
    List<String> anchors() {
        return HEADING.matcher(FENCE.matcher(text).replaceAll(""))
                .results()
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}\\- ]", "")
                        .strip()
                        .replace(' ', '-'))
                .toList();
    }

    /** Returns the lines of code blocks, and what stands as code within sentences. */
    List<String> code() {
        return Stream.concat(
                        FENCE.matcher(text)
                                .results()
                                .flatMap(block -> block.group(1).lines()),
                        SPAN.matcher(FENCE.matcher(text).replaceAll(""))
                                .results()
                                .map(span -> span.group(1)))
                .toList();
    }

    /** Returns the page with its snippets as they stand in the files now. */
    String renewed(Path root) throws IOException {
        StringBuilder page = new StringBuilder();
        Matcher snippet = SNIPPET.matcher(text);
        int copied = 0;
        while (snippet.find()) {
            page.append(text, copied, snippet.start(4));
            page.append(cut(Files.readString(root.resolve(snippet.group(1))), snippet.group(2), snippet.group(3)));
            copied = snippet.end(4);
        }
        return page.append(text.substring(copied)).toString();
    }

    /** Returns the lines from the first that begins with a text, up to the next one that begins with another; all, without the texts. */
    private static String cut(String text, String from, String to) {
        List<String> lines = new ArrayList<>();
        boolean within = from == null;
        for (String line : text.lines().toList()) {
            if (within && to != null && line.startsWith(to)) {
                break;
            }
            within |= from != null && line.startsWith(from);
            if (within) {
                lines.add(line);
            }
        }
        if (lines.isEmpty()) {
            throw new IllegalStateException("Cannot cut a snippet: no line begins with " + from);
        }
        return String.join("\n", lines).stripTrailing() + "\n";
    }

    private String prose() {
        return SPAN.matcher(FENCE.matcher(text).replaceAll("")).replaceAll("");
    }
}
