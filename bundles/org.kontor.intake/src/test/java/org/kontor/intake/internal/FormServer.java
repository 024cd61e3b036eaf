package org.kontor.intake.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentGuard;
import org.kontor.api.documents.DocumentShape;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Pipeline;
import org.kontor.api.documents.Query;
import org.kontor.api.documents.Stage;
import org.kontor.api.labels.Label;
import org.kontor.api.people.Actor;
import org.kontor.api.people.Person;
import org.kontor.intake.WebFormShape;
import org.kontor.intake.WebForms;
import org.kontor.leads.Lead;
import org.kontor.storage.Engine;
import org.kontor.testkit.MovableClock;
import org.kontor.testkit.portal.TestPortal;
import org.osgi.framework.ServiceRegistration;

/// Web forms of a test portal with leads behind a real HTTP server; one for each database serves all tests of a process.
final class FormServer {
    private static final Map<Engine, FormServer> OPEN = new ConcurrentHashMap<>();
    static final Actor TEST = new Actor.Robot("test");
    private static final DocumentType LEADS = new DocumentType(Lead.TYPE, "sparkles",
            List.of(Lead.TITLE, Lead.CONTACT_NAME, Lead.COMPANY, Lead.PHONE, Lead.EMAIL, Lead.SOURCE, Lead.RESPONSIBLE, Lead.COMMENTS), Lead.TITLE, Optional.of(Lead.RESPONSIBLE),
            Optional.of(new Pipeline("lead", Label.verbatim("Leads"), List.of(new Stage(Lead.NEW, Label.verbatim("New"), Stage.Meaning.INITIAL, 1)))), true);

    private final TestPortal portal;
    private final MovableClock clock = MovableClock.at("2026-11-24T09:00:00Z");
    private final HttpClient client = HttpClient.newHttpClient();
    private final WebForms forms;
    private final Person administrator;
    private final Person employee;
    private Optional<ServiceRegistration<DocumentShape>> leads = Optional.empty();
    private long before;
    private final Server server = new Server();
    private final int port;

    private FormServer(Engine engine) {
        portal = TestPortal.open(engine, List.of(new FormSettings()), "org.kontor.intake", "org.kontor.core.documents", "org.kontor.leads", "org.kontor.core.access");
        portal.register(DocumentGuard.class, new FormSettingsGuard(portal.access()), Map.of());
        portal.register(WebFormShape.class, new LeadForm(), Map.of());
        administrator = portal.administrator("ann");
        employee = portal.employee("bob");
        forms = new DecidedForms(portal.context(), portal.documents());
        port = start();
    }

    /// As on the first day: leads are there, no form is open, nobody wrote.
    static FormServer fresh(Engine engine) {
        FormServer server = OPEN.computeIfAbsent(engine, FormServer::new);
        if (server.leads.isEmpty()) {
            server.leads = Optional.of(server.portal.context().registerService(DocumentShape.class, () -> LEADS, new Hashtable<>()));
        }
        server.forms.decide("lead", WebForms.Settings.NONE, server.administrator());
        server.clock.advance(Duration.ofDays(1));
        server.before = server.newest().stream().findFirst().map(lead -> lead.ref().id()).orElse(0L);
        return server;
    }

    private int start() {
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler("/forms");
        Receiving receiving = new Receiving(portal.documents(), portal.once(), portal.notation());
        context.addServlet(new ServletHolder(new FormServlet(forms, portal.types(), portal.labels(), receiving, new Visits(20, Duration.ofMinutes(10), clock), true)), "/*");
        server.setHandler(context);
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException("the HTTP server for tests does not start", e);
        }
        return connector.getLocalPort();
    }

    TestPortal portal() {
        return portal;
    }

    WebForms forms() {
        return forms;
    }

    Person employee() {
        return employee;
    }

    Actor administrator() {
        return new Actor.Human(administrator.id());
    }

    MovableClock clock() {
        return clock;
    }

    /// Opens the form for leads to the public; the administrator becomes responsible.
    FormServer opened() {
        forms.decide("lead", new WebForms.Settings(true, Optional.of(administrator.id()), List.of()), administrator());
        return this;
    }

    /// Switches the module of leads off.
    void withoutLeads() {
        leads.ifPresent(ServiceRegistration::unregister);
        leads = Optional.empty();
    }

    /// What came in since the test began, newest first.
    List<Document> leads() {
        return newest().stream().filter(lead -> lead.ref().id() > before).toList();
    }

    private List<Document> newest() {
        return portal.documents().find(Query.newest(Lead.TYPE), TEST).documents();
    }

    HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(path));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    HttpResponse<String> post(Map<String, String> texts, String... headers) {
        String body = texts.entrySet().stream().map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue())).collect(Collectors.joining("&"));
        return post(body, "application/x-www-form-urlencoded", headers);
    }

    HttpResponse<String> post(String body, String type, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address("/forms/lead")).POST(HttpRequest.BodyPublishers.ofString(body)).header("Content-Type", type);
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    HttpResponse<String> send(String method, String path) {
        return send(HttpRequest.newBuilder(address(path)).method(method, HttpRequest.BodyPublishers.noBody()));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
