package org.kontor.api.documents;

import java.util.List;
import java.util.Optional;
import org.kontor.api.people.Actor;
import org.kontor.api.people.PersonId;
import org.osgi.annotation.versioning.ProviderType;

/// What people look at again and again: a filter with its order, columns and view, under a name.
///
/// Private ones are seen and changed by who made them. Shared ones are seen by everybody, and made, changed and deleted by who may configure. A list starts with the one its
/// viewer chose, else with the one that was chosen for everybody.
@ProviderType
public interface SavedFilters {

    /// What is looked at: `columns` are field ids, the default ones when empty; `view` is `list`, `board`, or what else a page offers.
    record Look(Filter filter, String sortBy, boolean descending, List<String> columns, String view) {
        public Look {
            columns = List.copyOf(columns);
        }
    }

    /// A look under a name; `id` is 0 before it is saved. `owner` is who made it.
    record SavedFilter(long id, String typeId, String name, Optional<PersonId> owner, boolean shared, Look look) {
        public static SavedFilter of(String typeId, String name, Look look) {
            return new SavedFilter(0, typeId, name, Optional.empty(), false, look);
        }

        public SavedFilter sharing(boolean all) {
            return new SavedFilter(id, typeId, name, owner, all, look);
        }

        public SavedFilter named(String other) {
            return new SavedFilter(id, typeId, other, owner, shared, look);
        }

        public SavedFilter looking(Look other) {
            return new SavedFilter(id, typeId, name, owner, shared, other);
        }
    }

    /// The own and the shared ones of a type, by name. One over a field that is gone is left out until the field is back.
    List<SavedFilter> of(String typeId, Actor actor);

    /// One that the actor may see: so that an address with its id opens it.
    Optional<SavedFilter> find(long id, Actor actor);

    /// Keeps a new one (id 0) or changes one.
    Amendment<SavedFilter> save(SavedFilter filter, Actor actor);

    Amendment<SavedFilter> delete(long id, Actor actor);

    /// The one the actor's list of a type starts with.
    Optional<SavedFilter> start(String typeId, Actor actor);

    /// Starts the actor's list of a type with a saved one; with none when `id` is 0.
    Amendment<Long> startWith(String typeId, long id, Actor actor);

    /// Starts the lists of everybody who chose none themselves with a shared one; with none when `id` is 0. Needs the permission to configure.
    Amendment<Long> startAllWith(String typeId, long id, Actor actor);

    /// A look as a text that fits into an address: for what is not saved.
    String address(String typeId, Look look);

    /// Reads what [#address] wrote; empty when it is not one, or speaks of a field that is gone.
    Optional<Look> look(String typeId, String address);
}
