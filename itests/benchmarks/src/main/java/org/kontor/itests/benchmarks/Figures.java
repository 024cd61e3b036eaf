package org.kontor.itests.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// The figures of one area: printed as they come, one a line, and kept as JSON at the end.
public final class Figures {
    private final String area;
    private final List<Map<String, Object>> all = new ArrayList<>();

    public Figures(String area) {
        this.area = area;
    }

    /// A figure without a bound, as a baseline is.
    public void tell(String name, double value, String unit) {
        print(name, value, unit, Map.of(), "");
    }

    /// A figure that should not be larger than `bound`.
    public void atMost(String name, double value, String unit, double bound) {
        print(name, value, unit, Map.of("atMost", bound), " <=" + text(bound) + (value <= bound ? " ok" : " missed"));
    }

    /// A figure that should not be smaller than `bound`.
    public void atLeast(String name, double value, String unit, double bound) {
        print(name, value, unit, Map.of("atLeast", bound), " >=" + text(bound) + (value >= bound ? " ok" : " missed"));
    }

    /// How many figures missed their bound.
    public long missed() {
        return all.stream().filter(figure -> Boolean.FALSE.equals(figure.get("ok"))).count();
    }

    /// Something to know about the figures.
    public void note(String text) {
        System.out.println("  " + text);
    }

    private void print(String name, double value, String unit, Map<String, Double> bound, String judged) {
        System.out.println(area + "." + name + " " + text(value) + " " + unit + judged);
        Map<String, Object> figure = new LinkedHashMap<>(Map.of("name", area + "." + name, "value", value, "unit", unit));
        figure.putAll(bound);
        if (!judged.isEmpty()) {
            figure.put("ok", judged.endsWith(" ok"));
        }
        all.add(figure);
    }

    private static String text(double value) {
        return value >= 100 || value == Math.rint(value) ? Long.toString(Math.round(value)) : String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.1f", value);
    }

    /// Writes `<area>.json` into the folder.
    public void keep(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(area + ".json"), JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(Map.of("area", area, "figures", all)));
        } catch (IOException e) {
            throw new UncheckedIOException("the figures can't be kept in " + folder, e);
        }
    }

    /// The value in the middle, or a bit above it.
    public static double median(List<Double> values) {
        return quantile(values, 0.5);
    }

    public static double quantile(List<Double> values, double share) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(share * (sorted.size() - 1))));
    }
}
