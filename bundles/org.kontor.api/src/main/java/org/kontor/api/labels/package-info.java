/// Texts that people read, by key and language.
@NullMarked
@Export
@Version("1.0.0")
package org.kontor.api.labels;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
