package org.kontor.api.documents;

import java.util.Optional;
import org.kontor.api.labels.Label;

/// How a field's editor looks. `rows` is the number of lines or values that are seen without scrolling (1 to 30); `emptyCaption` stands where nothing is
/// chosen. With `activeOnly` a field that links documents offers only those that are not in a final stage (FLD-21).
public record Display(Appearance appearance, int rows, Optional<Label> emptyCaption, boolean activeOnly) {
    public static final Display PLAIN = new Display(Appearance.LIST, 1, Optional.empty());

    public Display {
        if (rows < 1 || rows > 30) {
            throw new IllegalArgumentException("an editor shows 1 to 30 rows, not " + rows);
        }
    }

    public Display(Appearance appearance, int rows, Optional<Label> emptyCaption) {
        this(appearance, rows, emptyCaption, false);
    }

    public Display offeringActiveOnly() {
        return new Display(appearance, rows, emptyCaption, true);
    }

    /// For choices.
    public enum Appearance {
        LIST,
        CHECKBOXES,
        /// A list that is searched by typing.
        TYPED
    }
}
