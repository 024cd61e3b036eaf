package org.kontor.ui.shell.internal.card;

import java.util.List;
import java.util.Optional;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.Duplicates.Merge;
import org.kontor.api.labels.Label;

/// Takes merges into the open document back, and tells what had to stay.
record TakenBack(OpenDocument open) {

    /// Takes back the merge in which these were lost.
    void merge(List<DocumentRef> losers) {
        Optional<Merge.Done> merged = losers.stream().findFirst().flatMap(loser -> open.portal().duplicates.mergedInto(loser, open.tab().actor()));
        merged.ifPresentOrElse(done -> merge(done.mergeId()), () -> open.tab().tell(Label.of("card.merge.undone-before")));
    }

    void merge(long mergeId) {
        switch (open.portal().duplicates.unmerge(mergeId, open.tab().actor())) {
            case Merge.Done done -> open.tab().tell(done.left().isEmpty() ? Label.of("card.merge.undone") : Label.of("card.merge.undone-but", done.left().getFirst()));
            case Merge.Refused(var reasons) -> open.tab().tell(reasons.getFirst().reason());
        }
        open.reload();
    }
}
