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

/// The words of documents in two tables beside that of their type: one row for each word, found by its beginning with an index, and one row for each document with all of them, by which it is asked for
/// further words and its words are found again when they change. Those of new documents are in [FreshWords] first.
final class SearchText {
    /// Behind every word that begins with what stands before it.
    private static final String END = "\uffff";
    /// At the end of a look-up that is made row by row: PostgreSQL would rather read the whole other table for it once.
    static final String PROBE = " offset 0";
    private static final int AT_ONCE = 500;

    private SearchText() {}

    static String table(DocumentType type) {
        return "words_" + plain(type);
    }

    /// All words of a document, a space before each.
    static String terms(DocumentType type) {
        return "terms_" + plain(type);
    }

    private static String plain(DocumentType type) {
        return Tables.name(type).substring("doc_".length());
    }

    /// Words are compared letter by letter, whatever the language of the database. What an older version kept is dropped; [FillSearch] writes it anew.
    static List<String> ddl(DocumentType type, Engine engine) {
        String table = table(type);
        String collation = engine == Engine.POSTGRESQL ? " collate \"C\"" : "";
        String all = "varchar(" + SearchWords.LONGEST_OF_ALL + ")";
        return List.of(
                "drop table if exists " + table,
                "create table " + table + " (word varchar(" + SearchWords.LONGEST + ")" + collation + " not null, doc_id bigint not null, in_title boolean not null)",
                "create index " + table + "_by_word on " + table + " (word, doc_id desc, in_title)",
                "create table " + terms(type) + " (doc_id bigint primary key, in_title " + all + " not null, in_all " + all + " not null)");
    }

    /// Writes words into the index: two batches.
    static void insert(Transaction tx, DocumentType type, List<Terms> all) {
        List<List<Object>> words = new ArrayList<>();
        for (Terms terms : all) {
            terms.words().forEach((word, inTitle) -> words.add(List.of(word, terms.id(), inTitle)));
        }
        words.sort(Comparator.comparing(row -> (String) row.getFirst()));
        write(tx, type, words);
        if (!all.isEmpty()) {
            tx.batch("insert into " + terms(type) + " (doc_id, in_title, in_all) values (?, ?, ?)", all.stream().map(terms -> List.<Object>of(terms.id(), terms.inTitle(), terms.inAll())).toList());
        }
    }

    /// Brings the words of a changed document up to date, wherever they are: nothing to write when none changed, else three statements.
    static void update(Transaction tx, DocumentType type, Document before, Document after) {
        if (type.fields().stream().filter(SearchWords::searched).allMatch(field -> before.values().any(field).equals(after.values().any(field)))) {
            return;
        }
        Terms now = Terms.of(type, after);
        // The row may go from the fresh ones to the index while we wait for it.
        if (indexed(tx, type, now) || !FreshWords.update(tx, type, now) && indexed(tx, type, now)) {
            Map<String, Boolean> old = SearchWords.of(type, before);
            Map<String, Boolean> words = now.words();
            remove(tx, type, now.id(), old.keySet().stream().filter(word -> !old.get(word).equals(words.get(word))).toList());
            write(tx, type, words.keySet().stream().filter(word -> !words.get(word).equals(old.get(word))).map(word -> List.<Object>of(word, now.id(), words.get(word))).toList());
        }
    }

    private static boolean indexed(Transaction tx, DocumentType type, Terms now) {
        return tx.update(Sql.of("update " + terms(type) + " set in_title = ?, in_all = ? where doc_id = ?", now.inTitle(), now.inAll(), now.id())) > 0;
    }

    /// Takes the words of documents away, which are gone for good or about to be written anew.
    static void delete(Transaction tx, DocumentType type, List<Long> ids) {
        FreshWords.delete(tx, type, ids);
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            List<Object> some = List.copyOf(ids.subList(from, Math.min(from + AT_ONCE, ids.size())));
            String among = " where doc_id in (" + some.stream().map(_ -> "?").collect(Collectors.joining(", ")) + ")";
            Map<Long, String> there = tx.query(new Sql("select doc_id, in_all from " + terms(type) + among, some), row -> Map.entry(row.number("doc_id"), row.text("in_all"))).stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
            if (!there.isEmpty()) {
                there.forEach((id, words) -> remove(tx, type, id, Terms.split(words)));
                tx.update(new Sql("delete from " + terms(type) + among, some));
            }
        }
    }

    private static void remove(Transaction tx, DocumentType type, long id, List<String> words) {
        if (!words.isEmpty()) {
            List<Object> parameters = new ArrayList<>(List.of(id));
            parameters.addAll(words);
            tx.update(new Sql("delete from " + table(type) + " where doc_id = ? and word in (" + words.stream().map(_ -> "?").collect(Collectors.joining(", ")) + ")", parameters));
        }
    }

    private static void write(Transaction tx, DocumentType type, List<List<Object>> words) {
        if (!words.isEmpty()) {
            tx.batch("insert into " + table(type) + " (word, doc_id, in_title) values (?, ?, ?)", words);
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

    /// The ids of documents with words that begin as those given: found by the one that is likely the rarest, and asked for the others.
    private static Sql found(DocumentType type, List<String> reading) {
        List<String> rarestFirst = rarestFirst(reading);
        return Sql.of("select w.doc_id from " + table(type) + " w where ").then(begins("w", rarestFirst.getFirst(), false)).then(others(type, rarestFirst, false, ""))
                .then(" union all ").then(FreshWords.found(type, reading));
    }

    /// As above, `there` as well, at most `limit` of the first `window` that the rarest word leads to: whatever is typed costs no more than that.
    static Sql some(DocumentType type, List<String> reading, boolean inTitle, Sql there, int window, int limit) {
        List<String> rarestFirst = rarestFirst(reading);
        return Sql.of("select w.doc_id from (select l.doc_id from " + table(type) + " l where ").then(begins("l", rarestFirst.getFirst(), inTitle))
                .then(" limit ?) w where ", window).then(there).then(others(type, rarestFirst, inTitle, PROBE)).then(" limit ?", limit);
    }

    /// Numbers are rarer than words, long words than short ones.
    private static List<String> rarestFirst(List<String> reading) {
        Comparator<String> plain = Comparator.comparing(word -> word.chars().noneMatch(Character::isDigit));
        return reading.stream().sorted(plain.thenComparing(Comparator.comparingInt(String::length).reversed())).toList();
    }

    private static Sql others(DocumentType type, List<String> rarestFirst, boolean inTitle, String probe) {
        if (rarestFirst.size() == 1) {
            return Sql.of("");
        }
        Sql sql = Sql.of(" and exists (select 1 from " + terms(type) + " o where o.doc_id = w.doc_id");
        return sql.then(Terms.have("o." + (inTitle ? "in_title" : "in_all"), rarestFirst.subList(1, rarestFirst.size()))).then(probe + ")");
    }

    private static Sql begins(String row, String word, boolean inTitle) {
        return Sql.of(row + ".word >= ? and " + row + ".word < ?" + (inTitle ? " and " + row + ".in_title = true" : ""), word, word + END);
    }
}
