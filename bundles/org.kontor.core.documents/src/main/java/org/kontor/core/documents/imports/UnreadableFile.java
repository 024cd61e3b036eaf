package org.kontor.core.documents.imports;

import java.io.IOException;
import org.kontor.api.labels.Label;

/// A file that is not what it says, or is made to do harm; the reason is for a person.
final class UnreadableFile extends IOException {
    private static final long serialVersionUID = 1;

    private final transient Label reason;

    UnreadableFile(Label reason) {
        super(reason.toString());
        this.reason = reason;
    }

    Label reason() {
        return reason;
    }
}
