/// Deals: what is being sold to whom.
@NullMarked
@Export
@Version("1.0.0")
package org.kontor.deals;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
