package org.kontor.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kontor.api.access.Access;
import org.kontor.api.access.Operation;
import org.kontor.api.access.Reach;
import org.kontor.api.documents.DocumentShape;
import org.kontor.api.people.Actor;
import org.kontor.api.people.Role;
import org.kontor.rest.RestServer.Reply;
import org.kontor.storage.Engine;

/// Walks every route there is as somebody who may not.
class RightsWalkTest {
    private final RestServer server = RestServer.on(Engine.H2);
    private final String id = server.parcel("Ann’s").substring("/documents/parcel/".length());

    private Reply sent(Route route, String address, String... headers) {
        Optional<String> body = Optional.ofNullable(Sample.BODIES.get(route.name())).map(text -> text.replaceAll("ID|FILE|CSV", "1"));
        return server.send(route.method(), address, body, headers);
    }

    @Test
    void asksForATokenEverywhere() {
        List<String> open = new ArrayList<>();

        for (Route route : server.routes()) {
            HttpRequest request = server.request(Sample.address(route, id)).method(route.method(), HttpRequest.BodyPublishers.ofString("{}")).header("Content-Type", "application/json").build();
            Reply reply = server.send(request);
            if (reply.status() != 401 || !reply.text("/code").equals("no-token")) {
                open.add(route.method() + " " + route.address() + " -> " + reply.status());
            }
        }

        assertThat(open).isEmpty();
    }

    @Test
    void letsAReadingTokenWriteNowhere() {
        List<String> open = new ArrayList<>();

        for (Route route : server.routes()) {
            Reply reply = sent(route, Sample.address(route, id), "Authorization", "Bearer " + server.reader());
            boolean refused = reply.status() == 403 && reply.text("/code").equals("reading-token");
            if (refused != route.says().writes()) {
                open.add(route.method() + " " + route.address() + " -> " + reply.status() + " " + reply.response().body());
            }
        }

        assertThat(open).isEmpty();
    }

    @Test
    void letsNobodyConfigureOrAdministerWithoutThePermission() {
        List<String> open = new ArrayList<>();

        for (Route route : server.routes()) {
            if (route.says().needs().isPresent() && sent(route, Sample.address(route, id), "Authorization", "Bearer " + server.employee()).status() != 403) {
                open.add(route.method() + " " + route.address());
            }
        }

        assertThat(open).isEmpty();
    }

    @Test
    void tellsNothingOfATypeThatMayNotBeRead() {
        server.portal().register(DocumentShape.class, new ParcelShape("acme.vault"), Map.of());
        for (Operation operation : Operation.values()) {
            server.portal().access().set(new Access.Rule(Role.EMPLOYEE, "acme.vault", operation, Reach.NONE), new Actor.Robot("test"));
        }
        String hidden = server.post("/documents/acme.vault", "{\"fields\": {\"title\": \"Gold bars\"}}").text("/id");
        List<String> open = new ArrayList<>();

        for (Route route : server.routes()) {
            if (route.address().contains("{type}")) {
                String address = Sample.address(route, hidden).replace("/parcel", "/acme.vault");
                Reply reply = sent(route, address, "Authorization", "Bearer " + server.employee());
                if (reply.status() < 400 || reply.response().body().contains("Gold")) {
                    open.add(route.method() + " " + address + " -> " + reply.status() + " " + ValueJson.shortened(reply.response().body()));
                }
            }
        }

        assertThat(open).isEmpty();
        assertThat(server.get("/search?q=Gold", "Authorization", "Bearer " + server.employee()).json().at("/hits")).isEmpty();
    }
}
