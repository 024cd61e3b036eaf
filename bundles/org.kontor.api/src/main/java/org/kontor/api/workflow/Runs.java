package org.kontor.api.workflow;

import java.util.List;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.people.Actor;
import org.osgi.annotation.versioning.ProviderType;

/// What runs for documents.
@ProviderType
public interface Runs {

    /// The runs of a document, newest first, at most 50. Empty when the actor may not read it.
    List<RunState> of(DocumentRef document, Actor actor);

    /// Steps of a stage's robots that need somebody: refused, retrying, or with their activity away; newest first, at most 100.
    List<RunState> troubled(String typeId, Actor actor);

    /// Tries a step that was refused or is retrying again now. False when there is no such step or the actor may not configure.
    boolean retry(long runId, String robotId, Actor actor);
}
