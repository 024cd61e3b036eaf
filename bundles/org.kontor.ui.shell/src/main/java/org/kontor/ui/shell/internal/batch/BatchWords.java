package org.kontor.ui.shell.internal.batch;

import java.text.NumberFormat;
import org.kontor.api.documents.Batches.Kind;
import org.kontor.api.documents.Batches.Progress;
import org.kontor.api.documents.Batches.Undone;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;

/// What a batch does and how far it is, in the viewer's words.
record BatchWords(PageTab tab, Portal portal) {

    /// As in "Change: Leads".
    String title(Progress batch) {
        String many = portal.types.find(batch.typeId()).map(DocumentType::many).map(tab::text).orElse(batch.typeId());
        boolean ofImport = batch.undoes().filter(Undone.Import.class::isInstance).isPresent();
        String kind = tab.text(Label.of(batch.kind() == Kind.UNDO && ofImport ? "batch.kind.UNDO-IMPORT" : "batch.kind." + batch.kind()));
        return tab.text(Label.of("batch.title", kind, many));
    }

    /// As in "120 of 5,000 done, 3 left as they are".
    String figures(Progress batch) {
        String done = number(batch.done());
        String total = number(Math.max(batch.total(), batch.done() + batch.left()));
        String text = batch.total() == 0 && batch.ended().isEmpty() ? tab.text(Label.of("batch.done", done)) : tab.text(Label.of("batch.done-of", done, total));
        return batch.left() == 0 ? text : text + " · " + tab.text(Label.of("batch.left", number(batch.left())));
    }

    String state(Progress batch) {
        return tab.text(Label.of(batch.undoneBy().isPresent() ? "batch.state.UNDONE" : "batch.state." + batch.state()));
    }

    String number(long value) {
        return NumberFormat.getIntegerInstance(tab.person().language()).format(value);
    }
}
