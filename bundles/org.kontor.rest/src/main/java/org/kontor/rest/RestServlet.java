package org.kontor.rest;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
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

/// Takes every request under `/api/v1`, finds out who asks, and hands it to the calls for documents, types or robots. Only a token tells
/// who asks: a cookie never does, so no other site can make a browser write.
@Component(service = Servlet.class)
@HttpWhiteboardContextSelect(RestContext.SELECT)
@HttpWhiteboardServletPattern("/v1/*")
public final class RestServlet extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final Logger LOG = LoggerFactory.getLogger(RestServlet.class);

    private final transient Tokens tokens;
    private final transient Labels labels;
    private final transient DocumentCalls documents;
    private final transient TypeCalls types;
    private final transient RobotCalls robots;

    @Activate
    public RestServlet(@Reference Tokens tokens, @Reference Labels labels, @Reference DocumentCalls documents, @Reference TypeCalls types, @Reference RobotCalls robots) {
        this.tokens = tokens;
        this.labels = labels;
        this.documents = documents;
        this.types = types;
        this.robots = robots;
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
        write(answer, request, response);
    }

    private Answer answer(HttpServletRequest request, Locale language) throws IOException {
        var path = Call.path(request);
        if (DocsPage.has(path)) {
            return new DocsPage(labels, language).answer(path, request.getMethod());
        }
        Call call = new Call(request, actor(request), language, path, Parameters.of(request.getQueryString()));
        return switch (path.getFirst()) {
            case "documents" -> documents.answer(call);
            case "types", "openapi.json" -> types.answer(call);
            case "robots" -> robots.answer(call);
            default -> throw call.nothing();
        };
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
        if (answer.body().isPresent()) {
            byte[] bytes = answer.body().get().text().getBytes(StandardCharsets.UTF_8);
            response.setContentType(answer.body().get().mediaType() + ";charset=utf-8");
            response.setContentLength(bytes.length);
            if (!request.getMethod().equals("HEAD")) {
                response.getOutputStream().write(bytes);
            }
        }
    }
}
