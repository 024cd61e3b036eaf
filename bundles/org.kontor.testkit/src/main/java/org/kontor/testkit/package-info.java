/// What tests of modules are written with: databases, persons, rights and texts that live as long as a test.
@NullMarked
@Export
@Version("1.0.0")
package org.kontor.testkit;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
