package org.kontor.core.documents.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Imports.Fresh;
import org.kontor.api.documents.Imports.Mapping;
import org.kontor.api.documents.Imports.Mode;
import org.kontor.api.documents.Imports.Plan;
import org.kontor.api.people.Actor;
import org.kontor.api.people.PersonId;
import org.kontor.storage.Database;
import org.kontor.storage.Row;
import org.kontor.storage.Sql;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The mappings that persons keep under a name.
final class KeptMappings {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST = 100;

    private final Database database;

    KeptMappings(Database database) {
        this.database = database;
    }

    List<Mapping> of(DocumentType type, Actor actor) {
        Sql sql = Sql.of("select * from import_kept_mapping where person = ? and type_id = ? order by name limit ?", person(actor).map(PersonId::value).orElse(0L), type.id(), MOST);
        return database.read(tx -> tx.query(sql, row -> read(row, type)));
    }

    /// In place of one with the same name.
    Mapping keep(String name, Plan plan, List<String> heads, Actor actor) {
        String plain = name.strip();
        if (plain.isEmpty() || plain.length() > Mapping.LONGEST_NAME) {
            throw new IllegalArgumentException("the name of a mapping has 1 to " + Mapping.LONGEST_NAME + " characters, not " + plain.length());
        }
        long person = person(actor).orElseThrow(() -> new IllegalArgumentException("mappings are kept for persons, not for " + actor)).value();
        Map<String, String> fields = new HashMap<>();
        for (int column = 0; column < Math.min(heads.size(), plan.columns().size()); column++) {
            String head = heads.get(column);
            plan.columns().get(column).ifPresent(field -> fields.putIfAbsent(head, field));
        }
        String body = body(fields, plan);
        long id = database.write(tx -> {
            tx.put(Sql.of("update import_kept_mapping set body = ? where person = ? and type_id = ? and name = ?", body, person, plan.typeId(), plain),
                    Sql.of("insert into import_kept_mapping (person, type_id, name, body) values (?, ?, ?, ?)", person, plan.typeId(), plain, body));
            return tx.one(Sql.of("select id from import_kept_mapping where person = ? and type_id = ? and name = ?", person, plan.typeId(), plain), row -> row.number("id")).orElseThrow();
        });
        return new Mapping(id, plain, fields, plan.mode(), plan.match(), plan.links(), plan.fresh());
    }

    boolean forget(long id, Actor actor) {
        return database.write(tx -> tx.update(Sql.of("delete from import_kept_mapping where id = ? and person = ?", id, person(actor).map(PersonId::value).orElse(0L)))) > 0;
    }

    private static Optional<PersonId> person(Actor actor) {
        return actor.person();
    }

    private static String body(Map<String, String> fields, Plan plan) {
        ObjectNode node = JSON.createObjectNode().put("mode", plan.mode().name()).put("match", plan.match().orElse("")).put("links", PlanText.links(plan)).put("fresh", PlanText.fresh(plan.fresh()));
        ObjectNode byHead = node.putObject("fields");
        fields.forEach(byHead::put);
        return JSON.writeValueAsString(node);
    }

    private static Mapping read(Row row, DocumentType type) {
        JsonNode node = JSON.readTree(row.text("body"));
        Map<String, String> fields = new HashMap<>();
        node.path("fields").propertyStream().filter(field -> type.field(field.getValue().asString()).isPresent()).forEach(field -> fields.put(field.getKey(), field.getValue().asString()));
        Fresh fresh = PlanText.fresh(node.path("fresh").asString(""));
        Map<String, String> values = fresh.values().entrySet().stream().filter(value -> type.field(value.getKey()).isPresent()).collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new Mapping(row.number("id"), row.text("name"), fields, Mode.valueOf(node.path("mode").asString()), Optional.of(node.path("match").asString("")).filter(id -> !id.isEmpty()),
                PlanText.links(node.path("links").asString("")), new Fresh(fresh.stage().filter(stage -> type.stage(stage).isPresent()), values));
    }
}
