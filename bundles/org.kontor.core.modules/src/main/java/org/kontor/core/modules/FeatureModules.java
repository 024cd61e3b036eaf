package org.kontor.core.modules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
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
/// of the data folder.
@Component(immediate = true)
public final class FeatureModules implements Modules {
    private static final Logger LOG = LoggerFactory.getLogger(FeatureModules.class);

    private final BundleContext context;
    private final Access access;
    private final Path offFile;
    private final Map<String, Feature> features;
    private final Switch bundles;
    private final Components components;
    private final DroppedBundles dropped;
    private final Map<String, String> failures = new ConcurrentHashMap<>();
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
    private final BundleListener listener = _ -> watchers.forEach(Runnable::run);
    private final Set<String> off = new TreeSet<>();

    @Activate
    public FeatureModules(BundleContext context, @Reference Access access, @Reference FeatureService service, @Reference ConfigurationAdmin configurations, @Reference ServiceComponentRuntime runtime) {
        this.context = context;
        this.access = access;
        Path home = Path.of(property("kontor.home", "."));
        Path data = Path.of(property("kontor.data", "data"));
        this.offFile = data.resolve("modules-off");
        FeatureFiles files = new FeatureFiles(home, service);
        this.features = files.read();
        if (!Boolean.parseBoolean(property("kontor.demo", "false"))) {
            features.remove("demo");
        }
        this.components = new Components(runtime);
        this.bundles = new Switch(context, configurations, components, files);
        this.dropped = new DroppedBundles(context, data.resolve("deploy"), components);
        off.addAll(remembered());
        features.forEach(this::bring);
        context.addBundleListener(listener);
    }

    @Deactivate
    void close() {
        context.removeBundleListener(listener);
    }

    @Override
    public synchronized List<Module> all() {
        return features.keySet().stream().map(this::module).toList();
    }

    @Override
    public synchronized Switching switchOn(String id, Actor actor) {
        Optional<Label> objection = objection(id, actor);
        if (objection.isPresent()) {
            return new Switching.Refused(objection.get());
        }
        try {
            bundles.on(features.get(id));
        } catch (IllegalStateException e) {
            LOG.warn("module {} can't be switched on", id, e);
            return new Switching.Refused(Label.of("modules.switch-failed", String.valueOf(e.getMessage())));
        }
        failures.remove(id);
        off.remove(id);
        remember();
        LOG.info("module {} switched on by {}", id, actor);
        return new Switching.Done(module(id));
    }

    @Override
    public synchronized Switching switchOff(String id, Actor actor) {
        Optional<Label> objection = objection(id, actor);
        if (objection.isPresent()) {
            return new Switching.Refused(objection.get());
        }
        try {
            bundles.off(features.get(id));
        } catch (IllegalStateException e) {
            return new Switching.Refused(Label.of("modules.switch-failed", String.valueOf(e.getMessage())));
        }
        off.add(id);
        remember();
        LOG.info("module {} switched off by {}", id, actor);
        return new Switching.Done(module(id));
    }

    @Override
    public List<DroppedBundle> dropped() {
        return dropped.all();
    }

    @Override
    public AutoCloseable watch(Runnable changed) {
        watchers.add(changed);
        return () -> watchers.remove(changed);
    }

    private void bring(String id, Feature feature) {
        if (off.contains(id)) {
            bundles.off(feature);
            return;
        }
        try {
            bundles.on(feature);
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

    private Module module(String id) {
        Feature feature = features.get(id);
        List<String> problems = new ArrayList<>(off.contains(id) ? List.of() : components.problems(bundles.bundles(feature)));
        Optional.ofNullable(failures.get(id)).ifPresent(problems::add);
        Module.State state = off.contains(id) ? Module.State.OFF : problems.isEmpty() ? Module.State.ON : Module.State.BROKEN;
        return new Module(id, Label.of(feature.getName().orElse(id)), Label.of(feature.getDescription().orElse(id)), feature.getID().getVersion(), state, List.of(),
                problems.stream().findFirst().map(problem -> Label.of("modules.broken", problem)));
    }

    private List<String> remembered() {
        try {
            return Files.exists(offFile) ? Files.readAllLines(offFile) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("file " + offFile + " can't be read", e);
        }
    }

    private void remember() {
        try {
            Path draft = Files.writeString(offFile.resolveSibling("modules-off.part"), String.join("\n", off));
            Files.move(draft, offFile, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("file " + offFile + " can't be written", e);
        }
    }

    private String property(String key, String otherwise) {
        return Optional.ofNullable(context.getProperty(key)).orElse(otherwise);
    }
}
