package org.kontor.api.workflow;

import java.util.Set;
import org.kontor.api.documents.DocumentRef;
import org.osgi.annotation.versioning.ConsumerType;

/// Is told, soon after the commit, that runs of documents went on: for open cards. A service; at most once, return quickly.
@ConsumerType
@FunctionalInterface
public interface RunChanged {
    void changed(Set<DocumentRef> documents);
}
