/// Short messages of the portal to a person.
@NullMarked
@Export
@Version("1.0.0")
package org.kontor.notifications;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
