package org.kontor.contacts.internal;

import java.util.List;
import java.util.Optional;
import org.kontor.api.documents.DocumentShape;
import org.kontor.api.documents.DocumentType;
import org.kontor.contacts.Contact;
import org.osgi.service.component.annotations.Component;

/// Declares contacts.
@Component
public final class ContactShape implements DocumentShape {
    private static final DocumentType TYPE = new DocumentType(
            Contact.TYPE,
            "users",
            List.of(Contact.NAME, Contact.SALUTATION, Contact.POSITION, Contact.COMPANY, Contact.PHONES, Contact.EMAILS, Contact.WEB, Contact.KIND, Contact.SOURCE,
                    Contact.BIRTHDAY, Contact.ADDRESS, Contact.PHOTO, Contact.RESPONSIBLE, Contact.COMMENTS),
            Contact.NAME,
            Optional.of(Contact.RESPONSIBLE),
            Optional.empty(),
            true);

    @Override
    public DocumentType type() {
        return TYPE;
    }
}
