/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import dev.saltern.submit.diagnose.Diagnosis;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A diagnosis for people and for programs. */
final class DiagnosisText {
    private DiagnosisText() {}

    static List<String> lines(Diagnosis diagnosis) {
        List<String> lines = new ArrayList<>();
        if (diagnosis.findings().isEmpty()) {
            lines.add(
                    diagnosis.read() == 0
                            ? "No logs yet: EMR copies them every few minutes. Try saltern diagnose in five"
                            : "No rule knows this failure; " + diagnosis.read() + " logs were read");
        }
        for (int i = 0; i < diagnosis.findings().size(); i++) {
            Diagnosis.Finding finding = diagnosis.findings().get(i);
            if (i == 0) {
                lines.add("Cause: " + finding.cause());
                lines.add("  shown by " + place(finding.evidence()));
                lines.add("    " + finding.evidence().text());
                lines.add("  advice: " + finding.advice());
            } else {
                lines.add("Also: " + finding.cause() + " (" + place(finding.evidence()) + ")");
            }
        }
        Diagnosis.Evidence deepest = diagnosis.deepest();
        if (deepest != null) {
            lines.add("Deepest cause: " + deepest.text());
            lines.add("  " + place(deepest));
        }
        return lines;
    }

    static Map<String, Object> map(Diagnosis diagnosis) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("logsRead", diagnosis.read());
        map.put("findings", diagnosis.findings());
        Diagnosis.Evidence deepest = diagnosis.deepest();
        if (deepest != null) {
            map.put("deepestCause", deepest);
        }
        return map;
    }

    private static String place(Diagnosis.Evidence evidence) {
        return evidence.uri() + ":" + evidence.line();
    }
}
