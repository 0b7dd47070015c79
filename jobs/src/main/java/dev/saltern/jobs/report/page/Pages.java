/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.report.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;

/** Pages as HTML: every value is escaped where it stands. Thread-safe. */
public final class Pages {
    /** Where the build puts the compiled templates. */
    private static final String COMPILED = "dev.saltern.jobs.report.html";

    private static final TemplateEngine ENGINE =
            TemplateEngine.createPrecompiled(null, ContentType.Html, Pages.class.getClassLoader(), COMPILED);

    private Pages() {}

    /** Returns the page of a run. */
    public static String run(RunView view) {
        return render("run.jte", Map.of("view", view, "shell", Shell.of("run.js", ChartData.of(view))));
    }

    /** Returns a page of the templates by its name. */
    public static String render(String template, Map<String, Object> parameters) {
        StringOutput html = new StringOutput();
        ENGINE.render(template, parameters, html);
        return html.toString();
    }
}
