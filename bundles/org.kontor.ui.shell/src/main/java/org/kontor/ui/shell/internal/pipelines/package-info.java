/// Pipelines and their stages: the pages that set them up, the choice of one above lists, and moves between them.
@NullMarked
package org.kontor.ui.shell.internal.pipelines;

import org.jspecify.annotations.NullMarked;
