package org.kontor.ui.shell.internal.card;

import java.util.Optional;
import org.kontor.api.access.Permission;
import org.kontor.api.documents.Amendment;
import org.kontor.api.documents.Layouts.Card;
import org.kontor.api.documents.Pipeline;
import org.kontor.api.labels.Label;

/// The layout the open document is shown with, and the one way by which the card changes it: for the whole type, or for the pipeline the document is in (CARD-11, PIPE-13). Each change
/// can be taken back.
final class CardLayout {
    private final OpenDocument open;
    private final Runnable changed;

    CardLayout(OpenDocument open, Runnable changed) {
        this.open = open;
        this.changed = changed;
    }

    Card card() {
        return open.present() ? open.portal().layouts.card(open.type(), open.document()) : open.portal().layouts.card(open.ref().type());
    }

    boolean mayArrange() {
        return open.portal().access.may(open.tab().actor(), Permission.CONFIGURE);
    }

    /// The pipeline the document is in, if its type has any.
    Optional<Pipeline> pipeline() {
        return open.present() ? open.document().stage().flatMap(open.type()::pipelineOf) : Optional.empty();
    }

    /// Whether the pipeline has a card of its own.
    boolean own() {
        return pipeline().filter(way -> open.portal().layouts.ownCard(open.ref().type(), way.id())).isPresent();
    }

    /// Lays the card out anew; `done` is told with a way back.
    void change(Card next, Label done) {
        Card before = card();
        if (!next.equals(before) && put(next)) {
            open.tab().tell(done, Label.of("card.undo"), () -> put(before));
        }
    }

    /// Gives the pipeline a card of its own that starts as the type's.
    void separate() {
        Card card = card();
        pipeline().ifPresent(way -> {
            if (answered(open.portal().layouts.change(open.ref().type(), way.id(), card, open.tab().actor()))) {
                open.tab().tell(Label.of("card.layout.own-now", way.name()), Label.of("card.undo"), this::reset);
            }
        });
    }

    /// Lets the pipeline follow the type again.
    void join() {
        Card before = card();
        pipeline().ifPresent(way -> {
            reset();
            open.tab().tell(Label.of("card.layout.shared-now", way.name()), Label.of("card.undo"),
                    () -> answered(open.portal().layouts.change(open.ref().type(), way.id(), before, open.tab().actor())));
        });
    }

    private void reset() {
        pipeline().ifPresent(way -> answered(open.portal().layouts.reset(open.ref().type(), way.id(), open.tab().actor())));
    }

    private boolean put(Card card) {
        String type = open.ref().type();
        return answered(own() ? open.portal().layouts.change(type, pipeline().orElseThrow().id(), card, open.tab().actor()) : open.portal().layouts.change(type, card, open.tab().actor()));
    }

    private boolean answered(Amendment<Card> answer) {
        boolean done = answer instanceof Amendment.Done;
        if (answer instanceof Amendment.Refused<Card>(var reasons)) {
            open.tab().tell(reasons.getFirst().reason());
        }
        changed.run();
        return done;
    }
}
