/// Everything stored: types, fields, values, queries, history, import.
@NullMarked
@Export
@Version("1.0.0")
package org.kontor.api.documents;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
