/// Tasks: what somebody has to do until when.
@NullMarked
@Export
@Version("1.0.0")
package org.kontor.tasks;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
