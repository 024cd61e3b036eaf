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

/// The shapes of documents: types, fields, pipelines, stages, sections. Who changes one needs the permission to configure.
@Component(service = ShapeRoutes.class)
public final class ShapeRoutes {
    private final List<Route> all;

    @Activate
    public ShapeRoutes(@Reference TypeCalls types, @Reference ListCalls lists, @Reference FieldCalls fields, @Reference PipelineCalls pipelines, @Reference MoveCalls moves) {
        all = List.of(
                get("/types", "types", types::list).gives("Types"),
                post("/types", "type-create", lists::create).takes("TypeNew").gives("Type").creates().needs(Permission.CONFIGURE),
                get("/types/{type}", "type", types::get).gives("Type"),
                patch("/types/{type}", "type-change", lists::rename).takes("TypeChange").gives("Type").needs(Permission.CONFIGURE),
                delete("/types/{type}", "type-delete", lists::delete).silently().needs(Permission.CONFIGURE),
                get("/deleted-types", "types-deleted", lists::deleted).gives("DeletedTypes").needs(Permission.CONFIGURE),
                post("/deleted-types/{list}/restore", "type-restore", lists::restore).gives("Type").needs(Permission.CONFIGURE),
                get("/types/{type}/sections", "sections", lists::sections).gives("Sections"),
                post("/types/{type}/sections", "section-add", lists::addSection).takes("SectionNew").gives("Section").creates().needs(Permission.CONFIGURE),
                patch("/types/{type}/sections/{section}", "section-change", lists::changeSection).takes("SectionChange").gives("Section").needs(Permission.CONFIGURE),
                delete("/types/{type}/sections/{section}", "section-delete", lists::deleteSection).silently().needs(Permission.CONFIGURE),
                get("/types/{type}/sensitive", "sensitive", types::sensitive).gives("Sensitive"),
                put("/types/{type}/sensitive", "sensitive-set", types::setSensitive).takes("Sensitive").gives("Sensitive").needs(Permission.CONFIGURE),
                get("/types/{type}/fields", "fields", fields::list).gives("Fields"),
                post("/types/{type}/fields", "field-add", fields::add).takes("FieldNew").gives("Field").creates().needs(Permission.CONFIGURE),
                get("/types/{type}/fields/{field}", "field", fields::get).gives("Field"),
                patch("/types/{type}/fields/{field}", "field-change", fields::change).takes("FieldChange").gives("Field").needs(Permission.CONFIGURE),
                delete("/types/{type}/fields/{field}", "field-delete", fields::delete).silently().needs(Permission.CONFIGURE),
                get("/types/{type}/deleted-fields", "fields-deleted", fields::deleted).gives("Fields").needs(Permission.CONFIGURE),
                post("/types/{type}/deleted-fields/{field}/restore", "field-restore", fields::restore).gives("Field").needs(Permission.CONFIGURE),
                get("/types/{type}/pipelines", "pipelines", pipelines::list).gives("Pipelines"),
                post("/types/{type}/pipelines", "pipeline-create", pipelines::create).takes("Named").gives("Pipeline").creates().needs(Permission.CONFIGURE),
                get("/types/{type}/pipelines/{pipeline}", "pipeline", pipelines::get).gives("Pipeline"),
                patch("/types/{type}/pipelines/{pipeline}", "pipeline-rename", pipelines::rename).takes("Named").gives("Pipeline").needs(Permission.CONFIGURE),
                delete("/types/{type}/pipelines/{pipeline}", "pipeline-delete", pipelines::delete).silently().needs(Permission.CONFIGURE),
                put("/types/{type}/pipeline-order", "pipeline-sort", pipelines::sort).takes("PipelineOrder").gives("Pipelines").needs(Permission.CONFIGURE),
                post("/types/{type}/pipelines/{pipeline}/stages", "stage-add", pipelines::addStage).takes("StageNew").gives("Pipeline").creates().needs(Permission.CONFIGURE),
                patch("/types/{type}/stages/{stage}", "stage-change", pipelines::changeStage).takes("StageChange").gives("Pipeline").needs(Permission.CONFIGURE),
                put("/types/{type}/stages/{stage}/place", "stage-place", pipelines::placeStage).takes("Place").gives("Pipeline").needs(Permission.CONFIGURE),
                delete("/types/{type}/stages/{stage}", "stage-delete", pipelines::deleteStage).silently().needs(Permission.CONFIGURE),
                get("/types/{type}/moves", "moves-allowed", moves::allowed).gives("MovesAllowed"),
                put("/types/{type}/moves", "moves-allow", moves::allow).takes("MovesAllowed").gives("MovesAllowed").needs(Permission.CONFIGURE),
                post("/types/{type}/moves/plan", "move-plan", moves::plan).takes("MovePlanWanted").gives("MovePlan").asks("zone").changingNothing(),
                post("/types/{type}/moves", "move", moves::move).takes("MoveWanted").gives("MoveReport").once(),
                post("/types/{type}/moves/undo", "move-undo", moves::undo).takes("MoveUndo").gives("MoveReport"));
    }

    List<Route> all() {
        return all;
    }
}
