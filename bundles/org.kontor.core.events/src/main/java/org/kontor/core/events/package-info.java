/// Reactions and watchers follow the journal.
@NullMarked
package org.kontor.core.events;

import org.jspecify.annotations.NullMarked;
