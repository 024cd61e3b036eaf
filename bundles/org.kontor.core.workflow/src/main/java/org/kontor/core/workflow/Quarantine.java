package org.kontor.core.workflow;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Activities that did not return several times: each time a thread is lost, so they are not called again until their bundle is updated.
final class Quarantine {
    private static final int MOST = 3;

    private final Map<String, Integer> hangs = new ConcurrentHashMap<>();

    void hung(String activityId) {
        hangs.merge(activityId, 1, Integer::sum);
    }

    void renewed(String activityId) {
        hangs.remove(activityId);
    }

    boolean holds(String activityId) {
        return hangs.getOrDefault(activityId, 0) >= MOST;
    }
}
