/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.dqdl;

import dev.saltern.quality.dqdl.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the Data Quality Definition Language of AWS Glue by recursive descent.
 *
 * <p>A text is either rules separated by commas, or {@code Rules = [ ... ]} around them. A {@code #} begins a comment.
 * Strings stand in double quotes; a backslash escapes a quote and a backslash. Line ends of Windows and a byte order mark
 * are accepted. Strings end on their line, except the SQL after {@code where}.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/dqdl.html">DQDL reference</a>
 */
public final class Dqdl {
    private static final String RULES = "Rules";

    private final TokenStream tokens;
    private final List<Rule> rules = new ArrayList<>();
    private final List<RuleProblem> problems = new ArrayList<>();

    private Dqdl(TokenStream tokens) {
        this.tokens = tokens;
    }

    /**
     * Returns the rules of a text and everything wrong with it. Never throws on the text: after a mistake the reading
     * goes on at the next comma, or at the next line that begins with a rule type.
     *
     * @param text the ruleset
     * @param file name of the file it stands in, for messages
     * @param firstLine line of that file on which the text begins, 1-based
     * @param firstColumn column in which every line of the text begins, 1-based: 1 for a file of its own, 5 for a block
     *     that was indented by four spaces
     */
    public static Parsed parse(String text, String file, int firstLine, int firstColumn) {
        Dqdl reader = new Dqdl(new TokenStream(text, file, firstLine, firstColumn));
        reader.document();
        return new Parsed(reader.rules, reader.problems);
    }

    private void document() {
        if (!beginsSection()) {
            rulesUntil("");
            return;
        }
        boolean found = false;
        while (beginsSection()) {
            found |= section();
        }
        Token rest = tokens.peek();
        if (rest.kind() != Kind.END) {
            problems.add(tokens.unexpected(rest, "the end of the ruleset").problem());
        } else if (!found && problems.isEmpty()) {
            problems.add(tokens.fail(rest, "Missing required section Rules").problem());
        }
    }

    /** A section is {@code Name = [}; {@code RowCount = 2} is a rule. */
    private boolean beginsSection() {
        Token name = tokens.peek();
        return name.kind() == Kind.NAME
                && tokens.ahead(1).isSymbol("=")
                && (name.isName(RULES) || tokens.ahead(2).isSymbol("["));
    }

    private boolean section() {
        Token name = tokens.next();
        tokens.next();
        boolean known = name.isName(RULES);
        if (!known) {
            problems.add(tokens.fail(name, "Invalid section: " + name.value() + " (must be Rules)")
                    .problem());
        }
        int mark = rules.size();
        int problemMark = problems.size();
        if (tokens.acceptSymbol("[")) {
            rulesUntil("]");
        } else {
            problems.add(tokens.unexpected(tokens.peek(), "[").problem());
            tokens.next();
        }
        if (!known) {
            rules.subList(mark, rules.size()).clear();
            problems.subList(problemMark, problems.size()).clear();
        }
        return known;
    }

    private void rulesUntil(String close) {
        boolean afterComma = false;
        while (true) {
            if (closes(close)) {
                if (afterComma) {
                    problems.add(tokens.fail(tokens.peek(), "Missing rule after the comma")
                            .problem());
                }
                close(close);
                return;
            }
            boolean read = rule();
            afterComma = tokens.acceptSymbol(",");
            if (!afterComma && !closes(close)) {
                separatorMissing(read);
                afterComma = tokens.acceptSymbol(",");
            }
        }
    }

    private boolean rule() {
        int start = tokens.position();
        try {
            return rules.add(new RuleReader(tokens).rule());
        } catch (SyntaxProblem e) {
            problems.add(e.problem());
            tokens.resynchronise(start);
            return false;
        }
    }

    private boolean closes(String close) {
        return tokens.peek().kind() == Kind.END || tokens.peek().isSymbol(close);
    }

    private void close(String close) {
        if (!close.isEmpty() && !tokens.acceptSymbol(close)) {
            problems.add(tokens.unexpected(tokens.peek(), close).problem());
        }
    }

    /** A rule was read, or given up, and what follows is neither a comma nor the end. */
    private void separatorMissing(boolean read) {
        Token token = tokens.peek();
        if (token.kind() == Kind.NAME && token.firstOnLine()) {
            if (read) {
                problems.add(tokens.fail(token, "Missing comma before " + token.value())
                        .problem());
            }
            return;
        }
        problems.add(
                tokens.unexpected(token, "a comma or the end of the ruleset").problem());
        tokens.resynchronise(tokens.position());
    }
}
