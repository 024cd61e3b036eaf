package org.kontor.rest;

import static org.kontor.rest.Route.delete;
import static org.kontor.rest.Route.get;
import static org.kontor.rest.Route.patch;
import static org.kontor.rest.Route.post;
import static org.kontor.rest.Route.put;

import java.util.List;
import org.kontor.api.access.Permission;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Documents, their history, their files, and the trash.
@Component(service = DocumentRoutes.class)
public final class DocumentRoutes {
    private final List<Route> all;

    @Activate
    public DocumentRoutes(@Reference DocumentCalls documents, @Reference HistoryCalls history, @Reference AttachmentCalls attachments, @Reference TrashCalls trash) {
        all = List.of(
                get("/documents/{type}", "list", documents::list).asks("filter", "q", "zone", "sort", "fields", "limit", "after", "count").gives("{type}_page"),
                post("/documents/{type}", Route.CREATE, documents::create).asks("country").takes("{type}_new").gives("{type}").creates(),
                get("/documents/{type}/{id}", "get", documents::get).asks("fields").gives("{type}"),
                patch("/documents/{type}/{id}", "change", documents::change).asks("country").takes("{type}_change").gives("{type}"),
                delete("/documents/{type}/{id}", "delete", documents::delete).silently(),
                post("/documents/{type}/{id}/restore", "restore", documents::restore).gives("{type}"),
                get("/documents/{type}/{id}/history", "history", history::history).asks("before", "limit").gives("History"),
                get("/documents/{type}/{id}/as-of", "as-of", history::asOf).asks("moment", "fields").gives("{type}"),
                post("/documents/{type}/{id}/undo", "undo", history::undo).takes("Undo").gives("{type}"),
                post("/documents/{type}/{id}/back", "back", history::back).takes("Back").gives("{type}"),
                get("/documents/{type}/{id}/runs", "runs", history::runs).gives("Runs"),
                get("/documents/{type}/{id}/files/{file}", "file-content", attachments::content).gives(Route.Says.FILE),
                get("/documents/{type}/{id}/files/{file}/preview", "file-preview", attachments::preview).asks("side").gives(Route.Says.FILE),
                get("/documents/{type}/{id}/versions/{field}", "file-versions", attachments::versions).asks("limit").gives("FileVersions"),
                get("/trash/{type}", "trash", trash::list).asks("fields", "limit", "after", "count").gives("TrashPage"),
                delete("/trash/{type}/{id}", "purge", trash::purge).silently(),
                get("/trash-days", "trash-days", trash::days).gives("TrashDays"),
                put("/trash-days", "trash-keep", trash::keep).takes("TrashDays").gives("TrashDays").needs(Permission.ADMINISTER));
    }

    List<Route> all() {
        return all;
    }
}
