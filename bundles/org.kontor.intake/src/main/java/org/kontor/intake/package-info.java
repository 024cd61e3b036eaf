/// Public web forms: pages on which somebody who has no account opens a document.
@NullMarked
@Export
@Version("1.0.0")
package org.kontor.intake;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
