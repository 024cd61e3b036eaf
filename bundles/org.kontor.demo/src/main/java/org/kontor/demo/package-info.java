/// People, leads and tasks to look at on a portal that is still empty.
@NullMarked
package org.kontor.demo;

import org.jspecify.annotations.NullMarked;
