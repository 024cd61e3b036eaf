package org.kontor.rest;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.kontor.api.documents.Outage;
import org.kontor.api.labels.Labels;
import org.kontor.api.people.Actor;
import org.kontor.api.people.Tokens;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes every request under `/api/v1`, finds out who asks, and hands it to the route it is meant for. Only a token tells
/// who asks: a cookie never does, so no other site can make a browser write.
@Component(service = Servlet.class)
@HttpWhiteboardContextSelect(RestContext.SELECT)
@HttpWhiteboardServletPattern("/v1/*")
public final class RestServlet extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final Logger LOG = LoggerFactory.getLogger(RestServlet.class);

    private final transient Tokens tokens;
    private final transient Labels labels;
    private final transient Routes routes;
    private final transient Permissions permissions;
    private final transient Idempotent idempotent;
    private final transient TypeCalls types;

    @Activate
    public RestServlet(
            @Reference Tokens tokens, @Reference Labels labels, @Reference Routes routes, @Reference Permissions permissions, @Reference Idempotent idempotent, @Reference TypeCalls types) {
        this.tokens = tokens;
        this.labels = labels;
        this.routes = routes;
        this.permissions = permissions;
        this.idempotent = idempotent;
        this.types = types;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Locale language = Languages.of(request.getHeader("Accept-Language"), labels.languages());
        Answer answer;
        try {
            answer = answer(request, language);
        } catch (Problem problem) {
            answer = ProblemJson.answer(problem, labels, language);
        } catch (Exception e) {
            answer = ProblemJson.answer(failure(request, e), labels, language);
        }
        if (answer.status() >= 400 && !answer.headers().containsKey("Connection")) {
            drain(request);
        }
        write(answer, request, response);
    }

    /// Reads what a refused request has left unread, up to the longest body: else the connection breaks off under a client that is still sending, and the reason is lost.
    private static void drain(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() <= Call.LONGEST_BODY) {
            request.getInputStream().readNBytes(Call.LONGEST_BODY);
        }
    }

    private Answer answer(HttpServletRequest request, Locale language) throws IOException {
        var path = Call.path(request);
        if (DocsPage.has(path)) {
            return new DocsPage(labels, language).answer(path, request.getMethod());
        }
        Call call = Call.of(request, actor(request), language);
        if (path.equals(List.of("openapi.json"))) {
            return openApi(call);
        }
        Routes.Found found = routes.find(call);
        call = permissions.admit(call, found);
        call.parameters().only(found.route().says().parameters().toArray(String[]::new));
        return answer(call, found.route());
    }

    private Answer answer(Call call, Route route) throws IOException {
        try {
            if (!route.says().keyed() || route.says().takes().equals(Route.Says.FILE)) {
                return route.handler().answer(call);
            }
            return route.says().needs().isPresent() ? idempotent.answerShaping(call, route.handler()) : idempotent.answer(call, route.handler());
        } catch (IllegalArgumentException e) {
            permissions.stillThere(call);
            throw e;
        }
    }

    private Answer openApi(Call call) {
        if (!call.method().equals("GET")) {
            throw call.method("GET, HEAD");
        }
        call.parameters().only();
        return Answer.ok(new OpenApi(labels, call.language(), routes.all()).document(types.readable(call)));
    }

    private Actor actor(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        if (header == null || !header.regionMatches(true, 0, "Bearer ", 0, 7)) {
            throw Problem.of(401, "no-token").with("WWW-Authenticate", "Bearer realm=\"kontor\"");
        }
        return tokens.actor(header.substring(7).strip())
                .orElseThrow(() -> Problem.of(401, "unknown-token").with("WWW-Authenticate", "Bearer realm=\"kontor\", error=\"invalid_token\""));
    }

    private static Problem failure(HttpServletRequest request, Exception e) {
        String id = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        Optional<Outage> outage = Outage.behind(e);
        if (outage.isPresent()) {
            LOG.warn("request {} {} can't be answered: {} ({})", request.getMethod(), request.getPathInfo(), outage.get(), id, e);
            return outage.get() == Outage.DISK_FULL ? Problem.of(507, "disk-full").with("Retry-After", "60") : Problem.of(503, "database-away").with("Retry-After", "5");
        }
        LOG.error("request {} {} failed ({})", request.getMethod(), request.getPathInfo(), id, e);
        return Problem.of(500, "failed", id).with("id", Json.array().add(id).get(0));
    }

    private static void write(Answer answer, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Vary", "Accept-Language, Authorization");
        answer.headers().forEach(response::setHeader);
        boolean head = request.getMethod().equals("HEAD");
        if (answer.body().isEmpty()) {
            return;
        }
        switch (answer.body().get()) {
            case Answer.Body.Text(String mediaType, String text) -> write(mediaType + ";charset=utf-8", text.getBytes(StandardCharsets.UTF_8), head, response);
            case Answer.Body.Bytes(String mediaType, byte[] bytes) -> write(mediaType, bytes, head, response);
            case Answer.Body.Stream(String mediaType, Answer.Writing writing) -> {
                response.setContentType(mediaType);
                if (!head) {
                    writing.to(response.getOutputStream());
                }
            }
        }
    }

    private static void write(String contentType, byte[] bytes, boolean head, HttpServletResponse response) throws IOException {
        response.setContentType(contentType);
        response.setContentLength(bytes.length);
        if (!head) {
            response.getOutputStream().write(bytes);
        }
    }
}
