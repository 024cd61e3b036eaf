package org.kontor.api.documents;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.kontor.api.files.FileRef;
import org.kontor.api.people.Actor;
import org.osgi.annotation.versioning.ProviderType;

/// The files in fields of documents: who may read a document may read its files, those it had before too.
@ProviderType
public interface Attachments {

    /// A file that was put into a field, when and by whom.
    record Version(FileRef file, Instant since, Actor by) {}

    /// A file of a document: one it has in some field, or had. Empty when the actor may not read the document, or it never had this file.
    Optional<FileRef> find(DocumentRef document, long fileId, Actor actor);

    /// What was put into a field of files, newest first, at most `limit`. Costs as much as there are entries in the document's history.
    List<Version> versions(DocumentRef document, String fieldId, int limit, Actor actor);
}
