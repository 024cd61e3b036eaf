package org.kontor.itests.benchmarks.documents;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Kind;

/// List pages as one would write them by hand for this table alone.
final class PlainPages implements AutoCloseable {
    private static final String OWN = "id, version, stage, stage_since, created, changed, created_by, f_title, f_amount, f_amount_currency, f_closing, f_source, f_owner";

    private final Connection connection;
    private final String everything;

    PlainPages(Shop shop) throws SQLException {
        this.connection = shop.connection();
        DocumentType type = shop.portal().types().require(Shapes.DEAL);
        this.everything = OWN + ", f_buyer, f_buyer_type, f_comments, f_open, " + type.fields().stream().filter(Field::custom).flatMap(PlainPages::columns).collect(Collectors.joining(", "));
    }

    private static Stream<String> columns(Field<?> field) {
        return field.kind() instanceof Kind.Sum ? Stream.of("f_" + field.id(), "f_" + field.id() + "_currency") : Stream.of("f_" + field.id());
    }

    List<List<@Nullable Object>> newest(boolean all) throws SQLException {
        return rows("select " + (all ? everything : OWN) + " from doc_deal where deleted = false order by id desc limit 51");
    }

    List<List<@Nullable Object>> filtered(boolean all) throws SQLException {
        return rows("select " + (all ? everything : OWN) + " from doc_deal where deleted = false and f_source = ? and f_closing >= ? order by f_closing desc, id desc limit 51", "web", LocalDate.of(2026, 6, 1));
    }

    private List<List<@Nullable Object>> rows(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet result = statement.executeQuery()) {
                int columns = result.getMetaData().getColumnCount();
                List<List<@Nullable Object>> rows = new ArrayList<>();
                while (result.next()) {
                    List<@Nullable Object> row = new ArrayList<>(columns);
                    for (int i = 1; i <= columns; i++) {
                        row.add(result.getObject(i));
                    }
                    rows.add(row);
                }
                return rows;
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
