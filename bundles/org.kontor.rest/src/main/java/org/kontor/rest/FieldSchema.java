package org.kontor.rest;

import org.kontor.api.documents.Field;
import org.kontor.api.documents.Kind;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The JSON schema (2020-12) of a field's value.
final class FieldSchema {
    private FieldSchema() {}

    /// The name of a kind for programs.
    static String kind(Kind<?> kind) {
        return switch (kind) {
            case Kind.Text _ -> "text";
            case Kind.Number _ -> "number";
            case Kind.Sum _ -> "money";
            case Kind.YesNo _ -> "yes-no";
            case Kind.Date _ -> "date";
            case Kind.Moment _ -> "moment";
            case Kind.Choice _ -> "choice";
            case Kind.User _ -> "user";
            case Kind.PhoneNumber _ -> "phone";
            case Kind.Email _ -> "email";
            case Kind.WebLink _ -> "link";
            case Kind.Link _ -> "document";
            case Kind.Booking _ -> "booking";
            case Kind.Attachment _ -> "file";
            case Kind.Address _ -> "address";
            case Kind.Many<?> many -> kind(many.of());
        };
    }

    /// The value as it is answered; with `nullable` as it may be sent.
    static ObjectNode of(Field<?> field, String name, boolean nullable) {
        ObjectNode schema = Json.object();
        schema.put("title", name);
        switch (field.kind()) {
            case Kind.Text text -> type(schema, "string", nullable).put("maxLength", text.longest());
            case Kind.Number number -> type(schema, "number", nullable).put("multipleOf", new java.math.BigDecimal(java.math.BigInteger.ONE, number.decimals()));
            case Kind.Sum _ -> reference(schema, "Money", nullable);
            case Kind.YesNo _ -> type(schema, "boolean", nullable);
            case Kind.Date _ -> type(schema, "string", nullable).put("format", "date");
            case Kind.Moment _ -> type(schema, "string", nullable).put("format", "date-time");
            case Kind.Choice choice -> {
                ArrayNode options = type(schema, "string", nullable).putArray("enum");
                choice.options().forEach(option -> options.add(option.id()));
                if (nullable) {
                    options.addNull();
                }
            }
            case Kind.User _ -> type(schema, "string", nullable).put("description", "login of a person");
            case Kind.PhoneNumber _ when nullable -> reference(schema, "PhoneGiven", true);
            case Kind.PhoneNumber _ -> type(schema, "string", false).put("pattern", "^\\+[1-9][0-9]{3,14}$");
            case Kind.Email _ -> type(schema, "string", nullable).put("format", "email").put("maxLength", 254);
            case Kind.WebLink _ -> type(schema, "string", nullable).put("format", "uri").put("maxLength", 2000);
            case Kind.Link _, Kind.Booking _ -> type(schema, "string", nullable).put("pattern", "^[a-z][a-z0-9.-]*/[1-9][0-9]*$");
            case Kind.Attachment _ -> reference(schema, "File", nullable);
            case Kind.Address _ -> reference(schema, "Address", nullable);
            case Kind.Many<?> many -> type(schema, "array", nullable).put("maxItems", Kind.Many.MOST).put("uniqueItems", true).set("items", of(field.withKind(many.of()), name, false));
        }
        return schema;
    }

    private static ObjectNode type(ObjectNode schema, String type, boolean nullable) {
        if (!nullable) {
            return schema.put("type", type);
        }
        schema.putArray("type").add(type).add("null");
        return schema;
    }

    private static void reference(ObjectNode schema, String name, boolean nullable) {
        String ref = "#/components/schemas/" + name;
        if (!nullable) {
            schema.put("$ref", ref);
            return;
        }
        ArrayNode either = schema.putArray("anyOf");
        either.addObject().put("$ref", ref);
        either.addObject().put("type", "null");
    }
}
