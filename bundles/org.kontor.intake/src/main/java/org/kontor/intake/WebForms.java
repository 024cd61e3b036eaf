package org.kontor.intake;

import java.util.List;
import java.util.Optional;
import org.kontor.api.documents.Refusal;
import org.kontor.api.people.Actor;
import org.kontor.api.people.PersonId;
import org.osgi.annotation.versioning.ProviderType;

/// The web forms there are, and what an administrator decided about them.
@ProviderType
public interface WebForms {

    /// What is decided about a form: whether the public sees it, who becomes responsible for what comes in, and which sites (as in
    /// `https://example.org`) may show it inside their pages.
    record Settings(boolean on, Optional<PersonId> responsible, List<String> sites) {
        /// As long as nobody decided: closed.
        public static final Settings NONE = new Settings(false, Optional.empty(), List.of());

        public Settings {
            sites = List.copyOf(sites);
        }
    }

    /// All forms by id.
    List<WebForm> all();

    Optional<WebForm> find(String formId);

    Settings settings(String formId);

    /// Decides about a form. Needs the permission to administer.
    ///
    /// @return reasons against; empty when it is kept
    List<Refusal> decide(String formId, Settings settings, Actor actor);
}
