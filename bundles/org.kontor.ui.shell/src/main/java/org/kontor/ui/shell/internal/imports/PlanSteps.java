package org.kontor.ui.shell.internal.imports;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Imports.DryRun;
import org.kontor.api.documents.Imports.Guess;
import org.kontor.api.documents.Imports.LinkKey;
import org.kontor.api.documents.Imports.Look;
import org.kontor.api.documents.Imports.Mapping;
import org.kontor.api.documents.Imports.Mode;
import org.kontor.api.documents.Imports.Plan;
import org.kontor.api.documents.Preset;
import org.kontor.api.files.FileRef;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.parts.Aside;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;

/// From a file to a plan: how it is read, which column goes where, what becomes of rows that are there already, a try, the start.
final class PlanSteps {
    private final PageTab tab;
    private final Portal portal;
    private final DocumentType type;
    private final Consumer<Plan> start;
    private final Div content = Elements.div("stack wide-gap");
    private final Div unreadable = new Div();
    private final Div warning = new Div();
    private final Div result = new Div();
    private final NativeButton tryOut;
    private final NativeButton begin;
    private final LinkKeys keys;
    private RowRules rules;
    private Optional<Plan> plan = Optional.empty();
    private Optional<Mapping> applied = Optional.empty();

    PlanSteps(PageTab tab, Portal portal, DocumentType type, Consumer<Plan> start) {
        this.tab = tab;
        this.portal = portal;
        this.type = type;
        this.start = start;
        this.keys = new LinkKeys(tab, portal.types);
        this.rules = new RowRules(tab, type, () -> plan.orElseThrow(), this::change);
        tryOut = Elements.test(Elements.button("", "eye", text("import.try-out"), this::tryOut), "try-out");
        begin = Elements.test(Elements.button("primary", "play", text("import.start"), () -> plan.ifPresent(start)), "start-import");
        result.getElement().setAttribute("aria-live", "polite");
        unreadable.getElement().setAttribute("aria-live", "polite");
    }

    Component content() {
        return content;
    }

    /// Looks into a file; hands back why it can't be read, if so.
    Optional<Label> open(FileRef file) {
        return show(portal.imports.look(file, type.id(), tab.actor()));
    }

    private Optional<Label> show(Look look) {
        return switch (look) {
            case Look.Refused(Label reason) -> Optional.of(reason);
            case Look.Seen(Guess guess) -> {
                draw(guess);
                yield Optional.empty();
            }
        };
    }

    private void draw(Guess guess) {
        plan = Optional.of(keys.complete(guess.plan(), type));
        content.removeAll();
        unreadable.removeAll();
        result.removeAll();
        ReadingPanel reading = new ReadingPanel(tab, this::lookAgain, changed -> change(plan.orElseThrow().read(changed.charset(), changed.delimiter(), changed.header(), changed.country())));
        rules = new RowRules(tab, type, () -> plan.orElseThrow(), this::change);
        MappingBar mappings = new MappingBar(tab, portal, type, guess.heads(), () -> plan.orElseThrow(), mapping -> apply(mapping, guess));
        applied.ifPresent(mappings::use);
        applied = Optional.empty();
        ColumnTable table = new ColumnTable(tab, type, keys, with(guess, plan.get()), this::map);
        content.add(Elements.div("panel stack", step(2, "import.columns"), Elements.text("quiet small", text("import.columns.hint")), reading.content(guess.plan(), guess.sheets()), mappings.content(), unreadable, table.content()));
        content.add(Elements.div("panel stack", step(3, "import.rules"), rules.content(), Elements.text("quiet small", text("import.responsible"))));
        content.add(Elements.div("panel stack", step(4, "import.check"), warning, Elements.div("row wrap", tryOut, begin), result));
        check();
        rules.show();
    }

    private static Guess with(Guess guess, Plan plan) {
        return new Guess(plan, guess.heads(), guess.sample(), guess.remembered(), guess.sheets());
    }

    private void apply(Mapping mapping, Guess guess) {
        applied = Optional.of(mapping);
        draw(with(guess, mapping.on(plan.orElseThrow(), guess.heads())));
    }

    /// A key must stay the field of a column.
    private void map(List<Optional<String>> columns, Map<String, LinkKey> links) {
        Plan mapped = plan.orElseThrow().into(columns).linking(links);
        boolean keyed = mapped.match().filter(key -> columns.contains(Optional.of(key))).isPresent();
        change(keyed ? mapped : mapped.matching(Mode.CREATE, Optional.empty()));
        rules.show();
    }

    static Component step(PageTab tab, int number, String key) {
        return Elements.div("row", Elements.text("step-number", Integer.toString(number)), new H2(tab.text(Label.of(key))));
    }

    private Component step(int number, String key) {
        return step(tab, number, key);
    }

    private void lookAgain(Plan told) {
        Plan wanted = told.read(told.charset(), told.delimiter(), told.header(), plan.map(Plan::country).orElse(told.country()));
        show(portal.imports.look(wanted, tab.actor())).ifPresent(reason -> {
            result.removeAll();
            unreadable.removeAll();
            unreadable.add(Elements.test(Elements.note("bad", "circle-alert", tab.text(reason)), "import-problem"));
            allow(false);
        });
    }

    private void change(Plan other) {
        plan = Optional.of(other);
        result.removeAll();
        check();
    }

    /// A required field without a column would refuse every row: says so before.
    private void check() {
        warning.removeAll();
        List<Optional<String>> columns = plan.orElseThrow().columns();
        String missing = type.fields().stream()
                .filter(field -> plan.orElseThrow().mode() != Mode.UPDATE && field.required() && field.computation().isEmpty() && field.preset() instanceof Preset.None)
                .filter(field -> !columns.contains(Optional.of(field.id())) && !plan.orElseThrow().fresh().values().containsKey(field.id()))
                .map(field -> tab.text(type.nameOf(field)))
                .collect(Collectors.joining(", "));
        boolean ready = missing.isEmpty() && columns.stream().anyMatch(Optional::isPresent);
        if (!ready) {
            warning.add(Elements.note("warn", "triangle-alert", missing.isEmpty() ? text("import.no-column") : tab.text(Label.of("import.missing", missing))));
        }
        allow(ready);
    }

    private void allow(boolean ready) {
        tryOut.setEnabled(ready);
        begin.setEnabled(ready);
    }

    private void tryOut() {
        Plan tried = plan.orElseThrow();
        result.removeAll();
        result.add(Elements.div("row quiet", Elements.text("spinner", ""), Elements.text("", text("import.trying"))));
        tryOut.setEnabled(false);
        Aside.read(tab, () -> portal.imports.tryOut(tried, tab.actor()), run -> tried(tried, run), () -> {
            tryOut.setEnabled(true);
            result.removeAll();
            result.add(Elements.note("bad", "circle-alert", text("import.try-failed")));
        });
    }

    /// What was tried is shown only while it is still what would be started.
    private void tried(Plan tried, DryRun run) {
        if (plan.equals(Optional.of(tried))) {
            tryOut.setEnabled(true);
            result.removeAll();
            result.add(new DryRunPanel(tab).content(run));
        }
    }

    private String text(String key) {
        return tab.text(Label.of(key));
    }
}
