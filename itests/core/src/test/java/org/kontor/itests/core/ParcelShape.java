package org.kontor.itests.core;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.api.documents.DocumentShape;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Filter;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Pipeline;
import org.kontor.api.documents.Stage;
import org.kontor.api.labels.Label;
import org.kontor.api.people.PersonId;
import org.kontor.api.workflow.Robot;
import org.kontor.api.workflow.RobotPreset;
import org.kontor.api.workflow.Timing;

/// A type whose module comes and goes.
final class ParcelShape implements DocumentShape {
    static final Field<String> TITLE = Field.text("title").asRequired();
    private static final Field<PersonId> OWNER = Field.of("owner", new Kind.User());
    private static final Pipeline PIPELINE = new Pipeline("parcel", Label.verbatim("Parcels"), List.of(new Stage("packed", Label.verbatim("Packed"), Stage.Meaning.INITIAL, 1)));
    private static final DocumentType TYPE = new DocumentType("parcel", "box", List.of(TITLE, OWNER), TITLE, Optional.of(OWNER), Optional.of(PIPELINE), true);

    static final RobotPreset PRESET = new RobotPreset() {
        @Override
        public String typeId() {
            return "parcel";
        }

        @Override
        public String stageId() {
            return "packed";
        }

        @Override
        public List<Robot> robots() {
            return List.of(new Robot("send", "tasks.create", new Timing.AtOnce(), Filter.any(), Map.of("title", "Send", "audience", "RESPONSIBLE")));
        }
    };

    @Override
    public DocumentType type() {
        return TYPE;
    }
}
