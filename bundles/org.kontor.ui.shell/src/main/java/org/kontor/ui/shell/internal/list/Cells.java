package org.kontor.ui.shell.internal.list;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.Span;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Phone;
import org.kontor.api.files.FileRef;
import org.kontor.api.people.Person;
import org.kontor.api.people.PersonId;
import org.kontor.ui.shell.internal.parts.Elements;

/// How values look in a cell of the list: links lead somewhere, persons have a face, the rest is text.
record Cells(Showing showing) {

    /// The cell of a field.
    Function<NativeTableCell, Consumer<Document>> of(Field<?> field) {
        return field.kind() instanceof Kind.Many<?> many ? cell -> many(cell, field, many.of()) : single(field);
    }

    private Function<NativeTableCell, Consumer<Document>> single(Field<?> field) {
        return switch (field.kind()) {
            case Kind.User _ -> cell -> document -> replace(cell, document.values().any(field).map(PersonId.class::cast).flatMap(this::person));
            case Kind.Moment _ -> moment(document -> document.values().any(field).map(Instant.class::cast));
            case Kind.YesNo _ -> cell -> document -> replace(cell, document.values().any(field).map(value -> yes(field, value)));
            case Kind.Email _, Kind.PhoneNumber _, Kind.WebLink _, Kind.Link _, Kind.Booking _, Kind.Attachment _ ->
                    cell -> document -> titled(cell, document.values().any(field).map(value -> part(field, field.kind(), value)), showing.value(field, document));
            case Kind.Text _, Kind.Number _, Kind.Sum _, Kind.Date _, Kind.Choice _, Kind.Address _, Kind.Many<?> _ -> text(document -> showing.value(field, document));
        };
    }

    /// The first values, and how many there are besides.
    private Consumer<Document> many(NativeTableCell cell, Field<?> field, Kind<?> kind) {
        return document -> {
            List<?> values = document.values().any(field).map(List.class::cast).orElse(List.of());
            Span all = Elements.text("values", "");
            for (int i = 0; i < Math.min(values.size(), LinkedTitles.MOST_SHOWN); i++) {
                if (i > 0 && !(kind instanceof Kind.Choice)) {
                    all.add(new Text(", "));
                }
                all.add(part(field, kind, values.get(i)));
            }
            if (values.size() > LinkedTitles.MOST_SHOWN) {
                all.add(Elements.text("quiet", " +" + (values.size() - LinkedTitles.MOST_SHOWN)));
            }
            titled(cell, Optional.of(all).filter(_ -> !values.isEmpty()), values.size() < 2 ? "" : showing.value(field, document));
        };
    }

    private Component part(Field<?> field, Kind<?> kind, Object value) {
        String text = showing.one(field, kind, value);
        return switch (value) {
            case Phone phone -> outside("tel:" + phone.number(), text);
            case URI uri -> web(uri, text);
            case DocumentRef ref -> showing.links().of(ref).<Component>map(title -> Elements.link(ref.toString(), new Text(title))).orElseGet(() -> Elements.text("quiet", text));
            case FileRef file -> Elements.div("row file", Elements.icon("paperclip"), Elements.text("", file.name()));
            case PersonId id -> person(id).orElseGet(() -> Elements.text("", text));
            case String mail when kind instanceof Kind.Email -> outside("mailto:" + mail, text);
            default -> Elements.text(kind instanceof Kind.Choice ? "chip" : "", text);
        };
    }

    private static Anchor outside(String address, String text) {
        Anchor anchor = new Anchor(address, text);
        anchor.setRouterIgnore(true);
        return anchor;
    }

    private static Anchor web(URI uri, String text) {
        Anchor anchor = outside(uri.toString(), text.replaceFirst("^https?://", ""));
        anchor.setTarget("_blank");
        anchor.getElement().setAttribute("rel", "noopener noreferrer");
        return anchor;
    }

    Optional<Component> person(PersonId id) {
        return showing.portal().people.find(id).map(Person::name).map(name -> Elements.div("row person", Elements.avatar(name), Elements.text("name", name)));
    }

    private Component yes(Field<?> field, Object value) {
        String text = showing.one(field, field.kind(), value);
        return Boolean.TRUE.equals(value) ? Elements.div("row yes", Elements.icon("check"), Elements.text("", text)) : Elements.text("quiet", text);
    }

    /// A moment as short as it can be, in full as its title.
    Function<NativeTableCell, Consumer<Document>> moment(Function<Document, Optional<Instant>> of) {
        return cell -> {
            Text text = new Text("");
            cell.add(text);
            return document -> {
                Optional<Instant> moment = of.apply(document);
                text.setText(moment.map(showing::brief).orElse(""));
                cell.getElement().setAttribute("title", moment.map(showing::full).orElse(""));
            };
        };
    }

    Function<NativeTableCell, Consumer<Document>> text(Function<Document, String> of) {
        return cell -> {
            Text text = new Text("");
            cell.add(text);
            return document -> {
                String value = of.apply(document);
                text.setText(value);
                cell.getElement().setAttribute("title", value);
            };
        };
    }

    private static void titled(NativeTableCell cell, Optional<? extends Component> content, String title) {
        replace(cell, content);
        cell.getElement().setAttribute("title", title);
    }

    static void replace(NativeTableCell cell, Optional<? extends Component> content) {
        cell.removeAll();
        content.ifPresent(cell::add);
    }
}
