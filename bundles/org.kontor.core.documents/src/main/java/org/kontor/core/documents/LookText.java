package org.kontor.core.documents;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.kontor.api.documents.Conditions;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.DocumentTypes;
import org.kontor.api.documents.Filter;
import org.kontor.api.documents.SavedFilters.Look;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Looks as texts: as JSON where they are kept, in letters that need no escape where they stand in an address.
final class LookText {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST_ADDRESS = 8000;

    private final DocumentTypes types;
    private final Conditions conditions;

    LookText(DocumentTypes types, Conditions conditions) {
        this.types = types;
        this.conditions = conditions;
    }

    String write(String typeId, Look look) {
        ObjectNode node = JSON.createObjectNode();
        node.set("filter", JSON.readTree(conditions.write(typeId, look.filter())));
        node.put("sort", look.sortBy()).put("down", look.descending()).put("view", look.view());
        look.columns().forEach(column -> node.withArray("columns").add(column));
        return JSON.writeValueAsString(node);
    }

    /// Columns of fields that are gone are left out; a filter or an order by one makes the whole unreadable.
    Optional<Look> read(String typeId, String text) {
        try {
            JsonNode node = JSON.readTree(text);
            Optional<DocumentType> type = types.find(typeId);
            if (type.isEmpty()) {
                return Optional.empty();
            }
            String sort = node.path("sort").asString("id");
            BuiltIn.kind(type.get(), sort);
            List<String> columns = node.path("columns").valueStream().map(each -> each.asString("")).filter(id -> BuiltIn.is(id) || type.get().field(id).isPresent()).toList();
            Filter filter = conditions.read(typeId, node.path("filter").toString());
            FilterJson.fields(filter).forEach(id -> BuiltIn.kind(type.get(), id));
            return Optional.of(new Look(filter, sort, node.path("down").asBoolean(false), columns, node.path("view").asString("list")));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    String address(String typeId, Look look) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(write(typeId, look).getBytes(StandardCharsets.UTF_8));
    }

    Optional<Look> ofAddress(String typeId, String address) {
        if (address.length() > LONGEST_ADDRESS || !address.matches("[A-Za-z0-9_-]+")) {
            return Optional.empty();
        }
        try {
            return read(typeId, new String(Base64.getUrlDecoder().decode(address), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
