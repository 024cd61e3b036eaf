package org.kontor.core.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.kontor.api.people.Actor;
import org.kontor.api.people.People;
import org.kontor.api.people.Person;
import org.kontor.api.people.PersonId;
import org.kontor.api.people.Role;
import org.kontor.api.people.TokenScope;
import org.kontor.api.people.Tokens;
import org.kontor.storage.Database;
import org.kontor.storage.Row;
import org.kontor.storage.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Tokens in a table, by the digest of their secret.
@Component
public final class JdbcTokens implements Tokens {
    private static final Duration PRECISION = Duration.ofMinutes(1);

    private final Database database;
    private final People people;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public JdbcTokens(@Reference Database database, @Reference JdbcPeople people) {
        this.database = database;
        this.people = people;
    }

    @Override
    public Issued issue(PersonId owner, String name, TokenScope scope, Actor actor) {
        if (!mayManage(owner, actor)) {
            throw new IllegalArgumentException("only the owner or an administrator may issue a token for person " + owner.value());
        }
        if (name.isBlank() || name.length() > 100) {
            throw new IllegalArgumentException("the name of a token must have 1 to 100 characters, not " + name.length());
        }
        String secret = "kontor_" + Secrets.key();
        Instant now = clock.instant();
        long id = database.write(tx -> tx.insert(Sql.of("insert into person_token (key_hash, person, name, scope, issued) values (?, ?, ?, ?, ?)",
                Secrets.digest(secret), owner.value(), name.strip(), scope.name(), now), "id"));
        return new Issued(new Token(id, name.strip(), scope, now, Optional.empty()), secret);
    }

    @Override
    public Optional<Actor.Client> actor(String secret) {
        String hash = Secrets.digest(secret);
        record Found(Actor.Client client, Optional<Instant> used) {}
        Optional<Found> found = database.read(tx -> tx.one(Sql.of("select person, name, scope, used from person_token where key_hash = ?", hash), row ->
                new Found(new Actor.Client(new PersonId(row.number("person")), row.text("name"), TokenScope.valueOf(row.text("scope"))), row.optionalMoment("used"))))
                .filter(token -> people.find(token.client().owner()).filter(Person::active).isPresent());
        Instant now = clock.instant();
        if (found.filter(token -> token.used().filter(used -> used.plus(PRECISION).isAfter(now)).isEmpty()).isPresent()) {
            database.write(tx -> tx.update(Sql.of("update person_token set used = ? where key_hash = ?", now, hash)));
        }
        return found.map(Found::client);
    }

    @Override
    public List<Token> of(PersonId owner) {
        return database.read(tx -> tx.query(Sql.of("select id, name, scope, issued, used from person_token where person = ? order by id desc", owner.value()), JdbcTokens::token));
    }

    @Override
    public void revoke(long tokenId, Actor actor) {
        Optional<PersonId> owner = database.read(tx -> tx.one(Sql.of("select person from person_token where id = ?", tokenId), row -> new PersonId(row.number("person"))));
        if (owner.filter(person -> mayManage(person, actor)).isPresent()) {
            database.write(tx -> tx.update(Sql.of("delete from person_token where id = ?", tokenId)));
        }
    }

    private boolean mayManage(PersonId owner, Actor actor) {
        return switch (actor) {
            case Actor.Robot _ -> true;
            case Actor.Client _ -> false;
            case Actor.Human human -> human.id().equals(owner) || people.find(human.id()).filter(person -> person.active() && person.role() == Role.ADMINISTRATOR).isPresent();
        };
    }

    private static Token token(Row row) {
        return new Token(row.number("id"), row.text("name"), TokenScope.valueOf(row.text("scope")), row.moment("issued"), row.optionalMoment("used"));
    }
}
