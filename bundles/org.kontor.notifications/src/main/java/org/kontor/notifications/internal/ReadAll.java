package org.kontor.notifications.internal;

import java.util.List;
import java.util.Optional;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.Documents;
import org.kontor.api.documents.Draft;
import org.kontor.api.documents.Filter;
import org.kontor.api.documents.Query;
import org.kontor.api.documents.Slice;
import org.kontor.api.documents.Values;
import org.kontor.api.jobs.Job;
import org.kontor.api.jobs.JobId;
import org.kontor.api.jobs.Work;
import org.kontor.api.people.Actor;
import org.kontor.api.people.PersonId;
import org.kontor.notifications.Notification;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Marks everything a person was told up to a notification as read; the work's key is the person's number, its payload the notification's.
@Component
@JobId(ReadAll.ID)
public final class ReadAll implements Job {
    static final String ID = "notifications.read-all";
    private static final int AT_ONCE = 100;

    private final Documents documents;

    @Activate
    public ReadAll(@Reference Documents documents) {
        this.documents = documents;
    }

    @Override
    public void run(Work work) {
        PersonId person = new PersonId(Long.parseLong(work.key()));
        Actor actor = new Actor.Human(person);
        Filter meant = Filter.equal(Notification.RECIPIENT, person)
                .and(new Filter.Not(Filter.equal(Notification.READ, true)))
                .and(new Filter.Compare("id", Filter.Operator.AT_MOST, Long.parseLong(work.payload())));
        Query query = Query.newest(Notification.TYPE).where(meant).limited(AT_ONCE);
        Optional<String> next = Optional.empty();
        do {
            Slice some = documents.find(next.map(query::from).orElse(query), actor);
            mark(some.documents(), actor);
            next = some.next();
        } while (next.isPresent());
    }

    private void mark(List<Document> some, Actor actor) {
        some.forEach(each -> documents.change(each.ref(), Draft.of(Values.none().with(Notification.READ, true)), actor));
    }
}
