package org.kontor.api.documents;

import org.kontor.api.people.Actor;
import org.osgi.annotation.versioning.ProviderType;

/// Tells whether one document passes a filter, in memory, with the same meaning as in a query; and filters as texts.
@ProviderType
public interface Conditions {

    /// Whether the document passes, of everything the portal holds: for what the portal does by itself.
    boolean passes(Filter filter, Document document);

    /// As above, where linked documents that `actor` may not read are as if they weren't there.
    boolean passes(Filter filter, Document document, Actor actor);

    /// A filter over documents of a type as text (JSON), exact: to be kept, or put into an address.
    String write(String typeId, Filter filter);

    /// Reads what [#write] wrote, and filters as robots' sheets held them before. A field that is gone meanwhile stays in the filter, with its value as text: no document passes
    /// there in memory, and a query refuses it.
    ///
    /// @throws IllegalArgumentException when the text is not a filter; the message says where
    Filter read(String typeId, String text);
}
