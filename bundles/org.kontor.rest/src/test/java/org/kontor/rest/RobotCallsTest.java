package org.kontor.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kontor.api.documents.Filter;
import org.kontor.api.workflow.Robot;
import org.kontor.api.workflow.RobotPreset;
import org.kontor.api.workflow.Timing;
import org.kontor.rest.RestServer.Reply;
import org.kontor.storage.Engine;

class RobotCallsTest {
    private final RestServer server = RestServer.on(Engine.H2);

    private record Preset(String typeId, String stageId, List<Robot> robots) implements RobotPreset {}

    @Test
    void showsTheRobotsOfEveryStage() {
        Filter heavy = new Filter.Compare("weight", Filter.Operator.GREATER, new java.math.BigDecimal("2.5")).and(new Filter.Empty("note"));
        server.portal().register(RobotPreset.class, new Preset("parcel", "sent", List.of(new Robot("tell", "acme.tell", new Timing.After(Duration.ofMinutes(1)), heavy, Map.of("text", "{{title}}")))), Map.of());

        Reply reply = server.get("/robots/parcel");

        assertThat(reply.json().at("/sheets").findValuesAsString("stage")).containsExactly("new", "sent", "done", "lost");
        assertThat(reply.json().at("/sheets/1/robots/0").toString()).isEqualTo(
                "{\"id\":\"tell\",\"activity\":\"acme.tell\",\"after\":\"PT1M\",\"condition\":{\"all\":[\"weight:gt:2.5\",\"note:empty\"]},\"input\":{\"text\":\"{{title}}\"}}");
    }

    @Test
    void showsThemToAReadingTokenOfWhoMayConfigure() {
        assertThat(server.get("/robots/parcel", "Authorization", "Bearer " + server.reader()).status()).isEqualTo(200);
    }

    @Test
    void hidesThemFromWhoMayNotConfigure() {
        assertThat(server.get("/robots/parcel", "Authorization", "Bearer " + server.employee()).status()).isEqualTo(403);
    }
}
