package org.kontor.api.modules;

import java.util.List;
import java.util.Optional;
import org.kontor.api.labels.Label;

/// Something an administrator can switch on and off: a feature with its bundles.
///
/// `requires` names modules that must be on first; `problem` tells why it is not as it should be, and the way out.
public record Module(
        String id, Label name, Label description, String version, State state, List<String> requires, Optional<Label> problem) {

    public enum State {
        ON,
        OFF,
        /// It should be on, but something is wrong: see `problem`.
        BROKEN
    }
}
