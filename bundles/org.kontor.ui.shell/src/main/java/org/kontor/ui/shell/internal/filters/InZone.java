package org.kontor.ui.shell.internal.filters;

import java.time.ZoneId;
import org.kontor.api.documents.Filter;

/// Moves the periods of a filter into the zone of who looks: a shared filter means everybody's own today.
public final class InZone {
    private InZone() {}

    public static Filter of(Filter filter, ZoneId zone) {
        return switch (filter) {
            case Filter.And and -> new Filter.And(and.parts().stream().map(part -> of(part, zone)).toList());
            case Filter.Or or -> new Filter.Or(or.parts().stream().map(part -> of(part, zone)).toList());
            case Filter.Not not -> new Filter.Not(of(not.part(), zone));
            case Filter.Within within -> new Filter.Within(within.fieldId(), within.period(), zone);
            case Filter.Through through -> new Filter.Through(through.fieldId(), through.typeId(), of(through.linked(), zone));
            case Filter.Any _, Filter.Compare _, Filter.In _, Filter.Empty _, Filter.Words _ -> filter;
        };
    }
}
