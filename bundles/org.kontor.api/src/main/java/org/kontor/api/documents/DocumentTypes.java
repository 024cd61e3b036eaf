package org.kontor.api.documents;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/// The document types there are now.
@ProviderType
public interface DocumentTypes {

    /// All types whose module is on, by id.
    List<DocumentType> all();

    Optional<DocumentType> find(String typeId);

    /// A type by id.
    ///
    /// @throws IllegalArgumentException when none is registered; the message tells what to look at
    DocumentType require(String typeId);

    /// Calls `changed` after a type came or went, until the handle is closed. On a thread of the portal; return quickly.
    AutoCloseable watch(Runnable changed);
}
