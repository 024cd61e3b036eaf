package org.kontor.core.documents.imports;

import java.util.List;
import java.util.Optional;
import org.kontor.api.access.Access;
import org.kontor.api.access.Operation;
import org.kontor.api.access.Permission;
import org.kontor.api.access.Reach;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.DocumentTypes;
import org.kontor.api.documents.Imports.Mode;
import org.kontor.api.files.FileRef;
import org.kontor.api.files.Files;
import org.kontor.api.labels.Label;
import org.kontor.api.people.Actor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Who may import what, and see which import.
@Component(service = ImportRights.class)
public final class ImportRights {
    private final Access access;
    private final DocumentTypes types;
    private final Files files;

    @Activate
    public ImportRights(@Reference Access access, @Reference DocumentTypes types, @Reference Files files) {
        this.access = access;
        this.types = types;
        this.files = files;
    }

    DocumentType type(String typeId) {
        return types.require(typeId);
    }

    /// Why the actor may not import the file as documents of the type, if so.
    Optional<Label> objection(FileRef file, String typeId, Mode mode, Actor actor) {
        if (!access.may(actor, Permission.IMPORT)) {
            return Optional.of(Label.of("documents.import.no-permission"));
        }
        for (Operation operation : asked(mode)) {
            if (access.reach(actor, typeId, operation) == Reach.NONE) {
                return Optional.of(access.explain(actor, typeId, operation).rule());
            }
        }
        return files.find(file.id(), actor).isEmpty() ? Optional.of(Label.of("documents.import.file-gone", file.name())) : Optional.empty();
    }

    private static List<Operation> asked(Mode mode) {
        return switch (mode) {
            case CREATE -> List.of(Operation.IMPORT, Operation.CREATE);
            case UPDATE -> List.of(Operation.IMPORT, Operation.CHANGE);
            case BOTH -> List.of(Operation.IMPORT, Operation.CREATE, Operation.CHANGE);
        };
    }

    boolean maySee(Actor importer, Actor actor) {
        return seesAll(actor) || actor.person().isPresent() && actor.person().equals(importer.person());
    }

    boolean seesAll(Actor actor) {
        return access.may(actor, Permission.ADMINISTER);
    }
}
