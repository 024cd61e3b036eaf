package org.kontor.intake.internal;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.DocumentTypes;
import org.kontor.api.labels.Label;
import org.kontor.api.labels.Labels;
import org.kontor.intake.WebForm;
import org.kontor.intake.WebForms;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers everything under `/forms`: shows forms to strangers and takes what they send.
@Component(service = Servlet.class)
@HttpWhiteboardContextSelect(FormContext.SELECT)
@HttpWhiteboardServletPattern("/*")
public final class FormServlet extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final Logger LOG = LoggerFactory.getLogger(FormServlet.class);
    private static final Map<String, Label> FAILED = Map.of("", Label.of("intake.failed"));

    public @interface Config {
        /// How many messages one address may send within `windowMinutes`.
        int messagesPerAddress() default 20;

        int windowMinutes() default 10;

        /// Whether a proxy in front tells the visitor's address in `X-Forwarded-For`; otherwise anybody could make one up.
        boolean behindProxy() default false;
    }

    private final transient WebForms forms;
    private final transient DocumentTypes types;
    private final transient Labels labels;
    private final transient Receiving receiving;
    private final transient Visits visits;
    private final boolean behindProxy;

    @Activate
    public FormServlet(@Reference WebForms forms, @Reference DocumentTypes types, @Reference Labels labels, @Reference Receiving receiving, Config config) {
        this(forms, types, labels, receiving, new Visits(config.messagesPerAddress(), Duration.ofMinutes(config.windowMinutes()), Clock.systemUTC()), config.behindProxy());
    }

    FormServlet(WebForms forms, DocumentTypes types, Labels labels, Receiving receiving, Visits visits, boolean behindProxy) {
        this.forms = forms;
        this.types = types;
        this.labels = labels;
        this.receiving = receiving;
        this.visits = visits;
        this.behindProxy = behindProxy;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Visitor visitor = Visitor.of(request, labels.languages());
        FormAnswer out = new FormAnswer(request, response, visitor, new FormPage(labels, visitor.language()));
        try {
            answer(request, out);
        } catch (Submission.Unreadable e) {
            out.notice(e.status(), Label.of("intake.not-sent"), Label.of(e.key()));
        } catch (RuntimeException e) {
            LOG.error("the web form at {} failed", request.getPathInfo(), e);
            out.notice(503, Label.of("intake.away"), Label.of("intake.failed"));
        }
    }

    private void answer(HttpServletRequest request, FormAnswer out) throws IOException {
        List<String> path = Arrays.stream(Optional.ofNullable(request.getPathInfo()).orElse("").split("/")).filter(part -> !part.isEmpty()).toList();
        String method = request.getMethod();
        boolean reading = method.equals("GET") || method.equals("HEAD");
        if (path.equals(List.of("form.css")) && reading) {
            out.style(style());
            return;
        }
        Optional<WebForm> form = path.isEmpty() || path.size() > 2 ? Optional.empty() : forms.find(path.getFirst());
        WebForms.Settings settings = form.map(some -> forms.settings(some.id())).orElse(WebForms.Settings.NONE);
        if (!settings.on() || (path.size() == 2 && !path.getLast().equals("thanks"))) {
            out.notice(404, Label.of("intake.no-form"), Label.of("intake.no-form.hint"));
            return;
        }
        out.framedBy(settings.sites());
        boolean thanks = path.size() == 2;
        if (!reading && (thanks || !method.equals("POST"))) {
            out.notAllowed(thanks ? "GET, HEAD" : "GET, HEAD, POST");
        } else if (thanks) {
            out.page(200, page -> page.thanks(form.get()));
        } else {
            open(request, out, form.get(), settings, reading);
        }
    }

    private void open(HttpServletRequest request, FormAnswer out, WebForm form, WebForms.Settings settings, boolean reading) throws IOException {
        Optional<DocumentType> type = types.find(form.typeId());
        if (type.isEmpty()) {
            out.notice(503, Label.of("intake.away"), Label.of("intake.away.hint"));
        } else if (reading) {
            out.page(200, page -> page.form(form, type.get(), Submission.NONE, UUID.randomUUID().toString(), Map.of()));
        } else {
            receive(request, out, form, type.get(), settings);
        }
    }

    private void receive(HttpServletRequest request, FormAnswer out, WebForm form, DocumentType type, WebForms.Settings settings) throws IOException {
        Submission submission = Submission.read(request);
        String key = Optional.of(submission.text(Submission.KEY)).filter(text -> text.matches("[0-9a-f-]{36}")).orElseGet(() -> UUID.randomUUID().toString());
        Optional<Duration> pause = visits.another(address(request));
        if (pause.isPresent()) {
            out.tooMany(pause.get(), page -> page.form(form, type, submission, key, Map.of("", Label.of("intake.too-many", Math.max(1, pause.get().toMinutes())))));
            return;
        }
        if (!submission.text(Submission.TRAP).isEmpty()) {
            LOG.info("a program filled the web form {}: nothing was kept", form.id());
            out.goTo("/forms/" + form.id() + "/thanks");
            return;
        }
        Map<String, Label> problems = received(form, type, settings, submission, out.visitor());
        if (problems.isEmpty()) {
            out.goTo("/forms/" + form.id() + "/thanks");
        } else {
            out.page(problems.equals(FAILED) ? 503 : 422, page -> page.form(form, type, submission, key, problems));
        }
    }

    /// What somebody typed is never lost: when it can't be kept now, the page shows it again.
    private Map<String, Label> received(WebForm form, DocumentType type, WebForms.Settings settings, Submission submission, Visitor visitor) {
        try {
            return receiving.receive(form, type, settings.responsible(), submission, visitor.habits());
        } catch (RuntimeException e) {
            LOG.error("what was sent with the web form {} can't be kept", form.id(), e);
            return FAILED;
        }
    }

    private String address(HttpServletRequest request) {
        String forwarded = behindProxy ? request.getHeader("X-Forwarded-For") : null;
        return forwarded == null || forwarded.isBlank() ? request.getRemoteAddr() : forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
    }

    private static String style() throws IOException {
        try (InputStream in = FormServlet.class.getResourceAsStream("form.css")) {
            if (in == null) {
                throw new IOException("the file form.css is missing in this bundle");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
