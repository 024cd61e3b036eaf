package org.kontor.core.people;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kontor.api.people.Department;
import org.kontor.api.people.DepartmentId;
import org.kontor.api.people.PersonId;

/// The departments as they are at one time, and what follows from that. Who is around whom is worked out once per person.
final class DepartmentTree {
    private record Circle(Set<PersonId> here, Set<PersonId> below) {}

    private final Map<DepartmentId, Department> departments = new LinkedHashMap<>();
    private final Map<Optional<DepartmentId>, List<Department>> children = new HashMap<>();
    private final Map<PersonId, List<Department>> byPerson = new HashMap<>();
    private final Map<PersonId, Circle> circles = new ConcurrentHashMap<>();

    DepartmentTree(Collection<Department> all) {
        all.stream()
                .sorted(Comparator.comparing(Department::name, String.CASE_INSENSITIVE_ORDER).thenComparing(department -> department.id().value()))
                .forEach(department -> children.computeIfAbsent(department.parent(), _ -> new ArrayList<>()).add(department));
        line(Optional.empty());
        departments.values().forEach(department -> department.members().forEach(person -> byPerson.computeIfAbsent(person, _ -> new ArrayList<>()).add(department)));
    }

    private void line(Optional<DepartmentId> above) {
        for (Department department : children.getOrDefault(above, List.of())) {
            departments.put(department.id(), department);
            line(Optional.of(department.id()));
        }
    }

    List<Department> all() {
        return List.copyOf(departments.values());
    }

    Optional<Department> find(DepartmentId id) {
        return Optional.ofNullable(departments.get(id));
    }

    List<Department> of(PersonId person) {
        return List.copyOf(byPerson.getOrDefault(person, List.of()));
    }

    List<Department> under(Optional<DepartmentId> above) {
        return children.getOrDefault(above, List.of());
    }

    Set<PersonId> around(PersonId person, boolean below) {
        Circle circle = circles.computeIfAbsent(person, this::circle);
        return below ? circle.below() : circle.here();
    }

    private Circle circle(PersonId person) {
        Set<Department> deep = new LinkedHashSet<>();
        of(person).forEach(department -> collect(department, deep));
        return new Circle(members(of(person), person), members(deep, person));
    }

    private void collect(Department department, Set<Department> all) {
        if (all.add(department)) {
            under(Optional.of(department.id())).forEach(child -> collect(child, all));
        }
    }

    private static Set<PersonId> members(Collection<Department> some, PersonId person) {
        return Stream.concat(some.stream().flatMap(department -> department.members().stream()), Stream.of(person)).collect(Collectors.toUnmodifiableSet());
    }

    /// The nearest head from a person's departments upwards who is somebody else.
    Optional<PersonId> head(PersonId person) {
        return of(person).stream().flatMap(department -> upwards(department).flatMap(each -> each.head().stream()).filter(head -> !head.equals(person)).findFirst().stream()).findFirst();
    }

    /// Whether a department is another or lies below it.
    boolean within(DepartmentId lower, DepartmentId upper) {
        return find(lower).stream().flatMap(this::upwards).anyMatch(each -> each.id().equals(upper));
    }

    private Stream<Department> upwards(Department department) {
        return Stream.iterate(Optional.of(department), Optional::isPresent, each -> each.flatMap(Department::parent).flatMap(this::find)).flatMap(Optional::stream);
    }
}
