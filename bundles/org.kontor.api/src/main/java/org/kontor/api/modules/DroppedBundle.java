package org.kontor.api.modules;

import java.util.Optional;
import org.kontor.api.labels.Label;

/// A bundle that lies in the `deploy` folder. `problem` tells why it doesn't work, and the way out.
public record DroppedBundle(String file, String symbolicName, String version, boolean active, Optional<Label> problem) {}
