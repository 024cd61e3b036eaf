/// Content by hash: imports, attachments, error reports.
@NullMarked
@Export
@Version("1.0.0")
package org.kontor.api.files;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
