package org.kontor.ui.shell.internal.settings;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.time.Instant;
import java.util.List;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Kind;
import org.kontor.api.events.ParkedEntries.Parked;
import org.kontor.api.events.ParkedEntries.Replay;
import org.kontor.api.labels.Label;
import org.kontor.ui.api.Viewer;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.tab.Portal;

/// The parked entries, the newest first, each with its reason and what can be done about it.
final class StuckWork {
    private static final Field<Instant> MOMENT = Field.of("moment", new Kind.Moment());
    private static final int PAGE = 50;

    private final Viewer viewer;
    private final Portal portal;
    private final Div lines = Elements.test(Elements.div("panel flush trash-list"), "stuck");
    private final Div place = Elements.div("stack");

    StuckWork(Viewer viewer, Portal portal) {
        this.viewer = viewer;
        this.portal = portal;
        draw();
    }

    Component content() {
        return place;
    }

    private void draw() {
        lines.removeAll();
        place.removeAll();
        if (portal.parkedEntries.count(viewer.actor()) == 0) {
            place.add(Elements.empty("circle-check", viewer.text(Label.of("stuck.none")), viewer.text(Label.of("stuck.none.hint"))));
            return;
        }
        place.add(lines);
        show(Long.MAX_VALUE);
    }

    private void show(long before) {
        List<Parked> some = portal.parkedEntries.find(before, PAGE, viewer.actor());
        some.forEach(parked -> lines.add(line(parked)));
        if (some.size() == PAGE) {
            Div end = Elements.div("more");
            end.add(Elements.button("plain", "", viewer.text(Label.of("list.more")), () -> {
                place.remove(end);
                show(some.getLast().id());
            }));
            place.add(end);
        }
    }

    private Component line(Parked parked) {
        Div what = Elements.div("row wrap", Elements.text("strong", parked.reaction()));
        parked.document().map(DocumentRef::parse).ifPresent(ref -> what.add(document(ref)));
        Component reason = Elements.test(Elements.text("quiet small stuck-reason", parked.reason()), "stuck-reason");
        Component since = Elements.text("quiet small", viewer.text(Label.of("stuck.since", portal.notation.show(MOMENT, parked.since(), viewer.habits()), parked.event())));
        NativeButton again = Elements.test(Elements.button("", "rotate-ccw", viewer.text(Label.of("stuck.again")), () -> again(parked)), "stuck-again");
        Component drop = new Armed(viewer, Label.of("stuck.drop"), Label.of("stuck.drop.sure"), () -> drop(parked)).content();
        return Elements.test(Elements.div("trash-line", Elements.icon("circle-alert"), Elements.div("grow", what, reason, since), Elements.div("row", again, drop)), "stuck-line");
    }

    private Component document(DocumentRef ref) {
        String type = portal.types.find(ref.type()).map(known -> viewer.text(known.one())).orElse(ref.type());
        return Elements.link(ref.type() + "/" + ref.id(), Elements.text("", type + " " + ref.id()));
    }

    private void again(Parked parked) {
        viewer.tell(switch (portal.parkedEntries.replay(parked.id(), viewer.actor())) {
            case Replay.Done _ -> Label.of("stuck.done");
            case Replay.Failed(String reason) -> Label.of("stuck.failed", reason.length() > 160 ? reason.substring(0, 160) + "…" : reason);
            case Replay.Absent(String reaction) -> Label.of("stuck.absent", reaction);
            case Replay.Missing _ -> Label.of("stuck.missing");
        });
        draw();
    }

    private void drop(Parked parked) {
        portal.parkedEntries.drop(parked.id(), viewer.actor());
        viewer.tell(Label.of("stuck.dropped"));
        draw();
    }
}
