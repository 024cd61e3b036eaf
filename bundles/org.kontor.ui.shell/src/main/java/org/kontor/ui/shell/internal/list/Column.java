package org.kontor.ui.shell.internal.list;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Kind;
import org.kontor.ui.shell.internal.filters.Subjects;
import org.kontor.ui.shell.internal.parts.Elements;

/// A column of the list. `fill` turns an empty cell into what shows a document in it, again and again.
///
/// `downFirst` says that the first click on its head sorts from the greatest to the least.
record Column(String id, String name, String kind, boolean sorts, boolean downFirst, Function<NativeTableCell, Consumer<Document>> fill) {

    /// The columns with these ids, as [ColumnIds] knows them; the title among them.
    static List<Column> of(Showing showing, List<String> ids) {
        List<Field<?>> fields = Subjects.fields(showing.type());
        return ids.stream().flatMap(id -> id.equals("id")
                ? java.util.stream.Stream.of(number(showing))
                : fields.stream().filter(field -> field.id().equals(id)).map(field -> of(field, showing))).toList();
    }

    private static Column of(Field<?> field, Showing showing) {
        String name = showing.tab().text(field.name().orElseThrow());
        DocumentType type = showing.type();
        Cells cells = new Cells(showing);
        if (field.id().equals(type.title().id())) {
            return new Column(field.id(), name, "col-title", true, false, cell -> title(cell, showing));
        }
        return switch (field.id()) {
            case "stage" -> new Column("stage", name, "col-stage", true, false, cell -> stage(cell, showing));
            case "created" -> new Column("created", name, "col-moment phone-hidden", true, true, cells.moment(document -> Optional.of(document.created())));
            case "changed" -> new Column("changed", name, "col-moment phone-hidden", true, true, cells.moment(document -> Optional.of(document.changed())));
            case "stageSince" -> new Column("stageSince", name, "col-moment phone-hidden", true, true, cells.moment(Document::stageSince));
            case "createdBy" -> new Column("createdBy", name, "col-person phone-hidden", true, false, cell -> document -> Cells.replace(cell, document.createdBy().flatMap(cells::person)));
            default -> value(field, name, type.responsible().filter(whose -> whose.id().equals(field.id())).isPresent(), cells);
        };
    }

    private static Column value(Field<?> field, String name, boolean whose, Cells cells) {
        boolean amount = field.kind() instanceof Kind.Sum || field.kind() instanceof Kind.Number;
        boolean person = field.kind() instanceof Kind.User;
        String look = whose ? "col-person" : (amount ? "col-amount" : person ? "col-person" : "col-value") + (brief(field.kind()) ? "" : " phone-hidden");
        boolean down = amount || field.kind() instanceof Kind.Date || field.kind() instanceof Kind.Moment;
        return new Column(field.id(), name, look, Lens.sorts(field), down, cells.of(field));
    }

    private static Column number(Showing showing) {
        return new Column("id", showing.text("number"), "col-amount phone-hidden", true, true, new Cells(showing).text(document -> Long.toString(document.ref().id())));
    }

    /// Whether a value helps to recognise a document on a telephone, where there is no room for all.
    private static boolean brief(Kind<?> kind) {
        return switch (kind) {
            case Kind.PhoneNumber _, Kind.Email _, Kind.WebLink _, Kind.Choice _, Kind.YesNo _, Kind.Attachment _, Kind.Address _, Kind.Many<?> _, Kind.User _ -> false;
            case Kind.Text _, Kind.Number _, Kind.Sum _, Kind.Date _, Kind.Moment _, Kind.Link _, Kind.Booking _ -> true;
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
        return document -> Cells.replace(cell, showing.stage(document).map(stage -> {
            Span chip = Elements.text("chip", "");
            chip.add(Elements.dot(stage), new Text(showing.name(stage)));
            return chip;
        }));
    }
}
