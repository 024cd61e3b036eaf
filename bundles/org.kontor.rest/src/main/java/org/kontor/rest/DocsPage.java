package org.kontor.rest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kontor.api.labels.Label;
import org.kontor.api.labels.Labels;

/// The page for people: what the interface can do and how to try it, in their language. Needs no token and tells nothing about this portal.
final class DocsPage {
    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-zA-Z.-]+)}}");
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final Labels labels;
    private final Locale language;

    DocsPage(Labels labels, Locale language) {
        this.labels = labels;
        this.language = language;
    }

    static boolean has(List<String> path) {
        return path.isEmpty() || (path.size() == 1 && List.of("docs", "docs.js", "docs.css").contains(path.getFirst()));
    }

    Answer answer(List<String> path, String method) throws IOException {
        if (!method.equals("GET") && !method.equals("HEAD")) {
            throw Problem.of(405, "method", method).with("Allow", "GET, HEAD");
        }
        return switch (path.isEmpty() ? "docs" : path.getFirst()) {
            case "docs.js" -> Answer.text("text/javascript", text("docs.js"));
            case "docs.css" -> Answer.text("text/css", text("docs.css"));
            default -> Answer.text("text/html", page()).with("Content-Security-Policy", POLICY).with("Content-Language", language.getLanguage());
        };
    }

    private String page() throws IOException {
        return PLACE.matcher(text("docs.html")).replaceAll(place -> Matcher.quoteReplacement(filled(place.group(1))));
    }

    /// A label as HTML; what stands between backticks is code.
    private String filled(String key) {
        if (key.equals("language")) {
            return language.getLanguage();
        }
        String text = labels.text(Label.of("rest.docs." + key), language);
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replaceAll("`([^`]+)`", "<code>$1</code>");
    }

    private static String text(String file) throws IOException {
        try (InputStream in = DocsPage.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IOException("the file " + file + " is missing in this bundle");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
