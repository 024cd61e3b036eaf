/// Work at a time.
@NullMarked
package org.kontor.core.jobs;

import org.jspecify.annotations.NullMarked;
