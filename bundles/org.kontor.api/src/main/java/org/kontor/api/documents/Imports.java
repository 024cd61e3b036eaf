package org.kontor.api.documents;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.kontor.api.files.FileRef;
import org.kontor.api.labels.Label;
import org.kontor.api.people.Actor;
import org.osgi.annotation.versioning.ProviderType;

/// Brings documents in from files of comma separated values (RFC 4180 and its relatives).
///
/// An import runs as a job: it goes on after a crash where it was committed, and every row is imported once. Needs the permission to
/// import and the right to create.
@ProviderType
public interface Imports {

    /// How the file is to be read. `columns` tells for each column of the file the id of the field it goes to, if any; `country` (ISO 3166) is
    /// assumed for telephone numbers without one.
    record Plan(FileRef file, String typeId, String charset, char delimiter, boolean header, List<Optional<String>> columns, String country) {
        public Plan {
            columns = List.copyOf(columns);
        }
    }

    /// A guessed plan, the texts of the head (or "1", "2" ...) and the first rows as they would be read.
    record Guess(Plan plan, List<String> heads, List<List<String>> sample) {}

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
        DONE,
        /// It can't go on: see `problem`.
        FAILED
    }

    /// An import and how far it is. `rows` counts all rows of the file, 0 until that is known; `created` and `refused` those done. `errors` holds the refused rows with their reasons, once it is done and there are any.
    record Progress(
            long id,
            String typeId,
            String fileName,
            State state,
            long rows,
            long created,
            long refused,
            Instant started,
            Optional<Instant> ended,
            Optional<FileRef> errors,
            Optional<Label> problem) {}

    /// Looks into a file and guesses encoding, delimiter, head and columns.
    Look look(FileRef file, String typeId, Actor actor);

    /// Looks again with charset, delimiter and head as given in the plan; the columns are guessed anew.
    Look look(Plan plan, Actor actor);

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
}
