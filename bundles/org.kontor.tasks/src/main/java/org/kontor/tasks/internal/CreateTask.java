package org.kontor.tasks.internal;

import java.time.Duration;
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
import org.kontor.tasks.Task;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Creates a task about the document (ROB-16).
@Component
@ActivityId("tasks.create")
public final class CreateTask implements Activity<CreateTask.Input> {

    /// Who gets the task.
    public enum Audience {
        RESPONSIBLE,
        BOSS,
        PERSON
    }

    public record Input(String title, Audience audience, Optional<PersonId> person, Optional<Duration> within, Optional<String> description) {}

    private final Documents documents;
    private final DocumentTypes types;
    private final People people;

    @Activate
    public CreateTask(@Reference Documents documents, @Reference DocumentTypes types, @Reference People people) {
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
            return new Outcome.Refused(Label.of("activity.tasks.create.nobody"));
        }
        Values values = Values.none()
                .with(Task.TITLE, shortened(input.title()))
                .with(Task.ABOUT, step.document().ref())
                .with(Task.RESPONSIBLE, person.get())
                .with(Task.DEADLINE, input.within().map(step.now()::plus))
                .with(Task.DESCRIPTION, input.description());
        return switch (documents.create(Task.TYPE, values, step.actor())) {
            case Creation.Created created -> new Outcome.Made(created.document().ref());
            case Creation.Refused refused -> new Outcome.Refused(refused.reasons().getFirst().reason());
            case Creation.Denied denied -> new Outcome.Refused(denied.rule());
        };
    }

    private static String shortened(String title) {
        return title.length() > 250 ? title.substring(0, 249) + "…" : title;
    }
}
