package org.kontor.ui.shell.internal.signin;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.kontor.api.people.Person;
import org.kontor.api.people.Sessions;
import org.kontor.api.people.SignIn;
import org.kontor.testkit.ClassPathLabels;
import org.kontor.testkit.FixedPeople;

/// The sign-in and sign-out pages behind a real HTTP server. Anna's password is `open sesame`; the login `hasty` was tried too often.
final class Door implements AutoCloseable, Sessions {
    private final Person anna = new FixedPeople().byLogin("anna").orElseThrow();
    private final Set<String> keys = new HashSet<>();
    private final Server server = new Server(0);
    private final HttpClient client = HttpClient.newHttpClient();

    Door() throws Exception {
        ClassPathLabels labels = new ClassPathLabels("org.kontor.ui.shell");
        ServletContextHandler context = new ServletContextHandler(ServletContextHandler.SESSIONS);
        context.addServlet(new ServletHolder(new SignInServlet(this, labels)), "/sign-in");
        context.addServlet(new ServletHolder(new SignOutServlet(this, labels)), "/sign-out");
        server.setHandler(context);
        server.start();
    }

    String address() {
        return "http://localhost:" + ((ServerConnector) server.getConnectors()[0]).getLocalPort();
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(address() + path)).GET(), headers);
    }

    HttpResponse<String> post(String path, String form, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address() + path)).POST(HttpRequest.BodyPublishers.ofString(form));
        return send(request.header("Content-Type", "application/x-www-form-urlencoded"), headers);
    }

    /// Signs Anna in and asks for a page.
    HttpResponse<String> enter(String to, String... headers) throws IOException, InterruptedException {
        return post("/sign-in", "login=anna&password=open+sesame&to=" + URLEncoder.encode(to, StandardCharsets.UTF_8), headers);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String... headers) throws IOException, InterruptedException {
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    boolean holds(String key) {
        return keys.contains(key);
    }

    @Override
    public SignIn signIn(String login, String password, String address) {
        if (login.equals("hasty")) {
            return new SignIn.Slowed(Duration.ofMillis(7_400));
        }
        if (!login.equals("anna") || !password.equals("open sesame")) {
            return new SignIn.Wrong();
        }
        String key = "key" + keys.size();
        keys.add(key);
        return new SignIn.Welcome(anna, key);
    }

    @Override
    public Optional<Person> person(String sessionKey) {
        return keys.contains(sessionKey) ? Optional.of(anna) : Optional.empty();
    }

    @Override
    public void signOut(String sessionKey) {
        keys.remove(sessionKey);
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }
}
