/// Who uses the portal and who acts: persons, sign-in, sessions, tokens.
@NullMarked
@Export
@Version("1.0.0")
package org.kontor.api.people;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
