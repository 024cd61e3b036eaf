package org.kontor.api.documents;

import java.util.List;
import java.util.Optional;

/// One page of documents, in the order asked for. `next` leads to the following page and `previous` to the one before, if there are any: give them to [Query#from].
public record Slice(List<Document> documents, Optional<String> next, Optional<String> previous) {
    public Slice {
        documents = List.copyOf(documents);
    }

    /// A page with none before it.
    public Slice(List<Document> documents, Optional<String> next) {
        this(documents, next, Optional.empty());
    }
}
