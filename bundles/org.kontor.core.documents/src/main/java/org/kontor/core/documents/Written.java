package org.kontor.core.documents;

import java.util.Optional;
import org.kontor.api.documents.Document;

/// What a write made of a document; nothing before when it was created or restored, nothing after when it was deleted.
record Written(Optional<Document> before, Optional<Document> after) {
    static Written created(Document document) {
        return new Written(Optional.empty(), Optional.of(document));
    }

    static Written deleted(Document document) {
        return new Written(Optional.of(document), Optional.empty());
    }

    static Written changed(Document before, Document after) {
        return new Written(Optional.of(before), Optional.of(after));
    }
}
