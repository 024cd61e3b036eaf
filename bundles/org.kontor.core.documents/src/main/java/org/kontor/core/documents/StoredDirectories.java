package org.kontor.core.documents;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.kontor.api.access.Access;
import org.kontor.api.documents.Amendment;
import org.kontor.api.documents.Directories;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Kind.Choice.Option;
import org.kontor.api.documents.Refusal;
import org.kontor.api.labels.Label;
import org.kontor.api.labels.Labels;
import org.kontor.api.people.Actor;
import org.kontor.core.documents.ShapeStore.Part;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Keeps the values of directories (DIR-1 to 5, 7). Those nobody changed are as the modules declare them.
@Component(service = Directories.class)
public final class StoredDirectories implements Directories {
    private static final int MOST = 2000;

    private final TypeRegistry types;
    private final ShapeStore store;
    private final ShapeRights rights;

    @Activate
    public StoredDirectories(@Reference TypeRegistry types, @Reference ShapeStore store, @Reference Access access, @Reference Labels labels) {
        this.types = types;
        this.store = store;
        this.rights = new ShapeRights(access, labels);
    }

    @Override
    public List<Directory> all() {
        Map<String, List<Option>> values = new LinkedHashMap<>();
        Map<String, List<String>> users = new LinkedHashMap<>();
        for (DocumentType type : types.all()) {
            for (Field<?> field : type.fields()) {
                Directed.choice(field.kind()).ifPresent(choice -> choice.directory().filter(id -> !types.find(id).map(DocumentType::custom).orElse(false)).ifPresent(id -> {
                    values.putIfAbsent(id, choice.options());
                    users.computeIfAbsent(id, _ -> new ArrayList<>()).add(type.id());
                }));
            }
        }
        return values.entrySet().stream()
                .map(each -> new Directory(each.getKey(), Label.of("directory." + each.getKey()), users.getOrDefault(each.getKey(), List.of()).stream().distinct().toList(), each.getValue()))
                .sorted(java.util.Comparator.comparing(Directory::id))
                .toList();
    }

    @Override
    public Optional<Directory> find(String directoryId) {
        return all().stream().filter(each -> each.id().equals(directoryId)).findFirst();
    }

    @Override
    public Amendment<Directory> add(String directoryId, Label name, Actor actor) {
        return change(directoryId, actor, rights.objection(name), options -> {
            String id = NewId.hyphened(rights.plain(name), taken -> options.stream().anyMatch(option -> option.id().equals(taken)));
            options.add(new Option(id, name));
        });
    }

    @Override
    public Amendment<Directory> rename(String directoryId, String optionId, Label name, Actor actor) {
        return change(directoryId, actor, rights.objection(name).or(() -> unknown(directoryId, optionId)),
                options -> options.replaceAll(option -> option.id().equals(optionId) ? new Option(optionId, name, option.offered()) : option));
    }

    @Override
    public Amendment<Directory> sort(String directoryId, List<String> optionIds, Actor actor) {
        Set<String> there = find(directoryId).stream().flatMap(each -> each.values().stream()).map(Option::id).collect(Collectors.toSet());
        boolean each = optionIds.size() == there.size() && there.equals(new HashSet<>(optionIds));
        return change(directoryId, actor, each ? Optional.empty() : Optional.of(Refusal.of(Label.of("documents.shape.order", String.join(", ", there)))),
                options -> options.sort(java.util.Comparator.comparingInt(option -> optionIds.indexOf(option.id()))));
    }

    @Override
    public Amendment<Directory> delete(String directoryId, String optionId, Actor actor) {
        return offer(directoryId, optionId, false, actor);
    }

    @Override
    public Amendment<Directory> restore(String directoryId, String optionId, Actor actor) {
        return offer(directoryId, optionId, true, actor);
    }

    private Amendment<Directory> offer(String directoryId, String optionId, boolean offered, Actor actor) {
        return change(directoryId, actor, unknown(directoryId, optionId),
                options -> options.replaceAll(option -> option.id().equals(optionId) ? new Option(optionId, option.name(), offered) : option));
    }

    private interface Edit {
        void of(List<Option> options);
    }

    private Amendment<Directory> change(String directoryId, Actor actor, Optional<Refusal> objection, Edit edit) {
        Optional<Directory> directory = find(directoryId);
        Optional<Refusal> reason = rights.denied(actor)
                .or(() -> directory.isPresent() ? Optional.empty() : Optional.of(Refusal.of(Label.of("documents.shape.no-directory", directoryId))))
                .or(() -> objection);
        if (reason.isPresent()) {
            return new Amendment.Refused<>(List.of(reason.get()));
        }
        List<Option> options = new ArrayList<>(directory.orElseThrow().values());
        edit.of(options);
        if (options.size() > MOST) {
            return new Amendment.Refused<>(List.of(Refusal.of(Label.of("documents.shape.too-many-values", MOST))));
        }
        store.put(Part.DIRECTORY, "", directoryId, KindJson.text(new Kind.Choice(options)));
        return new Amendment.Done<>(find(directoryId).orElseThrow());
    }

    private Optional<Refusal> unknown(String directoryId, String optionId) {
        boolean there = find(directoryId).stream().flatMap(each -> each.values().stream()).anyMatch(option -> option.id().equals(optionId));
        return there ? Optional.empty() : Optional.of(Refusal.of(Label.of("documents.shape.no-value", optionId)));
    }
}
