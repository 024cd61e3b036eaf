package org.kontor.ui.shell.internal.list;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Kind;
import org.kontor.ui.shell.internal.parts.Elements;

/// A column of the list. `fill` turns an empty cell into what shows a document in it, again and again.
///
/// `downFirst` says that the first click on its head sorts from the greatest to the least.
record Column(String id, String name, String kind, boolean sorts, boolean downFirst, Function<NativeTableCell, Consumer<Document>> fill) {

    /// The columns of a type: title, stage, the listed fields, who is responsible, when it was created.
    static List<Column> of(Showing showing) {
        DocumentType type = showing.type();
        List<Column> columns = new ArrayList<>();
        columns.add(new Column(type.title().id(), showing.name(type.title()), "col-title", true, false, cell -> title(cell, showing)));
        type.pipeline().ifPresent(_ -> columns.add(new Column("stage", showing.text("stage"), "col-stage", false, false, cell -> stage(cell, showing))));
        for (Field<?> field : type.listedFields()) {
            if (!field.equals(type.title()) && !Optional.of(field).equals(type.responsible())) {
                columns.add(value(field, showing));
            }
        }
        type.responsible().ifPresent(field -> columns.add(new Column(field.id(), showing.name(field), "col-person", false, false, cell -> person(cell, showing))));
        columns.add(new Column("created", showing.text("created"), "col-created", true, true, cell -> created(cell, showing)));
        return columns;
    }

    private static Column value(Field<?> field, Showing showing) {
        boolean amount = field.kind() instanceof Kind.Sum || field.kind() instanceof Kind.Number;
        String look = amount ? "col-amount" : brief(field.kind()) ? "col-value" : "col-value phone-hidden";
        boolean down = amount || field.kind() instanceof Kind.Date || field.kind() instanceof Kind.Moment;
        return new Column(field.id(), showing.name(field), look, Lens.sorts(field), down, cell -> {
            Text text = new Text("");
            cell.add(text);
            return document -> {
                String value = showing.value(field, document);
                text.setText(value);
                cell.getElement().setAttribute("title", value);
            };
        });
    }

    /// Whether a value helps to recognise a document on a telephone, where there is no room for all.
    private static boolean brief(Kind<?> kind) {
        return switch (kind) {
            case Kind.PhoneNumber _, Kind.Email _, Kind.WebLink _, Kind.Choice _, Kind.YesNo _, Kind.Attachment _, Kind.Address _, Kind.Many<?> _ -> false;
            case Kind.Text _, Kind.Number _, Kind.Sum _, Kind.Date _, Kind.Moment _, Kind.User _, Kind.Link _, Kind.Booking _ -> true;
        };
    }

    private static Consumer<Document> title(NativeTableCell cell, Showing showing) {
        Anchor link = Elements.link("");
        cell.add(link);
        return document -> {
            link.setHref("/" + document.ref());
            link.setText(showing.title(document));
        };
    }

    private static Consumer<Document> stage(NativeTableCell cell, Showing showing) {
        return document -> replace(cell, showing.stage(document).map(stage -> {
            Span chip = Elements.text("chip", "");
            chip.add(Elements.dot(stage), new Text(showing.name(stage)));
            return chip;
        }));
    }

    private static Consumer<Document> person(NativeTableCell cell, Showing showing) {
        return document -> replace(cell, showing.responsible(document).map(name -> Elements.div("row", Elements.avatar(name), Elements.text("name", name))));
    }

    private static Consumer<Document> created(NativeTableCell cell, Showing showing) {
        Text text = new Text("");
        cell.add(text);
        return document -> {
            text.setText(showing.brief(document.created()));
            cell.getElement().setAttribute("title", showing.full(document.created()));
        };
    }

    private static void replace(NativeTableCell cell, Optional<? extends Component> content) {
        cell.removeAll();
        content.ifPresent(cell::add);
    }
}
