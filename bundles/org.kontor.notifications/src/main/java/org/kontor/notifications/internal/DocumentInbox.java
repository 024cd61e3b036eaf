package org.kontor.notifications.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.Documents;
import org.kontor.api.documents.Draft;
import org.kontor.api.documents.Filter;
import org.kontor.api.documents.Query;
import org.kontor.api.documents.Values;
import org.kontor.api.jobs.Jobs;
import org.kontor.api.people.Actor;
import org.kontor.api.people.PersonId;
import org.kontor.notifications.Inbox;
import org.kontor.notifications.Notification;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// The inbox over documents.
@Component
public final class DocumentInbox implements Inbox {
    private final Documents documents;
    private final Jobs jobs;

    @Activate
    public DocumentInbox(@Reference Documents documents, @Reference Jobs jobs) {
        this.documents = documents;
        this.jobs = jobs;
    }

    @Override
    public List<Document> latest(Actor actor) {
        Optional<PersonId> person = actor.person();
        return person.isEmpty()
                ? List.of()
                : documents.find(Query.newest(Notification.TYPE).where(Filter.equal(Notification.RECIPIENT, person.get())).limited(RECENT), actor).documents();
    }

    @Override
    public void read(DocumentRef notification, Actor actor) {
        documents.get(notification, actor)
                .filter(document -> actor.person().isPresent() && document.get(Notification.RECIPIENT).equals(actor.person()))
                .filter(DocumentInbox::unread)
                .ifPresent(document -> mark(document, actor));
    }

    @Override
    public void readAll(Actor actor) {
        List<Document> latest = latest(actor);
        if (!latest.isEmpty()) {
            String person = Long.toString(actor.person().orElseThrow().value());
            jobs.at(Instant.now(), ReadAll.ID, person, Long.toString(latest.getFirst().ref().id()));
        }
    }

    private void mark(Document document, Actor actor) {
        documents.change(document.ref(), Draft.of(Values.none().with(Notification.READ, true)), actor);
    }

    private static boolean unread(Document document) {
        return !document.get(Notification.READ).orElse(false);
    }
}
