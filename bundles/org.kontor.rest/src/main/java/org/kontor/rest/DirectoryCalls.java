package org.kontor.rest;

import java.io.IOException;
import java.util.List;
import org.kontor.api.documents.Directories;
import org.kontor.api.documents.Directories.Directory;
import org.kontor.api.labels.Label;
import org.kontor.api.labels.Labels;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The directories that choices are made from, and their values.
@Component(service = DirectoryCalls.class)
public final class DirectoryCalls {
    private static final int MOST = 5_000;

    private final Directories directories;
    private final Labels labels;

    @Activate
    public DirectoryCalls(@Reference Directories directories, @Reference Labels labels) {
        this.directories = directories;
        this.labels = labels;
    }

    Answer list(Call call) {
        ObjectNode node = Json.object();
        ArrayNode all = node.putArray("directories");
        directories.all().forEach(each -> all.add(directory(each, call)));
        return Answer.ok(node);
    }

    Answer get(Call call) {
        return Answer.ok(directory(found(call), call));
    }

    Answer add(Call call) throws IOException {
        String id = found(call).id();
        Label name = NameJson.read(Body.of(call, "name"), "name");
        return Answer.json(201, directory(Amended.now(directories.add(id, name, call.actor())), call)).with("Location", "/api/v1/directories/" + id);
    }

    Answer rename(Call call) throws IOException {
        value(call);
        Label name = NameJson.read(Body.of(call, "name"), "name");
        return Answer.ok(directory(Amended.now(directories.rename(call.at("directory"), call.at("value"), name, call.actor())), call));
    }

    Answer sort(Call call) throws IOException {
        String id = found(call).id();
        List<String> order = Body.of(call, "values").texts("values", MOST);
        return Answer.ok(directory(Amended.now(Understanding.of(() -> directories.sort(id, order, call.actor()))), call));
    }

    Answer delete(Call call) {
        value(call);
        return Answer.ok(directory(Amended.now(directories.delete(call.at("directory"), call.at("value"), call.actor())), call));
    }

    Answer restore(Call call) {
        value(call);
        return Answer.ok(directory(Amended.now(directories.restore(call.at("directory"), call.at("value"), call.actor())), call));
    }

    private Directory found(Call call) {
        return directories.find(call.at("directory")).orElseThrow(() -> Problem.of(404, "no-such-directory", ValueJson.shortened(call.at("directory"))));
    }

    private void value(Call call) {
        if (found(call).values().stream().noneMatch(option -> option.id().equals(call.at("value")))) {
            throw Problem.of(404, "no-such-value", ValueJson.shortened(call.at("value")));
        }
    }

    private ObjectNode directory(Directory directory, Call call) {
        ObjectNode node = Json.object().put("id", directory.id());
        NameJson.write(node, "name", directory.name(), labels, call);
        directory.typeIds().forEach(node.putArray("types")::add);
        ArrayNode values = node.putArray("values");
        directory.values().forEach(option -> KindJson.option(values.addObject(), option, labels, call));
        return node;
    }
}
