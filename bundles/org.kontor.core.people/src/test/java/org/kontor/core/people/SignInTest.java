package org.kontor.core.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.kontor.api.labels.Label;
import org.kontor.api.people.Actor;
import org.kontor.api.people.Enrolment;
import org.kontor.api.people.NewPerson;
import org.kontor.api.people.Person;
import org.kontor.api.people.Role;
import org.kontor.api.people.SignIn;
import org.kontor.api.people.TokenScope;
import org.kontor.api.people.Tokens;
import org.kontor.storage.Engine;
import org.kontor.storage.Sql;
import org.kontor.testkit.MovableClock;
import org.kontor.testkit.TestDatabase;

@ParameterizedClass
@EnumSource(Engine.class)
class SignInTest {
    private static final Actor SETUP = new Actor.Robot("test");

    private final TestDatabase database;
    private final MovableClock clock = MovableClock.at("2026-11-24T10:00:00Z");
    private final JdbcPeople people;
    private final JdbcSessions sessions;
    private final JdbcTokens tokens;
    private final Person anna;

    SignInTest(Engine engine) {
        database = TestDatabase.open(engine);
        people = new JdbcPeople(database.database(), database.folder());
        sessions = new JdbcSessions(database.database(), people, clock);
        tokens = new JdbcTokens(database.database(), people);
        anna = ((Enrolment.Done) people.enrol(fresh("Anna", "annas secret"), SETUP)).person();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void leavesTheFirstAdministratorAPasswordUntilItIsChanged() throws Exception {
        String password = Files.readString(database.folder().resolve("first-password.txt"));
        Person admin = ((SignIn.Welcome) sessions.signIn("admin", password, "local")).person();

        people.changePassword(admin.id(), password, "another secret", new Actor.Human(admin.id()));

        assertThat(admin.role()).isEqualTo(Role.ADMINISTRATOR);
        assertThat(database.folder().resolve("first-password.txt")).doesNotExist();
    }

    @Test
    void keepsNoPasswordButItsHash() {
        String kept = database.database().read(tx -> tx.one(Sql.of("select password from person where login = 'anna'"), row -> row.text("password"))).orElseThrow();

        assertThat(kept).startsWith("argon2id$19456$2$").doesNotContain("secret");
    }

    @Test
    void knowsALoginInAnyCase() {
        assertThat(sessions.signIn(" ANNA ", "annas secret", "local")).isInstanceOf(SignIn.Welcome.class);
        assertThat(people.enrol(fresh("aNNa", "another secret"), SETUP)).isEqualTo(new Enrolment.Refused(Label.of("people.login-taken", "anna")));
    }

    @Test
    void answersTheSameForAWrongPasswordAndAnUnknownLogin() {
        assertThat(sessions.signIn("anna", "wrong", "a")).isEqualTo(sessions.signIn("nobody", "wrong", "b")).isEqualTo(new SignIn.Wrong());
    }

    @Test
    void slowsDownWhoGuesses() {
        for (int i = 0; i < 5; i++) {
            assertThat(sessions.signIn("anna", "wrong " + i, "address " + i)).isEqualTo(new SignIn.Wrong());
        }

        assertThat(sessions.signIn("anna", "annas secret", "elsewhere")).isEqualTo(new SignIn.Slowed(Duration.ofSeconds(1)));
        clock.advance(Duration.ofSeconds(2));
        assertThat(sessions.signIn("anna", "wrong", "elsewhere")).isEqualTo(new SignIn.Wrong());
        assertThat(sessions.signIn("anna", "annas secret", "elsewhere")).isEqualTo(new SignIn.Slowed(Duration.ofSeconds(2)));
        clock.advance(Duration.ofSeconds(3));
        assertThat(sessions.signIn("anna", "annas secret", "elsewhere")).isInstanceOf(SignIn.Welcome.class);
    }

    @Test
    void slowsDownAnAddressThatTriesManyLogins() {
        for (int i = 0; i < 5; i++) {
            sessions.signIn("somebody" + i, "wrong", "203.0.113.9");
        }

        assertThat(sessions.signIn("anna", "annas secret", "203.0.113.9")).isInstanceOf(SignIn.Slowed.class);
        assertThat(sessions.signIn("anna", "annas secret", "203.0.113.10")).isInstanceOf(SignIn.Welcome.class);
    }

    @Test
    void endsASessionTwelveHoursAfterItsLastUse() {
        String key = key();

        clock.advance(Duration.ofHours(11));
        assertThat(sessions.person(key)).contains(anna);
        clock.advance(Duration.ofHours(11));
        assertThat(sessions.person(key)).contains(anna);
        clock.advance(Duration.ofHours(12).plusSeconds(1));
        assertThat(sessions.person(key)).isEmpty();
    }

    @Test
    void endsASessionAtSignOut() {
        String key = key();

        sessions.signOut(key);

        assertThat(sessions.person(key)).isEmpty();
    }

    @Test
    void endsAllSessionsWhenThePasswordChanges() {
        String key = key();

        assertThat(people.changePassword(anna.id(), "annas secret", "a new secret", new Actor.Human(anna.id()))).isInstanceOf(Enrolment.Done.class);

        assertThat(sessions.person(key)).isEmpty();
    }

    @Test
    void endsAllSessionsForGoodWhenThePersonLeaves() {
        String key = key();

        people.change(with(anna, false), SETUP);
        assertThat(sessions.person(key)).isEmpty();
        people.change(with(anna, true), SETUP);

        assertThat(sessions.person(key)).isEmpty();
    }

    @Test
    void keepsSessionsOverARestart() {
        String key = key();

        JdbcPeople again = new JdbcPeople(database.database(), database.folder());

        assertThat(new JdbcSessions(database.database(), again, clock).person(key)).contains(anna);
    }

    @Test
    void keepsTheLastAdministrator() {
        Person admin = people.byLogin("admin").orElseThrow();

        assertThat(people.change(with(admin, false), SETUP)).isEqualTo(new Enrolment.Refused(Label.of("people.last-administrator")));
    }

    @Test
    void letsAProgramActForItsOwnerWithinItsScope() {
        Tokens.Issued issued = tokens.issue(anna.id(), "script", TokenScope.READ, new Actor.Human(anna.id()));

        assertThat(tokens.actor(issued.secret())).contains(new Actor.Client(anna.id(), "script", TokenScope.READ));
        assertThat(tokens.of(anna.id())).singleElement().satisfies(token -> assertThat(token.lastUsed()).isPresent());
        tokens.revoke(issued.token().id(), new Actor.Human(anna.id()));
        assertThat(tokens.actor(issued.secret())).isEmpty();
    }

    @Test
    void takesATokenFromWhoLeft() {
        String secret = tokens.issue(anna.id(), "script", TokenScope.WRITE, new Actor.Human(anna.id())).secret();

        people.change(with(anna, false), SETUP);

        assertThat(tokens.actor(secret)).isEmpty();
    }

    @Test
    void letsNobodyIssueATokenForSomebodyElse() {
        Person ivan = ((Enrolment.Done) people.enrol(fresh("ivan", "ivans secret"), SETUP)).person();

        assertThatThrownBy(() -> tokens.issue(anna.id(), "script", TokenScope.READ, new Actor.Human(ivan.id()))).hasMessageStartingWith("only the owner or an administrator");
    }

    @Test
    void letsNoTokenChangeItsOwner() {
        Actor client = new Actor.Client(anna.id(), "script", TokenScope.WRITE);

        assertThat(people.changePassword(anna.id(), "annas secret", "stolen secret", client)).isEqualTo(new Enrolment.Refused(Label.of("people.no-right")));
        assertThat(people.change(anna, client)).isEqualTo(new Enrolment.Refused(Label.of("people.no-right")));
    }

    private String key() {
        return ((SignIn.Welcome) sessions.signIn("anna", "annas secret", "local")).sessionKey();
    }

    private static NewPerson fresh(String login, String password) {
        return new NewPerson(login, login, login + "@example.org", Role.EMPLOYEE, Optional.empty(), Locale.ENGLISH, ZoneOffset.UTC, password);
    }

    private static Person with(Person person, boolean active) {
        return new Person(person.id(), person.login(), person.name(), person.email(), person.role(), person.boss(), person.language(), person.zone(), active);
    }
}
