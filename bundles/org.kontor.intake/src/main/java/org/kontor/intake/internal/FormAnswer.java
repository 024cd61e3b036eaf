package org.kontor.intake.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.kontor.api.labels.Label;

/// Sends pages with the headers that keep them harmless: no script, no frames but on the sites allowed, nothing kept by caches.
final class FormAnswer {
    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final Visitor visitor;
    private final FormPage page;

    FormAnswer(HttpServletRequest request, HttpServletResponse response, Visitor visitor, FormPage page) {
        this.request = request;
        this.response = response;
        this.visitor = visitor;
        this.page = page;
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Vary", "Accept-Language");
        framedBy(List.of());
    }

    Visitor visitor() {
        return visitor;
    }

    /// Sites (already checked to be nothing else) that may show the page in theirs.
    void framedBy(List<String> sites) {
        String frames = sites.isEmpty() ? "'none'" : String.join(" ", sites);
        response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors " + frames);
    }

    void page(int status, Function<FormPage, String> writing) throws IOException {
        send(status, "text/html", writing.apply(page));
    }

    void notice(int status, Label heading, Label text) throws IOException {
        if (status == 503) {
            response.setHeader("Retry-After", "60");
        }
        if (status == 413) {
            response.setHeader("Connection", "close");
        }
        send(status, "text/html", page.notice(heading, text));
    }

    void notAllowed(String methods) throws IOException {
        response.setHeader("Allow", methods);
        notice(405, Label.of("intake.not-sent"), Label.of("intake.not-a-form"));
    }

    void tooMany(Duration pause, Function<FormPage, String> writing) throws IOException {
        response.setHeader("Retry-After", Long.toString(Math.max(1, pause.toSeconds())));
        page(429, writing);
    }

    /// To be read by GET, so that reloading sends nothing again.
    void goTo(String address) {
        response.setStatus(303);
        response.setHeader("Location", address + "?lang=" + visitor.language().getLanguage());
    }

    void style(String css) throws IOException {
        response.setHeader("Cache-Control", "public, max-age=300");
        send(200, "text/css", css);
    }

    private void send(int status, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType(type + ";charset=utf-8");
        response.setHeader("Content-Language", visitor.language().getLanguage());
        response.setContentLength(bytes.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(bytes);
        }
    }
}
