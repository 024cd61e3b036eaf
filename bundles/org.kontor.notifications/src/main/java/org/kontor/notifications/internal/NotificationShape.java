package org.kontor.notifications.internal;

import java.util.List;
import java.util.Optional;
import org.kontor.api.access.Operation;
import org.kontor.api.access.Reach;
import org.kontor.api.documents.DocumentShape;
import org.kontor.api.documents.DocumentType;
import org.kontor.notifications.Notification;
import org.osgi.service.component.annotations.Component;

/// Declares notifications.
@Component
public final class NotificationShape implements DocumentShape {
    private static final DocumentType TYPE = new DocumentType(
            Notification.TYPE,
            "bell",
            List.of(Notification.TEXT, Notification.RECIPIENT, Notification.ABOUT, Notification.READ),
            Notification.TEXT,
            Optional.of(Notification.RECIPIENT),
            Optional.empty(),
            false);

    @Override
    public DocumentType type() {
        return TYPE;
    }

    /// Whom a notification tells reads it and nobody else; only robots write them.
    @Override
    public Reach employees(Operation operation) {
        return operation == Operation.CREATE ? Reach.NONE : Reach.OWN;
    }
}
