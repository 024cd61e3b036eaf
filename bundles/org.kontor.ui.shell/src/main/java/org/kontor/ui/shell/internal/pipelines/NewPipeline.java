package org.kontor.ui.shell.internal.pipelines;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.function.Consumer;
import org.kontor.api.documents.Amendment;
import org.kontor.api.documents.Pipeline;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.parts.GivenName;

/// Asks for the name of a new pipeline; it begins with the standard stages (PIPE-10).
final class NewPipeline {
    private final Div content;

    NewPipeline(Desk desk, Consumer<Pipeline> made, Runnable left) {
        GivenName name = new GivenName(desk.tab(), desk.portal(), Label.verbatim(""), desk.text("name"));
        Paragraph hint = new Paragraph(desk.text("add.hint"));
        hint.addClassNames("quiet", "small");
        NameForm form = new NameForm(desk.tab(), name, desk.text("create"), label -> {
            switch (desk.portal().pipelines.create(desk.typeId(), label, desk.tab().actor())) {
                case Amendment.Done<Pipeline>(Pipeline way) -> made.accept(way);
                case Amendment.Refused<Pipeline>(var reasons) -> name.refuse(reasons, desk.tab());
            }
        }, left);
        content = Elements.test(Elements.div("new-pipeline stack", hint, form.content()), "new-pipeline");
        name.focus();
    }

    Div content() {
        return content;
    }
}
