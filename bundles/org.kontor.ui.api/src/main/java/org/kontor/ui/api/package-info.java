/// What bundles add to the screens: pages, menu entries, tabs, panels, widgets. Each is a service; it appears in and goes from open browsers with it.
@NullMarked
@Export
@Version("1.0.0")
package org.kontor.ui.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
