package org.kontor.itests.core.rights;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kontor.api.access.Access.Rule;
import org.kontor.api.access.Area;
import org.kontor.api.access.Operation;
import org.kontor.api.access.Reach;
import org.kontor.api.access.RoleId;
import org.kontor.api.access.Roles.Assignment;
import org.kontor.api.access.Roles.Holder;
import org.kontor.api.people.DepartmentId;
import org.kontor.api.people.PersonId;

/// The rules of rights once more, written down as the rows of the specification say them and as slowly as one likes: nothing of the portal's own
/// code is used, so that both can't be wrong in the same way.
final class Rulebook {
    final List<Rule> rules = new ArrayList<>();
    final List<Assignment> assignments = new ArrayList<>();
    final Map<DepartmentId, Set<PersonId>> members = new HashMap<>();
    final Map<DepartmentId, DepartmentId> above = new HashMap<>();
    final Map<String, String> pipelineOfStage = new HashMap<>();
    final Map<String, Map<Operation, Reach>> employees = new HashMap<>();

    /// A document may be had if any of the person's roles says so (ACL-18).
    boolean allows(PersonId person, Operation operation, Paper paper) {
        for (RoleId role : roles(person)) {
            if (covers(level(role, operation, paper), person, paper)) {
                return true;
            }
        }
        return false;
    }

    private Set<RoleId> roles(PersonId person) {
        Set<RoleId> roles = new HashSet<>();
        for (Assignment assignment : assignments) {
            boolean holds = switch (assignment.holder()) {
                case Holder.OfPerson(PersonId one) -> one.equals(person);
                case Holder.OfDepartment(DepartmentId department, boolean below) -> (below ? under(Set.of(department)) : Set.of(department)).stream().anyMatch(each -> members.get(each).contains(person));
            };
            if (holds) {
                roles.add(assignment.role());
            }
        }
        return roles.isEmpty() ? Set.of(RoleId.EMPLOYEE) : roles;
    }

    /// The stage first, then its pipeline, then the type (ACL-13, ACL-14).
    private Reach level(RoleId role, Operation operation, Paper paper) {
        String type = paper.ref().type();
        List<Area> areas = new ArrayList<>();
        paper.stage().ifPresent(stage -> {
            areas.add(new Area.OfStage(stage));
            areas.add(new Area.OfPipeline(pipelineOfStage.get(stage)));
        });
        areas.add(Area.TYPE);
        for (Area area : areas) {
            for (Rule rule : rules) {
                if (rule.role().equals(role) && rule.typeId().equals(type) && rule.operation() == operation && rule.area().equals(area)) {
                    return rule.reach();
                }
            }
        }
        return role.equals(RoleId.EMPLOYEE) ? employees.get(type).get(operation) : Reach.NONE;
    }

    /// ACL-5 to ACL-10: a level reaches what the ones before it do, and more.
    private boolean covers(Reach reach, PersonId person, Paper paper) {
        boolean own = paper.owner().equals(Optional.of(person));
        Set<DepartmentId> mine = new HashSet<>();
        members.forEach((department, those) -> {
            if (those.contains(person)) {
                mine.add(department);
            }
        });
        boolean near = paper.owner().isPresent() && mine.stream().anyMatch(department -> members.get(department).contains(paper.owner().get()));
        boolean below = paper.owner().isPresent() && under(mine).stream().anyMatch(department -> members.get(department).contains(paper.owner().get()));
        return switch (reach) {
            case NONE -> false;
            case OWN -> own;
            case DEPARTMENT -> own || near;
            case SUBDEPARTMENTS -> own || near || below;
            case OPEN -> own || near || below || paper.open();
            case ALL -> true;
        };
    }

    private Set<DepartmentId> under(Set<DepartmentId> some) {
        Set<DepartmentId> all = new HashSet<>(some);
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Map.Entry<DepartmentId, DepartmentId> each : above.entrySet()) {
                grown |= all.contains(each.getValue()) && all.add(each.getKey());
            }
        }
        return all;
    }
}
