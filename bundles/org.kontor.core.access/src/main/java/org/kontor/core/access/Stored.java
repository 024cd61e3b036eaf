package org.kontor.core.access;

import org.kontor.api.access.Area;
import org.kontor.api.access.Roles.Holder;
import org.kontor.api.people.DepartmentId;
import org.kontor.api.people.PersonId;

/// Areas and holders as they are written in the tables.
final class Stored {
    private Stored() {}

    static String text(Area area) {
        return switch (area) {
            case Area.WholeType _ -> "type";
            case Area.OfPipeline(String id) -> "pipeline:" + id;
            case Area.OfStage(String id) -> "stage:" + id;
        };
    }

    static Area area(String text) {
        String id = text.substring(text.indexOf(':') + 1);
        return switch (text.split(":", 2)[0]) {
            case "type" -> Area.TYPE;
            case "pipeline" -> new Area.OfPipeline(id);
            case "stage" -> new Area.OfStage(id);
            default -> throw new IllegalStateException("'" + text + "' in access_right is no area");
        };
    }

    static String text(Holder holder) {
        return switch (holder) {
            case Holder.OfPerson(PersonId id) -> "person:" + id.value();
            case Holder.OfDepartment(DepartmentId id, boolean below) -> (below ? "below:" : "department:") + id.value();
        };
    }

    static Holder holder(String text) {
        long id = Long.parseLong(text.substring(text.indexOf(':') + 1));
        return switch (text.split(":", 2)[0]) {
            case "person" -> new Holder.OfPerson(new PersonId(id));
            case "department" -> new Holder.OfDepartment(new DepartmentId(id), false);
            case "below" -> new Holder.OfDepartment(new DepartmentId(id), true);
            default -> throw new IllegalStateException("'" + text + "' in access_assignment is no holder");
        };
    }
}
