package org.kontor.api.documents;

import java.util.Optional;
import org.kontor.api.labels.Label;

/// Why a write is refused; `field` tells where, when it is about one.
public record Refusal(Optional<String> field, Label reason) {

    public static Refusal of(Label reason) {
        return new Refusal(Optional.empty(), reason);
    }

    public static Refusal of(Field<?> field, Label reason) {
        return new Refusal(Optional.of(field.id()), reason);
    }
}
