package org.kontor.ui.shell.internal.imports;

import com.vaadin.flow.component.Component;
import org.kontor.api.documents.Imports.State;
import org.kontor.api.labels.Label;
import org.kontor.ui.api.Viewer;
import org.kontor.ui.shell.internal.parts.Elements;

/// Where an import stands, in one word.
final class ImportState {
    private ImportState() {}

    static Component chip(Viewer viewer, State state) {
        String kind = switch (state) {
            case RUNNING -> "accent";
            case PAUSED, CANCELLED -> "warn";
            case DONE -> "good";
            case FAILED -> "bad";
        };
        return Elements.test(Elements.text("chip " + kind, viewer.text(Label.of("import.state." + state))), "import-state");
    }
}
