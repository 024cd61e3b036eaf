package org.kontor.ui.shell.internal.pipelines;

import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.function.Consumer;
import org.kontor.api.documents.Pipeline;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.parts.Popup;
import org.kontor.ui.shell.internal.tab.PageTab;

/// Asks into which pipeline a new document goes, where all are looked at (PIPE-16).
public final class FirstChooseWay {
    private final Popup popup;

    public FirstChooseWay(PageTab tab, List<Pipeline> ways, Consumer<Pipeline> chosen) {
        Div list = Elements.div("results");
        this.popup = new Popup(tab.text(Label.of("pipelines.choose")), Elements.text("quiet", tab.text(Label.of("pipelines.choose.hint"))), list);
        for (Pipeline way : ways) {
            var button = Elements.button("", "", "", () -> {
                popup.close();
                chosen.accept(way);
            });
            button.setClassName("");
            button.add(Elements.icon("milestone"), Elements.text("", tab.text(way.name())));
            list.add(Elements.test(button, "choose-" + way.id()));
        }
    }

    public void open(PageTab tab) {
        popup.open(tab);
    }
}
