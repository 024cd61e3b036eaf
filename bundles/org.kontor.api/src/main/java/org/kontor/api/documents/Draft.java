package org.kontor.api.documents;

import java.util.Optional;

/// What is to be changed: values, and the stage to move to. `expectedVersion` is the version the change was made on; without
/// one the change is applied to whatever is there.
public record Draft(Values values, Optional<String> stage, Optional<Long> expectedVersion) {

    public static Draft of(Values values) {
        return new Draft(values, Optional.empty(), Optional.empty());
    }

    public static Draft move(String stage) {
        return new Draft(Values.none(), Optional.of(stage), Optional.empty());
    }

    public Draft on(long version) {
        return new Draft(values, stage, Optional.of(version));
    }
}
