package org.kontor.notifications;

import java.util.List;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Kind;
import org.kontor.api.people.PersonId;

/// The type of notifications and its fields. A notification is a document that belongs to whom it tells.
public interface Notification {
    String TYPE = "notification";

    Field<String> TEXT = Field.text("text").asRequired().asListed();
    Field<PersonId> RECIPIENT = Field.of("recipient", new Kind.User()).asListed();

    /// What it is about.
    Field<DocumentRef> ABOUT = Field.of("about", new Kind.Link(List.of()));

    Field<Boolean> READ = Field.of("read", new Kind.YesNo());
}
