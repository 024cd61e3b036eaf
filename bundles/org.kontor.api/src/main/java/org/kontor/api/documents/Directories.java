package org.kontor.api.documents;

import java.util.List;
import java.util.Optional;
import org.kontor.api.labels.Label;
import org.kontor.api.people.Actor;
import org.osgi.annotation.versioning.ProviderType;

/// The directories that choices are made from: sources, industries, salutations. Each starts with the values its module declares; administrators change them. Needs the
/// permission to configure.
@ProviderType
public interface Directories {
    /// A directory; `typeIds` are the types with a field on it. `values` are in the order of pickers, those deleted and so not offered any more included.
    record Directory(String id, Label name, List<String> typeIds, List<Kind.Choice.Option> values) {}

    /// All directories of the modules that are on, by id.
    List<Directory> all();

    Optional<Directory> find(String directoryId);

    /// Adds a value at the end; it can be chosen at once.
    Amendment<Directory> add(String directoryId, Label name, Actor actor);

    Amendment<Directory> rename(String directoryId, String optionId, Label name, Actor actor);

    /// Puts the values in another order; `optionIds` names each once.
    Amendment<Directory> sort(String directoryId, List<String> optionIds, Actor actor);

    /// Takes a value out of the pickers; documents that have it keep and show it.
    Amendment<Directory> delete(String directoryId, String optionId, Actor actor);

    Amendment<Directory> restore(String directoryId, String optionId, Actor actor);
}
