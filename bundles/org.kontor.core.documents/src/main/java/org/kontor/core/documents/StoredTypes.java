package org.kontor.core.documents;

import java.util.List;
import java.util.Optional;
import org.kontor.api.access.Access;
import org.kontor.api.documents.Amendment;
import org.kontor.api.documents.CustomTypes;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Refusal;
import org.kontor.api.labels.Label;
import org.kontor.api.labels.Labels;
import org.kontor.api.people.Actor;
import org.kontor.core.documents.ShapeStore.Part;
import org.kontor.storage.Database;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Keeps the document types of administrators: universal lists (UI-10).
@Component(service = CustomTypes.class)
public final class StoredTypes implements CustomTypes {
    private static final int MOST = 200;
    private static final int MOST_SECTIONS = 1000;

    private final Database database;
    private final TypeRegistry types;
    private final ShapeStore store;
    private final Sections sections;
    private final ShapeRights rights;

    @Activate
    public StoredTypes(@Reference Database database, @Reference TypeRegistry types, @Reference ShapeStore store, @Reference Access access, @Reference Labels labels) {
        this.database = database;
        this.types = types;
        this.store = store;
        this.sections = new Sections(database);
        this.rights = new ShapeRights(access, labels);
    }

    @Override
    public List<DocumentType> all() {
        return types.all().stream().filter(DocumentType::custom).toList();
    }

    @Override
    public Amendment<DocumentType> create(NewType type, Actor actor) {
        Optional<Refusal> reason = rights.denied(actor).or(() -> objection(type.name()))
                .or(() -> all().size() >= MOST ? Optional.of(Refusal.of(Label.of("documents.shape.too-many-types", MOST))) : Optional.empty());
        if (reason.isPresent()) {
            return refused(reason.get());
        }
        String id = "list." + NewId.hyphened(rights.plain(type.name().many()), taken -> store.find(Part.TYPE, "", "list." + taken).isPresent());
        store.put(Part.TYPE, "", id, ListType.write(type));
        return new Amendment.Done<>(types.require(id));
    }

    @Override
    public Amendment<DocumentType> rename(String typeId, DocumentType.Name name, String icon, Actor actor) {
        Optional<Refusal> reason = rights.denied(actor).or(() -> unknown(typeId)).or(() -> objection(name));
        if (reason.isPresent()) {
            return refused(reason.get());
        }
        NewType before = ListType.read(store.find(Part.TYPE, "", typeId).orElseThrow().body());
        store.put(Part.TYPE, "", typeId, ListType.write(new NewType(name, icon, before.staged(), before.sectioned())));
        return new Amendment.Done<>(types.require(typeId));
    }

    @Override
    public Amendment<DocumentType> delete(String typeId, Actor actor) {
        Optional<Refusal> reason = rights.denied(actor).or(() -> unknown(typeId));
        if (reason.isPresent()) {
            return refused(reason.get());
        }
        DocumentType gone = types.require(typeId);
        store.trash(Part.TYPE, "", typeId);
        return new Amendment.Done<>(gone);
    }

    @Override
    public Amendment<DocumentType> restore(String typeId, Actor actor) {
        boolean there = store.deleted(Part.TYPE, "").stream().anyMatch(each -> each.id().equals(typeId));
        Optional<Refusal> reason = rights.denied(actor).or(() -> there ? Optional.empty() : Optional.of(Refusal.of(Label.of("documents.shape.no-type", typeId))));
        if (reason.isPresent()) {
            return refused(reason.get());
        }
        store.restore(Part.TYPE, "", typeId);
        return new Amendment.Done<>(types.require(typeId));
    }

    @Override
    public List<DocumentType> deleted() {
        return store.deleted(Part.TYPE, "").stream().map(each -> ListType.type(each.id(), ListType.read(each.body()), List.of())).toList();
    }

    @Override
    public List<Section> sections(String typeId) {
        return sections.of(typeId);
    }

    @Override
    public Amendment<Section> put(String typeId, Section section, Actor actor) {
        Optional<Refusal> reason = rights.denied(actor).or(() -> unknown(typeId)).or(() -> unsectioned(typeId)).or(() -> rights.objection(Label.verbatim(section.name())))
                .or(() -> section.parent() != 0 && sections.find(typeId, section.parent()).isEmpty() ? noSection(section.parent()) : Optional.empty())
                .or(() -> section.id() != 0 && sections.find(typeId, section.id()).isEmpty() ? noSection(section.id()) : Optional.empty())
                .or(() -> below(typeId, section))
                .or(() -> sections.of(typeId).size() >= MOST_SECTIONS ? Optional.of(Refusal.of(Label.of("documents.shape.too-many-sections", MOST_SECTIONS))) : Optional.empty());
        if (reason.isPresent()) {
            return refused(reason.get());
        }
        Section kept = section.id() == 0 ? sections.insert(typeId, section) : section;
        if (section.id() != 0) {
            sections.update(typeId, section);
        }
        types.refresh();
        return new Amendment.Done<>(kept);
    }

    @Override
    public Amendment<Section> deleteSection(String typeId, long sectionId, Actor actor) {
        Optional<Section> section = sections.find(typeId, sectionId);
        Optional<Refusal> reason = rights.denied(actor).or(() -> unknown(typeId)).or(() -> section.isPresent() ? Optional.empty() : noSection(sectionId))
                .or(() -> sections.of(typeId).stream().anyMatch(each -> each.parent() == sectionId) || held(typeId, sectionId) > 0
                        ? Optional.of(Refusal.of(Label.of("documents.shape.section-occupied", section.orElseThrow().name())))
                        : Optional.empty());
        if (reason.isPresent()) {
            return refused(reason.get());
        }
        sections.delete(typeId, sectionId);
        types.refresh();
        return new Amendment.Done<>(section.orElseThrow());
    }

    private long held(String typeId, long sectionId) {
        Occupancy occupancy = new Occupancy(database);
        String option = Long.toString(sectionId);
        long inside = occupancy.count(types.require(typeId), types.require(typeId).field(ListType.SECTION).orElseThrow(), option);
        return types.all().stream().mapToLong(type -> type.fields().stream().filter(field -> sectionOf(field, typeId)).mapToLong(field -> occupancy.count(type, field, option)).sum()).sum() + inside;
    }

    private static boolean sectionOf(Field<?> field, String typeId) {
        return Directed.choice(field.kind()).flatMap(Kind.Choice::directory).filter(typeId::equals).isPresent();
    }

    /// A section can't lie in itself, however deep.
    private Optional<Refusal> below(String typeId, Section section) {
        long above = section.parent();
        while (above != 0 && above != section.id()) {
            above = sections.find(typeId, above).map(Section::parent).orElse(0L);
        }
        return section.id() != 0 && above == section.id() ? Optional.of(Refusal.of(Label.of("documents.shape.section-circle", section.name()))) : Optional.empty();
    }

    private Optional<Refusal> objection(DocumentType.Name name) {
        return rights.objection(name.one()).or(() -> rights.objection(name.many()));
    }

    private Optional<Refusal> unknown(String typeId) {
        return all().stream().anyMatch(type -> type.id().equals(typeId)) ? Optional.empty() : Optional.of(Refusal.of(Label.of("documents.shape.no-type", typeId)));
    }

    private Optional<Refusal> unsectioned(String typeId) {
        DocumentType type = types.require(typeId);
        return ListType.sectioned(type) ? Optional.empty() : Optional.of(Refusal.of(Label.of("documents.shape.no-sections", type.many())));
    }

    private static Optional<Refusal> noSection(long id) {
        return Optional.of(Refusal.of(Label.of("documents.shape.no-section", id)));
    }

    private static <T> Amendment<T> refused(Refusal reason) {
        return new Amendment.Refused<>(List.of(reason));
    }
}
