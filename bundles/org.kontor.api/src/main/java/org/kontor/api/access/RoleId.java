package org.kontor.api.access;

import org.kontor.api.people.Role;

/// Names a role: a set of rights that is given to persons and departments (ACL-1). Two are built in.
public record RoleId(String value) {
    /// Reaches everything and can't be narrowed. Who has it is said with the person.
    public static final RoleId ADMINISTRATOR = new RoleId("administrator");

    /// What everybody is who was given no other role.
    public static final RoleId EMPLOYEE = new RoleId("employee");

    public RoleId {
        if (!value.matches("[a-z][a-z0-9-]{0,49}")) {
            throw new IllegalArgumentException("role id '" + value + "' must be 1 to 50 small letters, digits and '-', the first a letter");
        }
    }

    /// The built-in role of what a person is.
    public static RoleId of(Role role) {
        return switch (role) {
            case ADMINISTRATOR -> ADMINISTRATOR;
            case EMPLOYEE -> EMPLOYEE;
        };
    }

    public boolean builtIn() {
        return equals(ADMINISTRATOR) || equals(EMPLOYEE);
    }
}
