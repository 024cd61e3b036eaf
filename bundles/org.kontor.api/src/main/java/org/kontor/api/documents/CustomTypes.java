package org.kontor.api.documents;

import java.util.List;
import org.kontor.api.people.Actor;
import org.osgi.annotation.versioning.ProviderType;

/// The document types that administrators define: universal lists (UI-10), with sections, fields and, if wanted, stages. Needs the permission to configure.
@ProviderType
public interface CustomTypes {
    /// A type to be made: its names, a theme icon, whether it goes through stages, and whether its documents lie in sections.
    record NewType(DocumentType.Name name, String icon, boolean staged, boolean sectioned) {}

    /// A part of a list; `parent` 0 is the top.
    record Section(long id, long parent, String name, int sort) {}

    List<DocumentType> all();

    /// Makes a type `list.<name>` with a title, a responsible person, and what was asked for. It has a page, a board, REST, import and robots at once.
    Amendment<DocumentType> create(NewType type, Actor actor);

    Amendment<DocumentType> rename(String typeId, DocumentType.Name name, String icon, Actor actor);

    /// Moves a type to the trash: gone everywhere, its documents kept.
    Amendment<DocumentType> delete(String typeId, Actor actor);

    Amendment<DocumentType> restore(String typeId, Actor actor);

    List<DocumentType> deleted();

    /// The sections of a list, parents before children; empty for a type without.
    List<Section> sections(String typeId);

    /// Adds a section, or changes the one of the same id.
    Amendment<Section> put(String typeId, Section section, Actor actor);

    /// Deletes a section in which there is nothing: no document, no other section, and no document of any type that names it in a field of its own.
    Amendment<Section> deleteSection(String typeId, long sectionId, Actor actor);
}
