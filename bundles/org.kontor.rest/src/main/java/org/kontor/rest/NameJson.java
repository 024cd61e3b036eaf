package org.kontor.rest;

import java.util.Map;
import java.util.Optional;
import org.kontor.api.labels.Label;
import org.kontor.api.labels.Labels;
import tools.jackson.databind.node.ObjectNode;

/// Names that people give, in one or more languages: `{"en": "Parcel", "ru": "Посылка"}`, or one text for all.
final class NameJson {
    private NameJson() {}

    static Label read(Body body, String member) {
        body.present(member);
        if (body.node(member).isString()) {
            return Label.verbatim(body.text(member));
        }
        Map<String, String> texts = body.map(member);
        if (texts.isEmpty() || texts.values().stream().anyMatch(String::isBlank) || !texts.keySet().stream().allMatch(language -> language.matches("[a-z]{2,3}"))) {
            throw body.wrong(member, Label.of("rest.wrong.name"));
        }
        return new Label.Given(texts);
    }

    static Optional<Label> maybe(Body body, String member) {
        return body.has(member) ? Optional.of(read(body, member)) : Optional.empty();
    }

    /// Adds the name in the caller's language as `<member>`, and what was given in other languages as `<member>In`.
    static void write(ObjectNode node, String member, Label name, Labels labels, Call call) {
        node.put(member, labels.text(name, call.language()));
        if (name instanceof Label.Given given) {
            ObjectNode all = node.putObject(member + "In");
            given.byLanguage().forEach(all::put);
        }
    }
}
