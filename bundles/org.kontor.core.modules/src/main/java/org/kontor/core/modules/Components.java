package org.kontor.core.modules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/// What is wrong with the components of bundles.
final class Components {
    private static final int FAILED = 16;

    private final ServiceComponentRuntime runtime;

    Components(ServiceComponentRuntime runtime) {
        this.runtime = runtime;
    }

    /// One line for each component that failed or misses something; empty when all is well.
    List<String> problems(Collection<Bundle> bundles) {
        List<String> problems = new ArrayList<>();
        for (ComponentDescriptionDTO description : runtime.getComponentDescriptionDTOs(bundles.toArray(Bundle[]::new))) {
            for (ComponentConfigurationDTO configuration : runtime.getComponentConfigurationDTOs(description)) {
                if (configuration.state == FAILED) {
                    problems.add(description.implementationClass + ": " + firstLine(configuration.failure));
                } else if ((configuration.state & (ComponentConfigurationDTO.SATISFIED | ComponentConfigurationDTO.ACTIVE)) == 0) {
                    List<String> missing = Arrays.stream(configuration.unsatisfiedReferences)
                            .map(reference -> Arrays.stream(description.references).filter(each -> each.name.equals(reference.name)).findFirst().map(each -> each.interfaceName).orElse(reference.name))
                            .toList();
                    problems.add(description.implementationClass + " needs " + missing);
                }
            }
        }
        return problems;
    }

    private static String firstLine(String failure) {
        String line = failure.strip().lines().findFirst().orElse("");
        return line.length() > 300 ? line.substring(0, 300) : line;
    }
}
