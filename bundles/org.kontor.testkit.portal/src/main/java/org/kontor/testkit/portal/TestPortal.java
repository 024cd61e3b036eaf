package org.kontor.testkit.portal;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.felix.framework.FrameworkFactory;
import org.kontor.api.access.Access;
import org.kontor.api.access.Roles;
import org.kontor.api.documents.Batches;
import org.kontor.api.documents.CustomFields;
import org.kontor.api.documents.DocumentShape;
import org.kontor.api.documents.DocumentTypes;
import org.kontor.api.documents.Documents;
import org.kontor.api.documents.Imports;
import org.kontor.api.documents.Notation;
import org.kontor.api.documents.Once;
import org.kontor.api.documents.SensitiveTypes;
import org.kontor.api.documents.Trash;
import org.kontor.api.events.ParkedEntries;
import org.kontor.api.events.Reaction;
import org.kontor.api.files.Files;
import org.kontor.api.jobs.Job;
import org.kontor.api.jobs.Jobs;
import org.kontor.api.labels.Labels;
import org.kontor.api.people.Actor;
import org.kontor.api.people.Departments;
import org.kontor.api.people.Enrolment;
import org.kontor.api.people.NewPerson;
import org.kontor.api.people.People;
import org.kontor.api.people.Person;
import org.kontor.api.people.Role;
import org.kontor.api.people.TokenScope;
import org.kontor.api.people.Tokens;
import org.kontor.api.workflow.Activity;
import org.kontor.api.workflow.Robots;
import org.kontor.api.workflow.Runs;
import org.kontor.core.access.RoleAccess;
import org.kontor.core.access.StoredRoles;
import org.kontor.core.documents.BatchItems;
import org.kontor.core.documents.BatchJob;
import org.kontor.core.documents.BatchTable;
import org.kontor.core.documents.BatchWriting;
import org.kontor.core.documents.FillSearch;
import org.kontor.core.documents.JdbcDocuments;
import org.kontor.core.documents.MakeIndexes;
import org.kontor.core.documents.TextNotation;
import org.kontor.core.documents.ShapeStore;
import org.kontor.core.documents.StoredBatches;
import org.kontor.core.documents.StoredFields;
import org.kontor.core.documents.StoredSensitivity;
import org.kontor.core.documents.StoredTrash;
import org.kontor.core.documents.TypeRegistry;
import org.kontor.core.documents.Views;
import org.kontor.core.documents.MatchKeys;
import org.kontor.core.documents.imports.FileImports;
import org.kontor.core.documents.imports.ImportJob;
import org.kontor.core.documents.imports.ImportRights;
import org.kontor.core.documents.imports.ImportTable;
import org.kontor.core.documents.imports.Readings;
import org.kontor.core.documents.imports.RowWriting;
import org.kontor.core.documents.once.KeptAnswers;
import org.kontor.core.events.Reactions;
import org.kontor.core.events.StoredParkedEntries;
import org.kontor.core.files.HashedFiles;
import org.kontor.core.jobs.JdbcJobs;
import org.kontor.core.jobs.JobRunner;
import org.kontor.core.jobs.WorkBell;
import org.kontor.core.people.JdbcDepartments;
import org.kontor.core.people.JdbcPeople;
import org.kontor.core.people.JdbcTokens;
import org.kontor.core.workflow.RobotStart;
import org.kontor.storage.Database;
import org.kontor.storage.Engine;
import org.kontor.storage.Sql;
import org.kontor.testkit.ClassPathLabels;
import org.kontor.testkit.TestDatabase;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.launch.Framework;

/// The core of a portal in the process of a test: real services over a database of its own, in a framework without bundles. Shapes,
/// jobs, guards and reactions are registered as services, as in the real one; texts are those of the named bundles on the class path.
public final class TestPortal implements AutoCloseable {
    private static final long LARGEST_FILE = 64L << 20;
    private static final Actor TEST = new Actor.Robot("test");

    /// How long a step of a robot may take, and the clock robots go by.
    public record Pace(Duration step, Clock clock) {
        public static final Pace USUAL = new Pace(Duration.ofSeconds(60), Clock.systemUTC());
    }

    private final TestDatabase database;
    private final Framework framework;
    private final Labels labels;
    private final JdbcPeople people;
    private final Departments departments;
    private final Roles roles;
    private final RoleAccess access;
    private final TypeRegistry types;
    private final ShapeStore store;
    private final Notation notation;
    private final Documents documents;
    private final Tokens tokens;
    private final JobRunner jobRunner;
    private final Jobs jobs;
    private final Once once;
    private final Files files;
    private final Imports imports;
    private final CustomFields fields;
    private final SensitiveTypes sensitive;
    private final Trash trash;
    private final Batches batches;
    private final ParkedEntries parked;
    private final TestRobots robots;
    private final Reactions reactions;
    private final FillSearch fillSearch;
    private final MakeIndexes makeIndexes;

    private TestPortal(TestDatabase database, Pace pace, String... labelled) {
        this.database = database;
        framework = framework();
        labels = new ClassPathLabels(labelled);
        BundleContext context = context();
        Database rows = database.database();
        people = new JdbcPeople(context, rows);
        store = new ShapeStore(rows);
        types = new TypeRegistry(context, rows, store);
        departments = new JdbcDepartments(rows, people);
        roles = new StoredRoles(rows, people, departments);
        access = new RoleAccess(context, rows, people, roles, departments, types);
        notation = new TextNotation(labels, people, types);
        WorkBell bell = new WorkBell();
        jobRunner = new JobRunner(context, rows, bell);
        jobs = new JdbcJobs(rows, bell);
        sensitive = new StoredSensitivity(context, types, store, access, labels);
        documents = new JdbcDocuments(context, rows, database.journal(), types, access, notation, store, new Views(rows, database.journal(), sensitive), jobs);
        fillSearch = new FillSearch(rows, types, jobs);
        register("documents.search", fillSearch);
        makeIndexes = new MakeIndexes(rows, types, jobs);
        register("documents.indexes", makeIndexes);
        trash = new StoredTrash(rows, database.journal(), types, access, store);
        tokens = new JdbcTokens(rows, people);
        once = new KeptAnswers(rows);
        files = new HashedFiles(database.folder(), LARGEST_FILE, rows, access);
        imports = madeImports(store);
        robots = new TestRobots(this, pace);
        register(Reaction.class, robots.start(), Map.of("kontor.reaction.id", RobotStart.ID));
        fields = new StoredFields(rows, types, notation, access, labels, jobs);
        batches = madeBatches();
        reactions = new Reactions(context, rows, database.journal());
        parked = new StoredParkedEntries(rows, database.journal(), reactions, access);
    }

    /// Opens a portal that knows the given types.
    public static TestPortal open(Engine engine, List<DocumentShape> shapes, String... labelled) {
        return open(TestDatabase.open(engine), Pace.USUAL, shapes, labelled);
    }

    /// Opens a portal over a database, which is closed with it.
    public static TestPortal open(TestDatabase database, Pace pace, List<DocumentShape> shapes, String... labelled) {
        TestPortal portal = new TestPortal(database, pace, labelled);
        shapes.forEach(shape -> portal.register(DocumentShape.class, shape, Map.of()));
        return portal;
    }

    private Imports madeImports(ShapeStore store) {
        ImportTable table = new ImportTable(database.database());
        Readings readings = new Readings(types, notation, people, files, documents, new MatchKeys(database.database(), store));
        RowWriting writing = new RowWriting(database.database(), database.journal(), table);
        register("documents.import", new ImportJob(table, readings, writing, files, labels));
        return new FileImports(table, readings, new ImportRights(access, types, files), labels, files, jobs);
    }

    private Batches madeBatches() {
        Database rows = database.database();
        BatchTable table = new BatchTable(rows);
        register("documents.batch", new BatchJob(table, new BatchItems(documents, types, database.journal()), new BatchWriting(rows, database.journal(), table, types)));
        return new StoredBatches(rows, table, types, access, imports, jobs);
    }

    /// Waits until no work of a job is left: of `documents.search`, for instance, until search finds what was written many at once.
    public void awaitJob(String jobId) {
        Sql open = Sql.of("select count(*) as n from job where job_id = ?", jobId);
        while (database.database().read(tx -> tx.one(open, row -> row.number("n"))).orElse(0L) > 0) {
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException("interrupted while job " + jobId + " works", e);
            }
        }
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
    ///
    /// @return takes it away again
    public <S> Runnable register(Class<S> type, S service, Map<String, String> properties) {
        Dictionary<String, Object> all = new Hashtable<>(properties);
        ServiceRegistration<S> registration = context().registerService(type, service, all);
        return registration::unregister;
    }

    /// Registers a job under its id.
    public Runnable register(String jobId, Job job) {
        return register(Job.class, job, Map.of("kontor.job.id", jobId));
    }

    /// Registers an activity under its id.
    public Runnable register(String activityId, Activity<?> activity) {
        return register(Activity.class, activity, Map.of("kontor.activity.id", activityId));
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

    public Departments departments() {
        return departments;
    }

    public Roles roles() {
        return roles;
    }

    public Access access() {
        return access;
    }

    public DocumentTypes types() {
        return types;
    }

    /// Where what administrators made of shapes is kept.
    public ShapeStore store() {
        return store;
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

    public Files files() {
        return files;
    }

    public Imports imports() {
        return imports;
    }

    public CustomFields fields() {
        return fields;
    }

    public SensitiveTypes sensitive() {
        return sensitive;
    }

    public Trash trash() {
        return trash;
    }

    public Batches batches() {
        return batches;
    }

    public ParkedEntries parked() {
        return parked;
    }

    public Robots robots() {
        return robots.robots();
    }

    public Runs runs() {
        return robots.runs();
    }

    /// Tells the robots that their clock was moved.
    public void clockMoved() {
        robots.wake();
    }

    @Override
    public void close() {
        try {
            reactions.close();
            robots.close();
            jobRunner.close();
            fillSearch.close();
            makeIndexes.close();
            framework.stop();
            framework.waitForStop(10_000);
        } catch (Exception e) {
            throw new IllegalStateException("the portal for tests does not stop", e);
        }
        database.close();
    }
}
