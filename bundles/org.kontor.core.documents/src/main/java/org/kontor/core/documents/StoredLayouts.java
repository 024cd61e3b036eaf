package org.kontor.core.documents;

import java.util.List;
import java.util.Optional;
import org.kontor.api.access.Access;
import org.kontor.api.documents.Amendment;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Layouts;
import org.kontor.api.documents.Refusal;
import org.kontor.api.labels.Label;
import org.kontor.api.labels.Labels;
import org.kontor.api.people.Actor;
import org.kontor.core.documents.ShapeStore.Part;
import org.kontor.storage.Database;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Keeps how cards and lists are laid out. What all see is answered from memory.
@Component(service = Layouts.class)
public final class StoredLayouts implements Layouts {
    /// The card of the type, for pipelines without one of their own: no pipeline is called so.
    private static final String ALL = "";

    private final TypeRegistry types;
    private final ShapeStore store;
    private final ListChoices lists;
    private final ShapeRights rights;

    @Activate
    public StoredLayouts(@Reference Database database, @Reference TypeRegistry types, @Reference Access access, @Reference Labels labels) {
        this.types = types;
        this.store = types.store();
        this.lists = new ListChoices(database, store);
        this.rights = new ShapeRights(access, labels);
    }

    @Override
    public Card card(String typeId) {
        return kept(typeId, ALL).orElseGet(() -> CardShape.plain(types.require(typeId)));
    }

    @Override
    public Card card(String typeId, String pipelineId) {
        return kept(typeId, pipelineId).orElseGet(() -> card(typeId));
    }

    private Optional<Card> kept(String typeId, String pipelineId) {
        DocumentType type = types.require(typeId);
        return store.find(Part.CARD, typeId, pipelineId).map(kept -> CardShape.fitted(LayoutJson.card(kept.body()), type));
    }

    @Override
    public boolean ownCard(String typeId, String pipelineId) {
        return store.find(Part.CARD, typeId, pipelineId).isPresent();
    }

    @Override
    public Amendment<Card> change(String typeId, Card card, Actor actor) {
        return put(typeId, ALL, card, actor);
    }

    @Override
    public Amendment<Card> change(String typeId, String pipelineId, Card card, Actor actor) {
        Optional<Refusal> unknown = PipelineShape.unknown(PipelineShape.find(types.require(typeId), pipelineId), pipelineId);
        return unknown.isPresent() ? refused(unknown.get()) : put(typeId, pipelineId, card, actor);
    }

    private Amendment<Card> put(String typeId, String pipelineId, Card card, Actor actor) {
        DocumentType type = types.require(typeId);
        Optional<Refusal> reason = rights.denied(actor)
                .or(() -> card.sections().stream().flatMap(section -> rights.objection(section.title()).stream()).findFirst())
                .or(() -> CardShape.objection(card, type));
        if (reason.isPresent()) {
            return refused(reason.get());
        }
        store.put(Part.CARD, typeId, pipelineId, LayoutJson.write(card));
        return new Amendment.Done<>(CardShape.fitted(card, type));
    }

    @Override
    public Amendment<Card> reset(String typeId, String pipelineId, Actor actor) {
        Optional<Refusal> denied = rights.denied(actor);
        if (denied.isPresent()) {
            return refused(denied.get());
        }
        store.erase(Part.CARD, typeId, pipelineId);
        return new Amendment.Done<>(card(typeId, pipelineId));
    }

    @Override
    public ListLook list(String typeId, Actor actor) {
        DocumentType type = types.require(typeId);
        return actor.person().flatMap(person -> lists.of(type, person)).orElseGet(() -> lists.forAll(type));
    }

    @Override
    public ListLook listForAll(String typeId) {
        return lists.forAll(types.require(typeId));
    }

    @Override
    public Amendment<ListLook> choose(String typeId, ListLook look, Actor actor) {
        DocumentType type = types.require(typeId);
        Optional<Refusal> reason = nobody(actor).or(() -> objection(type, look));
        return reason.<Amendment<ListLook>>map(StoredLayouts::refused).orElseGet(() -> {
            lists.put(type, actor.person().orElseThrow(), look);
            return new Amendment.Done<>(look);
        });
    }

    @Override
    public Amendment<ListLook> forget(String typeId, Actor actor) {
        DocumentType type = types.require(typeId);
        return nobody(actor).<Amendment<ListLook>>map(StoredLayouts::refused).orElseGet(() -> {
            lists.forget(type, actor.person().orElseThrow());
            return new Amendment.Done<>(lists.forAll(type));
        });
    }

    @Override
    public Amendment<ListLook> chooseForAll(String typeId, ListLook look, Actor actor) {
        DocumentType type = types.require(typeId);
        return rights.denied(actor).or(() -> objection(type, look)).<Amendment<ListLook>>map(StoredLayouts::refused).orElseGet(() -> {
            lists.putForAll(type, look);
            return new Amendment.Done<>(look);
        });
    }

    private static Optional<Refusal> nobody(Actor actor) {
        return actor.person().isPresent() ? Optional.empty() : Optional.of(Refusal.of(Label.of("documents.layout.nobody")));
    }

    private static Optional<Refusal> objection(DocumentType type, ListLook look) {
        return look.columns().isEmpty()
                ? Optional.of(Refusal.of(Label.of("documents.layout.no-column")))
                : ListChoices.wrong(type, look).map(id -> Refusal.of(Label.of("documents.layout.list-field", id)));
    }

    private static <T> Amendment<T> refused(Refusal reason) {
        return new Amendment.Refused<>(List.of(reason));
    }
}
