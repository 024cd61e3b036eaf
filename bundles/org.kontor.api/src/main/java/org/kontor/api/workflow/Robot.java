package org.kontor.api.workflow;

import java.util.Map;
import org.kontor.api.documents.Filter;

/// An activity bound to a stage. `id` is unique in its sheet; `input` holds the texts of the form by component name; `condition` tells for
/// which documents it works at all.
public record Robot(String id, String activityId, Timing timing, Filter condition, Map<String, String> input) {
    public Robot {
        input = Map.copyOf(input);
    }
}
