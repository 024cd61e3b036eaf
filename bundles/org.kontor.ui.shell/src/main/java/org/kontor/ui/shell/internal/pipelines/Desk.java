package org.kontor.ui.shell.internal.pipelines;

import java.text.NumberFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kontor.api.documents.Amendment;
import org.kontor.api.documents.Count;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Filter;
import org.kontor.api.documents.Grouping;
import org.kontor.api.documents.Pipeline;
import org.kontor.api.documents.Stage;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;

/// What pages about the pipelines of one type work with.
record Desk(PageTab tab, Portal portal, String typeId) {

    /// The type as it is now.
    DocumentType type() {
        return portal.types.require(typeId);
    }

    Optional<Pipeline> pipeline(String id) {
        return portal.types.find(typeId).flatMap(type -> type.pipelines().stream().filter(way -> way.id().equals(id)).findFirst());
    }

    /// All pipelines in the order they are shown in.
    List<Pipeline> sorted() {
        return Ways.sorted(type(), tab);
    }

    boolean standard(Pipeline way) {
        return type().pipelines().getFirst().id().equals(way.id());
    }

    String text(String key, Object... arguments) {
        return tab.text(Label.of("pipelines." + key, arguments));
    }

    String number(Count count) {
        return NumberFormat.getIntegerInstance(tab.person().language()).format(count.value()) + (count.exact() ? "" : "+");
    }

    /// How many documents stand in each stage that has any.
    Map<String, Count> counts(List<Pipeline> ways) {
        List<String> ids = ways.stream().flatMap(way -> way.stages().stream()).map(Stage::id).toList();
        return portal.documents.groups(Grouping.by(typeId, "stage").where(Filter.stages(ids)), tab.actor()).stream()
                .filter(group -> group.key().isPresent())
                .collect(Collectors.toMap(group -> group.key().orElseThrow().toString(), Grouping.Group::count));
    }

    /// What a change came to; a refusal is told at the edge of the screen.
    <T> Optional<T> done(Amendment<T> amendment) {
        return switch (amendment) {
            case Amendment.Done<T>(T now) -> Optional.of(now);
            case Amendment.Refused<T>(var reasons) -> {
                tab.tell(reasons.getFirst().reason());
                yield Optional.empty();
            }
        };
    }
}
