package org.kontor.itests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Leads for walks that bring their own.
public final class Leads {
    private static final List<String> NAMES = List.of("Anna Conti", "Пётр Ильин", "Noor Haddad", "Jörg Weiß", "Lucía Peña", "Σοφία Παππά");
    private static final List<String> COMPANIES = List.of("Aurora Foods", "Северный ветер", "Bottega Blu", "Haddad & Sons", "Weiß Logistik", "Peña Hermanos");

    private Leads() {}

    /// A file of `count` good rows, named `<prefix> 1` and so on.
    public static Path file(Path folder, String prefix, int count) {
        StringBuilder text = new StringBuilder("Title,Contact name,Company,Phone,E-mail,Amount,Source\n");
        for (int i = 1; i <= count; i++) {
            text.append("%s %d,%s,%s,+39 06 %07d,lead%d@example.org,%d.50 EUR,web%n"
                    .formatted(prefix, i, NAMES.get(i % NAMES.size()), COMPANIES.get(i % COMPANIES.size()), 1_000_000 + i, i, 100 + i % 900));
        }
        return write(folder.resolve(prefix.toLowerCase(java.util.Locale.ROOT) + ".csv"), text.toString());
    }

    public static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException("file " + file + " can't be written", e);
        }
    }

    /// The fields of one lead, for REST.
    public static Map<String, String> lead(String title) {
        return Map.of("title", title, "contactName", NAMES.getFirst(), "company", COMPANIES.getFirst(), "email", "anna@example.org");
    }
}
