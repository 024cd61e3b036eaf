package org.kontor.core.documents;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Duplicates.Rule;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Phone;
import org.kontor.api.documents.Refusal;
import org.kontor.api.documents.Values;
import org.kontor.api.labels.Label;
import org.kontor.storage.Database;
import org.kontor.storage.Sql;
import org.kontor.storage.Transaction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// What documents are matched by, kept beside them in the transaction that writes them: a row for each rule and value.
@Component(service = MatchKeys.class)
public final class MatchKeys {
    private static final int LONGEST = 200;
    private static final int MOST = 20;
    private static final int AT_ONCE = 500;

    private final Database database;
    private final MatchRules rules;

    @Activate
    public MatchKeys(@Reference Database database, @Reference ShapeStore store) {
        this(database, new MatchRules(store));
    }

    public MatchKeys(Database database, MatchRules rules) {
        this.database = database;
        this.rules = rules;
        database.migrate("duplicates", MatchKeys.class);
    }

    /// A rule's key.
    public record Key(Rule rule, String text) {}

    /// A key as it is kept: one text, because that is what both databases look up quickly among many.
    public static String kept(DocumentType type, Rule rule, String text) {
        return type.id() + "/" + MatchRules.id(rule) + "=" + text;
    }

    /// Brings the keys up to date with what was written.
    void follow(Transaction tx, DocumentType type, List<Written> written) {
        List<Rule> present = rules.of(type);
        if (present.isEmpty()) {
            return;
        }
        List<List<Object>> gone = new ArrayList<>();
        List<List<Object>> rows = new ArrayList<>();
        for (Written each : written) {
            List<Key> before = each.before().map(document -> of(present, type, document.values())).orElse(List.of());
            List<Key> after = each.after().map(document -> of(present, type, document.values())).orElse(List.of());
            if (!before.equals(after)) {
                each.before().ifPresent(document -> gone.add(List.of(type.id(), document.ref().id())));
                each.after().ifPresent(document -> add(rows, type, document, after));
            }
        }
        write(tx, gone, rows);
    }

    /// Makes the keys of documents anew.
    public void rebuild(Transaction tx, DocumentType type, List<Document> documents) {
        List<Rule> present = rules.of(type);
        List<List<Object>> rows = new ArrayList<>();
        documents.forEach(document -> add(rows, type, document, of(present, type, document.values())));
        write(tx, documents.stream().map(document -> List.<Object>of(type.id(), document.ref().id())).toList(), rows);
    }

    private static void add(List<List<Object>> rows, DocumentType type, Document document, List<Key> keys) {
        keys.forEach(key -> rows.add(List.of(kept(type, key.rule(), key.text()), document.ref().id(), type.id(), MatchRules.id(key.rule()))));
    }

    private static void write(Transaction tx, List<List<Object>> gone, List<List<Object>> rows) {
        if (!gone.isEmpty()) {
            tx.behind("delete from match_key where type_id = ? and doc_id = ?", gone);
        }
        if (!rows.isEmpty()) {
            tx.behind("insert into match_key (match_key, doc_id, type_id, rule_id) values (?, ?, ?, ?)", rows);
        }
    }

    /// Why values may not be stored: another document matches by a rule that blocks.
    Optional<Refusal> objection(DocumentType type, Optional<Document> before, Values after) {
        List<Rule> blocking = rules.of(type).stream().filter(Rule::blocks).toList();
        List<Key> old = before.map(document -> of(blocking, type, document.values())).orElse(List.of());
        List<Key> fresh = of(blocking, type, after).stream().filter(key -> !old.contains(key)).toList();
        long own = before.map(document -> document.ref().id()).orElse(0L);
        return found(type, fresh, own, 1).stream().findFirst().map(hit -> blocked(type, hit));
    }

    private static Refusal blocked(DocumentType type, Hit hit) {
        return new Refusal(Optional.of(hit.rule().fields().getFirst()), Label.of("documents.duplicate.blocked", new DocumentRef(type.id(), hit.id()), names(type, hit.rule())));
    }

    private static Label names(DocumentType type, Rule rule) {
        return rule.fields().size() == 1 ? type.nameOf(type.field(rule.fields().getFirst()).orElseThrow()) : Label.verbatim(String.join(", ", rule.fields()));
    }

    /// Why some of several new documents may not be stored, by their places from 0: another document matches by a rule that blocks, or an earlier one of them. A query for some hundred keys.
    Map<Integer, Refusal> objections(DocumentType type, List<Values> fresh) {
        List<Rule> blocking = rules.of(type).stream().filter(Rule::blocks).toList();
        Map<Integer, Refusal> objections = new HashMap<>();
        if (blocking.isEmpty()) {
            return objections;
        }
        List<List<Key>> keys = fresh.stream().map(values -> of(blocking, type, values)).toList();
        Map<String, Hit> stored = stored(type, keys.stream().flatMap(List::stream).distinct().toList());
        Set<Key> earlier = new HashSet<>();
        for (int i = 0; i < fresh.size(); i++) {
            Optional<Hit> hit = keys.get(i).stream().flatMap(key -> Optional.ofNullable(stored.get(kept(type, key.rule(), key.text()))).stream()).findFirst();
            Optional<Key> twin = keys.get(i).stream().filter(earlier::contains).findFirst();
            Optional<Refusal> refusal = hit.map(there -> blocked(type, there))
                    .or(() -> twin.map(key -> new Refusal(Optional.of(key.rule().fields().getFirst()), Label.of("documents.duplicate.twin", names(type, key.rule())))));
            if (refusal.isPresent()) {
                objections.put(i, refusal.get());
            } else {
                earlier.addAll(keys.get(i));
            }
        }
        return objections;
    }

    /// The documents with some of the keys, one for each, by the key as it is kept.
    private Map<String, Hit> stored(DocumentType type, List<Key> keys) {
        Map<String, Rule> byText = new LinkedHashMap<>();
        keys.forEach(key -> byText.put(kept(type, key.rule(), key.text()), key.rule()));
        List<String> texts = List.copyOf(byText.keySet());
        Map<String, Hit> hits = new HashMap<>();
        for (int from = 0; from < texts.size(); from += AT_ONCE) {
            List<Object> some = texts.subList(from, Math.min(from + AT_ONCE, texts.size())).stream().<Object>map(text -> text).toList();
            Sql sql = new Sql("select match_key, min(doc_id) as doc_id from match_key where match_key in (" + String.join(", ", Collections.nCopies(some.size(), "?")) + ") group by match_key", some);
            database.read(tx -> tx.query(sql, row -> hits.put(row.text("match_key"), new Hit(byText.get(row.text("match_key")), row.number("doc_id")))));
        }
        return hits;
    }

    /// A document with one of the keys.
    public record Hit(Rule rule, long id) {}

    /// At most `limit` documents with one of the keys, but for one.
    public List<Hit> found(DocumentType type, List<Key> keys, long except, int limit) {
        if (keys.isEmpty()) {
            return List.of();
        }
        Sql sql = Sql.of("select rule_id, doc_id from match_key where doc_id <> ? and match_key in (", except);
        for (int i = 0; i < keys.size(); i++) {
            sql = sql.then(i == 0 ? "?" : ", ?", kept(type, keys.get(i).rule(), keys.get(i).text()));
        }
        Sql all = sql.then(") order by doc_id limit ?", limit);
        return database.read(tx -> tx.query(all, row -> new Hit(keys.stream().map(Key::rule).filter(rule -> MatchRules.id(rule).equals(row.text("rule_id"))).findFirst().orElseThrow(), row.number("doc_id"))));
    }

    /// The ids of documents whose field has one of the values, and maybe of some that are written alike; empty when there is no rule for this field alone, or documents from before it are not compared yet.
    public Optional<List<Long>> having(DocumentType type, Field<?> field, List<Object> values) {
        Optional<Rule> alone = rules.of(type).stream().filter(rule -> rule.fields().equals(List.of(field.id()))).findFirst();
        if (alone.isEmpty() || !rules.built(type)) {
            return Optional.empty();
        }
        List<Object> wanted = values.stream().map(value -> kept(type, alone.get(), bounded(plain(value)))).distinct().<Object>map(text -> text).toList();
        String marks = String.join(", ", Collections.nCopies(wanted.size(), "?"));
        Sql sql = new Sql("select distinct doc_id from match_key where match_key in (" + marks + ")", wanted);
        return Optional.of(database.read(tx -> tx.query(sql, row -> row.number("doc_id"))));
    }

    public List<Key> of(DocumentType type, Values values) {
        return of(rules.of(type), type, values);
    }

    private static List<Key> of(List<Rule> rules, DocumentType type, Values values) {
        return rules.stream().flatMap(rule -> texts(rule, type, values).stream().map(text -> new Key(rule, text))).distinct().toList();
    }

    /// Each combination of the values of a rule's fields; none when a field has no value.
    private static Set<String> texts(Rule rule, DocumentType type, Values values) {
        Set<String> all = new TreeSet<>(Set.of(""));
        for (String fieldId : rule.fields().stream().sorted().toList()) {
            Set<String> longer = new TreeSet<>();
            for (String text : type.field(fieldId).map(field -> plain(field, values)).orElse(Set.of())) {
                all.stream().limit(MOST).forEach(before -> longer.add(before.isEmpty() ? text : before + "|" + text));
            }
            all = longer;
        }
        return all.stream().limit(MOST).map(MatchKeys::bounded).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> plain(Field<?> field, Values values) {
        return values.any(field).stream()
                .flatMap(value -> value instanceof List<?> many ? many.stream() : java.util.stream.Stream.of(value))
                .map(MatchKeys::plain)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// A value without what people write in different ways.
    private static String plain(Object value) {
        return switch (value) {
            case Phone phone -> phone.number();
            case String mail when mail.contains("@") -> mail.strip().toLowerCase(Locale.ROOT);
            case String text -> Arrays.stream(Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT).replaceAll("\\p{M}", "").split("[^\\p{L}\\p{N}]+"))
                    .filter(word -> !word.isEmpty())
                    .sorted()
                    .collect(Collectors.joining(" "));
            case Object other -> ValueText.write(other).toLowerCase(Locale.ROOT);
        };
    }

    private static String bounded(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        try {
            return "#" + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
