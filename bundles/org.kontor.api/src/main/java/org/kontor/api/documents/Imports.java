package org.kontor.api.documents;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kontor.api.files.FileRef;
import org.kontor.api.labels.Label;
import org.kontor.api.people.Actor;
import org.osgi.annotation.versioning.ProviderType;

/// Brings documents in from files: comma separated values (RFC 4180 and its relatives), spreadsheets (a sheet of an XLSX), address cards (vCard 2.1 to 4.0).
///
/// An import runs as a job: it goes on after a crash where it was committed, and every row is imported once. Needs the permission to
/// import and the right to create or change, as its mode says. To take an import back see [Batches#undo].
@ProviderType
public interface Imports {

    enum Format {
        CSV,
        XLSX,
        VCARD
    }

    /// What is done with rows, by the match field of the plan.
    enum Mode {
        /// Every row becomes a document; with a match field, one that is there already is refused.
        CREATE,
        /// Rows change documents that are there; others are refused.
        UPDATE,
        /// Rows change documents that are there, others become new ones.
        BOTH
    }

    /// How a link is found: the document of type `typeId` whose field `fieldId` holds the text of the cell, as a company by name or a contact by mail.
    record LinkKey(String typeId, String fieldId) {}

    /// What rows that become new documents get besides their own values: the stage they begin in, and values by field for those rows that have none, written as in a cell.
    record Fresh(Optional<String> stage, Map<String, String> values) {
        public static final Fresh NOTHING = new Fresh(Optional.empty(), Map.of());

        public Fresh {
            values = Map.copyOf(values);
        }
    }

    /// How the file is to be read. `columns` tells for each column of the file the id of the field it goes to, if any; several columns may go to a field with many values. `country` (ISO 3166) is
    /// assumed for telephone numbers without one. `match` is the field by which rows and documents are the same; of one with many values any of them. `links` says by link field how the other document is
    /// found; where it says nothing the cell must hold `type/number`. Charset and delimiter count for CSV, the charset for vCard too. `sheet` names the sheet of a spreadsheet; the first
    /// visible one when it is empty.
    record Plan(
            FileRef file,
            String typeId,
            Format format,
            String charset,
            char delimiter,
            boolean header,
            List<Optional<String>> columns,
            String country,
            Mode mode,
            Optional<String> match,
            Map<String, LinkKey> links,
            String sheet,
            Fresh fresh) {
        public Plan {
            columns = List.copyOf(columns);
            links = Map.copyOf(links);
        }

        /// A plan for the first sheet whose new documents get nothing but their own values.
        public Plan(
                FileRef file,
                String typeId,
                Format format,
                String charset,
                char delimiter,
                boolean header,
                List<Optional<String>> columns,
                String country,
                Mode mode,
                Optional<String> match,
                Map<String, LinkKey> links) {
            this(file, typeId, format, charset, delimiter, header, columns, country, mode, match, links, "", Fresh.NOTHING);
        }

        /// A plan that creates a document of each row of a file of comma separated values.
        public Plan(FileRef file, String typeId, String charset, char delimiter, boolean header, List<Optional<String>> columns, String country) {
            this(file, typeId, Format.CSV, charset, delimiter, header, columns, country, Mode.CREATE, Optional.empty(), Map.of());
        }

        /// The same file read otherwise.
        public Plan read(String otherCharset, char otherDelimiter, boolean withHeader, String otherCountry) {
            return new Plan(file, typeId, format, otherCharset, otherDelimiter, withHeader, columns, otherCountry, mode, match, links, sheet, fresh);
        }

        public Plan into(List<Optional<String>> others) {
            return new Plan(file, typeId, format, charset, delimiter, header, others, country, mode, match, links, sheet, fresh);
        }

        public Plan matching(Mode other, Optional<String> field) {
            return new Plan(file, typeId, format, charset, delimiter, header, columns, country, other, field, links, sheet, fresh);
        }

        public Plan linking(Map<String, LinkKey> others) {
            return new Plan(file, typeId, format, charset, delimiter, header, columns, country, mode, match, others, sheet, fresh);
        }

        public Plan of(String otherSheet) {
            return new Plan(file, typeId, format, charset, delimiter, header, columns, country, mode, match, links, otherSheet, fresh);
        }

        public Plan giving(Fresh other) {
            return new Plan(file, typeId, format, charset, delimiter, header, columns, country, mode, match, links, sheet, other);
        }
    }

    /// A guessed plan, the texts of the head (or "1", "2" ...) and the first rows as they would be read. `remembered` when columns, mode, match field and links are those the actor imported a file
    /// with the same head by. `sheets` are the visible sheets of a spreadsheet, in their order.
    record Guess(Plan plan, List<String> heads, List<List<String>> sample, boolean remembered, List<String> sheets) {
        public Guess {
            sheets = List.copyOf(sheets);
        }

        public Guess(Plan plan, List<String> heads, List<List<String>> sample, boolean remembered) {
            this(plan, heads, sample, remembered, List.of());
        }
    }

    /// How columns go to fields, kept by a person under a name: `fields` tells for the head of a column the id of its field.
    record Mapping(long id, String name, Map<String, String> fields, Mode mode, Optional<String> match, Map<String, LinkKey> links, Fresh fresh) {
        public static final int LONGEST_NAME = 100;

        public Mapping {
            fields = Map.copyOf(fields);
            links = Map.copyOf(links);
        }

        /// The plan by this mapping, as far as columns with its heads are there.
        public Plan on(Plan plan, List<String> heads) {
            List<Optional<String>> columns = heads.stream().map(head -> Optional.ofNullable(fields.get(head))).toList();
            Optional<String> key = match.filter(id -> columns.contains(Optional.of(id)));
            Map<String, LinkKey> kept = links.entrySet().stream().filter(link -> columns.contains(Optional.of(link.getKey()))).collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
            return plan.into(columns).matching(key.isPresent() ? mode : Mode.CREATE, key).linking(kept).giving(fresh);
        }
    }

    /// What can be read of a file.
    sealed interface Look {
        record Seen(Guess guess) implements Look {}

        record Refused(Label reason) implements Look {}
    }

    /// A row that can't be imported; `line` counts from 1 in the file, `cells` are its texts as read.
    record BadRow(long line, List<String> cells, List<Label> reasons) {}

    /// What an import would do: how many rows there are, how many would be taken, the first bad ones (at most 100).
    record DryRun(long rows, long good, List<BadRow> bad) {}

    enum State {
        RUNNING,
        PAUSED,
        /// Stopped for good; what was imported stays, and can be undone.
        CANCELLED,
        DONE,
        /// It can't go on: see `problem`.
        FAILED
    }

    /// An import and how far it is. `rows` counts all rows of the file, 0 until that is known; `created`, `updated` and `refused` those done. `errors` holds the refused rows with their reasons, once it is done and there are any.
    record Progress(
            long id,
            String typeId,
            String fileName,
            State state,
            long rows,
            long created,
            long updated,
            long refused,
            Instant started,
            Optional<Instant> ended,
            Optional<FileRef> errors,
            Optional<Label> problem) {}

    /// Looks into a file and guesses encoding, delimiter, head and columns.
    Look look(FileRef file, String typeId, Actor actor);

    /// Looks again with charset, delimiter and head as given in the plan; the columns are guessed anew.
    Look look(Plan plan, Actor actor);

    /// The mappings the actor keeps for a type, by name; those whose fields are gone without these.
    List<Mapping> mappings(String typeId, Actor actor);

    /// Keeps how a plan maps the columns of a file with these heads, in place of a mapping with the same name.
    ///
    /// @throws IllegalArgumentException when the name is blank or longer than [Mapping#LONGEST_NAME], or the actor is no person
    Mapping keep(String name, Plan plan, List<String> heads, Actor actor);

    /// Deletes a mapping of the actor. False when there is none.
    boolean forget(long mappingId, Actor actor);

    /// Reads the whole file and writes nothing.
    ///
    /// @throws IllegalArgumentException when the actor may not import, or the plan does not fit file or type
    DryRun tryOut(Plan plan, Actor actor);

    /// Starts an import and returns at once.
    ///
    /// @throws IllegalArgumentException when the actor may not import, or the plan does not fit file or type
    Progress start(Plan plan, Actor actor);

    /// An import by number, if the actor started it or administers.
    Optional<Progress> find(long importId, Actor actor);

    /// The latest imports, newest first, at most 50.
    List<Progress> latest(Actor actor);

    /// Holds a running import behind the rows it is at. False when it does not run.
    boolean pause(long importId, Actor actor);

    /// Lets a paused import go on. False when it is not paused.
    boolean resume(long importId, Actor actor);

    /// Stops a running or paused import for good. False when it is over.
    boolean cancel(long importId, Actor actor);
}
