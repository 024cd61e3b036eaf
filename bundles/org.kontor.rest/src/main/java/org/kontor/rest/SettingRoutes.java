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

/// What administrators set beside shapes: directories, layouts, rates, robots, parked entries.
@Component(service = SettingRoutes.class)
public final class SettingRoutes {
    private final List<Route> all;

    @Activate
    public SettingRoutes(@Reference DirectoryCalls directories, @Reference LayoutCalls layouts, @Reference RateCalls rates, @Reference RobotCalls robots, @Reference ParkedCalls parked) {
        all = List.of(
                get("/directories", "directories", directories::list).gives("Directories"),
                get("/directories/{directory}", "directory", directories::get).gives("Directory"),
                post("/directories/{directory}/values", "value-add", directories::add).takes("Named").gives("Directory").creates().needs(Permission.CONFIGURE),
                patch("/directories/{directory}/values/{value}", "value-rename", directories::rename).takes("Named").gives("Directory").needs(Permission.CONFIGURE),
                delete("/directories/{directory}/values/{value}", "value-delete", directories::delete).gives("Directory").needs(Permission.CONFIGURE),
                post("/directories/{directory}/values/{value}/restore", "value-restore", directories::restore).gives("Directory").needs(Permission.CONFIGURE),
                put("/directories/{directory}/order", "value-sort", directories::sort).takes("ValueOrder").gives("Directory").needs(Permission.CONFIGURE),
                get("/types/{type}/card", "card", layouts::card).gives("Card"),
                put("/types/{type}/card", "card-change", layouts::changeCard).takes("CardWanted").gives("Card").needs(Permission.CONFIGURE),
                get("/types/{type}/pipelines/{pipeline}/card", "pipeline-card", layouts::pipelineCard).gives("Card"),
                put("/types/{type}/pipelines/{pipeline}/card", "pipeline-card-change", layouts::changePipelineCard).takes("CardWanted").gives("Card").needs(Permission.CONFIGURE),
                delete("/types/{type}/pipelines/{pipeline}/card", "pipeline-card-reset", layouts::resetPipelineCard).gives("Card").needs(Permission.CONFIGURE),
                get("/types/{type}/list", "list-look", layouts::list).gives("ListLook"),
                put("/types/{type}/list", "list-choose", layouts::chooseList).takes("ListLook").gives("ListLook"),
                delete("/types/{type}/list", "list-forget", layouts::forgetList).gives("ListLook"),
                get("/types/{type}/list-for-all", "list-for-all", layouts::listForAll).gives("ListLook"),
                put("/types/{type}/list-for-all", "list-for-all-choose", layouts::chooseListForAll).takes("ListLook").gives("ListLook").needs(Permission.CONFIGURE),
                get("/rates", "rates", rates::list).gives("Rates"),
                put("/rates", "rate-put", rates::put).takes("Rate").gives("Rate").needs(Permission.ADMINISTER),
                delete("/rates", "rate-delete", rates::delete).asks("from", "to", "day").silently().needs(Permission.ADMINISTER),
                get("/conversions", "convert", rates::convert).asks("amount", "from", "to", "day").gives("Converted"),
                get("/robots/{type}", "robots", robots::robots).gives("Robots").needs(Permission.CONFIGURE),
                get("/parked", "parked", parked::list).asks("before", "limit").gives("Parked").needs(Permission.ADMINISTER),
                post("/parked/{entry}/replay", "parked-replay", parked::replay).silently().needs(Permission.ADMINISTER),
                delete("/parked/{entry}", "parked-drop", parked::drop).silently().needs(Permission.ADMINISTER));
    }

    List<Route> all() {
        return all;
    }
}
