package org.kontor.api.access;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kontor.api.people.PersonId;

/// How far one actor may do one operation with the documents of a type, everything taken together: roles, stages, departments.
///
/// `elsewhere` holds where `stages` says nothing; `stages` is empty when no stage differs. `person` is whose documents are one's own, none for a
/// robot. `department` and `below` are the persons whose documents count for [Reach#DEPARTMENT] and [Reach#SUBDEPARTMENTS], the person
/// among them; they may be empty when no reach asks for them.
public record Grant(Optional<PersonId> person, Reach elsewhere, Map<String, Reach> stages, Set<PersonId> department, Set<PersonId> below) {

    /// The same reach in every stage.
    public static Grant of(Optional<PersonId> person, Reach reach) {
        return new Grant(person, reach, Map.of(), Set.of(), Set.of());
    }

    /// How far it reaches in a stage, or for documents without one.
    public Reach at(Optional<String> stage) {
        return stage.map(stages::get).orElse(elsewhere);
    }

    /// The widest reach of any stage: [Reach#NONE] only when there is nothing at all.
    public Reach widest() {
        return stages.values().stream().reduce(Reach::or).orElse(elsewhere);
    }

    /// Whether a document is within.
    public boolean covers(Subject document) {
        return switch (at(document.stage())) {
            case NONE -> false;
            case OWN -> owned(document, Set.of());
            case DEPARTMENT -> owned(document, department);
            case SUBDEPARTMENTS -> owned(document, below);
            case OPEN -> document.open() || owned(document, below);
            case ALL -> true;
        };
    }

    private boolean owned(Subject document, Set<PersonId> others) {
        return document.owner().isPresent() && (document.owner().equals(person) || others.contains(document.owner().get()));
    }
}
