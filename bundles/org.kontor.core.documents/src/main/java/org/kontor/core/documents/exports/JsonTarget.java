package org.kontor.core.documents.exports;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.Money;
import org.kontor.api.documents.Notation;
import org.kontor.api.documents.PostalAddress;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.JsonNode;

/// One JSON object a line: numbers, yes/no, sums, addresses and lists as such, all else as texts for machines. What has no value is left out.
final class JsonTarget implements Target {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Writer out;
    private final Notation notation;

    JsonTarget(Writer out, Notation notation) {
        this.out = out;
        this.notation = notation;
    }

    @Override
    public void add(Document document, List<Cell> cells) throws IOException {
        ObjectNode line = NODES.objectNode();
        for (Cell cell : cells) {
            cell.value().ifPresent(value -> line.set(cell.column().id(), node(cell.column(), value)));
        }
        out.write(JSON.writeValueAsString(line));
        out.write('\n');
    }

    private JsonNode node(Column column, Object value) {
        return switch (value) {
            case List<?> many -> {
                ArrayNode array = NODES.arrayNode();
                many.forEach(each -> array.add(node(column, each)));
                yield array;
            }
            case BigDecimal number -> NODES.numberNode(number);
            case Boolean yes -> NODES.booleanNode(yes);
            case Money money -> NODES.objectNode().put("amount", money.amount().toPlainString()).put("currency", money.currency().getCurrencyCode());
            case PostalAddress address -> NODES.objectNode()
                    .put("street", address.street()).put("city", address.city()).put("region", address.region()).put("postcode", address.postcode()).put("country", address.country());
            case Object plain -> NODES.stringNode(notation.write(column.field().withKind(column.kind()), plain));
        };
    }

    @Override
    public void finish() throws IOException {
        out.flush();
    }
}
