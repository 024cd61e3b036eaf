package org.kontor.api.documents;

import java.util.List;
import org.kontor.api.labels.Label;
import org.kontor.api.people.Actor;
import org.osgi.annotation.versioning.ProviderType;

/// The lines of a document's history that stand on top of its feed for everybody (TL-3). Who may change a document may pin; both is in the history.
@ProviderType
public interface Pins {
    /// The most lines pinned on one document.
    int MOST = 5;

    /// What became of pinning.
    sealed interface Pinning {
        /// It is as asked for, also when it was so before.
        record Done() implements Pinning {}

        /// Nothing was written.
        record Refused(Label reason) implements Pinning {}
    }

    /// The pinned lines of a document, pinned last first; empty when the actor may not read it.
    List<HistoryEntry> of(DocumentRef ref, Actor actor);

    /// Pins the line at a position of the document's history. Refused when there is none, [#MOST] are pinned, or without the right to change the document.
    Pinning pin(DocumentRef ref, long position, Actor actor);

    Pinning unpin(DocumentRef ref, long position, Actor actor);
}
