package org.kontor.api.documents;

import java.util.Optional;

/// What is to be changed: values, and the stage to move to. `expectedVersion` is the version the change was made on; without
/// one the change is applied to whatever is there. A draft that is `crossing` may move to a stage of another pipeline, where administrators
/// allow that for the type (see [Pipelines#movesAllowed]); all others are refused there.
public record Draft(Values values, Optional<String> stage, Optional<Long> expectedVersion, boolean crossing) {

    /// A draft that stays in the document's pipeline.
    public Draft(Values values, Optional<String> stage, Optional<Long> expectedVersion) {
        this(values, stage, expectedVersion, false);
    }

    public static Draft of(Values values) {
        return new Draft(values, Optional.empty(), Optional.empty());
    }

    public static Draft move(String stage) {
        return new Draft(Values.none(), Optional.of(stage), Optional.empty());
    }

    /// Moves to a stage of any pipeline of the type.
    public static Draft cross(String stage) {
        return new Draft(Values.none(), Optional.of(stage), Optional.empty(), true);
    }

    public Draft on(long version) {
        return new Draft(values, stage, Optional.of(version), crossing);
    }

    /// Makes a document again what it was: all values that can be written, and the stage. `former` may come from [Documents#asOf].
    public static Draft back(DocumentType type, Document former) {
        Values all = Values.none();
        for (Field<?> field : type.fields()) {
            if (!field.readOnly()) {
                Optional<Object> value = former.values().any(field);
                all = value.isPresent() ? all.withAny(field, value.get()) : all.cleared(field);
            }
        }
        return new Draft(all, former.stage(), Optional.empty(), false);
    }
}
