package org.kontor.core.modules;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.service.feature.Feature;

/// Which modules a module needs: those its feature names in the extension `kontor-requires`, a text with one id a line, and those whose
/// bundles its own bundles are wired to.
final class Requirements {
    static final String EXTENSION = "kontor-requires";

    private final Map<String, Feature> features;
    private final Switch bundles;

    Requirements(Map<String, Feature> features, Switch bundles) {
        this.features = features;
        this.bundles = bundles;
    }

    /// The modules `id` needs, by id.
    List<String> of(String id) {
        Feature feature = features.get(id);
        Set<String> needed = new TreeSet<>();
        Optional.ofNullable(feature.getExtensions().get(EXTENSION)).ifPresent(extension ->
                extension.getText().stream().map(String::strip).filter(features::containsKey).forEach(needed::add));
        Set<Bundle> wired = bundles.bundles(feature).stream().flatMap(bundle -> providers(bundle).stream()).collect(Collectors.toSet());
        features.forEach((other, its) -> {
            if (!other.equals(id) && bundles.bundles(its).stream().anyMatch(wired::contains)) {
                needed.add(other);
            }
        });
        return List.copyOf(needed);
    }

    private static Set<Bundle> providers(Bundle bundle) {
        BundleWiring wiring = bundle.adapt(BundleWiring.class);
        List<BundleWire> wires = wiring == null ? List.of() : wiring.getRequiredWires(null);
        return wires == null ? Set.of() : wires.stream().map(wire -> wire.getProvider().getBundle()).collect(Collectors.toSet());
    }
}
