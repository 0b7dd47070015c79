/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What the pages say is so: snippets stand in the files, links lead somewhere, commands have the options that are shown. */
class DocumentationTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern COMMAND = Pattern.compile("(?:^|[\\s($])(?:\\./)?saltern((?: +[^\\s|#;)]+)+)");
    private static final Pattern OPTION = Pattern.compile("--?[a-z][a-z-]*");

    private final CommandLine root = CommandTree.create(Cli.surroundings(Path.of(""), null));

    @Test
    void snippetsAreThoseOfTheFiles() throws IOException {
        for (Markdown page : pages()) {
            String renewed = page.renewed(ROOT);
            if (Boolean.getBoolean("saltern.regenerate")) {
                Files.writeString(page.file(), renewed);
            }
            assertThat(page.file())
                    .as("renew it with -Dsaltern.regenerate=true")
                    .hasContent(renewed);
        }
    }

    @Test
    void linksLeadSomewhere() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Markdown page : pages()) {
            for (String link : page.links()) {
                Path target = target(page, link);
                int anchor = link.indexOf('#');
                if (!Files.exists(target)
                        || (anchor >= 0 && !Markdown.read(target).anchors().contains(link.substring(anchor + 1)))) {
                    broken.add(page.file() + ": " + link);
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void everyPageIsReachedFromTheIndex() throws IOException {
        Set<Path> reached = new TreeSet<>();
        Deque<Path> open = new ArrayDeque<>(List.of(ROOT.resolve("docs/README.md")));
        while (!open.isEmpty()) {
            Path page = open.pop().normalize();
            if (reached.add(page) && page.toString().endsWith(".md")) {
                Markdown read = Markdown.read(page);
                read.links().forEach(link -> open.add(target(read, link)));
            }
        }
        assertThat(reached)
                .containsAll(pages().stream()
                        .map(page -> page.file().normalize())
                        .filter(file -> file.startsWith(ROOT.resolve("docs").normalize()))
                        .toList());
    }

    @Test
    void commandsAreThoseOfTheProgram() throws IOException {
        List<String> wrong = new ArrayList<>();
        int checked = 0;
        for (Markdown page : pages()) {
            for (String code : page.code()) {
                for (String words : COMMAND.matcher(code)
                        .results()
                        .map(found -> found.group(1).strip())
                        .toList()) {
                    checked++;
                    check(words.split(" +", -1)).forEach(problem -> wrong.add(page.file() + ": " + problem));
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(checked).isGreaterThan(100);
    }

    private List<String> check(String... words) {
        CommandLine command = root;
        int at = 0;
        while (at < words.length && command.getSubcommands().containsKey(words[at])) {
            command = command.getSubcommands().get(words[at]);
            at++;
        }
        if (at == 0 && words[0].matches("[a-z-]+") && !words[0].startsWith("-")) {
            return List.of("there is no command " + words[0]);
        }
        CommandLine named = command;
        // COMMAND stands for any of them.
        return at == 0
                ? List.of()
                : Arrays.stream(words)
                        .map(word -> word.replaceFirst("=.*", ""))
                        .filter(word -> OPTION.matcher(word).matches())
                        .filter(option -> named.getCommandSpec().findOption(option) == null)
                        .map(option -> named.getCommandSpec().qualifiedName() + " has no option " + option)
                        .toList();
    }

    private static Path target(Markdown page, String link) {
        String file = link.replaceFirst("#.*", "");
        return file.isEmpty() ? page.file() : page.file().resolveSibling(file).normalize();
    }

    private static List<Markdown> pages() throws IOException {
        List<Markdown> pages = new ArrayList<>();
        try (Stream<Path> files = Files.walk(ROOT.resolve("docs"))) {
            for (Path file : Stream.concat(
                            Stream.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md")
                                    .map(ROOT::resolve),
                            files)
                    .filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList()) {
                pages.add(Markdown.read(file));
            }
        }
        return pages;
    }
}
