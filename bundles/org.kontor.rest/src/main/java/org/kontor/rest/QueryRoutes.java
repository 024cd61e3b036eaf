package org.kontor.rest;

import static org.kontor.rest.Route.delete;
import static org.kontor.rest.Route.get;
import static org.kontor.rest.Route.patch;
import static org.kontor.rest.Route.post;
import static org.kontor.rest.Route.put;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Many documents at a glance: groups, boards, search, saved filters.
@Component(service = QueryRoutes.class)
public final class QueryRoutes {
    private final List<Route> all;

    @Activate
    public QueryRoutes(@Reference GroupCalls groups, @Reference SearchCalls search, @Reference FilterCalls filters) {
        all = List.of(
                get("/groups/{type}", "groups", groups::groups).asks("by", "unit", "zone", "sums", "bound", "filter", "q").gives("Groups"),
                get("/boards/{type}", "board", groups::board).asks("pipeline", "filter", "q", "zone", "limit", "sums", "fields").gives("Board"),
                get("/search", "search", search::search).asks("q", "types", "limit").gives("Hits"),
                get("/filters/{type}", "filters", filters::list).gives("SavedFilters"),
                post("/filters/{type}", "filter-create", filters::create).takes("SavedFilterNew").gives("SavedFilter").creates(),
                get("/filters/{type}/{filter}", "filter", filters::get).gives("SavedFilter"),
                patch("/filters/{type}/{filter}", "filter-change", filters::change).takes("SavedFilterChange").gives("SavedFilter"),
                delete("/filters/{type}/{filter}", "filter-delete", filters::delete).silently(),
                put("/filter-start/{type}", "filter-start", filters::start).takes("FilterStart").silently());
    }

    List<Route> all() {
        return all;
    }
}
