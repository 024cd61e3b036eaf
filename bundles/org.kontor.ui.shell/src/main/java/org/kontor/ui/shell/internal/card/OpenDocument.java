package org.kontor.ui.shell.internal.card;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kontor.api.access.Operation;
import org.kontor.api.documents.Change;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Draft;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Filter;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Query;
import org.kontor.api.documents.Refusal;
import org.kontor.api.documents.Values;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.parts.Mishap;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;

/// The document of an open card as the viewer sees it, and the one way by which the card changes it.
final class OpenDocument {
    private final PageTab tab;
    private final Portal portal;
    private final DocumentRef ref;
    private final List<Runnable> watching = new ArrayList<>();
    private final Map<DocumentRef, String> titles = new HashMap<>();
    private final Consumer<Set<DocumentRef>> announcing;
    private Optional<Document> document;

    /// `announcing` tells other open cards that something about documents changed which is not in the documents themselves.
    OpenDocument(PageTab tab, Portal portal, DocumentRef ref, Consumer<Set<DocumentRef>> announcing) {
        this.announcing = announcing;
        this.tab = tab;
        this.portal = portal;
        this.ref = ref;
        this.document = portal.documents.view(ref, tab.actor());
        prepare(linked());
    }

    DocumentRef ref() {
        return ref;
    }

    PageTab tab() {
        return tab;
    }

    Portal portal() {
        return portal;
    }

    /// Its type as it is declared now.
    DocumentType type() {
        return portal.types.require(ref.type());
    }

    boolean present() {
        return document.isPresent();
    }

    /// The document as it was last read.
    ///
    /// @throws IllegalStateException when there is none that the viewer may see
    Document document() {
        return document.orElseThrow(() -> new IllegalStateException("document " + ref + " is not there for this viewer: ask present() first"));
    }

    String title() {
        return document.map(this::titleOf).orElseGet(ref::toString);
    }

    /// Calls `changed` whenever what is shown may differ.
    void watch(Runnable changed) {
        watching.add(changed);
    }

    /// Lets other open cards of the document look at what stands around it.
    void announce() {
        announcing.accept(Set.of(ref));
    }

    /// Reads it anew and tells all who watch.
    void reload() {
        titles.clear();
        take(portal.documents.get(ref, tab.actor()));
    }

    private void take(Optional<Document> fresh) {
        document = fresh;
        prepare(linked());
        List.copyOf(watching).forEach(Runnable::run);
    }

    boolean may(Operation operation) {
        return portal.access.grant(tab.actor(), ref.type(), operation).covers(type().subject(document()));
    }

    /// How a value is shown; a linked document by its title.
    String shown(Field<?> field, Object value) {
        return switch (value) {
            case DocumentRef linked -> titleOf(linked);
            case List<?> many when field.kind() instanceof Kind.Many<?> kind && kind.of() instanceof Kind.Link ->
                many.stream().map(each -> shown(field.withKind(kind.of()), each)).collect(Collectors.joining(", "));
            default -> portal.notation.show(field, value, tab.habits());
        };
    }

    private Stream<DocumentRef> linked() {
        return document.stream().flatMap(present -> type().fields().stream().flatMap(field -> present.values().any(field).stream())).flatMap(OpenDocument::refs);
    }

    /// The documents that a value links to.
    static Stream<DocumentRef> refs(Object value) {
        return (value instanceof List<?> many ? many.stream() : Stream.of(value)).filter(DocumentRef.class::isInstance).map(DocumentRef.class::cast);
    }

    /// Reads the titles of documents that are to be shown at once: one query for each type.
    void prepare(Stream<DocumentRef> refs) {
        Map<String, List<DocumentRef>> unknown = refs.distinct().filter(wanted -> !titles.containsKey(wanted)).collect(Collectors.groupingBy(DocumentRef::type));
        unknown.forEach((typeId, wanted) -> {
            wanted.forEach(each -> titles.put(each, each.toString()));
            if (portal.types.find(typeId).isPresent()) {
                Filter among = new Filter.In("id", wanted.stream().<Object>map(each -> BigDecimal.valueOf(each.id())).toList());
                portal.documents.find(Query.newest(typeId).where(among).only(List.of()).limited(Math.min(wanted.size(), Query.MOST)), tab.actor()).documents()
                        .forEach(found -> titles.put(found.ref(), titleOf(found)));
            }
        });
    }

    /// The title of a document if the viewer may see it, else its number.
    String titleOf(DocumentRef linked) {
        return titles.computeIfAbsent(linked, wanted -> portal.documents.get(wanted, tab.actor()).map(this::titleOf).orElseGet(wanted::toString));
    }

    private String titleOf(Document some) {
        return some.get(portal.types.require(some.ref().type()).title()).orElseGet(some.ref()::toString);
    }

    /// Writes a draft. `refused` gets the reason when the rules are against it; `done` runs after it was written. Conflicts are shown and
    /// settled in a dialog. When the world fails, that is a reason too: what was typed stays, to be tried again.
    void change(Draft draft, Consumer<String> refused, Runnable done) {
        write(draft, reasons -> refused.accept(words(reasons)), done);
    }

    /// As above, where each reason tells the field it is about.
    void write(Draft draft, Consumer<List<Refusal>> refused, Runnable done) {
        act(() -> portal.documents.change(ref, draft, tab.actor()), draft, refused, done);
    }

    /// Takes one entry of the history back. What was changed since is settled in a dialog.
    void undo(long position, Runnable done) {
        act(() -> portal.documents.undo(ref, position, tab.actor()), Draft.of(Values.none()), reasons -> tab.tell(Label.verbatim(words(reasons))), done);
    }

    private void act(Supplier<Change> work, Draft draft, Consumer<List<Refusal>> refused, Runnable done) {
        Change change;
        try {
            change = work.get();
        } catch (RuntimeException e) {
            refused.accept(List.of(Refusal.of(Mishap.words(e, "card.not-written"))));
            return;
        }
        answer(change, draft, refused, done);
    }

    private String words(List<Refusal> reasons) {
        return reasons.stream().map(reason -> tab.text(reason.reason())).collect(Collectors.joining(" "));
    }

    private void answer(Change change, Draft draft, Consumer<List<Refusal>> refused, Runnable done) {
        switch (change) {
            case Change.Changed(Document fresh) -> {
                done.run();
                take(portal.documents.get(ref, tab.actor()).filter(now -> now.version() >= fresh.version()));
            }
            case Change.Conflict(Document current, var clashes) -> {
                done.run();
                take(Optional.of(current));
                new ConflictDialog(this, draft, current, clashes).open();
            }
            case Change.Refused(var reasons) -> refused.accept(reasons);
            case Change.Denied(Label rule) -> {
                done.run();
                tab.tell(Label.of("card.denied", rule));
                reload();
            }
            case Change.Missing _ -> {
                done.run();
                take(Optional.empty());
            }
        }
    }

    /// Moves it to the trash, leaves the card, and offers to take that back.
    void delete() {
        String name = title();
        Change change = portal.documents.delete(ref, tab.actor());
        if (change instanceof Change.Changed) {
            tab.leaveCard();
            tab.tell(Label.of("card.deleted", name), Label.of("card.undo"), this::restore);
        } else {
            answer(change, Draft.of(Values.none()), reasons -> tab.tell(Label.verbatim(words(reasons))), () -> {});
        }
    }

    private void restore() {
        switch (portal.documents.restore(ref, tab.actor())) {
            case Change.Changed _ -> tab.open(ref);
            case Change.Denied(Label rule) -> tab.tell(Label.of("card.denied", rule));
            case Change.Refused(var reasons) -> tab.tell(reasons.getFirst().reason());
            case Change.Conflict _, Change.Missing _ -> tab.tell(Label.of("card.gone"));
        }
    }
}
