package org.kontor.api.documents;

import java.time.Instant;
import java.util.List;
import org.kontor.api.labels.Label;
import org.kontor.api.people.Actor;
import org.osgi.annotation.versioning.ProviderType;

/// The fields that administrators add to document types. In every respect like declared ones: rights, lists, filters, history, import, REST.
///
/// Changing them needs the permission to configure. A declared field can be changed too, in what is a matter of taste: sort, traits but for those it declares itself, display, rules.
@ProviderType
public interface CustomFields {
    /// A field in the trash, with the documents' values still there.
    record Deleted(String typeId, Field<?> field, Instant since) {}

    /// The custom fields of a type, in their order.
    List<Field<?>> of(String typeId);

    /// An id for a field that is to have this name: readable, and free.
    String idFor(String typeId, Label name);

    /// Adds a field. Readers are not blocked. Refused for a name that misses a language the portal offers, an id that is
    /// taken or was once, a computation that can't be read or goes in a circle, rules over unknown fields.
    Amendment<Field<?>> add(String typeId, Field<?> field, Actor actor);

    /// Changes all but id, kind and whether it holds many values; a choice's options may change, those in use can't be taken away.
    Amendment<Field<?>> change(String typeId, Field<?> field, Actor actor);

    /// Moves a field to the trash: it is gone everywhere, its values are kept. A declared field is refused.
    Amendment<Field<?>> delete(String typeId, String fieldId, Actor actor);

    Amendment<Field<?>> restore(String typeId, String fieldId, Actor actor);

    /// What is in the trash, newest first.
    List<Deleted> deleted(String typeId);
}
