package org.kontor.api.documents;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.kontor.api.labels.Label;
import org.kontor.api.people.Actor;
import org.osgi.annotation.versioning.ProviderType;

/// Writes documents into files, as a stream: memory does not grow with how many there are.
///
/// Holds what the actor may read and export. Texts that a spreadsheet would take for a formula are made harmless.
@ProviderType
public interface Exports {

    enum Format {
        CSV("csv", "text/csv; charset=utf-8"),
        XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        /// Address cards, version 3.0: of types with a phone or mail field.
        VCARD("vcf", "text/vcard; charset=utf-8"),
        /// One JSON object a line, always in the form for machines.
        JSON_LINES("jsonl", "application/x-ndjson");

        private final String ending;
        private final String mediaType;

        Format(String ending, String mediaType) {
            this.ending = ending;
            this.mediaType = mediaType;
        }

        public String ending() {
            return ending;
        }

        public String mediaType() {
            return mediaType;
        }
    }

    /// How values are written.
    enum Form {
        /// In language and zone of the actor: names of choices, persons and linked documents.
        PEOPLE,
        /// As [Notation#write]: what an import of the same file reads back exactly.
        MACHINE
    }

    /// What is written: the documents of a query in its order (its limit and page don't count), and of these the fields named by `columns`, among which the built-in `id`, `stage`, `created`, `changed` and
    /// `createdBy` may be; all fields when it is empty.
    record Wanted(Query query, List<String> columns, Format format, Form form) {
        public Wanted {
            columns = List.copyOf(columns);
        }
    }

    /// The formats documents of a type can be written in.
    List<Format> formats(String typeId);

    /// Why the actor can't have this, if so: no right to export, or a format the type has not. Ask before anything is sent.
    ///
    /// @throws IllegalArgumentException when type or columns don't exist
    Optional<Label> objection(Wanted wanted, Actor actor);

    /// A name for the file, in the actor's language.
    String fileName(Wanted wanted, Actor actor);

    /// Writes the file; the stream is flushed, not closed.
    ///
    /// @return how many documents it holds
    /// @throws IllegalArgumentException when there is an [#objection]
    long write(Wanted wanted, OutputStream out, Actor actor) throws IOException;
}
