package org.kontor.rest;

import static org.kontor.rest.Route.get;
import static org.kontor.rest.Route.post;
import static org.kontor.rest.Route.put;

import java.util.List;
import org.kontor.api.access.Permission;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Many documents at once: batches, duplicates, merges.
@Component(service = BulkRoutes.class)
public final class BulkRoutes {
    private final List<Route> all;

    @Activate
    public BulkRoutes(@Reference BatchCalls batches, @Reference DuplicateCalls duplicates, @Reference MergeCalls merges) {
        all = List.of(
                get("/batches", "batches", batches::list).gives("Batches"),
                post("/batches", "batch-start", batches::start).asks("country", "zone").takes("BatchNew").gives("Batch").starts(),
                get("/batches/{batch}", "batch", batches::get).gives("Batch"),
                get("/batches/{batch}/left", "batch-left", batches::left).asks("after", "limit").gives("BatchLeft"),
                post("/batches/{batch}/pause", "batch-pause", batches::pause).gives("Batch"),
                post("/batches/{batch}/resume", "batch-resume", batches::resume).gives("Batch"),
                post("/batches/{batch}/cancel", "batch-cancel", batches::cancel).gives("Batch"),
                post("/batches/{batch}/undo", "batch-undo", batches::undo).gives("Batch").starts(),
                get("/duplicates/{type}", "duplicates", duplicates::groups).asks("fields", "limit", "after").gives("Duplicates"),
                post("/duplicates/{type}/like", "duplicates-like", duplicates::like).asks("country").takes("LikeWhat").gives("Like").changingNothing(),
                get("/duplicate-rules/{type}", "duplicate-rules", duplicates::rules).gives("DuplicateRules"),
                put("/duplicate-rules/{type}", "duplicate-rules-set", duplicates::set).takes("DuplicateRules").gives("DuplicateRules").needs(Permission.CONFIGURE),
                get("/merges", "merge-find", merges::find).asks("loser").gives("Merge"),
                post("/merges/preview", "merge-preview", merges::preview).takes("MergePlan").gives("MergePreview").changingNothing(),
                post("/merges", "merge", merges::merge).takes("MergePlan").gives("Merge").creates(),
                post("/merges/{merge}/undo", "merge-undo", merges::unmerge).gives("Merge"));
    }

    List<Route> all() {
        return all;
    }
}
