package org.kontor.api.workflow;

import java.time.Instant;
import org.kontor.api.documents.Document;
import org.kontor.api.people.Actor;

/// The use of an activity in a run. `key` is the same at every attempt of this step and of no other; `document` is what the robot works for,
/// as it is now; `actor` is to be named in writes; `attempt` starts at 1; `now` is the time of the runtime's clock.
public record Step(String key, Document document, Actor actor, int attempt, Instant now) {}
