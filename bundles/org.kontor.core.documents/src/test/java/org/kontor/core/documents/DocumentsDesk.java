package org.kontor.core.documents;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.kontor.api.access.Access;
import org.kontor.api.documents.Amendment;
import org.kontor.api.documents.DocumentGuard;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.DocumentTypes;
import org.kontor.api.documents.Documents;
import org.kontor.api.documents.Notation;
import org.kontor.api.documents.SensitiveTypes;
import org.kontor.api.labels.Labels;
import org.kontor.api.people.Actor;
import org.kontor.api.people.People;
import org.kontor.testkit.TestDatabase;

/// Documents of given types over a test's database.
public final class DocumentsDesk {
    private final TypeRegistry types;
    private final Notation notation;
    private final SensitiveTypes sensitive = new Marked();
    private final Documents documents;
    private final ShapeStore store;

    public DocumentsDesk(TestDatabase database, Labels labels, People people, Access access, List<DocumentGuard> guards, DocumentType... types) {
        this.store = new ShapeStore(database.database());
        this.types = new TypeRegistry(database.database(), store, List.of(types));
        this.notation = new TextNotation(labels, people, this.types);
        this.documents = new JdbcDocuments(database.database(), database.journal(), this.types, access, notation, store, new Views(database.database(), database.journal(), sensitive), new NoJobs(), guards, Clock.systemUTC());
    }

    public DocumentTypes types() {
        return types;
    }

    public ShapeStore store() {
        return store;
    }

    public Notation notation() {
        return notation;
    }

    public Documents documents() {
        return documents;
    }

    public SensitiveTypes sensitive() {
        return sensitive;
    }

    /// No type is sensitive until it is marked.
    private static final class Marked implements SensitiveTypes {
        private final Set<String> marked = ConcurrentHashMap.newKeySet();

        @Override
        public boolean contains(String typeId) {
            return marked.contains(typeId);
        }

        @Override
        public Amendment<Boolean> set(String typeId, boolean sensitive, Actor actor) {
            if (sensitive) {
                marked.add(typeId);
            } else {
                marked.remove(typeId);
            }
            return new Amendment.Done<>(sensitive);
        }
    }
}
