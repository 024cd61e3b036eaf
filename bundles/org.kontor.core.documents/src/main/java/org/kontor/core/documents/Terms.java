package org.kontor.core.documents;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentType;
import org.kontor.storage.Sql;

/// All words of a document as two texts, those of its title and all of them, with a space before each word.
record Terms(long id, String inTitle, String inAll) {
    static Terms of(DocumentType type, Document document) {
        Map<String, Boolean> words = SearchWords.of(type, document);
        return new Terms(
                document.ref().id(),
                words.entrySet().stream().filter(Map.Entry::getValue).map(word -> " " + word.getKey()).collect(Collectors.joining()),
                words.keySet().stream().map(word -> " " + word).collect(Collectors.joining()));
    }

    /// The words, and whether each is in the title.
    Map<String, Boolean> words() {
        Map<String, Boolean> words = new LinkedHashMap<>();
        split(inTitle).forEach(word -> words.put(word, true));
        split(inAll).forEach(word -> words.putIfAbsent(word, false));
        return words;
    }

    static List<String> split(String terms) {
        return Arrays.stream(terms.split(" ")).filter(word -> !word.isEmpty()).toList();
    }

    /// The rest of a condition: that a column of terms has words that begin as those given. Words are letters and digits only: none is a pattern.
    static Sql have(String column, List<String> beginnings) {
        Sql sql = Sql.of("");
        for (String each : beginnings) {
            sql = sql.then(" and " + column + " like ?", "% " + each + "%");
        }
        return sql;
    }
}
