package org.kontor.api.documents;

import org.osgi.annotation.versioning.ProviderType;

/// Tells whether one document passes a filter, in memory, with the same meaning as in a query.
@ProviderType
public interface Conditions {
    boolean passes(Filter filter, Document document);
}
