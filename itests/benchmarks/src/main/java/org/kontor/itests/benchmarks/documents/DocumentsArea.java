package org.kontor.itests.benchmarks.documents;

import java.util.Arrays;
import java.util.List;
import org.kontor.itests.benchmarks.Figures;
import org.kontor.storage.Engine;

/// The area `documents`: reading, writing, importing, searching and reshaping among few and many deals, on both databases.
///
/// `-Dkontor.bench.engines=H2` and `-Dkontor.bench.parts=writes,lists` measure less, `-Dkontor.bench.large=10000` among fewer deals, `-Dkontor.bench.import-rows=20000` imports so many.
public final class DocumentsArea {
    private static final List<String> ENGINES = List.of(System.getProperty("kontor.bench.engines", "H2,POSTGRESQL").split(","));
    private static final List<String> PARTS = List.of(System.getProperty("kontor.bench.parts", "lists,rights,costs,writes,shape,import").split(","));

    private final Figures figures = new Figures("documents");
    private final Sizes sizes;

    public DocumentsArea(Sizes sizes) {
        this.sizes = sizes;
    }

    public Figures measure() throws Exception {
        for (Engine engine : Arrays.stream(Engine.values()).filter(each -> ENGINES.contains(each.name())).toList()) {
            engine(engine, engine == Engine.H2 ? "h2" : "postgresql");
        }
        return figures;
    }

    private void engine(Engine engine, String name) throws Exception {
        try (Shop large = filled(engine, name, Integer.getInteger("kontor.bench.large", sizes.large()))) {
            if (PARTS.contains("lists") || PARTS.contains("costs")) {
                try (Shop small = filled(engine, name, sizes.small())) {
                    if (PARTS.contains("lists")) {
                        new ReadFigures(figures, name, small, large, sizes.pages()).measure();
                    }
                    if (PARTS.contains("costs")) {
                        new CostFigures(figures, name, small, large).measure();
                    }
                }
            }
            if (PARTS.contains("rights")) {
                new RightsFigures(figures, name, large, sizes.pages()).measure();
            }
            if (PARTS.contains("writes")) {
                new WriteFigures(figures, name, large, sizes).measure();
            }
            if (PARTS.contains("import")) {
                new ImportFigures(figures, name, large, Integer.getInteger("kontor.bench.import-rows", sizes.importRows())).measure();
            }
            if (PARTS.contains("shape")) {
                new ShapeFigures(figures, name, large).measure();
            }
        }
    }

    private Shop filled(Engine engine, String name, int deals) throws Exception {
        long begin = System.nanoTime();
        Shop shop = Shop.open(engine, deals, sizes.contactsBeside(deals));
        figures.tell(name + ".filled." + deals, (System.nanoTime() - begin) / 1e9, "s");
        return shop;
    }
}
