package org.kontor.ui.shell.internal.card;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.kontor.api.labels.Label;
import org.kontor.ui.api.CardTab;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.tab.Contributions;

/// Timeline, robots, and the tabs that bundles contribute. Only the chosen one is made.
final class CardTabs {
    /// `owner` is who contributed it, if anybody; two tabs are the same when key and owner are.
    private record Choice(String key, Optional<CardTab> owner, String name, Supplier<Component> content) {
        boolean same(Choice other) {
            return key.equals(other.key) && owner.equals(other.owner);
        }
    }

    private final OpenDocument open;
    private final Contributions contributions;
    private final Timeline timeline;
    private Optional<HistoryTab> history = Optional.empty();
    private final RobotSteps robots;
    private final Div bar = Elements.div("tabs");
    private final Div panel = Elements.div("tab-panel");
    private final Div content = Elements.div("card-tabs", bar, panel);
    private List<Choice> choices = new ArrayList<>();
    private Optional<Choice> chosen = Optional.empty();

    CardTabs(OpenDocument open, Contributions contributions) {
        this.open = open;
        this.contributions = contributions;
        this.timeline = new Timeline(open);
        this.robots = new RobotSteps(open);
        bar.getElement().setAttribute("role", "tablist");
        panel.getElement().setAttribute("role", "tabpanel");
        panel.getElement().setAttribute("tabindex", "0");
        keys();
        refresh();
    }

    Component content() {
        return content;
    }

    /// The document or its runs changed. Contributed tabs look after themselves.
    void update() {
        timeline.update();
        history.ifPresent(HistoryTab::update);
        robots.update();
        drawBar();
    }

    /// Tabs came or went; the chosen one stays as it is while its owner is there.
    void refresh() {
        choices = new ArrayList<>();
        choices.add(new Choice("tab-timeline", Optional.empty(), text("card.timeline"), timeline::content));
        if (open.type().pipeline().isPresent()) {
            choices.add(new Choice("tab-robots", Optional.empty(), text("card.robots"), robots::content));
        }
        choices.add(new Choice("tab-history", Optional.empty(), text("card.history"), this::history));
        for (CardTab tab : contributions.cardTabs()) {
            try {
                if (tab.isFor(open.type(), open.tab())) {
                    choices.add(new Choice("tab-" + tab.order(), Optional.of(tab), open.tab().text(tab.title()), () -> tab.open(open.document(), open.tab())));
                }
            } catch (RuntimeException | LinkageError e) {
                open.tab().guarded(() -> {
                    throw new IllegalStateException("card tab " + tab.getClass().getName() + " could not tell whether it is for " + open.ref(), e);
                });
            }
        }
        Optional<Choice> still = chosen.flatMap(former -> choices.stream().filter(former::same).findFirst());
        if (still.isPresent()) {
            chosen = still;
            drawBar();
        } else {
            choose(choices.getFirst());
        }
    }

    private Component history() {
        HistoryTab made = history.orElseGet(() -> new HistoryTab(open));
        history = Optional.of(made);
        return made.content();
    }

    private void choose(Choice choice) {
        chosen = Optional.of(choice);
        panel.removeAll();
        panel.add(open.tab().guarded(choice.content()));
        panel.getElement().setAttribute("aria-label", choice.name());
        drawBar();
    }

    private void drawBar() {
        List<Component> present = bar.getChildren().toList();
        for (int i = 0; i < choices.size(); i++) {
            Choice choice = choices.get(i);
            Component button = i < present.size() ? present.get(i) : null;
            if (button == null || !choice.key().equals(button.getElement().getAttribute("data-test")) || !choice.name().equals(button.getElement().getAttribute("data-name"))) {
                if (button != null) {
                    bar.getChildren().skip(i).toList().forEach(bar::remove);
                    present = present.subList(0, i);
                }
                bar.add(button(choice));
            }
        }
        bar.getChildren().skip(choices.size()).toList().forEach(bar::remove);
        List<Component> buttons = bar.getChildren().toList();
        for (int i = 0; i < choices.size(); i++) {
            mark(buttons.get(i), choices.get(i));
        }
    }

    private void mark(Component button, Choice choice) {
        boolean selected = chosen.filter(choice::same).isPresent();
        button.getElement().setAttribute("aria-selected", Boolean.toString(selected)).setAttribute("tabindex", selected ? "0" : "-1");
        if (choice.key().equals("tab-robots")) {
            button.getChildren().skip(1).toList().forEach(badge -> badge.getElement().removeFromParent());
            robots.score().ifPresent(score -> ((NativeButton) button).add(Elements.text(robots.troubled() ? "badge warn" : "badge", score)));
        }
    }

    private NativeButton button(Choice choice) {
        NativeButton button = new NativeButton();
        button.add(Elements.text("", choice.name()));
        button.getElement().setAttribute("type", "button").setAttribute("role", "tab").setAttribute("data-name", choice.name());
        String key = choice.key();
        Optional<CardTab> owner = choice.owner();
        button.addClickListener(_ -> choices.stream().filter(each -> each.key().equals(key) && each.owner().equals(owner)).findFirst().ifPresent(this::choose));
        return Elements.test(button, choice.key());
    }

    private void keys() {
        bar.getElement().executeJs("""
                this.addEventListener('keydown', e => {
                  const step = {ArrowRight: 1, ArrowLeft: -1}[e.key];
                  if (!step && e.key !== 'Home' && e.key !== 'End') return;
                  const tabs = [...this.children];
                  const next = e.key === 'Home' ? 0 : e.key === 'End' ? tabs.length - 1 : (tabs.indexOf(document.activeElement) + step + tabs.length) % tabs.length;
                  e.preventDefault();
                  tabs[next].focus();
                  tabs[next].click();
                })""");
    }

    private String text(String key) {
        return open.tab().text(Label.of(key));
    }
}
