package org.kontor.api.documents;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.kontor.api.labels.Label;
import org.kontor.api.people.Actor;
import org.osgi.annotation.versioning.ProviderType;

/// Documents that were deleted and can be brought back ([Documents#restore]), until somebody deletes them for good or their time is over.
///
/// One sees there what one could read before. Deleting for good needs the right to delete the document and the permission to administer.
@ProviderType
public interface Trash {
    int MOST = 200;

    /// A document in the trash, when it came there and by whom.
    record Thrown(Document document, Instant since, Actor by) {}

    /// One page, deleted last first. `next` is given while there are more.
    record Page(List<Thrown> documents, Optional<String> next) {
        public Page {
            documents = List.copyOf(documents);
        }
    }

    /// What became of deleting a document for good.
    sealed interface Purge {
        /// It is gone; its journal entries stay.
        record Purged() implements Purge {}

        /// The actor has no right to.
        record Denied(Label rule) implements Purge {}

        /// There is no such document in the trash that the actor may see.
        record Missing() implements Purge {}
    }

    /// One page of the trash of a type, from `after` on, the `next` of the page before.
    ///
    /// @throws IllegalArgumentException when the type does not exist, `limit` is not 1 to [#MOST], or `after` was not a `next`
    Page find(String typeId, int limit, Optional<String> after, Actor actor);

    /// How many documents of a type are in the trash, counted up to `bound`.
    Count count(String typeId, int bound, Actor actor);

    /// Deletes a document in the trash for good, with all that is kept for finding it. Journalled as [DocumentEvent.Purged].
    Purge purge(DocumentRef ref, Actor actor);

    /// After how many days in the trash documents are deleted for good; empty, as at first: never.
    Optional<Integer> days();

    /// Sets that; from 1 to 3,650 days, or never. Refused without the permission to administer.
    Amendment<Optional<Integer>> keepFor(Optional<Integer> days, Actor actor);
}
