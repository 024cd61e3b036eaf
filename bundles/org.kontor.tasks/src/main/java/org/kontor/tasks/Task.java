package org.kontor.tasks;

import java.time.Instant;
import java.util.List;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Kind;
import org.kontor.api.people.PersonId;

/// The type of tasks and its fields.
public interface Task {
    String TYPE = "task";

    Field<String> TITLE = Field.text("title").asRequired().asListed();

    /// The document it is about, of any type.
    Field<DocumentRef> ABOUT = Field.of("about", new Kind.Link(List.of())).asListed();

    Field<PersonId> RESPONSIBLE = Field.of("responsible", new Kind.User()).asListed();
    Field<Instant> DEADLINE = Field.of("deadline", new Kind.Moment()).asListed();
    Field<String> DESCRIPTION = Field.longText("description");

    String OPEN = "open";
    String IN_WORK = "in-work";
    String DONE = "done";
}
