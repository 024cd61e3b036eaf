package org.kontor.testkit.portal;

import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.time.ZoneOffset;
import org.apache.felix.framework.FrameworkFactory;
import org.kontor.api.access.Access;
import org.kontor.api.documents.DocumentShape;
import org.kontor.api.documents.DocumentTypes;
import org.kontor.api.documents.Documents;
import org.kontor.api.documents.Notation;
import org.kontor.api.documents.Once;
import org.kontor.api.jobs.Job;
import org.kontor.api.jobs.Jobs;
import org.kontor.api.labels.Labels;
import org.kontor.api.people.Actor;
import org.kontor.api.people.Enrolment;
import org.kontor.api.people.NewPerson;
import org.kontor.api.people.People;
import org.kontor.api.people.Person;
import org.kontor.api.people.Role;
import org.kontor.api.people.TokenScope;
import org.kontor.api.people.Tokens;
import org.kontor.core.access.RoleAccess;
import org.kontor.core.documents.JdbcDocuments;
import org.kontor.core.documents.TextNotation;
import org.kontor.core.documents.TypeRegistry;
import org.kontor.core.documents.once.KeptAnswers;
import org.kontor.core.events.Reactions;
import org.kontor.core.jobs.JdbcJobs;
import org.kontor.core.jobs.JobRunner;
import org.kontor.core.people.JdbcPeople;
import org.kontor.core.people.JdbcTokens;
import org.kontor.storage.Engine;
import org.kontor.testkit.ClassPathLabels;
import org.kontor.testkit.TestDatabase;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;

/// The core of a portal in the process of a test: real services over a database of its own, in a framework without bundles. Shapes,
/// jobs, guards and reactions are registered as services, as in the real one; texts are those of the named bundles on the class path.
public final class TestPortal implements AutoCloseable {
    private static final Actor TEST = new Actor.Robot("test");

    private final TestDatabase database;
    private final Framework framework;
    private final Labels labels;
    private final JdbcPeople people;
    private final Access access;
    private final TypeRegistry types;
    private final Notation notation;
    private final Documents documents;
    private final Tokens tokens;
    private final Jobs jobs;
    private final Once once;

    private TestPortal(Engine engine, String... labelled) {
        database = TestDatabase.open(engine);
        framework = framework();
        labels = new ClassPathLabels(labelled);
        BundleContext context = context();
        people = new JdbcPeople(context, database.database());
        access = new RoleAccess(context, database.database(), people);
        types = new TypeRegistry(context, database.database());
        notation = new TextNotation(labels, people, types);
        documents = new JdbcDocuments(context, database.database(), database.journal(), types, access, notation);
        tokens = new JdbcTokens(database.database(), people);
        jobs = new JdbcJobs(database.database(), new JobRunner(context, database.database()));
        once = new KeptAnswers(database.database());
        new Reactions(context, database.database(), database.journal());
    }

    /// Opens a portal that knows the given types.
    public static TestPortal open(Engine engine, List<DocumentShape> shapes, String... labelled) {
        TestPortal portal = new TestPortal(engine, labelled);
        shapes.forEach(shape -> portal.register(DocumentShape.class, shape, Map.of()));
        return portal;
    }

    private Framework framework() {
        try {
            Framework fresh = new FrameworkFactory().newFramework(Map.of(
                    Constants.FRAMEWORK_STORAGE, database.folder().resolve("cache").toString(),
                    "felix.log.level", "0",
                    "kontor.data", database.folder().toString()));
            fresh.start();
            return fresh;
        } catch (BundleException e) {
            throw new IllegalStateException("the framework for tests does not start", e);
        }
    }

    public BundleContext context() {
        return framework.getBundleContext();
    }

    /// Registers a service, as a component would be.
    public <S> void register(Class<S> type, S service, Map<String, String> properties) {
        Dictionary<String, Object> all = new Hashtable<>(properties);
        context().registerService(type, service, all);
    }

    /// Registers a job under its id.
    public void register(String jobId, Job job) {
        register(Job.class, job, Map.of("kontor.job.id", jobId));
    }

    /// Adds an employee with the password `password`.
    public Person employee(String login) {
        return enrol(login, Role.EMPLOYEE);
    }

    public Person administrator(String login) {
        return enrol(login, Role.ADMINISTRATOR);
    }

    private Person enrol(String login, Role role) {
        NewPerson person = new NewPerson(login, login, login + "@example.org", role, Optional.empty(), Locale.ENGLISH, ZoneOffset.UTC, "password");
        return ((Enrolment.Done) people.enrol(person, TEST)).person();
    }

    /// The secret of a new token.
    public String token(Person owner, TokenScope scope) {
        return tokens.issue(owner.id(), "test token", scope, TEST).secret();
    }

    public TestDatabase database() {
        return database;
    }

    public Labels labels() {
        return labels;
    }

    public People people() {
        return people;
    }

    public Access access() {
        return access;
    }

    public DocumentTypes types() {
        return types;
    }

    public Notation notation() {
        return notation;
    }

    public Documents documents() {
        return documents;
    }

    public Tokens tokens() {
        return tokens;
    }

    public Jobs jobs() {
        return jobs;
    }

    public Once once() {
        return once;
    }

    @Override
    public void close() {
        try {
            framework.stop();
            framework.waitForStop(10_000);
        } catch (BundleException | InterruptedException e) {
            throw new IllegalStateException("the framework for tests does not stop", e);
        }
        database.close();
    }
}
