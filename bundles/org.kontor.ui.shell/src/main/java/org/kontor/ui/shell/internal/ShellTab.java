package org.kontor.ui.shell.internal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.Notation;
import org.kontor.api.labels.Label;
import org.kontor.api.people.Actor;
import org.kontor.api.people.Person;
import org.kontor.ui.shell.internal.card.CardOverlay;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.parts.Mishap;
import org.kontor.ui.shell.internal.parts.Toasts;
import org.kontor.ui.shell.internal.tab.Contributions;
import org.kontor.ui.shell.internal.tab.LiveChanges;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;
import org.kontor.ui.shell.internal.vaadin.Screens;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One tab of a signed-in person: the frame, the page in it, and a card over it.
final class ShellTab implements Screens.Tab, PageTab {
    private static final Logger LOG = LoggerFactory.getLogger(ShellTab.class);
    private static final Map<String, String> COUNTRIES = Map.of("ru", "RU", "it", "IT");

    private final Portal portal;
    private final Contributions contributions;
    private final LiveChanges live;
    private final UI ui;
    private final String sessionKey;
    private final Frame frame;
    private final Pages pages;
    private final Toasts toasts = new Toasts();
    private final Div root = new Div();
    private Person person;
    private String path = "";
    private Map<String, String> query = Map.of();
    private String base = "-";
    private Map<String, String> baseQuery = Map.of();
    private Pages.Opened opened = new Pages.Opened("Kontor", new Div(), () -> false);
    private String title = "Kontor";
    private List<Runnable> closing = new ArrayList<>();
    private Optional<CardOverlay> card = Optional.empty();

    ShellTab(Portal portal, Contributions contributions, LiveChanges live, UI ui, String sessionKey, Person person) {
        this.portal = portal;
        this.contributions = contributions;
        this.live = live;
        this.ui = ui;
        this.sessionKey = sessionKey;
        this.person = person;
        this.frame = new Frame(this, portal, contributions);
        this.pages = new Pages(this, portal, contributions);
        root.setHeightFull();
        root.add(frame.content(), toasts.content());
        ui.setLocale(person.language());
        Mishaps.tellIn(this);
        ui.getPage().executeJs("document.documentElement.lang=$0;document.querySelector('vaadin-connection-indicator')?.setAttribute('role','status');const t=localStorage.getItem('kontor-theme');if(t)document.documentElement.setAttribute('theme',t)", person.language().getLanguage());
    }

    @Override
    public Component content() {
        return root;
    }

    @Override
    public void open(String newPath, Map<String, String> newQuery) {
        Optional<Person> still = portal.sessions.person(sessionKey);
        if (still.isEmpty()) {
            ui.getPage().setLocation("/sign-in?expired=1");
            return;
        }
        person = still.get();
        path = newPath;
        query = newQuery;
        show(false);
    }

    @Override
    public void refresh() {
        person = portal.sessions.person(sessionKey).orElse(person);
        frame.refresh(path);
        show(true);
    }

    @Override
    public void close() {
        leavePage();
        frame.close();
        closeCard();
    }

    @Override
    public String title() {
        return title;
    }

    private void show(boolean anew) {
        Optional<DocumentRef> ref = cardRef();
        String wanted = ref.map(DocumentRef::type).orElse(path);
        boolean same = wanted.equals(base);
        boolean stays = same && (ref.isPresent() || query.equals(baseQuery));
        if (!stays || anew && !opened.fits().get()) {
            base = wanted;
            baseQuery = ref.isEmpty() ? query : same ? baseQuery : Map.of();
            leavePage();
            opened = opened(wanted);
            frame.show(opened.content(), wanted);
        }
        frame.mark(wanted);
        if (anew && card.isPresent() && card.get().ref().equals(ref.orElse(null))) {
            card.get().refresh();
            return;
        }
        closeCard();
        title = opened.title();
        ref.ifPresent(this::openCard);
        ui.getPage().setTitle(title + " · Kontor");
    }

    private Optional<DocumentRef> cardRef() {
        if (!path.matches("[a-z][a-z0-9.-]*/[0-9]{1,18}")) {
            return Optional.empty();
        }
        return Optional.of(DocumentRef.parse(path)).filter(ref -> portal.types.find(ref.type()).isPresent());
    }

    private Pages.Opened opened(String address) {
        try {
            return pages.open(address, baseQuery);
        } catch (RuntimeException | LinkageError e) {
            return new Pages.Opened("Kontor", failed(e), () -> false);
        }
    }

    @Override
    public Component guarded(Supplier<Component> made) {
        try {
            return made.get();
        } catch (RuntimeException | LinkageError e) {
            return failed(e);
        }
    }

    private Component failed(Throwable problem) {
        return Elements.div("page", Elements.note("bad", "triangle-alert", text(Mishap.words(problem, "shell.failed"))));
    }

    private void openCard(DocumentRef ref) {
        CardOverlay overlay = new CardOverlay(this, portal, contributions, live, ref);
        card = Optional.of(overlay);
        root.add(overlay.content());
        title = overlay.title();
    }

    private void closeCard() {
        card.ifPresent(overlay -> {
            overlay.close();
            root.remove(overlay.content());
        });
        card = Optional.empty();
    }

    private void leavePage() {
        closing.forEach(Runnable::run);
        closing = new ArrayList<>();
    }

    @Override
    public void live(Consumer<Set<DocumentRef>> changed) {
        closing.add(live.listen(ui, changed));
    }

    @Override
    public void atLeave(Runnable action) {
        closing.add(action);
    }

    @Override
    public UI ui() {
        return ui;
    }

    @Override
    public void tell(Label message, Label action, Runnable act) {
        toasts.show(text(message), Optional.of(text(action)), act, ui);
    }

    @Override
    public void go(String to, Map<String, String> parameters) {
        ui.navigate(to, parameters(parameters));
    }

    @Override
    public void keep(Map<String, String> parameters, boolean step) {
        baseQuery = Map.copyOf(parameters);
        if (card.isPresent()) {
            return;
        }
        query = baseQuery;
        Location address = new Location(base, parameters(parameters));
        if (step) {
            ui.getPage().getHistory().pushState(null, address);
        } else {
            ui.getPage().getHistory().replaceState(null, address);
        }
    }

    private static QueryParameters parameters(Map<String, String> single) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        single.forEach((key, value) -> all.put(key, List.of(value)));
        return new QueryParameters(all);
    }

    @Override
    public void leaveCard() {
        go(base, baseQuery);
    }

    @Override
    public HasComponents overlays() {
        return root;
    }

    @Override
    public Person person() {
        return person;
    }

    @Override
    public Actor actor() {
        return new Actor.Human(person.id());
    }

    @Override
    public String text(Label label) {
        return portal.labels.text(label, person.language());
    }

    @Override
    public Notation.Habits habits() {
        Locale language = person.language();
        return new Notation.Habits(language, person.zone(), COUNTRIES.getOrDefault(language.getLanguage(), ""));
    }

    @Override
    public void go(String to) {
        ui.navigate(to);
    }

    @Override
    public void open(DocumentRef document) {
        ui.navigate(document.toString());
    }

    @Override
    public void tell(Label message) {
        toasts.show(text(message), Optional.empty(), () -> {}, ui);
    }

    @Override
    public void later(Runnable update) {
        try {
            ui.access(update::run);
        } catch (UIDetachedException e) {
            LOG.debug("a tab was closed already", e);
        }
    }
}
