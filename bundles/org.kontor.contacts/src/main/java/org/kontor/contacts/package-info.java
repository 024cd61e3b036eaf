/// Contacts: the people and companies one does business with.
@NullMarked
@Export
@Version("1.0.0")
package org.kontor.contacts;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
