package org.kontor.ui.shell.internal.card;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Phone;
import org.kontor.api.files.FileRef;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.parts.ShownFile;

/// How a value looks on the card: as a link where it leads somewhere, else as text, a chip, or a person's name with initials; of several values each in its own way.
record ShownValue(Field<?> field, Object value, String text, OpenDocument open) {

    /// Where it leads, if it does: to a telephone, a mail, the web, another card, a file.
    Optional<Component> link() {
        if (value instanceof List<?> many && field.kind() instanceof Kind.Many<?> kind) {
            return leads(kind.of()) ? Optional.of(all(many, field.withKind(kind.of()))) : Optional.empty();
        }
        return switch (value) {
            case Phone phone -> Optional.of(new Anchor("tel:" + phone.number(), text));
            case URI uri -> Optional.of(web(uri));
            case DocumentRef ref -> Optional.of(Elements.link(ref.toString(), Elements.text("", text)));
            case FileRef file -> Optional.of(file(file));
            case String mail when field.kind() instanceof Kind.Email -> Optional.of(new Anchor("mailto:" + mail, text));
            default -> Optional.empty();
        };
    }

    private static boolean leads(Kind<?> kind) {
        return kind instanceof Kind.PhoneNumber || kind instanceof Kind.WebLink || kind instanceof Kind.Link || kind instanceof Kind.Attachment || kind instanceof Kind.Email;
    }

    private Component all(List<?> many, Field<?> one) {
        Div lines = Elements.div("value-lines");
        many.forEach(each -> new ShownValue(one, each, open.shown(one, each), open).link().ifPresent(lines::add));
        return lines;
    }

    private Component file(FileRef file) {
        ShownFile shown = new ShownFile(file, Optional.of(open.ref()), open.tab(), open.portal());
        Div all = Elements.div("shown-file");
        if (shown.pictured()) {
            all.add(shown.thumbnail(() -> new FileDialog(open, field, shown).open()));
        }
        all.add(Elements.div("row wrap", shown.link(), Elements.text("quiet small", shown.size()),
                Elements.test(Elements.iconButton("history", open.tab().text(org.kontor.api.labels.Label.of("file.versions-of", file.name())), () -> new FileDialog(open, field, shown).open()), "file-versions")));
        return all;
    }

    private Anchor web(URI uri) {
        Anchor anchor = new Anchor(uri.toString(), text.replaceFirst("^https?://", ""));
        anchor.setTarget("_blank");
        anchor.getElement().setAttribute("rel", "noopener noreferrer");
        return anchor;
    }

    void into(HasComponents holder) {
        if (value instanceof List<?> many && field.kind() instanceof Kind.Many<?> kind && (kind.of() instanceof Kind.Choice || kind.of() instanceof Kind.User)) {
            com.vaadin.flow.component.html.Span chips = Elements.text("chips", "");
            many.forEach(each -> chips.add(Elements.text("chip", open.shown(field.withKind(kind.of()), each))));
            holder.add(chips);
            return;
        }
        if (field.kind() instanceof Kind.User) {
            holder.add(Elements.avatar(text));
        }
        holder.add(Elements.text(field.kind() instanceof Kind.Choice ? "chip" : "", text));
    }
}
