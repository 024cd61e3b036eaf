package org.kontor.ui.shell.internal.pipelines;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.server.VaadinRequest;
import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.api.access.Grant;
import org.kontor.api.access.Operation;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Pipeline;
import org.kontor.api.documents.Stage;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;

/// Which pipeline of a type is looked at: the one in the address, else the one looked at last in this browser, else the default one; or all of them.
///
/// Only pipelines and stages in which the viewer may read anything are known here.
public final class WayChoice {
    /// The parameter of addresses that names the pipeline.
    public static final String PARAMETER = "pipeline";
    private static final String ALL = "all";
    private static final int YEAR_SECONDS = 31_536_000;

    private final PageTab tab;
    private final DocumentType whole;
    private final List<Pipeline> visible;
    private final Optional<Pipeline> chosen;

    public WayChoice(PageTab tab, Portal portal, DocumentType whole, Map<String, String> query) {
        this.tab = tab;
        this.whole = whole;
        Grant grant = portal.access.grant(tab.actor(), whole.id(), Operation.READ);
        this.visible = Ways.sorted(whole.pipelines(grant), tab).stream().map(way -> new Pipeline(way.id(), way.name(), whole.stages(way, grant), way.sort())).toList();
        String asked = Optional.ofNullable(query.get(PARAMETER)).or(() -> ofStage(query.getOrDefault("stage", ""))).orElseGet(this::remembered);
        this.chosen = several() && asked.equals(ALL) ? Optional.empty() : find(asked).or(this::first);
    }

    /// An address that names stages means their pipeline.
    private Optional<String> ofStage(String stages) {
        return whole.pipelineOf(stages.split(",")[0]).map(Pipeline::id);
    }

    private Optional<Pipeline> first() {
        return whole.pipeline().flatMap(way -> find(way.id())).or(() -> visible.stream().findFirst());
    }

    private Optional<Pipeline> find(String id) {
        return visible.stream().filter(way -> way.id().equals(id)).findFirst();
    }

    /// Whether there is anything to choose.
    public boolean several() {
        return visible.size() > 1;
    }

    public List<Pipeline> visible() {
        return visible;
    }

    /// The pipeline looked at; empty for all of them, and for a type without stages.
    public Optional<Pipeline> chosen() {
        return chosen;
    }

    /// The type as declared.
    public DocumentType whole() {
        return whole;
    }

    /// The type as if it had no other pipeline than the one looked at: what is drawn from it shows only that one.
    public DocumentType narrowed() {
        return chosen.map(this::only).orElse(whole);
    }

    /// The type as if it had one pipeline only.
    public DocumentType only(Pipeline way) {
        return whole.with(whole.fields(), List.of(way));
    }

    /// The stages that what is looked at is in; none named where that is every stage there is.
    public List<String> stages() {
        return whole.pipelines().size() < 2 ? List.of() : chosen.stream().flatMap(way -> way.stages().stream()).map(Stage::id).toList();
    }

    /// A query without the pipeline in it.
    public static Map<String, String> without(Map<String, String> query) {
        Map<String, String> rest = new LinkedHashMap<>(query);
        rest.remove(PARAMETER);
        return rest;
    }

    /// A query with the pipeline in it, where there are several.
    public Map<String, String> address(Map<String, String> query) {
        Map<String, String> all = new LinkedHashMap<>();
        if (several()) {
            all.put(PARAMETER, chosen.map(Pipeline::id).orElse(ALL));
        }
        all.putAll(query);
        return all;
    }

    /// Goes to another pipeline, all of them when none is named, and remembers it.
    public void choose(Optional<Pipeline> way, Map<String, String> query) {
        String id = way.map(Pipeline::id).orElse(ALL);
        ComponentUtil.setData(tab.ui(), key(), id);
        tab.ui().getPage().executeJs("document.cookie = $0", key() + "=" + id + ";path=/;max-age=" + YEAR_SECONDS + ";samesite=lax");
        Map<String, String> all = new LinkedHashMap<>(without(query));
        all.remove("stage");
        all.put(PARAMETER, id);
        tab.go(whole.id(), all);
    }

    private String remembered() {
        Object here = ComponentUtil.getData(tab.ui(), key());
        VaadinRequest request = VaadinRequest.getCurrent();
        Cookie[] cookies = request == null || request.getCookies() == null ? new Cookie[0] : request.getCookies();
        return here instanceof String id ? id : Arrays.stream(cookies).filter(cookie -> cookie.getName().equals(key())).map(Cookie::getValue).findFirst().orElse("");
    }

    private String key() {
        return "kontor-pipeline-" + whole.id();
    }
}
