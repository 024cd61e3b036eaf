package org.kontor.rest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// The page for people: what the interface can do and how to try it.
final class DocsPage {
    private DocsPage() {}

    static Answer answer(String file, String method) throws IOException {
        if (!method.equals("GET") && !method.equals("HEAD")) {
            throw Problem.of(405, "method", method).with("Allow", "GET, HEAD");
        }
        return switch (file) {
            case "docs" -> Answer.text("text/html", text("docs.html"))
                    .with("Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'");
            case "docs.js" -> Answer.text("text/javascript", text(file));
            case "docs.css" -> Answer.text("text/css", text(file));
            default -> throw Problem.of(404, "no-such-address", "/" + file);
        };
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
