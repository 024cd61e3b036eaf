package org.kontor.core.documents;

import java.time.Clock;
import java.util.List;
import org.kontor.api.access.Access;
import org.kontor.api.documents.DocumentGuard;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.DocumentTypes;
import org.kontor.api.documents.Documents;
import org.kontor.api.documents.Notation;
import org.kontor.api.labels.Labels;
import org.kontor.api.people.People;
import org.kontor.testkit.TestDatabase;

/// Documents of given types over a test's database.
public final class DocumentsDesk {
    private final TypeRegistry types;
    private final Notation notation;
    private final Documents documents;

    public DocumentsDesk(TestDatabase database, Labels labels, People people, Access access, List<DocumentGuard> guards, DocumentType... types) {
        this.types = new TypeRegistry(database.database(), new ShapeStore(database.database()), List.of(types));
        this.notation = new TextNotation(labels, people, this.types);
        this.documents = new JdbcDocuments(database.database(), database.journal(), this.types, access, notation, guards, Clock.systemUTC());
    }

    public DocumentTypes types() {
        return types;
    }

    public Notation notation() {
        return notation;
    }

    public Documents documents() {
        return documents;
    }
}
