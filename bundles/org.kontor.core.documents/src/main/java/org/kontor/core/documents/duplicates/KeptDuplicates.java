package org.kontor.core.documents.duplicates;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kontor.api.access.Access;
import org.kontor.api.access.Permission;
import org.kontor.api.documents.Amendment;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.DocumentTypes;
import org.kontor.api.documents.Documents;
import org.kontor.api.documents.Duplicates;
import org.kontor.api.documents.Filter;
import org.kontor.api.documents.Query;
import org.kontor.api.documents.Refusal;
import org.kontor.api.documents.Values;
import org.kontor.api.jobs.Jobs;
import org.kontor.api.labels.Label;
import org.kontor.api.people.Actor;
import org.kontor.core.documents.MatchKeys;
import org.kontor.core.documents.MatchRules;
import org.kontor.core.documents.ShapeStore;
import org.kontor.storage.Database;
import org.kontor.storage.Journal;
import org.kontor.storage.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Duplicates by the keys kept beside documents.
@Component
public final class KeptDuplicates implements Duplicates {
    private static final int MOST_LIKE = 20;
    private static final int MOST_RULES = 10;
    private static final int MOST_IN_GROUP = 50;

    private final Database database;
    private final DocumentTypes types;
    private final Documents documents;
    private final Access access;
    private final Jobs jobs;
    private final MatchRules rules;
    private final MatchKeys keys;
    private final Merging merging;

    @Activate
    public KeptDuplicates(
            @Reference Database database,
            @Reference Journal journal,
            @Reference ShapeStore store,
            @Reference DocumentTypes types,
            @Reference Documents documents,
            @Reference Access access,
            @Reference Jobs jobs) {
        this.database = database;
        this.types = types;
        this.documents = documents;
        this.access = access;
        this.jobs = jobs;
        this.rules = new MatchRules(store);
        this.keys = new MatchKeys(database, rules);
        this.merging = new Merging(database, journal, types, documents);
    }

    @Override
    public List<Rule> rules(String typeId) {
        return rules.of(types.require(typeId));
    }

    @Override
    public boolean compared(String typeId) {
        return rules.built(types.require(typeId));
    }

    @Override
    public Amendment<List<Rule>> set(String typeId, List<Rule> wanted, Actor actor) {
        DocumentType type = types.require(typeId);
        if (!access.may(actor, Permission.CONFIGURE)) {
            return new Amendment.Refused<>(List.of(Refusal.of(Label.of("documents.shape.denied"))));
        }
        if (wanted.size() > MOST_RULES || wanted.stream().map(MatchRules::id).distinct().count() < wanted.size()) {
            return new Amendment.Refused<>(List.of(Refusal.of(Label.of("documents.duplicate.rules", MOST_RULES))));
        }
        Optional<String> unknown = wanted.stream().flatMap(rule -> rule.fields().stream()).filter(id -> type.field(id).isEmpty()).findFirst();
        if (unknown.isPresent()) {
            return new Amendment.Refused<>(List.of(Refusal.of(Label.of("documents.duplicate.unknown-field", unknown.get()))));
        }
        database.write(_ -> {
            rules.set(typeId, wanted);
            MatchKeysJob.ask(jobs);
            return wanted;
        });
        return new Amendment.Done<>(rules(typeId));
    }

    @Override
    public List<Like> like(String typeId, Values values, Optional<DocumentRef> except, Actor actor) {
        DocumentType type = types.require(typeId);
        List<MatchKeys.Hit> hits = keys.found(type, keys.of(type, values), except.map(DocumentRef::id).orElse(0L), 2 * MOST_LIKE);
        Map<Long, Document> readable = readable(type, hits.stream().map(MatchKeys.Hit::id).distinct().toList(), actor);
        Map<Long, Like> likes = new LinkedHashMap<>();
        hits.stream().filter(hit -> readable.containsKey(hit.id())).forEach(hit -> likes.putIfAbsent(hit.id(), new Like(readable.get(hit.id()), hit.rule())));
        return likes.values().stream().limit(MOST_LIKE).toList();
    }

    @Override
    public List<Group> groups(String typeId, Optional<String> place, int limit, Actor actor) {
        DocumentType type = types.require(typeId);
        Map<String, Rule> byId = rules.of(type).stream().collect(Collectors.toMap(MatchRules::id, Function.identity()));
        List<Group> groups = new ArrayList<>();
        Optional<String> behind = place;
        while (groups.size() < limit) {
            List<GroupKey> some = groupKeys(typeId, behind, limit);
            for (GroupKey key : some) {
                behind = Optional.of(key.place());
                if (byId.containsKey(key.ruleId()) && groups.size() < limit) {
                    List<Document> readable = List.copyOf(readable(type, members(key), actor).values());
                    if (readable.size() > 1) {
                        groups.add(new Group(byId.get(key.ruleId()), readable, key.place()));
                    }
                }
            }
            if (some.size() < limit) {
                break;
            }
        }
        return groups;
    }

    private record GroupKey(String ruleId, String text) {
        String place() {
            return text;
        }
    }

    private List<GroupKey> groupKeys(String typeId, Optional<String> behind, int limit) {
        Sql sql = Sql.of("select match_key, min(rule_id) as rule_id from match_key where type_id = ? and match_key > ? group by match_key having count(*) > 1 order by match_key limit ?", typeId, behind.orElse(typeId + "/"), limit);
        return database.read(tx -> tx.query(sql, row -> new GroupKey(row.text("rule_id"), row.text("match_key"))));
    }

    private List<Long> members(GroupKey key) {
        return database.read(tx -> tx.query(Sql.of("select doc_id from match_key where match_key = ? order by doc_id limit ?", key.text(), MOST_IN_GROUP), row -> row.number("doc_id")));
    }

    private Map<Long, Document> readable(DocumentType type, List<Long> ids, Actor actor) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Filter among = new Filter.In("id", ids.stream().<Object>map(BigDecimal::valueOf).toList());
        Map<Long, Document> found = new LinkedHashMap<>();
        documents.find(Query.newest(type.id()).where(among).sorted("id", false).limited(Query.MOST), actor).documents().forEach(document -> found.put(document.ref().id(), document));
        return found;
    }

    @Override
    public Optional<Preview> preview(Plan plan, Actor actor) {
        return merging.preview(plan, actor);
    }

    @Override
    public Merge merge(Plan plan, Actor actor) {
        return merging.merge(plan, actor);
    }

    @Override
    public Merge unmerge(long mergeId, Actor actor) {
        return merging.unmerge(mergeId, actor);
    }

    @Override
    public Optional<Merge.Done> mergedInto(DocumentRef loser, Actor actor) {
        return merging.mergedInto(loser, actor);
    }
}
