package org.kontor.ui.shell.internal.list;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.kontor.api.documents.Change;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.Draft;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Refusal;
import org.kontor.api.documents.Stage;
import org.kontor.api.documents.Values;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.pipelines.AskedFields;
import org.kontor.ui.shell.internal.pipelines.CrossDialog;
import org.kontor.ui.shell.internal.tab.Contributions;

/// Moves documents to another stage or to the trash, tells what became of it, and offers to take it back.
final class Moves {
    private static final Label UNDO = Label.of("list.undo");

    private final Showing showing;
    private final Contributions contributions;
    private final Runnable after;

    /// `after` runs when something may have changed.
    Moves(Showing showing, Contributions contributions, Runnable after) {
        this.showing = showing;
        this.contributions = contributions;
        this.after = after;
    }

    /// Moves documents that are not in the stage yet.
    void move(Collection<Document> documents, Stage to) {
        List<Document> before = new ArrayList<>();
        List<Document> moved = new ArrayList<>();
        List<Document> lacking = new ArrayList<>();
        Optional<Label> trouble = Optional.empty();
        for (Document document : documents) {
            if (document.stage().equals(Optional.of(to.id()))) {
                continue;
            }
            switch (change(document, to.id())) {
                case Change.Changed(Document now) -> {
                    before.add(document);
                    moved.add(now);
                }
                case Change.Refused _ when noWay(document, to) ->
                    trouble = trouble.or(() -> Optional.of(Label.of("card.no-way", showing.stage(document).map(Stage::name).orElse(Label.verbatim("")), to.name())));
                case Change.Refused(var reasons) when asks(to, reasons) -> lacking.add(document);
                case Change other -> trouble = trouble.or(() -> Optional.of(trouble(document, other)));
            }
        }
        after.run();
        if (!lacking.isEmpty()) {
            ask(lacking, to);
        }
        if (trouble.isPresent()) {
            tell(trouble.get(), moved.size());
        } else if (!moved.isEmpty()) {
            Label message = moved.size() == 1 ? Label.of("list.moved", showing.title(moved.getFirst()), to.name()) : Label.of("list.moved-many", moved.size(), to.name());
            showing.tab().tell(message, UNDO, () -> back(before, moved));
        }
    }

    /// Moves documents to another pipeline, after asking which, and which stage becomes which.
    void cross(List<Document> documents) {
        if (!documents.isEmpty()) {
            new CrossDialog(showing.tab(), showing.portal(), showing.portal().types.require(showing.type().id()), documents, after).open();
        }
    }

    /// Whether the stage a document is in does not lead to another.
    private boolean noWay(Document document, Stage to) {
        return showing.stage(document).flatMap(Stage::next).filter(next -> !next.contains(to.id())).isPresent();
    }

    /// Whether nothing but values that the stage needs keeps a document from it.
    private static boolean asks(Stage to, List<Refusal> reasons) {
        return reasons.stream().allMatch(reason -> reason.field().filter(to.requires()::contains).isPresent());
    }

    /// Asks for what documents lack, once for all of them, and moves them with it; what a document has of it stays.
    private void ask(List<Document> documents, Stage to) {
        List<Field<?>> fields = showing.type().fields().stream().filter(field -> documents.stream().anyMatch(document -> AskedFields.lacking(showing.type(), document, to).contains(field)))
                .<Field<?>>map(field -> field).toList();
        new AskedFields(showing.tab(), showing.portal(), contributions, showing.type(), to, fields, values -> filled(documents, to, values)).open();
    }

    private List<Refusal> filled(List<Document> documents, Stage to, Values values) {
        List<Document> before = new ArrayList<>();
        List<Document> moved = new ArrayList<>();
        List<Refusal> reasons = List.of();
        for (Document document : documents) {
            Values own = Values.none();
            for (Field<?> field : AskedFields.lacking(showing.type(), document, to)) {
                own = own.withAny(field, values.any(field).orElseThrow());
            }
            switch (showing.portal().documents.change(document.ref(), new Draft(own, Optional.of(to.id()), Optional.of(document.version())), showing.tab().actor())) {
                case Change.Changed(Document now) -> {
                    before.add(document);
                    moved.add(now);
                }
                case Change.Refused(var why) -> reasons = why;
                case Change other -> reasons = List.of(Refusal.of(trouble(document, other)));
            }
        }
        after.run();
        if (!moved.isEmpty()) {
            Label message = moved.size() == 1 ? Label.of("list.moved", showing.title(moved.getFirst()), to.name()) : Label.of("list.moved-many", moved.size(), to.name());
            showing.tab().tell(message, UNDO, () -> back(before, moved));
        }
        return reasons;
    }

    /// Moves documents to the trash.
    void delete(Collection<Document> documents) {
        List<Document> deleted = new ArrayList<>();
        Optional<Label> trouble = Optional.empty();
        for (Document document : documents) {
            switch (showing.portal().documents.delete(document.ref(), showing.tab().actor())) {
                case Change.Changed _ -> deleted.add(document);
                case Change other -> trouble = trouble.or(() -> Optional.of(trouble(document, other)));
            }
        }
        after.run();
        if (trouble.isPresent()) {
            tell(trouble.get(), deleted.size());
        } else if (!deleted.isEmpty()) {
            Label message = deleted.size() == 1 ? Label.of("list.deleted", showing.title(deleted.getFirst())) : Label.of("list.deleted-many", deleted.size());
            showing.tab().tell(message, UNDO, () -> restore(deleted));
        }
    }

    private Change change(Document document, String stage) {
        return showing.portal().documents.change(document.ref(), Draft.move(stage).on(document.version()), showing.tab().actor());
    }

    private void back(List<Document> before, List<Document> moved) {
        Optional<Label> trouble = Optional.empty();
        for (int i = 0; i < moved.size(); i++) {
            Document now = moved.get(i);
            Change change = change(now, before.get(i).stage().orElseThrow());
            if (!(change instanceof Change.Changed)) {
                trouble = trouble.or(() -> Optional.of(trouble(now, change)));
            }
        }
        after.run();
        trouble.ifPresent(showing.tab()::tell);
    }

    private void restore(List<Document> deleted) {
        Optional<Label> trouble = Optional.empty();
        for (Document document : deleted) {
            Change change = showing.portal().documents.restore(document.ref(), showing.tab().actor());
            if (!(change instanceof Change.Changed)) {
                trouble = trouble.or(() -> Optional.of(trouble(document, change)));
            }
        }
        after.run();
        trouble.ifPresent(showing.tab()::tell);
    }

    private void tell(Label trouble, int done) {
        showing.tab().tell(done == 0 ? trouble : Label.of("list.partly", done, trouble));
    }

    private Label trouble(Document document, Change change) {
        String title = showing.title(document);
        return switch (change) {
            case Change.Changed _ -> throw new IllegalArgumentException("changing '" + document.ref() + "' went well");
            case Change.Conflict(Document current, _) -> Label.of("list.conflict", title,
                    showing.stage(current).map(Stage::name).orElse(Label.verbatim("")));
            case Change.Refused refused -> Label.of("list.refused", title, refused.reasons().getFirst().reason());
            case Change.Denied(Label rule) -> Label.of("list.denied", title, rule);
            case Change.Missing _ -> Label.of("list.missing", title);
        };
    }
}
