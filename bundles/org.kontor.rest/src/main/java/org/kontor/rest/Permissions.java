package org.kontor.rest;

import java.util.Optional;
import org.kontor.api.access.Access;
import org.kontor.api.access.Operation;
import org.kontor.api.access.Permission;
import org.kontor.api.access.Reach;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.DocumentTypes;
import org.kontor.api.labels.Label;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// What is asked before a route is handed a call: the scope of the token, the permission the route needs, and whether there is a type the caller may know of: who may read none of its documents can at most create some.
///
/// What may be done with single documents is asked by the core, where nothing gets around it.
@Component(service = Permissions.class)
public final class Permissions {
    private final Access access;
    private final DocumentTypes types;

    @Activate
    public Permissions(@Reference Access access, @Reference DocumentTypes types) {
        this.access = access;
        this.types = types;
    }

    /// The call with the type its address names, or a problem.
    Call admit(Call call, Routes.Found found) {
        Route route = found.route();
        Call placed = call.in(found.places(), type(found));
        if (route.says().writes() && call.readsOnly()) {
            throw Problem.of(403, "reading-token");
        }
        Optional<Permission> needs = route.says().needs();
        if (needs.isPresent() && !access.may(call.reader(), needs.get())) {
            throw Problem.denied(Label.of("rest.needs." + Body.word(needs.get())));
        }
        if (placed.typed().isPresent() && !route.name().equals(Route.CREATE) && needs.isEmpty() && access.reach(call.actor(), placed.type().id(), Operation.READ) == Reach.NONE) {
            throw Problem.denied(access.explain(call.actor(), placed.type().id(), Operation.READ).rule());
        }
        return placed;
    }

    private Optional<DocumentType> type(Routes.Found found) {
        return Optional.ofNullable(found.places().get("type")).map(id -> types.find(id).orElseThrow(() -> Problem.of(404, "no-such-type", ValueJson.shortened(id))));
    }

    /// Whether the type of a call is still there: its module may have gone while the call was under way.
    void stillThere(Call call) {
        call.typed().ifPresent(type -> types.find(type.id()).orElseThrow(() -> Problem.of(404, "no-such-type", type.id())));
    }
}
