package org.kontor.rest;

import java.util.Locale;
import java.util.Optional;
import org.kontor.api.labels.Label;
import org.kontor.api.labels.Labels;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Problems as `application/problem+json` in the client's language.
final class ProblemJson {
    private ProblemJson() {}

    static Answer answer(Problem problem, Labels labels, Locale language) {
        ObjectNode body = Json.object();
        body.put("type", "urn:kontor:problem:" + problem.code());
        body.put("title", labels.text(Label.of("rest.status." + problem.status()), language));
        body.put("status", problem.status());
        body.put("code", problem.code());
        body.put("detail", labels.text(problem.detail(), language));
        if (!problem.places().isEmpty()) {
            ArrayNode errors = body.putArray("errors");
            for (Problem.Place place : problem.places()) {
                ObjectNode error = errors.addObject();
                place.name().ifPresent(name -> error.put("field", name));
                place.pointer().ifPresent(pointer -> error.put("pointer", pointer));
                error.put("code", place.code());
                error.put("detail", labels.text(place.reason(), language));
            }
        }
        problem.more().forEach(body::set);
        Answer answer = new Answer(problem.status(), problem.headers(), Optional.of(new Answer.Body.Text("application/problem+json", body.toString())));
        return answer.with("Content-Language", language.getLanguage());
    }
}
