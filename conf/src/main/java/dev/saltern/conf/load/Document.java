/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf.load;

import dev.saltern.conf.Origin;
import dev.saltern.conf.Text;
import java.nio.file.Path;
import java.util.List;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A YAML file as nodes, each of which knows where it stands.
 *
 * @param path the file as the user typed it
 * @param lines its lines
 * @param root the outermost node
 */
record Document(Path path, List<String> lines, Node root) {
    Document {
        lines = List.copyOf(lines);
    }

    static boolean isNull(Node node) {
        return Tag.NULL.equals(node.getTag());
    }

    Origin origin(Node node) {
        Mark mark = node.getStartMark().orElseThrow();
        return new Origin(path.toString(), mark.getLine() + 1, mark.getColumn() + 1);
    }

    /** Returns the origin of a key's value: the value itself if it is a scalar, else its key. */
    Origin origin(Node key, Node value) {
        return origin(value instanceof ScalarNode && !isNull(value) ? value : key);
    }

    /** Returns the scalar's text with the line and column at which it starts, behind its quote or block indicator. */
    Text text(ScalarNode node) {
        Origin start = origin(node);
        ScalarStyle style = node.getScalarStyle();
        if (style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED) {
            return new Text(
                    node.getValue(), start.file(), start.line() + 1, blockColumn(node.getValue(), start.line()));
        }
        int quote = style == ScalarStyle.PLAIN ? 0 : 1;
        return new Text(node.getValue(), start.file(), start.line(), start.column() + quote);
    }

    private int blockColumn(String value, int firstLine) {
        List<String> texts = value.lines().toList();
        for (int i = 0; i < texts.size() && firstLine + i < lines.size(); i++) {
            if (!texts.get(i).isBlank()) {
                return indentation(lines.get(firstLine + i)) - indentation(texts.get(i)) + 1;
            }
        }
        return 1;
    }

    private static int indentation(String line) {
        return line.length() - line.stripLeading().length();
    }
}
