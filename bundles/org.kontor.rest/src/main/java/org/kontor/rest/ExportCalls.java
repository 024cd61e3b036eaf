package org.kontor.rest;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.kontor.api.documents.Exports;
import org.kontor.api.documents.Query;
import org.kontor.api.labels.Label;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Documents as a file, written while it is sent.
@Component(service = ExportCalls.class)
public final class ExportCalls {
    private static final List<String> BUILT_IN = List.of("id", "stage", "created", "changed", "createdBy");

    private final Exports exports;
    private final DocumentJson json;

    @Activate
    public ExportCalls(@Reference Exports exports, @Reference DocumentJson json) {
        this.exports = exports;
        this.json = json;
    }

    Answer write(Call call) {
        Exports.Wanted wanted = wanted(call);
        Understanding.of(() -> exports.objection(wanted, call.actor())).ifPresent(ExportCalls::refuse);
        Understanding.of(() -> exports.formats(call.type().id()));
        return Answer.stream(wanted.format().mediaType(), out -> exports.write(wanted, out, call.actor())).named(exports.fileName(wanted, call.actor()));
    }

    private static void refuse(Label reason) {
        throw Problem.denied(reason);
    }

    private Exports.Wanted wanted(Call call) {
        List<String> columns = GroupCalls.list(call.parameters(), "columns");
        for (String column : columns) {
            if (call.type().field(column).isEmpty() && !BUILT_IN.contains(column)) {
                throw Problem.of(400, "unknown-field", ValueJson.shortened(column), FieldChoice.known(call.type()) + ", " + String.join(", ", BUILT_IN));
            }
        }
        String format = call.parameters().one("format").orElse("csv");
        String form = call.parameters().one("form").orElse("people");
        Query query = Listing.query(call, json);
        return new Exports.Wanted(query, columns, choice("format", format, Exports.Format.values()), choice("form", form, Exports.Form.values()));
    }

    private static <E extends Enum<E>> E choice(String name, String text, E[] constants) {
        return Arrays.stream(constants).filter(each -> Body.word(each).equals(text)).findFirst()
                .orElseThrow(() -> Problem.of(400, "bad-choice", name, Arrays.stream(constants).map(Body::word).collect(Collectors.joining(", ")), ValueJson.shortened(text)));
    }
}
