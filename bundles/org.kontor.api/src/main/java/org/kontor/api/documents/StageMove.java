package org.kontor.api.documents;

import java.util.Optional;

/// A document entered the stage `to`; `from` is empty when it was created there.
public record StageMove(Optional<String> from, String to) {}
