/// What happened, in order, and the reactions to it.
@NullMarked
@Export
@Version("1.0.0")
package org.kontor.api.events;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
