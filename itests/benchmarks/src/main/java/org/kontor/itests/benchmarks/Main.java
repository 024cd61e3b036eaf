package org.kontor.itests.benchmarks;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.kontor.itests.benchmarks.documents.DocumentsArea;
import org.kontor.itests.benchmarks.documents.Sizes;
import org.kontor.itests.harness.Repository;

/// `AREA [--quick]`: prints the figures of an area, one a line, and keeps them under `target/bench/`.
public final class Main {
    private static final List<String> AREAS = List.of("platform", "documents");

    private Main() {}

    public static void main(String[] args) throws Exception {
        boolean quick = Arrays.asList(args).contains("--quick");
        List<String> areas = Arrays.stream(args).filter(argument -> !argument.startsWith("--")).toList();
        if (areas.size() != 1 || !AREAS.contains(areas.getFirst())) {
            System.err.println("which area? One of " + String.join(", ", AREAS) + ", then --quick for a short run");
            System.exit(2);
        }
        Path folder = Repository.root().resolve("target/bench");
        Figures figures = areas.getFirst().equals("documents") ? new DocumentsArea(quick ? Sizes.QUICK : Sizes.FULL).measure() : new Platform(quick).measure();
        figures.keep(folder);
        System.out.println(figures.missed() + " bounds missed");
        System.exit(figures.missed() == 0 ? 0 : 1);
    }
}
