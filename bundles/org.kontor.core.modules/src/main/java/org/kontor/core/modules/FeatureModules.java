package org.kontor.core.modules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.kontor.api.access.Access;
import org.kontor.api.access.Permission;
import org.kontor.api.labels.Label;
import org.kontor.api.modules.DroppedBundle;
import org.kontor.api.modules.Module;
import org.kontor.api.modules.Modules;
import org.kontor.api.modules.Switching;
import org.kontor.api.people.Actor;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleListener;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceListener;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.feature.Feature;
import org.osgi.service.feature.FeatureService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Modules as OSGi features. All are on until an administrator switches them off; what is off is remembered in the file `modules-off`
/// of the data folder. One switch at a time; looking never waits for one.
@Component(immediate = true)
public final class FeatureModules implements Modules {
    private static final Logger LOG = LoggerFactory.getLogger(FeatureModules.class);

    private final BundleContext context;
    private final Access access;
    private final OffFile off;
    private final Map<String, Feature> features;
    private final Switch bundles;
    private final Requirements requirements;
    private final Components components;
    private final DroppedBundles dropped;
    private final DeployFolder folder;
    private final Notices notices = new Notices();
    private final Map<String, String> failures = new ConcurrentHashMap<>();
    private final BundleListener bundleListener = _ -> notices.soon();
    /// The runtime of components changes a property of its service whenever a component changed.
    private final ServiceListener componentListener = _ -> notices.soon();

    @Activate
    public FeatureModules(BundleContext context, @Reference Access access, @Reference FeatureService service, @Reference ConfigurationAdmin configurations, @Reference ServiceComponentRuntime runtime)
            throws IOException, InvalidSyntaxException {
        this.context = context;
        this.access = access;
        Path home = Path.of(property("kontor.home", "."));
        Path data = Path.of(property("kontor.data", "data"));
        FeatureFiles files = new FeatureFiles(home, service);
        this.off = new OffFile(data.resolve("modules-off"));
        this.features = files.read();
        if (!Boolean.parseBoolean(property("kontor.demo", "false"))) {
            features.remove("demo");
        }
        this.components = new Components(runtime);
        this.bundles = new Switch(context, configurations, components, files);
        this.requirements = new Requirements(features, bundles);
        this.dropped = new DroppedBundles(context, data.resolve("deploy"), components, notices);
        features.forEach(this::bring);
        this.folder = new DeployFolder(data.resolve("deploy"), notices);
        context.addBundleListener(bundleListener);
        context.addServiceListener(componentListener, "(objectClass=" + ServiceComponentRuntime.class.getName() + ")");
    }

    @Deactivate
    void close() throws IOException {
        context.removeBundleListener(bundleListener);
        context.removeServiceListener(componentListener);
        folder.close();
        notices.close();
    }

    @Override
    public List<Module> all() {
        return features.keySet().stream().map(this::module).toList();
    }

    @Override
    public synchronized Switching switchOn(String id, Actor actor) {
        Optional<Label> objection = objection(id, actor).or(() -> missing(id));
        if (objection.isPresent()) {
            return new Switching.Refused(objection.get());
        }
        return switched(id, true, actor);
    }

    @Override
    public synchronized Switching switchOff(String id, Actor actor) {
        Optional<Label> objection = objection(id, actor).or(() -> needed(id));
        if (objection.isPresent()) {
            return new Switching.Refused(objection.get());
        }
        return switched(id, false, actor);
    }

    @Override
    public List<DroppedBundle> dropped() {
        return dropped.all();
    }

    @Override
    public AutoCloseable watch(Runnable changed) {
        return notices.watch(changed);
    }

    private Switching switched(String id, boolean on, Actor actor) {
        Feature feature = features.get(id);
        try {
            if (on) {
                bundles.on(feature);
            } else {
                bundles.off(feature);
            }
            off.set(id, on);
        } catch (IllegalStateException | UncheckedIOException e) {
            LOG.warn("module {} can't be switched {}", id, on ? "on" : "off", e);
            return new Switching.Refused(Label.of("modules.switch-failed", String.valueOf(e.getMessage())));
        }
        failures.remove(id);
        notices.soon();
        LOG.info("module {} switched {} by {}", id, on ? "on" : "off", actor);
        return new Switching.Done(module(id));
    }

    private void bring(String id, Feature feature) {
        try {
            if (off.contains(id)) {
                bundles.off(feature);
            } else {
                bundles.on(feature);
            }
        } catch (IllegalStateException e) {
            LOG.error("module {} does not start", id, e);
            failures.put(id, String.valueOf(e.getMessage()));
        }
    }

    private Optional<Label> objection(String id, Actor actor) {
        if (!access.may(actor, Permission.ADMINISTER)) {
            return Optional.of(Label.of("modules.no-right"));
        }
        return features.containsKey(id) ? Optional.empty() : Optional.of(Label.of("modules.unknown", id));
    }

    private Optional<Label> missing(String id) {
        return requirements.of(id).stream().filter(off::contains).findFirst().map(needed -> Label.of("modules.requires-off", name(id), name(needed)));
    }

    private Optional<Label> needed(String id) {
        return features.keySet().stream().filter(other -> !off.contains(other) && requirements.of(other).contains(id)).findFirst()
                .map(other -> Label.of("modules.required-by", name(id), name(other)));
    }

    private Label name(String id) {
        return Label.of(features.get(id).getName().orElse(id));
    }

    private Module module(String id) {
        Feature feature = features.get(id);
        List<String> problems = new ArrayList<>();
        Optional.ofNullable(failures.get(id)).ifPresent(problems::add);
        if (!off.contains(id)) {
            problems.addAll(components.problems(bundles.bundles(feature)));
        }
        Module.State state = off.contains(id) ? Module.State.OFF : problems.isEmpty() ? Module.State.ON : Module.State.BROKEN;
        return new Module(id, name(id), Label.of(feature.getDescription().orElse(id)), feature.getID().getVersion(), state, requirements.of(id),
                problems.stream().findFirst().map(problem -> Label.of("modules.broken", problem)));
    }

    private String property(String key, String otherwise) {
        return Optional.ofNullable(context.getProperty(key)).orElse(otherwise);
    }
}
