/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality.dqdl;

import dev.saltern.quality.dqdl.Token.Kind;
import java.util.List;

/** Reads one analyzer: type and parameters. */
final class AnalyzerReader {
    private final TokenStream tokens;

    AnalyzerReader(TokenStream tokens) {
        this.tokens = tokens;
    }

    Analyzer analyzer() {
        Token name = tokens.peek();
        if (name.kind() != Kind.NAME) {
            throw tokens.unexpected(name, "an analyzer such as Completeness");
        }
        RuleType type = RuleType.find(name.value())
                .filter(RuleType::isAnalyzer)
                .orElseThrow(() -> tokens.fail(
                        name,
                        "Invalid analyzer: " + name.value() + " "
                                + NearestName.hint(name.value(), RuleType.analyzerLabels())));
        tokens.next();
        List<Parameter> parameters = new ParameterReader(tokens).parameters(type);
        return new Analyzer(type, parameters, new NormalForm(type, parameters).toString(), tokens.spanFrom(name));
    }
}
