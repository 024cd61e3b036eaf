/// What an administrator switches on and off.
@NullMarked
@Export
@Version("1.0.0")
package org.kontor.api.modules;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
