/// Who may do what, by role.
@NullMarked
package org.kontor.core.access;

import org.jspecify.annotations.NullMarked;
