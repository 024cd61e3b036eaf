package org.kontor.api.documents;

import java.util.List;
import org.kontor.api.people.Actor;
import org.osgi.annotation.versioning.ProviderType;

/// Finds documents of all types by words in their texts, phones, mails and addresses.
///
/// Every word must be there, or a word that begins with it: in any order and case, with or without diacritics (`muller` finds `Müller`). A phone number is found in any
/// notation and from its beginning on, with or without the country's prefix. What is in the trash, and what the actor may not read, is not found.
@ProviderType
public interface Search {

    /// What to look for: at most `limit` documents, of all types when `types` is empty.
    record Wanted(String words, List<String> types, int limit) {
        public static final int MOST = 100;

        public Wanted {
            types = List.copyOf(types);
            if (limit < 1 || limit > MOST) {
                throw new IllegalArgumentException("limit must be 1 to " + MOST + ", not " + limit);
            }
        }

        /// The first 20 of all types.
        public static Wanted anywhere(String words) {
            return new Wanted(words, List.of(), 20);
        }
    }

    /// A found document, holding its title and responsible only, and whether all words are in its title.
    record Hit(Document document, boolean byTitle) {}

    /// Found documents: those with all words in the title first, then the newest first. Of a beginning that very many documents have, some are found, not always the
    /// newest: more letters help. Empty when there is no word to look for.
    List<Hit> find(Wanted wanted, Actor actor);
}
