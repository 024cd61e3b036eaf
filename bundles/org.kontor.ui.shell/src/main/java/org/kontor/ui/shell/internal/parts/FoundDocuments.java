package org.kontor.ui.shell.internal.parts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Filter;
import org.kontor.api.documents.Query;
import org.kontor.api.documents.Stage;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;

/// Documents of some types, found by words: the newest few of each type.
final class FoundDocuments {
    private static final int PER_TYPE = 10;

    private final Map<String, DocumentType> types;
    private final boolean activeOnly;
    private final PageTab tab;
    private final Portal portal;

    /// With `activeOnly` those in a final stage are left out (FLD-21).
    FoundDocuments(Map<String, DocumentType> types, boolean activeOnly, PageTab tab, Portal portal) {
        this.types = types;
        this.activeOnly = activeOnly;
        this.tab = tab;
        this.portal = portal;
    }

    /// One stretch of what is found; there is no more than a few of each type, so narrower words find the rest.
    Stream<Document> fetch(String words, int from, int most) {
        List<Document> found = new ArrayList<>();
        Filter filter = words.isBlank() ? Filter.any() : new Filter.Words(words);
        for (DocumentType type : types.values()) {
            found.addAll(portal.documents.find(Query.newest(type.id()).where(filter.and(offered(type))).limited(PER_TYPE), tab.actor()).documents());
        }
        return found.stream().skip(from).limit(most);
    }

    private Filter offered(DocumentType type) {
        return activeOnly && !type.pipelines().isEmpty()
                ? Filter.stages(type.pipelines().stream().flatMap(way -> way.stages().stream()).filter(stage -> !stage.meaning().closed()).map(Stage::id).toList())
                : Filter.any();
    }

    /// Its title, with the name of its type where several are offered.
    String name(Document document) {
        DocumentType type = portal.types.require(document.ref().type());
        String title = document.get(type.title()).orElse(document.ref().toString());
        return types.size() == 1 ? title : title + " · " + tab.text(type.one());
    }
}
