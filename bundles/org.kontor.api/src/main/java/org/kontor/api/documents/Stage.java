package org.kontor.api.documents;

import org.kontor.api.labels.Label;

/// A step on a document's way through a pipeline. `colour` is one of the theme's stage colours 1 to 8.
public record Stage(String id, Label name, Meaning meaning, int colour) {

    public enum Meaning {
        INITIAL,
        IN_WORK,
        WON,
        LOST
    }

    public Stage {
        if (colour < 1 || colour > 8) {
            throw new IllegalArgumentException("stage colour must be 1 to 8, not " + colour);
        }
    }
}
