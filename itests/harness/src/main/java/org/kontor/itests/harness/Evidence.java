package org.kontor.itests.harness;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What a failed walk leaves behind: a picture and the source of each open tab, and the end of the portal's log.
final class Evidence {
    private static final int LOG_LINES = 200;

    private Evidence() {}

    static void keep(String name, List<Tab> tabs) {
        try {
            Path folder = Files.createDirectories(Path.of("target/evidence"));
            for (int i = 0; i < tabs.size(); i++) {
                keep(folder, name + "-" + (i + 1), tabs.get(i));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("evidence of " + name + " can't be kept", e);
        }
    }

    private static void keep(Path folder, String name, Tab tab) throws IOException {
        Files.writeString(folder.resolve(name + ".log"), tab.portal().logTail(LOG_LINES));
        try {
            tab.page().screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(name + ".png")));
            Files.writeString(folder.resolve(name + ".html"), "<!-- " + tab.page().url() + " " + tab.complaints() + " -->\n" + tab.page().content());
        } catch (PlaywrightException e) {
            Files.writeString(folder.resolve(name + ".txt"), "the tab can't be seen any more: " + e.getMessage());
        }
    }
}
