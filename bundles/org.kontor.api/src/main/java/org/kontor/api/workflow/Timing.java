package org.kontor.api.workflow;

import java.time.Duration;

/// When a robot works after its document entered the stage.
public sealed interface Timing {

    record AtOnce() implements Timing {}

    /// After a span, if the document is still in the stage then.
    record After(Duration span) implements Timing {
        public After {
            if (span.isNegative() || span.isZero() || span.compareTo(Duration.ofDays(3660)) > 0) {
                throw new IllegalArgumentException("the span of a robot must be longer than 0 and at most 10 years, not " + span);
            }
        }
    }
}
