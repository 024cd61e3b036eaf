package org.kontor.core.modules;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What has to be taken back, last first.
final class Undo {
    private static final Logger LOG = LoggerFactory.getLogger(Undo.class);

    interface Act {
        void run() throws Exception;
    }

    private final Deque<Act> acts = new ArrayDeque<>();

    void push(Act act) {
        acts.push(act);
    }

    void all() {
        while (!acts.isEmpty()) {
            try {
                acts.pop().run();
            } catch (Exception e) {
                LOG.warn("a part of a failed switch could not be taken back", e);
            }
        }
    }
}
