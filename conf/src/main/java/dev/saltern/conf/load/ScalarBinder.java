/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf.load;

import dev.saltern.conf.Origin;
import dev.saltern.conf.Text;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Turns scalar nodes into values, with variables put in and texts read from the files that they name. */
final class ScalarBinder {
    private static final Pattern WORD = Pattern.compile("\\S+");

    private final Document document;
    private final Substitution substitution;
    private final Problems problems;

    ScalarBinder(Document document, Substitution substitution, Problems problems) {
        this.document = document;
        this.substitution = substitution;
        this.problems = problems;
    }

    /** Returns the value, or null if it is a problem. */
    @Nullable
    Object bind(Class<?> type, ScalarNode node, Place place) {
        Text text = expand(document.text(node), place);
        if (text == null) {
            return null;
        }
        if (type == Text.class) {
            boolean isFile = !place.fileEnding().isEmpty()
                    && text.text().endsWith(place.fileEnding())
                    && WORD.matcher(text.text()).matches();
            return isFile ? read(text.text(), place) : text;
        }
        try {
            return Scalars.parse(type, text.text());
        } catch (Scalars.Invalid e) {
            problems.add(place.path(), place.origin(), e.describe(place.name(), text.text()));
            return null;
        }
    }

    private @Nullable Text expand(Text text, Place place) {
        Substitution.Expanded expanded = substitution.expand(text.text(), place.runVariables());
        if (!expanded.faults().isEmpty()) {
            if (!problems.failed(place.path())) {
                expanded.faults()
                        .forEach(fault -> problems.add(place.path(), origin(text, fault.offset()), fault.message()));
            }
            return null;
        }
        return new Text(expanded.text(), text.file(), text.line(), text.column());
    }

    private static Origin origin(Text text, int offset) {
        String before = text.text().substring(0, offset);
        int line = text.line() + (int) before.chars().filter(c -> c == '\n').count();
        return new Origin(text.file(), line, text.column() + offset - (before.lastIndexOf('\n') + 1));
    }

    /** Reads a file that stands in the folder of the document or in that folder's parent. */
    private @Nullable Text read(String name, Place place) {
        Path folder = document.path().resolveSibling("");
        List<Path> folders = List.of(folder, folder.resolve("..").normalize());
        Optional<Path> found = name.indexOf('\0') >= 0
                ? Optional.empty()
                : folders.stream()
                        .map(parent -> parent.resolve(name))
                        .filter(Files::exists)
                        .findFirst();
        if (found.isEmpty()) {
            String looked = String.join(
                    " and ", folders.stream().map(ScalarBinder::show).toList());
            problems.add(place.path(), place.origin(), "Cannot read " + name + ": no such file in " + looked);
            return null;
        }
        return TextFile.read(found.get(), place.path(), problems)
                .map(text -> expand(new Text(text, found.get().toString(), 1, 1), place))
                .orElse(null);
    }

    private static String show(Path folder) {
        return folder.toString().isEmpty() ? "." : folder.toString();
    }
}
