package org.kontor.ui.shell.internal.list;

import java.util.Optional;
import org.kontor.api.documents.Batches.Act;
import org.kontor.api.documents.Batches.Choice;
import org.kontor.api.documents.Batches.Start;
import org.kontor.api.documents.Draft;
import org.kontor.api.documents.Stage;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.batch.BatchStrip;
import org.kontor.ui.shell.internal.batch.BulkDialog;
import org.kontor.ui.shell.internal.tab.Contributions;

/// Changes the chosen documents in the background, and tells where that can be followed.
record Bulk(Showing showing, Contributions contributions, BatchStrip strip) {

    void move(Choice choice, Stage to) {
        start(choice, new Act.Edit(Draft.move(to.id())), () -> {});
    }

    void delete(Choice choice) {
        start(choice, new Act.Delete(), () -> {});
    }

    /// Asks for a value; `count` is how many documents are meant, empty for all that pass. `started` runs when it begins.
    void change(Choice choice, Optional<Integer> count, Runnable started) {
        String what = count.map(some -> showing.text("selected", some)).orElseGet(() -> showing.text("selected-all"));
        new BulkDialog(showing.tab(), showing.portal(), contributions, showing.type(), what, values -> start(choice, new Act.Edit(Draft.of(values)), started)).open();
    }

    private void start(Choice choice, Act act, Runnable started) {
        switch (showing.portal().batches.start(showing.type().id(), choice, act, showing.tab().actor())) {
            case Start.Started(var progress) -> {
                started.run();
                strip.follow(progress);
                showing.tab().tell(Label.of("batch.started"), Label.of("batch.all"), () -> showing.tab().go("batches"));
            }
            case Start.Refused(Label reason) -> showing.tab().tell(reason);
        }
    }
}
