/// Everything automatic: activities, robots and their runs.
@NullMarked
@Export
@Version("1.0.0")
package org.kontor.api.workflow;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
