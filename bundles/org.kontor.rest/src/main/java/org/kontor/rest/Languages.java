package org.kontor.rest;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The language a client wants, among those there are.
final class Languages {
    private Languages() {}

    static Locale of(@Nullable String header, List<Locale> offered) {
        if (header == null || header.isBlank() || header.length() > 500) {
            return offered.getFirst();
        }
        try {
            Locale found = Locale.lookup(Locale.LanguageRange.parse(header), offered);
            return found == null ? offered.getFirst() : found;
        } catch (IllegalArgumentException e) {
            return offered.getFirst();
        }
    }
}
