package org.kontor.ui.shell.internal.pipelines;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.kontor.api.documents.Pipeline;
import org.kontor.api.documents.Stage;

/// Guesses which stage of another pipeline is which.
public final class StageMap {
    private StageMap() {}

    /// For each of `from` the stage of `target` with the same name, else one of the same meaning with the nearest place, else the initial one. `name` gives the text of a stage's name.
    public static Map<String, String> guess(List<Stage> from, Pipeline target, Function<Stage, String> name) {
        Map<String, String> map = new LinkedHashMap<>();
        for (Stage stage : from) {
            Optional<Stage> same = target.stages().stream().filter(each -> name.apply(each).strip().equalsIgnoreCase(name.apply(stage).strip())).findFirst();
            int place = from.indexOf(stage);
            Stage found = same.or(() -> target.stages().stream().filter(each -> each.meaning() == stage.meaning())
                    .min(Comparator.comparingInt(each -> Math.abs(target.stages().indexOf(each) - place)))).orElseGet(target::initial);
            map.put(stage.id(), found.id());
        }
        return map;
    }
}
