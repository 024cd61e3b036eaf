/// Leads: people and companies who may become customers.
@NullMarked
@Export
@Version("1.0.0")
package org.kontor.leads;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
