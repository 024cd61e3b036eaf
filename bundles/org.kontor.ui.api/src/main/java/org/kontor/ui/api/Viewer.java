package org.kontor.ui.api;

import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.Notation;
import org.kontor.api.labels.Label;
import org.kontor.api.people.Actor;
import org.kontor.api.people.Person;
import org.osgi.annotation.versioning.ProviderType;

/// Who looks, in one open browser tab, and what can be done there.
@ProviderType
public interface Viewer {

    Person person();

    /// To be named in reads and writes.
    Actor actor();

    /// A label in the viewer's language.
    String text(Label label);

    /// Language, zone and country for reading and showing values.
    Notation.Habits habits();

    /// Goes to an address of the portal, as in `lead` or `settings/modules`.
    void go(String path);

    /// Opens a document's card over the page.
    void open(DocumentRef document);

    /// Tells something shortly, at the edge of the screen.
    void tell(Label message);

    /// Runs `update` in this tab from any thread; what it changes is pushed to the browser. Ignored when the tab is gone.
    void later(Runnable update);
}
