package org.kontor.api.modules;

import org.kontor.api.labels.Label;

/// What became of switching a module. When it failed, everything is as it was before.
public sealed interface Switching {
    record Done(Module module) implements Switching {}

    record Refused(Label reason) implements Switching {}
}
