/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf.load;

import dev.saltern.conf.Origin;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Reads YAML 1.2 into nodes; what is not YAML becomes a problem with its position. */
final class YamlReader {
    /** Deeper nesting than this is refused, since composing nodes takes one stack frame per level. */
    private static final int MAX_DEPTH = 100;

    private final String file;
    private final Problems problems;

    private YamlReader(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** Reads the file, or throws what is wrong with it. */
    static Document read(Path file, Problems problems) {
        if (!Files.exists(file)) {
            List<String> names = ConfigurationFolder.names(file.resolveSibling(""));
            String others = names.isEmpty() ? "" : ". There are: " + String.join(", ", names);
            problems.add("", problems.start(), "Cannot read " + file + ": no such file" + others);
            throw problems.exception();
        }
        String text = TextFile.read(file, "", problems).orElseThrow(problems::exception);
        Optional<Node> root = new YamlReader(file.toString(), problems).compose(text);
        problems.throwIfAny();
        if (root.isEmpty() || Document.isNull(root.get())) {
            problems.add("", problems.start(), "Invalid " + file + ": empty (must be a mapping)");
            throw problems.exception();
        }
        return new Document(file, text.lines().toList(), root.get());
    }

    /** Parses a default, which is right by construction. */
    static Document parse(String text) {
        Node root = new Compose(settings()).composeString(text).orElseThrow();
        return new Document(Path.of("default"), List.of(text), root);
    }

    private static LoadSettings settings() {
        return LoadSettings.builder()
                .setSchema(new CoreSchema())
                .setUseMarks(true)
                .setParseComments(false)
                .build();
    }

    private Optional<Node> compose(String text) {
        try {
            return isTooDeep(text) ? Optional.empty() : new Compose(settings()).composeString(text);
        } catch (MarkedYamlEngineException e) {
            Optional<Mark> mark = e.getProblemMark().or(e::getContextMark);
            Origin origin = mark.map(this::origin).orElse(problems.start());
            problems.add("", origin, describe(String.valueOf(e.getProblem()), text, origin));
        } catch (ReaderException e) {
            String code = Integer.toHexString(e.getCodePoint());
            problems.add("", origin(text, e.getPosition()), "Invalid character: U+" + code + " (must be printable)");
        } catch (YamlEngineException e) {
            problems.add("", problems.start(), "Cannot read the file as YAML: " + e.getMessage());
        }
        return Optional.empty();
    }

    private boolean isTooDeep(String text) {
        int depth = 0;
        for (Event event : new Parse(settings()).parseString(text)) {
            depth += event instanceof CollectionStartEvent ? 1 : 0;
            depth -= event instanceof CollectionEndEvent ? 1 : 0;
            if (depth > MAX_DEPTH) {
                Origin origin = event.getStartMark().map(this::origin).orElse(problems.start());
                problems.add("", origin, "Invalid nesting: more than " + MAX_DEPTH + " levels");
                return true;
            }
        }
        return false;
    }

    private static String describe(String problem, String text, Origin origin) {
        if (problem.contains("TAB")) {
            return "Invalid indentation: a tab (must be spaces)";
        }
        String line = text.lines().skip(origin.line() - 1L).findFirst().orElse("");
        String next = line.contains("${") ? ". Put quotes around a text with ${...} inside { } or [ ]" : "";
        return "Cannot read the file as YAML: " + problem + next;
    }

    private Origin origin(Mark mark) {
        return new Origin(file, mark.getLine() + 1, mark.getColumn() + 1);
    }

    private Origin origin(String text, int position) {
        String before = text.substring(0, Math.min(position, text.length()));
        int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
        return new Origin(file, line, before.length() - before.lastIndexOf('\n'));
    }
}
