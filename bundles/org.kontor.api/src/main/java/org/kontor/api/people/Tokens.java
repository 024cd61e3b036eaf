package org.kontor.api.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/// Keys for programs that use the REST interface on behalf of a person. Kept as hashes.
@ProviderType
public interface Tokens {

    /// A token as its owner sees it in the list; the secret is shown only once, by [#issue].
    record Token(long id, String name, TokenScope scope, Instant issued, Optional<Instant> lastUsed) {}

    /// A new token and its secret.
    record Issued(Token token, String secret) {}

    /// Makes a token for `owner`. Only the owner or an administrator may ask.
    ///
    /// @throws IllegalArgumentException when the name is blank or longer than 100, or `actor` may not
    Issued issue(PersonId owner, String name, TokenScope scope, Actor actor);

    /// The actor behind a secret, if the token exists and its owner is active.
    Optional<Actor.Client> actor(String secret);

    /// The tokens of a person, newest first.
    List<Token> of(PersonId owner);

    /// Takes a token back at once. Ignored when `actor` is neither owner nor administrator.
    void revoke(long tokenId, Actor actor);
}
