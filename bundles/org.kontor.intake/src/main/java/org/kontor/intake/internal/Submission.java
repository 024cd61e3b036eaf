package org.kontor.intake.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What was typed into a form, by the name of its input. Never more than [#LONGEST] bytes.
record Submission(Map<String, String> texts) {
    static final int LONGEST = 64 * 1024;

    /// The one-time key of the page it was typed into.
    static final String KEY = "form-key";

    /// An input nobody sees: only a program fills it.
    static final String TRAP = "form-subject";

    static final Submission NONE = new Submission(Map.of());

    Submission {
        texts = Map.copyOf(texts);
    }

    /// Reads the body.
    ///
    /// @throws Unreadable when it is not what the page's form sends, or too long
    static Submission read(HttpServletRequest request) throws IOException {
        String type = Optional.ofNullable(request.getContentType()).orElse("").toLowerCase(Locale.ROOT).split(";")[0].strip();
        if (!type.equals("application/x-www-form-urlencoded")) {
            throw new Unreadable(415, "intake.not-a-form");
        }
        if (request.getContentLengthLong() > LONGEST) {
            throw new Unreadable(413, "intake.too-long");
        }
        try (InputStream in = request.getInputStream()) {
            byte[] body = in.readNBytes(LONGEST + 1);
            if (body.length > LONGEST) {
                throw new Unreadable(413, "intake.too-long");
            }
            return parse(new String(body, StandardCharsets.UTF_8));
        }
    }

    private static Submission parse(String body) {
        Map<String, String> texts = new LinkedHashMap<>();
        try {
            for (String part : body.split("&")) {
                int equals = part.indexOf('=');
                if (equals > 0) {
                    texts.putIfAbsent(URLDecoder.decode(part.substring(0, equals), StandardCharsets.UTF_8), clean(URLDecoder.decode(part.substring(equals + 1), StandardCharsets.UTF_8)));
                }
            }
        } catch (IllegalArgumentException e) {
            throw new Unreadable(400, "intake.not-a-form");
        }
        return new Submission(texts);
    }

    /// Line ends are made one character; other control characters are nothing a person types.
    private static String clean(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n').replaceAll("[\\p{Cc}&&[^\\n\\t]]", "").strip();
    }

    String text(String name) {
        return texts.getOrDefault(name, "");
    }

    /// In one line.
    String line(String name) {
        return text(name).replaceAll("\\s+", " ");
    }

    /// The body can't be used; `key` tells people why.
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final int status;
        private final String key;

        Unreadable(int status, String key) {
            super(key, null, false, false);
            this.status = status;
            this.key = key;
        }

        int status() {
            return status;
        }

        String key() {
            return key;
        }
    }
}
