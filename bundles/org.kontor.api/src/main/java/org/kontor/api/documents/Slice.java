package org.kontor.api.documents;

import java.util.List;
import java.util.Optional;

/// One page of documents, in the order asked for; `next` leads to the following page, if there is one.
public record Slice(List<Document> documents, Optional<String> next) {
    public Slice {
        documents = List.copyOf(documents);
    }
}
