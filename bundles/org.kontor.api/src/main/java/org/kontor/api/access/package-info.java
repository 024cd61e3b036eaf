/// The one door for rights.
@NullMarked
@Export
@Version("1.0.0")
package org.kontor.api.access;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
