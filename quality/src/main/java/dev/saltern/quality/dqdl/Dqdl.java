/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.dqdl;

import dev.saltern.quality.dqdl.Token.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads the Data Quality Definition Language of AWS Glue by recursive descent.
 *
 * <p>A text is either rules separated by commas, or sections: {@code Rules = [ ... ]} and {@code Analyzers = [ ... ]} in
 * either order. Before them may stand constants, {@code name = "value"} or {@code name = ["a", "b"]}, which are written
 * {@code $name} wherever a string may stand, and {@code DefaultLabels = ["team"="sales"]}, which every rule has unless it
 * says otherwise. {@code Metadata} and {@code DataSources} are checked and not kept: a pipeline names its own tables.
 *
 * <p>A {@code #} begins a comment. Strings stand in double quotes; a backslash escapes a quote and a backslash. Line ends
 * of Windows and a byte order mark are accepted. Strings end on their line, except SQL after {@code where} and
 * {@code CustomSql}.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/dqdl.html">DQDL reference</a>
 */
public final class Dqdl {
    private static final String RULES = "Rules";
    private static final String ANALYZERS = "Analyzers";
    private static final String DEFAULT_LABELS = "DefaultLabels";
    private static final List<String> DICTIONARIES = List.of("Metadata", "DataSources");
    private static final List<String> SECTIONS = List.of(RULES, ANALYZERS, DEFAULT_LABELS, "Metadata", "DataSources");

    private final TokenStream tokens;
    private final List<Statement> rules = new ArrayList<>();
    private final List<Analyzer> analyzers = new ArrayList<>();
    private final List<RuleProblem> problems = new ArrayList<>();
    private final Set<String> sections = new HashSet<>();
    private Map<String, String> defaultLabels = Collections.emptyMap();

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
        return new Parsed(reader.rules, reader.analyzers, reader.problems);
    }

    private void document() {
        Preamble preamble = new Preamble(tokens);
        boolean lists = false;
        while (true) {
            if (preamble.beginsConstant()) {
                guarded(preamble::constant);
            } else if (beginsSection()) {
                lists |= section(preamble);
            } else {
                break;
            }
        }
        Token rest = tokens.peek();
        if (!lists && (sections.isEmpty() || rest.kind() != Kind.END)) {
            listUntil("", this::rule);
        } else if (rest.kind() != Kind.END) {
            problems.add(tokens.unexpected(rest, "the end of the ruleset").problem());
        } else if (!lists && problems.isEmpty()) {
            problems.add(tokens.fail(rest, "Missing required section Rules").problem());
        }
    }

    /** A section is a name, = and an opening bracket or brace; {@code RowCount = 2} is a rule. */
    private boolean beginsSection() {
        Token name = tokens.peek();
        Token open = tokens.ahead(2);
        return name.kind() == Kind.NAME
                && tokens.ahead(1).isSymbol("=")
                && (SECTIONS.contains(name.value()) || open.isSymbol("[") || open.isSymbol("{"));
    }

    /** Reads a section and returns whether rules or analyzers stand in it. */
    private boolean section(Preamble preamble) {
        Token name = tokens.next();
        tokens.next();
        if (!sections.add(name.value())) {
            problems.add(tokens.fail(name, "Cannot read " + name.value() + ": the section is there already")
                    .problem());
        }
        if (DICTIONARIES.contains(name.value())) {
            guarded(preamble::dictionary);
            return false;
        }
        if (name.isName(DEFAULT_LABELS)) {
            labels(name);
            return false;
        }
        if (!SECTIONS.contains(name.value())) {
            unknownSection(name);
            return true;
        }
        if (tokens.acceptSymbol("[")) {
            listUntil("]", name.isName(RULES) ? this::rule : this::analyzer);
        } else {
            problems.add(tokens.unexpected(tokens.peek(), "[").problem());
            tokens.next();
        }
        return true;
    }

    private void labels(Token name) {
        if (sections.contains(RULES)) {
            problems.add(tokens.fail(name, "Cannot read DefaultLabels: they must stand before Rules")
                    .problem());
        }
        guarded(() -> defaultLabels = Collections.unmodifiableMap(new LabelReader(tokens).labels(new TreeMap<>())));
    }

    private void unknownSection(Token name) {
        problems.add(
                tokens.fail(name, "Invalid section: " + name.value() + " " + NearestName.hint(name.value(), SECTIONS))
                        .problem());
        int mark = rules.size();
        int problemMark = problems.size();
        tokens.next();
        listUntil("]", this::rule);
        rules.subList(mark, rules.size()).clear();
        problems.subList(problemMark, problems.size()).clear();
    }

    /** Reads something before the rules; after a mistake in it the reading goes on at the next section or constant. */
    private void guarded(Runnable read) {
        try {
            read.run();
        } catch (SyntaxProblem e) {
            problems.add(e.problem());
            while (tokens.peek().kind() != Kind.END && !startsAfresh()) {
                tokens.next();
            }
        }
    }

    private boolean startsAfresh() {
        return tokens.peek().kind() == Kind.NAME
                && (tokens.ahead(1).isSymbol("=") || (tokens.peek().firstOnLine() && tokens.beginsRule()));
    }

    private void listUntil(String close, Runnable item) {
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
            boolean read = read(item);
            afterComma = tokens.acceptSymbol(",");
            if (!afterComma && !closes(close)) {
                separatorMissing(read);
                afterComma = tokens.acceptSymbol(",");
            }
        }
    }

    private boolean read(Runnable item) {
        int start = tokens.position();
        try {
            item.run();
            return true;
        } catch (SyntaxProblem e) {
            problems.add(e.problem());
            tokens.resynchronise(start);
            return false;
        }
    }

    private void rule() {
        rules.add(new StatementReader(tokens, defaultLabels).statement());
    }

    private void analyzer() {
        analyzers.add(new AnalyzerReader(tokens).analyzer());
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
        boolean fresh = token.kind() == Kind.NAME && token.firstOnLine();
        if (fresh || tokens.beginsRule() || (read && tokens.atRuleType())) {
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
