package org.kontor.api.documents;

import org.kontor.api.people.Actor;
import org.osgi.annotation.versioning.ProviderType;

/// The document types whose documents nobody looks at unnoticed: each [Documents#view] of a person is in the document's history, at most once an hour.
///
/// A type's shape says so ([DocumentShape#sensitive]); what an administrator sets wins.
@ProviderType
public interface SensitiveTypes {

    /// Whether views of documents of a type are kept.
    boolean contains(String typeId);

    /// Says whether they are. Refused without the permission to configure.
    ///
    /// @throws IllegalArgumentException when there is no such type
    Amendment<Boolean> set(String typeId, boolean sensitive, Actor actor);
}
