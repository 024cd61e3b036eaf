/// Robots and their runs.
@NullMarked
package org.kontor.core.workflow;

import org.jspecify.annotations.NullMarked;
