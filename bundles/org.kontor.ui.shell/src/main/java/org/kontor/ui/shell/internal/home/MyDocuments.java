package org.kontor.ui.shell.internal.home;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.kontor.api.documents.Board;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Filter;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Pipeline;
import org.kontor.api.documents.Query;
import org.kontor.api.documents.Stage;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;

/// What the viewer has open of a type: how many in which stage, and which come next. Types that have a date among their listed fields are
/// shown by it, others the newest first.
final class MyDocuments {
    private static final int SHOWN = 5;

    private final PageTab tab;
    private final Portal portal;
    private final DocumentType type;
    private final Pipeline pipeline;
    private final Filter mine;
    private final Div content;

    MyDocuments(PageTab tab, Portal portal, DocumentType type, Pipeline pipeline) {
        this.tab = tab;
        this.portal = portal;
        this.type = type;
        this.pipeline = pipeline;
        this.mine = type.responsible().map(field -> Filter.equal(field, tab.person().id())).orElse(Filter.any());
        this.content = Elements.test(Elements.div("panel stack mine"), "mine-" + type.id());
        draw();
    }

    Component content() {
        return content;
    }

    void draw() {
        content.removeAll();
        List<Board.Column> open = portal.documents.board(type.id(), mine, 1, tab.actor()).columns().stream().filter(column -> open(column.stage())).toList();
        long all = open.stream().mapToLong(column -> column.count().value()).sum();
        boolean exact = open.stream().allMatch(column -> column.count().exact());
        content.add(head(all, exact));
        if (all == 0) {
            Anchor everything = Elements.link(type.id(), Elements.text("", tab.text(Label.of("home.mine.all", tab.text(type.many())))));
            content.add(Elements.div("row wrap small", Elements.text("quiet", tab.text(Label.of("home.mine.none"))), everything));
            return;
        }
        content.add(stages(open, all));
        Div lines = Elements.div("lines");
        next().forEach(document -> lines.add(line(document)));
        content.add(lines);
    }

    private Component head(long all, boolean exact) {
        Anchor name = Elements.link(address(""), Elements.icon(type.icon()), Elements.text("", tab.text(type.many())));
        name.addClassName("row");
        H2 title = new H2(name);
        title.addClassName("grow");
        return Elements.div("row", title, Elements.text("mine-count", number(all) + (exact ? "" : "+")), Elements.text("quiet small", tab.text(Label.of("home.mine.open"))));
    }

    private Component stages(List<Board.Column> open, long all) {
        Div bar = Elements.div("stage-share");
        bar.getElement().setAttribute("aria-hidden", "true");
        Div legend = Elements.div("row wrap");
        for (Board.Column column : open) {
            if (column.count().value() > 0) {
                Div share = Elements.div("stage-" + column.stage().colour());
                share.getStyle().set("flex", Math.max(1, column.count().value() * 100 / all) + " 0 0");
                bar.add(share);
            }
            Anchor chip = Elements.link(address("&stage=" + column.stage().id()), Elements.dot(column.stage()),
                    Elements.text("", tab.text(column.stage().name())), Elements.text("strong", number(column.count().value()) + (column.count().exact() ? "" : "+")));
            chip.addClassName("chip");
            legend.add(chip);
        }
        return Elements.div("stack tight", bar, legend);
    }

    private List<Document> next() {
        Filter wanted = mine.and(Filter.stages(pipeline.stages().stream().filter(MyDocuments::open).map(Stage::id).toList()));
        Query query = Query.newest(type.id()).where(wanted).limited(SHOWN);
        return portal.documents.find(date().map(field -> query.sorted(field.id(), false)).orElse(query), tab.actor()).documents();
    }

    private Component line(Document document) {
        Anchor line = Elements.link(document.ref().toString(), Elements.text("grow cut", document.get(type.title()).orElse("#" + document.ref().id())));
        line.addClassName("line");
        Optional<Field<?>> date = date();
        Optional<Object> due = date.flatMap(field -> document.values().any(field));
        if (due.isPresent()) {
            line.add(Elements.text(past(due.get()) ? "small late" : "small quiet", portal.notation.show(date.get(), due.get(), tab.habits())));
        } else {
            document.stage().flatMap(type::stage).ifPresent(stage -> line.add(Elements.dot(stage), Elements.text("small quiet", tab.text(stage.name()))));
        }
        return line;
    }

    private Optional<Field<?>> date() {
        return type.fields().stream().filter(field -> field.listed() && (field.kind() instanceof Kind.Moment || field.kind() instanceof Kind.Date)).findFirst();
    }

    private boolean past(Object due) {
        return due instanceof Instant moment && moment.isBefore(Instant.now()) || due instanceof LocalDate day && day.isBefore(LocalDate.now(tab.person().zone()));
    }

    private String address(String more) {
        return type.id() + "?mine=1" + more;
    }

    private String number(long value) {
        return NumberFormat.getIntegerInstance(tab.person().language()).format(value);
    }

    private static boolean open(Stage stage) {
        return stage.meaning() == Stage.Meaning.INITIAL || stage.meaning() == Stage.Meaning.IN_WORK;
    }
}
