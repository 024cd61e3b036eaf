package org.kontor.core.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.kontor.api.people.Person;
import org.kontor.api.people.PersonId;
import org.kontor.api.people.Sessions;
import org.kontor.api.people.SignIn;
import org.kontor.storage.Database;
import org.kontor.storage.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Sessions in a table, by the digest of their key; the last use is written at most once a minute.
@Component
public final class JdbcSessions implements Sessions {
    private static final Duration LIFE = Duration.ofHours(12);
    private static final Duration PRECISION = Duration.ofMinutes(1);

    private static final int LONGEST_PASSWORD = 201;
    private static final int CHECKS_AT_ONCE = 4;

    private record Session(PersonId person, Instant used) {}

    private final Database database;
    private final JdbcPeople people;
    private final Clock clock;
    private final Throttle throttle;
    private final Semaphore checks = new Semaphore(CHECKS_AT_ONCE, true);
    private final String nobody = Secrets.hash(Secrets.key());

    @Activate
    public JdbcSessions(@Reference Database database, @Reference JdbcPeople people) {
        this(database, people, Clock.systemUTC());
    }

    JdbcSessions(Database database, JdbcPeople people, Clock clock) {
        this.database = database;
        this.people = people;
        this.clock = clock;
        this.throttle = new Throttle(clock);
    }

    @Override
    public SignIn signIn(String login, String password, String address) {
        String byLogin = "login:" + login.strip().toLowerCase(Locale.ROOT);
        String byAddress = "address:" + address;
        Optional<Duration> pause = throttle.pause(byAddress).or(() -> throttle.begin(byLogin));
        if (pause.isPresent()) {
            return new SignIn.Slowed(pause.get());
        }
        Optional<Person> person = people.byLogin(login).filter(Person::active);
        boolean right = matches(password, person.map(Person::id).map(people::hash).orElse(nobody));
        if (person.isEmpty() || !right) {
            throttle.failed(byAddress);
            return new SignIn.Wrong();
        }
        throttle.succeeded(byLogin);
        throttle.succeeded(byAddress);
        String key = Secrets.key();
        database.write(tx -> {
            tx.update(Sql.of("delete from person_session where used < ?", clock.instant().minus(LIFE)));
            return tx.update(Sql.of("insert into person_session (key_hash, person, used) values (?, ?, ?)", Secrets.digest(key), person.get().id().value(), clock.instant()));
        });
        return new SignIn.Welcome(person.get(), key);
    }

    /// A few at a time: each check takes 19 MB for a moment. What is too long for a password is cut, so that it costs no more.
    private boolean matches(String password, String hash) {
        checks.acquireUninterruptibly();
        try {
            return Secrets.matches(password.length() > LONGEST_PASSWORD ? password.substring(0, LONGEST_PASSWORD) : password, hash);
        } finally {
            checks.release();
        }
    }

    @Override
    public Optional<Person> person(String sessionKey) {
        String hash = Secrets.digest(sessionKey);
        Sql wanted = Sql.of("select person, used from person_session where key_hash = ?", hash);
        Instant now = clock.instant();
        Optional<Session> session = database.read(tx -> tx.one(wanted, row -> new Session(new PersonId(row.number("person")), row.moment("used"))))
                .filter(found -> found.used().plus(LIFE).isAfter(now));
        if (session.filter(found -> found.used().plus(PRECISION).isBefore(now)).isPresent()) {
            database.write(tx -> tx.update(Sql.of("update person_session set used = ? where key_hash = ?", now, hash)));
        }
        return session.map(Session::person).flatMap(people::find).filter(Person::active);
    }

    @Override
    public void signOut(String sessionKey) {
        database.write(tx -> tx.update(Sql.of("delete from person_session where key_hash = ?", Secrets.digest(sessionKey))));
    }
}
