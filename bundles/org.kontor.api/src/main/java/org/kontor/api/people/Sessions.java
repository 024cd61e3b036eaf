package org.kontor.api.people;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/// Signing in and staying signed in.
///
/// Sessions are kept over restarts as hashes of their keys. A session ends 12 hours after its last use, when the person signs
/// out, leaves or gets another password.
@ProviderType
public interface Sessions {

    /// Tries to sign in.
    ///
    /// The answer and its time are the same for an unknown login and a wrong password. After five failures for a login or an
    /// `address` each further attempt is refused for a span that doubles from one second up to five minutes.
    SignIn signIn(String login, String password, String address);

    /// Whose session this is, while it lasts. Counts as use.
    Optional<Person> person(String sessionKey);

    /// Ends a session; unknown keys are ignored.
    void signOut(String sessionKey);
}
