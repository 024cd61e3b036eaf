package org.kontor.rest;

import java.io.IOException;
import org.kontor.api.documents.DocumentTypes;
import org.kontor.api.documents.Imports;
import org.kontor.api.documents.Imports.Progress;
import org.kontor.api.files.Files;
import org.kontor.api.labels.Labels;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Documents from an uploaded file: what is guessed of it, a dry run, and the import itself.
@Component(service = ImportCalls.class)
public final class ImportCalls {
    private final Imports imports;
    private final Files files;
    private final Labels labels;
    private final ImportPlans plans;

    @Activate
    public ImportCalls(@Reference Imports imports, @Reference DocumentTypes types, @Reference Files files, @Reference Labels labels) {
        this.imports = imports;
        this.files = files;
        this.labels = labels;
        this.plans = new ImportPlans(imports, types, files);
    }

    Answer look(Call call) throws IOException {
        Imports.Guess guess = plans.guess(call);
        ObjectNode node = Json.object();
        node.set("plan", ImportPlans.write(guess.plan()));
        guess.heads().forEach(node.putArray("heads")::add);
        ArrayNode sample = node.putArray("sample");
        guess.sample().forEach(row -> row.forEach(sample.addArray()::add));
        return Answer.ok(node.put("remembered", guess.remembered()));
    }

    Answer dryRun(Call call) throws IOException {
        Imports.Guess guess = plans.guess(call);
        Imports.DryRun run = Understanding.of(() -> imports.tryOut(guess.plan(), call.actor()));
        ObjectNode node = Json.object().put("rows", run.rows()).put("good", run.good());
        ArrayNode bad = node.putArray("bad");
        for (Imports.BadRow row : run.bad()) {
            ObjectNode one = bad.addObject().put("line", row.line());
            row.cells().forEach(one.putArray("cells")::add);
            ArrayNode reasons = one.putArray("reasons");
            row.reasons().forEach(reason -> reasons.addObject().put("code", Problem.code(reason)).put("detail", labels.text(reason, call.language())));
        }
        return Answer.ok(node);
    }

    Answer start(Call call) throws IOException {
        Imports.Guess guess = plans.guess(call);
        Progress progress = Understanding.of(() -> imports.start(guess.plan(), call.actor()));
        return Answer.json(202, progress(progress, call)).with("Location", "/api/v1/imports/" + progress.id());
    }

    Answer list(Call call) {
        ObjectNode node = Json.object();
        ArrayNode all = node.putArray("imports");
        imports.latest(call.reader()).forEach(progress -> all.add(progress(progress, call)));
        return Answer.ok(node);
    }

    Answer get(Call call) {
        return Answer.ok(progress(found(call), call));
    }

    /// The refused rows with their reasons, as a file that can be mended and imported again.
    Answer errors(Call call) throws IOException {
        return AttachmentCalls.content(files, found(call).errors().orElseThrow(() -> Problem.of(404, "no-error-file")));
    }

    Answer pause(Call call) {
        return steered(call, imports.pause(found(call).id(), call.actor()));
    }

    Answer resume(Call call) {
        return steered(call, imports.resume(found(call).id(), call.actor()));
    }

    Answer cancel(Call call) {
        return steered(call, imports.cancel(found(call).id(), call.actor()));
    }

    private Answer steered(Call call, boolean done) {
        if (!done) {
            throw Problem.of(409, "not-steerable", Body.word(found(call).state()));
        }
        return get(call);
    }

    private Progress found(Call call) {
        long id = call.number("import");
        return imports.find(id, call.reader()).orElseThrow(() -> Problem.of(404, "no-such-import", Long.toString(id)));
    }

    private ObjectNode progress(Progress progress, Call call) {
        ObjectNode node = Json.object().put("id", progress.id()).put("type", progress.typeId()).put("fileName", progress.fileName()).put("state", Body.word(progress.state()));
        node.put("rows", progress.rows()).put("created", progress.created()).put("updated", progress.updated()).put("refused", progress.refused()).put("started", progress.started().toString());
        progress.ended().ifPresent(ended -> node.put("ended", ended.toString()));
        progress.errors().ifPresent(file -> node.set("errors", AttachmentCalls.file(file)));
        progress.problem().ifPresent(problem -> node.put("problem", labels.text(problem, call.language())));
        return node;
    }
}
