package org.kontor.core.documents;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentType;
import org.kontor.storage.Engine;
import org.kontor.storage.Sql;
import org.kontor.storage.Transaction;

/// The words of documents, one row each, in a table beside that of their type: found by their beginnings with an index, written in the transaction of the document.
final class SearchText {
    /// Behind every word that begins with what stands before it.
    private static final String END = "\uffff";
    /// At the end of a look-up that is made row by row: PostgreSQL would rather read the whole other table for it once.
    static final String PROBE = " offset 0";

    private SearchText() {}

    static String table(DocumentType type) {
        return "words_" + Tables.name(type).substring("doc_".length());
    }

    /// Words are compared letter by letter, whatever the language of the database.
    static List<String> ddl(DocumentType type, Engine engine) {
        String table = table(type);
        String collation = engine == Engine.POSTGRESQL ? " collate \"C\"" : "";
        return List.of(
                "create table " + table + " (doc_id bigint not null, word varchar(" + SearchWords.LONGEST + ")" + collation + " not null, in_title boolean not null, primary key (doc_id, word))",
                "create index " + table + "_by_word on " + table + " (word, doc_id desc, in_title)");
    }

    /// Writes the words of documents that are new: one batch.
    static void insert(Transaction tx, DocumentType type, List<Document> fresh) {
        List<List<Object>> rows = new ArrayList<>();
        for (Document document : fresh) {
            SearchWords.of(type, document).forEach((word, inTitle) -> rows.add(List.of(document.ref().id(), word, inTitle)));
        }
        write(tx, type, rows);
    }

    /// Brings the words of a changed document up to date: nothing to write when none changed, else two statements.
    static void update(Transaction tx, DocumentType type, Document before, Document after) {
        if (type.fields().stream().filter(SearchWords::searched).allMatch(field -> before.values().any(field).equals(after.values().any(field)))) {
            return;
        }
        Map<String, Boolean> old = SearchWords.of(type, before);
        Map<String, Boolean> now = SearchWords.of(type, after);
        List<List<Object>> fresh = new ArrayList<>();
        now.forEach((word, inTitle) -> {
            if (!inTitle.equals(old.get(word))) {
                fresh.add(List.of(after.ref().id(), word, inTitle));
            }
        });
        List<Object> stale = new ArrayList<>(List.of(after.ref().id()));
        old.keySet().stream().filter(word -> !now.containsKey(word)).forEach(stale::add);
        fresh.forEach(row -> stale.add(row.get(1)));
        if (stale.size() > 1) {
            String marks = stale.stream().skip(1).map(_ -> "?").collect(Collectors.joining(", "));
            tx.update(new Sql("delete from " + table(type) + " where doc_id = ? and word in (" + marks + ")", stale));
        }
        write(tx, type, fresh);
    }

    /// Takes the words of documents away, which are gone for good or about to be written anew.
    static void delete(Transaction tx, DocumentType type, List<Long> ids) {
        if (!ids.isEmpty()) {
            tx.update(new Sql("delete from " + table(type) + " where doc_id in (" + ids.stream().map(_ -> "?").collect(Collectors.joining(", ")) + ")", List.copyOf(ids)));
        }
    }

    private static void write(Transaction tx, DocumentType type, List<List<Object>> rows) {
        if (!rows.isEmpty()) {
            tx.batch("insert into " + table(type) + " (doc_id, word, in_title) values (?, ?, ?)", rows);
        }
    }

    /// The condition that a document has all the words that were typed.
    static Sql condition(DocumentType type, String typed) {
        return SearchWords.readings(typed).stream()
                .map(reading -> found(type, reading))
                .reduce((a, b) -> a.then(" union all ").then(b))
                .map(found -> Sql.of("id in (").then(found).then(")"))
                .orElse(Sql.of(typed.isBlank() ? "true" : "false"));
    }

    /// The ids of documents with words that begin as those given: found by the longest, which is mostly the rarest, and asked for the others.
    private static Sql found(DocumentType type, List<String> reading) {
        List<String> longestFirst = longestFirst(reading);
        return Sql.of("select w.doc_id from " + table(type) + " w where ").then(begins("w", longestFirst.getFirst(), false)).then(others(type, longestFirst, false, ""));
    }

    /// As above, `there` as well, at most `limit` of the first `window` that the longest word leads to: whatever is typed costs no more than that.
    static Sql some(DocumentType type, List<String> reading, boolean inTitle, Sql there, int window, int limit) {
        List<String> longestFirst = longestFirst(reading);
        return Sql.of("select w.doc_id from (select l.doc_id from " + table(type) + " l where ").then(begins("l", longestFirst.getFirst(), inTitle))
                .then(" limit ?) w where ", window).then(there).then(others(type, longestFirst, inTitle, PROBE)).then(" limit ?", limit);
    }

    private static List<String> longestFirst(List<String> reading) {
        return reading.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList();
    }

    private static Sql others(DocumentType type, List<String> longestFirst, boolean inTitle, String probe) {
        Sql sql = Sql.of("");
        for (String other : longestFirst.subList(1, longestFirst.size())) {
            sql = sql.then(" and exists (select 1 from " + table(type) + " o where o.doc_id = w.doc_id and ").then(begins("o", other, inTitle)).then(probe + ")");
        }
        return sql;
    }

    private static Sql begins(String row, String word, boolean inTitle) {
        return Sql.of(row + ".word >= ? and " + row + ".word < ?" + (inTitle ? " and " + row + ".in_title = true" : ""), word, word + END);
    }
}
