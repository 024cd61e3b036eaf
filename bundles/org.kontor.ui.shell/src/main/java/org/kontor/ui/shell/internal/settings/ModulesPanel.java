package org.kontor.ui.shell.internal.settings;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.kontor.api.labels.Label;
import org.kontor.api.modules.DroppedBundle;
import org.kontor.api.modules.Module;
import org.kontor.api.modules.Modules;
import org.kontor.api.modules.Switching;
import org.kontor.ui.api.Viewer;
import org.kontor.ui.shell.internal.parts.Elements;

/// The modules and dropped bundles as one person sees them; follows what changes.
final class ModulesPanel {
    private static final Map<Module.State, String> MARKS = Map.of(Module.State.ON, "good", Module.State.OFF, "", Module.State.BROKEN, "bad");

    private final Modules modules;
    private final Viewer viewer;
    private final Set<String> switching;
    private final Map<String, Label> refusals = new HashMap<>();
    private final Div content = Elements.div("stack wide-gap");

    ModulesPanel(Modules modules, Viewer viewer, Set<String> switching) {
        this.modules = modules;
        this.viewer = viewer;
        this.switching = switching;
    }

    Component content() {
        draw();
        content.addAttachListener(attached -> {
            AutoCloseable watch = modules.watch(() -> viewer.later(this::draw));
            attached.unregisterListener();
            content.addDetachListener(_ -> close(watch));
        });
        return content;
    }

    private void draw() {
        List<Module> all = modules.all();
        Map<String, String> names = all.stream().collect(Collectors.toMap(Module::id, module -> viewer.text(module.name())));
        Div list = Elements.div("modules");
        all.forEach(module -> list.add(module(module, names)));
        content.removeAll();
        content.add(all.isEmpty() ? Elements.empty("puzzle", text("modules.none"), text("modules.none.hint")) : list, dropped());
    }

    private Component module(Module module, Map<String, String> names) {
        String name = names.get(module.id());
        boolean busy = switching.contains(module.id());
        H2 title = new H2(name);
        Div facts = Elements.div("row wrap small quiet",
                state(text("modules.state." + module.state().name().toLowerCase(java.util.Locale.ROOT)), MARKS.get(module.state())),
                Elements.text("", text("modules.version", module.version())));
        if (!module.requires().isEmpty()) {
            facts.add(Elements.text("", text("modules.requires", module.requires().stream().map(id -> names.getOrDefault(id, id)).collect(Collectors.joining(", ")))));
        }
        Div words = Elements.div("grow module-words", title, paragraph(viewer.text(module.description())), facts);
        module.problem().ifPresent(problem -> words.add(Elements.note("bad", "circle-alert", viewer.text(problem))));
        Optional.ofNullable(refusals.get(module.id())).ifPresent(reason -> words.add(alert(reason)));
        Div side = Elements.div("module-side", toggle(module, name, busy));
        if (busy) {
            // shown after a second: most switches are done before
            side.add(Elements.text("quiet small module-busy", text("modules.switching")));
        }
        return Elements.test(Elements.div("panel module", words, side), "module-" + module.id());
    }

    private Component alert(Label reason) {
        Div note = Elements.note("bad", "circle-alert", viewer.text(reason));
        note.getElement().setAttribute("role", "alert");
        return note;
    }

    private Component toggle(Module module, String name, boolean busy) {
        boolean on = module.state() != Module.State.OFF;
        NativeButton toggle = new NativeButton("", _ -> toggle(module, !on));
        toggle.addClassName("switch");
        toggle.getElement().setAttribute("type", "button").setAttribute("role", "switch").setAttribute("aria-checked", Boolean.toString(on)).setAttribute("aria-label", text("modules.switch", name));
        toggle.setEnabled(!busy);
        return Elements.test(toggle, "switch-" + module.id());
    }

    /// On a thread of its own: switching changes the menus of all tabs, this one too.
    private void toggle(Module module, boolean on) {
        if (!switching.add(module.id())) {
            return;
        }
        refusals.remove(module.id());
        draw();
        Thread.ofVirtual().name("kontor-switch").start(() -> {
            try {
                Switching result = on ? modules.switchOn(module.id(), viewer.actor()) : modules.switchOff(module.id(), viewer.actor());
                switching.remove(module.id());
                viewer.later(() -> done(module, on, result));
            } finally {
                switching.remove(module.id());
            }
        });
    }

    private void done(Module module, boolean on, Switching result) {
        switch (result) {
            case Switching.Done _ -> viewer.tell(Label.of(on ? "modules.switched-on" : "modules.switched-off", module.name()));
            case Switching.Refused(Label reason) -> {
                refusals.put(module.id(), reason);
                viewer.tell(reason);
            }
        }
        draw();
    }

    private Component dropped() {
        Div section = Elements.div("stack", Elements.div("settings-head", new H2(text("modules.dropped")), paragraph(text("modules.dropped.hint"))));
        List<DroppedBundle> bundles = modules.dropped();
        if (bundles.isEmpty()) {
            section.add(Elements.text("quiet small", text("modules.no-dropped")));
        }
        bundles.forEach(bundle -> section.add(dropped(bundle)));
        return section;
    }

    private Component dropped(DroppedBundle bundle) {
        boolean well = bundle.active() && bundle.problem().isEmpty();
        Div facts = Elements.div("row wrap small quiet", state(text(well ? "modules.active" : "modules.not-active"), well ? "good" : "bad"));
        if (!bundle.symbolicName().isEmpty()) {
            facts.add(Elements.text("", bundle.symbolicName() + " " + bundle.version()));
        }
        Div words = Elements.div("grow module-words", new H3(bundle.file()), facts);
        bundle.problem().ifPresent(problem -> words.add(Elements.note(bundle.active() ? "warn" : "bad", "circle-alert", viewer.text(problem))));
        return Elements.test(Elements.div("panel module", Elements.div("mark " + (well ? "good" : "bad"), Elements.icon(well ? "package" : "triangle-alert")), words), "dropped-" + bundle.file());
    }

    private static Component state(String text, String kind) {
        return Elements.text(("state " + kind).strip(), text);
    }

    private static Paragraph paragraph(String text) {
        Paragraph paragraph = new Paragraph(text);
        paragraph.addClassNames("quiet", "small");
        return paragraph;
    }

    private static void close(AutoCloseable watch) {
        try {
            watch.close();
        } catch (Exception e) {
            throw new IllegalStateException("the page of modules could not stop listening", e);
        }
    }

    private String text(String key, Object... arguments) {
        return viewer.text(Label.of(key, arguments));
    }
}
