/// The database: transactions, migrations, and the journal. For the core bundles only; modules use `org.kontor.api`.
@NullMarked
@Export
@Version("1.0.0")
package org.kontor.storage;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
