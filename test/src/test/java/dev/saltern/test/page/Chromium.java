/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** The Chromium of this machine, driven without a window. Nothing is downloaded. */
final class Chromium implements AutoCloseable {
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Starts the browser; a machine without one skips the test and says how to get it. */
    static Chromium start() {
        Optional<Path> found = find();
        Assumptions.assumeTrue(
                found.isPresent(),
                "Pages are not tested: none of " + String.join(", ", NAMES) + " is on the PATH."
                        + " Install one (apt-get install chromium), or name it with -Dsaltern.chromium=FILE");
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        // A container has neither the rights nor the shared memory that a browser expects.
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(found.get())
                        .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));
        return new Chromium(playwright, browser);
    }

    static Optional<Path> find() {
        String named = System.getProperty("saltern.chromium", "");
        if (!named.isEmpty()) {
            return Optional.of(Path.of(named));
        }
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Opens a file as a reader with a large screen sees it. */
    OpenPage open(Path file) {
        return open(file, ColorScheme.LIGHT, 1280, 900);
    }

    OpenPage open(Path file, ColorScheme scheme, int width, int height) {
        return OpenPage.of(
                browser.newContext(new Browser.NewContextOptions()
                        .setColorScheme(scheme)
                        .setViewportSize(width, height)
                        .setDeviceScaleFactor(width < 600 ? 2 : 1)),
                file);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
