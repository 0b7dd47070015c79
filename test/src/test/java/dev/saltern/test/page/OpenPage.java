/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A page in the browser, and all that it says and asks for while it is open. */
final class OpenPage implements AutoCloseable {
    private static final Path PICTURES = Path.of("target", "screenshots");

    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private final List<String> requests = new ArrayList<>();

    private OpenPage(BrowserContext context) {
        this.context = context;
        this.page = context.newPage();
        page.onConsoleMessage(message -> complaints.add(message.type() + ": " + message.text()));
        page.onPageError(error -> complaints.add("error: " + error));
        page.onRequest(request -> requests.add(request.url()));
        page.onDialog(dialog -> complaints.add("dialog: " + dialog.message()));
    }

    static OpenPage of(BrowserContext context, Path file) {
        OpenPage open = new OpenPage(context);
        open.page.navigate(file.toUri().toString());
        return open;
    }

    Page page() {
        return page;
    }

    /** What the page wrote to the console, and what went wrong in it. */
    List<String> complaints() {
        return complaints;
    }

    /** Every address that was asked for besides the page itself. */
    List<String> requests() {
        return requests.stream()
                .filter(url -> !url.equals(page.url()) && !url.startsWith("data:"))
                .toList();
    }

    String text(String selector) {
        return page.locator(selector).first().innerText();
    }

    /** The first number in a text: {@code 1,234 of 5} is 1234. */
    long figure(String selector) {
        String digits =
                text(selector).replaceFirst("(?s)[^0-9]*([0-9,]+).*", "$1").replace(",", "");
        return Long.parseLong(digits);
    }

    /** Opens every section that folds, and has every chart drawn. */
    OpenPage unfold() {
        page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true; })");
        page.evaluate("""
                async () => {
                  for (let y = 0; y < document.body.scrollHeight; y += 500) {
                    scrollTo({ top: y, behavior: 'instant' });
                    await new Promise(requestAnimationFrame);
                    await new Promise(done => setTimeout(done, 15));
                  }
                  scrollTo({ top: 0, behavior: 'instant' });
                }""");
        return this;
    }

    /** Returns what a reader with a screen reader or without a mouse would stumble over, one line each. */
    List<String> barriers() {
        try (InputStream in = OpenPage.class.getResourceAsStream("/axe.min.js")) {
            page.evaluate(new String(in.readAllBytes(), StandardCharsets.UTF_8) + "; 0");
            JsonNode found = new ObjectMapper()
                    .readTree(
                            String.valueOf(
                                    page.evaluate(
                                            "async () => JSON.stringify((await axe.run(document, {resultTypes: ['violations']})).violations)")));
            List<String> barriers = new ArrayList<>();
            found.forEach(rule -> rule.path("nodes")
                    .forEach(node -> barriers.add(rule.path("id").asText() + ": " + node.path("target") + " "
                            + node.path("failureSummary").asText().replace('\n', ' '))));
            return barriers;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps a picture of the whole page. */
    void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(true));
    }

    /** Keeps the page as it is printed, and returns its bytes. */
    byte[] print(String name) {
        return page.pdf(
                new Page.PdfOptions().setPath(PICTURES.resolve(name + ".pdf")).setFormat("A4"));
    }

    @Override
    public void close() {
        context.close();
    }
}
