package org.kontor.storage.internal;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.kontor.storage.Null;

/// Puts values in the place of a statement's question marks.
final class Parameters {
    private Parameters() {}

    static void bind(PreparedStatement statement, List<Object> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            switch (values.get(i)) {
                case Null none -> statement.setNull(i + 1, none.type().getVendorTypeNumber());
                case Instant moment -> statement.setObject(i + 1, moment.atOffset(ZoneOffset.UTC));
                case Object value -> statement.setObject(i + 1, value);
            }
        }
    }
}
