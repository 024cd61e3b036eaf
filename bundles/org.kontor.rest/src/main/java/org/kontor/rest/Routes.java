package org.kontor.rest;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Everything that can be asked, in one list: it decides what an address means, which methods it has, and what OpenAPI tells.
///
/// To add a call write it in the table it belongs to; where two addresses fit, the one that comes first is meant.
@Component(service = Routes.class)
public final class Routes {
    private final List<Route> all;

    @Activate
    public Routes(
            @Reference DocumentRoutes documents,
            @Reference QueryRoutes queries,
            @Reference BulkRoutes bulk,
            @Reference ExchangeRoutes exchange,
            @Reference ShapeRoutes shapes,
            @Reference SettingRoutes settings) {
        all = Stream.of(documents.all(), queries.all(), bulk.all(), exchange.all(), shapes.all(), settings.all()).flatMap(List::stream).toList();
    }

    List<Route> all() {
        return all;
    }

    /// A route, and what the address has in its places.
    record Found(Route route, Map<String, String> places) {}

    /// The route of a call; HEAD is answered by what answers GET.
    Found find(Call call) {
        List<Route> there = all.stream().filter(route -> route.places(call.path()).isPresent()).toList();
        if (there.isEmpty()) {
            throw call.nothing();
        }
        return there.stream().filter(route -> route.method().equals(call.method())).findFirst()
                .map(route -> new Found(route, route.places(call.path()).orElseThrow()))
                .orElseThrow(() -> call.method(there.stream().map(Route::method).distinct().map(method -> method.equals("GET") ? "GET, HEAD" : method).collect(Collectors.joining(", "))));
    }
}
