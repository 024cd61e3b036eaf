package org.kontor.notifications.internal;

import java.util.Optional;
import org.kontor.api.documents.Creation;
import org.kontor.api.documents.DocumentTypes;
import org.kontor.api.documents.Documents;
import org.kontor.api.documents.Values;
import org.kontor.api.labels.Label;
import org.kontor.api.people.People;
import org.kontor.api.people.Person;
import org.kontor.api.people.PersonId;
import org.kontor.api.workflow.Activity;
import org.kontor.api.workflow.ActivityId;
import org.kontor.api.workflow.Outcome;
import org.kontor.api.workflow.Step;
import org.kontor.notifications.Notification;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Tells somebody something about the document (ROB-18, ROB-24).
@Component
@ActivityId("notifications.notify")
public final class Notify implements Activity<Notify.Input> {

    /// Who is told.
    public enum Audience {
        RESPONSIBLE,
        BOSS,
        PERSON
    }

    public record Input(String text, Audience audience, Optional<PersonId> person) {}

    private final Documents documents;
    private final DocumentTypes types;
    private final People people;

    @Activate
    public Notify(@Reference Documents documents, @Reference DocumentTypes types, @Reference People people) {
        this.documents = documents;
        this.types = types;
        this.people = people;
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public Outcome run(Input input, Step step) {
        Optional<PersonId> responsible = types.require(step.document().ref().type()).responsible().flatMap(step.document()::get);
        Optional<PersonId> person = switch (input.audience()) {
            case RESPONSIBLE -> responsible;
            case BOSS -> responsible.flatMap(people::find).flatMap(Person::boss).or(() -> responsible);
            case PERSON -> input.person();
        };
        if (person.isEmpty()) {
            return new Outcome.Refused(Label.of("activity.notifications.notify.nobody"));
        }
        String text = input.text().length() > 250 ? input.text().substring(0, 249) + "…" : input.text();
        Values values = Values.none()
                .with(Notification.TEXT, text)
                .with(Notification.RECIPIENT, person.get())
                .with(Notification.ABOUT, step.document().ref())
                .with(Notification.READ, false);
        return switch (documents.create(Notification.TYPE, values, step.actor())) {
            case Creation.Created _ -> new Outcome.Done();
            case Creation.Refused refused -> new Outcome.Refused(refused.reasons().getFirst().reason());
            case Creation.Denied denied -> new Outcome.Refused(denied.rule());
        };
    }
}
