package org.kontor.api.documents;

import org.osgi.annotation.versioning.ConsumerType;

/// Declares a document type. A service; while it is there documents of the type can be read and written.
///
/// The first time a type is seen its table is made; a field that is new gets its column. What is not declared any more is kept.
@ConsumerType
public interface DocumentShape {

    /// The type; the same at each call.
    DocumentType type();
}
