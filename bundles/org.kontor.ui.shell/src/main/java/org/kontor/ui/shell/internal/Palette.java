package org.kontor.ui.shell.internal;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.Locale;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Search;
import org.kontor.api.labels.Label;
import org.kontor.ui.api.Command;
import org.kontor.ui.api.MenuEntry;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.parts.Popup;
import org.kontor.ui.shell.internal.tab.Contributions;
import org.kontor.ui.shell.internal.tab.Portal;

/// Finds pages, commands and documents by words (Ctrl+K).
final class Palette {
    private static final int FOUND = 20;

    private final ShellTab tab;
    private final Portal portal;
    private final Contributions contributions;
    private final Div results = Elements.div("results");
    private final Popup popup;

    Palette(ShellTab tab, Portal portal, Contributions contributions) {
        this.tab = tab;
        this.portal = portal;
        this.contributions = contributions;
        TextField words = new TextField();
        words.setPlaceholder(tab.text(Label.of("shell.find")));
        words.getElement().setAttribute("aria-label", tab.text(Label.of("shell.find")));
        words.setValueChangeMode(ValueChangeMode.LAZY);
        words.setValueChangeTimeout(200);
        words.addValueChangeListener(event -> search(event.getValue()));
        words.setAutofocus(true);
        words.setWidthFull();
        this.popup = new Popup(tab.text(Label.of("shell.find")), Elements.test(words, "palette"), results);
        words.addKeyPressListener(Key.ENTER, _ -> results.getChildren().findFirst().ifPresent(first -> first.getElement().executeJs("this.click()")));
        search("");
        words.focus();
    }

    void open() {
        popup.open(tab);
    }

    private void search(String words) {
        results.removeAll();
        String wanted = words.strip().toLowerCase(Locale.ROOT);
        line("house", tab.text(Label.of("shell.home")), wanted, () -> tab.go(""));
        for (DocumentType type : portal.types.all()) {
            if (type.listed()) {
                line(type.icon(), tab.text(type.many()), wanted, () -> tab.go(type.id()));
                line("bot", tab.text(Label.of("shell.robots")) + ": " + tab.text(type.many()), wanted, () -> tab.go("robots/" + type.id()));
                line("upload", tab.text(Label.of("shell.import")) + ": " + tab.text(type.many()), wanted, () -> tab.go("import/" + type.id()));
            }
        }
        line("trash-2", tab.text(Label.of("trash.page")), wanted, () -> tab.go("trash"));
        line("layers", tab.text(Label.of("batch.page")), wanted, () -> tab.go("batches"));
        for (MenuEntry entry : contributions.menu()) {
            line(entry.icon(), tab.text(entry.name()), wanted, () -> tab.go(entry.path()));
        }
        for (Command command : contributions.commands()) {
            if (command.isFor(tab)) {
                line(command.icon(), tab.text(command.name()), wanted, () -> command.run(tab));
            }
        }
        if (wanted.length() >= 2) {
            documents(words);
        }
        if (results.getChildren().findAny().isEmpty()) {
            results.add(Elements.text("quiet", tab.text(Label.of("shell.nothing-found"))));
        }
    }

    private void documents(String words) {
        for (Search.Hit hit : portal.search.find(new Search.Wanted(words, listed(), FOUND), tab.actor())) {
            Document document = hit.document();
            portal.types.find(document.ref().type()).ifPresent(type ->
                    add(type.icon(), document.get(type.title()).orElse(document.ref().toString()), tab.text(type.one()), () -> tab.open(document.ref())));
        }
    }

    private List<String> listed() {
        return portal.types.all().stream().filter(DocumentType::listed).map(DocumentType::id).toList();
    }

    private void line(String icon, String name, String wanted, Runnable act) {
        if (name.toLowerCase(Locale.ROOT).contains(wanted)) {
            add(icon, name, "", act);
        }
    }

    private void add(String icon, String name, String kind, Runnable act) {
        NativeButton button = new NativeButton();
        button.add(Elements.icon(icon), Elements.text("grow name", name));
        if (!kind.isEmpty()) {
            button.add(Elements.text("quiet small", kind));
        }
        button.addClickListener(_ -> {
            popup.close();
            act.run();
        });
        results.add(button);
    }
}
