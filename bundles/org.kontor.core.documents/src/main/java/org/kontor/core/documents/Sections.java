package org.kontor.core.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kontor.api.documents.CustomTypes.Section;
import org.kontor.api.documents.Kind.Choice.Option;
import org.kontor.api.labels.Label;
import org.kontor.storage.Database;
import org.kontor.storage.Row;
import org.kontor.storage.Sql;

/// The sections of universal lists.
final class Sections {
    private static final String SELECT = "select id, parent, name, sort from list_section where ";

    private final Database database;

    Sections(Database database) {
        this.database = database;
    }

    /// Parents before children, then by sort and name.
    List<Section> of(String typeId) {
        return database.read(tx -> tx.query(Sql.of(SELECT + "type_id = ? order by parent, sort, name, id", typeId), Sections::section));
    }

    Optional<Section> find(String typeId, long id) {
        return database.read(tx -> tx.one(Sql.of(SELECT + "type_id = ? and id = ?", typeId, id), Sections::section));
    }

    Section insert(String typeId, Section section) {
        long id = database.write(tx -> tx.insert(
                Sql.of("insert into list_section (type_id, parent, name, sort) values (?, ?, ?, ?)", typeId, section.parent(), section.name(), (long) section.sort()), "id"));
        return new Section(id, section.parent(), section.name(), section.sort());
    }

    void update(String typeId, Section section) {
        database.write(tx -> tx.update(Sql.of("update list_section set parent = ?, name = ?, sort = ? where type_id = ? and id = ?",
                section.parent(), section.name(), (long) section.sort(), typeId, section.id())));
    }

    void delete(String typeId, long id) {
        database.write(tx -> tx.update(Sql.of("delete from list_section where type_id = ? and id = ?", typeId, id)));
    }

    /// The sections as options of a choice, each after the one it lies in and named with the way to it, as in `Novels › Russian`.
    static List<Option> options(List<Section> sections) {
        List<Option> options = new ArrayList<>();
        add(options, sections, 0, "");
        return options;
    }

    private static void add(List<Option> options, List<Section> sections, long parent, String way) {
        for (Section section : sections) {
            if (section.parent() == parent) {
                options.add(new Option(Long.toString(section.id()), Label.verbatim(way + section.name())));
                add(options, sections, section.id(), way + section.name() + " › ");
            }
        }
    }

    private static Section section(Row row) {
        return new Section(row.number("id"), row.number("parent"), row.text("name"), (int) row.number("sort"));
    }
}
