package org.kontor.rest;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.api.access.Permission;

/// One line of what can be asked: a method and an address with places in braces, who answers, and what tools are told about it.
///
/// `name` names the operation and its label `rest.openapi.<name>`.
record Route(String method, String address, String name, Handler handler, Says says) {
    /// The name of the one route that serves who may not read.
    static final String CREATE = "create";

    /// Answers a call of this route.
    @FunctionalInterface
    interface Handler {
        Answer answer(Call call) throws IOException;
    }

    /// What a route says of itself: the parameters it knows, the schemas of what it takes and gives (empty for none; `*` for the bytes of a file), the status it
    /// answers with, whether it changes anything, whether it can be asked for once by an Idempotency-Key, and the permission it needs.
    record Says(List<String> parameters, String takes, String gives, int status, boolean writes, boolean keyed, Optional<Permission> needs) {
        static final String FILE = "*";
        private static final Says READS = new Says(List.of(), "", "", 200, false, false, Optional.empty());
        private static final Says WRITES = new Says(List.of(), "", "", 200, true, false, Optional.empty());
    }

    static Route get(String address, String name, Handler handler) {
        return new Route("GET", address, name, handler, Says.READS);
    }

    static Route post(String address, String name, Handler handler) {
        return new Route("POST", address, name, handler, Says.WRITES);
    }

    static Route put(String address, String name, Handler handler) {
        return new Route("PUT", address, name, handler, Says.WRITES);
    }

    static Route patch(String address, String name, Handler handler) {
        return new Route("PATCH", address, name, handler, Says.WRITES);
    }

    static Route delete(String address, String name, Handler handler) {
        return new Route("DELETE", address, name, handler, Says.WRITES);
    }

    /// With parameters behind the question mark.
    Route asks(String... parameters) {
        return saying(new Says(List.of(parameters), says.takes, says.gives, says.status, says.writes, says.keyed, says.needs));
    }

    Route takes(String schema) {
        return saying(new Says(says.parameters, schema, says.gives, says.status, says.writes, says.keyed, says.needs));
    }

    Route gives(String schema) {
        return saying(new Says(says.parameters, says.takes, schema, says.status, says.writes, says.keyed, says.needs));
    }

    /// Answers 201; the same request under the same Idempotency-Key is carried out once.
    Route creates() {
        return saying(new Says(says.parameters, says.takes, says.gives, 201, says.writes, true, says.needs));
    }

    /// Answers 200, and is carried out once under the same Idempotency-Key.
    Route once() {
        return saying(new Says(says.parameters, says.takes, says.gives, says.status, says.writes, true, says.needs));
    }

    /// Answers 202: what is asked for goes on in the background. Carried out once under the same Idempotency-Key.
    Route starts() {
        return saying(new Says(says.parameters, says.takes, says.gives, 202, says.writes, true, says.needs));
    }

    /// Answers without a body.
    Route silently() {
        return saying(new Says(says.parameters, says.takes, "", 204, says.writes, says.keyed, says.needs));
    }

    /// Changes nothing though it has a body: open to tokens that may only read.
    Route changingNothing() {
        return saying(new Says(says.parameters, says.takes, says.gives, says.status, false, says.keyed, says.needs));
    }

    Route needs(Permission permission) {
        return saying(new Says(says.parameters, says.takes, says.gives, says.status, says.writes, says.keyed, Optional.of(permission)));
    }

    private Route saying(Says other) {
        return new Route(method, address, name, handler, other);
    }

    List<String> parts() {
        return Arrays.stream(address.split("/")).filter(part -> !part.isEmpty()).toList();
    }

    /// What a path puts in the places of the address; empty when it is another address.
    Optional<Map<String, String>> places(List<String> path) {
        List<String> parts = parts();
        if (parts.size() != path.size()) {
            return Optional.empty();
        }
        Map<String, String> places = new LinkedHashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            if (place(parts.get(i)).isPresent()) {
                places.put(place(parts.get(i)).get(), path.get(i));
            } else if (!parts.get(i).equals(path.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(places);
    }

    /// The name of a part in braces.
    static Optional<String> place(String part) {
        return part.startsWith("{") ? Optional.of(part.substring(1, part.length() - 1)) : Optional.empty();
    }
}
