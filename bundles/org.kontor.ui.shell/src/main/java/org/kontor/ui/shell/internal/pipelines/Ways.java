package org.kontor.ui.shell.internal.pipelines;

import java.util.Comparator;
import java.util.List;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Pipeline;
import org.kontor.ui.api.Viewer;

/// The order in which pipelines are shown, in lists and menus (PIPE-5).
public final class Ways {
    private Ways() {}

    public static List<Pipeline> sorted(DocumentType type, Viewer viewer) {
        return sorted(type.pipelines(), viewer);
    }

    public static List<Pipeline> sorted(List<Pipeline> ways, Viewer viewer) {
        return ways.stream().sorted(Comparator.comparingInt(Pipeline::sort).thenComparing(way -> viewer.text(way.name()), String.CASE_INSENSITIVE_ORDER)).toList();
    }
}
