package org.kontor.core.documents;

import java.util.ArrayList;
import java.util.List;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Duplicates.Rule;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Kind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/// The rules by which documents of a type match: what administrators set, else one for each phone and mail field.
public final class MatchRules {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String RULES = "duplicates";
    private static final String BUILT = "duplicates-built";

    private final ShapeStore store;

    public MatchRules(ShapeStore store) {
        this.store = store;
    }

    /// The rules whose fields are all there.
    public List<Rule> of(DocumentType type) {
        return store.find(ShapeStore.Part.SETTING, type.id(), RULES)
                .map(kept -> read(kept.body()))
                .orElseGet(() -> usual(type))
                .stream()
                .filter(rule -> rule.fields().stream().allMatch(id -> type.field(id).isPresent()))
                .toList();
    }

    public void set(String typeId, List<Rule> rules) {
        ArrayNode body = JSON.createArrayNode();
        rules.forEach(rule -> {
            var one = body.addObject().put("blocks", rule.blocks());
            rule.fields().forEach(one.putArray("fields")::add);
        });
        store.put(ShapeStore.Part.SETTING, typeId, RULES, JSON.writeValueAsString(body));
    }

    /// Whether the keys of all documents were made by the rules there are.
    public boolean built(DocumentType type) {
        return store.find(ShapeStore.Part.SETTING, type.id(), BUILT).map(ShapeStore.Kept::body).orElse("").equals(signature(type));
    }

    public void noteBuilt(DocumentType type) {
        store.put(ShapeStore.Part.SETTING, type.id(), BUILT, signature(type));
    }

    private String signature(DocumentType type) {
        return of(type).stream().map(MatchRules::id).sorted().toList().toString();
    }

    /// The name under which the keys of a rule are kept.
    public static String id(Rule rule) {
        return String.join("+", rule.fields().stream().sorted().toList());
    }

    private static List<Rule> usual(DocumentType type) {
        return type.listed() ? type.fields().stream().filter(MatchRules::telling).map(field -> new Rule(List.of(field.id()), false)).toList() : List.of();
    }

    private static boolean telling(Field<?> field) {
        Kind<?> kind = field.kind() instanceof Kind.Many<?> many ? many.of() : field.kind();
        return kind instanceof Kind.PhoneNumber || kind instanceof Kind.Email;
    }

    private static List<Rule> read(String body) {
        List<Rule> rules = new ArrayList<>();
        for (JsonNode one : JSON.readTree(body)) {
            rules.add(new Rule(one.path("fields").valueStream().map(JsonNode::asString).toList(), one.path("blocks").asBoolean()));
        }
        return rules;
    }
}
