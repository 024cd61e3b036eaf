package org.kontor.rest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.api.documents.Refusal;
import org.kontor.api.labels.Label;
import tools.jackson.databind.JsonNode;

/// Ends a request with an answer that tells what is wrong (RFC 9457). `code` is for programs: it does not change with the language.
final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// What is wrong at one place of the body; `pointer` is the place as a JSON pointer (RFC 6901) in a fragment.
    record Place(Optional<String> name, Optional<String> pointer, String code, Label reason) {
        private static final List<String> MEMBERS = List.of("fields", "stage", "version");

        /// A place in the body of a document: a member, or one of the fields.
        static Place of(Optional<String> name, Label reason) {
            return new Place(name, name.map(text -> (MEMBERS.contains(text) ? "#/" : "#/fields/") + text.replace("~", "~0").replace("/", "~1")), Problem.code(reason), reason);
        }
    }

    private final int status;
    private final String code;
    private final transient Label detail;
    private final transient List<Place> places;
    private final transient Map<String, String> headers;
    private final transient Map<String, JsonNode> more;

    private Problem(int status, String code, Label detail, List<Place> places, Map<String, String> headers, Map<String, JsonNode> more) {
        super(code, null, false, false);
        this.status = status;
        this.code = code;
        this.detail = detail;
        this.places = List.copyOf(places);
        this.headers = Map.copyOf(headers);
        this.more = Map.copyOf(more);
    }

    /// The detail is the label `rest.<code>`.
    static Problem of(int status, String code, Object... arguments) {
        return new Problem(status, code, Label.of("rest." + code, arguments), List.of(), Map.of(), Map.of());
    }

    static Problem denied(Label rule) {
        return new Problem(403, "denied", Label.of("rest.denied", rule), List.of(), Map.of(), Map.of());
    }

    static Problem refused(List<Refusal> reasons) {
        List<Place> places = new ArrayList<>();
        reasons.forEach(reason -> places.add(Place.of(reason.field(), reason.reason())));
        return places(422, "refused", places);
    }

    /// As [#refused] for what is no document: `field` names what is wrong, which need not be a member of the body.
    static Problem unchanged(List<Refusal> reasons) {
        return places(422, "refused", reasons.stream().map(reason -> new Place(reason.field(), Optional.empty(), code(reason.reason()), reason.reason())).toList());
    }

    /// Nothing was written because of one reason.
    static Problem refused(Label reason) {
        return refused(List.of(Refusal.of(reason)));
    }

    static Problem places(int status, String code, List<Place> places) {
        return new Problem(status, code, Label.of("rest." + code, places.size()), places, Map.of(), Map.of());
    }

    Problem with(String header, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(header, value);
        return new Problem(status, code, detail, places, all, more);
    }

    Problem with(String member, JsonNode value) {
        Map<String, JsonNode> all = new LinkedHashMap<>(more);
        all.put(member, value);
        return new Problem(status, code, detail, places, headers, all);
    }

    /// A label's key says for programs what it says for people.
    static String code(Label label) {
        return label instanceof Label.Keyed keyed ? keyed.key() : "refused";
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    Label detail() {
        return detail;
    }

    List<Place> places() {
        return places;
    }

    Map<String, String> headers() {
        return headers;
    }

    Map<String, JsonNode> more() {
        return more;
    }
}
