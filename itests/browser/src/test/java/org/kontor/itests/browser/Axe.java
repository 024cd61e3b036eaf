package org.kontor.itests.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.kontor.itests.harness.Tab;

/// Asks axe-core what is wrong with a page, by the rules of WCAG 2.2 A and AA and its best practices.
final class Axe {
    private static final String SOURCE = source();
    private static final String RUN = """
            async () => (await axe.run(document, {resultTypes: ['violations']})).violations.flatMap(violation =>
                violation.nodes.map(node => violation.id + ': ' + violation.help + ' at ' + node.target.join(' ') + ' ' + node.html.slice(0, 200)
                    + ' ' + (node.failureSummary || '').split('\\n').slice(1).join(' ')))
            """;

    private Axe() {}

    @SuppressWarnings("unchecked")
    static List<String> violations(Tab tab) {
        tab.page().evaluate(SOURCE);
        return (List<String>) tab.page().evaluate(RUN);
    }

    private static String source() {
        try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("axe-core can't be read", e);
        }
    }
}
