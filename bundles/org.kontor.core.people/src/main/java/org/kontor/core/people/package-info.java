/// Persons, sign-in, sessions and tokens.
@NullMarked
package org.kontor.core.people;

import org.jspecify.annotations.NullMarked;
