package org.kontor.notifications;

import java.util.List;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.people.Actor;
import org.osgi.annotation.versioning.ProviderType;

/// What a person was told. Each method is about the person behind `actor`; a robot has no inbox.
@ProviderType
public interface Inbox {

    /// So many are looked at for what is new: the cost stays the same however many there are.
    int RECENT = 100;

    /// The latest notifications, newest first, at most [#RECENT].
    List<Document> latest(Actor actor);

    /// Marks one as read. Ignored when it is somebody else's, gone, or read already.
    void read(DocumentRef notification, Actor actor);

    /// Marks all as read that are there now, a moment later: as a job.
    void readAll(Actor actor);
}
