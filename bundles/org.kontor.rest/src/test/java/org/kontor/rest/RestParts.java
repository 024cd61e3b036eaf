package org.kontor.rest;

import java.util.List;
import org.kontor.api.access.Access;
import org.kontor.api.documents.Attachments;
import org.kontor.api.documents.Documents;
import org.kontor.api.documents.Duplicates;
import org.kontor.api.documents.Layouts;
import org.kontor.api.files.Previews;
import org.kontor.api.labels.Labels;
import org.kontor.core.documents.FilterConditions;
import org.kontor.core.documents.ShapeStore;
import org.kontor.core.documents.StoredDirectories;
import org.kontor.core.documents.StoredFilters;
import org.kontor.core.documents.StoredLayouts;
import org.kontor.core.documents.StoredPipelines;
import org.kontor.core.documents.StoredRates;
import org.kontor.core.documents.StoredTypes;
import org.kontor.core.documents.TypeRegistry;
import org.kontor.core.documents.WordSearch;
import org.kontor.core.documents.attachments.JournalledAttachments;
import org.kontor.core.documents.duplicates.KeptDuplicates;
import org.kontor.core.documents.duplicates.MatchKeysJob;
import org.kontor.core.documents.exports.StreamedExports;
import org.kontor.core.files.FilePreviews;
import org.kontor.storage.Database;
import org.kontor.testkit.portal.TestPortal;

/// The components of the REST interface over a test portal, put together as the service registry would.
final class RestParts {
    private final TestPortal portal;
    private final Labels labels;
    private final Access access;
    private final Database rows;
    private final TypeRegistry types;
    private final ShapeStore store;
    private final Documents documents;
    private final DocumentJson json;
    private final HistoryJson history;
    private final Idempotent idempotent;
    private final TypeCalls typeCalls;
    private final Routes routes;

    RestParts(TestPortal portal) {
        this.portal = portal;
        labels = portal.labels();
        access = portal.access();
        rows = portal.database().database();
        types = (TypeRegistry) portal.types();
        store = portal.store();
        documents = portal.documents();
        ValueJson values = new ValueJson(portal.notation(), portal.people());
        json = new DocumentJson(values, types, portal.people());
        history = new HistoryJson(values, labels);
        idempotent = new Idempotent(portal.once());
        typeCalls = new TypeCalls(types, access, labels, json, portal.sensitive());
        BatchCalls batches = new BatchCalls(portal.batches(), types, json, history, portal.files(), labels);
        routes = new Routes(documents(), queries(), bulk(batches), exchange(batches), shapes(), settings());
    }

    RestServlet servlet() {
        return new RestServlet(portal.tokens(), labels, routes, new Permissions(access, types), idempotent, typeCalls);
    }

    List<Route> routes() {
        return routes.all();
    }

    private DocumentRoutes documents() {
        Attachments attachments = new JournalledAttachments(types, documents);
        Previews previews = new FilePreviews(portal.files());
        return new DocumentRoutes(
                new DocumentCalls(documents, json, portal.files(), attachments),
                new HistoryCalls(documents, portal.runs(), json, history),
                new AttachmentCalls(attachments, documents, portal.files(), previews, history),
                new TrashCalls(portal.trash(), json, history));
    }

    private QueryRoutes queries() {
        StoredFilters filters = new StoredFilters(rows, types, access, new FilterConditions(types, portal.notation(), rows, access));
        return new QueryRoutes(new GroupCalls(documents, json), new SearchCalls(new WordSearch(rows, types, access), types), new FilterCalls(filters, json));
    }

    private BulkRoutes bulk(BatchCalls batches) {
        portal.register("documents.match-keys", new MatchKeysJob(rows, store, types, documents, portal.jobs()));
        Duplicates duplicates = new KeptDuplicates(rows, portal.database().journal(), store, types, documents, access, portal.jobs());
        return new BulkRoutes(batches, new DuplicateCalls(duplicates, json), new MergeCalls(duplicates, types, json, labels));
    }

    private ExchangeRoutes exchange(BatchCalls batches) {
        return new ExchangeRoutes(
                new FileCalls(portal.files(), idempotent),
                new ImportCalls(portal.imports(), types, portal.files(), labels),
                new ExportCalls(new StreamedExports(types, documents, access, portal.notation(), portal.people(), labels), json),
                batches);
    }

    private ShapeRoutes shapes() {
        StoredPipelines pipelines = new StoredPipelines(rows, types, access, labels, documents, layouts());
        return new ShapeRoutes(
                typeCalls,
                new ListCalls(new StoredTypes(rows, types, store, access, labels), json, labels),
                new FieldCalls(portal.fields(), json, labels),
                new PipelineCalls(pipelines, labels),
                new MoveCalls(pipelines, json, labels));
    }

    private SettingRoutes settings() {
        return new SettingRoutes(
                new DirectoryCalls(new StoredDirectories(types, store, access, labels), labels),
                new LayoutCalls(layouts(), labels),
                new RateCalls(new StoredRates(rows, types, access, portal.jobs())),
                new RobotCalls(portal.robots(), json),
                new ParkedCalls(portal.parked()));
    }

    private Layouts layouts() {
        return new StoredLayouts(rows, types, access, labels);
    }
}
