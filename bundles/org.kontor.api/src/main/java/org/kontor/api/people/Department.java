package org.kontor.api.people;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A part of the company. The topmost has no `parent`; a `head` is always one of the `members`. A person may be in several departments, or in none.
public record Department(DepartmentId id, String name, Optional<DepartmentId> parent, Optional<PersonId> head, Set<PersonId> members) {
    public Department {
        members = Stream.concat(members.stream(), head.stream()).collect(Collectors.toUnmodifiableSet());
    }

    /// A department that has no number yet, or what is to become of one.
    public record Outline(String name, Optional<DepartmentId> parent, Optional<PersonId> head, Set<PersonId> members) {
        public Outline {
            members = Set.copyOf(members);
        }
    }

    /// This as it is, to be changed.
    public Outline outline() {
        return new Outline(name, parent, head, members);
    }
}
