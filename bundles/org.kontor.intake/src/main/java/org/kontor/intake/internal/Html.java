package org.kontor.intake.internal;

/// Writes HTML; whatever is not a tag of ours is escaped.
final class Html {
    private final StringBuilder text = new StringBuilder(4096);

    /// Markup as it is: never what comes from outside.
    Html tag(String markup) {
        text.append(markup);
        return this;
    }

    Html text(String plain) {
        text.append(escaped(plain));
        return this;
    }

    /// ` name="value"`
    Html attribute(String name, String value) {
        text.append(' ').append(name).append("=\"").append(escaped(value)).append('"');
        return this;
    }

    Html attributeIf(boolean wanted, String name, String value) {
        return wanted ? attribute(name, value) : this;
    }

    static String escaped(String plain) {
        StringBuilder out = new StringBuilder(plain.length() + 16);
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c);
            }
        }
        return out.toString();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
