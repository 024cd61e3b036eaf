package org.kontor.itests.benchmarks.documents;

import java.util.Arrays;
import java.util.List;
import org.kontor.itests.benchmarks.Figures;
import org.kontor.storage.Engine;

/// The area `documents`: reading, writing, importing, searching and reshaping among few and many deals, on both databases.
///
/// `-Dkontor.bench.engines=H2` and `-Dkontor.bench.parts=writes,lists` measure less.
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
        try (Shop large = filled(engine, name, sizes.large())) {
            if (PARTS.contains("lists") || PARTS.contains("costs")) {
                try (Shop small = filled(engine, name, sizes.small())) {
                    if (PARTS.contains("lists")) {
                        ;
                    }
                    if (PARTS.contains("costs")) {
                        ;
                    }
                }
            }
            if (PARTS.contains("rights")) {
                ;
            }
            if (PARTS.contains("writes")) {
                new WriteFigures(figures, name, large, sizes).measure();
            }
            if (PARTS.contains("import")) {
                ;
            }
            if (PARTS.contains("shape")) {
                ;
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
