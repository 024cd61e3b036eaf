package org.kontor.api.documents;

import java.util.List;
import java.util.Set;
import org.kontor.api.labels.Label;
import org.kontor.api.people.Actor;
import org.osgi.annotation.versioning.ProviderType;

/// How documents are laid out: the sections of cards, for everybody and per pipeline (CARD-2 to 4, 11, PIPE-13), and the columns and filters of lists, for everybody
/// and as each person likes them (UI-4).
///
/// What is handed out names only fields that are there. Field ids are unique in a layout. Changing what everybody sees needs the permission to configure.
@ProviderType
public interface Layouts {
    /// A part of a card; `id` is unique in the card.
    record Section(String id, Label title, List<String> fieldIds) {
        public Section {
            fieldIds = List.copyOf(fieldIds);
        }
    }

    /// A card: at least one section, and the fields that are not shown. A field that is neither in a section nor hidden stands at the end of the last section, so that
    /// new fields are seen.
    record Card(List<Section> sections, Set<String> hidden) {
        public Card {
            sections = List.copyOf(sections);
            hidden = Set.copyOf(hidden);
        }
    }

    /// The columns of a list and the fields offered in its filter, in their order; ids of fields, or `id`, `stage`, `created`, `changed`, `stageSince`, `createdBy`.
    record ListLook(List<String> columns, List<String> filters) {
        public ListLook {
            columns = List.copyOf(columns);
            filters = List.copyOf(filters);
        }
    }

    /// The card of a type, as every pipeline without one of its own shows it.
    Card card(String typeId);

    /// The card of a pipeline: its own, or that of the type.
    Card card(String typeId, String pipelineId);

    /// The card a document is shown with: the one of the pipeline it is in.
    default Card card(DocumentType type, Document document) {
        return document.stage().flatMap(type::pipelineOf).map(way -> card(type.id(), way.id())).orElseGet(() -> card(type.id()));
    }

    /// Whether a pipeline has a card of its own.
    boolean ownCard(String typeId, String pipelineId);

    /// Lays the card of a type out anew. Refused without section, for a section id that is there twice, an unknown field, or one that is in two places.
    Amendment<Card> change(String typeId, Card card, Actor actor);

    /// As above for one pipeline, which has a card of its own from then on.
    Amendment<Card> change(String typeId, String pipelineId, Card card, Actor actor);

    /// Lets a pipeline follow the type again.
    Amendment<Card> reset(String typeId, String pipelineId, Actor actor);

    /// The list as the actor sees it: as chosen, else as set for all, else as the fields say.
    ListLook list(String typeId, Actor actor);

    /// The list as who chose nothing sees it.
    ListLook listForAll(String typeId);

    /// Keeps the choice of a person. Refused for an actor that is no person, and without column.
    Amendment<ListLook> choose(String typeId, ListLook look, Actor actor);

    /// Forgets the choice of a person.
    Amendment<ListLook> forget(String typeId, Actor actor);

    /// Sets the list for all who chose nothing.
    Amendment<ListLook> chooseForAll(String typeId, ListLook look, Actor actor);
}
