/// Work at a time, kept over restarts.
@NullMarked
@Export
@Version("1.0.0")
package org.kontor.api.jobs;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
