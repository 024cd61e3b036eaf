package org.kontor.rest;

import static org.kontor.rest.Route.get;
import static org.kontor.rest.Route.post;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Files in and out: uploads, imports, exports.
@Component(service = ExchangeRoutes.class)
public final class ExchangeRoutes {
    private final List<Route> all;

    @Activate
    public ExchangeRoutes(@Reference FileCalls files, @Reference ImportCalls imports, @Reference ExportCalls exports, @Reference BatchCalls batches) {
        all = List.of(
                post("/files", "file-upload", files::upload).asks("name").takes(Route.Says.FILE).gives("File").creates(),
                get("/files/{file}", "file", files::get).gives("File"),
                get("/files/{file}/content", "upload-content", files::content).gives(Route.Says.FILE),
                post("/imports/look", "import-look", imports::look).takes("ImportPlan").gives("ImportGuess").changingNothing(),
                post("/imports/dry-run", "import-dry-run", imports::dryRun).takes("ImportPlan").gives("ImportDryRun"),
                get("/imports", "imports", imports::list).gives("Imports"),
                post("/imports", "import-start", imports::start).takes("ImportPlan").gives("Import").starts(),
                get("/imports/{import}", "import", imports::get).gives("Import"),
                get("/imports/{import}/errors", "import-errors", imports::errors).gives(Route.Says.FILE),
                post("/imports/{import}/pause", "import-pause", imports::pause).gives("Import"),
                post("/imports/{import}/resume", "import-resume", imports::resume).gives("Import"),
                post("/imports/{import}/cancel", "import-cancel", imports::cancel).gives("Import"),
                post("/imports/{import}/undo", "import-undo", batches::undoImport).gives("Batch").starts(),
                get("/exports/{type}", "export", exports::write).asks("format", "form", "columns", "filter", "q", "zone", "sort").gives(Route.Says.FILE));
    }

    List<Route> all() {
        return all;
    }
}
