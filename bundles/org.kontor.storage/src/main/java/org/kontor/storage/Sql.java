package org.kontor.storage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A statement or a part of one, with the values for its question marks.
///
/// The text is made of constants and checked identifiers only; what people type goes into `parameters`.
public record Sql(String text, List<Object> parameters) {
    public Sql {
        parameters = List.copyOf(parameters);
    }

    public static Sql of(String text, Object... parameters) {
        return new Sql(text, Arrays.asList(parameters));
    }

    /// This text followed by another.
    public Sql then(Sql next) {
        List<Object> all = new ArrayList<>(parameters);
        all.addAll(next.parameters);
        return new Sql(text + next.text, all);
    }

    public Sql then(String next, Object... more) {
        return then(of(next, more));
    }
}
