package org.kontor.core.documents.imports;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Imports.Guess;
import org.kontor.api.documents.Imports.LinkKey;
import org.kontor.api.documents.Imports.Look;
import org.kontor.api.documents.Imports.Mode;
import org.kontor.api.documents.Imports.Plan;
import org.kontor.api.people.Actor;
import org.kontor.storage.Database;
import org.kontor.storage.Sql;

/// How a person mapped the columns of files with the same head, by type: kept when an import starts, offered when the next file is looked at.
final class SavedMappings {
    private record Mapping(List<Optional<String>> columns, Mode mode, Optional<String> match, Map<String, LinkKey> links) {}

    private final Database database;

    SavedMappings(Database database) {
        this.database = database;
    }

    /// Keeps the mapping of a file with a head; of a robot nothing is kept.
    void keep(Plan plan, List<String> heads, Actor actor) {
        if (!plan.header() || actor.person().isEmpty()) {
            return;
        }
        long person = actor.person().get().value();
        String signature = signature(heads);
        String columns = PlanText.columns(plan);
        String match = plan.match().orElse("");
        String links = PlanText.links(plan);
        Instant now = Instant.now();
        Sql change = Sql.of("update import_mapping set field_ids = ?, mode = ?, match_field = ?, links = ?, used = ? where person = ? and type_id = ? and signature = ?",
                columns, plan.mode().name(), match, links, now, person, plan.typeId(), signature);
        Sql insert = Sql.of("insert into import_mapping (person, type_id, signature, field_ids, mode, match_field, links, used) values (?, ?, ?, ?, ?, ?, ?, ?)",
                person, plan.typeId(), signature, columns, plan.mode().name(), match, links, now);
        database.write(tx -> {
            tx.put(change, insert);
            return null;
        });
    }

    /// The look with what the actor did the last time, as far as the fields are still there.
    Look remembered(Look look, DocumentType type, Actor actor) {
        if (!(look instanceof Look.Seen(Guess guess)) || !guess.plan().header() || actor.person().isEmpty()) {
            return look;
        }
        Sql sql = Sql.of("select * from import_mapping where person = ? and type_id = ? and signature = ?", actor.person().get().value(), type.id(), signature(guess.heads()));
        return database.read(tx -> tx.one(sql, row -> new Mapping(
                        PlanText.columns(row.text("field_ids")), Mode.valueOf(row.text("mode")), row.optionalText("match_field").filter(text -> !text.isEmpty()), PlanText.links(row.text("links")))))
                .filter(mapping -> mapping.columns().size() == guess.heads().size())
                .<Look>map(mapping -> new Look.Seen(new Guess(plan(guess.plan(), mapping, type), guess.heads(), guess.sample(), true, guess.sheets())))
                .orElse(look);
    }

    private static Plan plan(Plan guessed, Mapping mapping, DocumentType type) {
        List<Optional<String>> columns = mapping.columns().stream().map(column -> column.filter(id -> type.field(id).isPresent())).toList();
        Optional<String> match = mapping.match().filter(id -> columns.contains(Optional.of(id)));
        Map<String, LinkKey> links = mapping.links().entrySet().stream()
                .filter(link -> columns.contains(Optional.of(link.getKey())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return guessed.into(columns).matching(match.isPresent() ? mapping.mode() : Mode.CREATE, match).linking(links);
    }

    private static String signature(List<String> heads) {
        String plain = heads.stream().map(head -> head.strip().toLowerCase(Locale.ROOT)).collect(Collectors.joining("\n"));
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(plain.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
