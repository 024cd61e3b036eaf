package org.kontor.ui.shell.internal.parts;

import java.util.Optional;
import java.util.UUID;
import org.kontor.api.documents.Outage;
import org.kontor.api.labels.Label;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What people are told of a failure that nobody expected.
public final class Mishap {
    private static final Logger LOG = LoggerFactory.getLogger(Mishap.class);

    private Mishap() {}

    /// What to say of a failure, which is put into the log; `unknown` is the label for one that no outage explains, with a place for its number.
    public static Label words(Throwable failure, String unknown) {
        Optional<Outage> outage = Outage.behind(failure);
        if (outage.isPresent()) {
            LOG.warn("something could not be done: {} ({})", outage.get(), failure.getMessage());
            return outage.get().label();
        }
        String number = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("something failed, number {}", number, failure);
        return Label.of(unknown, number);
    }
}
