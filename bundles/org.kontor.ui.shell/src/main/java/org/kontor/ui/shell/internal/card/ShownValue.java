package org.kontor.ui.shell.internal.card;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.html.Anchor;
import java.net.URI;
import java.util.Optional;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Phone;
import org.kontor.ui.shell.internal.parts.Elements;

/// How a value looks on the card: as a link where it leads somewhere, else as text, a chip, or a person's name with initials.
record ShownValue(Field<?> field, Object value, String text) {

    /// Where it leads, if it does: to a telephone, a mail, the web, another card.
    Optional<Component> link() {
        return switch (value) {
            case Phone phone -> Optional.of(new Anchor("tel:" + phone.number(), text));
            case URI uri -> Optional.of(web(uri));
            case DocumentRef ref -> Optional.of(Elements.link(ref.toString(), Elements.text("", text)));
            case String mail when field.kind() instanceof Kind.Email -> Optional.of(new Anchor("mailto:" + mail, text));
            default -> Optional.empty();
        };
    }

    private Anchor web(URI uri) {
        Anchor anchor = new Anchor(uri.toString(), text.replaceFirst("^https?://", ""));
        anchor.setTarget("_blank");
        anchor.getElement().setAttribute("rel", "noopener noreferrer");
        return anchor;
    }

    void into(HasComponents holder) {
        if (field.kind() instanceof Kind.User) {
            holder.add(Elements.avatar(text));
        }
        holder.add(Elements.text(field.kind() instanceof Kind.Choice ? "chip" : "", text));
    }
}
