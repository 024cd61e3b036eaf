package org.kontor.ui.shell.internal.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kontor.api.labels.Label;
import org.kontor.api.labels.Labels;

/// The pages at the door, in plain HTML: they work before anything else does, and without JavaScript.
final class GatePage {
    private final Labels labels;
    private final Locale language;

    GatePage(Labels labels, HttpServletRequest request) {
        this.labels = labels;
        this.language = language(Collections.list(request.getLocales()), labels.languages());
    }

    /// A word above the form; `kind` is a kind of the theme's notes.
    record Message(String kind, Label text) {}

    void signIn(HttpServletResponse response, Optional<Message> message, String login, Destination to) throws IOException {
        String focusLogin = login.isEmpty() ? " autofocus" : "";
        String focusPassword = login.isEmpty() ? "" : " autofocus";
        write(response, "signin.title", message, """
                <form method="post" action="/sign-in">
                <input type="hidden" name="to" value="%s">
                <label>%s<input name="login" value="%s" autocomplete="username" autocapitalize="none" spellcheck="false" maxlength="100" required%s></label>
                <label>%s<input name="password" type="password" autocomplete="current-password" maxlength="200" required%s></label>
                <button type="submit" class="button primary">%s</button>
                </form>
                <p class="quiet small">%s</p>
                """.formatted(escape(to.address()), text("signin.login"), escape(login), focusLogin, text("signin.password"), focusPassword, text("signin.enter"), text("signin.forgotten")));
    }

    void signOut(HttpServletResponse response) throws IOException {
        write(response, "signin.leave", Optional.empty(), """
                <form method="post" action="/sign-out">
                <button type="submit" class="button primary">%s</button>
                <a class="button" href="/">%s</a>
                </form>
                """.formatted(text("signin.leave"), text("signin.stay")));
    }

    private void write(HttpServletResponse response, String title, Optional<Message> message, String content) throws IOException {
        String note = message.map(shown -> "<div class=\"note %s\" role=\"alert\" data-test=\"message\">%s</div>\n".formatted(shown.kind(), escape(labels.text(shown.text(), language)))).orElse("");
        response.setContentType("text/html; charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Vary", "Accept-Language");
        response.getWriter().write("""
                <!doctype html>
                <html lang="%s">
                <head>
                <meta charset="utf-8">
                <title>%s · Kontor</title>
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <meta name="theme-color" content="#4f46e5">
                <link rel="icon" href="/kontor/favicon.svg" type="image/svg+xml">
                <link rel="stylesheet" href="/kontor/theme.css">
                <link rel="stylesheet" href="/kontor/pages.css">
                <script>try{const t=localStorage.getItem('kontor-theme');if(t)document.documentElement.setAttribute('theme',t)}catch{}</script>
                </head>
                <body class="gate">
                <main>
                <div class="brand"><img src="/kontor/logo.svg" alt="">Kontor</div>
                <h1>%s</h1>
                %s%s</main>
                </body>
                </html>
                """.formatted(language.getLanguage(), text(title), text(title), note, content));
    }

    private String text(String key) {
        return escape(labels.text(Label.of(key), language));
    }

    /// The first language of the browser that the portal speaks, else English.
    static Locale language(List<Locale> wanted, List<Locale> spoken) {
        return wanted.stream()
                .flatMap(locale -> spoken.stream().filter(each -> each.getLanguage().equals(locale.getLanguage())))
                .findFirst()
                .orElse(spoken.getFirst());
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;");
    }
}
