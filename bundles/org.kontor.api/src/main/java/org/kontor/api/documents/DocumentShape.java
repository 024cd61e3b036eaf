package org.kontor.api.documents;

import org.kontor.api.access.Operation;
import org.kontor.api.access.Reach;
import org.osgi.annotation.versioning.ConsumerType;

/// Declares a document type. A service; while it is there documents of the type can be read and written.
///
/// The first time a type is seen its table is made; a field that is new gets its column. What is not declared any more is kept.
@ConsumerType
public interface DocumentShape {

    /// The type; the same at each call.
    DocumentType type();

    /// How far employees reach with documents of the type as long as no rule says otherwise. What is meant for one person alone answers
    /// [Reach#OWN] for [Operation#READ]. Asked often, so it only looks at the operation.
    default Reach employees(Operation operation) {
        return switch (operation) {
            case READ, CREATE, IMPORT, EXPORT -> Reach.ALL;
            case CHANGE, DELETE -> Reach.OWN;
        };
    }

    /// Whether views of its documents are kept, as long as no administrator says otherwise (see [SensitiveTypes]).
    default boolean sensitive() {
        return false;
    }
}
