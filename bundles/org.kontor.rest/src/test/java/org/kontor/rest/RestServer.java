package org.kontor.rest;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.kontor.api.people.Person;
import org.kontor.api.people.TokenScope;
import org.kontor.storage.Engine;
import org.kontor.testkit.portal.TestPortal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The REST interface of a test portal behind a real HTTP server; one for each database serves all tests.
final class RestServer {
    private static final Map<Engine, RestServer> OPEN = new ConcurrentHashMap<>();
    private static final String COUNTED = "X-Counted";
    private static final JsonMapper MAPPER = new JsonMapper();

    /// An answer as a client sees it.
    record Reply(int status, HttpResponse<String> response) {
        JsonNode json() {
            return MAPPER.readTree(response.body());
        }

        String text(String pointer) {
            return json().at(pointer).asString("");
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    private final TestPortal portal;
    private final String address;
    private final HttpClient client = HttpClient.newHttpClient();
    private final String administrator;
    private final String reader;
    private final String employee;

    private final Server server = new Server();
    private final Map<String, Integer> statements = new ConcurrentHashMap<>();
    private final RestParts parts;

    private RestServer(Engine engine) {
        portal = TestPortal.open(engine, List.of(new ParcelShape("parcel")), "org.kontor.rest", "org.kontor.core.documents", "org.kontor.core.access");
        Person ann = portal.administrator("ann");
        administrator = portal.token(ann, TokenScope.WRITE);
        reader = portal.token(ann, TokenScope.READ);
        employee = portal.token(portal.employee("bob"), TokenScope.WRITE);
        parts = new RestParts(portal);
        address = start();
    }

    static RestServer on(Engine engine) {
        return OPEN.computeIfAbsent(engine, RestServer::new);
    }

    /// One for a test alone, which closes it.
    static RestServer separate(Engine engine) {
        return new RestServer(engine);
    }

    void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the HTTP server for tests does not stop", e);
        }
        portal.close();
    }

    /// The servlet, with the statements of each request counted.
    private HttpServlet counted(HttpServlet servlet) {
        return new HttpServlet() {
            private static final long serialVersionUID = 1;

            @Override
            protected void service(HttpServletRequest request, HttpServletResponse response) {
                int sent = portal.database().statements().during(() -> {
                    servlet.service(request, response);
                    return true;
                });
                Optional.ofNullable(request.getHeader(COUNTED)).ifPresent(id -> statements.put(id, sent));
            }
        };
    }

    /// How many statements it takes to read this.
    int statements(String path) {
        String id = UUID.randomUUID().toString();
        if (get(path, COUNTED, id).status() != 200) {
            throw new IllegalArgumentException(path + " is refused: " + get(path).response().body());
        }
        while (!statements.containsKey(id)) {
            LockSupport.parkNanos(1_000_000);
        }
        return statements.remove(id);
    }

    List<Route> routes() {
        return parts.routes();
    }

    private String start() {
        HttpServlet servlet = counted(parts.servlet());
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler("/api");
        context.addServlet(new ServletHolder(servlet), "/v1/*");
        server.setHandler(context);
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException("the HTTP server for tests does not start", e);
        }
        return "http://127.0.0.1:" + connector.getLocalPort() + "/api/v1";
    }

    TestPortal portal() {
        return portal;
    }

    String administrator() {
        return administrator;
    }

    String reader() {
        return reader;
    }

    String employee() {
        return employee;
    }

    Reply get(String path, String... headers) {
        return send("GET", path, Optional.empty(), headers);
    }

    Reply post(String path, String body, String... headers) {
        return send("POST", path, Optional.of(body), headers);
    }

    Reply patch(String path, String body, String... headers) {
        return send("PATCH", path, Optional.of(body), headers);
    }

    /// Uploads a file as the administrator.
    Reply upload(String name, String content) {
        return upload(name, content.getBytes(StandardCharsets.UTF_8), "text/plain");
    }

    Reply upload(String name, byte[] content, String mediaType, String... headers) {
        HttpRequest.Builder request = request("/files?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8)).header("Authorization", "Bearer " + administrator).header("Content-Type", mediaType);
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return send(request.POST(HttpRequest.BodyPublishers.ofByteArray(content)).build());
    }

    /// Asks until the text at `pointer` is `wanted`, for what goes on in the background.
    Reply await(String path, String pointer, String wanted) {
        Reply reply = get(path);
        for (int i = 0; i < 300 && !reply.text(pointer).equals(wanted); i++) {
            LockSupport.parkNanos(50_000_000);
            reply = get(path);
        }
        return reply;
    }

    /// A request of the administrator, unless the headers (name, value, name, value …) say something else; one with an empty value is left out.
    Reply send(String method, String path, Optional<String> body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .method(method, body.map(HttpRequest.BodyPublishers::ofString).orElse(HttpRequest.BodyPublishers.noBody()))
                .setHeader("Authorization", "Bearer " + administrator);
        body.ifPresent(_ -> request.setHeader("Content-Type", "application/json"));
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return send(request.build());
    }

    /// A request as it is. Sent again when the container has closed the connection after refusing an address before.
    Reply send(HttpRequest request) {
        try {
            return sent(request);
        } catch (IOException e) {
            try {
                return sent(request);
            } catch (IOException again) {
                throw new UncheckedIOException(again);
            }
        }
    }

    private Reply sent(HttpRequest request) throws IOException {
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            return new Reply(response.statusCode(), response);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path));
    }

    /// The address of a new parcel.
    String parcel(String title) {
        Reply reply = post("/documents/parcel", "{\"fields\": {\"title\": \"" + title + "\"}}");
        return "/documents/" + reply.text("/ref");
    }
}
